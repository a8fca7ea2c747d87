/* job: a program that the cluster runs, and ends with. */
#include "cluster/job.h"

#include <string.h>

#include "base/digest.h"
#include "base/quote.h"
#include "cluster/mounts.h"
#include "cluster/needs.h"
#include "cluster/releases.h"
#include "language/builtin.h"
#include "language/schedule.h"

/* Stands between the head's command and the workers': manager/process_job.sh knows it. */
#define JOB_MARK "--workers--"

/* --- What the profile says ---------------------------------------------------------------------------- */

/* Whether the program is a file of the directory that the profile's code is, and not of the job's own. */
static bool job_is_in_code(const struct cluster *cluster)
{
	const struct profile_job *wish = cluster->profile->job;

	return !carried_inside(wish->directory, wish->program) &&
	       carried_inside(cluster->code.directory, wish->program);
}

/* Where the program is in a pod: in the image, in the profile's code, or among the files that go along. */
static const char *job_program_path(struct arena *arena, const struct cluster *cluster)
{
	const struct profile_job *wish = cluster->profile->job;
	const char *inside = carried_inside(wish->directory, wish->program);

	if (*wish->program == '/')
		return wish->program;
	if (job_is_in_code(cluster))
		return text_join(arena, CLUSTER_CODE_PATH "/",
				 carried_inside(cluster->code.directory, wish->program), NULL);
	return text_join(arena, JOB_DIRECTORY "/", inside ? inside : text_file_name(wish->program), NULL);
}

static void decide_schedule(struct arena *arena, struct cluster_job *job, const struct profile_job *wish)
{
	struct schedule schedule;

	if (!wish->schedule)
		return;
	job->schedule = wish->schedule;
	job->time_zone = wish->timeZone ? wish->timeZone : "Etc/UTC";
	schedule_read(arena, wish->schedule, &schedule);
	job->schedule_sets = schedule_sets(arena, &schedule);
}

/* Seconds before the last retry, where each is a new pod (kubernetes.io, Jobs, "Pod backoff failure policy"). */
static int64_t longest_pause(int64_t retries)
{
	enum { FIRST = 10, MOST = 360 };
	int64_t pause = FIRST;

	for (int64_t i = 1; i < retries && pause < MOST; i++)
		pause *= 2;
	return !retries ? 0 : pause < MOST ? pause : MOST;
}

void job_decide(struct cluster *cluster, struct arena *arena)
{
	enum { START_TIMEOUT = 20 * 60, KEEP = 24 * 3600, PATIENCE = 120 };
	const struct profile_job *wish = cluster->profile->job;
	struct cluster_job *job = &cluster->job;
	int64_t half = cluster->lifetime / 2;

	if (!wish)
		return;
	job->layout = JOB_APART;
	job->program = wish->program;
	job->program_path = job_program_path(arena, cluster);
	for (size_t i = 0; i < wish->args_count; i++)
		texts_add(arena, &job->args, wish->args[i]);
	job->start_timeout = cluster_number_or(wish->startTimeout, half && half < START_TIMEOUT ? half : START_TIMEOUT);
	job->retries = cluster_number_or(wish->retries, 0);
	job->keep = cluster_number_or(wish->keep, KEEP);
	job->patience = PATIENCE + (cluster_counts_failures(cluster) ? 0 : longest_pause(job->retries));
	if (wish->logs) {
		job->logs_claim = wish->logs->claim;
		needs_add(cluster, arena, NEED_CLAIM, job->logs_claim);
		job->logs_path = wish->logs->path ? wish->logs->path : cluster->name;
	}
	decide_schedule(arena, job, wish);
}

/* --- The files that go along ------------------------------------------------------------------------------ */

static struct span job_place(const struct carried *it, const char *key)
{
	return node_span(it->document->source, node_find(it->document->root, "job", key, NULL));
}

/* A program that lies beside the profile is one of the files that go along. */
static void program_goes_along(const struct carried *it, const char *program, const char *directory,
			       const struct cluster_file *files, size_t count)
{
	const char *inside = carried_inside(directory, program);

	if (inside && carried_has(files, count, inside))
		return;
	diag(it->diags, CODE_JOB_PROGRAM, job_place(it, "program"),
	     carried_has(files, count, program)
		     ? text_format(it->arena, "write program: %s/%s, the path from the profile on", directory, program)
		     : text_format(it->arena, "write a file of it, program: %s/NAME, or leave directory out",
				   directory),
	     "the program %s isn't among the files of the directory %s", program, directory);
}

