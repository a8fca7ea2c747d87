/* network: names for the pods, and who may talk to them. */
#ifndef CLUSTERC_NETWORK_H
#define CLUSTERC_NETWORK_H

#include "kube/meta.h"

void network_add_service(struct manifest *manifest, const struct cluster_role *role);
void network_add_policy(struct manifest *manifest);

#endif
