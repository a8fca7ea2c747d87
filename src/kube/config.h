/* config: the objects that only hold data: who the pods are, and what files they read. */
#ifndef CLUSTERC_KUBE_CONFIG_H
#define CLUSTERC_KUBE_CONFIG_H

#include "kube/meta.h"

void config_add_service_account(struct manifest *manifest);
/* Nothing where there are no files. */
void config_add_map(struct manifest *manifest);
/* The claims for storage that come with the cluster. */
void config_add_claims(struct manifest *manifest);

#endif
