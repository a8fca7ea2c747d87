/* rules: what only shows when everything is put together. One function a rule; the table at
 * the end lists them. */
#include "cluster/rules.h"

#include <string.h>

#include "base/quantity.h"
#include "cluster/settings.h"
#include "language/values.h"

struct rules {
	struct arena *arena;
	struct diags *diags;
	const struct cluster *cluster;
	const struct document *document;
	const struct profile *profile;
};

/* The place of the value at a path of keys. */
#define AT(it, ...) node_span((it)->document->source, node_find((it)->document->root, __VA_ARGS__, NULL))
/* The place of the last key of the path. */
#define AT_KEY(it, ...) node_key_span((it)->document->source, node_find((it)->document->root, __VA_ARGS__, NULL))

static const char *bytes(const struct rules *it, int64_t size)
{
	return quantity_write(it->arena, UNIT_BYTES, size);
}

/* Every name that is derived from the cluster's fits its own limit. The pods of a workload get
 * a label with its name, '-' and a hash of up to 10 characters (controller-revision-hash),
 * and labels end at 63. */
static void names_fit(const struct rules *it)
{
	enum { LABEL_MOST = 63, REVISION = 11 };
	size_t longest = 0;
	const struct cluster_role *role = NULL;

	for (size_t i = 0; i < it->cluster->role_count; i++)
		if (strlen(it->cluster->roles[i].object) > longest) {
			role = &it->cluster->roles[i];
			longest = strlen(role->object);
		}
	if (longest + REVISION > LABEL_MOST)
		diag(it->diags, CODE_NAME_TOO_LONG, AT(it, "name"),
		     text_format(it->arena, "shorten it to %zu characters",
				 strlen(it->cluster->name) - (longest + REVISION - LABEL_MOST)),
		     "the workload '%s' would have %zu characters, %zu more than the %d its pods' labels leave it",
		     role->object, longest, longest + REVISION - LABEL_MOST, LABEL_MOST - REVISION);
}

static void namespace_is_own(const struct rules *it)
{
	if (!it->profile->namespace)
		return;
	if (!strncmp(it->profile->namespace, "kube-", 5))
		diag(it->diags, CODE_RESERVED_NAMESPACE, AT(it, "namespace"), "name your own namespace, or leave the key out",
		     "'%s' belongs to Kubernetes itself", it->profile->namespace);
	else if (!strcmp(it->profile->namespace, "default"))
		diag(it->diags, CODE_DEFAULT_NAMESPACE, AT(it, "namespace"),
		     "name your own namespace, or leave the key out to take kubectl's", "the namespace is 'default'");
}

/* A digest says exactly what runs; a tag should at least say a version. */
static void image_is_fixed(const struct rules *it)
{
	const char *image = it->profile->image, *name, *tag;

	if (!image || strchr(image, '@'))
		return;
	name = strrchr(image, '/');
	tag = strchr(name ? name : image, ':');
	if (!tag)
		diag(it->diags, CODE_IMAGE_TAG, AT(it, "image"), "add the version's tag, or a digest",
		     "the image '%s' has no tag: it means :latest", image);
	else if (!strcmp(tag, ":latest"))
		diag(it->diags, CODE_IMAGE_TAG, AT(it, "image"), "take the tag of a version, or a digest",
		     "the image's tag is 'latest': what runs changes without notice");
}

/* --- Ports ---------------------------------------------------------------------------------- */

static const struct profile_port *in_profile(const struct rules *it, const char *name)
{
	for (size_t i = 0; i < it->profile->ports_count; i++)
		if (!strcmp(it->profile->ports[i].name, name))
			return &it->profile->ports[i];
	return NULL;
}

/* Where the other one of two clashing ports stands, in words. */
static const char *other_place(const struct rules *it, const char *name)
{
	if (in_profile(it, name))
		return text_format(it->arena, "port '%s' in line %u has it; give one of them another number", name,
				   AT(it, "ports", name, "port").line);
	return text_format(it->arena, "the framework's port '%s' has it; move that one too, or take another number", name);
}

/* Where an entry of the list was bad, not all of it is known. */
static bool is_pruned(const struct node *list)
{
	bool pruned = list->pruned;

	for (const struct node *item = list->first; item; item = item->next)
		pruned = pruned || item->pruned;
	return pruned;
}

/* Which of two clashing ports to tell of: the one the profile names, or names last. */
static bool tells_of_first(const struct rules *it, const char *first, const char *second)
{
	if (!in_profile(it, first) || !in_profile(it, second))
		return in_profile(it, first);
	return AT(it, "ports", first, "port").line >= AT(it, "ports", second, "port").line;
}

static void tell_clash(const struct rules *it, const struct cluster_port *port, const struct cluster_port *other)
{
	bool first = tells_of_first(it, port->name, other->name);

	diag(it->diags, CODE_PORT_CLASH, AT(it, "ports", first ? port->name : other->name, "port"),
	     other_place(it, first ? other->name : port->name), "the %s would listen twice on port %lld",
	     it->cluster->roles[port->role].term, (long long)port->number);
}

