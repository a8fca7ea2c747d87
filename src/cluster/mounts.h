/* mounts: what is mounted into a role's pods, and where. */
#ifndef CLUSTERC_MOUNTS_H
#define CLUSTERC_MOUNTS_H

#include "cluster/cluster.h"

/* The role's mounts, once its files, secrets, volumes and writable directories are decided. */
void mounts_decide(const struct cluster *cluster, struct arena *arena, struct cluster_role *role);

/* What the pod calls the volume behind a writable directory. */
const char *mounts_scratch_name(struct arena *arena, size_t index);

/* What the pod calls the claim for a job's output: the volume that it has of it anyway, or a volume of its own. */
const char *mounts_logs_volume(const struct cluster_job *job, const struct cluster_role *role);
extern const char mounts_logs_name[];

/* What pods call the volume that packages go to. */
extern const char mounts_packages_name[];

/* Adds the paths of the role's mounts of that origin, each with words for what is there. */
void mounts_add(struct index *paths, const struct cluster_role *role, enum mount_origin origin);

/* Why nothing can be mounted at the path in any pod, whatever the image: the kernel's directories, and those that
 * programs are in. NULL where it can. */
const char *mounts_fault(const char *path);

#endif
