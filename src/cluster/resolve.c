/* resolve: profile and definition become a cluster in which everything is decided: defaults
 * filled in, names derived, ports moved, variables replaced. */
#include "cluster/resolve.h"

#include <string.h>

#include "base/digest.h"
#include "base/quote.h"
#include "cluster/code.h"
#include "cluster/expand.h"
#include "cluster/files.h"
#include "cluster/job.h"
#include "cluster/needs.h"
#include "cluster/packages.h"
#include "cluster/pods.h"
#include "cluster/releases.h"
#include "cluster/rules.h"
#include "cluster/sites.h"
#include "language/values.h"

struct resolver {
	struct arena *arena;
	struct diags *diags;
	const struct request *request;
	const struct profile *profile;
	const struct framework *framework;
	struct cluster *cluster;
};

static const char *either(const char *profile, const char *framework)
{
	return profile ? profile : framework;
}

/* The profile's file name as comments may hold it: nothing in it can end a comment, neither in YAML,
 * where Unicode's line breaks do, nor in the shell; and the file stays UTF-8, whatever names are. */
static const char *comment_name(struct arena *arena, const char *path)
{
	const char *name = text_file_name(path);
	struct text safe = TEXT_IN(arena);

	while (*name) {
		size_t length = utf8_length(*name);
		bool whole = strnlen(name, length) == length && utf8_valid_prefix(name, length) == length;

		if (whole && quote_printable(name))
			text_add_bytes(&safe, name, length);
		else
			text_add_char(&safe, '?');
		name += whole ? length : 1;
	}
	return text_done(&safe);
}

/* --- Names and digests ------------------------------------------------------------------- */

/* What is there once for the whole cluster: the account, the queue, and what opens the registry. */
static void decide_surroundings(struct resolver *it)
{
	const struct profile *profile = it->profile;
	struct cluster *cluster = it->cluster;

	cluster->pull_policy = profile->imagePullPolicy ? *profile->imagePullPolicy : PULL_IF_NOT_PRESENT;
	cluster->service_account = either(profile->serviceAccount, profile->name);
	cluster->makes_account = !profile->serviceAccount;
	cluster->queue = profile->queue;
	needs_add(cluster, it->arena, NEED_NAMESPACE, cluster->name_space);
	needs_add(cluster, it->arena, NEED_SERVICE_ACCOUNT, profile->serviceAccount);
	needs_add(cluster, it->arena, NEED_QUEUE, cluster->queue);
	for (size_t i = 0; i < profile->imagePullSecrets_count; i++) {
		size_t before = 0;

		needs_add(cluster, it->arena, NEED_SECRET, profile->imagePullSecrets[i]);
		while (strcmp(profile->imagePullSecrets[before], profile->imagePullSecrets[i]))
			before++;
		if (before == i)
			texts_add(it->arena, &cluster->pull_secrets, profile->imagePullSecrets[i]);
	}
}

/* A bad port isn't there any more. */
static void decide_ports_of_route(struct resolver *it, struct cluster_route *route, const struct profile_egress *wish)
{
	route->ports = NEW_ARRAY(it->arena, struct address_ports, wish->ports_count);
	for (size_t i = 0; i < wish->ports_count; i++)
		address_read_ports(it->arena, wish->ports[i], &route->ports[route->port_count++]);
}

/* Where pods may connect to. */
static void decide_egress(struct resolver *it, const struct profile_network *network)
{
	struct cluster *cluster = it->cluster;

	cluster->limits_egress = network->egress_word || network->egress_count;
	cluster->routes = NEW_ARRAY(it->arena, struct cluster_route, network->egress_count);
	for (size_t i = 0; i < network->egress_count; i++) {
		const struct profile_egress *wish = &network->egress[i];
		struct cluster_route *route = &cluster->routes[cluster->route_count++];

		*route = (struct cluster_route){.cidr = wish->cidr, .name_space = wish->namespace};
		for (size_t j = 0; j < wish->except_count; j++)
			texts_add(it->arena, &route->except, wish->except[j]);
		decide_ports_of_route(it, route, wish);
	}
}

/* Who may connect. */
static void decide_network(struct resolver *it)
{
	const struct profile_network *network = it->profile->network;

	it->cluster->isolation = network && network->isolation ? *network->isolation : ISOLATION_CLUSTER;
	for (size_t i = 0; network && i < network->allowFrom_count; i++)
		texts_add(it->arena, &it->cluster->allow_from, network->allowFrom[i]);
	if (network)
		decide_egress(it, network);
}

/* What the site says of the Kubernetes cluster. */
static void decide_site(struct resolver *it)
{
	const struct site *site = it->cluster->site;

	it->cluster->kubernetes =
		site && site->kubernetes ? value_release_minor(site->kubernetes) : VALUE_RELEASE_DEFAULT;
	it->cluster->cluster_domain = either(site ? site->clusterDomain : NULL, "cluster.local");
	it->cluster->assigned_user = site_assigns_user(site);
}

