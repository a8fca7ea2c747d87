/* expand: puts values in the place of a definition's ${variables}. */
#ifndef CLUSTERC_EXPAND_H
#define CLUSTERC_EXPAND_H

#include "cluster/cluster.h"

/* The text with every ${...} replaced and "$${" made "${". `own` is the role it stands in, or NULL.
 * Sizes and ports of the cluster must be decided. The definition has been checked, so that
 * every variable is known. */
const char *expand(struct arena *arena, const struct cluster *cluster, const struct cluster_role *own,
		   const char *text);

/* The same of what becomes a part of the cluster, which learns whether the text has a full host name. */
const char *expand_decided(struct arena *arena, struct cluster *cluster, const struct cluster_role *own,
			   const char *text);

/* The same, and whether the text says how many workers there are. */
const char *expand_counting(struct arena *arena, struct cluster *cluster, const struct cluster_role *own,
			    const char *text, bool *counts);

/* A share of the role's memory, whose sizes are decided, in MiB. */
int64_t expand_share_mib(const struct framework_share *share, const struct cluster_role *role);

#endif
