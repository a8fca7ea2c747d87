/* needs: what has to be there before a cluster is made, and doesn't come with it. */
#ifndef CLUSTERC_NEEDS_H
#define CLUSTERC_NEEDS_H

#include "cluster/cluster.h"

/* Notes that something of that name has to be there; NULL: there is no need. */
void needs_add(struct cluster *cluster, struct arena *arena, enum need_kind kind, const char *name);

/* All of it in words and each once: "claim home". Secrets that the manager makes aren't among it. */
struct texts needs_of_cluster(struct arena *arena, const struct cluster *cluster);

#endif
