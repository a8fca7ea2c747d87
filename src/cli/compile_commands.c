/* compile_commands: the commands that compile profiles: generate, validate, diff, resolve, plan, graph. */
#include "cli/commands.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/batch.h"
#include "cli/findings.h"
#include "cli/report.h"
#include "clusterc.h"

/* Prints what `bytes_of` gives for each cluster, and `between` before all but the first. All are made
 * before the first is printed: nothing is printed in part. */
static int print_each(struct clusterc *compiler, const char *(*bytes_of)(struct clusterc *, size_t, size_t *),
		      const char *between)
{
	size_t count = clusterc_cluster_count(compiler), size;

	for (size_t i = 0; i < count; i++)
		if (!bytes_of(compiler, i, &size))
			return CLUSTERC_MACHINE;
	for (size_t i = 0; i < count; i++) {
		const char *bytes = bytes_of(compiler, i, &size);

		fputs(i ? between : "", stdout);
		fwrite(bytes, 1, size, stdout);
	}
	return 0;
}

static int print_manifests(struct clusterc *compiler, const struct request_line *line, size_t profiles)
{
	(void)line;
	(void)profiles;
	return print_each(compiler, clusterc_manifest, "");
}

static int write_pairs_to_disk(struct clusterc *compiler, const struct request_line *line, size_t profiles)
{
	enum clusterc_status status = CLUSTERC_GOOD;

	(void)profiles;
	for (size_t i = 0; i < clusterc_cluster_count(compiler) && status == CLUSTERC_GOOD; i++)
		status = clusterc_write(compiler, i, line->output);
	return (int)status;
}

/* As a patch it has to keep every byte; a terminal gets it without what would do something to it. What is said of
 * it afterwards, to another stream, is to stand behind it, also where both go to one place. */
static void print_difference(const char *bytes, size_t size)
{
	if (isatty(STDOUT_FILENO))
		report_put_safe_lines(bytes, size, stdout);
	else
		fwrite(bytes, 1, size, stdout);
	fflush(stdout);
}

static int check_pairs_on_disk(struct clusterc *compiler, const struct request_line *line, size_t profiles)
{
	bool differs = false;

	(void)profiles;
	for (size_t i = 0; i < clusterc_cluster_count(compiler); i++) {
		const char *difference;
		size_t size;
		enum clusterc_status status = clusterc_check(compiler, i, line->output, &difference, &size);

		if (status != CLUSTERC_GOOD)
			return (int)status;
		print_difference(difference, size);
		if (size)
			fprintf(stderr,
				"clusterc: the files of the cluster %s aren't what its profile makes now; generate "
				"them again\n",
				clusterc_cluster_name(compiler, i));
		differs = differs || size;
	}
	return differs ? STATUS_DIFFERENT : 0;
}

static int print_resolved(struct clusterc *compiler, const struct request_line *line, size_t profiles)
{
	(void)line;
	(void)profiles;
	return print_each(compiler, clusterc_resolved, "");
}

static int print_plans(struct clusterc *compiler, const struct request_line *line, size_t profiles)
{
	int status = print_each(compiler, clusterc_plan, "\n");

	(void)line;
	/* Where more profiles follow, or have gone before. */
	fputs(profiles > 1 ? "\n" : "", stdout);
	return status;
}

/* One picture: two are neither an SVG nor a flowchart. */
static int print_graph(struct clusterc *compiler, const struct request_line *line, size_t profiles)
{
	size_t size, count = clusterc_cluster_count(compiler);
	const char *bytes;

	if (profiles > 1) {
		fprintf(stderr, "clusterc: graph draws one profile, and here are %zu\n", profiles);
		return STATUS_USAGE;
	}
	if (count > 1) {
		fprintf(stderr, "clusterc: graph draws one cluster, and here are %zu: give each a file of its own\n",
			count);
		return STATUS_USAGE;
	}
	bytes = clusterc_graph(compiler, 0, line->format, &size);
	if (!bytes)
		return CLUSTERC_MACHINE;
	fwrite(bytes, 1, size, stdout);
	return 0;
}

