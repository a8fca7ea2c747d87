/* What is written: YAML that libyaml reads back the same, words the shell reads back the
 * same, settings, files whole or not at all. */
#include "unit.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yaml.h>

#include "base/quote.h"
#include "cluster/settings.h"
#include "write/manager.h"
#include "write/output.h"
#include "write/page.h"
#include "write/yaml.h"

static const char *const awkward[] = {
	"",
	" ",
	"no",
	"No",
	"yes",
	"y",
	"on",
	"off",
	"true",
	"null",
	"~",
	"1",
	"1e3",
	"0o14",
	"014",
	"0x1F",
	"0b11",
	"1_000",
	"1,000",
	".5",
	"-1",
	"+1",
	"-.inf",
	".NaN",
	"12:30:45",
	"190:20:30",
	"=",
	"<<",
	"-",
	"- x",
	"--",
	"---",
	"---x",
	"...",
	"? a",
	": a",
	"a:",
	"a: b",
	"a #b",
	"#a",
	"a ",
	" a",
	"\ta",
	"a\tb",
	"a\n",
	"a\nb",
	"a\nb\n",
	"\na\n",
	"a\n\n",
	" a\nb\n",
	"a \nb\n",
	"a\n\n b\n",
	"\n",
	"'",
	"\"",
	"a'b",
	"a\"b",
	"\\",
	"a\\b",
	"@a",
	"`a",
	"%a",
	"!a",
	"&a",
	"*a",
	"|",
	">",
	"[",
	"]",
	"{a}",
	"a,b",
	"2026-11-23",
	"2001-12-14t21:59:43.10-05:00",
	"\xc3\xa9",
	"\xf0\x9f\x98\x80",
	"\xc2\x85",
	"\xe2\x80\xa8",
	"\xe2\x80\xa9",
	"\xef\xbb\xbf",
	"\x7f",
	"\x1b[31m",
	"\xc2\x9b",
	"\xef\xbf\xbe",
	"\r",
	"a\r\nb\n",
	"$(POD_IP)",
	"${x}",
	"spark://a:7077",
	"C:\\x",
	"8080",
	"4Gi",
	"500m",
	"key: |",
	"tail:\n",
};
enum { AWKWARD = sizeof awkward / sizeof *awkward };

