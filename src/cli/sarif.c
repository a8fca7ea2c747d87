/* sarif: findings as a log in the Static Analysis Results Interchange Format, which code hosts and
 * editors read. Numbers of sections are those of SARIF 2.1.0 (OASIS Standard, with errata 01). */
#include "cli/sarif.h"

#include <string.h>

#include "base/diag.h"

/* What stops the tool is no finding about a file. */
static bool is_fault(enum clusterc_severity severity)
{
	return severity == CLUSTERC_FATAL;
}

/* A message's braces are doubled, since {0} would stand for an argument (3.11.5). */
static const char *escaped(struct arena *arena, const char *text)
{
	struct text out = TEXT_IN(arena);

	for (; *text; text++) {
		text_add_char(&out, *text);
		if (*text == '{' || *text == '}')
			text_add_char(&out, *text);
	}
	return text_done(&out);
}

static void put_message(struct json *json, const char *text, const char *help)
{
	struct arena *arena = json->out.arena;

	if (help)
		text = text_join(arena, text, "\nhelp: ", help, NULL);
	json_name(json, "message");
	json_open(json, '{');
	json_entry(json, "text", escaped(arena, text));
	json_close(json, '}');
}

/* A path as a URI (RFC 3986, 2 and 4.2): a relative one stays relative, to whatever is analysed. */
static const char *uri_of(struct arena *arena, const char *path)
{
	static const char hex[] = "0123456789ABCDEF";
	struct text out = TEXT_IN(arena);

	while (!strncmp(path, "./", 2))
		path += 2 + strspn(path + 2, "/");
	text_add(&out, *path == '/' ? "file://" : "");
	for (; *path; path++) {
		unsigned char byte = (unsigned char)*path;

		if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
		    strchr("-._~/", byte)) {
			text_add_char(&out, *path);
			continue;
		}
		text_add_char(&out, '%');
		text_add_char(&out, hex[byte >> 4]);
		text_add_char(&out, hex[byte & 15]);
	}
	return text_done(&out);
}

/* The end is the column behind the last character (3.30.8). */
static void put_region(struct json *json, const struct clusterc_diagnostic *one)
{
	json_name(json, "region");
	json_open(json, '{');
	json_number(json, "startLine", one->line);
	json_number(json, "startColumn", one->column);
	json_number(json, "endColumn", (int64_t)one->column + one->width);
	json_close(json, '}');
}

static void put_locations(struct json *json, const struct clusterc_diagnostic *one)
{
	if (!one->file)
		return;
	json_name(json, "locations");
	json_open(json, '[');
	json_item(json);
	json_open(json, '{');
	json_name(json, "physicalLocation");
	json_open(json, '{');
	json_name(json, "artifactLocation");
	json_open(json, '{');
	json_entry(json, "uri", uri_of(json->out.arena, one->file));
	json_close(json, '}');
	if (one->line)
		put_region(json, one);
	json_close(json, '}');
	json_close(json, '}');
	json_close(json, ']');
}

/* Where among the tool's rules, or among its notifications, the code is described (3.27.6). */
static int64_t index_of(const char *code, bool faults)
{
	int64_t index = 0;

	for (size_t i = 0; strcmp(clusterc_code_name(i), code); i++)
		index += is_fault(clusterc_code_severity(i)) == faults;
	return index;
}

static void sarif_add_result(struct json *json, const struct clusterc_diagnostic *one)
{
	json_item(json);
	json_open(json, '{');
	json_entry(json, "ruleId", one->code);
	json_number(json, "ruleIndex", index_of(one->code, false));
	json_entry(json, "level", severity_words[one->severity]);
	put_message(json, one->text, one->help);
	put_locations(json, one);
	json_close(json, '}');
}

static void add_notification(struct json *json, const struct clusterc_diagnostic *one)
{
	json_item(json);
	json_open(json, '{');
	if (one->code) {
		json_name(json, "descriptor");
		json_open(json, '{');
		json_entry(json, "id", one->code);
		json_number(json, "index", index_of(one->code, true));
		json_close(json, '}');
	}
	json_entry(json, "level", severity_words[one->severity]);
	put_message(json, one->text, one->help);
	put_locations(json, one);
	json_close(json, '}');
}

