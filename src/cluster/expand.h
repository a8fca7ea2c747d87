/* expand: puts values in the place of a definition's ${variables}. */
#ifndef CLUSTERC_EXPAND_H
#define CLUSTERC_EXPAND_H

#include "cluster/cluster.h"

/* The text with every ${...} replaced and "$${" made "${". `own` is the role it stands in.
 * Sizes and ports of the cluster must be decided. The definition has been checked, so that
 * every variable is known. */
const char *expand(struct arena *arena, const struct cluster *cluster, enum role_kind own, const char *text);

#endif