/* The scalars of a document, in order, as libyaml reads them. */
static size_t scalars(struct scene *scene, const struct text *yaml, const char **values, size_t most)
{
	yaml_parser_t parser;
	yaml_event_t event;
	size_t count = 0;
	bool ended = false;

	assert_true(yaml_parser_initialize(&parser));
	yaml_parser_set_input_string(&parser, (const unsigned char *)yaml->bytes, yaml->size);
	while (!ended) {
		if (!yaml_parser_parse(&parser, &event))
			fail_msg("line %zu: %s", parser.problem_mark.line + 1, parser.problem);
		ended = event.type == YAML_STREAM_END_EVENT;
		if (event.type == YAML_SCALAR_EVENT && count < most)
			values[count++] = text_copy(scene->arena, (const char *)event.data.scalar.value,
						    event.data.scalar.length);
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	return count;
}

/* Every awkward string as a value, as an item, as a key, and deep inside. */
IN_ARENA(libyaml_reads_back_every_string)
{
	for (size_t i = 0; i < AWKWARD; i++) {
		struct object *document = object_document(scene->arena, "a comment\nof two lines"), *list, *map;
		struct text yaml = TEXT_IN(scene->arena);
		const char *values[10];

		object_put_text(document, "value", awkward[i]);
		list = object_put_list(document, "list");
		object_add_text(list, awkward[i]);
		map = object_add_map(list);
		object_put_text(map, "inside", awkward[i]);
		object_put_text(map, "after", "x");
		object_put_text(document, awkward[i], "its value");
		yaml_write(&yaml, document);
		text_done(&yaml);
		assert_int_equal(scalars(scene, &yaml, values, 10), 10);
		assert_string_equal(values[1], awkward[i]);
		assert_string_equal(values[3], awkward[i]);
		assert_string_equal(values[5], awkward[i]);
		assert_string_equal(values[8], awkward[i]);
	}
}

static void only_safe_strings_are_plain(void **state)
{
	static const char *const plain[] = {"a",   "4Gi",       "500m", "/tmp", "--host", "$(POD_IP)", "spark://a:7077",
					    "a b", "-XX:+Exit", "a,b"};
	static const char *const quoted[] = {"no",         "1",   "1e3", "12:30", "~",    "",   "a: b",
					     "a #b",       "- a", "---", "=",     "<<",   ".5", "1,000",
					     "2026-11-23", "0x1", "+1",  "null",  "True", "Y",  "\xc3\xa9",
					     "a:",         "a ",  "8d",  ".inf",  "...x"};

	(void)state;
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		assert_true(yaml_plain_size(plain[i]));
	for (size_t i = 0; i < sizeof quoted / sizeof *quoted; i++)
		assert_false(yaml_plain_size(quoted[i]));
}

IN_ARENA(trees_are_laid_out_as_reviewers_expect)
{
	struct object *document = object_document(scene->arena, NULL), *list, *item;
	struct text yaml = TEXT_IN(scene->arena);

	object_put_number(document, "number", -5);
	object_put_truth(object_put_map(document, "map"), "t", true);
	list = object_put_list(document, "list");
	item = object_add_map(list);
	object_put_text(item, "a", "1");
	object_put_map(item, "empty");
	object_add_text(list, "x\ny\n");
	object_put_list(document, "none");
	object_put_text(document, "left out", NULL);
	yaml_write(&yaml, document);
	assert_string_equal(text_done(&yaml), "---\nnumber: -5\nmap:\n  t: true\nlist:\n  - a: \"1\"\n    empty: {}\n"
					      "  - |\n    x\n    y\nnone: []\n");
}

/* --- the shell ------------------------------------------------------------------------------------- */

/* What sh reads back is what went in. */
IN_ARENA(the_shell_reads_back_every_string)
{
	char path[] = "/tmp/clusterc-test-XXXXXX";
	int file = mkstemp(path);

	assert_true(file >= 0);
	for (size_t i = 0; i < AWKWARD; i++) {
		struct text script = TEXT_IN(scene->arena);
		char back[200] = "";
		size_t size;
		FILE *shell;

		text_add(&script, "x=");
		quote_shell(&script, awkward[i]);
		text_add(&script, "\nprintf '%s' \"$x\"\n");
		text_done(&script);
		assert_int_equal(ftruncate(file, 0), 0);
		assert_int_equal(pwrite(file, script.bytes, script.size, 0), script.size);
		shell = popen(text_format(scene->arena, "sh %s", path), "r");
		size = fread(back, 1, sizeof back - 1, shell);
		assert_int_equal(pclose(shell), 0);
		back[size] = '\0';
		assert_string_equal(back, awkward[i]);
	}
	close(file);
	unlink(path);
}

/* --- settings --------------------------------------------------------------------------------------- */

IN_ARENA(properties_are_escaped)
{
	struct pairs pairs = {0};

	pairs_set(scene->arena, &pairs, "a.b", "plain = : # !");
	pairs_set(scene->arena, &pairs, "k e:y=", "  two\nlines\\");
	pairs_set(scene->arena, &pairs, "caf\xc3\xa9", "\xe2\x82\xac\xf0\x9f\x98\x80\x7f");
	assert_string_equal(settings_write(scene->arena, CONFIG_PROPERTIES, &pairs),
			    "a.b=plain = : # !\nk\\ e\\:y\\==\\ \\ two\\nlines\\\\\n"
			    "caf\\u00e9=\\u20ac\\ud83d\\ude00\\u007f\n");
}

IN_ARENA(lines_are_written_as_they_are)
{
	struct pairs pairs = {0};

	pairs_set(scene->arena, &pairs, "btl_tcp", "a\\b \"c\" = # \xc3\xa9");
	assert_string_equal(settings_write(scene->arena, CONFIG_LINES, &pairs), "btl_tcp = a\\b \"c\" = # \xc3\xa9\n");
}

/* --- files --------------------------------------------------------------------------------------------- */

static const char *content(struct scene *scene, const char *path)
{
	char *bytes = arena_alloc(scene->arena, 100);
	FILE *file = fopen(path, "r");

	if (!file)
		return NULL;
	bytes[fread(bytes, 1, 99, file)] = '\0';
	fclose(file);
	return bytes;
}

static const struct output_file two_files[] = {
	{"a", "# " OUTPUT_MARK "1\none", sizeof "# " OUTPUT_MARK "1\none" - 1, 0666},
	{"b", "two", 3, 0777},
};

static struct output_result write_two(struct scene *scene, const char *directory)
{
	return output_write(scene->arena, directory, two_files, 2, false);
}

IN_ARENA(files_are_written_both)
{
	char directory[] = "/tmp/clusterc-test-XXXXXX";
	const char *deep, *a, *b;
	struct stat first, again;
	struct output_result result;

	assert_non_null(mkdtemp(directory));
	deep = text_join(scene->arena, directory, "/x/y", NULL);
	a = text_join(scene->arena, deep, "/a", NULL);
	b = text_join(scene->arena, deep, "/b", NULL);
	result = write_two(scene, deep);
	assert_true(result.written && !result.fault && !result.foreign);
	assert_string_equal(content(scene, a), two_files[0].bytes);
	assert_string_equal(content(scene, b), "two");
	assert_int_equal(stat(a, &first), 0);
	result = write_two(scene, deep);
	assert_false(result.written || result.fault || result.foreign);
	assert_int_equal(stat(a, &again), 0);
	assert_true(first.st_ino == again.st_ino); /* the same bytes: not touched */
	assert_int_equal(stat(b, &first), 0);
	assert_int_equal(first.st_mode & 0100, 0100);
	unlink(a);
	unlink(b);
	rmdir(deep);
	rmdir(text_join(scene->arena, directory, "/x", NULL));
	assert_int_equal(rmdir(directory), 0); /* and no temporary file is left */
}

IN_ARENA(when_one_cannot_be_written_none_is)
{
	char directory[] = "/tmp/clusterc-test-XXXXXX";
	const char *b;

	assert_non_null(mkdtemp(directory));
	b = text_join(scene->arena, directory, "/b", NULL);
	assert_int_equal(mkdir(b, 0777), 0);
	assert_non_null(write_two(scene, directory).fault);
	assert_null(content(scene, text_join(scene->arena, directory, "/a", NULL)));
	rmdir(b);
	assert_int_equal(rmdir(directory), 0);
	assert_non_null(write_two(scene, "/proc/nothing").fault);
}

static void put_content(const char *path, const char *bytes)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(bytes, file);
	assert_int_equal(fclose(file), 0);
}

