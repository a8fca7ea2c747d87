/* fetch: what brings code and packages into a pod before its container starts. */
#ifndef CLUSTERC_FETCH_H
#define CLUSTERC_FETCH_H

#include "cluster/cluster.h"
#include "kube/object.h"

/* Adds an init container that fetches the profile's code from git. */
void fetch_add_code(struct object *list, const struct cluster *cluster, const struct cluster_role *role);

/* Adds an init container that installs the role's packages. */
void fetch_add_packages(struct object *list, const struct cluster *cluster, const struct cluster_role *role);

#endif
