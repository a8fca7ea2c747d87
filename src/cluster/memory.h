/* memory: how much of it a pod needs, and what its definition's budget leaves. */
#ifndef CLUSTERC_MEMORY_H
#define CLUSTERC_MEMORY_H

#include "cluster/cluster.h"

/* With less than this, in bytes, the role doesn't work: the definition's minimum, or so much for each
 * core where that is more (`by_cores`). */
int64_t memory_needed(const struct cluster *cluster, const struct cluster_role *role, bool *by_cores);

/* What neither the reserve nor a share has, in bytes; 0 or more where the memory is what is needed. */
int64_t memory_left(const struct cluster *cluster, const struct cluster_role *role);

/* A share of what the reserve leaves. */
struct memory_share {
	const char *name, *doc; /* doc NULL: none */
	int64_t percent, size;  /* of what is left; in bytes */
	bool shared;            /* it lives in /dev/shm */
	struct texts users;     /* the settings and variables that it goes into, as the definition says it */
};

/* The shares of a role's memory, `count` of them. */
const struct memory_share *memory_shares(struct arena *arena, const struct cluster *cluster,
					 const struct cluster_role *role, size_t *count);

#endif