static void sarif_add(struct findings *findings, const struct clusterc *compiler, const char *path, int status)
{
	size_t left_out = clusterc_diagnostics_left_out(compiler);
	struct clusterc_diagnostic one;

	for (size_t i = 0; clusterc_diagnostic(compiler, i, &one); i++)
		if (is_fault(one.severity))
			add_notification(&findings->faults, &one);
		else
			sarif_add_result(&findings->json, &one);
	one = (struct clusterc_diagnostic){.severity = CLUSTERC_WARNING, .file = path};
	if (left_out) {
		one.text = text_format(findings->kept, "%zu more were found; the first are told", left_out);
		add_notification(&findings->faults, &one);
	}
	if (status == CLUSTERC_MACHINE && !clusterc_diagnostic_count(compiler)) {
		one.severity = CLUSTERC_FATAL;
		one.text = "out of memory";
		add_notification(&findings->faults, &one);
	}
}

/* The short description is one sentence (3.49.9): the first. */
static void put_description(struct json *json, const char *name, const char *text, size_t size)
{
	json_name(json, name);
	json_open(json, '{');
	json_entry(json, "text", text_copy(json->out.arena, text, size));
	json_close(json, '}');
}

static size_t first_sentence(const char *text)
{
	const char *end = strstr(text, ". ");

	return end ? (size_t)(end - text) + 1 : strlen(text);
}

static void put_descriptors(struct json *json, const char *name, bool faults)
{
	const char *code;

	json_name(json, name);
	json_open(json, '[');
	for (size_t i = 0; (code = clusterc_code_name(i)); i++) {
		const char *meaning = clusterc_code_meaning(i);

		if (is_fault(clusterc_code_severity(i)) != faults)
			continue;
		json_item(json);
		json_open(json, '{');
		json_entry(json, "id", code);
		put_description(json, "shortDescription", meaning, first_sentence(meaning));
		put_description(json, "fullDescription", meaning, strlen(meaning));
		json_name(json, "defaultConfiguration");
		json_open(json, '{');
		json_entry(json, "level", severity_words[clusterc_code_severity(i)]);
		json_close(json, '}');
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void put_tool(struct json *json)
{
	json_name(json, "tool");
	json_open(json, '{');
	json_name(json, "driver");
	json_open(json, '{');
	json_entry(json, "name", "clusterc");
	json_entry(json, "version", clusterc_version());
	put_descriptors(json, "rules", false);
	put_descriptors(json, "notifications", true);
	json_close(json, '}');
	json_close(json, '}');
}

/* A profile that is wrong is what the tool is for; it succeeded unless the machine, or itself, failed. */
static void put_invocation(struct json *json, const struct json *faults, int status)
{
	json_name(json, "invocations");
	json_open(json, '[');
	json_item(json);
	json_open(json, '{');
	json_truth(json, "executionSuccessful", status < CLUSTERC_MACHINE);
	json_number(json, "exitCode", status);
	json_list(json, "toolExecutionNotifications", faults);
	json_close(json, '}');
	json_close(json, ']');
}

static void sarif_begin(struct json *json)
{
	json_open(json, '{');
	json_entry(json, "$schema",
		   "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
	json_entry(json, "version", "2.1.0");
	json_name(json, "runs");
	json_open(json, '[');
	json_item(json);
	json_open(json, '{');
	put_tool(json);
	json_entry(json, "columnKind", "unicodeCodePoints");
	json_name(json, "results");
	json_open(json, '[');
}

/* How it went is known only now. */
static void sarif_end(struct findings *findings, int status)
{
	struct json *json = &findings->json;

	json_close(json, ']');
	put_invocation(json, &findings->faults, status);
	json_close(json, '}');
	json_close(json, ']');
	json_close(json, '}');
	text_add_char(&json->out, '\n');
}

const struct findings_form sarif_form = {"sarif", 6, sarif_begin, sarif_add, sarif_end};
