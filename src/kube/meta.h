/* meta: what every object of a cluster carries: its name, labels and annotations. */
#ifndef CLUSTERC_META_H
#define CLUSTERC_META_H

#include "cluster/cluster.h"
#include "kube/object.h"

/* What is in a manifest, in order; the manager is told of it. */
struct manifest {
	struct arena *arena;
	const struct cluster *cluster;
	struct object *first, **end;
	struct texts names; /* kind/name of each, the kind in lower case */
};

/* A new object of the cluster with everything up to its spec. `role` may be NULL. */
struct object *meta_add_object(struct manifest *manifest, const char *api_version, const char *kind, const char *name,
			       const struct cluster_role *role, const char *comment);

/* What an object that isn't in the manifest, and is made when the cluster is, has of its metadata:
 * labels and annotations, like all others. */
struct object *meta_made_later(struct arena *arena, const struct cluster *cluster);

/* The labels of objects and pods: Kubernetes' recommended ones, then the user's. */
void meta_put_labels(struct object *metadata, const struct cluster *cluster, const struct cluster_role *role);

/* The user's annotations of objects and pods; nothing where there are none. */
void meta_put_annotations(struct object *metadata, const struct cluster *cluster);

/* An annotation that says a digest: 64 hexadecimal digits. */
void meta_put_digest(struct object *metadata, const char *name, const char *digest);

/* The labels that select the pods of a role, or of the whole cluster where it is NULL. They
 * hold no version and nothing of the user's: selectors can't be changed later. */
void meta_put_selector(struct object *parent, const char *key, const struct cluster *cluster,
		       const struct cluster_role *role);

/* The list `ports` of a Service or a container: the role's own ports; left out where it has
 * none. `number_key` is what the number is called there, `target_key` what refers to the
 * container's port by its name, or NULL. */
void meta_put_ports(struct object *parent, const struct cluster *cluster, const struct cluster_role *role,
		    const char *number_key, const char *target_key);

extern const char managed_by[];

#endif
