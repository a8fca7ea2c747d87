/* quota: what a cluster's objects come to where a namespace has a ResourceQuota. */
#ifndef CLUSTERC_QUOTA_H
#define CLUSTERC_QUOTA_H

#include "kube/meta.h"

/* Names as a quota has them (kubernetes.io, Resource Quotas) and what is counted, once everything
 * runs: the manager's Secrets are among the objects. What comes to nothing is left out, but for the
 * objects that quotas usually count. */
struct quota {
	struct pairs requests, limits, objects;
};
struct quota quota_of(struct arena *arena, const struct manifest *manifest);

/* The same for one pod of a role, under all names that a quota may have for it. */
struct pairs quota_of_pod(struct arena *arena, const struct cluster_role *role);

/* The same for one object that the cluster makes: kind/name, the kind in lower case. */
struct pairs quota_of_object(struct arena *arena, const struct cluster *cluster, const char *object);

#endif
