/* manager: the script that goes with a manifest. Only its head, the assignments, is written here, and every value is
 * quoted. The body, the parts in manager/, is the same for all clusters: it is in a file of its own, which the head
 * knows by its checksum, or follows the head. */
#include "write/manager.h"

#include <string.h>

#include "base/quantity.h"
#include "base/quote.h"
#include "cluster/code.h"
#include "kube/facts.h"
#include "language/builtin.h"
#include "write/charges.h"
#include "write/output.h"
#include "write/yaml.h"

/* The next assignment stands in the same line. */
static void stay_in_line(struct text *out)
{
	out->bytes[out->size - 1] = ' ';
}

/* What is empty shares a line with what is empty before it: no value ends like that, as its quotes are escaped. */
static void assign(struct text *out, const char *name, const char *value)
{
	static const char empty[] = "=''\n";
	size_t size = sizeof empty - 1;

	if ((!value || !*value) && out->size > size && !memcmp(out->bytes + out->size - size, empty, size))
		stay_in_line(out);
	text_add(out, name);
	text_add_char(out, '=');
	quote_shell(out, value ? value : "");
	text_add_char(out, '\n');
}

static void assign_beside(struct text *out, const char *name, const char *value)
{
	stay_in_line(out);
	assign(out, name, value);
}

static void assign_number_beside(struct text *out, const char *name, int64_t number)
{
	assign_beside(out, name, text_number(out->arena, number));
}

static void assign_joined(struct text *out, const char *name, const struct texts *items, const char *between)
{
	assign(out, name, text_list(out->arena, items->items, items->count, between));
}

/* One item a line: the body splits at line breaks, and no item has one. */
static void assign_lines(struct text *out, const char *name, const struct texts *items)
{
	assign_joined(out, name, items, "\n");
}

static const char *or_dash(const char *text)
{
	return text ? text : "-";
}

/* NAME ROLE PORT SECRET QUERY PATH TITLE, of each port that a browser can open; a dash where
 * there is no secret or no parameter for it. Workers' pages are shown by the head. */
static void assign_web_ports(struct text *out, const struct cluster *cluster)
{
	struct texts lines = {0};

	for (size_t i = 0; i < cluster->port_count; i++) {
		const struct cluster_port *port = &cluster->ports[i];

		if (port->web && port->role != ROLE_WORKER && cluster_role_of(cluster, port->role))
			texts_add(out->arena, &lines,
				  text_join(out->arena, port->name, " ", role_names[port->role], " ",
					    text_number(out->arena, port->number), " ", or_dash(port->secret), " ",
					    or_dash(port->query), " ", port->path, " ", port->title, NULL));
	}
	assign_lines(out, "WEB_PORTS", &lines);
}

/* NAME NUMBER, of the head's ports that aren't pages and can be forwarded: kubectl forwards no UDP. */
static void assign_ports(struct text *out, const struct cluster *cluster)
{
	struct texts lines = {0};

	for (size_t i = 0; i < cluster->port_count; i++) {
		const struct cluster_port *port = &cluster->ports[i];

		if (port->role == ROLE_HEAD && !port->web && port->protocol == PROTOCOL_TCP)
			texts_add(out->arena, &lines,
				  text_join(out->arena, port->name, " ", text_number(out->arena, port->number), NULL));
	}
	assign_lines(out, "PORTS", &lines);
}

/* OBJECT TYPE, of each Secret that create has to make. */
static void assign_secrets(struct text *out, const struct cluster *cluster)
{
	static const char *const types[] = {[SECRET_TOKEN] = "token", [SECRET_SSH] = "ssh", [SECRET_TLS] = "tls"};
	struct texts lines = {0};

	for (size_t i = 0; i < cluster->secret_count; i++)
		texts_add(
			out->arena, &lines,
			text_join(out->arena, cluster->secrets[i].object, " ", types[cluster->secrets[i].type], NULL));
	assign_lines(out, "SECRETS", &lines);
}

