/* network: names for the pods, and who may talk to them. */
#ifndef CLUSTERC_NETWORK_H
#define CLUSTERC_NETWORK_H

#include "kube/meta.h"

void add_service(struct manifest *manifest, const struct cluster_role *role);
void add_network_policy(struct manifest *manifest);

#endif
