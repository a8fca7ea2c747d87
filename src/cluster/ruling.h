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

/* The rules of settings (setting_rules.c). */
void setting_rules_check(const struct rules *it);

/* What the definition has to say of a setting or variable of that name, or NULL. */
const struct framework_setting *setting_rules_find(const struct framework *framework, const char *name);

/* The limits of the site (site_rules.c). */
void site_rules_check(const struct rules *it);

/* The rules of each kind of pods (pod_rules.c). */
void pod_rules_check(const struct rules *it);

#endif