/* The beginning of each of these Secrets, as YAML: what the other objects have in their metadata. */
static void assign_secret_metadata(struct text *out, const struct cluster *cluster)
{
	struct text yaml = TEXT_IN(out->arena);

	if (cluster->secret_count)
		yaml_write(&yaml, meta_made_later(out->arena, cluster));
	assign(out, "SECRET_METADATA", text_done(&yaml));
}

/* Further groups of workers, by name. */
static void assign_groups(struct text *out, const struct cluster *cluster)
{
	struct texts names = {0};

	for (size_t i = ROLE_WORKER + 1; i < cluster->role_count && cluster->roles[i].kind == ROLE_WORKER; i++)
		texts_add(out->arena, &names, cluster->roles[i].component);
	assign_lines(out, "GROUPS_OF_WORKERS", &names);
}

static void assign_totals(struct text *out, const struct cluster *cluster)
{
	struct cluster_totals all = cluster_totals(cluster);

	assign_number_beside(out, "PODS", all.pods);
	assign_beside(out, "CPU", quantity_write(out->arena, UNIT_CPU, all.cpu));
	assign_beside(out, "MEMORY", quantity_write(out->arena, UNIT_BYTES, all.memory));
	assign_beside(out, "STORAGE", quantity_write(out->arena, UNIT_BYTES, all.storage));
	assign_number_beside(out, "GPUS", all.gpus);
}

/* What the site allows all pods together, for who changes the number of workers later: each
 * line an amount's name and the most of it. */
static void assign_limits(struct text *out, const struct cluster *cluster)
{
	const struct site *site = cluster->site;
	const struct site_limits none = {0}, *limits = site && site->limits ? site->limits : &none;
	const struct {
		const char *what;
		enum unit unit;
		const int64_t *most;
	} rows[] = {
		{"workers", UNIT_COUNT, limits->workers},
		{"cpu", UNIT_CPU, limits->totalCpu},
		{"memory", UNIT_BYTES, limits->totalMemory},
		{"gpus", UNIT_COUNT, limits->totalGpus},
	};
	struct texts lines = {0};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].most)
			texts_add(out->arena, &lines,
				  text_join(out->arena, rows[i].what, " ",
					    quantity_write(out->arena, rows[i].unit, *rows[i].most), NULL));
	assign_lines(out, "SITE_LIMITS", &lines);
}

/* What it costs where the site charges for it, a sentence a line. */
static void assign_charges(struct text *out, const struct cluster *cluster)
{
	struct texts lines = charges_of(out->arena, cluster);

	assign_lines(out, "CHARGES", &lines);
}

/* REASON WHEN NORMAL TEXT MEANS ADVICE, with tabs between them, of each event that the site has words for; a dash for
 * what isn't said. Of pods with a GPU only if there are such pods. An entry without a reason is about no event. */
static void assign_events(struct text *out, const struct cluster *cluster)
{
	const struct site *site = cluster->site;
	bool gpus = cluster_totals(cluster).gpus > 0;
	struct texts lines = {0};

	for (uint32_t i = 0; site && i < site->events_count; i++) {
		const struct site_event *event = &site->events[i];
		bool of_gpus = event->when && *event->when == LABEL_WITH_GPU;
		const char *normal = event->normal && *event->normal ? "normal" : "-";

		if (gpus || !of_gpus)
			texts_add(out->arena, &lines,
				  text_join(out->arena, event->reason, "\t", of_gpus ? "gpu" : "always", "\t",
					    normal, "\t", or_dash(event->text), "\t", event->means, "\t",
					    or_dash(event->advice), NULL));
	}
	if (site && site->removed)
		texts_add(out->arena, &lines, text_join(out->arena, "-\talways\t-\t-\t", site->removed, "\t-", NULL));
	assign_lines(out, "SITE_EVENTS", &lines);
}

