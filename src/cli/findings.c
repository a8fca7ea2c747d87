/* findings: what was found in several files; and its plainest form, JSON of our own (docs/validate.md). */
#include "cli/findings.h"

#include <string.h>

#include "cli/report.h"
#include "cli/sarif.h"

static const char *const severities[] = {"warning", "error", "fatal"};

/* --- JSON -------------------------------------------------------------------------------------- */

static void add_diagnostic(struct json *json, const struct clusterc_diagnostic *one)
{
	json_item(json);
	json_open(json, '{');
	json_entry(json, "severity", severities[one->severity]);
	json_entry(json, "code", one->code);
	json_entry(json, "file", one->file);
	if (one->line) {
		json_number(json, "line", one->line);
		json_number(json, "column", one->column);
		json_number(json, "width", one->width);
	}
	json_entry(json, "text", one->text);
	json_entry(json, "help", one->help);
	json_close(json, '}');
}

static void add_clusters(struct json *json, const struct clusterc *compiler)
{
	json_name(json, "clusters");
	json_open(json, '[');
	for (size_t i = 0; i < clusterc_cluster_count(compiler); i++) {
		json_item(json);
		json_string(json, clusterc_cluster_name(compiler, i));
	}
	json_close(json, ']');
}

static void add_file(struct findings *findings, const struct clusterc *compiler, const char *path, int status)
{
	struct json *json = &findings->files;
	struct clusterc_diagnostic one;

	json_item(json);
	json_open(json, '{');
	json_entry(json, "file", path);
	json_number(json, "status", status);
	add_clusters(json, compiler);
	json_name(json, "diagnostics");
	json_open(json, '[');
	for (size_t i = 0; clusterc_diagnostic(compiler, i, &one); i++)
		add_diagnostic(json, &one);
	json_close(json, ']');
	json_number(json, "leftOut", (int64_t)clusterc_diagnostics_left_out(compiler));
	json_close(json, '}');
}

static const char *whole(struct findings *findings, int status)
{
	struct json json = JSON_IN(findings->arena);

	json_open(&json, '{');
	json_number(&json, "form", 1);
	json_entry(&json, "clusterc", clusterc_version());
	json_number(&json, "status", status);
	json_list(&json, "files", &findings->files);
	json_close(&json, '}');
	text_add_char(&json.out, '\n');
	return text_done(&json.out);
}

static const struct findings_form json_form = {"json", 2, 0, add_file, whole};

/* --- All forms ----------------------------------------------------------------------------------- */

const struct findings_form *findings_form_named(const char *name)
{
	static const struct findings_form *const forms[] = {&json_form, &sarif_form};

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (!strcmp(forms[i]->name, name))
			return forms[i];
	return NULL;
}

void findings_begin(struct findings *findings, const struct findings_form *form)
{
	*findings = (struct findings){.arena = arena_new(), .form = form};
	findings->out_of_memory = !findings->arena;
	findings->files = JSON_IN(findings->arena);
	findings->faults = JSON_IN(findings->arena);
	findings->files.depth = form->file_depth;
	findings->faults.depth = form->fault_depth;
}

void findings_free(struct findings *findings)
{
	arena_free(findings->arena);
}

/* One call into the form, inside arena_try(). */
struct call {
	struct findings *findings;
	const struct clusterc *compiler;
	const char *path, *whole;
	int status;
};

static void call_add(void *subject)
{
	const struct call *call = subject;

	call->findings->form->add(call->findings, call->compiler, call->path, call->status);
}

static void call_whole(void *subject)
{
	struct call *call = subject;

	call->whole = call->findings->form->whole(call->findings, call->status);
}

void findings_add(struct findings *findings, const struct clusterc *compiler, const char *path, int status)
{
	struct call call = {findings, compiler, path, NULL, status};

	if (!findings->out_of_memory && !arena_try(findings->arena, call_add, &call))
		findings->out_of_memory = true;
}

int findings_print(struct findings *findings, int status, FILE *to)
{
	struct call call = {findings, NULL, NULL, NULL, status};

	if (findings->out_of_memory || !arena_try(findings->arena, call_whole, &call))
		return report_no_memory();
	fputs(call.whole, to);
	return status;
}
