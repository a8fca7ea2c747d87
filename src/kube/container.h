/* container: the one container of a pod. */
#ifndef CLUSTERC_CONTAINER_H
#define CLUSTERC_CONTAINER_H

#include "cluster/cluster.h"
#include "kube/object.h"

/* The list `containers` of a pod. */
void container_put(struct object *pod, const struct cluster *cluster, const struct cluster_role *role);

/* What runs to its end, and has to end well, before a pod's container starts; `image` NULL: the pod's own. `env` comes
 * on top of the role's; `mounts` NULL: those of the role. */
struct init_container {
	const char *name, *image;
	struct texts command, args;
	struct pairs env;
	const struct cluster_mount *mounts;
};

/* Adds it to the list `initContainers` of a pod: with the pod's user, variables and amounts, without its GPUs, which
 * makes the pod no larger, and without the Secrets that the cluster makes. */
void container_add_init(struct object *list, const struct cluster *cluster, const struct cluster_role *role,
			const struct init_container *init);

/* The container of a pod that only mounts something: without variables, ports, probes and mounts. */
struct object *container_put_reader(struct object *pod, const struct cluster *cluster, const struct cluster_role *role);

#endif
