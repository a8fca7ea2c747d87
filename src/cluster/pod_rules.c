/* pod_rules: what only shows when everything about one kind of pods is put together. One
 * function a rule; the table at the end lists them. */
#include <string.h>

#include "base/quantity.h"
#include "cluster/memory.h"
#include "cluster/ruling.h"

void pod_rules_tell(const struct pods *it, enum code code, struct span where, const char *help, const char *text)
{
	diag(it->rules->diags, code, where, help, "%s", text);
}

struct span pod_rules_at_key(const struct pods *it, const char *key)
{
	const struct source *source = it->rules->document->source;
	const struct node *node = it->block ? node_get(it->block, key) : NULL;

	if (node)
		return node_span(source, node);
	return it->block && it->block->key ? node_key_span(source, it->block)
					   : node_span(source, it->block ? it->block : it->rules->document->root);
}

/* NULL for what comes from the site. */
static const struct node *item_of(const struct pods *it, const char *list, size_t index)
{
	return it->block ? node_item(node_get(it->block, list), index) : NULL;
}

/* Where an entry of a list stands in the site it comes from, whose lists are put behind the profile's own. */
static const struct node *site_item(const struct pods *it, const char *list, size_t index)
{
	const struct key *own = schema_block_key(&profile_role_block, list);
	const struct key *key = schema_block_key(&site_pods_block, list);
	size_t size = schema_entry_size(key), i = 0;
	const char *entry = (const char *)schema_value(own, &it->role->wish) + index * size;
	const char *its = schema_value(key, it->rules->cluster->site->defaults->pods);

	while (memcmp(its + i * size, entry, size) != 0)
		i++;
	return node_item(node_find(it->rules->site->root, "defaults", "pods", list, NULL), i);
}

struct span pod_rules_at_item(const struct pods *it, const char *list, size_t index, const char *key)
{
	const struct source *source = it->rules->document->source;
	const struct node *item = item_of(it, list, index), *its;

	if (!item) {
		item = site_item(it, list, index);
		source = it->rules->site->source;
	}
	its = node_get(item, key);
	return node_span(source, its ? its : item);
}

bool pod_rules_is_pruned(const struct pods *it, const char *list, size_t index)
{
	const struct node *item = item_of(it, list, index);

	return item && item->pruned;
}

static const char *rule_bytes(const struct pods *it, int64_t size)
{
	return quantity_write(it->rules->arena, UNIT_BYTES, size);
}

static const char *rule_cores(const struct pods *it, int64_t cpu)
{
	return quantity_write(it->rules->arena, UNIT_CPU, cpu);
}

/* --- Images ----------------------------------------------------------------------------------- */

void pod_rules_tell_of_tag(const struct rules *it, struct span where, const char *image)
{
	const char *name = strrchr(image, '/'), *tag = strchr(name ? name : image, ':');

	if (strchr(image, '@'))
		return;
	if (!tag)
		diag(it->diags, CODE_IMAGE_TAG, where, "add the version's tag, or a digest",
		     "the image '%s' has no tag: it means :latest", image);
	else if (!strcmp(tag, ":latest"))
		diag(it->diags, CODE_IMAGE_TAG, where, "take the tag of a version, or a digest",
		     "the image's tag is 'latest': what runs changes without notice");
}

static void image_is_fixed(const struct pods *it)
{
	if (it->role->wish.image)
		pod_rules_tell_of_tag(it->rules, pod_rules_at_key(it, "image"), it->role->wish.image);
}

/* fsGroup is a group of the processes, too (kubernetes.io, Configure a Security Context). */
static bool is_in_group(const struct cluster *cluster, const struct cluster_role *role, int64_t group)
{
	bool is_in = !cluster->assigned_user && (role->gid == group || role->fs_group == group);

	for (size_t i = 0; i < role->supplemental_group_count; i++)
		is_in = is_in || role->supplemental_groups[i] == group;
	return is_in;
}

