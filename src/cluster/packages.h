/* packages: what is installed when a pod starts, beside what its image has. */
#ifndef CLUSTERC_PACKAGES_H
#define CLUSTERC_PACKAGES_H

#include "cluster/cluster.h"
#include "language/read.h"

/* What each role's pods install, and the room for it on their disk. After sizes, which it adds to. Requirements files
 * that can't be read are told of in `diags`; `directory` is the profile's, with a '/' at its end, or empty. */
void packages_decide(struct cluster *cluster, struct arena *arena, struct diags *diags, const struct document *document,
		     const char *directory);

/* The variables by which the role's pods find them, in front of what `env` has under these names. After the rest of
 * the environment. */
void packages_add_env(const struct cluster *cluster, struct arena *arena, struct cluster_role *role);

/* Whether the built-in installer for Python installs them: what it takes is known here. */
bool packages_are_python(const struct framework *framework);

/* Whether packages supply what the framework's default image lacks for the role. */
bool packages_supply(const struct framework *framework, enum role_kind role);

/* The role whose pods alone install packages; ROLE_NONE: several do, or none. */
enum role_kind packages_only_role(const struct cluster *cluster);

#endif
