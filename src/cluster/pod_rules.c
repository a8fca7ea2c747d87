/* pod_rules: what only shows when everything about one kind of pods is put together. One
 * function a rule; the table at the end lists them. */
#include <string.h>

#include "base/quantity.h"
#include "cluster/memory.h"
#include "cluster/mounts.h"
#include "cluster/ruling.h"
#include "language/values.h"

/* A kind of pods, and the block of the profile that speaks of it, or NULL. */
struct pods {
	const struct rules *rules;
	const struct cluster_role *role;
	const struct node *block;
	struct index *claims,
		*defined; /* of all kinds: claims by their names; each kind's defined variables by theirs */
};

static void tell_of_pods(const struct pods *it, enum code code, struct span where, const char *help, const char *text)
{
	diag(it->rules->diags, code, where, help, "%s", text);
}

#define SAY(it, ...) text_format((it)->rules->arena, __VA_ARGS__)

/* The place of a value in the block, of the block's own key, or of the cluster's name. */
static struct span at_pod_key(const struct pods *it, const char *key)
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

/* Where an entry of volumes or tolerations stands in the site it comes from, whose lists are put behind
 * the profile's own. */
static const struct node *site_item(const struct pods *it, const char *list, size_t index)
{
	const struct site_pods *pods = it->rules->cluster->site->defaults->pods;
	const struct profile_role *wish = &it->role->wish;
	bool volumes = !strcmp(list, "volumes");
	const void *entry = volumes ? (const void *)&wish->volumes[index] : &wish->tolerations[index];
	const char *its = volumes ? (const char *)pods->volumes : (const char *)pods->tolerations;
	size_t size = volumes ? sizeof *pods->volumes : sizeof *pods->tolerations, i = 0;

	while (memcmp(its + i * size, entry, size) != 0)
		i++;
	return node_item(node_find(it->rules->site->root, "defaults", "pods", list, NULL), i);
}

static struct span at_item(const struct pods *it, const char *list, size_t index, const char *key)
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

/* Whether a bad key was taken out of an entry, so that not all of it is known. */
static bool is_pruned_at(const struct pods *it, const char *list, size_t index)
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

/* A digest says exactly what runs; a tag should at least say a version. */
static void tell_of_tag(const struct rules *it, struct span where, const char *image)
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
		tell_of_tag(it->rules, at_pod_key(it, "image"), it->role->wish.image);
}

/* --- Sizes ------------------------------------------------------------------------------------ */

static void memory_suffices(const struct pods *it)
{
	const struct cluster_role *role = it->role;
	const struct framework *framework = it->rules->cluster->framework;
	bool by_cores;
	int64_t needed = memory_needed(it->rules->cluster, role, &by_cores);

	if (role->memory < needed)
		tell_of_pods(
			it, CODE_MEMORY_TOO_SMALL, at_pod_key(it, role->wish.memory ? "memory" : "cpu"),
			SAY(it, "give it at least %s%s", rule_bytes(it, needed), by_cores ? ", or fewer cores" : ""),
			SAY(it, "a %s of %s with cpu %s doesn't work with %s of memory", role->term, framework->title,
			    rule_cores(it, role->cpu), rule_bytes(it, role->memory)));
}

static void limits_hold_requests(const struct pods *it)
{
	if (it->role->cpu_limit < it->role->cpu)
		tell_of_pods(it, CODE_LIMIT_BELOW_REQUEST, at_pod_key(it, "cpuLimit"),
			     SAY(it, "write at least %s, or leave it out", rule_cores(it, it->role->cpu)),
			     SAY(it, "the limit is below the request of %s", rule_cores(it, it->role->cpu)));
	if (it->role->memory_limit < it->role->memory)
		tell_of_pods(it, CODE_LIMIT_BELOW_REQUEST, at_pod_key(it, "memoryLimit"),
			     SAY(it, "write at least %s, or leave it out", rule_bytes(it, it->role->memory)),
			     SAY(it, "the limit is below the request of %s", rule_bytes(it, it->role->memory)));
}

