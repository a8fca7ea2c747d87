/* resolved: a profile with everything decided, and where each value came from: the profile's
 * line, the site, the framework's definition, or the compiler itself. */
#include "write/resolved.h"

#include <string.h>

#include "base/quantity.h"
#include "kube/object.h"
#include "write/yaml.h"

struct resolved {
	struct arena *arena;
	const struct cluster *cluster;
	const struct document *document;
};

/* Who says what the profile doesn't. */
enum giver { FRAMEWORK, SITE, COMPILER };

/* The line of a node of the profile, or of what edited it. */
static const char *line_of(const struct resolved *it, const struct node *node)
{
	/* A map that an edit put there holds what is asked for. */
	struct span span = node_span(it->document->source, node->kind == NODE_MAP && node->last ? node->last : node);

	if (span.source == it->document->source)
		return text_format(it->arena, "%s, line %u", it->cluster->source_name, span.line);
	/* An edit of the command line is one line. */
	return span.line == 1 ? span.source->name : text_format(it->arena, "%s, line %u", text_file_name(span.source->name), span.line);
}

static const char *origin(const struct resolved *it, const struct node *node, enum giver giver)
{
	if (node)
		return line_of(it, node);
	if (giver == SITE && it->cluster->site)
		return text_join(it->arena, "the site ", it->cluster->site->name, NULL);
	return giver == FRAMEWORK ? text_join(it->arena, "the framework ", it->cluster->framework->name, NULL) : "by default";
}

static const struct node *child(const struct node *map, const char *key)
{
	return map && map->kind == NODE_MAP ? node_get(map, key) : NULL;
}

/* Texts and numbers, each with its origin behind it. NULL is left out. */
static void say(const struct resolved *it, struct object *map, const char *key, const char *text, const struct node *node, enum giver giver)
{
	if (!text)
		return;
	put_text(map, key, text);
	map->last->comment = origin(it, node, giver);
}

static void count(const struct resolved *it, struct object *map, const char *key, int64_t number, const struct node *node, enum giver giver)
{
	put_number(map, key, number);
	map->last->comment = origin(it, node, giver);
}

static void truth(const struct resolved *it, struct object *map, const char *key, bool yes, const struct node *node)
{
	put_truth(map, key, yes);
	map->last->comment = origin(it, node, COMPILER);
}

/* The entry of a list of pairs or of maps with names, in the canonical tree. */
static const struct node *named(const struct node *list, const char *name)
{
	for (const struct node *item = list && list->kind == NODE_LIST ? list->first : NULL; item; item = item->next) {
		const struct node *its = node_get(item, "name");

		if (its && its->kind == NODE_TEXT && !strcmp(its->text, name))
			return item;
	}
	return NULL;
}

/* Pairs that the profile says, or the site does. */
static void say_pairs(const struct resolved *it, struct object *map, const char *key, const struct pair *pairs, size_t size,
		      const struct node *list)
{
	struct object *all = size ? put_map(map, key) : NULL;

	for (size_t i = 0; i < size; i++)
		say(it, all, pairs[i].name, pairs[i].value, named(list, pairs[i].name), SITE);
}

static void say_texts(const struct resolved *it, struct object *map, const char *key, const char *const *texts, size_t size,
		      const struct node *node, enum giver giver)
{
	struct object *list = size ? put_list(map, key) : NULL;

	for (size_t i = 0; i < size; i++) {
		add_text(list, texts[i]);
		list->last->comment = origin(it, node, giver);
	}
}

/* --- Kinds of pods ------------------------------------------------------------------------------- */

static void say_gpu(const struct resolved *it, struct object *map, const struct cluster_role *role, const struct node *block)
{
	const struct node *gpu = child(block, "gpu");
	struct object *its;

	if (!role->gpu.count)
		return;
	its = put_map(map, "gpu");
	count(it, its, "count", role->gpu.count, child(gpu, "count"), COMPILER);
	say(it, its, "resource", role->gpu.resource, child(gpu, "resource"), COMPILER);
	say(it, its, "product", role->gpu.product, child(gpu, "product"), COMPILER);
	say(it, its, "class", role->gpu.device_class, child(gpu, "class"), COMPILER);
}

