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
		cluster->job.pods && role->kind == ROLE_WORKER
			? "A name for each pod of the job."
		: role->kind == ROLE_WORKER
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

static const char *who_comes_in(const struct manifest *manifest)
{
	const struct cluster *cluster = manifest->cluster;

	if (cluster->isolation == ISOLATION_NONE)
		return "In: anybody.";
	return text_join(manifest->arena, "In: only ",
			 cluster->isolation == ISOLATION_NAMESPACE ? "pods of this namespace"
								   : "this cluster's own pods",
			 cluster->allow_from.count ? ", and those of the namespaces named here" : "",
			 ", on every port (port-forward comes through the node).", NULL);
}

static const char *comment_on_policy(const struct manifest *manifest)
{
	const struct cluster *cluster = manifest->cluster;

	return text_join(manifest->arena, who_comes_in(manifest),
			 cluster->limits_egress ? "\nOut: only to this cluster's own pods, to DNS" : NULL,
			 cluster->limits_egress ? cluster->route_count ? ", and to what is named here." : "." : NULL,
			 NULL);
}

/* --- In ------------------------------------------------------------------------------------------ */

/* Port lists would break every framework: drivers, executors and workers dial each other on
 * ports they choose at random. So the fence stands around the pods, not between them. */
static void put_ingress(struct object *spec, const struct cluster *cluster)
{
	struct object *from = object_put_list(object_add_map(object_put_list(spec, "ingress")), "from");

	if (cluster->isolation == ISOLATION_NAMESPACE)
		object_put_map(object_add_map(from), "podSelector");
	else
		meta_put_selector(object_put_map(object_add_map(from), "podSelector"), "matchLabels", cluster, NULL);
	for (size_t i = 0; i < cluster->allow_from.count; i++)
		put_namespace(from, cluster->allow_from.items[i]);
}

/* --- Out ----------------------------------------------------------------------------------------- */

static void add_port_range(struct object *ports, const struct address_ports *range)
{
	struct object *entry = object_add_map(ports);

	object_put_text(entry, "protocol", protocol_words[range->protocol]);
	object_put_number(entry, "port", range->first);
	if (range->last != range->first)
		object_put_number(entry, "endPort", range->last);
}

/* Pods without names of others find nothing. The namespace and the label of the cluster's DNS are those that kubeadm
 * and most installations have (kubernetes.io, Debugging DNS Resolution, read 2026-11-29). */
static void add_dns(struct object *egress)
{
	static const enum protocol protocols[] = {PROTOCOL_UDP, PROTOCOL_TCP};
	struct object *rule = object_add_map(egress), *to = object_put_list(rule, "to"), *ports;

	put_namespace(to, "kube-system");
	object_put_text(object_put_map(object_put_map(to->last, "podSelector"), "matchLabels"), "k8s-app", "kube-dns");
	ports = object_put_list(rule, "ports");
	for (size_t i = 0; i < sizeof protocols / sizeof *protocols; i++)
		add_port_range(ports, &(struct address_ports){53, 53, protocols[i]});
}

static void add_route(struct object *egress, const struct cluster_route *route)
{
	struct object *rule = object_add_map(egress), *to = object_put_list(rule, "to"), *block, *ports;

	if (route->name_space) {
		put_namespace(to, route->name_space);
	} else {
		block = object_put_map(object_add_map(to), "ipBlock");
		object_put_text(block, "cidr", route->cidr);
		object_put_texts(block, "except", &route->except);
	}
	ports = route->port_count ? object_put_list(rule, "ports") : NULL;
	for (size_t i = 0; i < route->port_count; i++)
		add_port_range(ports, &route->ports[i]);
}

static void put_egress(struct object *spec, const struct cluster *cluster)
{
	struct object *egress = object_put_list(spec, "egress"), *to = object_put_list(object_add_map(egress), "to");

	meta_put_selector(object_put_map(object_add_map(to), "podSelector"), "matchLabels", cluster, NULL);
	add_dns(egress);
	for (size_t i = 0; i < cluster->route_count; i++)
		add_route(egress, &cluster->routes[i]);
}

/* Policies add up: one that let everything out would undo a namespace's own that lets nothing out. So it says nothing
 * of egress unless the profile does. */
void network_add_policy(struct manifest *manifest)
{
	const struct cluster *cluster = manifest->cluster;
	bool limits_ingress = cluster->isolation != ISOLATION_NONE;
	struct object *policy, *spec, *types;

	if (!limits_ingress && !cluster->limits_egress)
		return;
	policy = meta_add_object(manifest, "networking.k8s.io/v1", "NetworkPolicy", cluster->name, NULL,
				 comment_on_policy(manifest));
	spec = object_put_map(policy, "spec");
	meta_put_selector(object_put_map(spec, "podSelector"), "matchLabels", cluster, NULL);
	types = object_put_list(spec, "policyTypes");
	if (limits_ingress)
		object_add_text(types, "Ingress");
	if (cluster->limits_egress)
		object_add_text(types, "Egress");
	if (limits_ingress)
		put_ingress(spec, cluster);
	if (cluster->limits_egress)
		put_egress(spec, cluster);
}
