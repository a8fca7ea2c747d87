/* volumes: what is mounted into a pod, and where. */
#ifndef CLUSTERC_VOLUMES_H
#define CLUSTERC_VOLUMES_H

#include "cluster/cluster.h"
#include "kube/object.h"

/* The container's volumeMounts and the pod's volumes; left out where there is nothing. */
void put_mounts(struct object *container, const struct cluster *cluster, const struct cluster_role *role);
void put_volumes(struct object *pod, const struct cluster *cluster, const struct cluster_role *role);

/* The object's name of a claim that comes with the cluster. */
const char *claim_object(struct arena *arena, const struct cluster *cluster, const struct profile_volume *volume);

/* An amount of bytes in the form that the API server keeps it in: server-side apply takes another for a change. */
const char *amount_written(struct arena *arena, const char *amount);

/* The volumes whose claims come with the cluster, each claim once; NULL-ended. */
const struct profile_volume *const *claims_made(struct arena *arena, const struct cluster *cluster);

#endif