/* What lies in /dev/shm is counted as the container's memory. */
static void shared_memory_fits(const struct pods *it)
{
	if (it->role->wish.sharedMemory && it->role->shared_memory + it->role->reserve >= it->role->memory)
		tell_of_pods(
			it, CODE_SHARED_MEMORY_TOO_LARGE, at_pod_key(it, "sharedMemory"),
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
			tell_of_pods(
				it, CODE_DECIMAL_UNIT, at_pod_key(it, keys[i]),
				SAY(it, "write %s", binary_unit(it, text)),
				SAY(it, "%s is counted in thousands, and less than %s", text, binary_unit(it, text)));
	}
	if (it->role->wish.cpu && it->role->cpu >= MANY_CORES * 1000)
		tell_of_pods(it, CODE_MANY_CORES, at_pod_key(it, "cpu"),
			     SAY(it, "write %sm if thousandths are meant", it->role->wish.cpu),
			     SAY(it, "the pod asks for %s cores", it->role->wish.cpu));
}

/* --- GPUs ----------------------------------------------------------------------------------------- */

static void gpus_are_used(const struct pods *it)
{
	const struct framework *framework = it->rules->cluster->framework;
	const struct profile_gpu *gpu = it->role->wish.gpu;
	const struct cluster *cluster = it->rules->cluster;
	const struct site *site = cluster->site;

	if (!gpu)
		return;
	if (it->role->kind != ROLE_WORKER && !role_of_framework(framework, it->role->kind)->gpu)
		tell_of_pods(it, CODE_NO_GPU_HERE, at_pod_key(it, "gpu"), "give GPUs to the workers",
			     SAY(it, "the %s of %s computes nothing that would use a GPU", it->role->term,
				 framework->title));
	else if (!role_of_framework(framework, it->role->kind)->gpu)
		tell_of_pods(it, CODE_GPU_UNUSED, at_pod_key(it, "gpu"),
			     "what the framework needs to know of them goes into config, env or the program",
			     SAY(it, "the definition of %s doesn't tell it of GPUs", framework->title));
	if (gpu->class && site && site->kubernetes && cluster->kubernetes < 34)
		tell_of_pods(it, CODE_TOO_NEW, at_pod_key(it, "gpu"), "say the GPUs' resource instead of a class",
			     SAY(it, "device classes need Kubernetes 1.34, and the site %s has %s", site->name,
				 site->kubernetes));
	if (gpu->class && (gpu->resource || gpu->product))
		tell_of_pods(it, CODE_CONFLICTING_KEYS, at_pod_key(it, "gpu"), "keep class, or leave it out",
			     "GPUs come by their device class, or by a resource and its product, not both");
}

/* --- Environment ------------------------------------------------------------------------------------ */

/* The variables that a definition sets in a kind of pods. */
static struct index defined_env(const struct rules *it, enum role_kind kind)
{
	const struct framework *framework = it->cluster->framework;
	const struct framework_role *role = role_of_framework(framework, kind);
	struct index names = INDEX_IN(it->arena);

	for (size_t i = 0; i < framework->env_count; i++)
		index_add(&names, framework->env[i].name, &framework->env[i]);
	for (size_t i = 0; role && i < role->env_count; i++)
		index_add(&names, role->env[i].name, &role->env[i]);
	return names;
}

static void tell_override(const struct rules *it, struct span where, const char *name)
{
	diag(it->diags, CODE_ENV_OVERRIDE, where,
	     "leave it out unless you know that the framework can do without its own value",
	     "%s sets the variable %s itself; this value takes its place", it->cluster->framework->title, name);
}

static bool ends_with(const char *name, const char *end)
{
	size_t size = strlen(name), length = strlen(end);

	return size >= length && !strcmp(name + size - length, end);
}

/* Parts of names between '_' that speak of what nobody else is to know. Where a name says that
 * it is only a file's, a number's or the public half, it is. */
static bool looks_secret(const char *name)
{
	static const char *const harmless[] = {"_FILE", "_PATH", "_DIR", "_ID", "_NAME", "PUBLIC_KEY"};
	static const char *const words[] = {"TOKEN",  "PASSWORD", "PASSWD",     "PGPASSWORD",
					    "SECRET", "KEY",      "CREDENTIAL", "CREDENTIALS"};

	for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++)
		if (ends_with(name, harmless[i]))
			return false;

	for (; *name; name += strcspn(name, "_"), name += *name == '_') {
		size_t size = strcspn(name, "_");

		for (size_t i = 0; i < sizeof words / sizeof *words; i++)
			if (strlen(words[i]) == size && !strncmp(name, words[i], size))
				return true;
	}
	return false;
}