/* What a person's own image lets whom read nobody knows. */
static void image_is_readable(const struct pods *it)
{
	const struct cluster *cluster = it->rules->cluster;
	const struct framework_user *user = cluster->framework->user;
	const struct cluster_role *role = it->role;
	bool is_owner = !cluster->assigned_user && role->uid == *user->uid;
	const char *key;

	if (!user->imageGroup || !role->version || is_owner || is_in_group(cluster, role, *user->imageGroup))
		return;
	key = SAY(it, "supplementalGroups: [\"%lld\"]", (long long)*user->imageGroup);
	pod_rules_tell(it, CODE_IMAGE_GROUP, pod_rules_at_key(it, "runAsUser"),
		       it->block ? SAY(it, "add %s", key) : SAY(it, "add %s: {%s}", role->component, key),
		       SAY(it, "only user %lld and group %lld can read what runs in the default image, %s",
			   (long long)*user->uid, (long long)*user->imageGroup, cluster->framework->image));
}

/* --- Sizes ------------------------------------------------------------------------------------ */

/* A job without pods is complete before it begins, and is removed. */
static void job_has_pods(const struct pods *it)
{
	if (!it->role->count && it->role->kind == ROLE_WORKER && cluster_ends(it->rules->cluster))
		pod_rules_tell(
			it, CODE_CONFLICTING_KEYS, pod_rules_at_key(it, "count"),
			cluster_is_group(it->role)
				? "write count: 1, or leave the group out"
				: "write count: 1; if you only want the pods of a group, describe them under worker",
			"with lifetime or idle these pods are a Job, and a Job of 0 pods is complete at once");
}

static void memory_suffices(const struct pods *it)
{
	const struct cluster_role *role = it->role;
	const struct framework *framework = it->rules->cluster->framework;
	bool by_cores;
	int64_t needed = memory_needed(it->rules->cluster, role, &by_cores);

	if (role->memory < needed)
		pod_rules_tell(
			it, CODE_MEMORY_TOO_SMALL, pod_rules_at_key(it, role->wish.memory ? "memory" : "cpu"),
			SAY(it, "give it at least %s%s", rule_bytes(it, needed), by_cores ? ", or fewer cores" : ""),
			SAY(it, "a %s of %s with cpu %s doesn't work with %s of memory", role->term, framework->title,
			    rule_cores(it, role->cpu), rule_bytes(it, role->memory)));
}

static void cpu_suffices(const struct pods *it)
{
	const struct cluster_role *role = it->role;
	const struct framework *framework = it->rules->cluster->framework;
	const int64_t *minimum = role_of_framework(framework, role->kind)->cpuMinimum;

	if (minimum && role->cpu_limit < *minimum)
		pod_rules_tell(it, CODE_CPU_TOO_SMALL, pod_rules_at_key(it, role->wish.cpuLimit ? "cpuLimit" : "cpu"),
			       SAY(it, "write cpu: %s or more, or cpuLimit: %s if the node has some to spare",
				   rule_cores(it, *minimum), rule_cores(it, *minimum)),
			       SAY(it, "a %s of %s may not start in time with cpu %s", role->term, framework->title,
				   rule_cores(it, role->cpu_limit)));
}

static void limits_hold_requests(const struct pods *it)
{
	if (it->role->cpu_limit < it->role->cpu)
		pod_rules_tell(it, CODE_LIMIT_BELOW_REQUEST, pod_rules_at_key(it, "cpuLimit"),
			       SAY(it, "write at least %s, or leave it out", rule_cores(it, it->role->cpu)),
			       SAY(it, "the limit is below the request of %s", rule_cores(it, it->role->cpu)));
	if (it->role->memory_limit < it->role->memory)
		pod_rules_tell(it, CODE_LIMIT_BELOW_REQUEST, pod_rules_at_key(it, "memoryLimit"),
			       SAY(it, "write at least %s, or leave it out", rule_bytes(it, it->role->memory)),
			       SAY(it, "the limit is below the request of %s", rule_bytes(it, it->role->memory)));
}

/* What lies in /dev/shm is counted as the container's memory. */
static void shared_memory_fits(const struct pods *it)
{
	if (it->role->wish.sharedMemory && it->role->shared_memory + it->role->reserve >= it->role->memory)
		pod_rules_tell(
			it, CODE_SHARED_MEMORY_TOO_LARGE, pod_rules_at_key(it, "sharedMemory"),
			"make it smaller, or give the pod more memory",
			SAY(it, "shared memory counts as the pod's memory: %s of %s leave nothing for the %s itself",
			    rule_bytes(it, it->role->shared_memory), rule_bytes(it, it->role->memory), it->role->term));
}

/* 20G as 20Gi, 100k as 100Ki. */
static const char *binary_unit(const struct pods *it, const char *text)
{
	size_t size = strlen(text);
	char unit = text[size - 1];

	return SAY(it, "%.*s%ci", (int)(size - 1), text, unit == 'k' ? 'K' : unit);
}

