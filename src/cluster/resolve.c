/* resolve: profile and definition become a cluster in which everything is decided: defaults
 * filled in, names derived, ports moved, variables replaced. */
#include "cluster/resolve.h"

#include <string.h>

#include "base/digest.h"
#include "base/quantity.h"
#include "cluster/expand.h"
#include "cluster/rules.h"
#include "cluster/settings.h"

struct resolver {
	struct arena *arena;
	struct diags *diags;
	const struct request *request;
	const struct profile *profile;
	const struct framework *framework;
	struct cluster *cluster;
};

/* Quantities have been checked: they can be read. */
static int64_t quantity(enum unit unit, const char *text)
{
	int64_t value = 0;

	if (text)
		quantity_read(text, unit, &value);
	return value;
}

static const char *either(const char *profile, const char *framework)
{
	return profile ? profile : framework;
}

static const char *file_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* The profile's file name as comments may hold it: a line break in it can't end a comment. */
static const char *comment_name(struct arena *arena, const char *path)
{
	const char *name = file_name(path);
	char *copy = text_copy(arena, name, strlen(name));

	for (char *at = copy; *at; at++)
		if ((unsigned char)*at < 0x20 || *at == 0x7f)
			*at = '?';
	return copy;
}

/* --- Names and digests ------------------------------------------------------------------- */

static void decide_identity(struct resolver *it)
{
	const struct request *request = it->request;
	const char *input = text_join(it->arena, request->version, "\n", request->framework_digest, "\n",
				      request->profile->text, "\n", NULL);

	it->cluster->framework = it->framework;
	it->cluster->name = it->profile->name;
	it->cluster->name_space = it->profile->namespace;
	it->cluster->config_object = text_join(it->arena, it->profile->name, "-config", NULL);
	it->cluster->source_name = comment_name(it->arena, request->profile->source->name);
	it->cluster->input_digest = digest_of(it->arena, input, strlen(input));
	it->cluster->image = either(it->profile->image, it->framework->image);
	it->cluster->version = it->profile->image ? NULL : it->framework->version;
	it->cluster->title = text_join(it->arena, it->framework->title, it->cluster->version ? " " : NULL, it->cluster->version, NULL);
	it->cluster->pull_policy = either(it->profile->imagePullPolicy, "IfNotPresent");
	it->cluster->uid = *it->framework->user->uid;
	it->cluster->gid = *it->framework->user->gid;
	it->cluster->home = it->framework->user->home;
	for (size_t i = 0; i < it->profile->labels_count; i++)
		pairs_set(it->arena, &it->cluster->labels, it->profile->labels[i].name, it->profile->labels[i].value);
}

/* --- Ports -------------------------------------------------------------------------------- */

static void add_framework_ports(struct resolver *it)
{
	for (size_t i = 0; i < it->framework->ports_count; i++) {
		const struct framework_port *port = &it->framework->ports[i];

		it->cluster->ports[it->cluster->port_count++] = (struct cluster_port){
			.name = port->name,
			.protocol = "TCP",
			.title = either(port->title, port->name),
			.path = either(port->path, "/"),
			.number = *port->port,
			.web = port->web && *port->web,
			.role = strcmp(port->role, "head") ? ROLE_WORKER : ROLE_HEAD,
		};
	}
}

static struct cluster_port *port_named(struct cluster *cluster, const char *name)
{
	for (size_t i = 0; i < cluster->port_count; i++)
		if (!strcmp(cluster->ports[i].name, name))
			return &cluster->ports[i];
	return NULL;
}

/* A known name moves that port; a new one is added to the head. */
static void decide_ports(struct resolver *it)
{
	size_t most = it->framework->ports_count + it->profile->ports_count;

	it->cluster->ports = NEW_ARRAY(it->arena, struct cluster_port, most);
	add_framework_ports(it);
	for (size_t i = 0; i < it->profile->ports_count; i++) {
		const struct profile_port *wish = &it->profile->ports[i];
		struct cluster_port *port = port_named(it->cluster, wish->name);

		if (!port) {
			port = &it->cluster->ports[it->cluster->port_count++];
			*port = (struct cluster_port){
				.name = wish->name, .protocol = "TCP", .title = wish->name, .path = "/", .role = ROLE_HEAD};
		}
		port->number = *wish->port;
		port->protocol = either(wish->protocol, port->protocol);
		port->title = either(wish->title, port->title);
		port->web = wish->web ? *wish->web : port->web;
	}
}

