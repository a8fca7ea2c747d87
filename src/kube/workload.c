/* workload: what makes pods: StatefulSets, or Jobs where the cluster ends by itself, and the
 * claims for devices that their pods refer to. */
#include "kube/workload.h"

#include "base/quantity.h"
#include "cluster/releases.h"
#include "kube/pod.h"
#include "kube/queue.h"

/* The restarts of all of a Job's pods are added up: one bad worker is not to end the others. */
enum { WORKER_BACKOFF_LIMIT = 1000000 };

/* Which of its pods does what, and why it is one Job. */
static const char *comment_on_united(struct arena *arena, const struct cluster *cluster, const char *sizes)
{
	const struct cluster_role *head = &cluster->roles[ROLE_HEAD], *worker = &cluster->roles[ROLE_WORKER];
	const char *pods =
		cluster->job.worker_leads
			? text_format(arena, "%lld %s%s of %s; number 0 also runs the program",
				      (long long)worker->count, worker->term, worker->count == 1 ? "" : "s",
				      cluster->framework_title)
			: text_format(arena, "The %s of %s, which is number 0 and runs the program, and %lld %s%s",
				      head->term, cluster->framework_title, (long long)worker->count, worker->term,
				      worker->count == 1 ? "" : "s");

	return text_format(arena,
			   "%s.\nEach has %s. All pods are of one size, so this is one Job:\n"
			   "it succeeds and fails with the program, and then all of them end.",
			   pods, sizes);
}

static const char *comment_on_job(struct arena *arena, const struct cluster *cluster, const struct cluster_role *role,
				  const char *sizes)
{
	if (role->united)
		return comment_on_united(arena, cluster, sizes);
	if (role->kind == ROLE_HEAD)
		return text_format(arena,
				   "The %s of %s, with %s. It runs the program, and this Job\n"
				   "succeeds and fails with it. "
				   "The %ss are a Job of their own, because %s.",
				   role->term, cluster->framework_title, sizes, cluster->roles[ROLE_WORKER].term,
				   cluster->job.apart_because);
	return text_format(arena, "%lld %s%s of %s, each with %s. They end with 0 once the %s has been gone for %d s.",
			   (long long)role->count, role->term, role->count == 1 ? "" : "s", cluster->framework_title,
			   sizes, cluster->roles[ROLE_HEAD].term, (int)cluster->job.patience);
}

static const char *comment_on(struct arena *arena, const struct cluster *cluster, const struct cluster_role *role)
{
	const char *cpu = quantity_write(arena, UNIT_CPU, role->cpu);
	const char *memory = quantity_write(arena, UNIT_BYTES, role->memory), *gpus = "";

	if (role->kind == ROLE_NOTEBOOK)
		return text_format(arena, "The %s, with cpu %s and memory %s; its programs run on the cluster.",
				   role->term, cpu, memory);
	if (role->kind == ROLE_HEAD && !cluster_is_job(cluster))
		return text_format(arena, "The %s of %s, with cpu %s and memory %s; programs are submitted from here.",
				   role->term, cluster->framework_title, cpu, memory);
	if (role->gpu.count)
		gpus = text_format(arena, ", and %s %lld",
				   role->gpu.resource ? role->gpu.resource : role->gpu.device_class,
				   (long long)role->gpu.count);
	if (cluster_is_job(cluster))
		return comment_on_job(arena, cluster, role,
				      text_format(arena, "cpu %s and memory %s%s", cpu, memory, gpus));
	return text_format(arena, "%lld %s%s of %s%s%s, %swith cpu %s and memory %s%s.", (long long)role->count,
			   role->term, role->count == 1 ? "" : "s", cluster->framework_title,
			   cluster_is_group(role) ? ", the group " : "", cluster_is_group(role) ? role->component : "",
			   role->count == 1 ? "" : "each ", cpu, memory, gpus);
}

static struct object *add_object(struct manifest *manifest, const char *api_version, const char *kind,
				 const struct cluster_role *role)
{
	struct object *object = meta_add_object(manifest, api_version, kind, role->object, role,
						comment_on(manifest->arena, manifest->cluster, role)),
		      *metadata = object_map(object, "metadata");

	queue_put_on_workload(metadata, manifest->cluster);
	/* Here alone, so that a small change of the profile is a small one of the manifest. */
	if (role->kind == ROLE_HEAD || role->united)
		meta_put_digest(metadata, "clusterc/input-digest", manifest->cluster->input_digest);
	return object_put_map(object, "spec");
}

static void add_stateful_set(struct manifest *manifest, const struct cluster_role *role)
{
	const struct cluster *cluster = manifest->cluster;
	struct object *spec = add_object(manifest, "apps/v1", "StatefulSet", role);

	object_put_text(spec, "serviceName", role->object);
	object_put_number(spec, "replicas", role->count);
	object_put_text(spec, "podManagementPolicy", "Parallel");
	meta_put_selector(object_put_map(spec, "selector"), "matchLabels", cluster, role);
	pod_put_template(spec, cluster, role);
}