/* With a directory, the program is in it, in the image, or in the profile's code, which is read already. */
void job_read_files(struct cluster *cluster, const struct carried *it)
{
	const struct profile_job *wish = cluster->profile->job;
	const struct cluster_code *code = &cluster->code;
	struct cluster_job *job = &cluster->job;
	size_t errors = it->diags->errors;

	if (!wish)
		return;
	if (wish->directory)
		job->file_count = carried_directory(it, job_place(it, "directory"), wish->directory, &job->files);
	if (*wish->program == '/' || it->diags->errors != errors)
		return;
	if (job_is_in_code(cluster)) {
		program_goes_along(it, wish->program, code->directory, code->files, code->file_count);
	} else if (wish->directory) {
		program_goes_along(it, wish->program, wish->directory, job->files, job->file_count);
	} else {
		job->files = NEW_ARRAY(it->arena, struct cluster_file, 1);
		job->files[job->file_count++] = carried_file(it, job_place(it, "program"), wish->program,
							     text_file_name(wish->program));
	}
}

/* --- What the pods run -------------------------------------------------------------------------------- */

static void add_assignment(struct text *text, const char *name, const char *value)
{
	text_add_all(text, name, "=", NULL);
	quote_shell(text, value);
	text_add_char(text, '\n');
}

static void add_words(struct text *text, const struct texts *words)
{
	for (size_t i = 0; i < words->count; i++) {
		text_add_char(text, ' ');
		quote_shell(text, words->items[i]);
	}
}

/* The commands are those of `submit` and `status` in a head. */
static void add_commands(struct text *text, const struct cluster *cluster)
{
	text_add(text, "run_program() { exec $ears");
	add_words(text, &cluster->submit);
	text_add(text, " \"$1\"");
	add_words(text, &cluster->job.args);
	text_add(text, "; }\ncount_members() {");
	add_words(text, &cluster->members);
	text_add(text, "; }\n");
}

const char *job_settings(struct arena *arena, const struct cluster *cluster)
{
	const struct cluster_role *head = &cluster->roles[ROLE_HEAD], *worker = &cluster->roles[ROLE_WORKER];
	const struct cluster_job *job = &cluster->job;
	struct text text = TEXT_IN(arena);

	text_add(&text, "# What this job runs, and how. The program \"process\" in this directory reads it.\n");
	add_assignment(&text, "program", job->program_path);
	add_assignment(&text, "place", cluster->submit_directory ? cluster->submit_directory : cluster->home);
	add_assignment(&text, "home", cluster->home);
	add_assignment(&text, "logs", job->logs_path ? text_join(arena, JOB_LOGS "/", job->logs_path, NULL) : "");
	add_assignment(&text, "head", head->object);
	add_assignment(&text, "peers", worker->object);
	add_assignment(&text, "leader", job->worker_leads ? worker->term : head->term);
	add_assignment(&text, "worker", worker->term);
	text_add(&text, text_format(arena, "workers=%lld\nstart_timeout=%lld\nretries=%lld\npatience=%lld\n",
				    (long long)cluster_workers(cluster), (long long)job->start_timeout,
				    (long long)(cluster_counts_failures(cluster) ? job->retries : 0),
				    (long long)job->patience));
	add_commands(&text, cluster);
	text_add(&text, builtin_process_job);
	return text_done(&text);
}

/* --- One Job of equal pods ------------------------------------------------------------------------------ */

void job_decide_leader(struct cluster *cluster)
{
	const struct framework_job *defined = cluster->framework->job;

	if (!cluster_is_job(cluster) || !defined || !defined->leads || *defined->leads != LEADER_WORKER ||
	    cluster->profile->groups_count || !release_has(cluster, FEATURE_SUCCESS_POLICY) ||
	    !cluster->roles[ROLE_WORKER].count)
		return;
	cluster->job.worker_leads = true;
	cluster->roles[ROLE_HEAD].count = 0;
}

static bool same_text(const char *one, const char *other)
{
	return one == other || (one && other && !strcmp(one, other));
}

static bool same_texts(const struct texts *one, const struct texts *other)
{
	for (size_t i = 0; i < one->count && one->count == other->count; i++)
		if (strcmp(one->items[i], other->items[i]))
			return false;
	return one->count == other->count;
}

static bool same_pairs(const struct pairs *one, const struct pairs *other)
{
	for (size_t i = 0; i < one->count && one->count == other->count; i++)
		if (strcmp(one->items[i].name, other->items[i].name) ||
		    strcmp(one->items[i].value, other->items[i].value))
			return false;
	return one->count == other->count;
}

static bool same_volumes(const struct cluster_role *one, const struct cluster_role *other)
{
	for (size_t i = 0; i < one->volume_count && one->volume_count == other->volume_count; i++) {
		const struct cluster_volume *left = &one->volumes[i], *right = &other->volumes[i];

		if (strcmp(left->path, right->path) || left->source != right->source ||
		    !same_text(left->object, right->object) || !same_text(left->sub_path, right->sub_path) ||
		    !same_text(left->server, right->server) || !same_text(left->exported, right->exported) ||
		    left->scratch != right->scratch || left->claimed != right->claimed ||
		    !same_text(left->storage_class, right->storage_class) || left->read_only != right->read_only)
			return false;
	}
	return one->volume_count == other->volume_count;
}

