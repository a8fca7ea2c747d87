/* sarif: findings as a SARIF 2.1.0 log. */
#ifndef CLUSTERC_SARIF_H
#define CLUSTERC_SARIF_H

#include "cli/findings.h"

extern const struct findings_form sarif_form;

#endif