static void ports_differ(const struct rules *it)
{
	const struct node *ports = node_get(it->document->root, "ports");

	if (ports && is_pruned(ports))
		return;
	for (size_t i = 0; i < it->cluster->port_count; i++)
		for (size_t j = 0; j < i; j++) {
			const struct cluster_port *port = &it->cluster->ports[i], *other = &it->cluster->ports[j];

			if (port->role < it->cluster->role_count && port->role == other->role && port->number == other->number && !strcmp(port->protocol, other->protocol))
				tell_clash(it, port, other);
		}
}

/* --- Sizes ------------------------------------------------------------------------------------ */

/* What the definition says a role needs: at least the minimum, and so much for each core. */
static int64_t memory_needed(const struct framework_budget *budget, const struct cluster_role *role, bool *by_cores)
{
	int64_t minimum = 0, per_core = 0, cores = (role->cpu + 999) / 1000;

	quantity_read(budget->minimum, UNIT_BYTES, &minimum);
	if (budget->perCore)
		quantity_read(budget->perCore, UNIT_BYTES, &per_core);
	*by_cores = per_core * cores + role->reserve > minimum;
	return *by_cores ? per_core * cores + role->reserve : minimum;
}

/* The role's memory, or its cores where the profile only speaks of those. */
static struct span size_place(const struct rules *it, const char *role)
{
	const struct node *its = node_find(it->document->root, role, NULL);
	const struct node *memory = node_get(its, "memory"), *cpu = node_get(its, "cpu");

	return node_span(it->document->source, memory ? memory : cpu ? cpu : its);
}

static void memory_suffices(const struct rules *it)
{
	for (size_t i = 0; i < it->cluster->role_count; i++) {
		const struct cluster_role *role = &it->cluster->roles[i];
		bool by_cores;
		int64_t needed = memory_needed(framework_role_of(it->cluster->framework, role->kind)->budget, role, &by_cores);

		if (role->memory < needed)
			diag(it->diags, CODE_MEMORY_TOO_SMALL, size_place(it, role->component),
			     text_format(it->arena, "give it at least %s%s", bytes(it, needed), by_cores ? ", or fewer cores" : ""),
			     "a %s of %s with cpu %s doesn't work with %s of memory", role->term, it->cluster->framework->title,
			     quantity_write(it->arena, UNIT_CPU, role->cpu), bytes(it, role->memory));
	}
}

/* --- Maps ---------------------------------------------------------------------------------------- */

static void labels_are_own(const struct rules *it)
{
	static const char *const ours[] = {"app.kubernetes.io/name", "app.kubernetes.io/instance", "app.kubernetes.io/version",
					   "app.kubernetes.io/component", "app.kubernetes.io/managed-by"};

	for (size_t i = 0; i < it->profile->labels_count; i++)
		for (size_t j = 0; j < sizeof ours / sizeof *ours; j++)
			if (!strcmp(it->profile->labels[i].name, ours[j]))
				diag(it->diags, CODE_RESERVED_LABEL, AT(it, "labels", ours[j], "name"), "leave it out",
				     "the label %s is set by the compiler", ours[j]);
}

static void tell_override(const struct rules *it, struct span where, const char *name)
{
	diag(it->diags, CODE_ENV_OVERRIDE, where, "leave it out unless you know that the framework can do without its own value",
	     "%s sets the variable %s itself; this value takes its place", it->cluster->framework->title, name);
}

static bool is_defined(const struct framework *framework, const struct framework_role *role, const char *name)
{
	return pairs_find(framework->env, framework->env_count, name) || (role && pairs_find(role->env, role->env_count, name));
}

static void env_is_new(const struct rules *it)
{
	const struct framework *framework = it->cluster->framework;

	for (size_t i = 0; i < it->profile->env_count; i++) {
		const char *name = it->profile->env[i].name;
		bool defined = false;

		for (enum role_kind role = ROLE_HEAD; role < ROLE_NONE; role++)
			defined = defined || is_defined(framework, framework_role_of(framework, role), name);
		if (defined)
			tell_override(it, AT(it, "env", name, "name"), name);
	}
	for (enum role_kind role = ROLE_HEAD; role < ROLE_NONE; role++) {
		struct profile_role wish = profile_role_of(it->profile, role);

		for (size_t i = 0; i < wish.env_count; i++)
			if (is_defined(framework, framework_role_of(framework, role), wish.env[i].name))
				tell_override(it, AT(it, role_names[role], "env", wish.env[i].name, "name"), wish.env[i].name);
	}
}

/* The fault of a setting's name in nested maps, by itself or beside any other. */
static const char *tree_fault(const struct rules *it, const char *name)
{
	const struct framework_config *config = it->cluster->framework->config;
	const char *fault = tree_name_fault(it->arena, name, NULL);

	for (size_t i = 0; !fault && i < it->profile->config_count; i++)
		fault = tree_name_fault(it->arena, name, it->profile->config[i].name);
	for (size_t i = 0; !fault && i < config->values_count; i++) {
		fault = tree_name_fault(it->arena, name, config->values[i].name);
		if (!fault && tree_name_fault(it->arena, config->values[i].name, name))
			fault = text_format(it->arena, "'%s' has a value of its own", config->values[i].name);
	}
	return fault;
}

