/* volumes: what is mounted into a pod, and where: scratch space for what it writes, shared
 * memory, files of the ConfigMap, secrets, and what the profile names. */
#include "kube/volumes.h"

#include <stdlib.h>
#include <string.h>

#include "base/quantity.h"

/* The list under `key`, made when it is first needed. */
struct list {
	struct object *parent, *list;
	const char *key;
};

static struct object *list_add(struct list *to)
{
	if (!to->list)
		to->list = object_put_list(to->parent, to->key);
	return object_add_map(to->list);
}

static const char *scratch_name(struct arena *arena, size_t index)
{
	return text_join(arena, "scratch-", text_number(arena, (int64_t)index), NULL);
}

/* The user's own names can't be ours by chance. */
static const char *volume_name(struct arena *arena, const struct cluster_volume *volume)
{
	return text_join(arena, "volume-", volume->name, NULL);
}

static bool has_files(const struct cluster *cluster, const struct cluster_role *role)
{
	for (size_t i = 0; i < cluster->file_count; i++)
		if (cluster_file_concerns(&cluster->files[i], role))
			return true;
	return false;
}

static bool has_mounted(const struct cluster_secret *secret, const struct cluster_role *role)
{
	return secret->path && secret->roles[role->kind];
}

/* --- Mounts ------------------------------------------------------------------------------------- */

static struct object *add_mount(struct list *mounts, const char *name, const char *path)
{
	struct object *mount = list_add(mounts);

	object_put_text(mount, "name", name);
	object_put_text(mount, "mountPath", path);
	return mount;
}

/* Files are mounted one by one: what else the image has beside them stays. */
static void mount_files(struct list *mounts, const struct cluster *cluster, const struct cluster_role *role)
{
	for (size_t i = 0; i < cluster->file_count; i++) {
		const struct cluster_file *file = &cluster->files[i];
		struct object *mount;

		if (!cluster_file_concerns(file, role))
			continue;
		mount = add_mount(mounts, "config", file->path);
		object_put_text(mount, "subPath", file->key);
		object_put_truth(mount, "readOnly", true);
	}
}

/* A pod with two volumes of one claim never starts (kubernetes/kubernetes, issues 51853 and 132921): the first one
 * is mounted in all their places. `claims`: the volumes that were asked for so far, by their claims. */
static const struct cluster_volume *shared_volume(struct index *claims, const struct cluster_volume *volume)
{
	return volume->source == VOLUME_CLAIM ? index_add(claims, volume->object, volume) : volume;
}

static void mount_own(struct list *mounts, const struct cluster_role *role)
{
	struct arena *arena = mounts->parent->arena;
	struct index claims = INDEX_IN(arena);

	for (size_t i = 0; i < role->volume_count; i++) {
		const struct cluster_volume *volume = &role->volumes[i];
		struct object *mount =
			add_mount(mounts, volume_name(arena, shared_volume(&claims, volume)), volume->path);

		object_put_text(mount, "subPath", volume->sub_path);
		if (volume->read_only)
			object_put_truth(mount, "readOnly", true);
	}
}

void volumes_put_mounts(struct object *container, const struct cluster *cluster, const struct cluster_role *role)
{
	struct list mounts = {.parent = container, .key = "volumeMounts"};

	for (size_t i = 0; i < role->writable.count; i++)
		add_mount(&mounts, scratch_name(container->arena, i), role->writable.items[i]);
	if (role->shared_memory)
		add_mount(&mounts, "shared-memory", "/dev/shm");
	mount_files(&mounts, cluster, role);
	for (size_t i = 0; i < cluster->secret_count; i++)
		if (has_mounted(&cluster->secrets[i], role))
			object_put_truth(add_mount(&mounts, cluster->secrets[i].volume, cluster->secrets[i].path),
					 "readOnly", true);
	mount_own(&mounts, role);
}

/* --- Volumes ------------------------------------------------------------------------------------ */

static struct object *add_volume(struct list *volumes, const char *name, const char *kind)
{
	struct object *volume = list_add(volumes);

