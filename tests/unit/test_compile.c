/* The library through its public door. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "clusterc.h"

static enum clusterc_status compile(struct clusterc *compiler, const char *text)
{
	return clusterc_compile_bytes(compiler, "test.yaml", text, strlen(text));
}

static int set_up(void **state)
{
	*state = clusterc_new();
	return *state ? 0 : -1;
}

static int tear_down(void **state)
{
	clusterc_free(*state);
	return 0;
}

static const char two_lines[] = "name: words\nframework: spark\n";

static void two_lines_are_enough(void **state)
{
	struct clusterc *compiler = *state;
	size_t size;
	const char *bytes;

	assert_int_equal(compile(compiler, two_lines), CLUSTERC_GOOD);
	assert_int_equal(clusterc_diagnostic_count(compiler), 0);
	assert_int_equal(clusterc_cluster_count(compiler), 1);
	assert_string_equal(clusterc_cluster_name(compiler, 0), "words");
	bytes = clusterc_manifest(compiler, 0, &size);
	assert_int_equal(strlen(bytes), size);
	assert_non_null(strstr(bytes, "kind: NetworkPolicy"));
	bytes = clusterc_manager(compiler, 0, &size);
	assert_int_equal(strlen(bytes), size);
	assert_memory_equal(bytes, "#!/bin/sh\n", 10);
}

static void plans_and_pictures_are_made(void **state)
{
	static const char *const forms[][2] = {{"svg", "<svg "}, {"mermaid", "flowchart "}, {"dot", "digraph "}};
	struct clusterc *compiler = *state;
	const char *bytes, *again;
	size_t size;

	assert_int_equal(compile(compiler, two_lines), CLUSTERC_GOOD);
	bytes = clusterc_plan(compiler, 0, &size);
	assert_int_equal(strlen(bytes), size);
	assert_non_null(strstr(bytes, "requests.memory 24Gi"));
	assert_ptr_equal(clusterc_plan(compiler, 0, &size), bytes);
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		bytes = clusterc_graph(compiler, 0, forms[i][0], &size);
		assert_int_equal(strlen(bytes), size);
		assert_memory_equal(bytes, forms[i][1], strlen(forms[i][1]));
		again = clusterc_graph(compiler, 0, forms[i][0], &size);
		assert_string_equal(again, bytes);
	}
	assert_null(clusterc_graph(compiler, 0, "png", &size));
}

static void the_same_input_gives_the_same_bytes(void **state)
{
	struct clusterc *compiler = *state;
	size_t size, again;
	char *first;

	assert_int_equal(compile(compiler, two_lines), CLUSTERC_GOOD);
	first = strdup(clusterc_manifest(compiler, 0, &size));
	assert_int_equal(compile(compiler, "# another layout\nframework: 'spark'\nname: words"), CLUSTERC_GOOD);
	assert_string_equal(clusterc_manifest(compiler, 0, &again), first);
	free(first);
}

static void several_documents_are_several_clusters(void **state)
{
	struct clusterc *compiler = *state;

	assert_int_equal(compile(compiler, "name: a\nframework: spark\n---\nname: b\nframework: spark\n"),
			 CLUSTERC_GOOD);
	assert_int_equal(clusterc_cluster_count(compiler), 2);
	assert_string_equal(clusterc_cluster_name(compiler, 1), "b");
	assert_int_equal(compile(compiler, "name: a\nframework: spark\n---\nname: a\nframework: spark\n"),
			 CLUSTERC_WRONG);
	assert_int_equal(clusterc_cluster_count(compiler), 0);
}

static void diagnostics_are_complete(void **state)
{
	struct clusterc *compiler = *state;
	struct clusterc_diagnostic one;

	assert_int_equal(compile(compiler, "name: words\nframework: spark\nworkers: 2\n"), CLUSTERC_WRONG);
	assert_int_equal(clusterc_diagnostic_count(compiler), 1);
	assert_true(clusterc_diagnostic(compiler, 0, &one));
	assert_int_equal(one.severity, CLUSTERC_ERROR);
	assert_string_equal(one.code, "unknown-key");
	assert_string_equal(one.file, "test.yaml");
	assert_int_equal(one.line, 3);
	assert_int_equal(one.column, 1);
	assert_int_equal(one.width, 7);
	assert_memory_equal(one.source_line, "workers: 2", 10);
	assert_int_equal(one.source_line_size, 10);
	assert_false(clusterc_diagnostic(compiler, 1, &one));
}

static void warnings_can_be_chosen(void **state)
{
	struct clusterc *compiler = *state;
	const char *profile = "name: words\nframework: spark\nnamespace: default\n";

	assert_int_equal(compile(compiler, profile), CLUSTERC_GOOD);
	assert_int_equal(clusterc_diagnostic_count(compiler), 1);
	assert_true(clusterc_warning(compiler, "error"));
	assert_int_equal(compile(compiler, profile), CLUSTERC_WRONG);
	assert_true(clusterc_warning(compiler, "no-default-namespace"));
	assert_int_equal(compile(compiler, profile), CLUSTERC_GOOD);
	assert_int_equal(clusterc_diagnostic_count(compiler), 0);
	assert_false(clusterc_warning(compiler, "no-such-thing"));
	assert_false(clusterc_warning(compiler, "no-unknown-key")); /* an error can't be left out */
}

