/* pod: what all pods of a role are made after. */
#ifndef CLUSTERC_POD_H
#define CLUSTERC_POD_H

#include "cluster/cluster.h"
#include "kube/object.h"

/* The `template` of a workload. */
void pod_put_template(struct object *spec, const struct cluster *cluster, const struct cluster_role *role);

#endif
