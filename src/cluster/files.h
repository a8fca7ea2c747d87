/* files: what the cluster's ConfigMap holds, and where it is mounted. */
#ifndef CLUSTERC_FILES_H
#define CLUSTERC_FILES_H

#include "cluster/cluster.h"
#include "language/read.h"

/* Where what runs the main processes of a cluster that ends by itself is mounted. */
#define PROCESS_PATH "/etc/clusterc/"

/* The program that installs packages. */
#define INSTALLER_PATH PROCESS_PATH "packages"

/* The framework's settings, and as files the settings, the definition's files, the user's name and the profile's own
 * files, and the digest of each role's. After sizes and ports, which they speak of. Files
 * that can't be taken are told of in `diags`; `directory` is the profile's, with a '/' at its
 * end, or empty. */
void files_decide(struct cluster *cluster, struct arena *arena, struct diags *diags, const struct document *document,
		  const char *directory);

#endif