static void decide_cluster_identity(struct resolver *it)
{
	const struct request *request = it->request;

	it->cluster->framework = it->framework;
	it->cluster->framework_name = it->framework->name;
	it->cluster->framework_title = it->framework->title;
	it->cluster->docs = it->framework->docs;
	it->cluster->profile = it->profile;
	it->cluster->name = it->profile->name;
	it->cluster->name_space = it->profile->namespace;
	it->cluster->config_object = text_join(it->arena, it->profile->name, "-config", NULL);
	it->cluster->source_name = comment_name(it->arena, request->profile->source->name);
	it->cluster->lifetime = it->profile->lifetime ? *it->profile->lifetime : 0;
	it->cluster->idle = it->profile->idle ? *it->profile->idle : 0;
	it->cluster->home = it->framework->user->home;
	for (size_t i = 0; i < it->profile->labels_count; i++)
		pairs_set(it->arena, &it->cluster->labels, it->profile->labels[i].name, it->profile->labels[i].value);
	for (size_t i = 0; i < it->profile->annotations_count; i++)
		pairs_set(it->arena, &it->cluster->annotations, it->profile->annotations[i].name,
			  it->profile->annotations[i].value);
}

/* The cluster is what its head is. After the images. */
static void decide_version(struct resolver *it)
{
	it->cluster->version = it->cluster->roles[ROLE_HEAD].version;
	it->cluster->title = text_join(it->arena, it->framework->title, it->cluster->version ? " " : NULL,
				       it->cluster->version, NULL);
}

/* Of all that the output follows from: after the files have been read. */
static void decide_digest(struct resolver *it)
{
	const struct request *request = it->request;
	struct text input = TEXT_IN(it->arena);

	text_add(&input, text_join(it->arena, request->version, "\n", request->framework_digest, "\n",
				   request->profile->text, "\n", request->site ? request->site->text : "", "\n", NULL));
	for (size_t i = 0; i < it->cluster->job.file_count; i++)
		text_add(&input, it->cluster->job.files[i].content);
	for (size_t i = 0; i < it->cluster->code.file_count; i++)
		text_add(&input, it->cluster->code.files[i].content);
	for (size_t i = 0; i < it->cluster->package_file_count; i++)
		text_add(&input, it->cluster->package_files[i].source->bytes);
	for (size_t i = 0; i < it->profile->files_count && i < it->cluster->file_count; i++)
		text_add(&input, it->cluster->files[it->cluster->file_count - 1 - i].content);
	it->cluster->input_digest = digest_of(it->arena, text_done(&input), input.size);
}

/* --- Ports -------------------------------------------------------------------------------- */

static struct cluster_port *add_port(struct cluster *cluster, const struct cluster_port *port)
{
	struct cluster_port *added = &cluster->ports[cluster->port_count++];

	*added = *port;
	return index_add(&cluster->port_index, port->name, added);
}

static void add_framework_ports(struct resolver *it)
{
	for (size_t i = 0; i < it->framework->ports_count; i++) {
		const struct framework_port *port = &it->framework->ports[i];

		add_port(it->cluster, &(struct cluster_port){
					      .name = port->name,
					      .title = either(port->title, port->name),
					      .path = either(port->path, "/"),
					      .secret = port->secret ? text_join(it->arena, it->profile->name, "-",
										 port->secret, NULL)
								     : NULL,
					      .query = port->query,
					      .number = *port->port,
					      .defined = *port->port,
					      .web = port->web && *port->web,
					      .role = role_named(port->role),
				      });
	}
}

/* A known name moves that port; a new one is added to the head. The profile has no name twice. */
static void decide_ports(struct resolver *it)
{
	size_t most = it->framework->ports_count + it->profile->ports_count;

	it->cluster->ports = NEW_ARRAY(it->arena, struct cluster_port, most);
	it->cluster->port_index = INDEX_IN(it->arena);
	add_framework_ports(it);
	for (size_t i = 0; i < it->profile->ports_count; i++) {
		const struct profile_port *wish = &it->profile->ports[i];
		struct cluster_port *port = index_find(&it->cluster->port_index, wish->name);

		if (!port)
			port = add_port(it->cluster, &(struct cluster_port){.name = wish->name,
									    .title = wish->name,
									    .path = "/",
									    .role = ROLE_HEAD});
		port->number = *wish->port;
		port->protocol = wish->protocol ? *wish->protocol : port->protocol;
		port->title = either(wish->title, port->title);
		port->web = wish->web ? *wish->web : port->web;
	}
}

/* --- Secrets ------------------------------------------------------------------------------- */