/* The status is what the API server would fill in. Kueue marks the pods of a group that it takes back from their nodes
 * (v0.17, pkg/controller/jobs/pod, Stop). */
static void ignore_evictions(struct object *rules, const struct cluster *cluster, const char *comment)
{
	static const char *const types[] = {"DisruptionTarget", "TerminationTarget"};
	struct object *rule = object_add_map(rules), *conditions;

	object_put_text(rule, "action", "Ignore");
	rule->last->comment = comment;
	conditions = object_put_list(rule, "onPodConditions");
	for (size_t i = 0; i < (cluster_is_queued_group(cluster) ? 2 : 1); i++) {
		struct object *condition = object_add_map(conditions);

		object_put_text(condition, "type", types[i]);
		object_put_text(condition, "status", "True");
	}
}

/* A pod that ends may still hold its name, its node and its claims: its successor waits for it. */
static void put_replacement_policy(struct object *spec, const struct cluster *cluster)
{
	if (release_has(cluster, FEATURE_POD_REPLACEMENT))
		object_put_text(spec, "podReplacementPolicy", "Failed");
}

/* Of a cluster. A head that is taken from its node (drained, preempted, short of memory) is no failure of the cluster:
 * it gets another pod (kubernetes.io, "Handling retriable and non-retriable pod failures with Pod failure policy").
 * That needs pods that are never restarted: other roles' are, and have a backoffLimit for any number of evictions.
 * Kubernetes 1.25 drops the field (PrepareForCreate in pkg/registry/batch/job), 1.26 follows it. */
static void put_failure_policy(struct object *spec, const struct cluster *cluster)
{
	put_replacement_policy(spec, cluster);
	ignore_evictions(object_put_list(object_put_map(spec, "podFailurePolicy"), "rules"), cluster,
			 "if its node is drained, say, it moves; any other end is the cluster's");
}

/* Of a job whose head runs the program again itself: then the program has failed for good. What kills a pod ends it
 * with 137 (SIGKILL) or 143 (SIGTERM): that counts as one failure of this pod. */
static void put_job_failure_policy(struct object *spec, const struct cluster *cluster)
{
	enum { KILLED = 128 + 9, TERMINATED = 128 + 15 };
	struct object *rules = object_put_list(object_put_map(spec, "podFailurePolicy"), "rules"), *rule, *codes,
		      *values;

	ignore_evictions(rules, cluster, "a pod that is evicted is replaced, and doesn't count");
	if (!cluster_counts_failures(cluster))
		return;
	rule = object_add_map(rules);
	object_put_text(rule, "action", "FailJob");
	rule->last->comment = "the program failed, or could not start; 137 and 143 are pods that were killed";
	codes = object_put_map(rule, "onExitCodes");
	object_put_text(codes, "operator", "NotIn");
	values = object_put_list(codes, "values");
	object_add_number(values, KILLED);
	object_add_number(values, TERMINATED);
}

/* Of pods that must not be replaced, whatever ended them: each start is charged. In an Indexed Job one that fails
 * leaves the others alone, where Kubernetes can count by index, unless all of them are one cluster. */
static void put_once(struct object *spec, const struct cluster *cluster, const struct cluster_role *role)
{
	object_put_number(spec, cluster_counts_failures(cluster) ? "backoffLimitPerIndex" : "backoffLimit", 0);
	if (!role->united)
		return;
	object_put_number(spec, "maxFailedIndexes", 0);
	object_put_text(spec, "podReplacementPolicy", "Failed");
}

/* Of all pods of one Job any may be killed so often; the head knows how often it was, and ends the job where retries
 * are used up. */
static void put_retries(struct object *spec, const struct cluster *cluster, const struct cluster_role *role)
{
	enum { REPLACED_MOST = 6 };
	int64_t retries = cluster->job.retries;
	bool by_index = cluster_counts_failures(cluster);

	object_put_number(spec, by_index ? "backoffLimitPerIndex" : "backoffLimit",
			  role->united && retries < REPLACED_MOST ? REPLACED_MOST : retries);
	put_replacement_policy(spec, cluster);
	put_job_failure_policy(spec, cluster);
}

static void put_deadline(struct object *spec, const struct cluster *cluster)
{
	if (cluster->lifetime && !cluster_is_queued_group(cluster))
		object_put_number(spec, "activeDeadlineSeconds", cluster->lifetime);
}

static void put_worker_limit(struct object *spec)
{
	object_put_number(spec, "backoffLimit", WORKER_BACKOFF_LIMIT);
	spec->last->comment = "restarts of all workers are added up; the deadline ends them";
}

