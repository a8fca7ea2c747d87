/* mounts: what a cluster itself mounts into its pods, and where. */
#ifndef CLUSTERC_MOUNTS_H
#define CLUSTERC_MOUNTS_H

#include "cluster/cluster.h"

/* Adds the paths where something is mounted into the role's pods before the profile's volumes are, with words for what
 * it is: the framework's writable directories, files and secrets, and shared memory. */
void add_framework_mounts(struct index *mounts, const struct cluster *cluster, const struct cluster_role *role);

/* The same of the profile's files. */
void add_profile_mounts(struct index *mounts, const struct cluster *cluster);

#endif
