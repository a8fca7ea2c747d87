/* plan: the cluster on one screen, for people. One function a section. */
#include "write/plan.h"

#include <string.h>

#include "base/quantity.h"
#include "cluster/expand.h"
#include "cluster/memory.h"
#include "cluster/needs.h"
#include "kube/quota.h"
#include "kube/volumes.h"
#include "language/variables.h"
#include "write/page.h"

struct plan {
	struct text *out;
	struct arena *arena;
	const struct manifest *manifest;
	const struct cluster *cluster;
};

#define SAY(it, ...) text_format((it)->arena, __VA_ARGS__)

static const char *cores(const struct plan *it, int64_t value)
{
	return quantity_write(it->arena, UNIT_CPU, value);
}

static const char *bytes(const struct plan *it, int64_t value)
{
	return quantity_write(it->arena, UNIT_BYTES, value);
}

static void section(const struct plan *it, const char *title)
{
	text_add(it->out, text_join(it->arena, "\n", title, "\n", NULL));
}

/* Adds what isn't in the list yet. */
static void add_once(const struct plan *it, struct texts *list, const char *item)
{
	for (size_t i = 0; i < list->count; i++)
		if (!strcmp(list->items[i], item))
			return;
	texts_add(it->arena, list, item);
}

/* --- What it is --------------------------------------------------------------------------------- */

static void say_what(const struct plan *it)
{
	const struct cluster *cluster = it->cluster;
	struct texts images = {0};

	page_words(it->out, "",
		   text_join(it->arena, cluster->name, ": ", cluster->title, ", from ", cluster->source_name,
			     cluster->name_space ? ", in the namespace " : NULL, cluster->name_space, NULL));
	for (size_t i = 0; i < cluster->role_count; i++)
		add_once(it, &images, cluster->roles[i].image);
	page_list(it->out, images.count == 1 ? "image " : "images ", &images);
}

/* --- Pods ----------------------------------------------------------------------------------------- */

static const char *up_to(const struct plan *it, const char *request, const char *limit)
{
	return strcmp(request, limit) ? text_join(it->arena, request, " to ", limit, NULL) : request;
}

static const char *gpus(const struct plan *it, const struct cluster_gpu *gpu)
{
	if (!gpu->count)
		return "";
	if (gpu->device_class)
		return SAY(it, "%lld of class %s", (long long)gpu->count, gpu->device_class);
	return SAY(it, "%lld %s%s%s", (long long)gpu->count, gpu->resource, gpu->product ? ", " : "", gpu->product ? gpu->product : "");
}

static void say_pods(const struct plan *it)
{
	static const char *const titles[] = {"count", "of", "cpu", "memory", "storage"};
	struct texts cells = {0};

	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
		texts_add(it->arena, &cells, titles[i]);
	texts_add(it->arena, &cells, cluster_totals(it->cluster).gpus ? "GPUs" : "");
	for (size_t i = 0; i < it->cluster->role_count; i++) {
		const struct cluster_role *role = &it->cluster->roles[i];

		texts_add(it->arena, &cells, SAY(it, "%lld", (long long)role->count));
		texts_add(it->arena, &cells, role_title(it->arena, role));
		texts_add(it->arena, &cells, up_to(it, cores(it, role->cpu), cores(it, role->cpu_limit)));
		texts_add(it->arena, &cells, up_to(it, bytes(it, role->memory), bytes(it, role->memory_limit)));
		texts_add(it->arena, &cells, bytes(it, role->disk));
		texts_add(it->arena, &cells, gpus(it, &role->gpu));
	}
	section(it, "Pods, and what each of them has");
	page_table(it->out, &cells, "rlrrrl");
}

/* --- Quota ---------------------------------------------------------------------------------------- */

static void say_counted(const struct plan *it, const struct pairs *counts)
{
	struct texts items = {0};

	for (size_t i = 0; i < counts->count; i++)
		texts_add(it->arena, &items, text_join(it->arena, counts->items[i].name, " ", counts->items[i].value, NULL));
	page_list(it->out, "  ", &items);
}

static void say_quota(const struct plan *it)
{
	struct quota quota = quota_of(it->arena, it->manifest);

	section(it, "In all, as a resource quota counts it");
	say_counted(it, &quota.requests);
	say_counted(it, &quota.limits);
	say_counted(it, &quota.objects);
}

