/* lower: a cluster becomes Kubernetes objects. */
#ifndef CLUSTERC_LOWER_H
#define CLUSTERC_LOWER_H

#include "kube/meta.h"

/* The objects in the order a reviewer reads them: identity, config, services, head, workers,
 * policy. */
const struct manifest *lower(struct arena *arena, const struct cluster *cluster);

#endif