static void the_machine_is_told_from_the_profile(void **state)
{
	struct clusterc *compiler = *state;

	assert_int_equal(clusterc_compile(compiler, "/nonexistent/profile.yaml"), CLUSTERC_MACHINE);
	assert_int_equal(compile(compiler, two_lines), CLUSTERC_GOOD);
	assert_int_equal(clusterc_write(compiler, 0, "/proc/nothing"), CLUSTERC_MACHINE);
}

static void schemas_are_printed(void **state)
{
	char *schema = clusterc_schema("profile");

	(void)state;
	assert_non_null(schema);
	assert_non_null(strstr(schema, "2020-12"));
	free(schema);
	assert_null(clusterc_schema("nothing"));
}

static void what_is_built_in_can_be_listed(void **state)
{
	size_t size;

	(void)state;
	assert_true(clusterc_framework_count() >= 1);
	assert_string_equal(clusterc_framework_name(0), "spark");
	assert_string_equal(clusterc_framework_title(0), "Apache Spark");
	assert_memory_equal(clusterc_framework_source(0, &size), "# Apache Spark", 14);
	assert_string_equal(clusterc_version(), CLUSTERC_VERSION);
	assert_non_null(clusterc_code_meaning(0));
}

/* Text that is the caller's, about what there is; NULL about what there isn't. */
static void pages_are_printed(void **state)
{
	static const struct {
		char *(*page)(const char *name);
		const char *name, *begin;
	} rows[] = {
		{clusterc_reference, "diagnostics", "# The diagnostics\n"},
		{clusterc_reference, "site", "# The keys of a site\n"},
		{clusterc_explain_code, "gpu-lifetime", "gpu-lifetime (warning): "},
		{clusterc_keys, "profile", "name\nframework\n"},
	};
	char *text;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		text = rows[i].page(rows[i].name);
		assert_non_null(text);
		assert_memory_equal(text, rows[i].begin, strlen(rows[i].begin));
		free(text);
		assert_null(rows[i].page("nothing"));
	}
	text = clusterc_starter("dask", "a.json");
	assert_non_null(text);
	assert_memory_equal(text, "# yaml-language-server: $schema=a.json\n", 38);
	free(text);
	assert_null(clusterc_starter("nothing", "a.json"));
}

