/* batch: threads that take one profile after the other, and the order in which the world sees it.
 *
 * Profiles are taken in their order, by whichever thread is free. What came out then waits for its turn:
 * in it, names are claimed and standard output is written, so that both go by the order of the
 * profiles. Files are written outside of it. Messages are kept until those of all profiles before
 * them have been told; nobody runs further ahead of that than there are slots to keep them in. */
#include "cli/batch.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/claims.h"
#include "cli/findings.h"
#include "cli/inputs.h"
#include "cli/progress.h"
#include "cli/report.h"

/* What came of one profile, until it is told. */
struct outcome {
	bool done;
	int status;
	bool touched; /* a file had to be written */
	size_t errors;
	char *text; /* diagnostics, or NULL; free() */
	size_t size;
};

enum { SLOTS_PER_JOB = 16 };

struct batch {
	const struct request_line *line;
	const struct batch_work *work;
	struct findings *findings;
	struct inputs inputs;
	const struct clusterc_roster *roster; /* of which each row is a profile; NULL: each input is one */
	size_t count;                         /* of profiles */

	pthread_mutex_t lock; /* of all below */
	pthread_cond_t changed;
	size_t taken, turn, told; /* how many profiles are so far */
	struct claims claims;
	struct outcome *slots; /* of profile i: slots[i % slot_count] */
	size_t slot_count;
	size_t threads; /* besides the main one */
	struct outcome last; /* the last text that was told */
	struct progress progress;
	int worst;
	size_t touched, good, different;
};

static int no_memory(void)
{
	fprintf(stderr, "clusterc: out of memory\n");
	return CLUSTERC_MACHINE;
}

/* A profile as messages call it, in `room`; longer names are cut. */
enum { NAME_ROOM = 1024 };
static const char *name_of(const struct batch *batch, size_t index, char room[NAME_ROOM])
{
	const char *path = batch->inputs.paths[batch->roster ? 0 : index];

	if (batch->roster)
		snprintf(room, NAME_ROOM, "%s:%u", batch->line->each, clusterc_roster_line(batch->roster, index));
	else
		snprintf(room, NAME_ROOM, "%s", strcmp(path, "-") ? path : "<stdin>");
	return room;
}

/* --- Telling ------------------------------------------------------------------------------------ */

/* The outcome with its messages, which are gone with the next compile. */
static struct outcome outcome_of(struct clusterc *compiler, int status)
{
	struct outcome outcome = {.done = true, .status = status, .touched = clusterc_written(compiler)};
	FILE *to;

	if (!clusterc_diagnostic_count(compiler))
		return outcome;
	to = open_memstream(&outcome.text, &outcome.size);
	if (to)
		outcome.errors = report(compiler, to);
	if (!to || fclose(to)) {
		outcome.status = CLUSTERC_MACHINE;
		outcome.errors = 0;
		outcome.text = NULL;
	}
	return outcome;
}

/* One mistake in what many profiles share is told once. */
static bool is_last(const struct batch *batch, const struct outcome *outcome)
{
	return batch->last.text && batch->last.size == outcome->size && !memcmp(batch->last.text, outcome->text, outcome->size);
}

static void tell_text(struct batch *batch, struct outcome *outcome)
{
	fwrite(outcome->text, 1, outcome->size, stderr);
	free(batch->last.text);
	batch->last = *outcome;
	outcome->text = NULL;
}

static void tell_one(struct batch *batch, struct outcome *outcome)
{
	char room[NAME_ROOM];
	bool again = outcome->text && is_last(batch, outcome);

	progress_clear(&batch->progress);
	if (outcome->text && !again)
		tell_text(batch, outcome);
	if (outcome->status == CLUSTERC_MACHINE && !outcome->errors)
		no_memory();
	else if (outcome->errors)
		report_sum(name_of(batch, batch->told, room), again ? "the same " : "", outcome->errors, batch->work->unwritten);
	free(outcome->text);
}

/* Tells what is complete up to the first profile that isn't. */
static void tell(struct batch *batch)
{
	struct outcome *outcome;

	while ((outcome = &batch->slots[batch->told % batch->slot_count])->done) {
		if (!batch->findings && (outcome->text || outcome->status))
			tell_one(batch, outcome);
		batch->worst = outcome->status > batch->worst ? outcome->status : batch->worst;
		batch->good += !outcome->status;
		batch->touched += !outcome->status && outcome->touched;
		batch->different += outcome->status == STATUS_DIFFERENT && !outcome->errors;
		*outcome = (struct outcome){0};
		batch->told++;
	}
	progress_tell(&batch->progress, batch->told, batch->count);
}

