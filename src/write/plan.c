/* plan: the cluster on one screen, for people. One function a section. */
#include "write/plan.h"

#include <string.h>

#include "base/quantity.h"
#include "cluster/memory.h"
#include "cluster/needs.h"
#include "cluster/releases.h"
#include "kube/quota.h"
#include "kube/used.h"
#include "language/requirement.h"
#include "write/charges.h"
#include "write/page.h"

struct plan {
	struct text *out;
	struct arena *arena;
	const struct manifest *manifest;
	const struct cluster *cluster;
};

#define SAY(it, ...) text_format((it)->arena, __VA_ARGS__)

static const char *plan_cores(const struct plan *it, int64_t value)
{
	return quantity_write(it->arena, UNIT_CPU, value);
}

static const char *plan_bytes(const struct plan *it, int64_t value)
{
	return quantity_write(it->arena, UNIT_BYTES, value);
}

static void section(const struct plan *it, const char *title)
{
	text_add(it->out, text_join(it->arena, "\n", title, "\n", NULL));
}

/* Adds what isn't in the list yet. */
/* --- What it is --------------------------------------------------------------------------------- */

static void say_what(const struct plan *it)
{
	const struct cluster *cluster = it->cluster;
	struct texts images = {0};

	page_words(it->out, "",
		   text_join(it->arena, cluster->name, ": ", cluster->title, ", from ", cluster->source_name,
			     cluster->name_space ? ", in the namespace " : NULL, cluster->name_space, NULL));
	for (size_t i = 0; i < cluster->role_count; i++)
		texts_add_once(it->arena, &images, cluster->roles[i].image);
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
	return SAY(it, "%lld %s%s%s%s%s", (long long)gpu->count, gpu->resource, gpu->product ? ", " : "",
		   gpu->product ? gpu->product : "", gpu->size_class ? ", " : "",
		   gpu->size_class ? gpu->size_class : "");
}

