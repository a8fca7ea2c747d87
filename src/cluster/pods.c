/* pods: what each kind of pod is: its size, and what runs in it. */
#include "cluster/pods.h"

#include <stdlib.h>
#include <string.h>

#include "cluster/code.h"
#include "cluster/expand.h"
#include "cluster/files.h"
#include "cluster/mounts.h"
#include "cluster/needs.h"
#include "cluster/packages.h"
#include "cluster/placement.h"
#include "cluster/sites.h"
#include "cluster/storage.h"

struct decider {
	struct arena *arena;
	struct cluster *cluster;
	const struct profile *profile;
	const struct pair *hiding; /* the variable that hides GPUs from pods without any, or NULL */
};

/* --- Sizes --------------------------------------------------------------------------------- */

/* A class is a label of the pods on sites that say so, and a device class elsewhere. */
static void decide_gpu(struct cluster_role *role, const struct site *site)
{
	const struct profile_gpu *wish = role->wish.gpu;
	const char *own = NULL;

	if (!wish)
		return;
	role->gpu.count = *wish->count;
	role->gpu.product = wish->product;
	role->gpu.class_label = site_class_label(site);
	if (role->gpu.class_label)
		role->gpu.size_class = wish->class;
	else
		role->gpu.device_class = wish->class;
	if (role->gpu.device_class)
		return;
	own = wish->product ? site_resource_of(site, wish->product) : NULL;
	role->gpu.resource = wish->resource ? wish->resource : own ? own : USUAL_GPU;
}

/* 0 for what is no number. */
static int64_t read_count(const char *text)
{
	size_t size = strspn(text, "0123456789");

	return !text[size] && size <= 9 ? strtoll(text, NULL, 10) : 0;
}

/* The number that the profile chooses; 0 where it says none. The nearer one wins, as it does for the pod itself. */
static int64_t chosen_processes(const struct decider *it, const struct cluster_role *role, const char *setting)
{
	const struct profile *profile = it->profile;
	const char *texts[] = {pairs_find(role->wish.env, role->wish.env_count, setting),
			       pairs_find(profile->env, profile->env_count, setting),
			       pairs_find(profile->config, profile->config_count, setting)};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (texts[i])
			return read_count(texts[i]);
	return 0;
}

static void decide_processes(const struct decider *it, struct cluster_role *role,
			     const struct framework_processes *defined)
{
	int64_t chosen = defined && defined->setting ? chosen_processes(it, role, defined->setting) : 0;

	if (chosen)
		role->processes = chosen;
	else if (defined && role->gpu.count)
		role->processes = role->gpu.count;
	else
		role->processes = defined && *defined->each == PROCESS_EACH_CORE ? cluster_cores(role->cpu) : 1;
}

/* A quarter more than the share: what lives there has some overhead of its own, and is to be
 * stopped by its own limit before it meets this one. */
static void decide_shared_memory(struct cluster_role *role, const struct framework_budget *budget)
{
	for (size_t i = 0; i < budget->shares_count; i++)
		if (budget->shares[i].shared && *budget->shares[i].shared)
			role->shared_memory = (expand_share_mib(&budget->shares[i], role) * 5 / 4 + 1) * 1024 * 1024;
	role->shared_memory = cluster_number_or(role->wish.sharedMemory, role->shared_memory);
}

static void decide_role_identity(const struct decider *it, struct cluster_role *role)
{
	const struct framework_user *user = it->cluster->framework->user;

	role->uid = cluster_number_or(role->wish.runAsUser, *user->uid);
	role->gid = cluster_number_or(role->wish.runAsGroup, *user->gid);
	role->fs_group = cluster_number_or(role->wish.fsGroup, role->gid);
	role->read_only_root = !role->wish.readOnlyRoot || *role->wish.readOnlyRoot;
	role->supplemental_group_count = role->wish.supplementalGroups_count;
	role->supplemental_groups = NEW_ARRAY(it->arena, int64_t, role->supplemental_group_count);
	for (size_t i = 0; i < role->supplemental_group_count; i++)
		role->supplemental_groups[i] = strtoll(role->wish.supplementalGroups[i], NULL, 10);
}

