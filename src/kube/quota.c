/* quota: what a cluster's objects come to where a namespace has a ResourceQuota. */
#include "kube/quota.h"

#include <string.h>

#include "base/quantity.h"

static const char *number(struct arena *arena, int64_t value)
{
	return text_format(arena, "%lld", (long long)value);
}

/* --- Resources --------------------------------------------------------------------------------- */

/* GPUs by what the quota calls them, each name once. Those of a device class are counted by the
 * class (KEP-4340), all others as extended resources, which only have requests. */
static void count_gpus(struct arena *arena, struct pairs *requests, const struct cluster *cluster)
{
	for (size_t i = 0; i < cluster->role_count; i++) {
		const struct cluster_gpu *gpu = &cluster->roles[i].gpu;
		int64_t count = 0;

		if (!gpu->count || !cluster->roles[i].count)
			continue;
		for (size_t j = 0; j < cluster->role_count; j++) {
			const struct cluster_gpu *other = &cluster->roles[j].gpu;
			const char *one = gpu->resource ? gpu->resource : gpu->device_class;
			const char *its = other->resource ? other->resource : other->device_class;

			if (its && !gpu->resource == !other->resource && !strcmp(one, its))
				count += cluster->roles[j].count * other->count;
		}
		pairs_set(arena, requests,
			  gpu->resource ? text_join(arena, "requests.", gpu->resource, NULL)
					: text_join(arena, gpu->device_class, ".deviceclass.resource.k8s.io/devices", NULL),
			  number(arena, count));
	}
}

/* What the claims ask for that come with the cluster. */
static int64_t storage_claimed(const struct cluster *cluster)
{
	int64_t all = 0;

	for (size_t i = 0; i < cluster->claim_count; i++)
		all += cluster->claims[i].size;
	return all;
}

static void count_resources(struct arena *arena, struct quota *quota, const struct cluster *cluster)
{
	struct cluster_totals all = cluster_totals(cluster);
	const char *storage = quantity_write(arena, UNIT_BYTES, all.storage);
	int64_t cpu_limit = 0, memory_limit = 0, claimed = storage_claimed(cluster);

	for (size_t i = 0; i < cluster->role_count; i++) {
		cpu_limit += cluster->roles[i].count * cluster->roles[i].cpu_limit;
		memory_limit += cluster->roles[i].count * cluster->roles[i].memory_limit;
	}
	pairs_set(arena, &quota->requests, "requests.cpu", quantity_write(arena, UNIT_CPU, all.cpu));
	pairs_set(arena, &quota->requests, "requests.memory", quantity_write(arena, UNIT_BYTES, all.memory));
	pairs_set(arena, &quota->requests, "requests.ephemeral-storage", storage);
	count_gpus(arena, &quota->requests, cluster);
	if (claimed)
		pairs_set(arena, &quota->requests, "requests.storage", quantity_write(arena, UNIT_BYTES, claimed));
	pairs_set(arena, &quota->limits, "limits.cpu", quantity_write(arena, UNIT_CPU, cpu_limit));
	pairs_set(arena, &quota->limits, "limits.memory", quantity_write(arena, UNIT_BYTES, memory_limit));
	pairs_set(arena, &quota->limits, "limits.ephemeral-storage", storage);
}

/* --- Objects ----------------------------------------------------------------------------------- */

/* How many of the manifest's objects are of a kind, in lower case. */
static int64_t objects_of(const struct manifest *manifest, const char *kind)
{
	size_t size = strlen(kind);
	int64_t count = 0;

	for (size_t i = 0; i < manifest->names.count; i++)
		count += !strncmp(manifest->names.items[i], kind, size) && manifest->names.items[i][size] == '/';
	return count;
}

/* Pods that have their GPUs by a claim each, made from the template. */
static int64_t pods_with_claims(const struct cluster *cluster)
{
	int64_t count = 0;

	for (size_t i = 0; i < cluster->role_count; i++)
		count += cluster->roles[i].gpu.device_class ? cluster->roles[i].count : 0;
	return count;
}

static void count_objects(struct arena *arena, struct quota *quota, const struct manifest *manifest)
{
	static const struct {
		const char *kind, *counted_as;
		bool always;
	} kinds[] = {
		{"service", "services", true},
		{"configmap", "configmaps", true},
		{"persistentvolumeclaim", "persistentvolumeclaims", true},
		{"serviceaccount", "count/serviceaccounts", false},
		{"statefulset", "count/statefulsets.apps", false},
		{"job", "count/jobs.batch", false},
		{"networkpolicy", "count/networkpolicies.networking.k8s.io", false},
		{"poddisruptionbudget", "count/poddisruptionbudgets.policy", false},
		{"resourceclaimtemplate", "count/resourceclaimtemplates.resource.k8s.io", false},
	};
	const struct cluster *cluster = manifest->cluster;

	pairs_set(arena, &quota->objects, "pods", number(arena, cluster_totals(cluster).pods));
	pairs_set(arena, &quota->objects, "secrets", number(arena, (int64_t)cluster->secret_count));
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		int64_t count = objects_of(manifest, kinds[i].kind);

		if (count || kinds[i].always)
			pairs_set(arena, &quota->objects, kinds[i].counted_as, number(arena, count));
	}
	if (pods_with_claims(cluster))
		pairs_set(arena, &quota->objects, "count/resourceclaims.resource.k8s.io", number(arena, pods_with_claims(cluster)));
}

struct quota quota_of(struct arena *arena, const struct manifest *manifest)
{
	struct quota quota = {0};

	count_resources(arena, &quota, manifest->cluster);
	count_objects(arena, &quota, manifest);
	return quota;
}