/* Settings that are no good for the form they take. */
static void settings_fit(const struct rules *it)
{
	const struct framework_config *config = it->cluster->framework->config;

	for (size_t i = 0; config && i < it->profile->config_count; i++) {
		const char *name = it->profile->config[i].name, *fault = NULL;

		if (!strcmp(config->format, "env"))
			fault = rule_env_name.fault(it->arena, name);
		else if (!strcmp(config->format, "yamlTree"))
			fault = tree_fault(it, name);
		if (fault)
			diag(it->diags, CODE_BAD_VALUE, AT(it, "config", name, "name"),
			     text_format(it->arena, "%s takes its settings as %s", it->cluster->framework->title,
					 strcmp(config->format, "env") ? "nested maps, by the dots in their names"
								       : "environment variables"),
			     "a setting can't be called \"%s\": %s", name, fault);
	}
}

/* Without a place for them, settings would get lost. */
static void settings_have_a_place(const struct rules *it)
{
	if (it->profile->config_count && !it->cluster->framework->config)
		diag(it->diags, CODE_UNKNOWN_KEY, AT_KEY(it, "config"), "leave it out; its definition may have other ways: env, args",
		     "%s takes no settings", it->cluster->framework->title);
}

/* --- Notebook, GPUs, volumes ---------------------------------------------------------------------- */

static void notebook_is_there(const struct rules *it)
{
	const struct framework *framework = it->cluster->framework;

	if (!it->profile->notebook)
		return;
	if (!framework->notebook)
		diag(it->diags, CODE_NO_NOTEBOOK, AT_KEY(it, "notebook"), "leave it out, and submit programs from your own machine",
		     "%s has no notebook", framework->title);
	else if (framework->notebook->lacks && !it->profile->image)
		diag(it->diags, CODE_IMAGE_LACKS, AT_KEY(it, "notebook"),
		     framework->build ? text_format(it->arena, "build %s, push it where the cluster can pull it, and name it: image: ...",
						    framework->build)
				      : "name an image that has it: image: ...",
		     "the default image %s lacks %s", framework->image, framework->notebook->lacks);
}

static void gpus_are_used(const struct rules *it)
{
	const struct cluster_role *worker = &it->cluster->roles[ROLE_WORKER];

	if (worker->gpu.count && !it->cluster->framework->worker->gpu)
		diag(it->diags, CODE_GPU_UNUSED, AT_KEY(it, "worker", "gpu"),
		     "what the framework needs to know of them goes into config, env or the program",
		     "the definition of %s doesn't tell it of GPUs", it->cluster->framework->title);
}

/* What the cluster itself mounts at the path in the role's pods, in words, or NULL. */
static const char *mounted_at(const struct cluster *cluster, const struct cluster_role *role, const char *path)
{
	for (size_t i = 0; i < cluster->file_count; i++)
		if (file_concerns(&cluster->files[i], role) && !strcmp(cluster->files[i].path, path))
			return "a file of the framework";
	for (size_t i = 0; i < cluster->secret_count; i++)
		if (cluster->secrets[i].roles[role->kind] && cluster->secrets[i].path && !strcmp(cluster->secrets[i].path, path))
			return "a secret of the framework";
	return role->shared_memory && !strcmp(path, "/dev/shm") ? "shared memory" : NULL;
}

static void volumes_have_room(const struct rules *it)
{
	for (size_t r = 0; r < it->cluster->role_count; r++) {
		const struct cluster_role *role = &it->cluster->roles[r];

		for (size_t i = 0; i < role->volume_count; i++) {
			const struct profile_volume *volume = &role->volumes[i];
			const char *there = mounted_at(it->cluster, role, volume->path);

			for (size_t j = 0; !there && j < i; j++)
				if (!strcmp(role->volumes[j].path, volume->path))
					there = text_format(it->arena, "the volume '%s'", role->volumes[j].name);
			if (there)
				diag(it->diags, CODE_MOUNT_CLASH, AT(it, role->component, "volumes", volume->name, "path"),
				     "choose another path", "%s is mounted at %s already", there, volume->path);
		}
	}
}

static void (*const all_rules[])(const struct rules *) = {
	names_fit,	namespace_is_own,      image_is_fixed,	  ports_differ,	 memory_suffices,   labels_are_own, env_is_new,
	settings_fit,	settings_have_a_place, notebook_is_there, gpus_are_used, volumes_have_room,
};

void rules_check(struct arena *arena, struct diags *diags, const struct cluster *cluster, const struct document *profile)
{
	struct rules it = {arena, diags, cluster, profile, profile->bound};

	for (size_t i = 0; i < sizeof all_rules / sizeof *all_rules; i++)
		all_rules[i](&it);
}
