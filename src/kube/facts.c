/* facts: what the manager has to know of Kubernetes' kinds, names and quotas for one cluster. */
#include "kube/facts.h"

#include <string.h>

#include "cluster/needs.h"
#include "kube/pod.h"
#include "kube/quota.h"

/* A list that grows, of what stands between `between`. */
static void append_item(struct text *list, const char *between, const char *item)
{
	text_add_all(list, list->size ? between : "", item, NULL);
}

/* --- Kinds ---------------------------------------------------------------------------------------- */

static const char *kind_of_object(struct arena *arena, const char *object)
{
	return text_copy(arena, object, strcspn(object, "/"));
}

static bool has_kind(const struct texts *objects, const char *kind)
{
	size_t size = strlen(kind);

	for (size_t i = 0; i < objects->count; i++)
		if (!strncmp(objects->items[i], kind, size) && objects->items[i][size] == '/')
			return true;
	return false;
}

/* The kinds of the objects, each once, as far as they are among those that `of` has; NULL: but for claims. */
static const char *kinds(struct arena *arena, const struct texts *objects, const char *const *of)
{
	struct text list = TEXT_IN(arena);

	for (size_t i = 0; i < objects->count; i++) {
		const char *kind = kind_of_object(arena, objects->items[i]);
		struct texts before = {.items = objects->items, .count = i};
		bool wanted = !of && strcmp(kind, "persistentvolumeclaim") != 0;

		for (size_t j = 0; of && of[j]; j++)
			wanted = wanted || !strcmp(of[j], kind);
		if (wanted && !has_kind(&before, kind))
			append_item(&list, ",", kind);
	}
	return text_done(&list);
}

static const char *former_kinds(struct arena *arena, const struct texts *objects)
{
	static const char *const all[] = {"serviceaccount", "configmap",
					  "secret",         "service",
					  "statefulset",    "job",
					  "cronjob",        "poddisruptionbudget",
					  "networkpolicy",  "resourceclaimtemplate"};
	struct text list = TEXT_IN(arena);

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (!has_kind(objects, all[i]))
			append_item(&list, ",", all[i]);
	return text_done(&list);
}

/* --- What has to be there -------------------------------------------------------------------------- */

/* What isn't an object, or is looked for by itself, has no kind here. */
static const char *needed_objects(struct arena *arena, const struct cluster *cluster)
{
	static const char *const kinds_needed[NEEDS] = {
		[NEED_SERVICE_ACCOUNT] = "serviceaccount/",
		[NEED_QUEUE] = "localqueue/",
		[NEED_SECRET] = "secret/",
		[NEED_CONFIG_MAP] = "configmap/",
		[NEED_CLAIM] = "persistentvolumeclaim/",
		[NEED_STORAGE_CLASS] = "storageclass/",
		[NEED_PRIORITY_CLASS] = "priorityclass/",
		[NEED_RUNTIME_CLASS] = "runtimeclass/",
		[NEED_DEVICE_CLASS] = "deviceclass/",
	};
	struct text list = TEXT_IN(arena);

	for (size_t i = 0; i < cluster->need_count; i++)
		if (kinds_needed[cluster->needs[i].kind])
			append_item(
				&list, "\n",
				text_join(arena, kinds_needed[cluster->needs[i].kind], cluster->needs[i].name, NULL));
	return text_done(&list);
}

/* --- Quotas ----------------------------------------------------------------------------------------- */

static void add_counted(struct text *list, const char *what, const struct pairs *counts)
{
	append_item(list, "\n", what);
	for (size_t i = 0; i < counts->count; i++)
		text_add_all(list, " ", counts->items[i].name, "=", counts->items[i].value, NULL);
}

static const char *pod_quota(struct arena *arena, const struct cluster *cluster)
{
	struct text list = TEXT_IN(arena);

	for (size_t i = 0; i < cluster->maker_count; i++) {
		const struct cluster_role *role = &cluster->makers[i];
		struct pairs counts = quota_of_pod(arena, role);

		add_counted(&list,
			    text_join(arena, role->component, " ", text_number(arena, role->count), " ",
				      text_number(arena, role->gpu.count), NULL),
			    &counts);
	}
	return text_done(&list);
}

static const char *object_quota(struct arena *arena, const struct cluster *cluster, const struct texts *objects)
{
	struct text list = TEXT_IN(arena);

	for (size_t i = 0; i < objects->count; i++) {
		struct pairs counts = quota_of_object(arena, cluster, objects->items[i]);

		add_counted(&list, objects->items[i], &counts);
	}
	return text_done(&list);
}

/* --- Plain apply ------------------------------------------------------------------------------------- */

/* How long a string is as Go writes it in JSON, or a little shorter than this. */
static size_t json_text_size(const char *text)
{
	size_t size = 2;

	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;

		size += c < ' ' || c == '<' || c == '>' || c == '&' ? 6 : c == '"' || c == '\\' || c > '~' ? 2 : 1;
	}
	return size;
}

static size_t json_size(const struct object *object)
{
	size_t size = 2;

	if (!object)
		return 0;
	if (object->kind == OBJECT_TEXT || object->kind == OBJECT_NUMBER)
		return json_text_size(object->text);
	for (const struct object *child = object->first; child; child = child->next)
		size += json_size(child) + 1 + (child->key ? json_text_size(child->key) + 1 : 0);
	return size;
}

/* Plain apply keeps a copy of each object, as JSON, in an annotation of it, and Kubernetes takes no more than 256 KiB
 * of annotations. The spare KiB are for what kubectl adds: the annotation's name, and the namespace. A small manifest
 * isn't looked into: JSON takes at most six bytes for one of YAML, and annotations count twice. */
