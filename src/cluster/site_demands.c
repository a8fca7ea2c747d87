/* site_demands: what a shared cluster wants said: labels, the class of a GPU, the user's number, a queue, an end. */
#include <string.h>

#include "base/quantity.h"
#include "cluster/site_ruling.h"
#include "cluster/sites.h"
#include "language/values.h"

static bool demands_true(const bool *truth)
{
	return truth && *truth;
}

/* --- Labels --------------------------------------------------------------------------------------- */

/* Whether a bad value was taken out of that map, of the role's block or of the profile: then what is missing in it
 * isn't told of, too. `key` may be NULL. */
static bool demands_pruned(const struct site_ruling *it, const struct cluster_role *role, const char *key)
{
	const struct node *map = role ? pod_rules_block(it->rules, role) : it->rules->document->root;

	map = map && key ? node_get(map, key) : map;
	return map && map->pruned;
}

/* The rule of a label is the list: its line is that of the first entry. */
static void check_labels(const struct site_ruling *it)
{
	const struct cluster *cluster = it->rules->cluster;
	bool gpus = cluster_totals(cluster).gpus;
	struct index said = INDEX_IN(it->rules->arena);

	for (size_t i = 0; i < cluster->labels.count; i++)
		index_add(&said, cluster->labels.items[i].name, &cluster->labels.items[i]);
	for (uint32_t i = 0; i < it->site->labels_count; i++) {
		const struct site_label *label = &it->site->labels[i];
		bool with_gpu = label->when && *label->when == LABEL_WITH_GPU;

		if ((with_gpu && !gpus) || index_find(&said, label->key) || demands_pruned(it, NULL, "labels"))
			continue;
		site_ruling_tell(it, CODE_SITE_LABEL, "labels", site_ruling_at_top(it, "labels"),
				 SAY(it, "write labels: {%s: VALUE}%s%s", label->key,
				     label->doc ? ", where VALUE is " : "", label->doc ? label->doc : ""),
				 SAY(it, "the label %s is missing, which every cluster%s has to have", label->key,
				     with_gpu ? " with GPUs" : ""));
	}
}

/* --- GPUs ------------------------------------------------------------------------------------------ */

static const char *class_name(const void *subject, size_t i)
{
	const struct site_gpus *gpus = subject;

	return i < gpus->classes_count ? gpus->classes[i].name : NULL;
}

/* More than this nobody reads. */
enum { CLASSES_SHOWN = 20 };

/* "write gpu: {count: 1, class: small}; there are small (about 12 GB), large" */
static const char *class_help(const struct site_ruling *it, int64_t count, const char *class)
{
	const struct site_gpus *gpus = it->site->gpus;
	uint32_t shown = gpus->classes_count < CLASSES_SHOWN ? gpus->classes_count : CLASSES_SHOWN;
	const char *near = class && shown == gpus->classes_count ? text_nearest(class, class_name, gpus) : NULL;
	struct text help = TEXT_IN(it->rules->arena);

	text_add(&help,
		 SAY(it, "write gpu: {count: %lld, class: %s}", (long long)count, near ? near : gpus->classes[0].name));
	for (uint32_t i = 0; i < shown; i++)
		text_add_all(&help, i ? ", " : "; there are ", gpus->classes[i].name,
			     gpus->classes[i].doc ? SAY(it, " (%s)", gpus->classes[i].doc) : "", NULL);
	text_add(&help, shown < gpus->classes_count ? ", ..." : "");
	return text_done(&help);
}

static void check_class(const struct site_ruling *it, const struct cluster_role *role, const struct index *classes)
{
	const char *label = role->gpu.class_label, *class = role->gpu.size_class, *text = NULL;

	if (!role->gpu.count || !label || (!class && demands_pruned(it, role, "gpu")))
		return;
	if (!class)
		text = SAY(it, "the GPUs of the %s have no class, which its pods need as their label %s", role->term,
			   label);
	else if (!index_find(classes, class))
		text = SAY(it, "there is no GPU class '%s'", class);
	if (text)
		site_ruling_tell(it, CODE_SITE_GPU_CLASS, "gpus.classLabel", site_ruling_at(it, role, "gpu"),
				 class_help(it, role->gpu.count, class), text);
}

/* A label of the profile's is one of all pods, also of those that have no GPU. */
static void check_class_label(const struct site_ruling *it)
{
	const char *label = site_class_label(it->site);
	const struct cluster *cluster = it->rules->cluster;

	if (label && pairs_find(cluster->labels.items, cluster->labels.count, label))
		site_ruling_tell(
			it, CODE_SITE_GPU_CLASS, "gpus.classLabel", site_ruling_at_top(it, "labels"),
			SAY(it, "write gpu: {count: 1, class: %s}, and leave the label out",
			    pairs_find(cluster->labels.items, cluster->labels.count, label)),
			SAY(it, "the label %s says the class of a GPU, and 'labels' would put it on all pods", label));
}

