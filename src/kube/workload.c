/* workload: what makes pods: StatefulSets, or Jobs where the cluster ends by itself, and the
 * claims for devices that their pods refer to. */
#include "kube/workload.h"

#include "base/quantity.h"
#include "kube/pod.h"

static const char *comment_on(struct arena *arena, const struct cluster *cluster, const struct cluster_role *role)
{
	const char *cpu = quantity_write(arena, UNIT_CPU, role->cpu);
	const char *memory = quantity_write(arena, UNIT_BYTES, role->memory), *gpus = "";

	if (role->kind == ROLE_NOTEBOOK)
		return text_format(arena, "The %s, with cpu %s and memory %s; its programs run on the cluster.",
				   role->term, cpu, memory);
	if (role->kind == ROLE_HEAD)
		return text_format(arena, "The %s of %s, with cpu %s and memory %s; programs are submitted from here.",
				   role->term, cluster->framework_title, cpu, memory);
	if (role->gpu.count)
		gpus = text_format(arena, ", and %s %lld",
				   role->gpu.resource ? role->gpu.resource : role->gpu.device_class,
				   (long long)role->gpu.count);
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

	/* Kueue looks for its queue here, and nowhere else. */
	object_put_text(object_map(metadata, "labels"), "kueue.x-k8s.io/queue-name", manifest->cluster->queue);
	/* Here alone, so that a small change of the profile is a small one of the manifest. */
	if (role->kind == ROLE_HEAD)
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

/* A head that is taken from its node (drained, preempted, short of memory) is no failure of the cluster: it gets
 * another pod (kubernetes.io, "Handling retriable and non-retriable pod failures with Pod failure policy"). That needs
 * pods that are never restarted: other roles' are, and have a backoffLimit for any number of evictions. Kubernetes 1.25
 * drops the field (PrepareForCreate in pkg/registry/batch/job), 1.26 follows it. The status is what the API server
 * would fill in. */
static void put_failure_policy(struct object *spec)
{
	struct object *rules = object_put_list(object_put_map(spec, "podFailurePolicy"), "rules");
	struct object *rule = object_add_map(rules), *condition;

	object_put_text(rule, "action", "Ignore");
	rule->last->comment = "if its node is drained, say, it moves; any other end is the cluster's";
	condition = object_add_map(object_put_list(rule, "onPodConditions"));
	object_put_text(condition, "type", "DisruptionTarget");
	object_put_text(condition, "status", "True");
}

/* Of a Job, because only Jobs end by themselves. Indexed, so that its pods have host names. The
 * restarts of all of a Job's pods are added up (backoffLimit): one bad worker is not to end the
 * others. A head that ends is the cluster's end. */
static void add_job(struct manifest *manifest, const struct cluster_role *role)
{
	const struct cluster *cluster = manifest->cluster;
	struct object *spec = add_object(manifest, "batch/v1", "Job", role);

	object_put_text(spec, "completionMode", "Indexed");
	object_put_number(spec, "completions", role->count);
	object_put_number(spec, "parallelism", role->count);
	object_put_number(spec, "backoffLimit", role->kind == ROLE_HEAD ? 0 : 1000000);
	if (role->kind == ROLE_HEAD)
		put_failure_policy(spec);
	if (cluster->lifetime)
		object_put_number(spec, "activeDeadlineSeconds", cluster->lifetime);
	object_put_number(spec, "ttlSecondsAfterFinished", 0);
	pod_put_template(spec, cluster, role);
}

void workload_add(struct manifest *manifest, const struct cluster_role *role)
{
	if (cluster_ends(manifest->cluster))
		add_job(manifest, role);
	else
		add_stateful_set(manifest, role);
}

void workload_add_disruption_budget(struct manifest *manifest)
{
	const struct cluster *cluster = manifest->cluster;
	const struct cluster_role *head = &cluster->roles[ROLE_HEAD];
	struct object *object, *spec;

	if (cluster_ends(cluster) || cluster->kubernetes < 26)
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
