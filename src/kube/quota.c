/* quota: what a cluster's objects come to where a namespace has a ResourceQuota. */
#include "kube/quota.h"

#include <string.h>

#include "base/index.h"
#include "base/quantity.h"

/* --- Resources --------------------------------------------------------------------------------- */

/* Devices of a class. */
static const char *devices_of(struct arena *arena, const char *device_class)
{
	return text_join(arena, device_class, ".deviceclass.resource.k8s.io/devices", NULL);
}

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
					: devices_of(arena, gpu->device_class),
			  text_number(arena, count));
	}
}

/* How many claims each pod has of its own, and what they ask for. */
static int64_t claims_of_pod(const struct cluster_role *role, int64_t *size)
{
	int64_t count = 0;

	*size = 0;
	for (size_t i = 0; i < role->volume_count; i++) {
		count += role->volumes[i].source == VOLUME_EPHEMERAL;
		*size += role->volumes[i].claimed;
	}
	return count;
}

/* The same of all pods. */
static int64_t claims_of_pods(const struct cluster *cluster, int64_t *size)
{
	int64_t count = 0;

	*size = 0;
	for (size_t i = 0; i < cluster->role_count; i++) {
		const struct cluster_role *role = &cluster->roles[i];
		int64_t its_size;

		count += role->count * claims_of_pod(role, &its_size);
		*size += role->count * its_size;
	}
	return count;
}

/* What the claims ask for that come with the cluster, and with its pods. */
static int64_t storage_claimed(const struct cluster *cluster)
{
	int64_t all;

	claims_of_pods(cluster, &all);
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

/* What a quota calls objects of a kind, in lower case. */
static const struct {
	const char *kind, *counted_as;
	bool always;
} kinds[] = {
	{"secret", "secrets", true},
	{"service", "services", true},
	{"configmap", "configmaps", true},
	{"persistentvolumeclaim", "persistentvolumeclaims", true},
	{"serviceaccount", "count/serviceaccounts", false},
	{"statefulset", "count/statefulsets.apps", false},
	{"job", "count/jobs.batch", false},
	{"cronjob", "count/cronjobs.batch", false},
	{"networkpolicy", "count/networkpolicies.networking.k8s.io", false},
	{"poddisruptionbudget", "count/poddisruptionbudgets.policy", false},
	{"resourceclaimtemplate", "count/resourceclaimtemplates.resource.k8s.io", false},
};

/* How many objects are of a kind: of the manifest, Secrets of the manager, and claims of the pods. */
static int64_t objects_of_kind(const struct manifest *manifest, const char *kind)
{
	size_t size = strlen(kind);
	int64_t count = strcmp(kind, "secret") ? 0 : (int64_t)manifest->cluster->secret_count, size_of_claims;

	if (!strcmp(kind, "persistentvolumeclaim"))
		count += claims_of_pods(manifest->cluster, &size_of_claims);
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
	const struct cluster *cluster = manifest->cluster;

	pairs_set(arena, &quota->objects, "pods", text_number(arena, cluster_totals(cluster).pods));
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		int64_t count = objects_of_kind(manifest, kinds[i].kind);

		if (count || kinds[i].always)
			pairs_set(arena, &quota->objects, kinds[i].counted_as, text_number(arena, count));
	}
	if (pods_with_claims(cluster))
		pairs_set(arena, &quota->objects, "count/resourceclaims.resource.k8s.io",
			  text_number(arena, pods_with_claims(cluster)));
}

struct quota quota_of(struct arena *arena, const struct manifest *manifest)
{
	struct quota quota = {0};

	count_resources(arena, &quota, manifest->cluster);
	count_objects(arena, &quota, manifest);
	return quota;
}

/* --- One of them ------------------------------------------------------------------------------- */

/* Resources that a quota has under two names, and counts pods by. */
static void count_twice(struct arena *arena, struct pairs *counts, const char *name, const char *prefix,
			const char *amount)
{
	pairs_add(arena, counts, name, amount);
	pairs_add(arena, counts, text_join(arena, prefix, name, NULL), amount);
}

/* Claims of one class of storage. */
struct claimed_class {
	const char *class;
	int64_t count, size;
	struct claimed_class *next;
};