/* What the program runs in ends the Job. */
static void put_job_spec(struct object *spec, const struct cluster *cluster, const struct cluster_role *role)
{
	bool leads = role->united || role->kind == ROLE_HEAD;

	if (role->united)
		object_put_text(object_add_map(object_put_list(object_put_map(spec, "successPolicy"), "rules")),
				"succeededIndexes", "0");
	if (role->once)
		put_once(spec, cluster, role);
	else if (leads)
		put_retries(spec, cluster, role);
	else
		put_worker_limit(spec);
	put_deadline(spec, cluster);
	object_put_number(spec, "ttlSecondsAfterFinished", leads ? cluster->job.keep : 0);
}

static void put_cluster_spec(struct object *spec, const struct cluster *cluster, const struct cluster_role *role)
{
	if (role->once)
		put_once(spec, cluster, role);
	else
		object_put_number(spec, "backoffLimit", role->kind == ROLE_HEAD ? 0 : WORKER_BACKOFF_LIMIT);
	if (role->kind == ROLE_HEAD && !role->once)
		put_failure_policy(spec, cluster);
	put_deadline(spec, cluster);
	object_put_number(spec, "ttlSecondsAfterFinished", 0);
}

/* Of a Job, because only Jobs end by themselves. Indexed, so that its pods have host names. */
static void put_spec(struct object *spec, const struct cluster *cluster, const struct cluster_role *role)
{
	object_put_text(spec, "completionMode", "Indexed");
	object_put_number(spec, "completions", role->count);
	object_put_number(spec, "parallelism", role->count);
	if (cluster_is_job(cluster))
		put_job_spec(spec, cluster, role);
	else
		put_cluster_spec(spec, cluster, role);
	pod_put_template(spec, cluster, role);
}

/* Runs of one job don't overlap. Each of them is admitted by its queue. */
static void add_cron_job(struct manifest *manifest, const struct cluster_role *role)
{
	enum { KEPT = 3 };
	const struct cluster *cluster = manifest->cluster;
	struct object *spec = add_object(manifest, "batch/v1", "CronJob", role), *template, *metadata;

	object_put_text(spec, "schedule", cluster->job.schedule);
	object_put_text(spec, "timeZone", cluster->job.time_zone);
	object_put_text(spec, "concurrencyPolicy", "Forbid");
	object_put_number(spec, "successfulJobsHistoryLimit", KEPT);
	object_put_number(spec, "failedJobsHistoryLimit", KEPT);
	template = object_put_map(spec, "jobTemplate");
	metadata = object_put_map(template, "metadata");
	meta_put_labels(metadata, cluster, role);
	queue_put_on_workload(metadata, cluster);
	put_spec(object_put_map(template, "spec"), cluster, role);
}

void workload_add(struct manifest *manifest, const struct cluster_role *role)
{
	if (manifest->cluster->job.schedule)
		add_cron_job(manifest, role);
	else if (cluster_ends(manifest->cluster))
		put_spec(add_object(manifest, "batch/v1", "Job", role), manifest->cluster, role);
	else
		add_stateful_set(manifest, role);
}

void workload_add_disruption_budget(struct manifest *manifest)
{
	const struct cluster *cluster = manifest->cluster;
	const struct cluster_role *head = &cluster->roles[ROLE_HEAD];
	struct object *object, *spec;

	if (cluster_ends(cluster) || !release_has(cluster, FEATURE_EVICTION_POLICY))
		return;
	object = meta_add_object(
		manifest, "policy/v1", "PodDisruptionBudget", head->object, head,
		text_format(manifest->arena, "Without need nobody takes the %s from its node.", head->term));
	spec = object_put_map(object, "spec");
	object_put_number(spec, "minAvailable", 1);
	object_put_text(spec, "unhealthyPodEvictionPolicy", "AlwaysAllow");
	meta_put_selector(object_put_map(spec, "selector"), "matchLabels", cluster, head);
}

/* resource.k8s.io is stable from Kubernetes 1.34 on. */
void workload_add_device_claim(struct manifest *manifest, const struct cluster_role *role)
{
	const char *name = text_join(manifest->arena, role->object, "-gpu", NULL);
	struct object *object, *request, *exactly;

	if (!role->gpu.device_class)
		return;
	object = meta_add_object(manifest, "resource.k8s.io/v1", "ResourceClaimTemplate", name, role,
				 text_format(manifest->arena, "The GPUs of each %s.", role->term));
	request = object_add_map(object_put_list(
		object_put_map(object_put_map(object_put_map(object, "spec"), "spec"), "devices"), "requests"));
	object_put_text(request, "name", "gpu");
	exactly = object_put_map(request, "exactly");
	object_put_text(exactly, "deviceClassName", role->gpu.device_class);
	object_put_text(exactly, "allocationMode", "ExactCount");
	object_put_number(exactly, "count", role->gpu.count);
}