/* NAME MEANS WRONG ADVICE, in the same way, of each annotation that the site has words for. */
static void assign_annotations(struct text *out, const struct cluster *cluster)
{
	const struct site *site = cluster->site;
	struct texts lines = {0};

	for (uint32_t i = 0; site && i < site->annotations_count; i++) {
		const struct site_annotation *one = &site->annotations[i];

		texts_add(out->arena, &lines,
			  text_join(out->arena, one->name, "\t", one->means, "\t", or_dash(one->wrong), "\t",
				    or_dash(one->advice), NULL));
	}
	assign_lines(out, "SITE_ANNOTATIONS", &lines);
}

/* What follows from the kinds of the objects, from quotas and from names. */
static void assign_facts(struct text *out, const struct manifest *manifest, size_t manifest_size)
{
	struct pairs facts = facts_of(out->arena, manifest, manifest_size);

	for (size_t i = 0; i < facts.count; i++)
		assign(out, facts.items[i].name, facts.items[i].value);
}

/* Empty where there is no job. */
static void assign_job(struct text *out, const struct cluster *cluster)
{
	static const char *const layouts[] = {[JOB_NONE] = "", [JOB_APART] = "apart", [JOB_TOGETHER] = "together"};
	const struct cluster_job *job = &cluster->job;
	const struct object *reader = facts_reader(out->arena, cluster);
	struct text yaml = TEXT_IN(out->arena);

	assign(out, "JOB", layouts[job->layout]);
	assign(out, "LEADS", job->worker_leads ? "worker" : "");
	assign(out, "PROGRAM_OF_JOB", job->program);
	assign(out, "SCHEDULE", job->schedule);
	assign(out, "TIME_ZONE", job->time_zone);
	assign(out, "SCHEDULE_SETS", job->schedule_sets);
	assign(out, "LOGS_CLAIM", job->logs_claim);
	assign(out, "LOGS_PATH", job->logs_path);
	if (reader)
		yaml_write(&yaml, reader);
	assign(out, "READER", text_done(&yaml));
	if (cluster_is_job(cluster)) {
		assign(out, "RETRIES", text_number(out->arena, job->retries));
		assign_number_beside(out, "KEEP", job->keep);
		assign_number_beside(out, "START_TIMEOUT", job->start_timeout);
		return;
	}
	assign(out, "RETRIES", NULL);
	assign(out, "KEEP", NULL);
	assign(out, "START_TIMEOUT", NULL);
}

static void write_header(struct text *out, const struct cluster *cluster, const struct manager_facts *facts)
{
	text_add(out, "#!/bin/sh\n");
	text_add(out,
		 text_format(out->arena,
			     "# The manager of the cluster '%s': creates, watches, reaches, uses and deletes it.\n"
			     "# " OUTPUT_MARK "%s from the profile %s. Keep %s%s beside it.\n"
			     "# Don't edit it: change the profile and generate it again. Begin with: sh %s.sh help\n",
			     cluster->name, facts->version, cluster->source_name, facts->manifest_file,
			     facts->standalone ? "" : ", and the BODY named below,", cluster->name));
}

const char *manager_body_name(struct arena *arena, const char *version)
{
	return text_format(arena, "clusterc-manager-%s-%08lx.sh", version, (unsigned long)builtin_manager_checksum);
}

/* As cksum prints it. */
static void assign_checksum(struct text *out, const char *name, uint32_t checksum, size_t size)
{
	assign(out, name,
	       text_join(out->arena, text_number(out->arena, checksum), " ", text_number(out->arena, (int64_t)size),
			 NULL));
}

/* The directory of the programs that pods install, or of all that they install; NULL where they install nothing. */
static const char *packages_path(const struct cluster *cluster)
{
	for (size_t i = 0; i < cluster->role_count; i++)
		if (cluster->roles[i].packages.count)
			return cluster->packages.commands ? cluster->packages.commands : cluster->packages.path;
	return NULL;
}

