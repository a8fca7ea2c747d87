/* mounts: what is mounted into a role's pods, and where: scratch space for what it writes, shared memory, files of the
 * ConfigMap, secrets, what the profile names, and the directories in between. */
#include "cluster/mounts.h"

#include <string.h>

#include "cluster/code.h"

struct mounting {
	struct arena *arena;
	struct cluster_mount **end;
	struct index paths; /* the mounts by their paths */
};

const char mounts_logs_name[] = "job-logs", mounts_packages_name[] = "packages";

const char *mounts_scratch_name(struct arena *arena, size_t index)
{
	return text_join(arena, "scratch-", text_number(arena, (int64_t)index), NULL);
}

/* Behind the others. Two at one path are told of by a rule; directories in between are there once. */
static void add_mount(struct mounting *it, struct cluster_mount mount)
{
	struct cluster_mount *added = NEW(it->arena, struct cluster_mount);

	*added = mount;
	if (index_add(&it->paths, added->path, added) != added && mount.origin == MOUNT_BETWEEN)
		return;
	*it->end = added;
	it->end = &added->next;
}

static void mount_scratch(struct mounting *it, const struct cluster_role *role)
{
	for (size_t i = 0; i < role->writable.count; i++)
		add_mount(it, (struct cluster_mount){.volume = mounts_scratch_name(it->arena, i),
						     .path = role->writable.items[i],
						     .what = "a writable directory of the framework",
						     .writable = true});
	if (role->shared_memory)
		add_mount(it, (struct cluster_mount){.volume = "shared-memory",
						     .path = "/dev/shm",
						     .what = "shared memory",
						     .writable = true});
}

static void mount_packages(struct mounting *it, const struct cluster *cluster, const struct cluster_role *role)
{
	if (role->packages.count)
		add_mount(it, (struct cluster_mount){.volume = mounts_packages_name,
						     .path = cluster->packages.path,
						     .what = "what packages are installed in",
						     .comment = "the packages that the init container installs",
						     .writable = true});
}

/* Files are mounted one by one: what else the image has beside them stays. The profile's own stand behind the
 * framework's. */
static void mount_files(struct mounting *it, const struct cluster *cluster, const struct cluster_role *role)
{
	const struct cluster_file *own = cluster_own_files(cluster);

	for (const struct cluster_file *file = cluster->files; file < cluster->files + cluster->file_count; file++) {
		const char *what = file < own ? "a file of the framework" : "one of the profile's files";

		if (cluster_file_concerns(file, role) && !file->first)
			add_mount(it, (struct cluster_mount){.volume = "config",
							     .path = file->path,
							     .sub_path = file->key,
							     .origin = file < own ? MOUNT_FRAMEWORK : MOUNT_FILE,
							     .what = what,
							     .comment = file->comment,
							     .read_only = true});
	}
}

static void mount_secrets(struct mounting *it, const struct cluster *cluster, const struct cluster_role *role)
{
	for (size_t i = 0; i < cluster->secret_count; i++)
		if (cluster_secret_is_mounted(&cluster->secrets[i], role))
			add_mount(it, (struct cluster_mount){.volume = cluster->secrets[i].volume,
							     .path = cluster->secrets[i].path,
							     .what = "a secret of the framework",
							     .read_only = true});
}

/* What a job brings along, and where it writes its output to. */
static void mount_job(struct mounting *it, const struct cluster_job *job, const struct cluster_role *role)
{
	if (job->file_count)
		add_mount(it, (struct cluster_mount){.volume = "job",
						     .path = JOB_DIRECTORY,
						     .what = "the job's files",
						     .comment = "the job's program and what goes along with it",
						     .read_only = true});
	if (job->logs_claim)
		add_mount(it, (struct cluster_mount){.volume = mounts_logs_volume(job, role),
						     .path = JOB_LOGS,
						     .what = "the claim for the job's output",
						     .writable = true,
						     .foreign = true});
}

/* Read only: what is there is the same in all pods. */
static void mount_code(struct mounting *it, const struct cluster *cluster)
{
	const char *path = cluster->code.path;

	if (!code_is_fetched(cluster) && !cluster->code.file_count)
		return;
	add_mount(it, (struct cluster_mount){.volume = CODE_VOLUME,
					     .path = CLUSTER_CODE_PATH,
					     .sub_path = code_is_fetched(cluster)
								 ? text_join(it->arena, "tree", path ? "/" : NULL, path,
									     NULL)
								 : NULL,
					     .what = "the profile's code",
					     .comment = "the profile's code",
					     .read_only = true});
}

