/* role: the kinds of pods a cluster is made of, and where each language speaks of them. */
#ifndef CLUSTERC_ROLE_H
#define CLUSTERC_ROLE_H

#include "language/framework.h"
#include "language/profile.h"

enum role_kind { ROLE_HEAD, ROLE_WORKER, ROLE_NOTEBOOK, ROLE_NONE };
enum { ROLES = ROLE_NONE };

/* Their names, NULL at the end: in both languages, in labels, as containers. */
extern const char *const role_names[ROLES + 1];

/* The role of that name, or ROLE_NONE. */
enum role_kind role_named(const char *name);

/* NULL for a notebook that the definition doesn't have. */
const struct framework_role *role_of_framework(const struct framework *framework, enum role_kind role);

/* What a profile says of a role, whichever block it says it in: all NULL and 0 where it says
 * nothing. */
struct profile_role role_of_profile(const struct profile *profile, enum role_kind role);
struct profile_role role_of_group(const struct profile_group *group);

/* The other way round: the blocks that say so many pods, and this of each. */
struct profile_worker role_make_worker(const int64_t *count, const struct profile_role *role);
struct profile_group role_make_group(const char *name, const int64_t *count, const struct profile_role *role);

#endif
