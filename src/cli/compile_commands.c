/* compile_commands: the commands that compile profiles: generate, validate, resolve, plan, graph. */
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
			fprintf(stderr, "clusterc: -W%s: there is no such warning; clusterc explain lists them\n", line->warnings[i]);
			return STATUS_USAGE;
		}
	return 0;
}

/* Prints what `bytes_of` gives for each cluster, and `between` before all but the first. */
static int print_each(struct clusterc *compiler, const char *(*bytes_of)(struct clusterc *, size_t, size_t *), const char *between)
{
	for (size_t i = 0; i < clusterc_cluster_count(compiler); i++) {
		size_t size;
		const char *bytes = bytes_of(compiler, i, &size);

		if (!bytes)
			return CLUSTERC_MACHINE;
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

/* Compiles one file and does the work. */
static int compile_one(struct clusterc *compiler, const char *path, const struct request_line *line, const struct work *work)
{
	const char *name = strcmp(path, "-") ? path : "<stdin>";
	int status = (int)clusterc_compile(compiler, path);
	size_t errors;

	if (!status)
		status = work->then(compiler, line);
	if (work->findings) {
		findings_add(work->findings, compiler, name, status);
		return status;
	}
	errors = report(compiler, stderr);
	if (status == CLUSTERC_MACHINE && !errors)
		fprintf(stderr, "clusterc: out of memory\n");
	else if (errors)
		fprintf(stderr, "clusterc: %s: %zu error%s%s\n", name, errors, errors == 1 ? "" : "s",
			work->then == print_nothing ? "" : ", nothing was written");
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
