/* mounts: what a cluster itself mounts into its pods, and where. */
#ifndef CLUSTERC_MOUNTS_H
#define CLUSTERC_MOUNTS_H

#include "cluster/cluster.h"

/* Adds the paths where something is mounted into the role's pods before the profile's volumes are, with words for what
 * it is: the framework's writable directories, files and secrets, and shared memory. */
void mounts_add_framework(struct index *mounts, const struct cluster *cluster, const struct cluster_role *role);

/* The same of the profile's files. */
void mounts_add_profile(struct index *mounts, const struct cluster *cluster);

/* Why nothing can be mounted at the path in any pod, whatever the image: the kernel's directories, and those that
 * programs are in. NULL where it can. */
const char *mounts_fault(const char *path);

#endif