/* "3 written, 995 unchanged, 2 with errors": what there is none of is left out. */
static void sum_up(const struct batch *batch)
{
	const struct batch_work *how = batch->work;
	const struct {
		size_t count;
		const char *what;
	} parts[] = {
		{how->files ? 0 : batch->good, "good"},
		{batch->touched, "written"},
		{how->files ? batch->good - batch->touched : 0, "unchanged"},
		{batch->different, "changed"},
		{batch->told - batch->good - batch->different, "with errors"},
	};
	const char *between = "";
	char room[NUMBER_ROOM];

	fprintf(stderr, "clusterc: %s profiles: ", number_grouped(batch->told, room));
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (!parts[i].count)
			continue;
		fprintf(stderr, "%s%s %s", between, number_grouped(parts[i].count, room), parts[i].what);
		between = ", ";
	}
	fprintf(stderr, "\n");
}

/* --- One profile ---------------------------------------------------------------------------------- */

/* Two profiles with clusters of one name would take each other's place, in files and in Kubernetes. */
static int claim(struct batch *batch, struct clusterc *compiler, size_t index)
{
	char room[NAME_ROOM];
	int status = 0;

	for (size_t i = 0; i < clusterc_cluster_count(compiler) && !status; i++) {
		ptrdiff_t owner = claims_take(&batch->claims, clusterc_cluster_name(compiler, i), (ptrdiff_t)index);

		if (owner == CLAIMS_NO_MEMORY)
			status = CLUSTERC_MACHINE;
		else if (owner != (ptrdiff_t)index)
			status = (int)clusterc_refuse_name(compiler, i, name_of(batch, (size_t)owner, room));
	}
	return status;
}

/* Waits with the lock until all profiles before have had their turn. */
static void begin_turn(struct batch *batch, size_t index)
{
	pthread_mutex_lock(&batch->lock);
	while (batch->turn != index)
		pthread_cond_wait(&batch->changed, &batch->lock);
}

static void end_turn(struct batch *batch)
{
	batch->turn++;
	pthread_cond_broadcast(&batch->changed);
	pthread_mutex_unlock(&batch->lock);
}

static void give_outcome(struct batch *batch, size_t index, struct outcome outcome)
{
	batch->slots[index % batch->slot_count] = outcome;
	tell(batch);
	pthread_cond_broadcast(&batch->changed);
}

/* Instead of what is told: they are in the profiles' order, too. */
static struct outcome found(struct batch *batch, const struct clusterc *compiler, size_t index, int status)
{
	char room[NAME_ROOM];

	findings_add(batch->findings, compiler, name_of(batch, index, room), status);
	return (struct outcome){.done = true, .status = status};
}

/* What is printed and what is told of it go out in one turn. */
static void finish_in_turn(struct batch *batch, struct clusterc *compiler, size_t index, int status)
{
	begin_turn(batch, index);
	if (!status && batch->work->claims)
		status = claim(batch, compiler, index);
	if (!status && batch->work->then)
		status = batch->work->then(compiler, batch->line, batch->count);
	give_outcome(batch, index, batch->findings ? found(batch, compiler, index, status) : outcome_of(compiler, status));
	end_turn(batch);
}

/* Only the names need a turn; the disk takes what it gets. */
static void finish_files(struct batch *batch, struct clusterc *compiler, size_t index, int status)
{
	struct outcome outcome;

	begin_turn(batch, index);
	if (!status)
		status = claim(batch, compiler, index);
	end_turn(batch);
	if (!status)
		status = batch->work->then(compiler, batch->line, batch->count);
	outcome = outcome_of(compiler, status);
	pthread_mutex_lock(&batch->lock);
	give_outcome(batch, index, outcome);
	pthread_mutex_unlock(&batch->lock);
}

/* Signals that end the program, and that can be held back. */
static void ending_signals(sigset_t *set)
{
	sigemptyset(set);
	sigaddset(set, SIGHUP);
	sigaddset(set, SIGINT);
	sigaddset(set, SIGQUIT);
	sigaddset(set, SIGTERM);
}

/* Whether one waits that run_threads() holds back. */
static bool is_to_end(void)
{
	sigset_t waiting, ending;

	ending_signals(&ending);
	sigpending(&waiting);
	for (int signal = 1; signal <= SIGTERM; signal++)
		if (sigismember(&ending, signal) == 1 && sigismember(&waiting, signal) == 1)
			return true;
	return false;
}

/* The next profile, or false when there are no more, when nobody reads what is printed, or the run is to end. */
static bool take(struct batch *batch, size_t *index)
{
	bool any;

	pthread_mutex_lock(&batch->lock);
	while (batch->taken < batch->count && batch->taken >= batch->told + batch->slot_count)
		pthread_cond_wait(&batch->changed, &batch->lock);
	any = batch->taken < batch->count && batch->worst != STATUS_USAGE && !ferror(stdout) && !(batch->threads && is_to_end());
	if (any)
		*index = batch->taken++;
	pthread_mutex_unlock(&batch->lock);
	return any;
}

static void compile_one(struct batch *batch, struct clusterc *compiler, size_t index)
{
	const char *path = batch->inputs.paths[batch->roster ? 0 : index];
	int status = (int)(batch->roster ? clusterc_compile_row(compiler, path, batch->roster, index) : clusterc_compile(compiler, path));

	(batch->work->writes ? finish_files : finish_in_turn)(batch, compiler, index, status);
}