static void say_sources(const struct resolved *it, struct object *entry, const struct profile_volume *volume, const struct node *node)
{
	struct object *inner;

	say(it, entry, "claim", volume->claim, node, SITE);
	say(it, entry, "scratch", volume->scratch, node, SITE);
	say(it, entry, "configMap", volume->configMap, node, SITE);
	say(it, entry, "secret", volume->secret, node, SITE);
	if (volume->newClaim) {
		inner = put_map(entry, "newClaim");
		say(it, inner, "size", volume->newClaim->size, node, SITE);
		say(it, inner, "storageClass", volume->newClaim->storageClass, node, SITE);
		say(it, inner, "accessMode", volume->newClaim->accessMode, node, SITE);
	}
	if (volume->nfs) {
		inner = put_map(entry, "nfs");
		say(it, inner, "server", volume->nfs->server, node, SITE);
		say(it, inner, "path", volume->nfs->path, node, SITE);
	}
}

static void say_volumes(const struct resolved *it, struct object *map, const struct cluster_role *role, const struct node *block)
{
	struct object *list = role->volume_count ? put_list(map, "volumes") : NULL;

	for (size_t i = 0; i < role->volume_count; i++) {
		const struct profile_volume *volume = &role->volumes[i];
		const struct node *node = named(child(block, "volumes"), volume->name);
		struct object *entry = add_map(list);

		say(it, entry, "name", volume->name, node, SITE);
		say(it, entry, "path", volume->path, node, SITE);
		say_sources(it, entry, volume, node);
		say(it, entry, "subPath", volume->subPath, node, SITE);
		if (volume->readOnly) {
			put_truth(entry, "readOnly", *volume->readOnly);
			entry->last->comment = origin(it, node, SITE);
		}
	}
}

static void say_tolerations(const struct resolved *it, struct object *map, const struct cluster_role *role, const struct node *block)
{
	struct object *list = role->wish.tolerations_count ? put_list(map, "tolerations") : NULL;
	const struct node *own = child(block, "tolerations"), *node = own ? own->first : NULL;

	for (size_t i = 0; i < role->wish.tolerations_count; i++, node = node ? node->next : NULL) {
		const struct profile_toleration *one = &role->wish.tolerations[i];
		struct object *entry = add_map(list);

		say(it, entry, "key", one->key, node, SITE);
		say(it, entry, "operator", one->operator, node, SITE);
		say(it, entry, "value", one->value, node, SITE);
		say(it, entry, "effect", one->effect, node, SITE);
		if (one->tolerationSeconds)
			count(it, entry, "tolerationSeconds", *one->tolerationSeconds, node, SITE);
	}
}

static void say_env_from(const struct resolved *it, struct object *map, const struct cluster_role *role, const struct node *block)
{
	struct object *list = role->wish.envFrom_count ? put_list(map, "envFrom") : NULL;
	const struct node *node = list ? child(block, "envFrom")->first : NULL;

	for (size_t i = 0; i < role->wish.envFrom_count; i++, node = node->next) {
		struct object *entry = add_map(list);

		say(it, entry, "secret", role->wish.envFrom[i].secret, node, COMPILER);
		say(it, entry, "configMap", role->wish.envFrom[i].configMap, node, COMPILER);
		say(it, entry, "prefix", role->wish.envFrom[i].prefix, node, COMPILER);
	}
}

static void say_amounts(const struct resolved *it, struct object *map, const struct cluster_role *role, const struct node *block)
{
	const struct {
		const char *key;
		enum unit unit;
		int64_t value;
		bool always;
	} amounts[] = {
		{"cpu", UNIT_CPU, role->cpu, true},
		{"memory", UNIT_BYTES, role->memory, true},
		{"storage", UNIT_BYTES, role->storage, true},
		{"cpuLimit", UNIT_CPU, role->cpu_limit, role->wish.cpuLimit},
		{"memoryLimit", UNIT_BYTES, role->memory_limit, role->wish.memoryLimit},
		{"sharedMemory", UNIT_BYTES, role->shared_memory, role->shared_memory},
	};

	for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++)
		if (amounts[i].always)
			say(it, map, amounts[i].key, quantity_write(it->arena, amounts[i].unit, amounts[i].value),
			    child(block, amounts[i].key), FRAMEWORK);
}