/* What lies in a scratch volume is counted as the pod's, too (kubernetes.io, Local ephemeral storage). */
static void decide_disk(const struct cluster *cluster, struct cluster_role *role)
{
	role->disk = role->storage + cluster->code.size;
	for (size_t i = 0; i < role->wish.volumes_count; i++)
		role->disk += cluster_number_or(role->wish.volumes[i].scratch, 0);
}

/* Which version an image of the profile's own holds, nobody knows. */
static void decide_image(const struct decider *it, struct cluster_role *role)
{
	const struct framework *framework = it->cluster->framework;
	const char *own = role->wish.image ? role->wish.image : it->profile->image;

	role->version = own && strcmp(own, framework->image) ? NULL : framework->version;
	role->image = site_image(it->arena, own ? own : framework->image, it->cluster->site);
}

static void decide_size(const struct decider *it, struct cluster_role *role)
{
	const struct framework_role *defined = role_of_framework(it->cluster->framework, role->kind);
	const struct profile_role *wish = &role->wish;

	site_pods(it->arena, &role->wish, it->cluster->site);
	role->object = role->subdomain = text_join(it->arena, it->profile->name, "-", role->component, NULL);
	role->term = defined->term;
	decide_image(it, role);
	role->cpu = cluster_number_or(wish->cpu, *defined->cpu);
	role->cpu_limit = cluster_number_or(wish->cpuLimit, role->cpu);
	role->memory = cluster_number_or(wish->memory, *defined->memory);
	role->memory_limit = cluster_number_or(wish->memoryLimit, role->memory);
	role->storage = cluster_number_or(wish->storage, *defined->storage);
	decide_disk(it->cluster, role);
	role->reserve = cluster_number_or(defined->budget->reserve, 0);
	role->stop_grace = cluster_number_or(wish->stopGrace, cluster_number_or(defined->stopGrace, 30));
	decide_gpu(role, it->cluster->site);
	role->once = role->gpu.count && site_starts_gpus_once(it->cluster->site);
	decide_processes(it, role, defined->processes);
	decide_shared_memory(role, defined->budget);
	decide_role_identity(it, role);
}

static struct cluster_role *pods_add_role(const struct decider *it, enum role_kind kind, const char *component)
{
	struct cluster_role *role = &it->cluster->roles[it->cluster->role_count++];

	*role = (struct cluster_role){.kind = kind, .component = component, .count = 1};
	return role;
}

static void add_workers(const struct decider *it)
{
	struct cluster_role *role = pods_add_role(it, ROLE_WORKER, role_names[ROLE_WORKER]);

	role->wish = role_of_profile(it->profile, ROLE_WORKER);
	role->count = it->profile->worker ? cluster_number_or(it->profile->worker->count, 1) : 1;
	for (size_t i = 0; i < it->profile->groups_count; i++) {
		const struct profile_group *group = &it->profile->groups[i];

		role = pods_add_role(it, ROLE_WORKER, group->name);
		role->wish = role_of_group(group);
		role->count = cluster_number_or(group->count, 1);
	}
}

/* The notebook comes last, and only where it is asked for. */
void pods_decide_sizes(struct cluster *cluster, struct arena *arena, const struct profile *profile)
{
	struct decider it = {arena, cluster, profile, NULL};

	cluster->roles = NEW_ARRAY(arena, struct cluster_role, ROLES + profile->groups_count);
	pods_add_role(&it, ROLE_HEAD, role_names[ROLE_HEAD])->wish = role_of_profile(profile, ROLE_HEAD);
	add_workers(&it);
	if (cluster->framework->notebook && profile->notebook)
		pods_add_role(&it, ROLE_NOTEBOOK, role_names[ROLE_NOTEBOOK])->wish =
			role_of_profile(profile, ROLE_NOTEBOOK);
	for (size_t i = 0; i < cluster->role_count; i++)
		decide_size(&it, &cluster->roles[i]);
}