/* --- All profiles ----------------------------------------------------------------------------------- */

int batch_warnings(struct clusterc *compiler, const struct request_line *line)
{
	for (int i = 0; i < line->warning_count; i++)
		if (!clusterc_warning(compiler, line->warnings[i])) {
			report_word("there is no warning", line->warnings[i]);
			fprintf(stderr, "; clusterc explain lists them\n");
			return STATUS_USAGE;
		}
	return 0;
}

/* Sets what the command line says of every profile; 0, or the exit status after a message. */
static int set_up(struct clusterc *compiler, const struct request_line *line)
{
	for (int i = 0; i < line->edit_count; i++)
		clusterc_set(compiler, line->edits[i]);
	if (line->manager)
		clusterc_manager_as(compiler, line->manager);
	clusterc_force(compiler, line->force);
	return batch_warnings(compiler, line);
}

/* One thread, with the choices that prepare() has checked. */
static void *work(void *subject)
{
	struct batch *batch = subject;
	struct clusterc *compiler = clusterc_new();
	size_t index;

	if (!compiler)
		return NULL;
	set_up(compiler, batch->line);
	while (take(batch, &index))
		compile_one(batch, compiler, index);
	clusterc_free(compiler);
	return NULL;
}

/* The main thread works, too; with fewer threads than were asked for, the rest does it. A signal to end is
 * held back until every thread is done with its profile: it would come between two files that belong together. */
static void run_threads(struct batch *batch, size_t jobs)
{
	pthread_t threads[JOBS_MOST];
	sigset_t ending, before;

	ending_signals(&ending);
	if (jobs > 1)
		pthread_sigmask(SIG_BLOCK, &ending, &before);
	pthread_mutex_lock(&batch->lock); /* nobody begins before all are there */
	while (batch->threads + 1 < jobs && !pthread_create(&threads[batch->threads], NULL, work, batch))
		batch->threads++;
	pthread_mutex_unlock(&batch->lock);
	work(batch);
	for (size_t i = 0; i < batch->threads; i++)
		pthread_join(threads[i], NULL);
	if (jobs > 1)
		pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (!batch->told && !ferror(stdout))
		batch->worst = no_memory();
}

/* Who waits for standard input wants to be able to end it. */
static size_t jobs_for(const struct batch *batch)
{
	for (size_t i = 0; i < batch->inputs.count; i++)
		if (!strcmp(batch->inputs.paths[i], "-"))
			return 1;
	return (size_t)batch->line->jobs < batch->count ? (size_t)batch->line->jobs : batch->count;
}

static int run(struct batch *batch)
{
	size_t jobs = jobs_for(batch);

	batch->slot_count = jobs * SLOTS_PER_JOB;
	batch->slots = calloc(batch->slot_count, sizeof *batch->slots);
	if (!batch->slots)
		return no_memory();
	progress_start(&batch->progress, batch->count, batch->work->then && !batch->work->writes);
	run_threads(batch, jobs);
	progress_clear(&batch->progress);
	if (batch->count > 1 && batch->worst != STATUS_USAGE && !batch->findings)
		sum_up(batch);
	free(batch->slots);
	return batch->worst;
}

/* One profile, which can be read many times. */
static int read_roster(struct batch *batch, struct clusterc *compiler)
{
	size_t errors;
	int status;

	if (batch->inputs.count > 1 || !strcmp(batch->inputs.paths[0], "-")) {
		fprintf(stderr, "clusterc: --each takes one profile, from a file\n");
		return STATUS_USAGE;
	}
	batch->roster = clusterc_roster_read(compiler, batch->line->each);
	status = (int)clusterc_status_of(compiler);
	if (batch->roster) {
		batch->count = clusterc_roster_count(batch->roster);
		return 0;
	}
	if (batch->findings)
		findings_add(batch->findings, compiler, batch->line->each, status);
	else if ((errors = report(compiler, stderr)))
		report_sum(batch->line->each, "", errors, batch->work->unwritten);
	else
		no_memory();
	return status;
}

/* What is said once, not by every thread; `compiler` keeps the roster. */
static int prepare(struct batch *batch, struct clusterc *compiler)
{
	const struct request_line *line = batch->line;
	int status = set_up(compiler, line);

	if (!status)
		status = inputs_read(&batch->inputs, line->arguments, line->argument_count, line->output);
	batch->count = batch->inputs.count;
	return !status && line->each ? read_roster(batch, compiler) : status;
}

int batch_run(const struct request_line *line, const struct batch_work *work_for_each, struct findings *findings)
{
	struct batch batch = {.line = line, .work = work_for_each, .findings = findings, .lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};
	struct clusterc *compiler = clusterc_new();
	int status = compiler ? prepare(&batch, compiler) : no_memory();

	if (!status)
		status = run(&batch);
	claims_free(&batch.claims);
	inputs_free(&batch.inputs);
	free(batch.last.text);
	clusterc_free(compiler);
	return status;
}