/* --- Sizes --------------------------------------------------------------------------------- */

/* What the profile says of a role's size; NULL where it doesn't. */
struct wish {
	const char *cpu, *memory, *storage;
};

static void decide_size(struct resolver *it, struct cluster_role *role, struct wish wish)
{
	const struct framework_role *defined = framework_role_of(it->framework, role->kind);

	role->object = text_join(it->arena, it->profile->name, "-", role->component, NULL);
	role->term = defined->term;
	role->cpu = quantity(UNIT_CPU, either(wish.cpu, defined->cpu));
	role->memory = quantity(UNIT_BYTES, either(wish.memory, defined->memory));
	role->storage = quantity(UNIT_BYTES, either(wish.storage, defined->storage));
	role->reserve = quantity(UNIT_BYTES, defined->budget->reserve);
	role->stop_grace = defined->stopGrace ? *defined->stopGrace : 30;
}

static void decide_sizes(struct resolver *it)
{
	const struct profile_head *head = it->profile->head;
	const struct profile_worker *worker = it->profile->worker;
	struct cluster_role *roles = it->cluster->roles;

	roles[ROLE_HEAD] = (struct cluster_role){.kind = ROLE_HEAD, .component = "head", .count = 1};
	roles[ROLE_WORKER] = (struct cluster_role){.kind = ROLE_WORKER, .component = "worker", .count = 1};
	if (worker && worker->count)
		roles[ROLE_WORKER].count = *worker->count;
	decide_size(it, &roles[ROLE_HEAD], head ? (struct wish){head->cpu, head->memory, head->storage} : (struct wish){0});
	decide_size(it, &roles[ROLE_WORKER],
		    worker ? (struct wish){worker->cpu, worker->memory, worker->storage} : (struct wish){0});
}

/* --- What runs ------------------------------------------------------------------------------ */

static void expand_all(struct resolver *it, enum role_kind own, struct texts *to, const char *const *items, size_t count)
{
	for (size_t i = 0; i < count; i++)
		texts_add(it->arena, to, expand(it->arena, it->cluster, own, items[i]));
}

static void add_defined_env(struct resolver *it, struct cluster_role *role, const struct pair *env, size_t count)
{
	for (size_t i = 0; i < count; i++)
		pairs_set(it->arena, &role->env, env[i].name, expand(it->arena, it->cluster, role->kind, env[i].value));
}

/* The profile's own, as they are: ${...} in them is the program's business. */
static void add_env(struct resolver *it, struct cluster_role *role, const struct pair *env, size_t count)
{
	for (size_t i = 0; i < count; i++)
		pairs_set(it->arena, &role->env, env[i].name, env[i].value);
}

static int64_t number_or(const int64_t *number, int64_t otherwise)
{
	return number ? *number : otherwise;
}

/* Defaults are those of Kubernetes' own probes. */
static void decide_probe(struct resolver *it, enum role_kind own, struct cluster_probe *probe,
			 const struct framework_probe *defined)
{
	if (!defined)
		return;
	probe->path = defined->path;
	probe->port = defined->port;
	probe->period = number_or(defined->period, 10);
	probe->timeout = number_or(defined->timeout, 1);
	probe->failures = number_or(defined->failures, 3);
	expand_all(it, own, &probe->command, defined->command, defined->command_count);
}

