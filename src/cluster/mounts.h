/* mounts: what a cluster itself mounts into its pods, and where. */
#ifndef CLUSTERC_MOUNTS_H
#define CLUSTERC_MOUNTS_H

#include "cluster/cluster.h"

/* What is mounted at the path in the role's pods before the profile's volumes are, in words, or
 * NULL: the framework's writable directories, files and secrets, and shared memory. */
const char *framework_mount(const struct cluster *cluster, const struct cluster_role *role, const char *path);

/* The same of the profile's files. */
const char *profile_mount(const struct cluster *cluster, const char *path);

#endif