/* Tells what was found, and gives the status back. */
static int reported(const struct clusterc *compiler, const char *path, int status)
{
	const char *name = strcmp(path, "-") ? path : "<stdin>";

	return report_sum(name, "", report(compiler, stderr), "nothing was compared", status);
}

int command_generate(const struct request_line *line)
{
	static const struct batch_work printing = {
		.then = print_manifests, .claims = true, .unwritten = "nothing was written"};
	static const struct batch_work writing = {
		.then = write_pairs_to_disk, .claims = true, .files = true, .unwritten = "nothing was written"};
	static const struct batch_work checking = {
		.then = check_pairs_on_disk, .claims = true, .files = true, .unwritten = "nothing was compared"};

	return batch_run(line, line->check ? &checking : line->output ? &writing : &printing, NULL);
}

int command_validate(const struct request_line *line)
{
	static const struct batch_work checking = {.claims = true, .any_language = true};
	const struct findings_form *form = findings_form_named(line->format);
	struct findings findings;
	int status;

	if (!form)
		return batch_run(line, &checking, NULL);
	findings_begin(&findings, form, stdout);
	status = batch_run(line, &checking, &findings);
	return findings_end(&findings, status);
}

/* Compiles one of two sides; warnings about the one that goes are of no use any more. */
static int compile_side(struct clusterc *compiler, const char *path, const struct request_line *line, bool is_new)
{
	int status = batch_warnings(compiler, line);

	for (int i = 0; i < line->edit_count && is_new; i++)
		clusterc_set(compiler, line->edits[i]);
	if (status)
		return status;
	status = (int)clusterc_compile(compiler, path);
	if (is_new || status)
		status = reported(compiler, path, status);
	return status;
}

static int compare_sides(struct clusterc *old, struct clusterc *new, const struct request_line *line)
{
	const char *path = line->arguments[line->output ? 0 : 1], *words;
	int status = line->output ? 0 : compile_side(old, line->arguments[0], line, false);
	size_t size = 0;

	if (status)
		return status;
	status = compile_side(new, path, line, true);
	if (status)
		return status;
	if (line->output)
		status = (int)clusterc_diff_directory(new, line->output, &words, &size);
	else if (!(words = clusterc_diff(new, old, &size)))
		status = CLUSTERC_MACHINE;
	if (status)
		return reported(new, path, status);
	report_put_safe_lines(words, size, stdout);
	return size ? STATUS_DIFFERENT : 0;
}

int command_diff(const struct request_line *line)
{
	struct clusterc *old, *new;
	int status;

	if (line->argument_count != (line->output ? 1 : 2)) {
		fprintf(stderr, "clusterc: diff takes %s\n",
			line->output ? "one FILE with -o DIR" : "two profiles, OLD and NEW, or one and -o DIR");
		return STATUS_USAGE;
	}
	if (!line->output && !strcmp(line->arguments[0], "-") && !strcmp(line->arguments[1], "-")) {
		fprintf(stderr, "clusterc: standard input (-) can be read once only\n");
		return STATUS_USAGE;
	}
	old = clusterc_new();
	new = clusterc_new();
	status = old && new ? compare_sides(old, new, line) : report_no_memory();
	clusterc_free(old);
	clusterc_free(new);
	return status;
}

int command_resolve(const struct request_line *line)
{
	return batch_run(line, &(struct batch_work){.then = print_resolved, .unwritten = "nothing was written"}, NULL);
}

int command_plan(const struct request_line *line)
{
	return batch_run(line, &(struct batch_work){.then = print_plans, .unwritten = "nothing was written"}, NULL);
}

int command_graph(const struct request_line *line)
{
	return batch_run(line, &(struct batch_work){.then = print_graph, .unwritten = "nothing was written"}, NULL);
}
