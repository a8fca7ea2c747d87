/* lower: a cluster becomes Kubernetes objects; the order is that of the manifest. */
#include "kube/lower.h"

#include "kube/config.h"
#include "kube/network.h"
#include "kube/workload.h"

const struct manifest *lower(struct arena *arena, const struct cluster *cluster)
{
	struct manifest *manifest = NEW(arena, struct manifest);

	manifest->arena = arena;
	manifest->cluster = cluster;
	manifest->end = &manifest->first;
	config_add_service_account(manifest);
	config_add_map(manifest);
	config_add_claims(manifest);
	for (size_t i = 0; i < cluster->maker_count; i++)
		workload_add_device_claim(manifest, &cluster->makers[i]);
	for (size_t i = 0; i < cluster->role_count; i++)
		network_add_service(manifest, &cluster->roles[i]);
	for (size_t i = 0; i < cluster->maker_count; i++)
		workload_add(manifest, &cluster->makers[i]);
	workload_add_disruption_budget(manifest);
	network_add_policy(manifest);
	return manifest;
}
