/* pod: what all pods of a role are made after: who they are, where they may run, and what is
 * in them.
 *
 * Pods meet the Pod Security Standard "restricted" (kubernetes.io, Pod Security Standards): a
 * numeric user that isn't root, the runtime's default seccomp profile. */
#include "kube/pod.h"

#include <stdlib.h>
#include <string.h>

#include "kube/container.h"
#include "kube/meta.h"
#include "kube/volumes.h"

static void put_pod_security(struct object *pod, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *security = put_map(pod, "securityContext"), *groups;

	put_truth(security, "runAsNonRoot", true);
	if (!site_assigns_user(cluster->site)) {
		put_number(security, "runAsUser", role->uid);
		put_number(security, "runAsGroup", role->gid);
		put_number(security, "fsGroup", role->fs_group);
	}
	if (role->wish.supplementalGroups_count) {
		groups = put_list(security, "supplementalGroups");
		for (size_t i = 0; i < role->wish.supplementalGroups_count; i++)
			add_number(groups, strtoll(role->wish.supplementalGroups[i], NULL, 10));
	}
	put_text(put_map(security, "seccompProfile"), "type", "RuntimeDefault");
}

/* --- Where it may run ----------------------------------------------------------------------- */

/* The product is a label that NVIDIA's GPU feature discovery, and others like it, put on nodes. */
static void put_node_selector(struct object *pod, const struct cluster_role *role)
{
	struct object *selector;

	if (!role->gpu.product && !role->wish.nodeSelector_count)
		return;
	selector = put_map(pod, "nodeSelector");
	if (role->gpu.product)
		put_text(selector, text_join(pod->arena, role->gpu.resource ? role->gpu.resource : "nvidia.com/gpu", ".product", NULL),
			 role->gpu.product);
	for (size_t i = 0; i < role->wish.nodeSelector_count; i++)
		put_text(selector, role->wish.nodeSelector[i].name, role->wish.nodeSelector[i].value);
}

static void put_toleration(struct object *list, const struct profile_toleration *wish)
{
	struct object *toleration = add_map(list);

	put_text(toleration, "key", wish->key);
	put_text(toleration, "operator", wish->operator);
	put_text(toleration, "value", wish->value);
	put_text(toleration, "effect", wish->effect);
	if (wish->tolerationSeconds)
		put_number(toleration, "tolerationSeconds", *wish->tolerationSeconds);
}

/* Nodes with GPUs keep other pods away by a taint called like the resource. */
static void put_tolerations(struct object *pod, const struct cluster_role *role)
{
	struct object *list;

	if (!role->gpu.count && !role->wish.tolerations_count)
		return;
	list = put_list(pod, "tolerations");
	if (role->gpu.count)
		put_toleration(list, &(struct profile_toleration){.key = role->gpu.resource ? role->gpu.resource : "nvidia.com/gpu",
								   .operator = "Exists",
								   .effect = "NoSchedule"});
	for (size_t i = 0; i < role->wish.tolerations_count; i++)
		put_toleration(list, &role->wish.tolerations[i]);
}

static void put_peers(struct object *term, const struct cluster *cluster, const struct cluster_role *role)
{
	put_text(term, "topologyKey", "kubernetes.io/hostname");
	put_selector(put_map(term, "labelSelector"), "matchLabels", cluster, role);
}

/* Workers spread over nodes where there is room for that; by themselves never at the cost of
 * not starting. */
static void put_spread(struct object *pod, const struct cluster *cluster, const struct cluster_role *role)
{
	const char *spread = role->wish.spread ? role->wish.spread : role->kind == ROLE_WORKER ? "preferred" : "none";
	struct object *affinity, *term;

	if (*spread == 'n')
		return;
	affinity = put_map(put_map(pod, "affinity"), "podAntiAffinity");
	if (*spread == 'r') {
		put_peers(add_map(put_list(affinity, "requiredDuringSchedulingIgnoredDuringExecution")), cluster, role);
		return;
	}
	term = add_map(put_list(affinity, "preferredDuringSchedulingIgnoredDuringExecution"));
	put_number(term, "weight", 100);
	put_peers(put_map(term, "podAffinityTerm"), cluster, role);
}

/* --- The whole ------------------------------------------------------------------------------ */

static void put_pull_secrets(struct object *pod, const struct profile *profile)
{
	struct object *list = profile->imagePullSecrets_count ? put_list(pod, "imagePullSecrets") : NULL;

	for (size_t i = 0; i < profile->imagePullSecrets_count; i++) {
		size_t before = 0;

		while (strcmp(profile->imagePullSecrets[before], profile->imagePullSecrets[i]))
			before++;
		if (before == i)
			put_text(add_map(list), "name", profile->imagePullSecrets[i]);
	}
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
	put_pull_secrets(pod, cluster->profile);
	put_text(pod, "priorityClassName", role->wish.priorityClass);
	put_text(pod, "runtimeClassName", role->wish.runtimeClass);
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
