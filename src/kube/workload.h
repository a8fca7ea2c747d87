/* workload: what makes pods. */
#ifndef CLUSTERC_WORKLOAD_H
#define CLUSTERC_WORKLOAD_H

#include "kube/meta.h"

void add_stateful_set(struct manifest *manifest, const struct cluster_role *role);

#endif