static void write_facts(struct text *out, const struct manifest *manifest, const struct manager_facts *facts)
{
	const struct cluster *cluster = manifest->cluster;
	const struct cluster_role *notebook = cluster_role_of(cluster, ROLE_NOTEBOOK);
	struct arena *arena = out->arena;

	assign(out, "CLUSTERC_VERSION", facts->version);
	assign(out, "CLUSTER", cluster->name);
	assign_beside(out, "NAMESPACE", cluster->name_space);
	assign(out, "TITLE", cluster->title);
	assign(out, "MANIFEST", facts->manifest_file);
	assign_checksum(out, "MANIFEST_CKSUM", facts->manifest_checksum, facts->manifest_size);
	if (!facts->standalone) {
		assign(out, "BODY", manager_body_name(arena, facts->version));
		assign_checksum(out, "BODY_CKSUM", builtin_manager_checksum, builtin_manager_size);
	}
	assign(out, "INPUT_DIGEST", text_join(arena, "sha256:", cluster->input_digest, NULL));
	assign(out, "SELECTOR",
	       text_join(arena, "app.kubernetes.io/instance=", cluster->name,
			 ",app.kubernetes.io/managed-by=", managed_by, NULL));
	assign_facts(out, manifest, facts->manifest_size);
	assign_secrets(out, cluster);
	assign_secret_metadata(out, cluster);
	assign(out, "NOTEBOOK", notebook ? notebook->term : NULL);
	assign_groups(out, cluster);
	assign(out, "SITE", cluster->site ? cluster->site->name : NULL);
	assign_number_beside(out, "KUBERNETES", cluster->kubernetes); /* the second number of the release it is for */
	assign(out, "QUEUE", cluster->queue);
	assign_beside(out, "QUEUE_GROUP", cluster_is_queued_group(cluster) ? "yes" : NULL);
	assign_limits(out, cluster);
	assign_joined(out, "COUNTED_IN", &cluster->counting, ", "); /* what scale doesn't change, in words */
	assign(out, "LOGIN_HOST", cluster->site ? cluster->site->loginHost : NULL);
	assign_charges(out, cluster);
	assign_events(out, cluster);
	assign_annotations(out, cluster);
	assign(out, "HEAD", cluster->roles[ROLE_HEAD].term);
	assign_beside(out, "WORKER", cluster->roles[ROLE_WORKER].term);
	assign_number_beside(out, "WORKERS", cluster_workers(cluster));
	assign_number_beside(out, "LIFETIME", cluster->lifetime);
	assign_number_beside(out, "IDLE", cluster->idle);
	assign_totals(out, cluster);
	assign_job(out, cluster);
	assign(out, "CODE_REF", code_is_fetched(cluster) && !cluster->code.pinned ? cluster->code.ref : NULL);
	assign_web_ports(out, cluster);
	assign_ports(out, cluster);
	assign(out, "CONNECT", cluster->connect);
	assign_beside(out, "SUBMIT_DIR", cluster->submit_directory);
	assign_lines(out, "SUBMIT", &cluster->submit);
	assign_joined(out, "SUBMIT_OPTIONS", &cluster->submit_options, "; ");
	assign(out, "SUBMIT_REACH", cluster->reach);
	assign(out, "SUBMIT_ALONE", cluster->alone);
	assign(out, "DISTRIBUTE", cluster->distribute);
	assign_lines(out, "MEMBERS", &cluster->members);
	assign(out, "PACKAGES", packages_path(cluster));
	assign_lines(out, "SMOKE", &cluster->smoke);
	assign(out, "SMOKE_FILE", cluster->smoke_file);
	assign(out, "SMOKE_PROGRAM", cluster->smoke_program);
}

void manager_write(struct text *out, const struct manifest *manifest, const struct manager_facts *facts)
{
	write_header(out, manifest->cluster, facts);
	write_facts(out, manifest, facts);
	text_add(out, builtin_here);
	if (facts->standalone)
		text_add_bytes(out, builtin_manager, builtin_manager_size);
	else
		text_add(out, builtin_load);
}
