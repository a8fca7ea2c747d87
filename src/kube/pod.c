/* pod: what all pods of a role are made after: who they are, where they may run, and what is
 * in them.
 *
 * Pods meet the Pod Security Standard "restricted" (kubernetes.io, Pod Security Standards): a
 * numeric user that isn't root, the runtime's default seccomp profile. */
#include "kube/pod.h"

#include "kube/container.h"
#include "kube/meta.h"
#include "kube/volumes.h"

static void put_pod_security(struct object *pod, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *security = put_map(pod, "securityContext"), *groups;

	put_truth(security, "runAsNonRoot", true);
	if (!cluster->assigned_user) {
		put_number(security, "runAsUser", role->uid);
		put_number(security, "runAsGroup", role->gid);
		put_number(security, "fsGroup", role->fs_group);
	}
	groups = role->supplemental_group_count ? put_list(security, "supplementalGroups") : NULL;
	for (size_t i = 0; i < role->supplemental_group_count; i++)
		add_number(groups, role->supplemental_groups[i]);
	put_text(put_map(security, "seccompProfile"), "type", "RuntimeDefault");
}

/* --- Where it may run ----------------------------------------------------------------------- */

static void put_node_selector(struct object *pod, const struct cluster_role *role)
{
	struct object *selector = role->node_selector.count ? put_map(pod, "nodeSelector") : NULL;

	for (size_t i = 0; i < role->node_selector.count; i++)
		put_text(selector, role->node_selector.items[i].name, role->node_selector.items[i].value);
}

static void put_tolerations(struct object *pod, const struct cluster_role *role)
{
	struct object *list = role->toleration_count ? put_list(pod, "tolerations") : NULL;

	for (size_t i = 0; i < role->toleration_count; i++) {
		const struct cluster_toleration *one = &role->tolerations[i];
		struct object *toleration = add_map(list);

		put_text(toleration, "key", one->key);
		put_text(toleration, "operator", one->operator);
		put_text(toleration, "value", one->value);
		put_text(toleration, "effect", one->effect);
		if (one->seconds)
			put_number(toleration, "tolerationSeconds", *one->seconds);
	}
}

static void put_peers(struct object *term, const struct cluster *cluster, const struct cluster_role *role)
{
	put_text(term, "topologyKey", "kubernetes.io/hostname");
	put_selector(put_map(term, "labelSelector"), "matchLabels", cluster, role);
}

static void put_spread(struct object *pod, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *affinity, *term;

	if (role->spread == SPREAD_NONE)
		return;
	affinity = put_map(put_map(pod, "affinity"), "podAntiAffinity");
	if (role->spread == SPREAD_REQUIRED) {
		put_peers(add_map(put_list(affinity, "requiredDuringSchedulingIgnoredDuringExecution")), cluster, role);
		return;
	}
	term = add_map(put_list(affinity, "preferredDuringSchedulingIgnoredDuringExecution"));
	put_number(term, "weight", 100);
	put_peers(put_map(term, "podAffinityTerm"), cluster, role);
}

/* --- The whole ------------------------------------------------------------------------------ */

static void put_pull_secrets(struct object *pod, const struct cluster *cluster)
{
	struct object *list = cluster->pull_secrets.count ? put_list(pod, "imagePullSecrets") : NULL;

	for (size_t i = 0; i < cluster->pull_secrets.count; i++)
		put_text(add_map(list), "name", cluster->pull_secrets.items[i]);
}

static void put_device_claims(struct object *pod, const struct cluster_role *role)
{
	struct object *claim;

	if (!role->gpu.device_class)
		return;
	claim = add_map(put_list(pod, "resourceClaims"));
	put_text(claim, "name", "gpu");
	put_text(claim, "resourceClaimTemplateName", text_join(pod->arena, role->object, "-gpu", NULL));
}

static void put_annotations_of_pod(struct object *metadata, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *annotations = put_map(metadata, "annotations");

	put_text(annotations, "clusterc/config-digest", text_join(metadata->arena, "sha256:", role->files_digest, NULL));
	for (size_t i = 0; i < cluster->annotations.count; i++)
		put_text(annotations, cluster->annotations.items[i].name, cluster->annotations.items[i].value);
}

void put_pod_template(struct object *spec, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *template = put_map(spec, "template"), *metadata = put_map(template, "metadata"), *pod;

	put_labels(metadata, cluster, role);
	put_annotations_of_pod(metadata, cluster, role);
	pod = put_map(template, "spec");
	put_text(pod, "serviceAccountName", cluster->service_account);
	put_truth(pod, "automountServiceAccountToken", false);
	put_truth(pod, "enableServiceLinks", false);
	put_pull_secrets(pod, cluster);
	put_text(pod, "priorityClassName", role->priority_class);
	put_text(pod, "runtimeClassName", role->runtime_class);
	if (cluster_ends(cluster)) {
		/* A Job's pods have their host names by this; a StatefulSet's have them anyway. */
		put_text(pod, "subdomain", role->object);
		put_text(pod, "restartPolicy", role->kind == ROLE_HEAD ? "Never" : "OnFailure");
	}
	put_number(pod, "terminationGracePeriodSeconds", role->stop_grace);
	put_pod_security(pod, cluster, role);
	put_node_selector(pod, role);
	put_tolerations(pod, role);
	put_spread(pod, cluster, role);
	put_device_claims(pod, role);
	put_container(pod, cluster, role);
	put_volumes(pod, cluster, role);
}
