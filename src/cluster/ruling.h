/* ruling: what the rules over several keys have in common. */
#ifndef CLUSTERC_RULING_H
#define CLUSTERC_RULING_H

#include "cluster/cluster.h"
#include "language/read.h"

struct rules {
	struct arena *arena;
	struct diags *diags;
	const struct cluster *cluster;
	const struct document *document;
	const struct profile *profile;
	const struct document *site; /* or NULL */
};

/* The place of the value at a path of keys. */
#define AT(it, ...) node_span((it)->document->source, node_find((it)->document->root, __VA_ARGS__, NULL))
/* The place of the last key of the path. */
#define AT_KEY(it, ...) node_key_span((it)->document->source, node_find((it)->document->root, __VA_ARGS__, NULL))

/* The block of the profile that speaks of a kind of pods, or NULL; further groups of workers stand
 * in their list. */
const struct node *pod_rules_block(const struct rules *it, const struct cluster_role *role);

/* A kind of pods, and the block of the profile that speaks of it, or NULL. */
struct pods {
	const struct rules *rules;
	const struct cluster_role *role;
	const struct node *block;
	struct index *claims,
		*defined; /* of all kinds: claims by their names; each kind's defined variables by theirs */
};

#define SAY(it, ...) text_format((it)->rules->arena, __VA_ARGS__)

void pod_rules_tell(const struct pods *it, enum code code, struct span where, const char *help, const char *text);

/* Of an image: a digest says exactly what runs; a tag should at least say a version. */
void pod_rules_tell_of_tag(const struct rules *it, struct span where, const char *image);

/* The place of a value in the block, of the block's own key, or of the cluster's name. */
struct span pod_rules_at_key(const struct pods *it, const char *key);

/* The place of a value in an entry of volumes, tolerations or envFrom, or of the entry, wherever it comes from. */
struct span pod_rules_at_item(const struct pods *it, const char *list, size_t index, const char *key);

/* Whether a bad key was taken out of an entry, so that not all of it is known. */
bool pod_rules_is_pruned(const struct pods *it, const char *list, size_t index);

/* The rules of variables, commands and arguments (env_rules.c): those for all pods, which add what the definition sets
 * in each kind to `defined`, and those of one kind. */
void env_rules_check(const struct rules *it, struct index defined[ROLES]);
void env_rules_check_pods(const struct pods *it);

/* The rules of GPUs (gpu_rules.c): those of all pods, and those of one kind. */
void gpu_rules_check(const struct rules *it);
void gpu_rules_check_pods(const struct pods *it);

/* The rules of volumes, of one kind of pods (volume_rules.c). */
void volume_rules_check(const struct pods *it);

/* The rules of packages (package_rules.c). */
void package_rules_check(const struct rules *it);

/* What looks like a secret, wherever it stands (secret_rules.c). */
void secret_rules_check(const struct rules *it);

/* The rules of the profile's code (code_rules.c). */
void code_rules_check(const struct rules *it);

/* The rules of settings (setting_rules.c). */
void setting_rules_check(const struct rules *it);

/* Whether a name is the one, or begins as it does where that ends with '*'. */
bool setting_rules_match(const char *pattern, const char *name);

/* What the definition has to say of a setting or variable of that name, or NULL. */
const struct framework_setting *setting_rules_find(const struct framework *framework, const char *name);

/* The rules of the network (network_rules.c). */
void network_rules_check(const struct rules *it);

/* The rules of jobs (job_rules.c). */
void job_rules_check(const struct rules *it);

/* The limits of the site (site_rules.c). */
void site_rules_check(const struct rules *it);

/* The rules of each kind of pods (pod_rules.c). */
void pod_rules_check(const struct rules *it);

#endif
