/* memory: how much of it a pod needs, and what its definition's budget leaves. */
#include "cluster/memory.h"

#include <string.h>

#include "cluster/expand.h"
#include "language/variables.h"

static const struct framework_budget *budget_of(const struct cluster *cluster, const struct cluster_role *role)
{
	return role_of_framework(cluster->framework, role->kind)->budget;
}

int64_t memory_needed(const struct cluster *cluster, const struct cluster_role *role, bool *by_cores)
{
	const struct framework_budget *budget = budget_of(cluster, role);
	int64_t cores = cluster_cores(role->cpu), all_cores = (budget->perCore ? *budget->perCore : 0) * cores;

	*by_cores = all_cores + role->reserve > *budget->minimum;
	return *by_cores ? all_cores + role->reserve : *budget->minimum;
}

int64_t memory_left(const struct cluster *cluster, const struct cluster_role *role)
{
	const struct framework_budget *budget = budget_of(cluster, role);
	int64_t left = role->memory - role->reserve;

	for (size_t i = 0; i < budget->shares_count; i++)
		left -= expand_share_mib(&budget->shares[i], role) * 1024 * 1024;
	return left;
}

/* --- Who has a share ----------------------------------------------------------------------------- */

static bool speaks_of(const char *text, enum role_kind own, enum role_kind role, const char *share)
{
	struct variable variable;
	const char *name;
	size_t size;

	for (const char *at = text; variable_find(at, &name, &size) && name; at = name + size)
		if (variable_read(own, name, size, &variable) && variable.kind == VARIABLE_MEMORY_SHARE &&
		    variable.role == role && strlen(share) == variable.word_size &&
		    !memcmp(share, variable.word, variable.word_size))
			return true;
	return false;
}

/* Those of the pairs whose values speak of the share. `own` is the role they are said of, or ROLE_NONE for settings. */
static void add_users(struct arena *arena, struct texts *users, const struct cluster *cluster, const struct pair *pairs,
		      size_t count, enum role_kind own, enum role_kind role, const char *share)
{
	const struct profile *profile = cluster->profile;

	for (size_t i = 0; i < count; i++)
		if (speaks_of(pairs[i].value, own, role, share))
			texts_add_once(
				arena, users,
				own == ROLE_NONE && pairs_find(profile->config, profile->config_count, pairs[i].name)
					? text_join(arena, pairs[i].name, ", which the profile sets itself", NULL)
					: pairs[i].name);
}

static struct texts share_users(struct arena *arena, const struct cluster *cluster, enum role_kind kind,
				const char *share)
{
	const struct framework_config *config = cluster->framework->config;
	const struct framework_role *defined = role_of_framework(cluster->framework, kind);
	struct texts users = {0};

	if (config)
		add_users(arena, &users, cluster, config->values, config->values_count, ROLE_NONE, kind, share);
	add_users(arena, &users, cluster, defined->env, defined->env_count, kind, kind, share);
	return users;
}

const struct memory_share *memory_shares(struct arena *arena, const struct cluster *cluster,
					 const struct cluster_role *role, size_t *count)
{
	const struct framework_budget *budget = budget_of(cluster, role);
	struct memory_share *all = NEW_ARRAY(arena, struct memory_share, budget->shares_count);

	*count = budget->shares_count;
	for (size_t i = 0; i < *count; i++) {
		const struct framework_share *share = &budget->shares[i];

		all[i] = (struct memory_share){
			.name = share->name,
			.doc = share->doc,
			.percent = *share->percent,
			.size = expand_share_mib(share, role) * 1024 * 1024,
			.shared = share->shared && *share->shared,
			.users = share_users(arena, cluster, role->kind, share->name),
		};
	}
	return all;
}
