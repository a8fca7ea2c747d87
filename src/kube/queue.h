/* queue: what Kueue reads on objects and pods. */
#ifndef CLUSTERC_QUEUE_H
#define CLUSTERC_QUEUE_H

#include "cluster/cluster.h"
#include "kube/object.h"

/* The queue of a workload that is admitted by itself, among the labels it has. */
void queue_put_on_workload(struct object *metadata, const struct cluster *cluster);

/* The queue and the group of pods that are admitted together, among the labels and annotations they have. */
void queue_put_on_pods(struct object *metadata, const struct cluster *cluster);

#endif
