/* site: the tables of its language. */
#include "language/site.h"

#include "language/values.h"

BLOCK_IN_LISTS(profile_toleration)
BLOCK_IN_LISTS(profile_volume)

BLOCK_TABLES(site_pods, SITE_PODS_KEYS)
BLOCK_TABLES(site_defaults, SITE_DEFAULTS_KEYS)
BLOCK_TABLES(site_limits, SITE_LIMITS_KEYS)
BLOCK_TABLES(site, SITE_KEYS)

bool site_assigns_user(const struct site *site)
{
	return site && site->limits && site->limits->assignedUser && *site->limits->assignedUser;
}
