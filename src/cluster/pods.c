/* pods: what each kind of pod is: its size, and what runs in it. */
#include "cluster/pods.h"

#include <string.h>

#include "base/quantity.h"
#include "cluster/expand.h"

struct decider {
	struct arena *arena;
	struct cluster *cluster;
	const struct profile *profile;
};

/* Quantities have been checked: they can be read. */
static int64_t quantity(enum unit unit, const char *profile, const char *framework)
{
	const char *text = profile ? profile : framework;
	int64_t value = 0;

	if (text)
		quantity_read(text, unit, &value);
	return value;
}

static int64_t number_or(const int64_t *number, int64_t otherwise)
{
	return number ? *number : otherwise;
}

/* --- Sizes --------------------------------------------------------------------------------- */

static void decide_gpu(struct cluster_role *role, const struct profile_gpu *wish)
{
	if (!wish)
		return;
	role->gpu.count = *wish->count;
	role->gpu.resource = wish->resource ? wish->resource : "nvidia.com/gpu";
	role->gpu.product = wish->product;
}

/* A quarter more than the share: what lives there has some overhead of its own, and is to be
 * stopped by its own limit before it meets this one. */
static void decide_shared_memory(struct cluster_role *role, const struct framework_budget *budget)
{
	for (size_t i = 0; i < budget->shares_count; i++)
		if (budget->shares[i].shared && *budget->shares[i].shared)
			role->shared_memory = (share_mib(&budget->shares[i], role) * 5 / 4 + 1) * 1024 * 1024;
}

static void decide_size(const struct decider *it, struct cluster_role *role)
{
	const struct framework_role *defined = framework_role_of(it->cluster->framework, role->kind);
	struct profile_role wish = profile_role_of(it->profile, role->kind);

	role->component = role_names[role->kind];
	role->object = text_join(it->arena, it->profile->name, "-", role->component, NULL);
	role->term = defined->term;
	role->count = number_or(wish.count, 1);
	role->cpu = quantity(UNIT_CPU, wish.cpu, defined->cpu);
	role->memory = quantity(UNIT_BYTES, wish.memory, defined->memory);
	role->storage = quantity(UNIT_BYTES, wish.storage, defined->storage);
	role->reserve = quantity(UNIT_BYTES, NULL, defined->budget->reserve);
	role->stop_grace = number_or(defined->stopGrace, 30);
	decide_gpu(role, wish.gpu);
	decide_shared_memory(role, defined->budget);
}

/* The notebook comes last, and only where it is asked for. */
void decide_sizes(struct cluster *cluster, struct arena *arena, const struct profile *profile)
{
	struct decider it = {arena, cluster, profile};

	cluster->role_count = cluster->framework->notebook && profile->notebook ? ROLES : ROLE_NOTEBOOK;
	for (size_t i = 0; i < cluster->role_count; i++) {
		cluster->roles[i].kind = (enum role_kind)i;
		decide_size(&it, &cluster->roles[i]);
	}
}

/* --- What runs ------------------------------------------------------------------------------ */

static void expand_all(const struct decider *it, const struct cluster_role *role, struct texts *to, const char *const *items,
		       size_t count)
{
	for (size_t i = 0; i < count; i++)
		texts_add(it->arena, to, expand(it->arena, it->cluster, role->kind, items[i]));
}

static void add_defined_env(const struct decider *it, struct cluster_role *role, const struct pair *env, size_t count)
{
	for (size_t i = 0; i < count; i++)
		pairs_set(it->arena, &role->env, env[i].name, expand(it->arena, it->cluster, role->kind, env[i].value));
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
	probe->period = number_or(defined->period, 10);
	probe->timeout = number_or(defined->timeout, 1);
	probe->failures = number_or(defined->failures, 3);
	expand_all(it, role, &probe->command, defined->command, defined->command_count);
}

/* Where the framework's settings are environment variables. */
static void add_settings(const struct decider *it, struct cluster_role *role)
{
	const struct framework_config *config = it->cluster->framework->config;

	if (!config || strcmp(config->format, "env"))
		return;
	add_defined_env(it, role, config->values, config->values_count);
	add_env(it, role, it->profile->config, it->profile->config_count);
}

/* Later ones win: all roles', this role's, those for GPUs, settings, and the profile's. */
static void decide_env(const struct decider *it, struct cluster_role *role, const struct framework_role *defined,
		       const struct profile_role *wish)
{
	const struct framework *framework = it->cluster->framework;

	add_defined_env(it, role, framework->env, framework->env_count);
	add_defined_env(it, role, defined->env, defined->env_count);
	if (role->gpu.count && defined->gpu)
		add_defined_env(it, role, defined->gpu->env, defined->gpu->env_count);
	add_settings(it, role);
	add_env(it, role, it->profile->env, it->profile->env_count);
	add_env(it, role, wish->env, wish->env_count);
}

/* A claim that is mounted at a writable directory takes the scratch volume's place. */
static void decide_volumes(const struct decider *it, struct cluster_role *role, const struct framework_role *defined,
			   const struct profile_role *wish)
{
	role->volumes = wish->volumes;
	role->volume_count = wish->volumes_count;
	for (size_t i = 0; i < defined->writable_count; i++) {
		size_t at = 0;

		while (at < role->volume_count && strcmp(role->volumes[at].path, defined->writable[i]))
			at++;
		if (at == role->volume_count)
			texts_add(it->arena, &role->writable, defined->writable[i]);
	}
}

static void decide_process(const struct decider *it, struct cluster_role *role)
{
	const struct framework_role *defined = framework_role_of(it->cluster->framework, role->kind);
	struct profile_role wish = profile_role_of(it->profile, role->kind);

	expand_all(it, role, &role->command, defined->command, defined->command_count);
	expand_all(it, role, &role->args, defined->args, defined->args_count);
	if (role->gpu.count && defined->gpu)
		expand_all(it, role, &role->args, defined->gpu->args, defined->gpu->args_count);
	expand_all(it, role, &role->drain, defined->drain, defined->drain_count);
	decide_probe(it, role, &role->startup, defined->startup);
	decide_probe(it, role, &role->readiness, defined->readiness);
	decide_probe(it, role, &role->liveness, defined->liveness);
	decide_env(it, role, defined, &wish);
	decide_volumes(it, role, defined, &wish);
}

void decide_processes(struct cluster *cluster, struct arena *arena, const struct profile *profile)
{
	struct decider it = {arena, cluster, profile};

	for (size_t i = 0; i < cluster->role_count; i++)
		decide_process(&it, &cluster->roles[i]);
}