/* --- Memory --------------------------------------------------------------------------------------- */

static bool speaks_of(const char *text, enum role_kind own, enum role_kind role, const char *share)
{
	struct variable variable;
	const char *name;
	size_t size;

	for (const char *at = text; variable_find(at, &name, &size) && name; at = name + size)
		if (variable_read(own, name, size, &variable) && variable.kind == VARIABLE_MEMORY_SHARE && variable.role == role &&
		    strlen(share) == variable.word_size && !memcmp(share, variable.word, variable.word_size))
			return true;
	return false;
}

static void add_users(const struct plan *it, struct texts *users, const struct pair *pairs, size_t count, enum role_kind own,
		      enum role_kind role, const char *share)
{
	const struct profile *profile = it->cluster->profile;

	for (size_t i = 0; i < count; i++)
		if (speaks_of(pairs[i].value, own, role, share))
			add_once(it, users,
				 own == ROLE_NONE && pairs_find(profile->config, profile->config_count, pairs[i].name)
					 ? text_join(it->arena, pairs[i].name, ", which the profile sets itself", NULL)
					 : pairs[i].name);
}

/* The settings and variables that a share goes into, as the definition says it. */
static const char *users_of(const struct plan *it, const struct cluster_role *role, const char *share)
{
	const struct framework *framework = it->cluster->framework;
	const struct framework_role *defined = framework_role_of(framework, role->kind);
	struct texts users = {0};
	struct text text = TEXT_IN(it->arena);

	if (framework->config)
		add_users(it, &users, framework->config->values, framework->config->values_count, ROLE_NONE, role->kind, share);
	add_users(it, &users, defined->env, defined->env_count, role->kind, role->kind, share);
	for (size_t i = 0; i < users.count; i++) {
		text_add(&text, i ? ", " : " (");
		text_add(&text, users.items[i]);
	}
	text_add(&text, users.count ? ")" : "");
	return text_done(&text);
}

/* Amounts stand to the right, in nine characters. */
static void say_part(const struct plan *it, const char *amount, const char *what)
{
	page_words(it->out, SAY(it, "%11s  ", amount), what);
}

static void say_share(const struct plan *it, const struct cluster_role *role, const struct framework_share *share)
{
	bool shared = share->shared && *share->shared;

	say_part(it, bytes(it, share_mib(share, role) * 1024 * 1024),
		 SAY(it, "%s, %lld %% of the rest%s%s%s%s", share->name, (long long)*share->percent, share->doc ? ": " : "",
		     share->doc ? share->doc : "", users_of(it, role, share->name),
		     shared ? SAY(it, "; /dev/shm holds %s", bytes(it, role->shared_memory)) : ""));
}

/* Pods whose memory is divided alike. */
static bool alike(const struct cluster_role *one, const struct cluster_role *other)
{
	return one->kind == other->kind && one->memory == other->memory && one->shared_memory == other->shared_memory && one->cpu == other->cpu;
}

/* Their names, and what they have. */
static void say_alike(const struct plan *it, size_t index)
{
	const struct cluster_role *role = &it->cluster->roles[index];
	struct texts names = {0};
	bool by_cores;
	int64_t needed = memory_needed(it->cluster, role, &by_cores);
	const char *amounts = SAY(it, ": %s (at least %s%s)", bytes(it, role->memory), bytes(it, needed),
				  by_cores ? SAY(it, " with cpu %s", cores(it, role->cpu)) : "");

	for (size_t i = index; i < it->cluster->role_count; i++)
		if (alike(role, &it->cluster->roles[i]))
			texts_add(it->arena, &names, role_title(it->arena, &it->cluster->roles[i]));
	names.items[names.count - 1] = text_join(it->arena, names.items[names.count - 1], amounts, NULL);
	page_list(it->out, "  ", &names);
}

static void say_left(const struct plan *it, const struct cluster_role *role, const struct framework_budget *budget)
{
	bool in_share = false;

	for (size_t i = 0; i < budget->shares_count; i++)
		in_share = in_share || (budget->shares[i].shared && *budget->shares[i].shared);
	say_part(it, bytes(it, memory_left(it->cluster, role)),
		 SAY(it, "for everything else%s",
		     role->shared_memory && !in_share ? SAY(it, ", up to %s of it in /dev/shm", bytes(it, role->shared_memory)) : ""));
}