/* --- What runs ------------------------------------------------------------------------------ */

/* A role's text, and whether it has the number of workers in it. */
static const char *expand_own(const struct decider *it, const struct cluster_role *role, const char *text)
{
	bool counts;

	text = expand_counting(it->arena, it->cluster, role, text, &counts);
	if (counts)
		texts_add_once(it->arena, &it->cluster->counting,
			       text_join(it->arena, "the command or environment of the ",
					 cluster_role_title(it->arena, role), NULL));
	return text;
}

static void expand_texts(const struct decider *it, const struct cluster_role *role, struct texts *to,
			 const char *const *items, size_t count)
{
	for (size_t i = 0; i < count; i++)
		texts_add(it->arena, to, expand_own(it, role, items[i]));
}

static void add_defined_env(const struct decider *it, struct cluster_role *role, const struct pair *env, size_t count)
{
	for (size_t i = 0; i < count; i++)
		pairs_set(it->arena, &role->env, env[i].name, expand_own(it, role, env[i].value));
}

/* The profile's own, as they are: ${...} in them is the program's business. */
static void add_env(const struct decider *it, struct cluster_role *role, const struct pair *env, size_t count)
{
	for (size_t i = 0; i < count; i++)
		pairs_set(it->arena, &role->env, env[i].name, env[i].value);
}

/* Defaults are those of Kubernetes' own probes. */
static void decide_probe(const struct decider *it, const struct cluster_role *role, struct cluster_probe *probe,
			 const struct framework_probe *defined)
{
	if (!defined)
		return;
	probe->path = defined->path;
	probe->port = defined->port;
	probe->period = cluster_number_or(defined->period, 10);
	probe->timeout = cluster_number_or(defined->timeout, 1);
	probe->failures = cluster_number_or(defined->failures, 3);
	expand_texts(it, role, &probe->command, defined->command, defined->command_count);
}

/* A job's pods are looked after by what runs in them, and by the deadline. */
static void decide_probes(const struct decider *it, struct cluster_role *role, const struct framework_role *defined)
{
	if (cluster_is_job(it->cluster))
		return;
	decide_probe(it, role, &role->startup, defined->startup);
	decide_probe(it, role, &role->readiness, defined->readiness);
	decide_probe(it, role, &role->liveness, defined->liveness);
}

/* Where the framework's settings are environment variables. */
static void add_settings(const struct decider *it, struct cluster_role *role)
{
	const struct framework_config *config = it->cluster->framework->config;

	if (!config || *config->format != CONFIG_ENV)
		return;
	add_env(it, role, it->cluster->settings.items, it->cluster->settings.count);
}

/* Later ones win: what hides GPUs, all roles', this role's, those for GPUs, settings, and the profile's. Packages go in
 * front of what there is. */
static void decide_env(const struct decider *it, struct cluster_role *role, const struct framework_role *defined)
{
	const struct framework *framework = it->cluster->framework;

	if (it->hiding && !role->gpu.count)
		add_env(it, role, it->hiding, 1);
	add_defined_env(it, role, framework->env, framework->env_count);
	add_defined_env(it, role, defined->env, defined->env_count);
	if (role->gpu.count && defined->gpu)
		add_defined_env(it, role, defined->gpu->env, defined->gpu->env_count);
	add_settings(it, role);
	add_env(it, role, it->profile->env, it->profile->env_count);
	add_env(it, role, role->wish.env, role->wish.env_count);
	code_add_paths(it->cluster, it->arena, role);
	packages_add_env(it->cluster, it->arena, role);
}