	object_put_text(volume, "name", name);
	return object_put_map(volume, kind);
}

/* Read by the pod's group, which all its processes are in; by nobody else. */
static void add_secret(struct list *volumes, const struct cluster_secret *secret, const struct cluster_role *role)
{
	struct object *source = add_volume(volumes, secret->volume, "secret"), *items;

	object_put_text(source, "secretName", secret->object);
	object_put_number(source, "defaultMode", 0440);
	items = object_put_list(source, "items");
	for (const char *const *key = cluster_secret_keys(secret->type, role->kind); *key; key++) {
		struct object *item = object_add_map(items);

		object_put_text(item, "key", *key);
		object_put_text(item, "path", *key);
	}
}

/* Where a file has permissions of its own, all have to be listed. */
static void add_files(struct list *volumes, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *source = add_volume(volumes, "config", "configMap"), *items;
	bool modes = false;

	object_put_text(source, "name", cluster->config_object);
	for (size_t i = 0; i < cluster->file_count; i++)
		modes = modes || (cluster_file_concerns(&cluster->files[i], role) && cluster->files[i].mode);
	if (!modes)
		return;
	items = object_put_list(source, "items");
	for (size_t i = 0; i < cluster->file_count; i++) {
		const struct cluster_file *file = &cluster->files[i];
		struct object *item = cluster_file_concerns(file, role) ? object_add_map(items) : NULL;

		if (!item)
			continue;
		object_put_text(item, "key", file->key);
		object_put_text(item, "path", file->key);
		if (file->mode)
			object_put_number(item, "mode", strtol(file->mode, NULL, 8));
	}
}

static void add_role_volume(struct list *volumes, const struct cluster_volume *volume)
{
	struct arena *arena = volumes->parent->arena;
	const char *name = volume_name(arena, volume);
	struct object *nfs;

	switch (volume->source) {
	case VOLUME_CLAIM:
		object_put_text(add_volume(volumes, name, "persistentVolumeClaim"), "claimName", volume->object);
		break;
	case VOLUME_SCRATCH:
		object_put_text(add_volume(volumes, name, "emptyDir"), "sizeLimit",
				quantity_write(arena, UNIT_BYTES, volume->scratch));
		break;
	case VOLUME_CONFIG_MAP:
		object_put_text(add_volume(volumes, name, "configMap"), "name", volume->object);
		break;
	case VOLUME_SECRET:
		object_put_text(add_volume(volumes, name, "secret"), "secretName", volume->object);
		break;
	case VOLUME_NFS:
		nfs = add_volume(volumes, name, "nfs");
		object_put_text(nfs, "server", volume->server);
		object_put_text(nfs, "path", volume->exported);
		break;
	}
}

void volumes_put(struct object *pod, const struct cluster *cluster, const struct cluster_role *role)
{
	struct list volumes = {.parent = pod, .key = "volumes"};
	struct arena *arena = pod->arena;
	struct index claims = INDEX_IN(arena);

	for (size_t i = 0; i < role->writable.count; i++)
		object_put_text(add_volume(&volumes, scratch_name(arena, i), "emptyDir"), "sizeLimit",
				quantity_write(arena, UNIT_BYTES, role->storage));
	if (role->shared_memory) {
		struct object *source = add_volume(&volumes, "shared-memory", "emptyDir");

		object_put_text(source, "medium", "Memory");
		object_put_text(source, "sizeLimit", quantity_write(arena, UNIT_BYTES, role->shared_memory));
	}
	if (has_files(cluster, role))
		add_files(&volumes, cluster, role);
	for (size_t i = 0; i < cluster->secret_count; i++)
		if (has_mounted(&cluster->secrets[i], role))
			add_secret(&volumes, &cluster->secrets[i], role);
	for (size_t i = 0; i < role->volume_count; i++)
		if (shared_volume(&claims, &role->volumes[i]) == &role->volumes[i])
			add_role_volume(&volumes, &role->volumes[i]);
}
