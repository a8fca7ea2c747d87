/* network: Services and NetworkPolicy. */
#include "kube/network.h"

#include <string.h>

/* Headless: it gives names, not an address, so it needs no address of the cluster's range,
 * leaves no variables in other pods, and the port dialled is the container's own. */
void add_service(struct manifest *manifest, const struct cluster_role *role)
{
	const struct cluster *cluster = manifest->cluster;
	struct object *service, *spec;
	const char *comment = role->kind == ROLE_WORKER
				      ? text_format(manifest->arena, "A name for each %s.", role->term)
				      : text_format(manifest->arena, "The %s's name, which resolves before the pod is ready.", role->term);

	service = manifest_add(manifest, "v1", "Service", role->object, role, comment);
	spec = put_map(service, "spec");
	put_text(spec, "clusterIP", "None");
	put_truth(spec, "publishNotReadyAddresses", true);
	put_selector(spec, "selector", cluster, role);
	put_ports(spec, cluster, role, "port", "targetPort");
}

/* Port lists would break every framework: drivers, executors and workers dial each other on
 * ports they choose at random. So the fence stands around the pods, not between them. */
void add_network_policy(struct manifest *manifest)
{
	const struct cluster *cluster = manifest->cluster;
	struct object *policy, *spec, *types, *from;

	policy = manifest_add(manifest, "networking.k8s.io/v1", "NetworkPolicy", cluster->name, NULL,
			      "In: only this cluster's own pods, on every port (port-forward comes through the node).\n"
			      "Out: anything, since data has to come from somewhere.");
	spec = put_map(policy, "spec");
	put_selector(put_map(spec, "podSelector"), "matchLabels", cluster, NULL);
	types = put_list(spec, "policyTypes");
	add_text(types, "Ingress");
	add_text(types, "Egress");
	from = put_list(add_map(put_list(spec, "ingress")), "from");
	put_selector(put_map(add_map(from), "podSelector"), "matchLabels", cluster, NULL);
	add_map(put_list(spec, "egress"));
}
