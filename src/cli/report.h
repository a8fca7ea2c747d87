/* report: diagnostics as text for people. */
#ifndef CLUSTERC_REPORT_H
#define CLUSTERC_REPORT_H

#include <stdio.h>

#include "clusterc.h"

/* Prints all diagnostics: place, text, source line with a caret, help. What comes from files
 * can't reach the terminal as control characters. Returns how many errors there were. */
size_t report(const struct clusterc *compiler, FILE *to);

#endif