static void tell_secret(const struct rules *it, struct span where, const struct pair *variable)
{
	/* $(OTHER) speaks of a variable that may well come from a Secret. */
	if (*variable->value && strncmp(variable->value, "$(", 2) && looks_secret(variable->name))
		diag(it->diags, CODE_LITERAL_SECRET, where,
		     text_format(it->arena,
				 "kubectl create secret generic NAME --from-literal=%s=..., and write envFrom: "
				 "[{secret: NAME}] under head, worker, notebook or a group",
				 variable->name),
		     "%s looks like a secret, and this value would stand in the manifest for everybody to read",
		     variable->name);
}

/* What the compiler sets in every pod, and other values are made of. */
static void refuse_own(const struct rules *it, struct span where, const char *name)
{
	if (!strcmp(name, "POD_NAME") || !strcmp(name, "POD_IP"))
		diag(it->diags, CODE_RESERVED_VARIABLE, where, "choose another name",
		     "%s is set by the compiler, in every pod", name);
}

static void env_is_good(const struct pods *it)
{
	for (size_t i = 0; i < it->role->wish.env_count; i++) {
		const struct pair *variable = &it->role->wish.env[i];
		struct span where = node_span(it->rules->document->source,
					      node_find(it->block, "env", variable->name, "name", NULL));

		if (index_find(&it->defined[it->role->kind], variable->name) &&
		    !setting_rules_find(it->rules->cluster->framework, variable->name))
			tell_override(it->rules, where, variable->name);
		tell_secret(it->rules, where, variable);
		refuse_own(it->rules, where, variable->name);
	}
}

/* The profile's own, for all pods. */
static void common_env_is_good(const struct rules *it, const struct index defined[ROLES])
{
	for (size_t i = 0; i < it->profile->env_count; i++) {
		const char *name = it->profile->env[i].name;
		bool sets = false;

		for (enum role_kind role = ROLE_HEAD; role < ROLE_NONE; role++)
			sets = sets || index_find(&defined[role], name);
		if (sets && !setting_rules_find(it->cluster->framework, name))
			tell_override(it, AT(it, "env", name, "name"), name);
		tell_secret(it, AT(it, "env", name, "name"), &it->profile->env[i]);
		refuse_own(it, AT(it, "env", name, "name"), name);
	}
}

static void env_has_one_source(const struct pods *it)
{
	for (size_t i = 0; i < it->role->wish.envFrom_count; i++) {
		const struct profile_env_from *from = &it->role->wish.envFrom[i];

		if (!from->secret == !from->configMap && !is_pruned_at(it, "envFrom", i))
			tell_of_pods(it, CODE_CONFLICTING_KEYS, at_item(it, "envFrom", i, "secret"),
				     "write secret or configMap",
				     from->secret ? "variables come from a secret or a config map, not both"
						  : "where the variables come from isn't said");
	}
}

/* --- Volumes ---------------------------------------------------------------------------------------- */

static const char *claim_text(const struct pods *it, const struct profile_claim *claim)
{
	return SAY(it, "%s %s %s", claim->size, claim->storageClass ? claim->storageClass : "",
		   claim->accessMode ? access_mode_words[*claim->accessMode] : "");
}

static size_t sources_of(const struct profile_volume *volume)
{
	return (size_t)(volume->claim != NULL) + (volume->scratch != NULL) + (volume->configMap != NULL) +
	       (volume->secret != NULL) + (volume->newClaim != NULL) + (volume->nfs != NULL);
}

static void volumes_have_one_source(const struct pods *it)
{
	for (size_t i = 0; i < it->role->volume_count; i++) {
		const struct profile_volume *volume = &it->role->wish.volumes[i];

		if (sources_of(volume) != 1 && is_pruned_at(it, "volumes", i))
			continue;
		if (sources_of(volume) != 1)
			tell_of_pods(it, CODE_CONFLICTING_KEYS, at_item(it, "volumes", i, "name"),
				     "write one of claim, scratch, configMap, secret, newClaim, nfs",
				     SAY(it, "the volume '%s' has %s", volume->name,
					 sources_of(volume) ? "more than one source" : "no source"));
		else if (volume->nfs)
			tell_of_pods(it, CODE_NFS_VOLUME, at_item(it, "volumes", i, "nfs"),
				     "ask whoever runs the cluster for a claim on it",
				     "the restricted Pod Security Standard refuses NFS volumes: the pods will not be "
				     "made where it is enforced");
	}
}

/* Who names a claim that comes with the cluster first, and how it wants it. */
struct claimed {
	const struct cluster_role *role;
	const char *text;
};

