/* graph: what is in the picture of a cluster: a box for each kind of pods, for what they read, and
 * for who connects to them; lines between them. How it is drawn is for others. */
#include "write/graph.h"

#include <stdlib.h>
#include <string.h>

#include "base/quantity.h"

const struct graph_look graph_looks[GRAPH_KINDS] = {
	[GRAPH_YOU] = {"you", "#eceff1", "#546e7a"},	    [GRAPH_OTHERS] = {"others", "#eceff1", "#546e7a"},
	[GRAPH_PODS] = {"pods", "#e3f0fc", "#1565c0"},	    [GRAPH_CONFIG] = {"config", "#fff4d6", "#8d6000"},
	[GRAPH_SECRET] = {"secret", "#fce4ec", "#ad1457"}, [GRAPH_STORAGE] = {"storage", "#e6f4e7", "#2e7d32"},
};

const char *graph_node_title(struct arena *arena, const struct graph_node *node)
{
	return node->count != 1 ? text_format(arena, "%lld × %s", (long long)node->count, node->title) : node->title;
}

struct graph_builder {
	struct arena *arena;
	const struct cluster *cluster;
	struct graph *graph;
	struct use *uses; /* in the order of the roles */
	size_t use_count;
	struct users *users; /* of each node */
};

struct use {
	int node;
	size_t role;
};

/* How many kinds of pods use a node, and the last of them. */
struct users {
	size_t count, last;
};

#define SAY(it, ...) text_format((it)->arena, __VA_ARGS__)

/* XML has no characters U+FFFE and U+FFFF, however they are written (XML 1.0, Char); YAML's "\uFFFF"
 * brings them. U+FFFD stands for what can't be shown. */
static const char *graph_escape(struct arena *arena, const char *string)
{
	char *copy = text_copy(arena, string, strlen(string));

	for (char *at = copy; (at = strstr(at, "\xef\xbf")) && at[2]; at += 3)
		if (at[2] == '\xbe' || at[2] == '\xbf')
			at[2] = '\xbd';
	return copy;
}

static int add_node(const struct graph_builder *it, enum graph_kind kind, enum graph_column column, const char *title)
{
	struct graph *graph = it->graph;

	graph->nodes[graph->node_count] = (struct graph_node){
		.kind = kind, .column = column, .title = graph_escape(it->arena, title), .count = 1};
	return graph->node_count++;
}

static void graph_add_line(const struct graph_builder *it, int node, const char *line)
{
	struct texts *lines = &it->graph->nodes[node].lines;

	line = graph_escape(it->arena, line);
	for (size_t i = 0; i < lines->count; i++)
		if (!strcmp(lines->items[i], line))
			return;
	texts_add(it->arena, lines, line);
}

static void add_edge(const struct graph_builder *it, int from, int to, enum graph_link link, const char *label)
{
	it->graph->edges[it->graph->edge_count++] = (struct graph_edge){from, to, link, label};
}

/* --- Pods ------------------------------------------------------------------------------------------ */

/* Pages by what they are called; of the others the numbers. */
static void add_ports(const struct graph_builder *it, int node, enum role_kind kind)
{
	struct text numbers = TEXT_IN(it->arena);
	size_t count = 0;

	for (size_t i = 0; i < it->cluster->port_count; i++) {
		const struct cluster_port *port = &it->cluster->ports[i];

		if (port->role != kind)
			continue;
		if (port->web) {
			graph_add_line(it, node, SAY(it, "port %lld: %s", (long long)port->number, port->title));
		} else {
			text_add(&numbers, count++ ? ", " : "");
			text_add_number(&numbers, port->number);
		}
	}
	if (count)
		graph_add_line(it, node,
			       text_join(it->arena, count > 1 ? "ports " : "port ", text_done(&numbers), NULL));
}

/* What these pods have for themselves. */
static void add_scratch(const struct graph_builder *it, int node, const struct cluster_role *role)
{
	struct text paths = TEXT_IN(it->arena);

	for (size_t i = 0; i < role->writable.count; i++) {
		text_add(&paths, paths.size ? ", " : "scratch ");
		text_add(&paths, role->writable.items[i]);
	}
	for (size_t i = 0; i < role->volume_count; i++)
		if (role->volumes[i].source == VOLUME_SCRATCH || role->volumes[i].source == VOLUME_EPHEMERAL) {
			text_add(&paths, paths.size ? ", " : "scratch ");
			text_add(&paths, role->volumes[i].path);
		}
	if (paths.size)
		graph_add_line(it, node, text_done(&paths));
	if (role->shared_memory)
		graph_add_line(it, node,
			       SAY(it, "/dev/shm %s", quantity_write(it->arena, UNIT_BYTES, role->shared_memory)));
}