static void say_placement(const struct resolved *it, struct object *map, const struct cluster_role *role, const struct node *block)
{
	const struct profile_role *wish = &role->wish;
	const char *spread = wish->spread ? wish->spread : role->kind == ROLE_WORKER ? "preferred" : "none";

	say_pairs(it, map, "nodeSelector", wish->nodeSelector, wish->nodeSelector_count, child(block, "nodeSelector"));
	say_tolerations(it, map, role, block);
	say(it, map, "spread", spread, child(block, "spread"), COMPILER);
	say(it, map, "priorityClass", wish->priorityClass, child(block, "priorityClass"), SITE);
	say(it, map, "runtimeClass", wish->runtimeClass, child(block, "runtimeClass"), SITE);
}

static void say_identity(const struct resolved *it, struct object *map, const struct cluster_role *role, const struct node *block)
{
	const struct profile_role *wish = &role->wish;
	const struct node *group = child(block, "runAsGroup");

	if (!site_assigns_user(it->cluster->site)) {
		count(it, map, "runAsUser", role->uid, child(block, "runAsUser"), wish->runAsUser ? SITE : FRAMEWORK);
		count(it, map, "runAsGroup", role->gid, group, wish->runAsGroup ? SITE : FRAMEWORK);
		count(it, map, "fsGroup", role->fs_group, child(block, "fsGroup") ? child(block, "fsGroup") : group,
		      wish->fsGroup ? SITE : FRAMEWORK);
	}
	say_texts(it, map, "supplementalGroups", wish->supplementalGroups, wish->supplementalGroups_count,
		  child(block, "supplementalGroups"), SITE);
	truth(it, map, "readOnlyRoot", role->read_only_root, child(block, "readOnlyRoot"));
}

static void say_role(const struct resolved *it, struct object *map, const struct cluster_role *role, const struct node *block)
{
	const struct profile_role *wish = &role->wish;

	if (role->kind == ROLE_WORKER)
		count(it, map, "count", role->count, child(block, "count"), COMPILER);
	say_amounts(it, map, role, block);
	say_gpu(it, map, role, block);
	say(it, map, "image", wish->image, child(block, "image"), COMPILER);
	say_texts(it, map, "command", wish->command, wish->command_count, child(block, "command"), COMPILER);
	say_texts(it, map, "args", wish->args, wish->args_count, child(block, "args"), COMPILER);
	say_pairs(it, map, "env", wish->env, wish->env_count, child(block, "env"));
	say_env_from(it, map, role, block);
	say_volumes(it, map, role, block);
	say_placement(it, map, role, block);
	say_identity(it, map, role, block);
	count(it, map, "stopGrace", role->stop_grace, child(block, "stopGrace"), FRAMEWORK);
}

static void say_roles(const struct resolved *it, struct object *map)
{
	struct object *groups = NULL;

	for (size_t i = 0; i < it->cluster->role_count; i++) {
		const struct cluster_role *role = &it->cluster->roles[i];
		bool group = role->kind == ROLE_WORKER && i > ROLE_WORKER;
		const struct node *block = group ? named(child(it->document->root, "groups"), role->component)
						 : child(it->document->root, role->component);
		struct object *its;

		if (group && !groups)
			groups = put_list(map, "groups");
		its = group ? add_map(groups) : put_map(map, role->component);
		if (group)
			say(it, its, "name", role->component, child(block, "name"), COMPILER);
		say_role(it, its, role, block);
	}
}

/* --- The whole --------------------------------------------------------------------------------------- */

