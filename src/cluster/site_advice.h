/* site_advice: what to write instead of what a site doesn't allow, as lines that can be pasted. All that is returned
 * lives in the arena of the rules. */
#ifndef CLUSTERC_SITE_ADVICE_H
#define CLUSTERC_SITE_ADVICE_H

#include "base/quantity.h"
#include "cluster/site_ruling.h"

/* An amount of one pod: the request's key, such as "cpu", and the request, in the unit's smallest parts. */
struct site_advice_amount {
	const char *key;
	enum unit unit;
	int64_t request;
	bool own_limit; /* the profile has a limit beside it, cpuLimit */
};

/* How to stay within `most` of an amount. */
const char *site_advice_for_amount(const struct site_ruling *it, const struct cluster_role *role,
				   const struct site_advice_amount *amount, int64_t most);

/* How to ask for that many GPUs, of a product that is there; NULL: of any. */
const char *site_advice_for_gpus(const struct site_ruling *it, const struct cluster_role *role, int64_t count,
				 const char *product);

/* An image of that name at the first place where the site's images may come from, which has to be one at least. */
const char *site_advice_for_image(const struct site_ruling *it, const char *image);

/* What to leave out, for a cluster that chooses the user's number itself; `wish` has one of these keys. */
const char *site_advice_for_user(const struct site_ruling *it, const struct profile_role *wish);

/* What all pods have too much of. */
struct site_advice_total {
	const char *key;  /* of a pod's own, such as "cpu" */
	const char *keys; /* all that it depends on, such as "cpu or count" */
	enum unit unit;
	int64_t over; /* how much is too much */
	int64_t each; /* what each worker has */
};

/* How to stay within a total: with fewer workers, if all are alike, or with less in each; else what to lower. */
const char *site_advice_for_total(const struct site_ruling *it, const struct site_advice_total *total);

#endif