/* Where a worker leads there is no head: the program stands in its place. */
static void add_program(const struct graph_builder *it)
{
	int node = add_node(it, GRAPH_PODS, COLUMN_LEAD, it->cluster->job.program);

	graph_add_line(it, node, SAY(it, "the program, run by %s 0", it->cluster->roles[ROLE_WORKER].term));
}

/* What the head of a job does, and when. */
static void add_job_lines(const struct graph_builder *it, int node)
{
	const struct cluster_job *job = &it->cluster->job;

	if (!cluster_is_job(it->cluster))
		return;
	graph_add_line(it, node, SAY(it, "runs %s", job->program));
	if (job->schedule)
		graph_add_line(it, node, SAY(it, "at %s, %s", job->schedule, job->time_zone));
}

static void add_pods(const struct graph_builder *it, const struct cluster_role *role)
{
	int node = add_node(it, GRAPH_PODS, role->kind == ROLE_WORKER ? COLUMN_WORK : COLUMN_LEAD,
			    cluster_role_title(it->arena, role));

	it->graph->nodes[node].count = role->count;
	if (role->kind == ROLE_HEAD || it->cluster->job.worker_leads)
		add_job_lines(it, node);
	graph_add_line(it, node,
		       SAY(it, "cpu %s, memory %s%s", quantity_write(it->arena, UNIT_CPU, role->cpu),
			   quantity_write(it->arena, UNIT_BYTES, role->memory), role->count > 1 ? " each" : ""));
	if (role->gpu.count)
		graph_add_line(it, node,
			       SAY(it, "%lld %s", (long long)role->gpu.count,
				   role->gpu.resource ? role->gpu.resource : role->gpu.device_class));
	if (role->gpu.product)
		graph_add_line(it, node, role->gpu.product);
	graph_add_line(it, node, SAY(it, "service %s", role->object));
	add_ports(it, node, role->kind);
	add_scratch(it, node, role);
}

/* The head speaks with the workers, and the notebook with the head: what everybody may do, the fence says. */
static void add_talk(const struct graph_builder *it)
{
	for (int i = ROLE_WORKER; i < (int)it->cluster->role_count; i++)
		add_edge(it, ROLE_HEAD, i, LINK_TALK, NULL);
}

/* --- What pods use ------------------------------------------------------------------------------------ */

/* A box for each thing, once; a line for each way in which it is used. */
static void use(struct graph_builder *it, size_t role, enum graph_kind kind, const char *what, const char *name,
		const char *line)
{
	const char *title = text_join(it->arena, what, " ", name, NULL);
	int node = (int)it->cluster->role_count;
	struct users *users;

	while (node < it->graph->node_count && strcmp(it->graph->nodes[node].title, title))
		node++;
	if (node == it->graph->node_count)
		add_node(it, kind, COLUMN_STORE, title);
	if (line)
		graph_add_line(it, node, line);
	users = &it->users[node];
	if (users->count && users->last == role)
		return;
	*users = (struct users){users->count + 1, role};
	it->uses[it->use_count++] = (struct use){node, role};
}

static void use_volume(struct graph_builder *it, size_t role, const struct cluster_volume *volume)
{
	const char *line = text_join(it->arena, volume->path, volume->read_only ? ", read only" : NULL, NULL);

	switch (volume->source) {
	case VOLUME_CLAIM:
		if (volume->made)
			line = text_join(it->arena, line, " (",
					 quantity_write(it->arena, UNIT_BYTES, volume->made->size), ")", NULL);
		use(it, role, GRAPH_STORAGE, volume->made ? "new claim" : "claim", volume->object, line);
		break;
	case VOLUME_NFS:
		use(it, role, GRAPH_STORAGE, "NFS", text_join(it->arena, volume->server, ":", volume->exported, NULL),
		    line);
		break;
	case VOLUME_IMAGE:
		use(it, role, GRAPH_STORAGE, "image", volume->object, line);
		break;
	case VOLUME_CONFIG_MAP:
		use(it, role, GRAPH_CONFIG, "config map", volume->object, line);
		break;
	case VOLUME_SECRET:
		use(it, role, GRAPH_SECRET, "secret", volume->object, line);
		break;
	case VOLUME_SCRATCH: /* these are the pods' own */
	case VOLUME_EPHEMERAL:
		break;
	}
}