static void say_memory_of(const struct plan *it, size_t index)
{
	const struct cluster_role *role = &it->cluster->roles[index];
	const struct framework_budget *budget = framework_role_of(it->cluster->framework, role->kind)->budget;

	say_alike(it, index);
	if (role->reserve)
		say_part(it, bytes(it, role->reserve), SAY(it, "kept for the %s's own processes", role->term));
	for (size_t i = 0; i < budget->shares_count; i++)
		say_share(it, role, &budget->shares[i]);
	say_left(it, role, budget);
}

static void say_memory(const struct plan *it)
{
	section(it, "How the memory of a pod is divided");
	for (size_t i = 0; i < it->cluster->role_count; i++) {
		size_t before = 0;

		while (!alike(&it->cluster->roles[before], &it->cluster->roles[i]))
			before++;
		if (before == i)
			say_memory_of(it, i);
	}
}

/* --- Ports, network, end ---------------------------------------------------------------------------- */

static const struct framework_port *defined_port(const struct cluster *cluster, const char *name)
{
	for (size_t i = 0; i < cluster->framework->ports_count; i++)
		if (!strcmp(cluster->framework->ports[i].name, name))
			return &cluster->framework->ports[i];
	return NULL;
}

static const char *port_text(const struct plan *it, const struct cluster_port *port)
{
	const struct framework_port *defined = defined_port(it->cluster, port->name);
	const char *page = port->web ? text_join(it->arena, "page: ", port->title, NULL) : "";
	const char *origin = !defined			       ? "added by the profile"
			     : *defined->port != port->number ? SAY(it, "moved from %lld", (long long)*defined->port)
							       : "";
	bool notes = *page || *origin;

	return text_join(it->arena, port->name, SAY(it, " %lld", (long long)port->number), strcmp(port->protocol, "TCP") ? "/" : "",
			 strcmp(port->protocol, "TCP") ? port->protocol : "", notes ? " (" : "", page, *page && *origin ? "; " : "", origin,
			 notes ? ")" : "", NULL);
}

static void say_ports(const struct plan *it)
{
	if (it->cluster->port_count)
		section(it, "Ports");
	for (enum role_kind kind = ROLE_HEAD; kind < ROLE_NONE; kind++) {
		const struct cluster_role *role = cluster_role_of(it->cluster, kind);
		struct texts items = {0};

		for (size_t i = 0; role && i < it->cluster->port_count; i++)
			if (it->cluster->ports[i].role == kind)
				texts_add(it->arena, &items, port_text(it, &it->cluster->ports[i]));
		page_list(it->out, role ? SAY(it, "  %s: ", role->term) : "", &items);
	}
}

static void say_network(const struct plan *it)
{
	const struct profile_network *network = it->cluster->profile->network;
	const char *isolation = cluster_isolation(it->cluster);
	struct text text = TEXT_IN(it->arena);

	section(it, "Who may connect");
	text_add(&text, !strcmp(isolation, "none")	  ? "everybody who reaches the pods: there is no network policy"
			: !strcmp(isolation, "namespace") ? "all pods of its namespace, on every port"
							  : "the cluster's own pods, on every port");
	for (size_t i = 0; network && i < network->allowFrom_count; i++) {
		text_add(&text, i ? ", " : "; pods of the namespaces ");
		text_add(&text, network->allowFrom[i]);
	}
	text_add(&text, "; you, by port-forward. Out: anything.");
	page_words(it->out, "  ", text_done(&text));
}

static void say_end(const struct plan *it)
{
	const struct cluster *cluster = it->cluster;
	const char *lifetime = cluster->lifetime ? text_join(it->arena, duration_write(it->arena, cluster->lifetime), " after its start", NULL) : "";
	const char *idle = cluster->idle ? text_join(it->arena, duration_write(it->arena, cluster->idle), " after its last work", NULL) : "";

	section(it, "When it ends");
	if (cluster_ends(cluster))
		page_words(it->out, "  ",
			   text_join(it->arena, lifetime, *lifetime && *idle ? ", or " : "", idle,
				     "; all that the manager's create made goes with it, but for storage.", NULL));
	else
		text_add(it->out, "  When somebody deletes it.\n");
}

/* --- The site's limits --------------------------------------------------------------------------------- */

enum measure { COUNT, CORES, BYTES, TIME };

