/* pods: what each kind of pod is: its size, and what runs in it. */
#ifndef CLUSTERC_PODS_H
#define CLUSTERC_PODS_H

#include "cluster/cluster.h"

/* Sizes, names and counts of all roles. */
void pods_decide_sizes(struct cluster *cluster, struct arena *arena, const struct profile *profile);

/* Commands, environment, probes and volumes; after sizes and ports, which they speak of. */
void pods_decide_processes(struct cluster *cluster, struct arena *arena, const struct profile *profile);

#endif