static bool fits_plain_apply(const struct manifest *manifest, size_t manifest_size)
{
	enum { ANNOTATIONS_MOST = 256 * 1024, SPARE = 2 * 1024, LONGEST_ESCAPE = 6 };

	if (manifest_size <= (ANNOTATIONS_MOST - SPARE) / (2 * LONGEST_ESCAPE))
		return true;
	for (const struct object *object = manifest->first; object; object = object->next) {
		const struct object *own = object_child(object_child(object, "metadata"), "annotations");

		if (json_size(object) + json_size(own) + SPARE > ANNOTATIONS_MOST)
			return false;
	}
	return true;
}

/* --- Hosts ------------------------------------------------------------------------------------------ */

/* Names for more workers than there are, as scale may make them. */
static const char *tls_hosts(struct arena *arena, const struct cluster *cluster)
{
	enum { WORKERS_LEAST = 64 };
	struct text list = TEXT_IN(arena);
	int64_t workers = cluster_workers(cluster);
	bool certificate = false;

	for (size_t i = 0; i < cluster->secret_count; i++)
		certificate = certificate || cluster->secrets[i].type == SECRET_TLS;
	for (size_t i = 0; certificate && i < cluster->role_count; i++) {
		const struct cluster_role *role = &cluster->roles[i];
		int64_t pods = role->kind != ROLE_WORKER ? 0 : workers > WORKERS_LEAST ? workers : WORKERS_LEAST;

		if (role->kind != ROLE_NOTEBOOK)
			append_item(&list, "\n", text_format(arena, "%s %lld", role->object, (long long)pods));
	}
	return text_done(&list);
}

/* What a cluster of this name has that was created in another form. */
static const char *other_kinds(const struct cluster *cluster)
{
	if (cluster->job.schedule)
		return "statefulset,poddisruptionbudget";
	return cluster_ends(cluster) ? "statefulset,poddisruptionbudget,cronjob" : "job,cronjob";
}

/* --- Jobs ------------------------------------------------------------------------------------------- */

/* A pod that does nothing, with the claim that the job's output is in, so that it can be copied from there. */
static struct object *reader_pod(struct arena *arena, const struct cluster *cluster)
{
	static const char *const command[] = {"/bin/sh", "-c", "sleep 3600"};
	const struct cluster_role *leader = cluster->job.pods ? cluster->job.pods : &cluster->roles[ROLE_HEAD];
	struct cluster_role reader = {
		.kind = ROLE_NOTEBOOK,
		.component = "reader",
		.object = text_join(arena, cluster->name, "-reader", NULL),
		.image = leader->image,
		.cpu = 100,
		.cpu_limit = 100,
		.memory = INT64_C(128) << 20,
		.memory_limit = INT64_C(128) << 20,
		.disk = INT64_C(64) << 20,
		.uid = leader->uid,
		.gid = leader->gid,
		.fs_group = leader->fs_group,
		.read_only_root = true,
		.supplemental_groups = leader->supplemental_groups,
		.supplemental_group_count = leader->supplemental_group_count,
		.node_selector = leader->node_selector,
		.tolerations = leader->tolerations,
		.toleration_count = leader->toleration_count,
		.spread = SPREAD_NONE,
		.stop_grace = 1,
	};

	for (size_t i = 0; i < sizeof command / sizeof *command; i++)
		texts_add(arena, &reader.command, command[i]);
	return pod_of_reader(arena, cluster, &reader);
}

struct object *facts_reader(struct arena *arena, const struct cluster *cluster)
{
	return cluster->job.logs_claim ? reader_pod(arena, cluster) : NULL;
}

/* --- All -------------------------------------------------------------------------------------------- */

struct pairs facts_of(struct arena *arena, const struct manifest *manifest, size_t manifest_size)
{
	static const char *const workloads[] = {"statefulset", "job", "cronjob", NULL};
	const struct cluster *cluster = manifest->cluster;
	struct texts objects = {0};
	struct pairs facts = {0};

	for (size_t i = 0; i < manifest->names.count; i++)
		texts_add(arena, &objects, manifest->names.items[i]);
	for (size_t i = 0; i < cluster->secret_count; i++)
		texts_add(arena, &objects, text_join(arena, "secret/", cluster->secrets[i].object, NULL));
	pairs_add(arena, &facts, "KINDS", kinds(arena, &objects, NULL));
	pairs_add(arena, &facts, "WORKLOAD_KINDS",
		  cluster->job.schedule ? "cronjob,job" : kinds(arena, &objects, workloads));
	pairs_add(arena, &facts, "OTHER_KINDS", other_kinds(cluster));
	pairs_add(arena, &facts, "FORMER_KINDS", former_kinds(arena, &objects));
	pairs_add(arena, &facts, "POD_QUOTA", pod_quota(arena, cluster));
	pairs_add(arena, &facts, "OBJECT_QUOTA", object_quota(arena, cluster, &objects));
	pairs_add(arena, &facts, "NEEDED_OBJECTS", needed_objects(arena, cluster));
	pairs_add(arena, &facts, "SERVER_SIDE", fits_plain_apply(manifest, manifest_size) ? "" : "yes");
	pairs_add(arena, &facts, "ENDS", cluster_end(arena, cluster));
	pairs_add(arena, &facts, "OWNER", cluster_owner(arena, cluster));
	pairs_add(arena, &facts, "TLS_HOSTS", tls_hosts(arena, cluster));
	return facts;
}