static void check_resource(const struct site_ruling *it, const struct cluster_role *role)
{
	const char *product = role->gpu.product, *own = product ? site_resource_of(it->site, product) : NULL;

	if (own && role->gpu.resource && strcmp(own, role->gpu.resource) != 0)
		site_ruling_refuse(it, "gpus.resources", site_ruling_at(it, role, "gpu"),
				   SAY(it, "leave resource out, or write resource: %s", own),
				   SAY(it, "a %s is requested as %s, not as %s", product, own, role->gpu.resource));
}

/* --- Identity, and limits above requests ------------------------------------------------------------- */

static void check_own_user(const struct site_ruling *it, const struct cluster_role *role)
{
	bool group = cluster_is_group(role);

	if (demands_true(it->limits->ownUser) && !role->wish.runAsUser && !demands_pruned(it, role, NULL))
		site_ruling_refuse(it, "limits.ownUser", site_ruling_at(it, role, "runAsUser"),
				   SAY(it, "write %s%srunAsUser: NUMBER%s, with your own as `id -u` prints it%s%s",
				       group ? "" : role->component, group ? "" : ": {", group ? "" : "}",
				       it->site->loginHost ? " on " : "",
				       it->site->loginHost ? it->site->loginHost : ""),
				   SAY(it, "the %s runs as user %lld, the framework's number, instead of your own",
				       role->term, (long long)role->uid));
}

static void check_ratio(const struct site_ruling *it, const struct cluster_role *role)
{
	const struct {
		const char *what, *key;
		enum unit unit;
		int64_t request, limit;
	} rows[] = {
		{"cpu", "cpuLimit", UNIT_CPU, role->cpu, role->cpu_limit},
		{"memory", "memoryLimit", UNIT_BYTES, role->memory, role->memory_limit},
	};

	for (size_t i = 0; it->limits->limitPercent && i < sizeof rows / sizeof *rows; i++) {
		int64_t percent = *it->limits->limitPercent, most = rows[i].request / 100 * percent;

		if (rows[i].limit > most && rows[i].limit > rows[i].request * percent / 100)
			site_ruling_refuse(it, "limits.limitPercent", site_ruling_at(it, role, rows[i].key),
					   SAY(it, "leave %s out, or raise %s", rows[i].key, rows[i].what),
					   SAY(it, "the %s's limit of %s, %s, is more than %lld %% of its request, %s",
					       role->term, rows[i].what,
					       quantity_write(it->rules->arena, rows[i].unit, rows[i].limit),
					       (long long)percent,
					       quantity_write(it->rules->arena, rows[i].unit, rows[i].request)));
	}
}

/* --- The whole cluster ------------------------------------------------------------------------------ */

/* What the site calls for where the namespace is known; NULL where it isn't. */
static const char *queue_wanted(const struct site_ruling *it)
{
	const char *form = it->limits->queue, *name_space = it->rules->cluster->name_space;

	if (!name_space && strstr(form, QUEUE_NAMESPACE))
		return NULL;
	return site_queue_of(it->rules->arena, form, name_space);
}

/* Whether a queue may be the one, when nobody knows the namespace. */
static bool fits_queue(const char *form, const char *queue)
{
	const char *place = strstr(form, QUEUE_NAMESPACE), *rest = place + sizeof QUEUE_NAMESPACE - 1;
	size_t before = (size_t)(place - form), after = strlen(rest), size = strlen(queue);

	return size > before + after && !strncmp(queue, form, before) && !strcmp(queue + size - after, rest);
}

static void check_queue(const struct site_ruling *it)
{
	const char *queue = it->rules->cluster->queue, *wanted;

	if (!it->limits->queue)
		return;
	wanted = queue_wanted(it);
	if (queue && (wanted ? !strcmp(queue, wanted) : fits_queue(it->limits->queue, queue)))
		return;
	site_ruling_refuse(it, "limits.queue", site_ruling_at_top(it, "queue"),
			   wanted ? SAY(it, "write queue: %s", wanted)
				  : SAY(it, "write queue: %s, with your namespace in it",
					site_queue_of(it->rules->arena, it->limits->queue, "NAMESPACE")),
			   queue ? SAY(it, "the queue %s isn't this namespace's", queue)
				 : "the cluster names no queue");
}