/* Where a worker of a job leads there is no head. */
static bool has_pods(const struct cluster *cluster, const struct cluster_role *role)
{
	return role->kind != ROLE_HEAD || !cluster->job.worker_leads;
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

		if (!has_pods(it->cluster, role))
			continue;
		texts_add(it->arena, &cells, text_number(it->arena, role->count));
		texts_add(it->arena, &cells, cluster_role_title(it->arena, role));
		texts_add(it->arena, &cells, up_to(it, plan_cores(it, role->cpu), plan_cores(it, role->cpu_limit)));
		texts_add(it->arena, &cells,
			  up_to(it, plan_bytes(it, role->memory), plan_bytes(it, role->memory_limit)));
		texts_add(it->arena, &cells, plan_bytes(it, role->disk));
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
		texts_add(it->arena, &items,
			  text_join(it->arena, counts->items[i].name, " ", counts->items[i].value, NULL));
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

/* --- Packages ------------------------------------------------------------------------------------- */

/* A package in words; one without a version isn't the same tomorrow. */
static const char *package_words(const struct plan *it, const char *package)
{
	return it->cluster->packages.python && !requirement_is_fixed(package)
		       ? text_join(it->arena, package, " (the newest)", NULL)
		       : package;
}

/* By the name that the file has beside the profile. */
static const char *package_file_words(const struct plan *it, const char *path)
{
	size_t i = 0;

	while (strcmp(it->cluster->package_files[i].path, path))
		i++;
	return text_join(it->arena, "all in ", text_file_name(it->cluster->package_files[i].source->name), NULL);
}

static void say_packages_of(const struct plan *it, const struct cluster_role *role)
{
	struct texts items = {0};

	for (size_t i = 0; i < role->packages.count; i++)
		if (!strcmp(role->packages.items[i], "-r"))
			texts_add(it->arena, &items, package_file_words(it, role->packages.items[++i]));
		else
			texts_add(it->arena, &items, package_words(it, role->packages.items[i]));
	if (role->supplied)
		texts_add(it->arena, &items,
			  text_join(it->arena, "as the default image lacks ", role->supplied, NULL));
	page_list(it->out,
		  SAY(it, "  %s, up to %s of its storage: ", cluster_role_title(it->arena, role),
		      plan_bytes(it, role->packages_room)),
		  &items);
}

static void say_packages(const struct plan *it)
{
	bool any = false;

	for (size_t i = 0; i < it->cluster->role_count; i++) {
		const struct cluster_role *role = &it->cluster->roles[i];

		if (!role->packages.count || !has_pods(it->cluster, role))
			continue;
		if (!any)
			section(it, text_join(it->arena, "What each pod installs before it starts, in ",
					      it->cluster->packages.path, NULL));
		any = true;
		say_packages_of(it, role);
	}
	if (any)
		page_words(it->out, "  ", "While it installs, a pod has the cpu and memory above.");
}

/* --- Memory --------------------------------------------------------------------------------------- */

/* The settings and variables that a share goes into. */
static const char *plan_share_users(const struct plan *it, const struct memory_share *share)
{
	struct text text = TEXT_IN(it->arena);

	for (size_t i = 0; i < share->users.count; i++) {
		text_add(&text, i ? ", " : " (");
		text_add(&text, share->users.items[i]);
	}
	text_add(&text, share->users.count ? ")" : "");
	return text_done(&text);
}

/* Amounts stand to the right, in nine characters. */
static void say_part(const struct plan *it, const char *amount, const char *what)
{
	page_words(it->out, SAY(it, "%11s  ", amount), what);
}

static void say_share(const struct plan *it, const struct cluster_role *role, const struct memory_share *share)
{
	say_part(it, plan_bytes(it, share->size),
		 SAY(it, "%s, %lld %% of the rest%s%s%s%s", share->name, (long long)share->percent,
		     share->doc ? ": " : "", share->doc ? share->doc : "", plan_share_users(it, share),
		     share->shared ? SAY(it, "; /dev/shm holds %s", plan_bytes(it, role->shared_memory)) : ""));
}

/* Pods whose memory is divided alike. */
static bool alike(const struct cluster_role *one, const struct cluster_role *other)
{
	return one->kind == other->kind && one->memory == other->memory && one->shared_memory == other->shared_memory &&
	       one->cpu == other->cpu;
}

/* Their names, and what they have. */
static void say_alike(const struct plan *it, size_t index)
{
	const struct cluster_role *role = &it->cluster->roles[index];
	struct texts names = {0};
	bool by_cores;
	int64_t needed = memory_needed(it->cluster, role, &by_cores);
	const char *amounts = SAY(it, ": %s (at least %s%s)", plan_bytes(it, role->memory), plan_bytes(it, needed),
				  by_cores ? SAY(it, " with cpu %s", plan_cores(it, role->cpu)) : "");

	for (size_t i = index; i < it->cluster->role_count; i++)
		if (alike(role, &it->cluster->roles[i]))
			texts_add(it->arena, &names, cluster_role_title(it->arena, &it->cluster->roles[i]));
	names.items[names.count - 1] = text_join(it->arena, names.items[names.count - 1], amounts, NULL);
	page_list(it->out, "  ", &names);
}

static void say_left(const struct plan *it, const struct cluster_role *role, bool in_share)
{
	say_part(it, plan_bytes(it, memory_left(it->cluster, role)),
		 SAY(it, "for everything else%s",
		     role->shared_memory && !in_share
			     ? SAY(it, ", up to %s of it in /dev/shm", plan_bytes(it, role->shared_memory))
			     : ""));
}

static void say_memory_of(const struct plan *it, size_t index)
{
	const struct cluster_role *role = &it->cluster->roles[index];
	size_t count;
	const struct memory_share *shares = memory_shares(it->arena, it->cluster, role, &count);
	bool in_share = false;

	say_alike(it, index);
	if (role->reserve)
		say_part(it, plan_bytes(it, role->reserve), SAY(it, "kept for the %s's own processes", role->term));
	for (size_t i = 0; i < count; i++) {
		say_share(it, role, &shares[i]);
		in_share = in_share || shares[i].shared;
	}
	say_left(it, role, in_share);
}

static void say_memory(const struct plan *it)
{
	section(it, "How the memory of a pod is divided");
	for (size_t i = 0; i < it->cluster->role_count; i++) {
		size_t before = 0;

		while (!alike(&it->cluster->roles[before], &it->cluster->roles[i]))
			before++;
		if (before == i && has_pods(it->cluster, &it->cluster->roles[i]))
			say_memory_of(it, i);
	}
}

/* --- The queue ------------------------------------------------------------------------------------- */

static void say_queue(const struct plan *it)
{
	const struct cluster *cluster = it->cluster;

	if (!cluster->queue)
		return;
	section(it, "Queue");
	page_words(it->out, "  ",
		   cluster_is_queued_group(cluster)
			   ? SAY(it, "Kueue's queue %s admits all %lld pods at once, as the group %s", cluster->queue,
				 (long long)cluster_totals(cluster).pods, cluster->name)
		   : cluster->maker_count > 1
			   ? SAY(it, "Kueue's queue %s admits the %s and the %ss one by one: the %s may hold what the "
				     "others wait for",
				 cluster->queue, cluster->roles[ROLE_HEAD].term, cluster->roles[ROLE_WORKER].term,
				 cluster->roles[ROLE_HEAD].term)
			   : SAY(it, "Kueue's queue %s admits all pods at once", cluster->queue));
}

/* --- The job --------------------------------------------------------------------------------------- */

static const char *plan_seconds(const struct plan *it, int64_t value)
{
	return quantity_write(it->arena, UNIT_SECONDS, value);
}

static void say_program(const struct plan *it, const struct cluster_job *job)
{
	struct text text = TEXT_IN(it->arena);

	text_add(&text, job->program);
	for (size_t i = 0; i < job->args.count; i++)
		text_add_all(&text, " ", job->args.items[i], NULL);
	page_words(it->out, "  program: ", text_done(&text));
}

static const char *leader_of(const struct plan *it, const struct cluster_job *job)
{
	return job->worker_leads ? text_join(it->arena, it->cluster->roles[ROLE_WORKER].term, " 0", NULL)
				 : it->cluster->roles[ROLE_HEAD].term;
}

static void say_layout(const struct plan *it, const struct cluster_job *job)
{
	const char *leader = leader_of(it, job);

	page_words(it->out, "  ",
		   job->pods ? SAY(it, "one Job of %lld equal pods; %s%s runs the program", (long long)job->pods->count,
				   job->worker_leads ? "" : "the ", leader)
			     : SAY(it, "a Job for the %s, which runs the program, and one for the %ss, because %s",
				   leader, it->cluster->roles[ROLE_WORKER].term, job->apart_because));
}

static void say_job(const struct plan *it)
{
	const struct cluster_job *job = &it->cluster->job;
	const char *again = "if it fails, it isn't run again";

	if (!cluster_is_job(it->cluster))
		return;
	if (job->retries)
		again = SAY(it, "if it fails, it runs again, up to %lld time%s", (long long)job->retries,
			    job->retries == 1 ? "" : "s");
	section(it, "What it runs");
	say_program(it, job);
	say_layout(it, job);
	page_words(it->out, "  ",
		   SAY(it, "it starts once all %ss are there, within %s; %s", it->cluster->roles[ROLE_WORKER].term,
		       plan_seconds(it, job->start_timeout), again));
	if (job->schedule)
		page_words(it->out, "  ",
			   SAY(it, "again and again: %s, %s; a run that is due while another one runs starts after it",
			       job->schedule,
			       job->time_zone));
}

/* --- Code ------------------------------------------------------------------------------------------ */

static void say_code(const struct plan *it)
{
	const struct cluster_code *code = &it->cluster->code;

	if (code->git)
		page_words(it->out, "  code: ",
			   SAY(it,
			       "%s of %s%s%s, in " CLUSTER_CODE_PATH
			       " of every pod; %s of each pod's storage is for it",
			       code->ref, code->git, code->path ? ", directory " : "", code->path ? code->path : "",
			       plan_bytes(it, code->size)));
	else if (code->directory)
		page_words(it->out, "  code: ",
			   SAY(it, "%zu files of %s, in " CLUSTER_CODE_PATH " of every pod", code->file_count,
			       code->directory));
}

/* What is left of a job, and for how long. */
static void say_end_of_job(const struct plan *it)
{
	const struct cluster_job *job = &it->cluster->job;
	const char *lifetime = plan_seconds(it, it->cluster->lifetime), *keep = plan_seconds(it, job->keep);
	const char *rest = job->schedule ? "everything else stays until you delete it"
					 : "then all that the manager's create made goes with it, but for storage";

	page_words(it->out, "  ",
		   SAY(it,
		       "%s with the program, or %s after its start. The Job and the log of its %s stay for %s; %s.",
		       job->schedule ? "Each run ends" : "It ends", lifetime, leader_of(it, job), keep, rest));
	if (job->logs_claim)
		page_words(it->out, "  ",
			   text_join(it->arena, "The output of all pods stays in the claim ", job->logs_claim,
				     ", in the directory ", job->logs_path, ".", NULL));
}

/* --- Ports, network, end ---------------------------------------------------------------------------- */

static const char *port_text(const struct plan *it, const struct cluster_port *port)
{
	const char *page = port->web ? text_join(it->arena, "page: ", port->title, NULL) : "";
	const char *origin = !port->defined                  ? "added by the profile"
			     : port->defined != port->number ? SAY(it, "moved from %lld", (long long)port->defined)
							     : "";
	const char *protocol = port->protocol == PROTOCOL_TCP ? "" : protocol_words[port->protocol];
	bool notes = *page || *origin;

	return text_join(it->arena, port->name, SAY(it, " %lld", (long long)port->number), *protocol ? "/" : "",
			 protocol, notes ? " (" : "", page, *page && *origin ? "; " : "", origin, notes ? ")" : "",
			 NULL);
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
	static const char *const who[] = {
		[ISOLATION_NONE] = "everybody who reaches the pods: no network policy keeps anybody out",
		[ISOLATION_NAMESPACE] = "all pods of its namespace, on every port",
		[ISOLATION_CLUSTER] = "the cluster's own pods, on every port",
	};
	const struct texts *named = &it->cluster->allow_from;
	struct text text = TEXT_IN(it->arena);

	section(it, "Who may connect");
	text_add(&text, who[it->cluster->isolation]);
	for (size_t i = 0; i < named->count; i++) {
		text_add(&text, i ? ", " : "; pods of the namespaces ");
		text_add(&text, named->items[i]);
	}
	text_add(&text, "; you, by port-forward");
	page_words(it->out, "  ", text_done(&text));
}

static void say_egress(const struct plan *it)
{
	const struct cluster *cluster = it->cluster;
	struct text text = TEXT_IN(it->arena);

	section(it, "Where the pods may connect to");
	text_add(&text, cluster->limits_egress
				? "the cluster's own pods; DNS"
				: "anything the namespace allows: this cluster's own policy doesn't limit it");
	for (size_t i = 0; i < cluster->route_count; i++)
		text_add_all(&text, "; ", cluster_route_text(it->arena, &cluster->routes[i]), NULL);
	page_words(it->out, "  ", text_done(&text));
}

static void say_end(const struct plan *it)
{
	section(it, "When it ends");
	if (cluster_is_job(it->cluster))
		say_end_of_job(it);
	else if (cluster_ends(it->cluster))
		page_words(it->out, "  ",
			   text_join(it->arena, cluster_end(it->arena, it->cluster),
				     "; all that the manager's create made goes with it, but for storage.", NULL));
	else
		text_add(it->out, "  When somebody deletes it.\n");
}

/* --- The site's limits --------------------------------------------------------------------------------- */

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
		enum unit unit;
		const int64_t *limit;
		int64_t value;
	} rows[] = {
		{"workers", UNIT_COUNT, limits->workers, cluster_workers(it->cluster)},
		{"cpu of all pods", UNIT_CPU, limits->totalCpu, all.cpu},
		{"memory of all pods", UNIT_BYTES, limits->totalMemory, all.memory},
		{"GPUs of all pods", UNIT_COUNT, limits->totalGpus, all.gpus},
		{"cpu of the largest pod", UNIT_CPU, limits->cpu, most.cpu},
		{"memory of the largest pod", UNIT_BYTES, limits->memory, most.memory},
		{"GPUs of a pod", UNIT_COUNT, limits->gpus, most.gpus},
		{"lifetime", UNIT_SECONDS, limits->lifetime, it->cluster->lifetime},
	};
	struct texts cells = {0};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].limit) {
			int64_t limit = *rows[i].limit, value = rows[i].value;
			enum unit unit = rows[i].unit;

			texts_add(it->arena, &cells, rows[i].what);
			texts_add(it->arena, &cells, quantity_write(it->arena, unit, value));
			texts_add(it->arena, &cells,
				  text_join(it->arena, "of ", quantity_write(it->arena, unit, limit), NULL));
			texts_add(it->arena, &cells,
				  text_join(it->arena, quantity_write(it->arena, unit, limit - value), " left", NULL));
		}
	if (cells.count)
		section(it, text_join(it->arena, "What the site allows: ", site->title, NULL));
	page_table(it->out, &cells, "lrrr");
}

