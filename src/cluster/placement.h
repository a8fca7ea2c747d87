/* placement: the nodes that pods may run on, and what runs them there. */
#ifndef CLUSTERC_PLACEMENT_H
#define CLUSTERC_PLACEMENT_H

#include "cluster/cluster.h"

/* What GPUs are called where nothing else is said. */
#define USUAL_GPU "nvidia.com/gpu"

/* The role's node selector, tolerations, spread and classes, and what has to be there for them; after its GPUs. */
void placement_decide(struct cluster *cluster, struct arena *arena, struct cluster_role *role);

#endif
