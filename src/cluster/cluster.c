/* cluster: sums over the decided thing. */
#include "cluster/cluster.h"

struct cluster_totals cluster_totals(const struct cluster *cluster)
{
	struct cluster_totals all = {0};

	for (size_t i = 0; i < CLUSTER_ROLES; i++) {
		const struct cluster_role *role = &cluster->roles[i];

		all.pods += role->count;
		all.cpu += role->count * role->cpu;
		all.memory += role->count * role->memory;
		all.storage += role->count * role->storage;
	}
	return all;
}
