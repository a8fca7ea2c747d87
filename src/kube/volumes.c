/* volumes: what is mounted into a pod: scratch space for what it writes, shared memory, files of the ConfigMap,
 * secrets, and what the profile names. */
#include "kube/volumes.h"

#include <stdlib.h>

#include "base/quantity.h"
#include "cluster/code.h"
#include "cluster/mounts.h"

void volumes_put_mounts(struct object *container, const struct cluster_mount *first)
{
	struct object *mounts = first ? object_put_list(container, "volumeMounts") : NULL;

	for (const struct cluster_mount *mount = first; mount; mount = mount->next) {
		struct object *entry = object_add_map(mounts);

		object_put_text(entry, "name", mount->volume);
		object_put_text(entry, "mountPath", mount->path);
		entry->last->comment = mount->comment;
		object_put_text(entry, "subPath", mount->sub_path);
		if (mount->read_only)
			object_put_truth(entry, "readOnly", true);
	}
}

static bool has_files(const struct cluster *cluster, const struct cluster_role *role)
{
	for (size_t i = 0; i < cluster->file_count; i++)
		if (cluster_file_concerns(&cluster->files[i], role))
			return true;
	return false;
}

static struct object *add_volume(struct object *volumes, const char *name, const char *kind)
{
	struct object *volume = object_add_map(volumes);

	object_put_text(volume, "name", name);
	return object_put_map(volume, kind);
}

/* Read by the pod's group, which all its processes are in; by nobody else. */
static void add_secret(struct object *volumes, const struct cluster_secret *secret, const struct cluster_role *role)
{
	struct object *source = add_volume(volumes, secret->volume, "secret"), *items;

	object_put_text(source, "secretName", secret->object);
	object_put_number(source, "defaultMode", 0440);
	source->last->comment = "0440";
	items = object_put_list(source, "items");
	for (const char *const *key = cluster_secret_keys(secret->type, role); *key; key++) {
		struct object *item = object_add_map(items);

		object_put_text(item, "key", *key);
		object_put_text(item, "path", *key);
	}
}

/* Where a file has permissions of its own, all have to be listed. */
static void add_files(struct object *volumes, const struct cluster *cluster, const struct cluster_role *role)
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
		if (file->mode) {
			object_put_number(item, "mode", strtol(file->mode, NULL, 8));
			item->last->comment = file->mode;
		}
	}
}

/* A claim that is made with the pod, named after both, and goes with it (kubernetes.io, Ephemeral Volumes, "Generic
 * ephemeral volumes": stable since 1.23, which no right to make claims is needed for). */
static void add_ephemeral(struct object *volumes, const struct cluster_volume *volume)
{
	struct object *source = add_volume(volumes, volume->mounted, "ephemeral"),
		      *spec = object_put_map(object_put_map(source, "volumeClaimTemplate"), "spec");

	object_add_text(object_put_list(spec, "accessModes"), access_mode_words[ACCESS_READ_WRITE_ONCE]);
	object_put_text(spec, "storageClassName", volume->storage_class);
	object_put_text(object_put_map(object_put_map(spec, "resources"), "requests"), "storage",
			quantity_write(volumes->arena, UNIT_BYTES, volume->claimed));
}

static void add_image(struct object *volumes, const struct cluster *cluster, const struct cluster_volume *volume)
{
	struct object *source = add_volume(volumes, volume->mounted, "image");

	object_put_text(source, "reference", volume->object);
	object_put_text(source, "pullPolicy", pull_policy_words[cluster->pull_policy]);
}

static void add_role_volume(struct object *volumes, const struct cluster *cluster, const struct cluster_volume *volume)
{
	struct arena *arena = volumes->arena;
	const char *name = volume->mounted;
	struct object *nfs;

	switch (volume->source) {
	case VOLUME_CLAIM:
		object_put_text(add_volume(volumes, name, "persistentVolumeClaim"), "claimName", volume->object);
		break;
	case VOLUME_SCRATCH:
		object_put_text(add_volume(volumes, name, "emptyDir"), "sizeLimit",
				quantity_write(arena, UNIT_BYTES, volume->scratch));
		break;
	case VOLUME_EPHEMERAL:
		add_ephemeral(volumes, volume);
		break;
	case VOLUME_IMAGE:
		add_image(volumes, cluster, volume);
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

static void add_config_directory(struct object *volumes, const char *name, const struct cluster *cluster,
				 const struct cluster_file *files, size_t count)
{
	struct object *source = add_volume(volumes, name, "configMap"), *items;

	object_put_text(source, "name", cluster->config_object);
	items = object_put_list(source, "items");
	for (size_t i = 0; i < count; i++) {
		struct object *item = object_add_map(items);

		object_put_text(item, "key", files[i].key);
		object_put_text(item, "path", files[i].path);
	}
}

/* The Secret is read by what fetches alone, and as the cluster's own are. */
static void add_code_volumes(struct object *volumes, const struct cluster *cluster)
{
	const struct cluster_code *code = &cluster->code;
	struct object *source;

	if (code->file_count)
		add_config_directory(volumes, CODE_VOLUME, cluster, code->files, code->file_count);
	if (code_is_fetched(cluster))
		object_put_text(add_volume(volumes, CODE_VOLUME, "emptyDir"), "sizeLimit",
				quantity_write(volumes->arena, UNIT_BYTES, code->size));
	if (!code->secret)
		return;
	source = add_volume(volumes, CODE_SECRET_VOLUME, "secret");
	object_put_text(source, "secretName", code->secret);
	object_put_number(source, "defaultMode", 0440);
	source->last->comment = "0440";
}

static void add_job_volumes(struct object *volumes, const struct cluster *cluster, const struct cluster_role *role)
{
	const struct cluster_job *job = &cluster->job;

	if (job->file_count)
		add_config_directory(volumes, "job", cluster, job->files, job->file_count);
	if (job->logs_claim && mounts_logs_volume(job, role) == mounts_logs_name)
		object_put_text(add_volume(volumes, mounts_logs_name, "persistentVolumeClaim"), "claimName",
				job->logs_claim);
}

void volumes_put(struct object *pod, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *volumes = role->mounts ? object_put_list(pod, "volumes") : NULL;
	struct arena *arena = pod->arena;

	for (size_t i = 0; i < role->writable.count; i++)
		object_put_text(add_volume(volumes, mounts_scratch_name(arena, i), "emptyDir"), "sizeLimit",
				quantity_write(arena, UNIT_BYTES, role->storage));
	if (role->shared_memory) {
		struct object *source = add_volume(volumes, "shared-memory", "emptyDir");

		object_put_text(source, "medium", "Memory");
		object_put_text(source, "sizeLimit", quantity_write(arena, UNIT_BYTES, role->shared_memory));
	}
	if (role->packages.count)
		object_put_text(add_volume(volumes, mounts_packages_name, "emptyDir"), "sizeLimit",
				quantity_write(arena, UNIT_BYTES, role->packages_room));
	if (has_files(cluster, role))
		add_files(volumes, cluster, role);
	for (size_t i = 0; i < cluster->secret_count; i++)
		if (cluster_secret_is_mounted(&cluster->secrets[i], role))
			add_secret(volumes, &cluster->secrets[i], role);
	add_code_volumes(volumes, cluster);
	add_job_volumes(volumes, cluster, role);
	for (size_t i = 0; i < role->volume_count; i++)
		if (!role->volumes[i].shared)
			add_role_volume(volumes, cluster, &role->volumes[i]);
}
