/* mounts: what a cluster itself mounts into its pods, and where. */
#include "cluster/mounts.h"

#include <string.h>

/* The profile's own files stand behind the framework's. */
static size_t framework_files(const struct cluster *cluster)
{
	return cluster->file_count - cluster->profile->files_count;
}

const char *framework_mount(const struct cluster *cluster, const struct cluster_role *role, const char *path)
{
	for (size_t i = 0; i < role->writable.count; i++)
		if (!strcmp(role->writable.items[i], path))
			return "a writable directory of the framework";
	for (size_t i = 0; i < framework_files(cluster); i++)
		if (file_concerns(&cluster->files[i], role) && !strcmp(cluster->files[i].path, path))
			return "a file of the framework";
	for (size_t i = 0; i < cluster->secret_count; i++)
		if (cluster->secrets[i].roles[role->kind] && cluster->secrets[i].path && !strcmp(cluster->secrets[i].path, path))
			return "a secret of the framework";
	return role->shared_memory && !strcmp(path, "/dev/shm") ? "shared memory" : NULL;
}

const char *profile_mount(const struct cluster *cluster, const char *path)
{
	for (size_t i = framework_files(cluster); i < cluster->file_count; i++)
		if (!strcmp(cluster->files[i].path, path))
			return "one of the profile's files";
	return NULL;
}