/* What has the mark is replaced; what hasn't, an empty file and a link too, only by force. */
IN_ARENA(files_of_others_are_left_alone)
{
	char directory[] = "/tmp/clusterc-test-XXXXXX";
	const char *a, *b;

	assert_non_null(mkdtemp(directory));
	a = text_join(scene->arena, directory, "/a", NULL);
	b = text_join(scene->arena, directory, "/b", NULL);
	put_content(b, "# notes\n# Made by me\n");
	assert_string_equal(write_two(scene, directory).foreign, b);
	assert_null(content(scene, a));
	put_content(b, "");
	assert_string_equal(write_two(scene, directory).foreign, b);
	put_content(b, "# " OUTPUT_MARK "0");
	assert_true(write_two(scene, directory).written);
	assert_int_equal(unlink(b), 0);
	assert_int_equal(symlink(a, b), 0);
	assert_string_equal(write_two(scene, directory).foreign, b);
	assert_true(output_write(scene->arena, directory, two_files, 2, true).written);
	assert_string_equal(content(scene, b), "two");
	assert_string_equal(content(scene, a), two_files[0].bytes);
	unlink(a);
	unlink(b);
	assert_int_equal(rmdir(directory), 0);
}

/* A line takes what fits it exactly; one character more goes on in the next one. */
IN_ARENA(lines_are_broken_where_the_page_ends)
{
	struct text out = TEXT_IN(scene->arena), rest = TEXT_IN(scene->arena);

	for (int i = 0; i < PAGE_WIDTH - 4; i++)
		text_add_char(&rest, i == 10 ? ' ' : 'x');
	page_words(&out, "a:  ", text_join(scene->arena, text_done(&rest), " y", NULL));
	assert_string_equal(text_done(&out), text_join(scene->arena, "a:  ", text_done(&rest), "\n    y\n", NULL));
	out = TEXT_IN(scene->arena);
	page_words(&out, "a:   ", text_done(&rest));
	assert_string_equal(text_done(&out),
			    text_join(scene->arena, "a:   xxxxxxxxxx\n     ", text_done(&rest) + 11, "\n", NULL));
}

/* Characters are counted, not bytes; a word without spaces stays whole, however long. */
IN_ARENA(items_stay_whole_where_they_can)
{
	static const char *const said[] = {"one two", "\xc3\xa9", "three"};
	struct text out = TEXT_IN(scene->arena), word = TEXT_IN(scene->arena);
	struct texts items = {0};

	page_list(&out, "  ", &items);
	assert_int_equal(out.size, 0);
	for (size_t i = 0; i < sizeof said / sizeof *said; i++)
		texts_add(scene->arena, &items, said[i]);
	page_list(&out, "  ", &items);
	assert_string_equal(text_done(&out), "  one two, \xc3\xa9, three\n");
	for (int i = 0; i < 2 * PAGE_WIDTH; i++)
		text_add_char(&word, 'w');
	out = TEXT_IN(scene->arena);
	page_words(&out, "", text_join(scene->arena, "a ", text_done(&word), " b", NULL));
	assert_string_equal(text_done(&out), text_join(scene->arena, "a\n", text_done(&word), "\nb\n", NULL));
}

IN_ARENA(tables_have_columns_and_no_spaces_at_the_end)
{
	static const char *const cells[] = {"n", "of", "", "10", "\xc3\xa9", "x", "1", "head", ""};
	struct text out = TEXT_IN(scene->arena);
	struct texts all = {0};

	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
		texts_add(scene->arena, &all, cells[i]);
	page_table(&out, &all, "rll");
	assert_string_equal(text_done(&out), "   n  of\n  10  \xc3\xa9     x\n   1  head\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(libyaml_reads_back_every_string),
		cmocka_unit_test(only_safe_strings_are_plain),
		cmocka_unit_test(trees_are_laid_out_as_reviewers_expect),
		cmocka_unit_test(the_shell_reads_back_every_string),
		cmocka_unit_test(properties_are_escaped),
		cmocka_unit_test(lines_are_written_as_they_are),
		cmocka_unit_test(files_are_written_both),
		cmocka_unit_test(when_one_cannot_be_written_none_is),
		cmocka_unit_test(files_of_others_are_left_alone),
		cmocka_unit_test(lines_are_broken_where_the_page_ends),
		cmocka_unit_test(items_stay_whole_where_they_can),
		cmocka_unit_test(tables_have_columns_and_no_spaces_at_the_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