/* Roles share a claim that comes with the cluster by naming it alike: then they mean the same. */
static void claims_agree(const struct pods *it)
{
	for (size_t i = 0; i < it->role->volume_count; i++) {
		const struct profile_volume *wish = &it->role->wish.volumes[i];
		struct claimed *mine, *first;

		if (!wish->newClaim)
			continue;
		mine = NEW(it->rules->arena, struct claimed);
		*mine = (struct claimed){it->role, claim_text(it, wish->newClaim)};
		first = index_add(it->claims, wish->name, mine);
		if (strcmp(first->text, mine->text))
			tell_of_pods(it, CODE_CONFLICTING_KEYS, at_item(it, "volumes", i, "newClaim"),
				     "say the same in both, or choose another name",
				     SAY(it, "the %s's pods share the claim '%s', and want it otherwise",
					 first->role->term, wish->name));
	}
}

static void volumes_have_room(const struct pods *it)
{
	struct index mounts = INDEX_IN(it->rules->arena);

	if (!it->role->volume_count)
		return;
	mounts_add_framework(&mounts, it->rules->cluster, it->role);
	mounts_add_profile(&mounts, it->rules->cluster);
	for (size_t i = 0; i < it->role->volume_count; i++) {
		const struct cluster_volume *volume = &it->role->volumes[i];
		const char *own = SAY(it, "the volume '%s'", volume->name),
			   *there = index_add(&mounts, volume->path, own);

		if (there != own)
			tell_of_pods(it, CODE_MOUNT_CLASH, at_item(it, "volumes", i, "path"), "choose another path",
				     SAY(it, "%s is mounted at %s already", there, volume->path));
	}
}

/* --- Placement ---------------------------------------------------------------------------------------- */

/* As the API server has it (k8s.io/kubernetes, ValidateTolerations). */
static void tolerations_are_clear(const struct pods *it)
{
	for (size_t i = 0; i < it->role->wish.tolerations_count; i++) {
		const struct profile_toleration *one = &it->role->wish.tolerations[i];
		bool exists = one->operator && *one->operator == TOLERATION_EXISTS;

		if (!one->key && !exists)
			tell_of_pods(it, CODE_CONFLICTING_KEYS, at_item(it, "tolerations", i, "operator"),
				     "add key, or operator: Exists",
				     "a toleration without a key is for all taints, and then its operator is Exists");
		if (one->value && exists)
			tell_of_pods(it, CODE_CONFLICTING_KEYS, at_item(it, "tolerations", i, "value"),
				     "leave one of them out", "with operator Exists no value is compared");
		if (one->tolerationSeconds && (!one->effect || *one->effect != TAINT_NO_EXECUTE))
			tell_of_pods(it, CODE_CONFLICTING_KEYS, at_item(it, "tolerations", i, "tolerationSeconds"),
				     "add effect: NoExecute, or leave it out",
				     "tolerationSeconds speaks of the effect NoExecute only");
	}
}

static void (*const all_rules[])(const struct pods *) = {
	image_is_fixed,          memory_suffices,   limits_hold_requests, shared_memory_fits,
	units_are_meant,         gpus_are_used,     env_is_good,          env_has_one_source,
	volumes_have_one_source, volumes_have_room, claims_agree,         tolerations_are_clear,
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

static bool has_env(const struct rules *it)
{
	for (size_t i = 0; i < it->cluster->role_count; i++)
		if (it->cluster->roles[i].wish.env_count)
			return true;
	return it->profile->env_count;
}

void pod_rules_check(const struct rules *it)
{
	const struct node *groups = node_get(it->document->root, "groups"), *group = groups ? groups->first : NULL;

	struct index claims = INDEX_IN(it->arena), defined[ROLES] = {{0}};

	if (it->profile->image)
		tell_of_tag(it, AT(it, "image"), it->profile->image);
	for (enum role_kind kind = ROLE_HEAD; has_env(it) && kind < ROLE_NONE; kind++)
		defined[kind] = defined_env(it, kind);
	common_env_is_good(it, defined);
	for (size_t i = 0; i < it->cluster->role_count; i++) {
		struct pods pods = {it, &it->cluster->roles[i], next_block_of(it, &it->cluster->roles[i], &group),
				    &claims, defined};

		for (size_t r = 0; r < sizeof all_rules / sizeof *all_rules; r++)
			all_rules[r](&pods);
	}
}