static void decide_process(struct resolver *it, struct cluster_role *role)
{
	const struct framework_role *defined = framework_role_of(it->framework, role->kind);

	expand_all(it, role->kind, &role->command, defined->command, defined->command_count);
	expand_all(it, role->kind, &role->args, defined->args, defined->args_count);
	expand_all(it, role->kind, &role->drain, defined->drain, defined->drain_count);
	for (size_t i = 0; i < defined->writable_count; i++)
		texts_add(it->arena, &role->writable, defined->writable[i]);
	decide_probe(it, role->kind, &role->startup, defined->startup);
	decide_probe(it, role->kind, &role->readiness, defined->readiness);
	decide_probe(it, role->kind, &role->liveness, defined->liveness);
	add_defined_env(it, role, it->framework->env, it->framework->env_count);
	add_defined_env(it, role, defined->env, defined->env_count);
	add_env(it, role, it->profile->env, it->profile->env_count);
}

static void decide_processes(struct resolver *it)
{
	const struct profile_head *head = it->profile->head;
	const struct profile_worker *worker = it->profile->worker;
	struct cluster_role *roles = it->cluster->roles;

	decide_process(it, &roles[ROLE_HEAD]);
	decide_process(it, &roles[ROLE_WORKER]);
	if (head)
		add_env(it, &roles[ROLE_HEAD], head->env, head->env_count);
	if (worker)
		add_env(it, &roles[ROLE_WORKER], worker->env, worker->env_count);
}

/* --- Files ------------------------------------------------------------------------------------ */

static void add_file(struct resolver *it, const char *path, const char *content, bool alone)
{
	it->cluster->files[it->cluster->file_count++] = (struct cluster_file){file_name(path), path, content, alone};
}

static void decide_settings(struct resolver *it)
{
	const struct framework_config *config = it->framework->config;
	struct pairs settings = {0};

	if (!config)
		return;
	for (size_t i = 0; i < config->values_count; i++)
		pairs_set(it->arena, &settings, config->values[i].name,
			  expand(it->arena, it->cluster, ROLE_NONE, config->values[i].value));
	for (size_t i = 0; i < it->profile->config_count; i++)
		pairs_set(it->arena, &settings, it->profile->config[i].name, it->profile->config[i].value);
	add_file(it, config->path, settings_write(it->arena, config->format, &settings), false);
}

/* passwd(5) with the users every image has, and ours. */
static void decide_passwd(struct resolver *it)
{
	const struct framework_user *user = it->framework->user;

	if (!user->name)
		return;
	add_file(it, "/etc/passwd",
		 text_format(it->arena,
			     "root:x:0:0:root:/root:/usr/sbin/nologin\n"
			     "nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n"
			     "%s:x:%lld:%lld:%s:%s:/bin/sh\n",
			     user->name, (long long)it->cluster->uid, (long long)it->cluster->gid, it->framework->title,
			     user->home),
		 true);
}

static void decide_files(struct resolver *it)
{
	struct text all = TEXT_IN(it->arena);

	decide_settings(it);
	decide_passwd(it);
	for (size_t i = 0; i < it->cluster->file_count; i++) {
		text_add(&all, it->cluster->files[i].path);
		text_add_char(&all, '\n');
		text_add(&all, it->cluster->files[i].content);
	}
	it->cluster->files_digest = digest_of(it->arena, text_done(&all), all.size);
}

/* --- How it is used ------------------------------------------------------------------------------ */

static void decide_use(struct resolver *it)
{
	const struct framework_submit *submit = it->framework->submit;

	it->cluster->connect = expand(it->arena, it->cluster, ROLE_NONE, it->framework->connect);
	expand_all(it, ROLE_NONE, &it->cluster->members, it->framework->members, it->framework->members_count);
	if (!submit)
		return;
	expand_all(it, ROLE_NONE, &it->cluster->submit, submit->command, submit->command_count);
	it->cluster->submit_directory = submit->directory;
}

const struct cluster *resolve(struct arena *arena, struct diags *diags, const struct request *request)
{
	struct resolver it = {
		.arena = arena,
		.diags = diags,
		.request = request,
		.profile = request->profile->bound,
		.framework = request->framework,
		.cluster = NEW(arena, struct cluster),
	};
	size_t errors = diags->errors;

	decide_identity(&it);
	decide_ports(&it);
	decide_sizes(&it);
	decide_processes(&it);
	decide_files(&it);
	decide_use(&it);
	rules_check(arena, diags, it.cluster, request->profile);
	return diags->errors == errors ? it.cluster : NULL;
}
