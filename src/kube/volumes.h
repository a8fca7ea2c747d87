/* volumes: what is mounted into a pod, and where. */
#ifndef CLUSTERC_VOLUMES_H
#define CLUSTERC_VOLUMES_H

#include "cluster/cluster.h"
#include "kube/object.h"

/* The container's volumeMounts and the pod's volumes; left out where there is nothing. */
void volumes_put_mounts(struct object *container, const struct cluster_mount *first);
void volumes_put(struct object *pod, const struct cluster *cluster, const struct cluster_role *role);

#endif