/* A claim that is mounted at a writable directory takes the scratch volume's place. */
static void decide_writable(const struct decider *it, struct cluster_role *role, const struct framework_role *defined)
{
	for (size_t i = 0; i < defined->writable_count; i++) {
		size_t at = 0;

		while (at < role->volume_count && strcmp(role->volumes[at].path, defined->writable[i]))
			at++;
		if (at == role->volume_count)
			texts_add(it->arena, &role->writable, defined->writable[i]);
	}
}

static void decide_env_sources(const struct decider *it, struct cluster_role *role)
{
	role->env_source_count = role->wish.envFrom_count;
	role->env_sources = NEW_ARRAY(it->arena, struct cluster_env_source, role->env_source_count);
	for (size_t i = 0; i < role->env_source_count; i++) {
		const struct profile_env_from *wish = &role->wish.envFrom[i];
		struct cluster_env_source *source = &role->env_sources[i];

		*source = (struct cluster_env_source){wish->secret, wish->secret ? wish->secret : wish->configMap,
						      wish->prefix};
		needs_add(it->cluster, it->arena, source->secret ? NEED_SECRET : NEED_CONFIG_MAP, source->object);
	}
}

/* The profile's own words are the program's business: ${...} in them stays. */
static void expand_words(const struct decider *it, struct texts *to, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		texts_add(it->arena, to, words[i]);
}

/* In front of the command, where the cluster ends by itself: the head's end is the cluster's, and all others stay
 * until then. */
static void prefix_command(const struct decider *it, struct cluster_role *role)
{
	const struct cluster *cluster = it->cluster;
	const struct framework_submit *submit = cluster->framework->submit;
	bool head = role->kind == ROLE_HEAD, watched = head && cluster_is_watched(cluster);

	if (!cluster_ends(cluster))
		return;
	texts_add(it->arena, &role->command, "/bin/sh");
	texts_add(it->arena, &role->command, PROCESS_PATH "process");
	if (cluster_is_job(cluster))
		texts_add(it->arena, &role->command, head ? "head" : "worker");
	else
		texts_add(it->arena, &role->command, watched ? "idle" : head ? "lead" : "stay");
	if (!watched)
		return;
	texts_add(it->arena, &role->command, text_number(it->arena, cluster->idle));
	texts_add(it->arena, &role->command, submit ? submit->directory : "");
}

static void decide_command(const struct decider *it, struct cluster_role *role, const struct framework_role *defined)
{
	prefix_command(it, role);
	if (role->wish.command_count) {
		expand_words(it, &role->command, role->wish.command, role->wish.command_count);
	} else {
		expand_texts(it, role, &role->command, defined->command, defined->command_count);
		expand_texts(it, role, &role->args, defined->args, defined->args_count);
		if (role->gpu.count && defined->gpu)
			expand_texts(it, role, &role->args, defined->gpu->args, defined->gpu->args_count);
	}
	expand_words(it, &role->args, role->wish.args, role->wish.args_count);
}

static void decide_process(const struct decider *it, struct cluster_role *role)
{
	const struct framework_role *defined = role_of_framework(it->cluster->framework, role->kind);

	decide_command(it, role, defined);
	expand_texts(it, role, &role->drain, defined->drain, defined->drain_count);
	decide_probes(it, role, defined);
	decide_env(it, role, defined);
	decide_writable(it, role, defined);
}

void pods_decide_processes(struct cluster *cluster, struct arena *arena, const struct profile *profile)
{
	struct decider it = {arena, cluster, profile, placement_hiding(cluster)};

	storage_decide_start(cluster, arena);
	for (size_t i = 0; i < cluster->role_count; i++) {
		struct cluster_role *role = &cluster->roles[i];

		storage_decide_volumes(cluster, arena, role);
		decide_process(&it, role);
		decide_env_sources(&it, role);
		mounts_decide(cluster, arena, role);
		placement_decide(cluster, arena, role);
	}
}