static void say_ports(const struct resolved *it, struct object *map)
{
	struct object *list = it->cluster->port_count ? put_list(map, "ports") : NULL;

	for (size_t i = 0; i < it->cluster->port_count; i++) {
		const struct cluster_port *port = &it->cluster->ports[i];
		const struct node *own = named(child(it->document->root, "ports"), port->name);
		struct object *entry = add_map(list);

		say(it, entry, "name", port->name, child(own, "name"), FRAMEWORK);
		count(it, entry, "port", port->number, child(own, "port"), FRAMEWORK);
		say(it, entry, "protocol", port->protocol, child(own, "protocol"), FRAMEWORK);
		say(it, entry, "title", port->title, child(own, "title"), FRAMEWORK);
		put_truth(entry, "web", port->web);
		entry->last->comment = origin(it, child(own, "web"), FRAMEWORK);
	}
}

static void say_config(const struct resolved *it, struct object *map)
{
	struct object *all = it->cluster->settings.count ? put_map(map, "config") : NULL;

	for (size_t i = 0; i < it->cluster->settings.count; i++) {
		const struct pair *one = &it->cluster->settings.items[i];

		say(it, all, one->name, one->value, named(child(it->document->root, "config"), one->name), FRAMEWORK);
	}
}

static void say_files(const struct resolved *it, struct object *map)
{
	const struct profile *profile = it->cluster->profile;
	struct object *list = profile->files_count ? put_list(map, "files") : NULL;
	const struct node *node = list ? child(it->document->root, "files")->first : NULL;

	for (size_t i = 0; i < profile->files_count; i++, node = node->next) {
		struct object *entry = add_map(list);

		say(it, entry, "path", profile->files[i].path, node, COMPILER);
		say(it, entry, "content", profile->files[i].content, node, COMPILER);
		say(it, entry, "from", profile->files[i].from, node, COMPILER);
		say(it, entry, "mode", profile->files[i].mode, child(node, "mode"), COMPILER);
	}
}

static void say_network(const struct resolved *it, struct object *map)
{
	const struct profile_network *network = it->cluster->profile->network;
	const struct node *node = child(it->document->root, "network");
	struct object *its = put_map(map, "network");

	say(it, its, "isolation", cluster_isolation(it->cluster), child(node, "isolation"), COMPILER);
	if (network)
		say_texts(it, its, "allowFrom", network->allowFrom, network->allowFrom_count, child(node, "allowFrom"), COMPILER);
}

void resolved_write(struct text *out, const struct cluster *cluster, const struct document *document)
{
	struct resolved it = {out->arena, cluster, document};
	struct object *map = object_document(out->arena, NULL);
	const struct profile *profile = cluster->profile;
	const struct node *root = document->root;

	say(&it, map, "name", profile->name, child(root, "name"), COMPILER);
	say(&it, map, "framework", profile->framework, child(root, "framework"), COMPILER);
	say(&it, map, "site", profile->site, child(root, "site"), COMPILER);
	say(&it, map, "namespace", profile->namespace, child(root, "namespace"), SITE);
	say(&it, map, "image", profile->image ? profile->image : cluster->framework->image, child(root, "image"), FRAMEWORK);
	say(&it, map, "imagePullPolicy", cluster->pull_policy, child(root, "imagePullPolicy"), COMPILER);
	say_texts(&it, map, "imagePullSecrets", profile->imagePullSecrets, profile->imagePullSecrets_count, child(root, "imagePullSecrets"),
		  SITE);
	say(&it, map, "lifetime", profile->lifetime, child(root, "lifetime"), SITE);
	say(&it, map, "idle", profile->idle, child(root, "idle"), SITE);
	say_roles(&it, map);
	say_ports(&it, map);
	say_pairs(&it, map, "env", profile->env, profile->env_count, child(root, "env"));
	say_config(&it, map);
	say_files(&it, map);
	say(&it, map, "queue", profile->queue, child(root, "queue"), SITE);
	say(&it, map, "serviceAccount", profile->serviceAccount, child(root, "serviceAccount"), COMPILER);
	say_network(&it, map);
	say_pairs(&it, map, "labels", profile->labels, profile->labels_count, child(root, "labels"));
	say_pairs(&it, map, "annotations", profile->annotations, profile->annotations_count, child(root, "annotations"));
	yaml_write(out, map);
}
