/* needs: what a cluster takes for given. */
#ifndef CLUSTERC_NEEDS_H
#define CLUSTERC_NEEDS_H

#include "cluster/cluster.h"

/* What has to be there before the cluster is made, in words and each once: "claim home". Secrets
 * that the manager makes aren't among it. */
struct texts cluster_needs(struct arena *arena, const struct cluster *cluster);

#endif
