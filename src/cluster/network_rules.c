/* network_rules: who may connect to a cluster's pods, and where these may connect to. One function a rule. */
#include "cluster/ruling.h"
#include "language/address.h"

static void network_is_closed(const struct rules *it)
{
	if (it->cluster->isolation != ISOLATION_NONE)
		return;
	diag(it->diags, CODE_OPEN_NETWORK, AT(it, "network", "isolation"),
	     "leave it out, and name those who may connect under allowFrom",
	     "every pod of the Kubernetes cluster can connect, and run what it likes");
	if (it->cluster->allow_from.count)
		diag(it->diags, CODE_CONFLICTING_KEYS, AT_KEY(it, "network", "allowFrom"), "leave one of them out",
		     "with isolation none everybody may connect, and nobody has to be named");
}

/* A part of the addresses, told of where it isn't. */
static void exceptions_are_within(const struct rules *it, const struct profile_egress *egress,
				  const struct node *entry)
{
	const struct node *except = node_get(entry, "except");

	for (size_t i = 0; i < egress->except_count; i++)
		if (egress->cidr && !address_network_is_within(it->arena, egress->except[i], egress->cidr))
			diag(it->diags, CODE_CONFLICTING_KEYS,
			     node_span(it->document->source, node_item(except, (uint32_t)i)),
			     text_format(it->arena, "name a part of %s, or leave it out", egress->cidr),
			     "%s isn't a smaller part of %s", egress->except[i], egress->cidr);
}

/* Kubernetes takes no ports, too, for all of them. */
static void ports_are_named(const struct rules *it, const struct profile_egress *egress, const struct node *entry)
{
	const struct node *ports = node_get(entry, "ports");

	if (ports && !egress->ports_count && !ports->pruned)
		diag(it->diags, CODE_CONFLICTING_KEYS, node_span(it->document->source, ports),
		     "name a port, or leave the key out for all ports", "'ports' is an empty list");
}

/* Addresses or a namespace: where pods may connect to is said in one way. */
static void routes_are_said(const struct rules *it)
{
	const struct profile_network *network = it->profile->network;
	const struct node *list = node_find(it->document->root, "network", "egress", NULL);

	for (uint32_t i = 0; network && i < network->egress_count; i++) {
		const struct profile_egress *egress = &network->egress[i];
		const struct node *entry = node_item(list, i);
		struct span where = node_span(it->document->source, entry);

		if (!egress->cidr == !egress->namespace && !entry->pruned)
			diag(it->diags, CODE_CONFLICTING_KEYS, where,
			     "write cidr for addresses or namespace for pods; for both, two entries",
			     egress->cidr ? "an entry of 'egress' has cidr and namespace"
					  : "an entry of 'egress' has neither cidr nor namespace");
		else if (egress->except_count && !egress->cidr && !entry->pruned)
			diag(it->diags, CODE_CONFLICTING_KEYS,
			     node_span(it->document->source, node_get(entry, "except")),
			     "leave it out, or name addresses under cidr",
			     "'except' needs a cidr to take parts out of");
		exceptions_are_within(it, egress, entry);
		ports_are_named(it, egress, entry);
	}
}

void network_rules_check(const struct rules *it)
{
	network_is_closed(it);
	routes_are_said(it);
}