static void check_end_as(const struct site_ruling *it, const enum site_end *end, const char *rule, const char *which)
{
	const struct cluster *cluster = it->rules->cluster;

	if (!end || cluster_is_job(cluster) || (*end == SITE_ENDS_ITSELF && cluster_ends(cluster)))
		return;
	site_ruling_refuse(it, rule, site_ruling_at_top(it, "name"),
			   *end == SITE_ENDS_JOB ? "write job: {program: FILE}, which ends with its program"
						 : "write lifetime: 8h, idle: 1h, or job: {program: FILE}",
			   *end == SITE_ENDS_JOB ? SAY(it, "%s must run a program and end with it", which)
						 : SAY(it, "%s must end by itself", which));
}

/* What ends by itself is made of Jobs; `only_job`: it has been told to be a job. */
static void check_waiting(const struct site_ruling *it, bool only_job)
{
	const struct cluster *cluster = it->rules->cluster;

	if (!it->limits->waitingJobs || *it->limits->waitingJobs || only_job || cluster_is_job(cluster) ||
	    !cluster_ends(cluster))
		return;
	site_ruling_refuse(it, "limits.waitingJobs", site_ruling_at_top(it, cluster->lifetime ? "lifetime" : "idle"),
			   "write job: {program: FILE}, or leave lifetime and idle out",
			   "a cluster that ends by itself is made of Jobs, and a Job must not wait for programs here");
}

static void check_ends(const struct site_ruling *it)
{
	const struct site_limits *limits = it->limits;
	bool gpus = cluster_totals(it->rules->cluster).gpus;

	check_end_as(it, limits->ends, "limits.ends", "every cluster");
	if (gpus)
		check_end_as(it, limits->gpuEnds, "limits.gpuEnds", "a cluster with GPUs");
	check_waiting(it, (limits->ends && *limits->ends == SITE_ENDS_JOB) ||
				  (gpus && limits->gpuEnds && *limits->gpuEnds == SITE_ENDS_JOB));
}

/* Pods of a cluster without an end are always replaced, and those that Kubernetes can't count by index are for each
 * retry. What has to have a lifetime anyway is told of by that rule. */
static void check_once(const struct site_ruling *it)
{
	const struct cluster *cluster = it->rules->cluster;

	if (!demands_true(it->limits->gpuOnce) || !cluster_totals(cluster).gpus)
		return;
	if (!cluster_ends(cluster) && !it->limits->lifetime && !demands_true(it->limits->gpuLifetime))
		site_ruling_refuse(
			it, "limits.gpuOnce", site_ruling_at_top(it, "name"), "write lifetime: 8h",
			"a pod with a GPU must not be replaced, and one of a cluster without an end always is");
	if (cluster_is_job(cluster) && cluster->job.retries && !cluster_counts_failures(cluster))
		site_ruling_refuse(it, "limits.gpuOnce",
				   node_span(it->rules->document->source,
					     node_find(it->rules->document->root, "job", "retries", NULL)),
				   "leave retries out", "each retry would be another pod with a GPU");
}

/* The Jobs of a CronJob have fixed names as well (pkg/controller/cronjob/utils.go: getJobFromTemplate2). */
static void check_job_names(const struct site_ruling *it)
{
	const struct cluster *cluster = it->rules->cluster;
	const struct node *root = it->rules->document->root;

	if (!demands_true(it->limits->generatedJobNames) || !cluster_ends(cluster))
		return;
	site_ruling_refuse(
		it, "limits.generatedJobNames",
		site_ruling_at_top(it, node_get(root, "job")        ? "job"
				       : node_get(root, "lifetime") ? "lifetime"
								    : "idle"),
		"leave lifetime, idle and job out, and delete the cluster yourself",
		"this site refuses Jobs with a fixed name, and a cluster that ends by itself is made of them");
}

void site_demands_check(const struct site_ruling *it)
{
	const struct cluster *cluster = it->rules->cluster;
	struct index classes = site_classes(it->rules->arena, it->site);

	for (size_t i = 0; i < cluster->role_count; i++) {
		/* Where a worker leads a job, the head has no pods. */
		if (cluster->roles[i].kind == ROLE_HEAD && cluster->job.worker_leads)
			continue;
		check_class(it, &cluster->roles[i], &classes);
		check_resource(it, &cluster->roles[i]);
		check_own_user(it, &cluster->roles[i]);
		check_ratio(it, &cluster->roles[i]);
	}
	check_labels(it);
	check_class_label(it);
	check_queue(it);
	check_ends(it);
	check_once(it);
	check_job_names(it);
}
