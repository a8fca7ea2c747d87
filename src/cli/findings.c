/* findings: what was found in several files; and its plainest form, JSON of our own (docs/validate.md). */
#include "cli/findings.h"

#include <string.h>

#include "cli/options.h"
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

static void json_findings_add(struct findings *findings, const struct clusterc *compiler, const char *path, int status)
{
	struct json *json = &findings->json;
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

static void json_findings_begin(struct json *json)
{
	json_open(json, '{');
	json_number(json, "form", 1);
	json_entry(json, "clusterc", clusterc_version());
	json_name(json, "files");
	json_open(json, '[');
}

/* Known only now. */
static void json_findings_end(struct findings *findings, int status)
{
	struct json *json = &findings->json;

	json_close(json, ']');
	json_number(json, "status", status);
	json_close(json, '}');
	text_add_char(&json->out, '\n');
}

static const struct findings_form json_form = {"json", 0, json_findings_begin, json_findings_add, json_findings_end};

/* --- All forms ----------------------------------------------------------------------------------- */

const struct findings_form *findings_form_named(const char *name)
{
	static const struct findings_form *const forms[] = {&json_form, &sarif_form};

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (!strcmp(forms[i]->name, name))
			return forms[i];
	return NULL;
}

void findings_begin(struct findings *findings, const struct findings_form *form, FILE *to)
{
	*findings = (struct findings){.form = form, .to = to, .arena = arena_new(), .kept = arena_new()};
	findings->out_of_memory = !findings->arena || !findings->kept;
	findings->json = JSON_IN(findings->arena);
	findings->faults = JSON_IN(findings->kept);
	findings->faults.depth = form->fault_depth;
}

/* One call into the form, inside arena_try(), of either arena. */
struct call {
	struct findings *findings;
	const struct clusterc *compiler; /* NULL: the end */
	const char *path;
	int status;
	bool done;
};

static void call_form(void *subject)
{
	struct call *call = subject;
	struct findings *findings = call->findings;

	if (!findings->begun)
		findings->form->begin(&findings->json);
	if (call->compiler)
		findings->form->add(findings, call->compiler, call->path, call->status);
	else
		findings->form->end(findings, call->status);
	call->done = true;
}

static void try_form(void *subject)
{
	arena_try(((struct call *)subject)->findings->kept, call_form, subject);
}

/* What was written of a file before memory ran out isn't printed. */
static void print(struct call *call)
{
	struct findings *findings = call->findings, before = *findings;

	arena_try(findings->arena, try_form, call);
	if (call->done) {
		fwrite(findings->json.out.bytes, 1, findings->json.out.size, findings->to);
		findings->begun = true;
	} else {
		*findings = before;
		findings->out_of_memory = true;
	}
	arena_empty(findings->arena);
	findings->json.out = TEXT_IN(findings->arena);
}

void findings_add(struct findings *findings, const struct clusterc *compiler, const char *path, int status)
{
	if (!findings->out_of_memory)
		print(&(struct call){findings, compiler, path, status, false});
}

int findings_end(struct findings *findings, int status)
{
	bool printable = findings->arena && findings->kept;

	if (findings->out_of_memory)
		status = CLUSTERC_MACHINE;
	if (printable && status != STATUS_USAGE)
		print(&(struct call){findings, NULL, NULL, status, false});
	arena_free(findings->arena);
	arena_free(findings->kept);
	return findings->out_of_memory ? report_no_memory() : status;
}
