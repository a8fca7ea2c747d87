/* resolve: profile and definition become a cluster in which everything is decided. */
#ifndef CLUSTERC_RESOLVE_H
#define CLUSTERC_RESOLVE_H

#include "cluster/cluster.h"
#include "language/read.h"

/* What resolve decides from. */
struct request {
	const struct document *profile;
	const struct framework *framework;
	const char *framework_digest;
	const struct document *site; /* or NULL */
	const char *directory; /* the profile's, with a '/' at its end, or empty */
	const char *version; /* of the compiler: a part of the input's digest */
};

/* NULL after a diagnostic. Problems of several keys together are told at the profile's. */
const struct cluster *resolve(struct arena *arena, struct diags *diags, const struct request *request);

#endif