static bool same_sources(const struct cluster_role *one, const struct cluster_role *other)
{
	for (size_t i = 0; i < one->env_source_count && one->env_source_count == other->env_source_count; i++)
		if (one->env_sources[i].secret != other->env_sources[i].secret ||
		    strcmp(one->env_sources[i].object, other->env_sources[i].object) ||
		    !same_text(one->env_sources[i].prefix, other->env_sources[i].prefix))
			return false;
	return one->env_source_count == other->env_source_count;
}

static bool same_tolerations(const struct cluster_role *one, const struct cluster_role *other)
{
	for (size_t i = 0; i < one->toleration_count && one->toleration_count == other->toleration_count; i++) {
		const struct cluster_toleration *left = &one->tolerations[i], *right = &other->tolerations[i];

		if (!same_text(left->key, right->key) || !same_text(left->operator, right->operator) ||
		    !same_text(left->value, right->value) || !same_text(left->effect, right->effect) ||
		    cluster_number_or(left->seconds, -1) != cluster_number_or(right->seconds, -1))
			return false;
	}
	return one->toleration_count == other->toleration_count;
}

static bool same_groups(const struct cluster_role *one, const struct cluster_role *other)
{
	size_t count = one->supplemental_group_count;

	return count == other->supplemental_group_count &&
	       (!count || !memcmp(one->supplemental_groups, other->supplemental_groups,
				  count * sizeof *one->supplemental_groups));
}

static bool same_gpu(const struct cluster_gpu *one, const struct cluster_gpu *other)
{
	return one->count == other->count && same_text(one->resource, other->resource) &&
	       same_text(one->device_class, other->device_class) && same_text(one->product, other->product) &&
	       same_text(one->size_class, other->size_class);
}

/* What keeps head and workers from being pods of one Job, each a word of the profile with what is wrong; a list for
 * people, or NULL. */
static const char *differences(struct arena *arena, const struct cluster_role *head, const struct cluster_role *worker)
{
	const struct {
		const char *what;
		bool same;
	} rows[] = {
		{"image", same_text(head->image, worker->image)},
		{"cpu", head->cpu == worker->cpu && head->cpu_limit == worker->cpu_limit},
		{"memory", head->memory == worker->memory && head->memory_limit == worker->memory_limit},
		{"storage", head->storage == worker->storage},
		{"gpu", same_gpu(&head->gpu, &worker->gpu)},
		{"volumes", same_volumes(head, worker)},
		{"packages", same_texts(&head->packages, &worker->packages) &&
				     head->packages_room == worker->packages_room},
		{"envFrom", same_sources(head, worker)},
		{"nodeSelector", same_pairs(&head->node_selector, &worker->node_selector)},
		{"tolerations", same_tolerations(head, worker)},
		{"priorityClass", same_text(head->priority_class, worker->priority_class)},
		{"runtimeClass", same_text(head->runtime_class, worker->runtime_class)},
		{"runAsUser", head->uid == worker->uid},
		{"runAsGroup", head->gid == worker->gid},
		{"fsGroup", head->fs_group == worker->fs_group},
		{"supplementalGroups", same_groups(head, worker)},
		{"readOnlyRoot", head->read_only_root == worker->read_only_root},
	};
	struct text text = TEXT_IN(arena);

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (!rows[i].same)
			text_add_all(&text, text.size ? ", " : "", rows[i].what, NULL);
	return text.size ? text_done(&text) : NULL;
}

static const char *apart_because(struct arena *arena, const struct cluster *cluster)
{
	const struct cluster_role *head = &cluster->roles[ROLE_HEAD], *worker = &cluster->roles[ROLE_WORKER];
	const char *different;

	if (!release_has(cluster, FEATURE_SUCCESS_POLICY))
		return text_join(arena, "that needs Kubernetes ",
				 release_text(arena, release_of(FEATURE_SUCCESS_POLICY)), ", and the site has ",
				 release_text(arena, cluster->kubernetes), NULL);
	if (cluster->profile->groups_count)
		return "there are groups of workers";
	if (cluster->job.worker_leads)
		return NULL;
	different = differences(arena, head, worker);
	return different ? text_format(arena, "the %s and the %ss differ in %s", head->term, worker->term, different)
			 : NULL;
}