static bool is_for(const struct framework_secret *defined, enum role_kind role)
{
	for (size_t i = 0; i < defined->roles_count; i++)
		if (role_named(defined->roles[i]) == role)
			return true;
	return !defined->roles_count;
}

/* Those that reach a pod: one for a notebook alone isn't made without it. */
static void decide_secrets(struct resolver *it)
{
	struct cluster *cluster = it->cluster;

	cluster->secrets = NEW_ARRAY(it->arena, struct cluster_secret, it->framework->secrets_count);
	for (size_t i = 0; i < it->framework->secrets_count; i++) {
		const struct framework_secret *defined = &it->framework->secrets[i];
		struct cluster_secret *secret = &cluster->secrets[cluster->secret_count];
		bool used = false;

		*secret = (struct cluster_secret){
			.object = text_join(it->arena, cluster->name, "-", defined->name, NULL),
			.volume = text_join(it->arena, "secret-", defined->name, NULL),
			.env = defined->env,
			.path = defined->path,
			.doc = defined->doc,
			.type = *defined->type,
		};
		for (size_t r = 0; r < cluster->role_count; r++) {
			enum role_kind kind = cluster->roles[r].kind;

			used |= secret->roles[kind] = is_for(defined, kind);
		}
		cluster->secret_count += used;
	}
}

/* --- How it is used ------------------------------------------------------------------------------ */

static void expand_common_texts(struct resolver *it, struct texts *to, const char *const *items, size_t count)
{
	for (size_t i = 0; i < count; i++)
		texts_add(it->arena, to, expand_decided(it->arena, it->cluster, NULL, items[i]));
}

static void decide_smoke(struct resolver *it)
{
	const struct framework_smoke *smoke = it->framework->smoke;

	if (!smoke)
		return;
	expand_common_texts(it, &it->cluster->smoke, smoke->command, smoke->command_count);
	if (!smoke->command_count)
		it->cluster->smoke = it->cluster->submit;
	it->cluster->smoke_file = smoke->file;
	it->cluster->smoke_program = smoke->program;
}

static void decide_use(struct resolver *it)
{
	const struct framework_submit *submit = it->framework->submit;

	it->cluster->connect = expand_decided(it->arena, it->cluster, NULL, it->framework->connect);
	expand_common_texts(it, &it->cluster->members, it->framework->members, it->framework->members_count);
	if (!submit)
		return;
	expand_common_texts(it, &it->cluster->submit, submit->command, submit->command_count);
	for (size_t i = 0; i < submit->options_count; i++)
		texts_add(it->arena, &it->cluster->submit_options, submit->options[i]);
	it->cluster->submit_directory = submit->directory;
	if (submit->distribute)
		it->cluster->distribute = expand_decided(it->arena, it->cluster, NULL, submit->distribute);
	it->cluster->reach = submit->reach;
	it->cluster->alone = submit->alone;
	decide_smoke(it);
}

/* All of it at once, or the head holds what its workers wait for. StatefulSets make a pod that is evicted anew before
 * Kueue has evicted the next one, which then stays. */
static void decide_queueing(struct resolver *it)
{
	struct cluster *cluster = it->cluster;
	bool each = cluster->maker_count == 1 || !cluster_ends(cluster) || site_queues_workloads(cluster->site) ||
		    !release_has(cluster, FEATURE_SCHEDULING_GATES);

	if (cluster->queue)
		cluster->queueing = each ? QUEUEING_WORKLOADS : QUEUEING_GROUP;
}

const struct cluster *resolve(struct arena *arena, struct diags *diags, const struct request *request)
{
	struct resolver it = {
		.arena = arena,
		.diags = diags,
		.request = request,
		.framework = request->framework,
		.cluster = NEW(arena, struct cluster),
	};
	size_t errors = diags->errors;

	it.cluster->site = request->site ? request->site->bound : NULL;
	it.profile = site_profile(arena, request->profile->bound, it.cluster->site);
	decide_cluster_identity(&it);
	decide_site(&it);
	decide_surroundings(&it);
	decide_network(&it);
	decide_ports(&it);
	code_decide(it.cluster, arena);
	job_decide(it.cluster, arena);
	pods_decide_sizes(it.cluster, arena, it.profile);
	job_decide_leader(it.cluster);
	decide_version(&it);
	decide_secrets(&it);
	decide_use(&it);
	packages_decide(it.cluster, arena, diags, request->profile, request->directory);
	files_decide(it.cluster, arena, diags, request->profile, request->directory);
	decide_digest(&it);
	pods_decide_processes(it.cluster, arena, it.profile);
	job_unite(it.cluster, arena);
	decide_queueing(&it);
	rules_check(arena, diags, it.cluster, request->profile, request->site);
	return diags->errors == errors ? it.cluster : NULL;
}
