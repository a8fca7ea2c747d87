/* job_rules: what a profile with a job needs, and what doesn't go together with one. One function a rule; the table at
 * the end lists them. */
#include "base/quantity.h"
#include "cluster/releases.h"
#include "cluster/ruling.h"

static void programs_can_run(const struct rules *it)
{
	const struct framework *framework = it->cluster->framework;

	if (!framework->submit || !framework->members_count)
		diag(it->diags, CODE_JOB_WITHOUT_SUBMIT, AT_KEY(it, "job"),
		     text_format(it->arena, "add %s to the definition, see clusterc reference framework",
				 framework->submit ? "members" : "submit"),
		     "the definition of %s doesn't say how %s", framework->title,
		     framework->submit ? "its workers are counted" : "a program is run");
	else if (framework->job && framework->job->once && it->cluster->job.retries)
		diag(it->diags, CODE_JOB_RETRIES, AT(it, "job", "retries"), "leave retries out",
		     "%s can't run a program again: %s", framework->title, framework->job->once);
}

static void ends_sometime(const struct rules *it)
{
	const struct cluster *cluster = it->cluster;
	bool site_tells = cluster->site && cluster->site->limits && cluster->site->limits->lifetime;

	/* A bad value that was taken out has been told of; and the site's limit asks for one, too. */
	if (!cluster->lifetime && (site_tells || it->document->root->pruned))
		return;
	if (!cluster->lifetime)
		diag(it->diags, CODE_JOB_WITHOUT_LIFETIME, AT_KEY(it, "job"), "lifetime: 6h",
		     "the job has no lifetime: write for how long it may run, waiting for workers included");
	else if (cluster->job.start_timeout >= cluster->lifetime)
		diag(it->diags, CODE_JOB_START_TIMEOUT, AT(it, "job", "startTimeout"),
		     "write less than the lifetime, or a longer lifetime",
		     "startTimeout is %s, and the job's lifetime ends after %s",
		     quantity_write(it->arena, UNIT_SECONDS, cluster->job.start_timeout),
		     quantity_write(it->arena, UNIT_SECONDS, cluster->lifetime));
}

static void ends_with_its_program(const struct rules *it)
{
	if (it->profile->idle)
		diag(it->diags, CODE_JOB_AND_IDLE, AT_KEY(it, "idle"), "leave idle out; the job ends with its program",
		     "a job doesn't wait for more work");
	if (it->profile->notebook)
		diag(it->diags, CODE_JOB_AND_NOTEBOOK, AT_KEY(it, "notebook"),
		     "leave out job, and run programs in the notebook; or leave out notebook",
		     "the notebook would end with the job's program");
}

/* What makes them equal: sizes in a line that can be pasted, the rest by name. */
static const char *equal_pods(const struct rules *it)
{
	const struct cluster_role *head = &it->cluster->roles[ROLE_HEAD], *worker = &it->cluster->roles[ROLE_WORKER];

	if (head->cpu == worker->cpu && head->memory == worker->memory && head->storage == worker->storage)
		return "write under head what worker has of them, or under both";
	return text_format(it->arena, "head: {cpu: %s, memory: %s, storage: %s}, and the same for both of all else",
			   quantity_write(it->arena, UNIT_CPU, worker->cpu),
			   quantity_write(it->arena, UNIT_BYTES, worker->memory),
			   quantity_write(it->arena, UNIT_BYTES, worker->storage));
}

static void schedule_makes_one_job(const struct rules *it)
{
	const struct cluster_job *job = &it->cluster->job;
	bool old = !release_has(it->cluster, FEATURE_SUCCESS_POLICY), groups = it->profile->groups_count;

	if (it->profile->job->timeZone && !job->schedule && !node_get(it->document->root, "job")->pruned)
		diag(it->diags, CODE_CONFLICTING_KEYS, AT_KEY(it, "job", "timeZone"), "leave it out, or add schedule",
		     "timeZone says nothing without schedule");
	if (job->schedule && job->apart_because)
		diag(it->diags, CODE_SCHEDULE_NEEDS_ONE_JOB, AT(it, "job", "schedule"),
		     old      ? text_join(it->arena, "use a cluster with Kubernetes ",
					  release_text(it->arena, release_of(FEATURE_SUCCESS_POLICY)),
					  " or later, and let its site say so", NULL)
		     : groups ? "leave out groups"
			      : equal_pods(it),
		     "a schedule needs all pods in one Job, and %s", job->apart_because);
}

static void (*const all_rules[])(const struct rules *) = {
	programs_can_run,
	ends_sometime,
	ends_with_its_program,
	schedule_makes_one_job,
};

void job_rules_check(const struct rules *it)
{
	for (size_t i = 0; i < sizeof all_rules / sizeof *all_rules && it->profile->job; i++)
		all_rules[i](it);
}
