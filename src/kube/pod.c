/* pod: what all pods of a role are made after: who they are, where they may run, and what is
 * in them.
 *
 * Pods meet the Pod Security Standard "restricted" (kubernetes.io, Pod Security Standards): a
 * numeric user that isn't root, the runtime's default seccomp profile. */
#include "kube/pod.h"

#include "cluster/code.h"
#include "cluster/mounts.h"
#include "cluster/releases.h"
#include "kube/container.h"
#include "kube/fetch.h"
#include "kube/meta.h"
#include "kube/queue.h"
#include "kube/volumes.h"

static void put_pod_security(struct object *pod, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *security = object_put_map(pod, "securityContext"), *groups;

	object_put_truth(security, "runAsNonRoot", true);
	if (!cluster->assigned_user) {
		object_put_number(security, "runAsUser", role->uid);
		object_put_number(security, "runAsGroup", role->gid);
		object_put_number(security, "fsGroup", role->fs_group);
	}
	/* Not at each start all files of a volume, whose modes change with it, but only where its root isn't the
	 * group's yet. Said without fsGroup, too: a cluster that assigns numbers fills that in. */
	object_put_text(security, "fsGroupChangePolicy", "OnRootMismatch");
	/* Only the groups that are named here, whatever the image's /etc/group says of the user. */
	if (release_has(cluster, FEATURE_GROUPS_POLICY))
		object_put_text(security, "supplementalGroupsPolicy", "Strict");
	groups = role->supplemental_group_count ? object_put_list(security, "supplementalGroups") : NULL;
	for (size_t i = 0; i < role->supplemental_group_count; i++)
		object_add_number(groups, role->supplemental_groups[i]);
	object_put_text(object_put_map(security, "seccompProfile"), "type", "RuntimeDefault");
}

/* --- Where it may run ----------------------------------------------------------------------- */

static void put_node_selector(struct object *pod, const struct cluster_role *role)
{
	if (role->node_selector.count)
		object_put_pairs(object_put_map(pod, "nodeSelector"), &role->node_selector);
}

static void put_tolerations(struct object *pod, const struct cluster_role *role)
{
	struct object *list = role->toleration_count ? object_put_list(pod, "tolerations") : NULL;

	for (size_t i = 0; i < role->toleration_count; i++) {
		const struct cluster_toleration *one = &role->tolerations[i];
		struct object *toleration = object_add_map(list);

		object_put_text(toleration, "key", one->key);
		object_put_text(toleration, "operator", one->operator);
		object_put_text(toleration, "value", one->value);
		object_put_text(toleration, "effect", one->effect);
		if (one->seconds)
			object_put_number(toleration, "tolerationSeconds", *one->seconds);
	}
}

static void put_peers(struct object *term, const struct cluster *cluster, const struct cluster_role *role)
{
	object_put_text(term, "topologyKey", "kubernetes.io/hostname");
	meta_put_selector(object_put_map(term, "labelSelector"), "matchLabels", cluster, role);
}

static void put_spread(struct object *pod, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *affinity, *term;

	if (role->spread == SPREAD_NONE)
		return;
	affinity = object_put_map(object_put_map(pod, "affinity"), "podAntiAffinity");
	if (role->spread == SPREAD_REQUIRED) {
		put_peers(object_add_map(object_put_list(affinity, "requiredDuringSchedulingIgnoredDuringExecution")),
			  cluster, role);
		return;
	}
	term = object_add_map(object_put_list(affinity, "preferredDuringSchedulingIgnoredDuringExecution"));
	object_put_number(term, "weight", 100);
	put_peers(object_put_map(term, "podAffinityTerm"), cluster, role);
}

/* --- The whole ------------------------------------------------------------------------------ */

static void put_pull_secrets(struct object *pod, const struct cluster *cluster)
{
	struct object *list = cluster->pull_secrets.count ? object_put_list(pod, "imagePullSecrets") : NULL;

	for (size_t i = 0; i < cluster->pull_secrets.count; i++)
		object_put_text(object_add_map(list), "name", cluster->pull_secrets.items[i]);
}

static void put_device_claims(struct object *pod, const struct cluster_role *role)
{
	struct object *claim;

	if (!role->gpu.device_class)
		return;
	claim = object_add_map(object_put_list(pod, "resourceClaims"));
	object_put_text(claim, "name", "gpu");
	object_put_text(claim, "resourceClaimTemplateName", text_join(pod->arena, role->object, "-gpu", NULL));
}

