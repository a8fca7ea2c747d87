/* mounts: what a cluster itself mounts into its pods, and where. */
#include "cluster/mounts.h"

#include <string.h>

void mounts_add_framework(struct index *mounts, const struct cluster *cluster, const struct cluster_role *role)
{
	for (size_t i = 0; i < role->writable.count; i++)
		index_add(mounts, role->writable.items[i], "a writable directory of the framework");
	for (const struct cluster_file *file = cluster->files; file < cluster_own_files(cluster); file++)
		if (cluster_file_concerns(file, role))
			index_add(mounts, file->path, "a file of the framework");
	for (size_t i = 0; i < cluster->secret_count; i++)
		if (cluster->secrets[i].roles[role->kind] && cluster->secrets[i].path)
			index_add(mounts, cluster->secrets[i].path, "a secret of the framework");
	if (role->shared_memory)
		index_add(mounts, "/dev/shm", "shared memory");
}

void mounts_add_profile(struct index *mounts, const struct cluster *cluster)
{
	for (size_t i = 0; i < cluster->profile->files_count; i++)
		index_add(mounts, cluster_own_files(cluster)[i].path, "one of the profile's files");
}

const char *mounts_fault(const char *path)
{
	static const char kernels[] = "the kernel shows itself there", devices[] = "the container's devices are there",
			  programs[] = "the image's programs and libraries are there",
			  settings[] = "the image's settings are there";
	static const struct {
		const char *path;
		bool whole; /* the same of all paths inside */
		const char *why;
	} taken[] = {
		/* runc refuses them: libcontainer/rootfs_linux.go, checkProcMount. */
		{"/proc", true, kernels},
		{"/sys", true, kernels},
		{"/dev", false, devices},
		{"/etc", false, settings},
		/* Filesystem Hierarchy Standard 3.0, 3 and 4. */
		{"/bin", false, programs},
		{"/lib", false, programs},
		{"/lib64", false, programs},
		{"/sbin", false, programs},
		{"/usr", false, programs},
		{"/usr/bin", false, programs},
		{"/usr/lib", false, programs},
		{"/usr/local", false, programs},
		{"/usr/local/bin", false, programs},
		{"/usr/local/lib", false, programs},
		{"/usr/sbin", false, programs},
	};

	for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
		size_t size = strlen(taken[i].path);

		if (!strncmp(path, taken[i].path, size) && (!path[size] || (taken[i].whole && path[size] == '/')))
			return taken[i].why;
	}
	return NULL;
}
