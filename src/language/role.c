/* role: the kinds of pods a cluster is made of. */
#include "language/role.h"

#include <string.h>

const char *const role_names[ROLES + 1] = {"head", "worker", "notebook", NULL};

enum role_kind role_named(const char *name)
{
	enum role_kind role = ROLE_HEAD;

	while (role < ROLE_NONE && strcmp(name, role_names[role]))
		role++;
	return role;
}

const struct framework_role *role_of_framework(const struct framework *framework, enum role_kind role)
{
	return role == ROLE_HEAD ? framework->head : role == ROLE_WORKER ? framework->worker : framework->notebook;
}

/* The blocks of workers and groups have the keys of a role behind some of their own
 * (PROFILE_ROLE_KEYS), so that a structure profile_role lies inside theirs. */
_Static_assert(sizeof(struct profile_worker) - offsetof(struct profile_worker, cpu) == sizeof(struct profile_role),
	       "workers have the keys of a role, in the same order, and none behind them");
_Static_assert(sizeof(struct profile_group) - offsetof(struct profile_group, cpu) == sizeof(struct profile_role),
	       "groups have the keys of a role, in the same order, and none behind them");

static struct profile_role role_at(const void *block, size_t offset)
{
	struct profile_role role;

	memcpy(&role, (const char *)block + offset, sizeof role);
	return role;
}

struct profile_role role_of_group(const struct profile_group *group)
{
	return role_at(group, offsetof(struct profile_group, cpu));
}

struct profile_role role_of_profile(const struct profile *profile, enum role_kind role)
{
	if (role == ROLE_HEAD && profile->head)
		return *profile->head;
	if (role == ROLE_WORKER && profile->worker)
		return role_at(profile->worker, offsetof(struct profile_worker, cpu));
	if (role == ROLE_NOTEBOOK && profile->notebook)
		return *profile->notebook;
	return (struct profile_role){0};
}

struct profile_worker role_make_worker(const int64_t *count, const struct profile_role *role)
{
	struct profile_worker worker = {.count = count};

	memcpy((char *)&worker + offsetof(struct profile_worker, cpu), role, sizeof *role);
	return worker;
}

struct profile_group role_make_group(const char *name, const int64_t *count, const struct profile_role *role)
{
	struct profile_group group = {.name = name, .count = count};

	memcpy((char *)&group + offsetof(struct profile_group, cpu), role, sizeof *role);
	return group;
}