static const char *measured(const struct plan *it, enum measure measure, int64_t value)
{
	switch (measure) {
	case CORES:
		return cores(it, value);
	case BYTES:
		return bytes(it, value);
	case TIME:
		return value ? duration_write(it->arena, value) : "0";
	case COUNT:
		break;
	}
	return SAY(it, "%lld", (long long)value);
}

/* A limit of the site as it is written, or NULL. */
static bool limit_read(enum measure measure, const char *text, const int64_t *count, int64_t *limit)
{
	if (measure == COUNT) {
		*limit = count ? *count : 0;
		return count;
	}
	if (!text)
		return false;
	if (measure == TIME)
		return duration_read(text, limit);
	return quantity_read(text, measure == CORES ? UNIT_CPU : UNIT_BYTES, limit) == QUANTITY_GOOD;
}

/* The largest pod's, each for itself. */
static struct cluster_totals largest(const struct cluster *cluster)
{
	struct cluster_totals most = {0};

	for (size_t i = 0; i < cluster->role_count; i++) {
		const struct cluster_role *role = &cluster->roles[i];

		most.cpu = role->cpu_limit > most.cpu ? role->cpu_limit : most.cpu;
		most.memory = role->memory_limit > most.memory ? role->memory_limit : most.memory;
		most.gpus = role->gpu.count > most.gpus ? role->gpu.count : most.gpus;
	}
	return most;
}

static void say_limits(const struct plan *it)
{
	const struct site *site = it->cluster->site;
	const struct site_limits none = {0}, *limits = site && site->limits ? site->limits : &none;
	struct cluster_totals all = cluster_totals(it->cluster), most = largest(it->cluster);
	const struct {
		const char *what;
		enum measure measure;
		const char *text;
		const int64_t *count;
		int64_t value;
	} rows[] = {
		{"workers", COUNT, NULL, limits->workers, cluster_workers(it->cluster)},
		{"cpu of all pods", CORES, limits->totalCpu, NULL, all.cpu},
		{"memory of all pods", BYTES, limits->totalMemory, NULL, all.memory},
		{"GPUs of all pods", COUNT, NULL, limits->totalGpus, all.gpus},
		{"cpu of the largest pod", CORES, limits->cpu, NULL, most.cpu},
		{"memory of the largest pod", BYTES, limits->memory, NULL, most.memory},
		{"GPUs of a pod", COUNT, NULL, limits->gpus, most.gpus},
		{"lifetime", TIME, limits->lifetime, NULL, it->cluster->lifetime},
	};
	struct texts cells = {0};
	int64_t limit;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (limit_read(rows[i].measure, rows[i].text, rows[i].count, &limit)) {
			texts_add(it->arena, &cells, rows[i].what);
			texts_add(it->arena, &cells, measured(it, rows[i].measure, rows[i].value));
			texts_add(it->arena, &cells, text_join(it->arena, "of ", measured(it, rows[i].measure, limit), NULL));
			texts_add(it->arena, &cells, text_join(it->arena, measured(it, rows[i].measure, limit - rows[i].value), " left", NULL));
		}
	if (cells.count)
		section(it, text_join(it->arena, "What the site allows: ", site->title, NULL));
	page_table(it->out, &cells, "lrrr");
}

/* --- What has to be there, and what stays ------------------------------------------------------------- */

static void say_needs(const struct plan *it)
{
	struct texts needs = cluster_needs(it->arena, it->cluster);

	if (needs.count)
		section(it, "What has to be there already");
	page_list(it->out, "  ", &needs);
}

static void say_kept(const struct plan *it)
{
	struct texts claims = {0};

	for (const struct profile_volume *const *claim = claims_made(it->arena, it->cluster); *claim; claim++)
		texts_add(it->arena, &claims,
			  text_join(it->arena, "claim ", claim_object(it->arena, it->cluster, *claim), " of ", amount_written(it->arena, (*claim)->newClaim->size), NULL));
	if (claims.count)
		section(it, "What stays when the cluster is deleted");
	page_list(it->out, "  ", &claims);
}

void plan_write(struct text *out, const struct manifest *manifest)
{
	static void (*const sections[])(const struct plan *) = {
		say_what, say_pods, say_quota, say_memory, say_ports, say_network, say_end, say_limits, say_needs, say_kept,
	};
	struct plan it = {out, out->arena, manifest, manifest->cluster};

	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
		sections[i](&it);
}