/* What comes with the cluster, then what the profile names. */
static void add_used(struct graph_builder *it, size_t index)
{
	const struct cluster *cluster = it->cluster;
	const struct cluster_role *role = &cluster->roles[index];

	for (size_t i = 0; i < cluster->file_count; i++)
		if (cluster_file_concerns(&cluster->files[i], role))
			use(it, index, GRAPH_CONFIG, "config map", cluster->config_object, cluster->files[i].path);
	if (cluster->job.file_count)
		use(it, index, GRAPH_CONFIG, "config map", cluster->config_object, JOB_DIRECTORY);
	if (cluster->code.file_count)
		use(it, index, GRAPH_CONFIG, "config map", cluster->config_object, CLUSTER_CODE_PATH);
	if (cluster->code.secret)
		use(it, index, GRAPH_SECRET, "secret", cluster->code.secret, "opens the repository of the code");
	if (cluster->job.logs_claim)
		use(it, index, GRAPH_STORAGE, "claim", cluster->job.logs_claim, JOB_LOGS ", for the output");
	for (size_t i = 0; i < cluster->secret_count; i++)
		if (cluster_secret_concerns(&cluster->secrets[i], role))
			use(it, index, GRAPH_SECRET, "secret", cluster->secrets[i].object, cluster->secrets[i].doc);
	for (size_t i = 0; i < role->volume_count; i++)
		use_volume(it, index, &role->volumes[i]);
	for (size_t i = 0; i < role->env_source_count; i++) {
		const struct cluster_env_source *from = &role->env_sources[i];

		use(it, index, from->secret ? GRAPH_SECRET : GRAPH_CONFIG, from->secret ? "secret" : "config map",
		    from->object, "environment variables");
	}
}

/* By pods, and for each of them in the order of the boxes. */
static int compare_uses(const void *one, const void *other)
{
	const struct use *left = one, *right = other;

	if (left->role != right->role)
		return left->role < right->role ? -1 : 1;
	return (left->node > right->node) - (left->node < right->node);
}

/* What all pods use is tied to the fence, once. */
static void tie(const struct graph_builder *it)
{
	qsort(it->uses, it->use_count, sizeof *it->uses, compare_uses);
	for (size_t i = 0; i < it->use_count; i++) {
		const struct use *one = &it->uses[i];

		if (it->users[one->node].count < it->cluster->role_count)
			add_edge(it, (int)one->role, one->node, LINK_USE, NULL);
		else if (!one->role)
			add_edge(it, GRAPH_FENCE, one->node, LINK_USE, NULL);
	}
}

/* --- Who is outside ------------------------------------------------------------------------------------- */

/* What you do with these pods, through kubectl: NULL where there is nothing. */
static const char *reached_by(const struct graph_builder *it, enum role_kind kind)
{
	enum { NAMED = 4 };
	struct text label = TEXT_IN(it->arena);
	size_t pages = 0;

	if (kind == ROLE_HEAD && it->cluster->submit.count && !cluster_is_job(it->cluster))
		text_add(&label, "submit");
	for (size_t i = 0; i < it->cluster->port_count && kind != ROLE_WORKER; i++) {
		const struct cluster_port *port = &it->cluster->ports[i];

		if (!port->web || port->role != kind)
			continue;
		if (pages++ < NAMED)
			text_add(&label, text_format(it->arena, "%s%s%lld", label.size ? ", " : "",
						     pages == 1 ? "port-forward " : "", (long long)port->number));
	}
	text_add(&label, pages > NAMED ? ", …" : "");
	return label.size ? text_done(&label) : NULL;
}

static void add_you(const struct graph_builder *it)
{
	int you = add_node(it, GRAPH_YOU, COLUMN_OUTSIDE, "you");

	graph_add_line(it, you, "kubectl, a browser");
	for (size_t i = 0; i < it->cluster->role_count; i++) {
		const char *label = reached_by(it, it->cluster->roles[i].kind);

		if (label)
			add_edge(it, you, (int)i, LINK_FORWARD, label);
	}
}

