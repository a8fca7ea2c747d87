/* compile_commands: the commands that compile profiles: generate, validate, diff, resolve, plan, graph. */
#include "cli/commands.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/findings.h"
#include "cli/report.h"
#include "clusterc.h"

/* Sets -W; 0, or the exit status after a message. */
static int set_warnings(struct clusterc *compiler, const struct request_line *line)
{
	for (int i = 0; i < line->warning_count; i++)
		if (!clusterc_warning(compiler, line->warnings[i])) {
			report_word("there is no warning", line->warnings[i]);
			fprintf(stderr, "; clusterc explain lists them\n");
			return STATUS_USAGE;
		}
	return 0;
}

/* Prints what `bytes_of` gives for each cluster, and `between` before all but the first. All are made
 * before the first is printed: nothing is printed in part. */
static int print_each(struct clusterc *compiler, const char *(*bytes_of)(struct clusterc *, size_t, size_t *), const char *between)
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

static int print_manifests(struct clusterc *compiler, const struct request_line *line)
{
	(void)line;
	return print_each(compiler, clusterc_manifest, "");
}

static int write_pairs(struct clusterc *compiler, const struct request_line *line)
{
	enum clusterc_status status = CLUSTERC_GOOD;

	for (size_t i = 0; i < clusterc_cluster_count(compiler) && status == CLUSTERC_GOOD; i++)
		status = clusterc_write(compiler, i, line->output);
	return (int)status;
}

/* As a patch it has to keep every byte; a terminal gets it without what would do something to it. */
static void print_difference(const char *bytes, size_t size)
{
	if (isatty(STDOUT_FILENO))
		put_safe_lines(bytes, size, stdout);
	else
		fwrite(bytes, 1, size, stdout);
}

static int check_pairs(struct clusterc *compiler, const struct request_line *line)
{
	bool differs = false;

	for (size_t i = 0; i < clusterc_cluster_count(compiler); i++) {
		const char *difference;
		size_t size;
		enum clusterc_status status = clusterc_check(compiler, i, line->output, &difference, &size);

		if (status != CLUSTERC_GOOD)
			return (int)status;
		print_difference(difference, size);
		if (size)
			fprintf(stderr, "clusterc: the files of the cluster %s aren't what its profile makes now; generate them again\n",
				clusterc_cluster_name(compiler, i));
		differs = differs || size;
	}
	return differs ? STATUS_DIFFERENT : 0;
}

static int print_resolved(struct clusterc *compiler, const struct request_line *line)
{
	(void)line;
	return print_each(compiler, clusterc_resolved, "");
}

static int print_plans(struct clusterc *compiler, const struct request_line *line)
{
	int status = print_each(compiler, clusterc_plan, "\n");

	/* Where more files follow, or have gone before. */
	fputs(line->argument_count > 1 ? "\n" : "", stdout);
	return status;
}

/* One picture: two are neither an SVG nor a flowchart. */
static int print_graph(struct clusterc *compiler, const struct request_line *line)
{
	size_t size, count = clusterc_cluster_count(compiler);
	const char *bytes;

	if (count > 1) {
		fprintf(stderr, "clusterc: graph draws one cluster, and here are %zu: give each a file of its own\n", count);
		return STATUS_USAGE;
	}
	bytes = clusterc_graph(compiler, 0, line->format, &size);
	if (!bytes)
		return CLUSTERC_MACHINE;
	fwrite(bytes, 1, size, stdout);
	return 0;
}

static int print_nothing(struct clusterc *compiler, const struct request_line *line)
{
	(void)compiler;
	(void)line;
	return 0;
}

/* What is done with each file once it is compiled. */
struct work {
	int (*then)(struct clusterc *, const struct request_line *); /* with what came out, where it is right */
	struct findings *findings; /* takes what was found; NULL: it is printed */
};

static void print_sum(const char *path, size_t errors, const char *outcome)
{
	fprintf(stderr, "clusterc: ");
	put_safe(strcmp(path, "-") ? path : "<stdin>", stderr);
	fprintf(stderr, ": %zu error%s%s%s\n", errors, errors == 1 ? "" : "s", outcome ? ", " : "", outcome ? outcome : "");
}

