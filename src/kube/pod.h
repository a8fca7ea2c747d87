/* pod: what all pods of a role are made after. */
#ifndef CLUSTERC_POD_H
#define CLUSTERC_POD_H

#include "cluster/cluster.h"
#include "kube/object.h"

/* The `template` of a workload. */
void pod_put_template(struct object *spec, const struct cluster *cluster, const struct cluster_role *role);

/* A pod that sleeps, with the claim for a job's output read-only at JOB_LOGS. `reader` is what it is made after. */
struct object *pod_of_reader(struct arena *arena, const struct cluster *cluster, struct cluster_role *reader);

#endif
