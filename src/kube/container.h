/* container: the one container of a pod. */
#ifndef CLUSTERC_CONTAINER_H
#define CLUSTERC_CONTAINER_H

#include "cluster/cluster.h"
#include "kube/object.h"

/* The list `containers` of a pod. */
void container_put(struct object *pod, const struct cluster *cluster, const struct cluster_role *role);

#endif