/* Variables that one role has otherwise than the other stand in front of its command: `env NAME=VALUE ...`. */
static void add_own_env(struct arena *arena, struct texts *words, const struct cluster_role *role,
			const struct cluster_role *other)
{
	bool first = true;

	for (size_t i = 0; i < role->env.count; i++) {
		const struct pair *one = &role->env.items[i];

		if (same_text(pairs_find(other->env.items, other->env.count, one->name), one->value))
			continue;
		if (first)
			texts_add(arena, words, "env");
		first = false;
		texts_add(arena, words, text_join(arena, one->name, "=", one->value, NULL));
	}
}

/* A role's command without what runs it (pods.c, prefix_command). */
static void add_own_command(struct arena *arena, struct texts *words, const struct cluster_role *role)
{
	enum { PREFIX = 3 };

	for (size_t i = PREFIX; i < role->command.count; i++)
		texts_add(arena, words, role->command.items[i]);
	for (size_t i = 0; i < role->args.count; i++)
		texts_add(arena, words, role->args.items[i]);
}

/* The command of a pod that learns by its index what it is: the head's words, the mark, the worker's. */
static void unite_commands(struct cluster *cluster, struct arena *arena, struct cluster_role *pods)
{
	const struct cluster_role *head = &cluster->roles[ROLE_HEAD], *worker = &cluster->roles[ROLE_WORKER];

	pods->command = (struct texts){0};
	pods->args = (struct texts){0};
	texts_add(arena, &pods->command, worker->command.items[0]);
	texts_add(arena, &pods->command, worker->command.items[1]);
	texts_add(arena, &pods->command, "by-index");
	if (!cluster->job.worker_leads) {
		add_own_env(arena, &pods->args, head, worker);
		add_own_command(arena, &pods->args, head);
		texts_add(arena, &pods->args, JOB_MARK);
		add_own_env(arena, &pods->args, worker, head);
	}
	add_own_command(arena, &pods->args, worker);
}

static void unite_env(struct cluster *cluster, struct arena *arena, struct cluster_role *pods)
{
	const struct cluster_role *head = &cluster->roles[ROLE_HEAD];
	struct pairs common = {0};

	for (size_t i = 0; i < pods->env.count && !cluster->job.worker_leads; i++) {
		const struct pair *one = &pods->env.items[i];

		if (same_text(pairs_find(head->env.items, head->env.count, one->name), one->value))
			pairs_add(arena, &common, one->name, one->value);
	}
	if (!cluster->job.worker_leads)
		pods->env = common;
}

/* Only workers have something to hand over; where one of them leads, the program ends with any of them. */
static void unite_drains(struct cluster *cluster, struct arena *arena, struct cluster_role *pods)
{
	struct texts drain = {0};

	if (cluster->job.worker_leads)
		pods->drain = drain;
	if (!pods->drain.count)
		return;
	texts_add(arena, &drain, "/bin/sh");
	texts_add(arena, &drain, "-c");
	texts_add(arena, &drain, "[ \"$JOB_COMPLETION_INDEX\" = 0 ] || exec \"$@\"");
	texts_add(arena, &drain, "sh");
	for (size_t i = 0; i < pods->drain.count; i++)
		texts_add(arena, &drain, pods->drain.items[i]);
	pods->drain = drain;
}

static struct cluster_role *unite(struct cluster *cluster, struct arena *arena)
{
	const struct cluster_role *head = &cluster->roles[ROLE_HEAD], *worker = &cluster->roles[ROLE_WORKER];
	struct cluster_role *pods = NEW(arena, struct cluster_role);

	*pods = *worker;
	pods->component = "job";
	pods->object = text_join(arena, cluster->name, "-", pods->component, NULL);
	pods->count = worker->count + head->count;
	pods->united = true;
	pods->subdomain = worker->object;
	pods->shared_memory = head->count && head->shared_memory > worker->shared_memory ? head->shared_memory
											 : worker->shared_memory;
	for (size_t i = 0; i < head->writable.count; i++)
		texts_add_once(arena, &pods->writable, head->writable.items[i]);
	pods->stop_grace = head->stop_grace > worker->stop_grace ? head->stop_grace : worker->stop_grace;
	pods->files_digest = digest_of(arena, text_join(arena, head->files_digest, worker->files_digest, NULL), 128);
	unite_commands(cluster, arena, pods);
	unite_env(cluster, arena, pods);
	unite_drains(cluster, arena, pods);
	pods->mounts = NULL;
	mounts_decide(cluster, arena, pods);
	return pods;
}

void job_unite(struct cluster *cluster, struct arena *arena)
{
	struct cluster_job *job = &cluster->job;

	cluster->makers = cluster->roles;
	cluster->maker_count = cluster->role_count;
	if (!cluster_is_job(cluster))
		return;
	job->apart_because = apart_because(arena, cluster);
	if (job->apart_because)
		return;
	job->layout = JOB_TOGETHER;
	job->pods = unite(cluster, arena);
	cluster->makers = job->pods;
	cluster->maker_count = 1;
}