static void add_others(const struct graph_builder *it)
{
	const struct texts *named = &it->cluster->allow_from;
	int node;

	if (it->cluster->isolation != ISOLATION_CLUSTER) {
		bool all = it->cluster->isolation == ISOLATION_NONE;

		node = add_node(it, GRAPH_OTHERS, COLUMN_OUTSIDE, all ? "everybody" : "other pods");
		graph_add_line(it, node, all ? "whoever reaches the pods" : "of the same namespace");
		add_edge(it, node, GRAPH_FENCE, LINK_ENTER, NULL);
	}
	if (!named->count)
		return;
	node = add_node(it, GRAPH_OTHERS, COLUMN_OUTSIDE, "pods of namespaces");
	for (size_t i = 0; i < named->count; i++)
		graph_add_line(it, node, named->items[i]);
	add_edge(it, node, GRAPH_FENCE, LINK_ENTER, NULL);
}

/* What the pods may connect to, outside, where they may not connect to everything. */
static void add_routes(const struct graph_builder *it)
{
	const struct cluster *cluster = it->cluster;
	int node;

	if (!cluster->limits_egress)
		return;
	node = add_node(it, GRAPH_OTHERS, COLUMN_STORE, "outside");
	graph_add_line(it, node, "DNS");
	for (size_t i = 0; i < cluster->route_count; i++)
		graph_add_line(it, node, cluster_route_text(it->arena, &cluster->routes[i]));
	add_edge(it, GRAPH_FENCE, node, LINK_USE, NULL);
}

static const char *fence(struct arena *arena, const struct cluster *cluster)
{
	const char *out = cluster->limits_egress ? "; they reach nothing outside, unless an arrow says so" : NULL;

	if (cluster->isolation == ISOLATION_NONE)
		return text_join(arena, out ? "Network policy: " : "No network policy: ",
				 "whoever reaches these pods may connect to them", out, NULL);
	return text_join(arena,
			 "Network policy: these pods reach each other on every port; nobody else comes in, unless an "
			 "arrow says so",
			 out, NULL);
}

static const char *graph_description(const struct graph_builder *it)
{
	struct text text = TEXT_IN(it->arena);

	text_add(&text, it->graph->fence);
	text_add(&text, ".");
	for (int i = 0; i < it->graph->node_count; i++) {
		const struct graph_node *node = &it->graph->nodes[i];

		text_add(&text, node->kind == GRAPH_PODS ? SAY(it, " %lld %s", (long long)node->count, node->title)
							 : SAY(it, " %s", node->title));
		for (size_t j = 0; j < node->lines.count; j++) {
			text_add(&text, j ? ", " : ": ");
			text_add(&text, node->lines.items[j]);
		}
		text_add(&text, ".");
	}
	return text_done(&text);
}

/* How often something can be used by a kind of pods. */
static size_t most_uses(const struct cluster *cluster)
{
	enum { OF_A_JOB = 2 };
	size_t count = cluster->role_count * (1 + OF_A_JOB + cluster->secret_count);

	for (size_t i = 0; i < cluster->role_count; i++)
		count += cluster->roles[i].volume_count + cluster->roles[i].env_source_count;
	return count;
}

const struct graph *graph_of(struct arena *arena, const struct cluster *cluster)
{
	enum { OUTSIDE = 4 };
	struct graph_builder it = {.arena = arena, .cluster = cluster, .graph = NEW(arena, struct graph)};
	size_t uses = most_uses(cluster), most = cluster->role_count + uses + OUTSIDE;

	it.graph->title = graph_escape(arena, text_join(arena, cluster->name, ": ", cluster->title, NULL));
	it.graph->fence = fence(arena, cluster);
	it.graph->nodes = NEW_ARRAY(arena, struct graph_node, most);
	it.graph->edges = NEW_ARRAY(arena, struct graph_edge, 2 * cluster->role_count + uses + OUTSIDE);
	it.uses = NEW_ARRAY(arena, struct use, uses);
	it.users = NEW_ARRAY(arena, struct users, most);
	for (size_t i = 0; i < cluster->role_count; i++)
		if (i == ROLE_HEAD && cluster->job.worker_leads)
			add_program(&it);
		else
			add_pods(&it, &cluster->roles[i]);
	add_talk(&it);
	for (size_t i = 0; i < cluster->role_count; i++)
		add_used(&it, i);
	tie(&it);
	add_routes(&it);
	add_you(&it);
	add_others(&it);
	it.graph->description = graph_description(&it);
	return it.graph;
}
