/* storage: the volumes of pods, and the claims for storage that come with the cluster. */
#ifndef CLUSTERC_STORAGE_H
#define CLUSTERC_STORAGE_H

#include "cluster/cluster.h"

/* Before the volumes of the first role: makes room for the claims of all. */
void storage_decide_start(struct cluster *cluster, struct arena *arena);

/* The role's volumes, the claims that they bring along, and what has to be there for them. */
void storage_decide_volumes(struct cluster *cluster, struct arena *arena, struct cluster_role *role);

#endif