static void say_charges(const struct plan *it)
{
	struct texts lines = charges_of(it->arena, it->cluster);
	const char *reason =
		lines.count ? pairs_find(it->cluster->site->reasons, it->cluster->site->reasons_count, "charges")
			    : NULL;

	if (lines.count)
		section(it, text_join(it->arena, "What it costs: ", it->cluster->site->title, NULL));
	for (size_t i = 0; i < lines.count; i++)
		page_words(it->out, "  ", lines.items[i]);
	if (reason)
		page_words(it->out, "  ", reason);
}

/* --- The release ----------------------------------------------------------------------------------- */

static void say_release(const struct plan *it)
{
	const struct site *site = it->cluster->site;
	struct texts used = used_features(it->arena, it->manifest);

	if (!used.count)
		return;
	section(it, "What needs a recent Kubernetes");
	used.items[0] = text_join(it->arena, "written for ", release_text(it->arena, it->cluster->kubernetes),
				  site && site->kubernetes ? ", as the site says: " : ", as no site says another: ",
				  used.items[0], NULL);
	page_list(it->out, "  ", &used);
}

/* --- What has to be there, and what stays ------------------------------------------------------------- */

static void say_needs(const struct plan *it)
{
	struct texts needs = needs_of_cluster(it->arena, it->cluster);

	if (needs.count)
		section(it, "What has to be there already");
	page_list(it->out, "  ", &needs);
}

static void say_kept(const struct plan *it)
{
	struct texts claims = {0};

	for (size_t i = 0; i < it->cluster->claim_count; i++)
		texts_add(it->arena, &claims,
			  text_join(it->arena, "claim ", it->cluster->claims[i].object, " of ",
				    plan_bytes(it, it->cluster->claims[i].size), NULL));
	if (claims.count)
		section(it, "What stays when the cluster is deleted");
	page_list(it->out, "  ", &claims);
}

void plan_write(struct text *out, const struct manifest *manifest)
{
	static void (*const sections[])(const struct plan *) = {
		say_what,  say_job,     say_code,   say_pods, say_quota,   say_queue,  say_packages, say_memory,
		say_ports, say_network, say_egress, say_end,  say_charges, say_limits, say_release,  say_needs,
		say_kept,
	};
	struct plan it = {out, out->arena, manifest, manifest->cluster};

	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
		sections[i](&it);
}
