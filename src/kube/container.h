/* container: the one container of a pod. */
#ifndef CLUSTERC_CONTAINER_H
#define CLUSTERC_CONTAINER_H

#include "cluster/cluster.h"
#include "kube/object.h"

/* The list `containers` of a pod. */
void container_put(struct object *pod, const struct cluster *cluster, const struct cluster_role *role);

/* The container of a pod that only mounts something: without variables, ports, probes and mounts. */
struct object *container_put_reader(struct object *pod, const struct cluster *cluster, const struct cluster_role *role);

#endif