/* What is claimed counts for its class, too, where that is known. */
static void count_claims(struct arena *arena, struct pairs *counts, const struct claimed_class *claimed)
{
	static const char of_class[] = ".storageclass.storage.k8s.io/";

	pairs_add(arena, counts, text_join(arena, claimed->class, of_class, "requests.storage", NULL),
		  quantity_write(arena, UNIT_BYTES, claimed->size));
	pairs_add(arena, counts, text_join(arena, claimed->class, of_class, "persistentvolumeclaims", NULL),
		  text_number(arena, claimed->count));
}

static void count_claims_of_pod(struct arena *arena, struct pairs *counts, const struct cluster_role *role)
{
	struct index classes = INDEX_IN(arena);
	struct claimed_class *first = NULL, **end = &first;
	int64_t size, count = claims_of_pod(role, &size);

	if (!count)
		return;
	count_twice(arena, counts, "persistentvolumeclaims", "count/", text_number(arena, count));
	pairs_add(arena, counts, "requests.storage", quantity_write(arena, UNIT_BYTES, size));
	for (size_t i = 0; i < role->volume_count; i++) {
		const struct cluster_volume *volume = &role->volumes[i];
		struct claimed_class *its = volume->storage_class ? NEW(arena, struct claimed_class) : NULL, *known;

		if (!its)
			continue;
		known = index_add(&classes, volume->storage_class, its);
		if (known == its) {
			its->class = volume->storage_class;
			*end = its;
			end = &its->next;
		}
		known->count++;
		known->size += volume->claimed;
	}
	for (const struct claimed_class *claimed = first; claimed; claimed = claimed->next)
		count_claims(arena, counts, claimed);
}

struct pairs quota_of_pod(struct arena *arena, const struct cluster_role *role)
{
	const char *disk = quantity_write(arena, UNIT_BYTES, role->disk);
	const struct cluster_gpu *gpu = &role->gpu;
	struct pairs counts = {0};

	count_twice(arena, &counts, "pods", "count/", "1");
	count_twice(arena, &counts, "cpu", "requests.", quantity_write(arena, UNIT_CPU, role->cpu));
	count_twice(arena, &counts, "memory", "requests.", quantity_write(arena, UNIT_BYTES, role->memory));
	count_twice(arena, &counts, "ephemeral-storage", "requests.", disk);
	pairs_add(arena, &counts, "limits.cpu", quantity_write(arena, UNIT_CPU, role->cpu_limit));
	pairs_add(arena, &counts, "limits.memory", quantity_write(arena, UNIT_BYTES, role->memory_limit));
	pairs_add(arena, &counts, "limits.ephemeral-storage", disk);
	if (gpu->resource)
		pairs_add(arena, &counts, text_join(arena, "requests.", gpu->resource, NULL),
			  text_number(arena, gpu->count));
	if (gpu->device_class) {
		pairs_add(arena, &counts, devices_of(arena, gpu->device_class), text_number(arena, gpu->count));
		pairs_add(arena, &counts, "count/resourceclaims.resource.k8s.io", "1");
	}
	count_claims_of_pod(arena, &counts, role);
	return counts;
}

static void count_claim(struct arena *arena, struct pairs *counts, const struct cluster_claim *claim)
{
	pairs_add(arena, counts, "requests.storage", quantity_write(arena, UNIT_BYTES, claim->size));
	if (claim->storage_class)
		count_claims(arena, counts, &(struct claimed_class){claim->storage_class, 1, claim->size, NULL});
}

struct pairs quota_of_object(struct arena *arena, const struct cluster *cluster, const char *object)
{
	size_t size = strcspn(object, "/");
	struct pairs counts = {0};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		if (strlen(kinds[i].kind) != size || strncmp(kinds[i].kind, object, size))
			continue;
		if (strchr(kinds[i].counted_as, '/'))
			pairs_add(arena, &counts, kinds[i].counted_as, "1");
		else
			count_twice(arena, &counts, kinds[i].counted_as, "count/", "1");
	}
	for (size_t i = 0; i < cluster->claim_count && !strncmp(object, "persistentvolumeclaim/", size + 1); i++)
		if (!strcmp(cluster->claims[i].object, object + size + 1))
			count_claim(arena, &counts, &cluster->claims[i]);
	return counts;
}
