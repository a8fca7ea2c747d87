/* files: what the cluster's ConfigMap holds, and where it is mounted. */
#include "cluster/files.h"

#include <string.h>

#include "base/digest.h"
#include "cluster/expand.h"
#include "cluster/settings.h"

static const char *file_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static bool has_key(const struct cluster *cluster, const char *key)
{
	for (size_t i = 0; i < cluster->file_count; i++)
		if (!strcmp(cluster->files[i].key, key))
			return true;
	return false;
}

/* The file's name, with a number in front where another file of another directory has it, and
 * with what a ConfigMap's keys can't have (IsConfigMapKey) made '_'. */
static const char *key_for(const struct cluster *cluster, struct arena *arena, const char *path)
{
	const char *name = file_name(path), *key;
	char *plain = text_copy(arena, name, strlen(name));

	for (char *at = plain; *at; at++)
		if (!strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.", *at))
			*at = '_';
	key = plain;
	for (int number = 2; has_key(cluster, key); number++)
		key = text_format(arena, "%d-%s", number, plain);
	return key;
}

static void add_file(struct cluster *cluster, struct arena *arena, const char *path, const char *content, enum role_kind role)
{
	const char *key = key_for(cluster, arena, path);

	cluster->files[cluster->file_count++] = (struct cluster_file){key, path, content, role};
}

static void add_settings(struct cluster *cluster, struct arena *arena, const struct profile *profile)
{
	const struct framework_config *config = cluster->framework->config;
	const struct framework_gpu *gpu = cluster->framework->worker->gpu;
	struct pairs settings = {0};

	if (!config || !config->path)
		return;
	for (size_t i = 0; i < config->values_count; i++)
		pairs_set(arena, &settings, config->values[i].name, expand(arena, cluster, ROLE_NONE, config->values[i].value));
	for (size_t i = 0; gpu && cluster->roles[ROLE_WORKER].gpu.count && i < gpu->config_count; i++)
		pairs_set(arena, &settings, gpu->config[i].name, expand(arena, cluster, ROLE_WORKER, gpu->config[i].value));
	for (size_t i = 0; i < profile->config_count; i++)
		pairs_set(arena, &settings, profile->config[i].name, profile->config[i].value);
	add_file(cluster, arena, config->path, settings_write(arena, config->format, &settings), ROLE_NONE);
}

static void add_defined(struct cluster *cluster, struct arena *arena)
{
	for (size_t i = 0; i < cluster->framework->files_count; i++) {
		const struct framework_file *file = &cluster->framework->files[i];
		enum role_kind role = file->role ? role_named(file->role) : ROLE_NONE;

		if (role == ROLE_NONE || role < cluster->role_count)
			add_file(cluster, arena, file->path, expand(arena, cluster, role, file->content), role);
	}
}

/* passwd(5) with the users every image has, and ours. */
static void add_passwd(struct cluster *cluster, struct arena *arena)
{
	const struct framework_user *user = cluster->framework->user;

	if (!user->name)
		return;
	add_file(cluster, arena, "/etc/passwd",
		 text_format(arena,
			     "root:x:0:0:root:/root:/usr/sbin/nologin\n"
			     "nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n"
			     "%s:x:%lld:%lld:%s:%s:/bin/sh\n",
			     user->name, (long long)cluster->uid, (long long)cluster->gid, cluster->framework->title, user->home),
		 ROLE_NONE);
}

/* Pods are replaced when a file of their own changes, and stay when it is another role's. */
static const char *digest_for(const struct cluster *cluster, struct arena *arena, const struct cluster_role *role)
{
	struct text all = TEXT_IN(arena);

	for (size_t i = 0; i < cluster->file_count; i++)
		if (file_concerns(&cluster->files[i], role)) {
			text_add(&all, cluster->files[i].path);
			text_add_char(&all, '\n');
			text_add(&all, cluster->files[i].content);
		}
	return digest_of(arena, text_done(&all), all.size);
}

void decide_files(struct cluster *cluster, struct arena *arena, const struct profile *profile)
{
	cluster->files = NEW_ARRAY(arena, struct cluster_file, cluster->framework->files_count + 2);
	add_settings(cluster, arena, profile);
	add_defined(cluster, arena);
	add_passwd(cluster, arena);
	for (size_t i = 0; i < cluster->role_count; i++)
		cluster->roles[i].files_digest = digest_for(cluster, arena, &cluster->roles[i]);
}
