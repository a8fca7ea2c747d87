/* meta: what every object of a cluster carries: its name, labels and digest. */
#include "kube/meta.h"

const char managed_by[] = "clusterc";

void put_selector(struct object *parent, const char *key, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *labels = put_map(parent, key);

	put_text(labels, "app.kubernetes.io/instance", cluster->name);
	if (role)
		put_text(labels, "app.kubernetes.io/component", role->component);
	put_text(labels, "app.kubernetes.io/managed-by", managed_by);
}

void put_labels(struct object *metadata, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *labels = put_map(metadata, "labels");

	put_text(labels, "app.kubernetes.io/name", cluster->framework_name);
	put_text(labels, "app.kubernetes.io/instance", cluster->name);
	put_text(labels, "app.kubernetes.io/version", cluster->version);
	if (role)
		put_text(labels, "app.kubernetes.io/component", role->component);
	put_text(labels, "app.kubernetes.io/managed-by", managed_by);
	if (role && role->kind == ROLE_WORKER)
		put_text(labels, "clusterc/role", role_names[ROLE_WORKER]);
	for (size_t i = 0; i < cluster->labels.count; i++)
		put_text(labels, cluster->labels.items[i].name, cluster->labels.items[i].value);
}

void put_ports(struct object *parent, const struct cluster *cluster, const struct cluster_role *role, const char *number_key,
	       const char *target_key)
{
	struct object *ports = NULL;

	for (size_t i = 0; i < cluster->port_count; i++) {
		const struct cluster_port *port = &cluster->ports[i];
		struct object *entry;

		if (port->role != role->kind)
			continue;
		if (!ports)
			ports = put_list(parent, "ports");
		entry = add_map(ports);
		put_text(entry, "name", port->name);
		put_number(entry, number_key, port->number);
		if (target_key)
			put_text(entry, target_key, port->name);
		put_text(entry, "protocol", protocol_words[port->protocol]);
	}
}

static const char *object_name(struct arena *arena, const char *kind, const char *name)
{
	struct text text = TEXT_IN(arena);

	for (; *kind; kind++)
		text_add_char(&text, ascii_lower(*kind));
	text_add_char(&text, '/');
	text_add(&text, name);
	return text_done(&text);
}

static void put_annotations(struct object *metadata, const struct cluster *cluster)
{
	struct object *annotations = put_map(metadata, "annotations");

	put_text(annotations, "clusterc/input-digest", text_join(metadata->arena, "sha256:", cluster->input_digest, NULL));
	for (size_t i = 0; i < cluster->annotations.count; i++)
		put_text(annotations, cluster->annotations.items[i].name, cluster->annotations.items[i].value);
}

struct object *made_later(struct arena *arena, const struct cluster *cluster)
{
	struct object *object = object_document(arena, NULL), *metadata = put_map(object, "metadata");

	put_labels(metadata, cluster, NULL);
	put_annotations(metadata, cluster);
	return object;
}

struct object *manifest_add(struct manifest *manifest, const char *api_version, const char *kind, const char *name,
			    const struct cluster_role *role, const char *comment)
{
	const struct cluster *cluster = manifest->cluster;
	struct object *object = object_document(manifest->arena, comment), *metadata;

	put_text(object, "apiVersion", api_version);
	put_text(object, "kind", kind);
	metadata = put_map(object, "metadata");
	put_text(metadata, "name", name);
	put_text(metadata, "namespace", cluster->name_space);
	put_labels(metadata, cluster, role);
	put_annotations(metadata, cluster);
	texts_add(manifest->arena, &manifest->names, object_name(manifest->arena, kind, name));
	*manifest->end = object;
	manifest->end = &object->next;
	return object;
}