static void mount_volumes(struct mounting *it, const struct cluster_role *role)
{
	for (size_t i = 0; i < role->volume_count; i++) {
		const struct cluster_volume *volume = &role->volumes[i];
		bool files = volume->source == VOLUME_CONFIG_MAP || volume->source == VOLUME_SECRET ||
			     volume->source == VOLUME_IMAGE;

		add_mount(it, (struct cluster_mount){.volume = volume->mounted,
						     .path = volume->path,
						     .sub_path = volume->sub_path,
						     .origin = MOUNT_VOLUME,
						     .read_only = volume->read_only,
						     .writable = !files && !volume->read_only,
						     .foreign = volume->source == VOLUME_NFS ||
								(volume->source == VOLUME_CLAIM && !volume->made)});
	}
}

/* What a path lies in, or NULL: the image. */
static struct cluster_mount *mount_around(const struct index *paths, const char *path)
{
	struct cluster_mount *around = NULL;

	for (size_t size = strlen(path); size && !around; size--)
		if (path[size - 1] == '/')
			around = index_find_bytes(paths, path, size - 1);
	return around;
}

/* The directory at the path, of which `inside` is what stands behind that of the mount around it. */
static void mount_directory(struct mounting *it, const struct cluster_mount *around, const char *path,
			    const char *inside)
{
	add_mount(it, (struct cluster_mount){
			      .volume = around->volume,
			      .path = path,
			      .sub_path = around->sub_path ? text_join(it->arena, around->sub_path, "/", inside, NULL)
							   : inside,
			      .origin = MOUNT_BETWEEN,
			      .comment = "so that the pod can write here; otherwise it belongs to root",
			      .writable = true});
}

/* A container runtime makes what is missing on the way to a mount, as root: nobody else can write there. So where the
 * pods may write around it, each directory in between is a part of the same volume, which the kubelet makes with the
 * permissions of the volume's own (k8s.io/kubernetes, makeMounts in pkg/kubelet/kubelet_pods.go; older ones only give
 * them to the last directory of a subPath, so each has to be one). In a claim that is there already a directory
 * may be a link to somewhere else, which the kubelet doesn't follow: that is only told of. */
static void mount_between(struct mounting *it, const struct cluster_mount *mount)
{
	struct cluster_mount *around = mount_around(&it->paths, mount->path);
	size_t start = around ? strlen(around->path) + 1 : 0;

	if (!around || !around->writable)
		return;
	for (const char *end = mount->path + start; (end = strchr(end, '/')); end++) {
		const char *path = text_copy(it->arena, mount->path, (size_t)(end - mount->path));

		if (!around->foreign)
			mount_directory(it, around, path, path + start);
		else if (!around->missing && mount->origin != MOUNT_FRAMEWORK)
			around->missing = path;
	}
}

void mounts_decide(const struct cluster *cluster, struct arena *arena, struct cluster_role *role)
{
	struct mounting it = {arena, &role->mounts, INDEX_IN(arena)};
	struct cluster_mount **between;

	mount_scratch(&it, role);
	mount_packages(&it, cluster, role);
	mount_files(&it, cluster, role);
	mount_secrets(&it, cluster, role);
	mount_code(&it, cluster);
	mount_job(&it, &cluster->job, role);
	mount_volumes(&it, role);
	between = it.end;
	for (const struct cluster_mount *mount = role->mounts; mount && mount != *between; mount = mount->next)
		mount_between(&it, mount);
}

const char *mounts_logs_volume(const struct cluster_job *job, const struct cluster_role *role)
{
	for (size_t i = 0; i < role->volume_count; i++)
		if (role->volumes[i].source == VOLUME_CLAIM && !strcmp(role->volumes[i].object, job->logs_claim))
			return role->volumes[i].mounted;
	return mounts_logs_name;
}

void mounts_add(struct index *paths, const struct cluster_role *role, enum mount_origin origin)
{
	for (const struct cluster_mount *mount = role->mounts; mount; mount = mount->next)
		if (mount->origin == origin)
			index_add(paths, mount->path, mount->what);
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
