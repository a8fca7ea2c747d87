/* batch: one profile after the other, and what is told of them. */
#include "cli/batch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/claims.h"
#include "cli/findings.h"
#include "cli/inputs.h"
#include "cli/report.h"

struct batch {
	const struct request_line *line;
	const struct batch_work *work;
	struct findings *findings;
	struct clusterc *compiler;
	struct inputs inputs;
	const struct clusterc_roster *roster; /* each of its rows is a profile; NULL: each input is one */
	size_t count;                         /* of profiles */
	struct claims claims;
	char *last; /* the messages printed last, or NULL; free() */
	size_t last_size;
	size_t done, good, touched, different; /* how many profiles so far */
	int worst;
};

/* A profile as messages call it, in `room`; longer names are cut. */
enum { NAME_ROOM = 1024 };
static const char *batch_item_name(const struct batch *batch, size_t index, char room[NAME_ROOM])
{
	const char *path = batch->inputs.paths[batch->roster ? 0 : index];

	if (batch->roster)
		snprintf(room, NAME_ROOM, "%s:%u", batch->line->each, clusterc_roster_line(batch->roster, index));
	else
		snprintf(room, NAME_ROOM, "%s", strcmp(path, "-") ? path : "<stdin>");
	return room;
}

/* --- Messages ------------------------------------------------------------------------------------- */

/* Prints messages, and takes them over, unless they are those printed last: a mistake in what many profiles share is
 * printed once. Returns whether it was. */
static bool print_once(struct batch *batch, char *text, size_t size)
{
	if (batch->last && batch->last_size == size && !memcmp(batch->last, text, size)) {
		free(text);
		return false;
	}
	fwrite(text, 1, size, stderr);
	free(batch->last);
	batch->last = text;
	batch->last_size = size;
	return true;
}

/* Prints the compiler's messages; false if memory ran out. */
static bool print_messages(struct batch *batch, size_t *errors, const char **same)
{
	char *text = NULL;
	size_t size;
	FILE *to = open_memstream(&text, &size);

	if (to)
		*errors = report(batch->compiler, to);
	if (to && !fclose(to)) {
		*same = print_once(batch, text, size) ? "" : "the same ";
		return true;
	}
	free(text);
	*errors = 0;
	return false;
}

/* Prints what was found in a profile, and counts it; gives the status, which is another one if memory ran out. */
static int tell_outcome(struct batch *batch, size_t index, int status)
{
	char room[NAME_ROOM];
	const char *same = "";
	size_t errors = 0;

	if (clusterc_diagnostic_count(batch->compiler) && !print_messages(batch, &errors, &same))
		status = CLUSTERC_MACHINE;
	batch->different += status == STATUS_DIFFERENT && !errors;
	return report_sum(batch_item_name(batch, index, room), same, errors, batch->work->unwritten, status);
}

/* 12345 as "12,345", in `room`, which it returns. */
enum { NUMBER_ROOM = 32 };
static const char *grouped(size_t number, char room[NUMBER_ROOM])
{
	char digits[NUMBER_ROOM], *out = room;
	int count = snprintf(digits, sizeof digits, "%zu", number);

	for (int i = 0; i < count; i++) {
		if (i && (count - i) % 3 == 0)
			*out++ = ',';
		*out++ = digits[i];
	}
	*out = '\0';
	return room;
}

/* "3 written, 995 unchanged, 2 with errors", without what there is none of. */
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
		{batch->done - batch->good - batch->different, "with errors"},
	};
	const char *between = "";
	char room[NUMBER_ROOM];

	fprintf(stderr, "clusterc: %s profiles: ", grouped(batch->done, room));
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (!parts[i].count)
			continue;
		fprintf(stderr, "%s%s %s", between, grouped(parts[i].count, room), parts[i].what);
		between = ", ";
	}
	fprintf(stderr, "\n");
}

/* --- One profile ---------------------------------------------------------------------------------- */

