/* meta: what every object of a cluster carries: its name, labels and annotations. */
#include "kube/meta.h"

const char managed_by[] = "clusterc";

void meta_put_selector(struct object *parent, const char *key, const struct cluster *cluster,
		       const struct cluster_role *role)
{
	struct object *labels = object_put_map(parent, key);

	object_put_text(labels, "app.kubernetes.io/instance", cluster->name);
	if (role)
		object_put_text(labels, "app.kubernetes.io/component", role->component);
	object_put_text(labels, "app.kubernetes.io/managed-by", managed_by);
}

void meta_put_labels(struct object *metadata, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *labels = object_put_map(metadata, "labels");

	object_put_text(labels, "app.kubernetes.io/name", cluster->framework_name);
	object_put_text(labels, "app.kubernetes.io/instance", cluster->name);
	object_put_text(labels, "app.kubernetes.io/version", role ? role->version : cluster->version);
	if (role)
		object_put_text(labels, "app.kubernetes.io/component", role->component);
	object_put_text(labels, "app.kubernetes.io/managed-by", managed_by);
	if (role && role->kind == ROLE_WORKER)
		object_put_text(labels, "clusterc/role", role_names[ROLE_WORKER]);
	object_put_pairs(labels, &cluster->labels);
}

static bool number_is_taken(const struct cluster *cluster, size_t index)
{
	const struct cluster_port *port = &cluster->ports[index];

	for (size_t i = 0; i < index; i++)
		if (cluster->ports[i].number == port->number && cluster->ports[i].protocol == port->protocol &&
		    cluster->ports[i].role != ROLE_NOTEBOOK)
			return true;
	return false;
}

/* What all pods have in common doesn't name every port of both roles. */
static void put_target(struct object *entry, const char *key, const struct cluster *cluster,
		       const struct cluster_port *port)
{
	if (cluster->job.pods)
		object_put_number(entry, key, port->number);
	else
		object_put_text(entry, key, port->name);
}

void meta_put_ports(struct object *parent, const struct cluster *cluster, const struct cluster_role *role,
		    const char *number_key, const char *target_key)
{
	struct object *ports = NULL;

	for (size_t i = 0; i < cluster->port_count; i++) {
		const struct cluster_port *port = &cluster->ports[i];
		struct object *entry;

		if (port->role != role->kind && !(role->united && port->role == ROLE_HEAD))
			continue;
		/* Head and workers may listen on one number: in a pod it can be named once. */
		if (role->united && number_is_taken(cluster, i))
			continue;
		if (!ports)
			ports = object_put_list(parent, "ports");
		entry = object_add_map(ports);
		object_put_text(entry, "name", port->name);
		object_put_number(entry, number_key, port->number);
		if (target_key)
			put_target(entry, target_key, cluster, port);
		object_put_text(entry, "protocol", protocol_words[port->protocol]);
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

void meta_put_annotations(struct object *metadata, const struct cluster *cluster)
{
	if (cluster->annotations.count)
		object_put_pairs(object_map(metadata, "annotations"), &cluster->annotations);
}

void meta_put_digest(struct object *metadata, const char *name, const char *digest)
{
	object_put_text(object_map(metadata, "annotations"), name, text_join(metadata->arena, "sha256:", digest, NULL));
}

struct object *meta_made_later(struct arena *arena, const struct cluster *cluster)
{
	struct object *object = object_document(arena, NULL), *metadata = object_put_map(object, "metadata");

	meta_put_labels(metadata, cluster, NULL);
	meta_put_annotations(metadata, cluster);
	return object;
}

struct object *meta_add_object(struct manifest *manifest, const char *api_version, const char *kind, const char *name,
			       const struct cluster_role *role, const char *comment)
{
	const struct cluster *cluster = manifest->cluster;
	struct object *object = object_document(manifest->arena, comment), *metadata;

	object_put_text(object, "apiVersion", api_version);
	object_put_text(object, "kind", kind);
	metadata = object_put_map(object, "metadata");
	object_put_text(metadata, "name", name);
	object_put_text(metadata, "namespace", cluster->name_space);
	meta_put_labels(metadata, cluster, role);
	meta_put_annotations(metadata, cluster);
	texts_add(manifest->arena, &manifest->names, object_name(manifest->arena, kind, name));
	*manifest->end = object;
	manifest->end = &object->next;
	return object;
}