/* Compiles a profile in which one text of `size` bytes stands between the two; says how many diagnostics there are. */
static size_t told_with(struct clusterc *compiler, const char *before, size_t size, const char *after)
{
	char *text = malloc(strlen(before) + size + strlen(after) + 1);

	assert_non_null(text);
	strcpy(text, before);
	memset(text + strlen(before), 'x', size);
	strcpy(text + strlen(before) + size, after);
	compile(compiler, text);
	free(text);
	return clusterc_diagnostic_count(compiler);
}

/* Linux takes 131,072 bytes of one argument or variable, its name, '=' and the NUL at its end included. */
static void words_of_a_process_have_an_end(void **state)
{
	static const struct {
		const char *before, *after;
		size_t most;
	} places[] = {
		{"name: a\nframework: dask\nenv: {A: ", "}\n", 131071 - 2},
		{"name: a\nframework: dask\nworker: {env: {LONG: ", "}}\n", 131071 - 5},
		{"name: a\nframework: ray\nconfig: {RAY_A: ", "}\n", 131071 - 6},
		{"name: a\nframework: dask\nworker: {args: [", "]}\n", 131071},
		{"name: a\nframework: dask\nhead: {command: [", "]}\n", 131071},
	};
	struct clusterc_diagnostic one;

	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		assert_int_equal(told_with(*state, places[i].before, places[i].most, places[i].after), 0);
		assert_int_equal(told_with(*state, places[i].before, places[i].most + 1, places[i].after), 1);
		assert_true(clusterc_diagnostic(*state, 0, &one));
		assert_string_equal(one.code, "argument-too-long");
	}
}

/* A definition with this title, in a file of its own. */
static void define(const char *title)
{
	static const char role[] = "  command: [/bin/true]\n  cpu: 1\n  memory: 64Mi\n  storage: 64Mi\n  budget: "
				   "{minimum: 32Mi}\n  writable: [/tmp]\n";
	FILE *file = fopen("store-test.yaml", "w");

	assert_non_null(file);
	fprintf(file,
		"name: echo\ntitle: %s\nversion: 1\ndocs: https://example.org/\nimage: example.org/echo:1\nconnect: x\n"
		"user: {uid: 1000, gid: 1000, home: /tmp}\nhead:\n  term: leader\n%sworker:\n  term: follower\n%s",
		title, role, role);
	assert_int_equal(fclose(file), 0);
}

static void a_definition_that_changes_is_read_again(void **state)
{
	struct clusterc *compiler = *state;
	const char *profile = "name: words\nframework: ./store-test.yaml\n";
	size_t size;

	for (int i = 0; i < 2; i++) {
		define("First");
		assert_int_equal(compile(compiler, profile), CLUSTERC_GOOD);
		assert_non_null(strstr(clusterc_manifest(compiler, 0, &size), ": First 1."));
		assert_int_equal(compile(compiler, profile), CLUSTERC_GOOD);
		assert_non_null(strstr(clusterc_manifest(compiler, 0, &size), ": First 1."));
		define("[]");
		for (int j = 0; j < 2; j++) {
			assert_int_equal(compile(compiler, profile), CLUSTERC_WRONG);
			assert_int_equal(clusterc_diagnostic_count(compiler), 1);
		}
	}
	remove("store-test.yaml");
	assert_int_equal(compile(compiler, profile), CLUSTERC_WRONG);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(two_lines_are_enough, set_up, tear_down),
		cmocka_unit_test_setup_teardown(plans_and_pictures_are_made, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_same_input_gives_the_same_bytes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(several_documents_are_several_clusters, set_up, tear_down),
		cmocka_unit_test_setup_teardown(diagnostics_are_complete, set_up, tear_down),
		cmocka_unit_test_setup_teardown(warnings_can_be_chosen, set_up, tear_down),
		cmocka_unit_test_setup_teardown(words_of_a_process_have_an_end, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_definition_that_changes_is_read_again, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_machine_is_told_from_the_profile, set_up, tear_down),
		cmocka_unit_test(schemas_are_printed),
		cmocka_unit_test(pages_are_printed),
		cmocka_unit_test(what_is_built_in_can_be_listed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
