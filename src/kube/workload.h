/* workload: what makes pods. */
#ifndef CLUSTERC_WORKLOAD_H
#define CLUSTERC_WORKLOAD_H

#include "kube/meta.h"

/* A StatefulSet, or a Job where the cluster ends by itself. */
void workload_add(struct manifest *manifest, const struct cluster_role *role);

/* What keeps the head from being moved without need, where the cluster's Kubernetes lets a
 * broken one go all the same (unhealthyPodEvictionPolicy, followed from 1.27 on; without it a
 * head that isn't ready would block every drain of its node). */
void workload_add_disruption_budget(struct manifest *manifest);

/* What the role's pods ask for GPUs with; nothing where they don't ask so. */
void workload_add_device_claim(struct manifest *manifest, const struct cluster_role *role);

#endif
