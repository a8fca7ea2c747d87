/* role: the kinds of pods a cluster is made of. */
#include "language/role.h"

#include <string.h>

const char *const role_names[ROLES] = {"head", "worker", "notebook"};

enum role_kind role_named(const char *name)
{
	enum role_kind role = ROLE_HEAD;

	while (role < ROLE_NONE && strcmp(name, role_names[role]))
		role++;
	return role;
}

const struct framework_role *framework_role_of(const struct framework *framework, enum role_kind role)
{
	return role == ROLE_HEAD ? framework->head : role == ROLE_WORKER ? framework->worker : framework->notebook;
}

/* What all roles' blocks have (PROFILE_ROLE_KEYS). */
#define COMMON(block)                                                                                          \
	.present = true, .cpu = (block)->cpu, .memory = (block)->memory, .storage = (block)->storage,           \
	.env = (block)->env, .env_count = (block)->env_count, .volumes = (block)->volumes,                      \
	.volumes_count = (block)->volumes_count

struct profile_role profile_role_of(const struct profile *profile, enum role_kind role)
{
	if (role == ROLE_HEAD && profile->head)
		return (struct profile_role){COMMON(profile->head)};
	if (role == ROLE_WORKER && profile->worker)
		return (struct profile_role){COMMON(profile->worker), .gpu = profile->worker->gpu, .count = profile->worker->count};
	if (role == ROLE_NOTEBOOK && profile->notebook)
		return (struct profile_role){COMMON(profile->notebook)};
	return (struct profile_role){0};
}
