/* placement: the nodes that pods may run on, and what runs them there. */
#ifndef CLUSTERC_PLACEMENT_H
#define CLUSTERC_PLACEMENT_H

#include "cluster/cluster.h"

/* What GPUs are called where nothing else is said. */
#define USUAL_GPU "nvidia.com/gpu"

/* The label of nodes that says the product of the GPUs which are called so; NULL where none is known. */
const char *placement_product_label(struct arena *arena, const char *resource);

/* Whether the product begins as those do which are called so; true where that isn't known. */
bool placement_is_product(const char *resource, const char *product);

/* The variable that keeps other pods' GPUs from pods that ask for none, whatever their image says; NULL where the
 * cluster has no such GPUs. */
const struct pair *placement_hiding(const struct cluster *cluster);

/* The role's node selector, tolerations, spread and classes, and what has to be there for them; after its GPUs. */
void placement_decide(struct cluster *cluster, struct arena *arena, struct cluster_role *role);

#endif
