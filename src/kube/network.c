/* network: Services and NetworkPolicy. */
#include "kube/network.h"

/* The workers' Service speaks of all of them, of whatever group: programs look for workers there. */
static void put_workers(struct object *spec, const struct cluster *cluster)
{
	struct object *labels = object_put_map(spec, "selector");

	object_put_text(labels, "app.kubernetes.io/instance", cluster->name);
	object_put_text(labels, "app.kubernetes.io/managed-by", managed_by);
	object_put_text(labels, "clusterc/role", role_names[ROLE_WORKER]);
}

/* The pod of index 0 of the one Job there is. The label is on pods since 1.28 (kubernetes.io, Well-Known Labels). */
static void put_leader(struct object *spec, const struct cluster *cluster)
{
	meta_put_selector(spec, "selector", cluster, cluster->job.pods);
	object_put_text(spec->last, "batch.kubernetes.io/job-completion-index", "0");
}

/* Headless: it gives names, not an address, so it needs no address of the cluster's range,
 * leaves no variables in other pods, and the port dialled is the container's own. */
void network_add_service(struct manifest *manifest, const struct cluster_role *role)
{
	const struct cluster *cluster = manifest->cluster;
	struct object *service, *spec;
	const char *comment =
		role->kind == ROLE_WORKER
			? text_format(manifest->arena, "A name for each %s%s%s.", role->term,
				      cluster_is_group(role) ? " of the group " : "",
				      cluster_is_group(role) ? role->component : "")
		: cluster_is_job(cluster)
			? text_format(manifest->arena,
				      "The %s's name, which resolves while it runs: the workers end when it is gone.",
				      role->term)
			: text_format(manifest->arena, "The %s's name, which resolves before the pod is ready.",
				      role->term);

	service = meta_add_object(manifest, "v1", "Service", role->object, role, comment);
	spec = object_put_map(service, "spec");
	object_put_text(spec, "clusterIP", "None");
	/* With it the name of a head that has ended would stay for as long as its pod does. */
	if (!cluster_is_job(cluster) || role->kind != ROLE_HEAD)
		object_put_truth(spec, "publishNotReadyAddresses", true);
	if (role == &cluster->roles[ROLE_WORKER])
		put_workers(spec, cluster);
	else if (cluster->job.pods)
		put_leader(spec, cluster);
	else
		meta_put_selector(spec, "selector", cluster, role);
	meta_put_ports(spec, cluster, role, "port", "targetPort");
}

/* The name is a label of every namespace (kubernetes.io, Well-Known Labels). */
static void put_namespace(struct object *from, const char *name)
{
	object_put_text(object_put_map(object_put_map(object_add_map(from), "namespaceSelector"), "matchLabels"),
			"kubernetes.io/metadata.name", name);
}

static const char *comment_on_policy(const struct manifest *manifest, bool namespace_wide)
{
	return text_join(manifest->arena, "In: only ",
			 namespace_wide ? "pods of this namespace" : "this cluster's own pods",
			 manifest->cluster->allow_from.count ? ", and those of the namespaces named here" : "",
			 ", on every port (port-forward comes through the node).\n",
			 "Out: anything, since data has to come from somewhere.", NULL);
}

/* Port lists would break every framework: drivers, executors and workers dial each other on
 * ports they choose at random. So the fence stands around the pods, not between them. */
void network_add_policy(struct manifest *manifest)
{
	const struct cluster *cluster = manifest->cluster;
	bool namespace_wide = cluster->isolation == ISOLATION_NAMESPACE;
	struct object *policy, *spec, *types, *from;

	if (cluster->isolation == ISOLATION_NONE)
		return;
	policy = meta_add_object(manifest, "networking.k8s.io/v1", "NetworkPolicy", cluster->name, NULL,
				 comment_on_policy(manifest, namespace_wide));
	spec = object_put_map(policy, "spec");
	meta_put_selector(object_put_map(spec, "podSelector"), "matchLabels", cluster, NULL);
	types = object_put_list(spec, "policyTypes");
	object_add_text(types, "Ingress");
	object_add_text(types, "Egress");
	from = object_put_list(object_add_map(object_put_list(spec, "ingress")), "from");
	if (namespace_wide)
		object_put_map(object_add_map(from), "podSelector");
	else
		meta_put_selector(object_put_map(object_add_map(from), "podSelector"), "matchLabels", cluster, NULL);
	for (size_t i = 0; i < cluster->allow_from.count; i++)
		put_namespace(from, cluster->allow_from.items[i]);
	object_add_map(object_put_list(spec, "egress"));
}