/* Tells what was found, and gives the status back. */
static int reported(const struct clusterc *compiler, const char *path, int status, const char *outcome)
{
	size_t errors = report(compiler, stderr);

	if (status == CLUSTERC_MACHINE && !errors)
		fprintf(stderr, "clusterc: out of memory\n");
	else if (errors)
		print_sum(path, errors, outcome);
	return status;
}

/* Compiles one file and does the work. */
static int compile_one(struct clusterc *compiler, const char *path, const struct request_line *line, const struct work *work)
{
	int status = (int)clusterc_compile(compiler, path);

	if (!status)
		status = work->then(compiler, line);
	if (!work->findings)
		return reported(compiler, path, status, work->then == print_nothing ? NULL : "nothing was written");
	findings_add(work->findings, compiler, strcmp(path, "-") ? path : "<stdin>", status);
	return status;
}

/* All files, whatever happens to one of them; the worst status is the answer. */
static int do_all(const struct request_line *line, const struct work *work)
{
	struct clusterc *compiler = clusterc_new();
	int worst;

	if (!compiler) {
		fprintf(stderr, "clusterc: out of memory\n");
		return CLUSTERC_MACHINE;
	}
	worst = set_warnings(compiler, line);
	for (int i = 0; i < line->edit_count; i++)
		clusterc_set(compiler, line->edits[i]);
	for (int i = 0; i < line->argument_count && worst != STATUS_USAGE; i++) {
		int status = compile_one(compiler, line->arguments[i], line, work);

		worst = status > worst ? status : worst;
	}
	clusterc_free(compiler);
	return worst;
}

static int compile_all(const struct request_line *line, int (*then)(struct clusterc *, const struct request_line *))
{
	return do_all(line, &(struct work){then, NULL});
}

int run_generate(const struct request_line *line)
{
	return compile_all(line, line->check ? check_pairs : line->output ? write_pairs : print_manifests);
}

int run_validate(const struct request_line *line)
{
	const struct findings_form *form = findings_form_named(line->format);
	struct findings findings;
	int status;

	if (!form)
		return compile_all(line, print_nothing);
	findings_begin(&findings, form);
	status = do_all(line, &(struct work){print_nothing, &findings});
	if (status != STATUS_USAGE)
		status = findings_print(&findings, status, stdout);
	findings_free(&findings);
	return status;
}

/* Compiles one of two sides; warnings about the one that goes are of no use any more. */
static int compile_side(struct clusterc *compiler, const char *path, const struct request_line *line, bool is_new)
{
	int status = set_warnings(compiler, line);

	for (int i = 0; i < line->edit_count && is_new; i++)
		clusterc_set(compiler, line->edits[i]);
	if (status)
		return status;
	status = (int)clusterc_compile(compiler, path);
	if (is_new || status)
		status = reported(compiler, path, status, "nothing was compared");
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
		return reported(new, path, status, "nothing was compared");
	put_safe_lines(words, size, stdout);
	return size ? STATUS_DIFFERENT : 0;
}

int run_diff(const struct request_line *line)
{
	struct clusterc *old, *new;
	int status = CLUSTERC_MACHINE;

	if (line->argument_count != (line->output ? 1 : 2)) {
		fprintf(stderr, "clusterc: diff takes %s\n", line->output ? "one FILE with -o DIR" : "two profiles, OLD and NEW, or one and -o DIR");
		return STATUS_USAGE;
	}
	if (!line->output && !strcmp(line->arguments[0], "-") && !strcmp(line->arguments[1], "-")) {
		fprintf(stderr, "clusterc: standard input (-) can be read once only\n");
		return STATUS_USAGE;
	}
	old = clusterc_new();
	new = clusterc_new();
	if (old && new)
		status = compare_sides(old, new, line);
	else
		fprintf(stderr, "clusterc: out of memory\n");
	clusterc_free(old);
	clusterc_free(new);
	return status;
}

int run_resolve(const struct request_line *line)
{
	return compile_all(line, print_resolved);
}

int run_plan(const struct request_line *line)
{
	return compile_all(line, print_plans);
}

int run_graph(const struct request_line *line)
{
	return compile_all(line, print_graph);
}
