/* rules: what only shows when everything is put together. */
#ifndef CLUSTERC_RULES_H
#define CLUSTERC_RULES_H

#include "cluster/cluster.h"
#include "language/read.h"

/* Holds a cluster against every rule that speaks of more than one key; diagnostics point
 * into the profile. */
void rules_check(struct arena *arena, struct diags *diags, const struct cluster *cluster,
		 const struct document *profile, const struct document *site);

#endif