/* Units that look like others. */
static void units_are_meant(const struct pods *it)
{
	enum { MANY_CORES = 256 };
	static const char *const keys[] = {"memory", "memoryLimit", "storage", "sharedMemory"};

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		const struct node *node = it->block ? node_get(it->block, keys[i]) : NULL;
		const char *text = node && node->kind == NODE_TEXT ? node->text : "";
		size_t size = strlen(text);

		if (size > 1 && strchr("kMGT", text[size - 1]))
			pod_rules_tell(
				it, CODE_DECIMAL_UNIT, pod_rules_at_key(it, keys[i]),
				SAY(it, "write %s", binary_unit(it, text)),
				SAY(it, "%s is counted in thousands, and less than %s", text, binary_unit(it, text)));
	}
	if (it->role->wish.cpu && it->role->cpu >= MANY_CORES * 1000)
		pod_rules_tell(it, CODE_MANY_CORES, pod_rules_at_key(it, "cpu"),
			       SAY(it, "write %sm if thousandths are meant", rule_cores(it, it->role->cpu)),
			       SAY(it, "the pod asks for %s cores", rule_cores(it, it->role->cpu)));
}

/* --- Placement ---------------------------------------------------------------------------------------- */

/* As the API server has it (k8s.io/kubernetes, ValidateTolerations). */
static void tolerations_are_clear(const struct pods *it)
{
	for (size_t i = 0; i < it->role->wish.tolerations_count; i++) {
		const struct profile_toleration *one = &it->role->wish.tolerations[i];
		bool exists = one->operator && *one->operator == TOLERATION_EXISTS;

		if (!one->key && !exists)
			pod_rules_tell(it, CODE_CONFLICTING_KEYS, pod_rules_at_item(it, "tolerations", i, "operator"),
				       "add key, or operator: Exists",
				       "a toleration without a key is for all taints, and then its operator is Exists");
		if (one->value && exists)
			pod_rules_tell(it, CODE_CONFLICTING_KEYS, pod_rules_at_item(it, "tolerations", i, "value"),
				       "leave one of them out", "with operator Exists no value is compared");
		if (one->tolerationSeconds && (!one->effect || *one->effect != TAINT_NO_EXECUTE))
			pod_rules_tell(it, CODE_CONFLICTING_KEYS,
				       pod_rules_at_item(it, "tolerations", i, "tolerationSeconds"),
				       "add effect: NoExecute, or leave it out",
				       "tolerationSeconds speaks of the effect NoExecute only");
	}
}

static void (*const all_rules[])(const struct pods *) = {
	image_is_fixed,       image_is_readable,     job_has_pods,         memory_suffices,
	cpu_suffices,         limits_hold_requests,  shared_memory_fits,   units_are_meant,
	gpu_rules_check_pods, tolerations_are_clear, env_rules_check_pods, volume_rules_check,
};

const struct node *pod_rules_block(const struct rules *it, const struct cluster_role *role)
{
	const struct node *groups = node_get(it->document->root, "groups"),
			  *own = node_get(it->document->root, role->component);

	return cluster_is_group(role) ? node_named(groups, role->component) : own;
}

/* The same, where roles are asked for in their order: their groups stand in the profile in that order, too. */
static const struct node *next_block_of(const struct rules *it, const struct cluster_role *role,
					const struct node **group)
{
	const struct node *here = *group;

	if (!cluster_is_group(role) || !here || strcmp(node_get(here, "name")->text, role->component))
		return pod_rules_block(it, role);
	*group = here->next;
	return here;
}

void pod_rules_check(const struct rules *it)
{
	const struct node *groups = node_get(it->document->root, "groups"), *group = groups ? groups->first : NULL;
	struct index claims = INDEX_IN(it->arena), defined[ROLES] = {{0}};

	if (it->profile->image)
		pod_rules_tell_of_tag(it, AT(it, "image"), it->profile->image);
	env_rules_check(it, defined);
	for (size_t i = 0; i < it->cluster->role_count; i++) {
		struct pods pods = {it, &it->cluster->roles[i], next_block_of(it, &it->cluster->roles[i], &group),
				    &claims, defined};

		for (size_t r = 0; r < sizeof all_rules / sizeof *all_rules; r++)
			all_rules[r](&pods);
	}
}
