/* mounts: what a cluster itself mounts into its pods, and where. */
#include "cluster/mounts.h"

/* The profile's own files stand behind the framework's. */
static size_t framework_files(const struct cluster *cluster)
{
	return cluster->file_count - cluster->profile->files_count;
}

void mounts_add_framework(struct index *mounts, const struct cluster *cluster, const struct cluster_role *role)
{
	for (size_t i = 0; i < role->writable.count; i++)
		index_add(mounts, role->writable.items[i], "a writable directory of the framework");
	for (size_t i = 0; i < framework_files(cluster); i++)
		if (cluster_file_concerns(&cluster->files[i], role))
			index_add(mounts, cluster->files[i].path, "a file of the framework");
	for (size_t i = 0; i < cluster->secret_count; i++)
		if (cluster->secrets[i].roles[role->kind] && cluster->secrets[i].path)
			index_add(mounts, cluster->secrets[i].path, "a secret of the framework");
	if (role->shared_memory)
		index_add(mounts, "/dev/shm", "shared memory");
}

void mounts_add_profile(struct index *mounts, const struct cluster *cluster)
{
	for (size_t i = framework_files(cluster); i < cluster->file_count; i++)
		index_add(mounts, cluster->files[i].path, "one of the profile's files");
}