/* A Job's deadline would begin while its pods wait in the queue. */
static void put_deadline_of_pod(struct object *pod, int64_t lifetime)
{
	object_put_number(pod, "activeDeadlineSeconds", lifetime);
	pod->last->comment = "from its start, and not while it waits in the queue";
}

/* Each runs to its end before the next one starts. */
static void put_init_containers(struct object *pod, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *list = NULL;

	if (code_is_fetched(cluster) || role->packages.count)
		list = object_put_list(pod, "initContainers");
	if (code_is_fetched(cluster))
		fetch_add_code(list, cluster, role);
	if (role->packages.count)
		fetch_add_packages(list, cluster, role);
}

static void put_pod_spec(struct object *pod, const struct cluster *cluster, const struct cluster_role *role)
{
	object_put_text(pod, "serviceAccountName", cluster->service_account);
	object_put_truth(pod, "automountServiceAccountToken", false);
	object_put_truth(pod, "enableServiceLinks", false);
	put_pull_secrets(pod, cluster);
	object_put_text(pod, "priorityClassName", role->priority_class);
	object_put_text(pod, "runtimeClassName", role->runtime_class);
	if (cluster_ends(cluster)) {
		bool again = role->kind != ROLE_HEAD && !role->united && !role->once;

		/* A Job's pods have their host names by this; a StatefulSet's have them anyway. */
		object_put_text(pod, "subdomain", role->subdomain);
		object_put_text(pod, "restartPolicy", again ? "OnFailure" : "Never");
		if (cluster->lifetime && cluster_is_queued_group(cluster))
			put_deadline_of_pod(pod, cluster->lifetime);
	}
	object_put_number(pod, "terminationGracePeriodSeconds", role->stop_grace);
	put_pod_security(pod, cluster, role);
	put_node_selector(pod, role);
	put_tolerations(pod, role);
	put_spread(pod, cluster, role);
	put_device_claims(pod, role);
	put_init_containers(pod, cluster, role);
	container_put(pod, cluster, role);
	volumes_put(pod, cluster, role);
}

void pod_put_template(struct object *spec, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *template = object_put_map(spec, "template"), *metadata = object_put_map(template, "metadata");

	meta_put_labels(metadata, cluster, role);
	object_put_text(object_map(metadata, "labels"), role->gpu.class_label, role->gpu.size_class);
	/* So that its pods are replaced when their files change. */
	meta_put_digest(metadata, "clusterc/config-digest", role->files_digest);
	queue_put_on_pods(metadata, cluster);
	meta_put_annotations(metadata, cluster);
	put_pod_spec(object_put_map(template, "spec"), cluster, role);
}

/* It mounts the claim alone, and may be made while there is neither a service account nor a config map. */
struct object *pod_of_reader(struct arena *arena, const struct cluster *cluster, struct cluster_role *reader)
{
	const struct cluster_job *job = &cluster->job;
	struct object *object = object_document(arena, NULL), *metadata, *pod, *container, *entry;

	object_put_text(object, "apiVersion", "v1");
	object_put_text(object, "kind", "Pod");
	metadata = object_put_map(object, "metadata");
	object_put_text(metadata, "name", reader->object);
	object_put_text(metadata, "namespace", cluster->name_space);
	meta_put_labels(metadata, cluster, reader);
	pod = object_put_map(object, "spec");
	object_put_truth(pod, "automountServiceAccountToken", false);
	object_put_truth(pod, "enableServiceLinks", false);
	put_pull_secrets(pod, cluster);
	object_put_text(pod, "restartPolicy", "Never");
	object_put_number(pod, "terminationGracePeriodSeconds", reader->stop_grace);
	put_pod_security(pod, cluster, reader);
	put_node_selector(pod, reader);
	put_tolerations(pod, reader);
	container = container_put_reader(pod, cluster, reader);
	entry = object_add_map(object_put_list(container, "volumeMounts"));
	object_put_text(entry, "name", mounts_logs_name);
	object_put_text(entry, "mountPath", JOB_LOGS);
	object_put_truth(entry, "readOnly", true);
	entry = object_add_map(object_put_list(pod, "volumes"));
	object_put_text(entry, "name", mounts_logs_name);
	object_put_text(object_put_map(entry, "persistentVolumeClaim"), "claimName", job->logs_claim);
	return object;
}