/* Two profiles with clusters of one name would take each other's place, in files and in Kubernetes. */
static int claim(struct batch *batch, size_t index)
{
	struct clusterc *compiler = batch->compiler;
	char room[NAME_ROOM];
	int status = 0;

	for (size_t i = 0; i < clusterc_cluster_count(compiler) && !status; i++) {
		ptrdiff_t owner = claims_take(&batch->claims, clusterc_cluster_name(compiler, i), (ptrdiff_t)index);

		if (owner == CLAIMS_NO_MEMORY)
			status = CLUSTERC_MACHINE;
		else if (owner != (ptrdiff_t)index)
			status = (int)clusterc_refuse_name(compiler, i, batch_item_name(batch, (size_t)owner, room));
	}
	return status;
}

static int compile_one(struct batch *batch, size_t index)
{
	const char *path = batch->inputs.paths[batch->roster ? 0 : index];

	if (batch->roster)
		return (int)clusterc_compile_row(batch->compiler, path, batch->roster, index);
	return (int)clusterc_compile(batch->compiler, path);
}

/* Compiles a profile, does the command's work, and prints or keeps what was found. */
static void do_one(struct batch *batch, size_t index)
{
	char room[NAME_ROOM];
	int status = compile_one(batch, index);

	if (!status && batch->work->claims)
		status = claim(batch, index);
	if (!status && batch->work->then)
		status = batch->work->then(batch->compiler, batch->line, batch->count);
	if (batch->findings)
		findings_add(batch->findings, batch->compiler, batch_item_name(batch, index, room), status);
	else
		status = tell_outcome(batch, index, status);
	batch->worst = status > batch->worst ? status : batch->worst;
	batch->good += !status;
	batch->touched += !status && clusterc_written(batch->compiler);
	batch->done++;
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

/* All of them, unless the command line turns out to be wrong or nobody reads what is printed. */
static int compile_batch(struct batch *batch)
{
	while (batch->done < batch->count && batch->worst != STATUS_USAGE && !ferror(stdout))
		do_one(batch, batch->done);
	if (batch->count > 1 && batch->worst != STATUS_USAGE && !batch->findings)
		sum_up(batch);
	return batch->worst;
}

/* One profile, which can be read many times. */
static int read_batch_roster(struct batch *batch)
{
	const char *path = batch->line->each;
	int status;

	if (batch->inputs.count > 1 || !strcmp(batch->inputs.paths[0], "-")) {
		fprintf(stderr, "clusterc: --each takes one profile, from a file\n");
		return STATUS_USAGE;
	}
	batch->roster = clusterc_roster_read(batch->compiler, path);
	if (batch->roster) {
		batch->count = clusterc_roster_count(batch->roster);
		return 0;
	}
	status = (int)clusterc_status_of(batch->compiler);
	if (!batch->findings)
		return report_sum(path, "", report(batch->compiler, stderr), batch->work->unwritten, status);
	findings_add(batch->findings, batch->compiler, path, status);
	return status;
}

/* Does what the command line says of all profiles; 0, or the exit status after a message. */
static int prepare(struct batch *batch)
{
	const struct request_line *line = batch->line;
	int status = batch_warnings(batch->compiler, line);

	for (int i = 0; i < line->edit_count; i++)
		clusterc_set(batch->compiler, line->edits[i]);
	if (line->manager)
		clusterc_manager_as(batch->compiler, line->manager);
	clusterc_force(batch->compiler, line->force);
	clusterc_any_language(batch->compiler, batch->work->any_language);
	if (!status)
		status = inputs_read(&batch->inputs, line->arguments, line->argument_count, line->output);
	batch->count = batch->inputs.count;
	return !status && line->each ? read_batch_roster(batch) : status;
}

int batch_run(const struct request_line *line, const struct batch_work *work, struct findings *findings)
{
	struct batch batch = {.line = line, .work = work, .findings = findings, .compiler = clusterc_new()};
	int status = batch.compiler ? prepare(&batch) : report_no_memory();

	if (!status)
		status = compile_batch(&batch);
	claims_free(&batch.claims);
	inputs_free(&batch.inputs);
	free(batch.last);
	clusterc_free(batch.compiler);
	return status;
}
