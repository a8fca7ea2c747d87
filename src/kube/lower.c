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
	add_service_account(manifest);
	add_config_map(manifest);
	add_claims(manifest);
	for (size_t i = 0; i < cluster->role_count; i++)
		add_device_claim(manifest, &cluster->roles[i]);
	for (size_t i = 0; i < cluster->role_count; i++)
		add_service(manifest, &cluster->roles[i]);
	for (size_t i = 0; i < cluster->role_count; i++)
		add_workload(manifest, &cluster->roles[i]);
	add_disruption_budget(manifest);
	add_network_policy(manifest);
	return manifest;
}
