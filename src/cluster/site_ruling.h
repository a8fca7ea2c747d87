/* site_ruling: what the rules of a site have in common. Each message points at the profile, and says what to write
 * instead, which line of the site it breaks, and the site's own words about it. */
#ifndef CLUSTERC_SITE_RULING_H
#define CLUSTERC_SITE_RULING_H

#include "cluster/ruling.h"
#include "language/site.h"

struct site_ruling {
	const struct rules *rules;
	const struct site *site;
	const struct site_limits *limits; /* never NULL */
	const struct document *document;  /* the site's */
};

/* Tells of what breaks the site's rule at that path, such as "limits.cpu". `write`: what to write instead, or NULL. */
void site_ruling_tell(const struct site_ruling *it, enum code code, const char *rule, struct span where,
		      const char *write, const char *text);

/* The same with the code of limits. */
void site_ruling_refuse(const struct site_ruling *it, const char *rule, struct span where, const char *write,
			const char *text);

/* The place of a value in the block of the profile that speaks of these pods, of the block's key, or of the cluster's
 * name. */
struct span site_ruling_at(const struct site_ruling *it, const struct cluster_role *role, const char *key);

/* The place of a key at the profile's top level, or of the cluster's name. */
struct span site_ruling_at_top(const struct site_ruling *it, const char *key);

/* What a site demands beside limits (site_demands.c). */
void site_demands_check(const struct site_ruling *it);

#endif
