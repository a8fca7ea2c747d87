/* files: what the cluster's ConfigMap holds, and where it is mounted. */
#include "cluster/files.h"

#include <string.h>

#include "base/digest.h"
#include "cluster/code.h"
#include "cluster/expand.h"
#include "cluster/job.h"
#include "cluster/packages.h"
#include "cluster/settings.h"
#include "front/source.h"
#include "language/builtin.h"

/* Gives each file its key. */
struct keys {
	struct arena *arena;
	struct cluster *cluster;
	struct index used; /* a number under each key: the last that was put before it, to make another key */
};

/* The file's name, with a number in front where another file of another directory has it, and
 * with what a ConfigMap's keys can't have (IsConfigMapKey) made '_': they end at 253, and don't begin with '..'. */
static const char *key_for(struct keys *keys, const char *path)
{
	enum { KEY_MOST = 253, NUMBER = 8 };
	const char *name = text_file_name(path), *key;
	size_t size = strlen(name);
	unsigned *number = NEW(keys->arena, unsigned), *last;
	char *plain = text_copy(keys->arena, name, size < KEY_MOST - NUMBER ? size : KEY_MOST - NUMBER);

	if (!strncmp(plain, "..", 2))
		*plain = '_';
	for (char *at = plain; *at; at++)
		if (!strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.", *at))
			*at = '_';
	*number = 1;
	last = index_add(&keys->used, plain, number);
	for (key = plain; last != number && index_add(&keys->used, key, number) != number;)
		key = text_format(keys->arena, "%u-%s", ++*last, plain);
	return key;
}

static void add_key_file(struct keys *keys, const char *path, const char *content, enum role_kind role)
{
	keys->cluster->files[keys->cluster->file_count++] =
		(struct cluster_file){.key = key_for(keys, path), .path = path, .content = content, .role = role};
}

/* The first kind of workers that has GPUs, or NULL. */
static const struct cluster_role *workers_with_gpus(const struct cluster *cluster)
{
	for (size_t i = 0; i < cluster->role_count; i++)
		if (cluster->roles[i].kind == ROLE_WORKER && cluster->roles[i].gpu.count)
			return &cluster->roles[i];
	return NULL;
}

/* A text of the file at `path`, or of the environment. What has the number of workers in it is known by that. */
static const char *expand_in(struct keys *keys, const struct cluster_role *role, const char *path, const char *text)
{
	bool counts;

	text = expand_counting(keys->arena, keys->cluster, role, text, &counts);
	if (counts)
		texts_add_once(keys->arena, &keys->cluster->counting, path ? path : "the pods' environment");
	return text;
}

static void decide_settings(struct keys *keys, const struct profile *profile)
{
	struct cluster *cluster = keys->cluster;
	struct arena *arena = keys->arena;
	const struct framework_config *config = cluster->framework->config;
	const struct framework_gpu *gpu = cluster->framework->worker->gpu;
	const struct cluster_role *with_gpus = workers_with_gpus(cluster);

	if (!config)
		return;
	for (size_t i = 0; i < config->values_count; i++)
		settings_set(arena, *config->format, &cluster->settings, &config->values[i],
			     expand_in(keys, NULL, config->path, config->values[i].value));
	for (size_t i = 0; gpu && with_gpus && i < gpu->config_count; i++)
		settings_set(arena, *config->format, &cluster->settings, &gpu->config[i],
			     expand_decided(arena, cluster, with_gpus, gpu->config[i].value));
	for (size_t i = 0; i < profile->config_count; i++)
		settings_set(arena, *config->format, &cluster->settings, &profile->config[i],
			     profile->config[i].value);
	if (config->path)
		add_key_file(keys, config->path, settings_write(arena, *config->format, &cluster->settings), ROLE_NONE);
}

static void add_defined(struct keys *keys)
{
	struct cluster *cluster = keys->cluster;

	for (size_t i = 0; i < cluster->framework->files_count; i++) {
		const struct framework_file *file = &cluster->framework->files[i];
		enum role_kind kind = file->role ? role_named(file->role) : ROLE_NONE;
		const struct cluster_role *role = cluster_role_of(cluster, kind);

		if (kind == ROLE_NONE || role)
			add_key_file(keys, file->path, expand_in(keys, role, file->path, file->content), kind);
	}
}

/* A title as passwd(5) can hold it: a colon would end the field. */
static const char *passwd_field(struct arena *arena, const char *title)
{
	char *field = text_copy(arena, title, strlen(title));

	for (char *at = field; *at; at++)
		if (*at == ':')
			*at = ' ';
	return field;
}

/* What the number is called that pods run as; NULL: the image knows it. The definition gives its own number a name
 * unless its image does. One that the profile or the site chooses is called like the framework. */
static const char *user_name(const struct cluster *cluster)
{
	const struct framework *framework = cluster->framework;

	for (size_t i = 0; i < cluster->role_count && !framework->user->name; i++)
		if (cluster->roles[i].uid != *framework->user->uid)
			return framework->name;
	return framework->user->name;
}

/* Whether the definition or the profile has something of its own at the path. */
static bool is_taken(const struct cluster *cluster, const char *path)
{
	for (size_t i = 0; i < cluster->framework->files_count; i++)
		if (!strcmp(cluster->framework->files[i].path, path))
			return true;
	for (size_t i = 0; i < cluster->profile->files_count; i++)
		if (!strcmp(cluster->profile->files[i].path, path))
			return true;
	for (size_t i = 0; i < cluster->role_count; i++)
		for (size_t v = 0; v < cluster->roles[i].wish.volumes_count; v++)
			if (!strcmp(cluster->roles[i].wish.volumes[v].path, path))
				return true;
	return false;
}

/* A line of passwd(5) for each number that a pod runs as, all of one name. */
static void add_passwd_lines(struct text *text, const struct cluster *cluster, const char *name)
{
	for (size_t i = 0; i < cluster->role_count; i++) {
		size_t before = 0;

		while (cluster->roles[before].uid != cluster->roles[i].uid)
			before++;
		if (before == i)
			text_add(text, text_format(text->arena, "%s:x:%lld:%lld:%s:%s:/bin/sh\n", name,
						   (long long)cluster->roles[i].uid, (long long)cluster->roles[i].gid,
						   passwd_field(text->arena, cluster->framework->title),
						   cluster->framework->user->home));
	}
}

/* ssh, Java and Python's getpass ask for the name of the number they run as, and some end without one. passwd(5) with
 * the users every image has, and ours. */
static void add_passwd(struct keys *keys)
{
	static const char path[] = "/etc/passwd";
	struct cluster *cluster = keys->cluster;
	const char *name = user_name(cluster);
	struct text text = TEXT_IN(keys->arena);

	/* A number that nobody knows here gets its name from the cluster (CRI-O adds it to passwd). */
	if (!name || cluster->assigned_user || (!cluster->framework->user->name && is_taken(cluster, path)))
		return;
	text_add(&text, "root:x:0:0:root:/root:/usr/sbin/nologin\n");
	add_passwd_lines(&text, cluster, name);
	text_add(&text, "nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n");
	add_key_file(keys, path, text_done(&text), ROLE_NONE);
	cluster->files[cluster->file_count - 1].comment = "gives the user's number a name, for ssh, Java and others";
}

/* What runs the main processes of a cluster that ends by itself, and what it asks in the head. */
static void add_process_settings(struct keys *keys)
{
	struct cluster *cluster = keys->cluster;
	struct arena *arena = keys->arena;
	if (cluster_ends(cluster))
		add_key_file(keys, PROCESS_PATH "process", builtin_process, ROLE_NONE);
	if (cluster_is_job(cluster))
		add_key_file(keys, PROCESS_PATH "job", job_settings(arena, cluster), ROLE_NONE);
	if (cluster_is_watched(cluster))
		add_key_file(keys, PROCESS_PATH "busy",
			     expand_decided(arena, cluster, &cluster->roles[ROLE_HEAD], cluster->framework->idle->busy),
			     ROLE_HEAD);
}

/* What installs packages, and the files that say which. */
static void add_package_files(struct keys *keys)
{
	struct cluster *cluster = keys->cluster;
	bool any = false;

	for (size_t i = 0; i < cluster->role_count; i++)
		any = any || cluster->roles[i].packages.count;
	if (any)
		add_key_file(keys, INSTALLER_PATH, cluster->packages.script, packages_only_role(cluster));
	for (size_t i = 0; i < cluster->package_file_count; i++)
		add_key_file(keys, cluster->package_files[i].path, cluster->package_files[i].source->bytes,
			     cluster->package_files[i].role);
}

/* --- The profile's own files ------------------------------------------------------------------ */

struct file_reader {
	struct cluster *cluster;
	struct arena *arena;
	struct keys *keys;
	struct diags *diags;
	const struct document *document;
	const char *directory;
};

/* A ConfigMap holds 1 MiB (k8s.io/kubernetes, MaxSecretSize), the framework's own files included. */
enum { FILES_MOST = 1024 * 1024 };

static struct span from_place(const struct file_reader *it, size_t index)
{
	const struct node *entry = node_item(node_get(it->document->root, "files"), index);

	return node_span(it->document->source, node_get(entry, "from"));
}

/* The bytes of a file that the profile names; it may not lead out of the profile's directory, links included. */
static const char *read_profile_file(const struct file_reader *it, const struct profile_file *file, size_t index)
{
	const char *path = text_join(it->arena, it->directory, file->from, NULL), *fault;
	const struct source *source = source_named(it->arena, it->diags, path, it->directory, SOURCE_INSIDE,
						   it->document->source->order + 1, &fault);

	if (fault == source_outside)
		diag(it->diags, CODE_UNREADABLE_FILE, from_place(it, index), "copy it there",
		     "%s leads out of the profile's directory", file->from);
	else if (fault)
		diag(it->diags, CODE_UNREADABLE_FILE, from_place(it, index),
		     "the path is relative to the profile's directory", "the file %s can't be read: %s", path, fault);
	return source ? source->bytes : NULL;
}

static void add_profile_files(const struct file_reader *it)
{
	const struct profile *profile = it->cluster->profile;

	for (size_t i = 0; i < profile->files_count; i++) {
		const struct profile_file *file = &profile->files[i];
		const char *content = file->content ? file->content : file->from ? read_profile_file(it, file, i) : "";

		content = content ? content : ""; /* told of; the others are looked at all the same */
		add_key_file(it->keys, file->path, content, ROLE_NONE);
		it->cluster->files[it->cluster->file_count - 1].mode = file->mode;
	}
}

/* Files of a directory are mounted as one; in the ConfigMap they stand beside the others. */
static void give_keys(struct keys *keys, struct cluster_file *files, size_t count)
{
	for (size_t i = 0; i < count; i++)
		files[i].key = key_for(keys, files[i].path);
}

/* What fetches the code, before a pod's container runs. */
static void add_code_program(struct keys *keys)
{
	if (!code_is_fetched(keys->cluster))
		return;
	add_key_file(keys, CODE_PROGRAM, builtin_process_code, ROLE_NONE);
	keys->cluster->files[keys->cluster->file_count - 1].first = true;
}

/* Settings, too, become a file. */
static void files_fit(const struct file_reader *it)
{
	const struct node *root = it->document->root;
	const struct cluster_job *job = &it->cluster->job;
	const struct cluster_code *code = &it->cluster->code;
	const char *key = code->file_count         ? "code"
			  : job->file_count        ? "job"
			  : node_get(root, "files") ? "files"
						    : "config";
	size_t size = 0;

	for (size_t i = 0; i < it->cluster->file_count; i++)
		size += strlen(it->cluster->files[i].content);
	for (size_t i = 0; i < job->file_count; i++)
		size += strlen(job->files[i].content);
	for (size_t i = 0; i < code->file_count; i++)
		size += strlen(code->files[i].content);
	if (size > FILES_MOST)
		diag(it->diags, CODE_FILES_TOO_LARGE,
		     node_key_span(it->document->source, node_find(it->document->root, key, NULL)),
		     "put large files into a volume, or into the image",
		     "the files have %zu bytes, those of the framework included, and a config map holds %d", size,
		     FILES_MOST);
}

static void add_files_of(struct text *all, const struct cluster *cluster, const struct cluster_role *role)
{
	for (size_t i = 0; i < cluster->file_count; i++)
		if (cluster_file_concerns(&cluster->files[i], role)) {
			text_add(all, cluster->files[i].path);
			text_add_char(all, '\n');
			text_add(all, cluster->files[i].content);
		}
	for (size_t i = 0; i < cluster->job.file_count; i++)
		text_add_all(all, cluster->job.files[i].path, "\n", cluster->job.files[i].content, NULL);
	for (size_t i = 0; i < cluster->code.file_count; i++)
		text_add_all(all, cluster->code.files[i].path, "\n", cluster->code.files[i].content, NULL);
	text_done(all);
}

/* Pods are replaced when a file of their own changes, and stay when it is another role's. Most roles have
 * the files of the one before: their digest isn't worked out again. */
static void decide_digests(struct cluster *cluster, struct arena *arena)
{
	struct text before = TEXT_IN(arena);

	for (size_t i = 0; i < cluster->role_count; i++) {
		struct text all = TEXT_IN(arena);

		add_files_of(&all, cluster, &cluster->roles[i]);
		if (i && all.size == before.size && !memcmp(all.bytes, before.bytes, all.size))
			cluster->roles[i].files_digest = cluster->roles[i - 1].files_digest;
		else
			cluster->roles[i].files_digest = digest_of(arena, all.bytes, all.size);
		before = all;
	}
}

void files_decide(struct cluster *cluster, struct arena *arena, struct diags *diags, const struct document *document,
		  const char *directory)
{
	struct keys keys = {arena, cluster, INDEX_IN(arena)};
	struct file_reader reader = {cluster, arena, &keys, diags, document, directory};
	struct carried carried = {arena, diags, document, directory};

	cluster->files = NEW_ARRAY(arena, struct cluster_file,
				   cluster->framework->files_count + cluster->profile->files_count +
					   cluster->package_file_count + 7);
	decide_settings(&keys, cluster->profile);
	add_defined(&keys);
	add_passwd(&keys);
	add_process_settings(&keys);
	add_package_files(&keys);
	add_code_program(&keys);
	code_read(cluster, &carried);
	job_read_files(cluster, &carried);
	give_keys(&keys, cluster->job.files, cluster->job.file_count);
	give_keys(&keys, cluster->code.files, cluster->code.file_count);
	add_profile_files(&reader);
	files_fit(&reader);
	decide_digests(cluster, arena);
}
