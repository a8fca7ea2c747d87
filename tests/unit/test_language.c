/* The languages: rules for values, check against bind, canonical text, built-in data. */
#include "unit.h"

#include "front/source.h"
#include "front/tree.h"
#include "language/bind.h"
#include "language/builtin.h"
#include "language/canonical.h"
#include "language/check.h"
#include "language/read.h"
#include "language/scalars.h"
#include "language/schedule.h"
#include "language/values.h"
#include "language/variables.h"

static const struct source *source(struct scene *scene, const char *text)
{
	return source_of(scene->arena, &scene->diags, "test", text, strlen(text), 0);
}

static const struct document *read_profile(struct scene *scene, const char *text)
{
	struct tree *tree = tree_parse(scene->arena, &scene->diags, source(scene, text));

	return read_document(scene->arena, &scene->diags, tree->source, tree->first, &profile_block);
}

struct value_case {
	const char *value;
	bool good;
};

static void hold(struct scene *scene, const struct rule *rule, const struct value_case *cases)
{
	for (; cases->value; cases++) {
		int64_t amount;
		const char *fault = schema_fault(scene->arena, rule, cases->value, &amount);

		if (!fault != cases->good)
			fail_msg("\"%s\": %s", cases->value, fault ? fault : "taken");
	}
}

#define SIXTY "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff"

IN_ARENA(names_have_their_rules)
{
	static const struct value_case labels[] = {
		{"a", true},    {"a-1", true},       {"1a", true},  {SIXTY "abc", true}, {SIXTY "abcd", false},
		{"", false},    {"-a", false},       {"a-", false}, {"A", false},        {"a.b", false},
		{"a_b", false}, {"\xc3\xa9", false}, {NULL, false}};
	static const struct value_case names[] = {{"a", true}, {"1a", false}, {NULL, false}};
	static const struct value_case ports[] = {{"http", true},
						  {"worker-web", true},
						  {"1234", false},
						  {"a--b", false},
						  {"fifteen-letters", true},
						  {"sixteen-letters-", false},
						  {"sixteen-letters1", false},
						  {NULL, false}};

	static const struct value_case short_labels[] = {{"aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd", true},
							 {"aaaaaaaaaabbbbbbbbbbccccccccccdddddddddde", false},
							 {NULL, false}};

	hold(scene, &rule_short_label, short_labels);
	hold(scene, &rule_label, labels);
	hold(scene, &rule_cluster_name, names);
	hold(scene, &rule_port_name, ports);
}

#define DIGITS_32 "0123456789abcdef0123456789abcdef"
#define LETTERS_50 "abcdefghijklmnopqrstuvwxyabcdefghijklmnopqrstuvwxy"
IN_ARENA(images_have_their_rules)
{
	static const struct value_case cases[] = {
		{"a", true},
		{"a:latest", true},
		{"localhost/a:1", true},
		{"localhost:5000/a/b:1.0_x-y", true},
		{"registry.example.org/team/image@sha256:" DIGITS_32 DIGITS_32, true},
		{"registry.example.org:65535/team/image:1@sha512:" DIGITS_32 DIGITS_32 DIGITS_32 DIGITS_32, true},
		{"a@sha384:" DIGITS_32 DIGITS_32 DIGITS_32, true},
		{"a__b_c---d/e.f", true},
		{"a-b.c/d", true},
		{"x-y:1/d", true},
		{LETTERS_50 LETTERS_50 LETTERS_50 LETTERS_50 LETTERS_50 "abcde:1", true},
		{LETTERS_50 LETTERS_50 LETTERS_50 LETTERS_50 LETTERS_50 "abcdef", false},
		{"./x", false},
		{"a..b", false},
		{"a___b", false},
		{"a._b", false},
		{"a-_b", false},
		{"a.-b", false},
		{"r..io/x", false},
		{".io/x", false},
		{"io./x", false},
		{"a-.io/x", false},
		{"-a.io/x", false},
		{":1/x", false},
		{"r.io:65536/x", false},
		{"r.io:0/x", false},
		{"r.io:/x", false},
		{"a@sha256:" DIGITS_32, false},
		{"a@sha256:" DIGITS_32 DIGITS_32 "0", false},
		{"a@sha256:0123456789ABCDEF0123456789abcdef" DIGITS_32, false},
		{"a@md5:" DIGITS_32, false},
		{"", false},
		{"A", false},
		{"a:", false},
		{"a b", false},
		{"a//b", false},
		{"a/", false},
		{"a:.x", false},
		{"a@sha256:12", false},
		{"a@", false},
		{"host.example:port/a", false},
		{"http://example.org/a", false},
		{NULL, false},
	};

	hold(scene, &rule_image, cases);
}

IN_ARENA(settings_are_called_so)
{
	static const struct value_case names[] = {
		{"a.b", true},
		{"größe: x", true},
		{LETTERS_50 LETTERS_50 LETTERS_50 LETTERS_50 LETTERS_50 LETTERS_50 LETTERS_50 LETTERS_50 LETTERS_50
			 LETTERS_50,
		 true},
		{LETTERS_50 LETTERS_50 LETTERS_50 LETTERS_50 LETTERS_50 LETTERS_50 LETTERS_50 LETTERS_50 LETTERS_50
			 LETTERS_50 "a",
		 false},
		{"", false},
		{"a\nb", false},
		{NULL, false},
	};

	hold(scene, rule_settings.names, names);
}

IN_ARENA(quantities_have_their_rules)
{
	static const struct value_case cpu[] = {{"2", true},      {"250m", true},    {"10000", true},
						{"10001", false}, {"0", false},      {"0.0001", false},
						{"two", false},   {"2cores", false}, {"0.5", true},
						{"010", false},   {"00.5", false},   {NULL, false}};
	static const struct value_case memory[] = {{"1", false},       {"64Ti", true},     {"65Ti", false},
						   {"4GB", false},     {"4G b", false},    {"0Gi", false},
						   {"1048575", false}, {"1048576", true},  {"1023Ki", false},
						   {"1Mi", true},      {"008Gi", false},   {"0.5Gi", true},
						   {NULL, false}};
	static const struct value_case totals[] = {{"64", true}, {"064", false}, {NULL, false}};

	hold(scene, &rule_cpu, cpu);
	hold(scene, &rule_memory, memory);
	hold(scene, &rule_total_cpu, totals);
	hold(scene, &rule_total_memory, totals);
}

/* What a rule takes, it has read: in its unit. */
IN_ARENA(amounts_are_read_once)
{
	static const struct {
		const struct rule *rule;
		const char *text;
		int64_t value;
	} amounts[] = {
		{&rule_cpu, "1.5", 1500},
		{&rule_memory, "1.5Gi", INT64_C(1536) << 20},
		{&rule_total_cpu, "20000", 20000000},
		{&rule_total_memory, "100Ti", INT64_C(100) << 40},
		{&rule_lifetime, "90m", 5400},
		{&rule_idle, "2h", 7200},
	};

	for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++) {
		int64_t value = 0;

		assert_null(schema_fault(scene->arena, amounts[i].rule, amounts[i].text, &value));
		assert_int_equal(value, amounts[i].value);
	}
}

IN_ARENA(maps_have_their_rules)
{
	static const struct value_case env[] = {{"A", true},    {"_a.b-c", true}, {"1A", false},
						{"", false},    {".", false},     {"..a", false},
						{"A B", false}, {"A=B", false},   {NULL, false}};
	static const struct value_case keys[] = {{"course", true},        {"example.org/course", true},
						 {"a/b/c", false},        {"/a", false},
						 {"example.org/", false}, {"-a", false},
						 {"a b", false},          {NULL, false}};
	static const struct value_case values[] = {
		{"", true}, {"a.b_C-1", true}, {"-a", false}, {SIXTY "abcd", false}, {NULL, false}};

	hold(scene, rule_env.names, env);
	hold(scene, rule_labels.names, keys);
	hold(scene, &rule_labels, values);
}

IN_ARENA(what_definitions_and_volumes_say_has_its_rules)
{
	static const struct value_case sub_paths[] = {{"a", true},   {"a/b", true},    {"/a", false}, {"a/../b", false},
						      {"..", false}, {"a..b", true}, {"", false},   {NULL, false}};
	static const struct value_case resources[] = {{"nvidia.com/gpu", true},
						      {"nvidia.com/mig-1g.5gb", true},
						      {"gpu", false},
						      {"requests.a.com/gpu", false},
						      {"kubernetes.io/gpu", false},
						      {"a.com/b c", false},
						      {"a.com/", false},
						      {NULL, false}};
	static const struct value_case files[] = {{"smoke.py", true}, {"a/b", false},  {".a", false}, {"-a", false},
						  {"", false},        {"a\nb", false}, {NULL, false}};
	static const struct value_case programs[] = {
		{"a\tb\n", true}, {"", false}, {"a\x1b[1m", false}, {"a\r\n", false}, {NULL, false}};
	static const struct value_case claims[] = {
		{"home-nfs", true}, {"a.b", true}, {"A", false}, {"a..b", false}, {NULL, false}};

	hold(scene, &rule_sub_path, sub_paths);
	hold(scene, &rule_resource, resources);
	hold(scene, &rule_file_name, files);
	hold(scene, &rule_program, programs);
	hold(scene, &rule_claim, claims);
}

/* Why the name can't stand beside the other, which may be NULL. */
static const char *beside(struct scene *scene, const char *name, const char *other)
{
	struct index holding = INDEX_IN(scene->arena);

	if (other)
		value_tree_name_add(&holding, other);
	return value_tree_name_fault(&holding, name);
}

/* Names of settings that dots divide: 32 parts, none empty, and none inside another. */
IN_ARENA(settings_form_a_tree)
{
	char name[2 * 33] = "a";

	for (size_t parts = 1; parts < 32; parts++)
		strcat(name, ".a");
	assert_null(beside(scene, name, NULL));
	strcat(name, ".a");
	assert_non_null(beside(scene, name, NULL));
	assert_null(beside(scene, "a.b", "a.bc"));
	assert_null(beside(scene, "a.b", "a.b"));
	assert_non_null(beside(scene, "a.b", "a.b.c"));
	assert_non_null(beside(scene, "a", "a.b.c"));
	assert_non_null(beside(scene, ".a", NULL));
	assert_non_null(beside(scene, "a.", NULL));
	assert_non_null(beside(scene, "a..b", NULL));
}

IN_ARENA(paths_have_their_rules)
{
	static const struct value_case cases[] = {
		{"/", false},    {"/data/x", true}, {"/data/", false}, {"/a//b", false},   {"/a..b", true},
		{"data", false}, {"/a:b", false},   {"/..", false},    {"/a/../b", false}, {"/a/.", false},
		{"/./a", false}, {"/.a/...", true}, {"/a\nb", false},  {"", false},        {NULL, false}};
	char path[4097];

	hold(scene, &rule_path, cases);
	/* 16 names of 255 bytes are 4,096 with their '/'. */
	memset(path, 'a', sizeof path);
	path[4096] = '\0';
	for (size_t i = 0; i < 4096; i += 256)
		path[i] = '/';
	assert_non_null(rule_path.fault(scene->arena, path));
	path[4095] = '\0';
	assert_null(rule_path.fault(scene->arena, path));
	path[256] = 'a';
	assert_non_null(rule_path.fault(scene->arena, path));
}

/* --- check and bind -------------------------------------------------------------------------- */

IN_ARENA(values_arrive_in_the_structure)
{
	const struct document *document =
		read_profile(scene, "name: a\nframework: f\nworker: {count: 0, cpu: 2, memory: 1e9}\n"
				    "env: {B: no, A: \"x\\ny\"}\nports: [{name: p, port: 1, web: true}]\n");
	const struct profile *profile = document->bound;

	assert_int_equal(scene->diags.count, 0);
	assert_string_equal(profile->name, "a");
	assert_null(profile->head);
	assert_null(profile->namespace);
	assert_int_equal(*profile->worker->count, 0);
	assert_int_equal(*profile->worker->cpu, 2000);
	assert_int_equal(*profile->worker->memory, 1000000000);
	assert_int_equal(profile->env_count, 2);
	assert_string_equal(profile->env[0].name, "B");
	assert_string_equal(profile->env[0].value, "no");
	assert_string_equal(profile->env[1].value, "x\ny");
	assert_int_equal(*profile->ports[0].port, 1);
	assert_true(*profile->ports[0].web);
	assert_null(profile->ports[0].title);
}

/* What bind must never see: check() has to refuse it. libcyaml takes 010 as 8, 8Gi as 8,
 * flase as true, and cuts at a NUL. */
IN_ARENA(what_libcyaml_misreads_is_refused)
{
	static const char *const counts[] = {
		"010", "0x10", "8Gi", "1e1", "+1", "1.0", "\"1\"", "~", "[1]", "1_000", "99999999999999999999"};
	static const char *const truths[] = {"flase", "yes", "True", "1", "\"true\"", "on"};

	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		size_t errors = scene->diags.errors;

		read_profile(scene,
			     text_format(scene->arena, "name: a\nframework: f\nworker: {count: %s}\n", counts[i]));
		assert_int_equal(scene->diags.errors, errors + 1);
	}
	for (size_t i = 0; i < sizeof truths / sizeof *truths; i++) {
		size_t errors = scene->diags.errors;

		read_profile(scene,
			     text_format(scene->arena, "name: a\nframework: f\nports: [{name: p, port: 1, web: %s}]\n",
					 truths[i]));
		assert_int_equal(scene->diags.errors, errors + 1);
	}
}

/* Whatever is left after check() and canonical() can be bound: the two never disagree. */
IN_ARENA(what_is_left_can_be_bound)
{
	static const char *const rests[] = {
		"worker: 3",
		"worker: {}",
		"worker: {count: x, cpu: 1}",
		"ports: [1, {name: a}, {name: b, port: 2}]",
		"ports: []",
		"env: {A: }",
		"env: [a]",
		"env: {A: [1], B: x}",
		"labels: ~",
		"x: 1",
		"head: {x: 1}",
		"<<: {a: 1}",
		"image: {}",
		"config: {\"\": a}",
		"env: {A: 1}\nenv: {B: 2}",
		"head: !mine {}",
		"namespace: *nothing",
		"config: {a: \"b\\0c\"}",
		"env: {A: \"\\x80\\x85\\x9b\\u2028\\uFEFF\\uFFFE\\x7f\\r\\e\"}",
		"config: {\"a \\\" b\": \"\\U0001F600\"}",
	};

	for (size_t i = 0; i < sizeof rests / sizeof *rests; i++) {
		const struct document *document =
			read_profile(scene, text_format(scene->arena, "name: a\nframework: f\n%s\n", rests[i]));

		assert_non_null(document);
		assert_non_null(document->bound);
	}
	for (size_t i = 0; i < scene->diags.count; i++)
		assert_int_not_equal(scene->diags.items[i]->code, CODE_INTERNAL);
}

IN_ARENA(without_a_required_key_nothing_is_bound)
{
	assert_null(read_profile(scene, "framework: f\n"));
	assert_null(read_profile(scene, "name: A\nframework: f\n"));
	assert_null(read_profile(scene, "[a]\n"));
	assert_null(read_profile(scene, "text\n"));
	assert_int_equal(scene->diags.errors, 4);
}

IN_ARENA(layout_does_not_change_the_canonical_text)
{
	const struct document *one = read_profile(scene, "name: a\nframework: f\nenv: {A: \"x\"}\n");
	const struct document *two =
		read_profile(scene, "# said otherwise\nenv:\n  A: x\n\nframework: 'f'\nname: \"a\"\n");

	assert_string_equal(one->text, two->text);
}

/* --- definitions -------------------------------------------------------------------------------- */

static bool reads(enum role_kind own, const char *name, struct variable *variable)
{
	return variable_read(own, name, strlen(name), variable);
}

static void variables_are_known_by_place(void **state)
{
	struct variable variable;

	(void)state;
	assert_true(reads(ROLE_NONE, "name", &variable));
	assert_true(reads(ROLE_NONE, "head.host", &variable));
	assert_true(reads(ROLE_NONE, "worker.host", &variable));
	assert_true(reads(ROLE_WORKER, "cpu", &variable));
	assert_int_equal(variable.role, ROLE_WORKER);
	assert_true(reads(ROLE_HEAD, "worker.memory.mib", &variable));
	assert_int_equal(variable.role, ROLE_WORKER);
	assert_false(variable.in_bytes);
	assert_true(reads(ROLE_NOTEBOOK, "memory.usable.bytes", &variable));
	assert_int_equal(variable.kind, VARIABLE_MEMORY_USABLE);
	assert_int_equal(variable.role, ROLE_NOTEBOOK);
	assert_true(variable.in_bytes);
	assert_true(reads(ROLE_HEAD, "memory.heap.mib", &variable));
	assert_int_equal(variable.kind, VARIABLE_MEMORY_SHARE);
	assert_memory_equal(variable.word, "heap", variable.word_size);
	assert_true(reads(ROLE_NONE, "worker.gpu.count", &variable));
	assert_false(reads(ROLE_NONE, "cpu", &variable));
	assert_false(reads(ROLE_HEAD, "notebook.cpu", &variable));
	assert_false(reads(ROLE_HEAD, "memory.mibs", &variable));
	assert_false(reads(ROLE_HEAD, "memory", &variable));
}

static void variables_are_found(void **state)
{
	const char *name;
	size_t size;

	(void)state;
	assert_null(variable_find("none $(HERE) $x", &name, &size));
	assert_null(variable_find("$${literal}", &name, &size));
	assert_string_equal(variable_find("a ${b} c", &name, &size), "${b} c");
	assert_int_equal(size, 1);
	assert_non_null(variable_find("a ${b", &name, &size));
	assert_null(name);
}

static const void *pointer_at(const char *structure, size_t offset)
{
	const void *pointer;

	memcpy(&pointer, structure + offset, sizeof pointer);
	return pointer;
}

static void assert_same(const struct block *block, const char *one, const char *other);

static void assert_same_items(const struct key *key, const void *one, const void *other, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		if (key->kind == KIND_TEXTS) {
			assert_string_equal(((const char *const *)one)[i], ((const char *const *)other)[i]);
		} else if (key->kind == KIND_PAIRS) {
			assert_string_equal(((const struct pair *)one)[i].name, ((const struct pair *)other)[i].name);
			assert_string_equal(((const struct pair *)one)[i].value, ((const struct pair *)other)[i].value);
		} else {
			assert_same(key->block, (const char *)one + i * key->block->size,
				    (const char *)other + i * key->block->size);
		}
	}
}

/* Two structures of a language say the same, key by key. */
static void assert_same(const struct block *block, const char *one, const char *other)
{
	for (size_t i = 0; i < block->key_count; i++) {
		const struct key *key = &block->keys[i];
		const void *its = pointer_at(one, key->offset), *others = pointer_at(other, key->offset);
		uint32_t count, others_count;

		assert_true(!its == !others);
		if (!its)
			continue;
		switch (key->kind) {
		case KIND_TEXT:
			assert_string_equal(its, others);
			break;
		case KIND_CHOICE:
			assert_int_equal(*(const unsigned *)its, *(const unsigned *)others);
			break;
		case KIND_NUMBER:
		case KIND_AMOUNT:
			assert_int_equal(*(const int64_t *)its, *(const int64_t *)others);
			break;
		case KIND_TRUTH:
			assert_int_equal(*(const bool *)its, *(const bool *)others);
			break;
		case KIND_BLOCK:
			assert_same(key->block, its, others);
			break;
		default:
			memcpy(&count, one + key->count_offset, sizeof count);
			memcpy(&others_count, other + key->count_offset, sizeof others_count);
			assert_int_equal(count, others_count);
			assert_same_items(key, its, others, count);
		}
	}
}

/* Each built-in definition, bound while building, is what its source says when it goes the
 * whole way now. */
IN_ARENA(built_in_data_is_the_source)
{
	for (size_t i = 0; i < builtin_framework_count; i++) {
		const struct builtin_framework *builtin = &builtin_frameworks[i];
		const struct source *its =
			source_of(scene->arena, &scene->diags, builtin->name, builtin->source, builtin->source_size, 0);
		const struct document *document = read_framework(scene->arena, &scene->diags, its);

		assert_non_null(document);
		assert_int_equal(scene->diags.count, 0);
		assert_same(&framework_block, document->bound, (const char *)builtin->framework);
	}
}

IN_ARENA(plain_scalars_have_one_form)
{
	static const struct pair forms[] = {
		{.name = "true", .value = "true"},
		{.name = "False", .value = "false"},
		{.name = "TRUE", .value = "true"},
		{.name = ".6", .value = "0.6"},
		{.name = "-.6", .value = "-0.6"},
		{.name = "5.", .value = "5.0"},
		{.name = "+1", .value = "1"},
		{.name = "0", .value = "0"},
		{.name = "-0", .value = "-0"},
		{.name = "1.10", .value = "1.10"},
		{.name = "007.5", .value = "7.5"},
		{.name = "1.5E+3", .value = "1.5e+3"},
		{.name = "1e3", .value = "1.0e+3"},
		{.name = "1.e-3", .value = "1.0e-3"},
		{.name = "123456789012345678901", .value = "123456789012345678901"},
		{.name = ".inf", .value = ".inf"},
		{.name = "+.Inf", .value = ".inf"},
		{.name = "-.INF", .value = "-.inf"},
		{.name = ".NaN", .value = ".nan"},
		{.name = ".Nan", .value = NULL},
		{.name = ".nan", .value = ".nan"},
		{.name = "tRUE", .value = NULL},
		{.name = "truer", .value = NULL},
		{.name = "yes", .value = NULL},
		{.name = "010", .value = NULL},
		{.name = "1.2.3", .value = NULL},
		{.name = "1e", .value = NULL},
		{.name = "e3", .value = NULL},
		{.name = ".", .value = NULL},
		{.name = "+", .value = NULL},
		{.name = "", .value = NULL},
		{.name = "1 ", .value = NULL},
		{.name = "12:30", .value = NULL},
	};

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		const char *value = scalar_value(scene->arena, forms[i].name);

		if (!value != !forms[i].value || (value && strcmp(value, forms[i].value)))
			fail_msg("%s: %s", forms[i].name, value ? value : "text");
	}
}

IN_ARENA(readers_disagree_about_some_scalars)
{
	static const struct value_case cases[] = {
		{"yes", false},  {"No", false},    {"OFF", false},   {"y", false},    {"010", false},
		{"-07", false},  {"0x1F", false},  {"0o17", false},  {"0b1", false},  {"1_000", false},
		{"1_0.5", false}, {"+0x1", false}, {"yEs", true},    {"yes!", true},  {"true", true},
		{"1", true},     {"007.5", true},  {"0xg", true},    {"0x", true},    {"_1", true},
		{"a_1", true},   {"12:30", true},  {"2026-11-29", true}, {"", true}, {NULL, false}};

	for (const struct value_case *one = cases; one->value; one++) {
		const char *help = NULL, *fault = scalar_fault(scene->arena, one->value, &help);

		if (!fault != one->good || !fault != !help)
			fail_msg("%s: %s", one->value, fault ? fault : "taken");
	}
}

#define ANY_DAY "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31"
#define ANY_MONTH "1,2,3,4,5,6,7,8,9,10,11,12"

/* What is taken and what isn't was asked of github.com/robfig/cron v3.0.1, ParseStandard, but for @every, TZ=, a comma
 * at the end, and days that never come. */
IN_ARENA(schedules_are_read_as_kubernetes_does)
{
	static const struct {
		const char *text, *sets; /* NULL: wrong */
	} cases[] = {
		{"0 3 1 1 0", "0;3;1;1;0;;"},
		{"  5  4 * * sun ", "5;4;" ANY_DAY ";" ANY_MONTH ";0;yes;"},
		{"0-10/5,59 0 1 JAN-mar Mon,FRI", "0,5,10,59;0;1;1,2,3;1,5;;"},
		{"58/1 */12 ? dec ?", "58,59;0,12;" ANY_DAY ";12;0,1,2,3,4,5,6;yes;yes"},
		{"0 0 */10 2 */3", "0;0;1,11,21,31;2;0,3,6;;"},
		{"@weekly", "0;0;" ANY_DAY ";" ANY_MONTH ";0;yes;"},
		{"@yearly", "0;0;1;1;0,1,2,3,4,5,6;;yes"},
		{"0 0 29 2 *", "0;0;29;2;0,1,2,3,4,5,6;;yes"},
		{"0 0 30 2 *", NULL},
		{"0 0 31 4,6,9,11 *", NULL},
		{"0 0 31 4,5 *", "0;0;31;4,5;0,1,2,3,4,5,6;;yes"},
		/* Either of both is enough where neither is '*'. */
		{"0 0 31 2 1", "0;0;31;2;1;;"},
		{"60 * * * *", NULL},
		{"* 24 * * *", NULL},
		{"* * 0 * *", NULL},
		{"* * 32 * *", NULL},
		{"* * * 13 *", NULL},
		{"* * * * 7", NULL},
		{"5-1 * * * *", NULL},
		{"*/0 * * * *", NULL},
		{"1- * * * *", NULL},
		{"1, * * * *", NULL},
		{"1x * * * *", NULL},
		{"-1 * * * *", NULL},
		{"99999999999999999999 * * * *", NULL},
		{"foo * * * *", NULL},
		{"* * * *", NULL},
		{"* * * * * *", NULL},
		{"", NULL},
		{"@every 5m", NULL},
		{"@reboot", NULL},
		{"TZ=UTC * * * * *", NULL},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct schedule schedule;
		const char *fault = schedule_read(scene->arena, cases[i].text, &schedule);

		if (!fault != (cases[i].sets != NULL))
			fail_msg("\"%s\": %s", cases[i].text, fault ? fault : "taken");
		if (!fault)
			assert_string_equal(schedule_sets(scene->arena, &schedule), cases[i].sets);
	}
}

IN_ARENA(time_zones_have_their_names)
{
	static const char *const known[] = {"Etc/UTC", "UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires",
					    "Etc/GMT+12"};
	static const char *const unknown[] = {"", "Berlin", "europe/berlin", "Local", "Europe/Berlin ",
					      "../etc/passwd"};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		assert_null(schedule_zone_fault(scene->arena, known[i]));
	for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
		assert_non_null(schedule_zone_fault(scene->arena, unknown[i]));
	for (size_t i = 1; time_zones[i]; i++)
		assert_true(strcmp(time_zones[i - 1], time_zones[i]) < 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_have_their_rules),
		cmocka_unit_test(images_have_their_rules),
		cmocka_unit_test(settings_are_called_so),
		cmocka_unit_test(quantities_have_their_rules),
		cmocka_unit_test(amounts_are_read_once),
		cmocka_unit_test(maps_have_their_rules),
		cmocka_unit_test(paths_have_their_rules),
		cmocka_unit_test(what_definitions_and_volumes_say_has_its_rules),
		cmocka_unit_test(settings_form_a_tree),
		cmocka_unit_test(values_arrive_in_the_structure),
		cmocka_unit_test(what_libcyaml_misreads_is_refused),
		cmocka_unit_test(what_is_left_can_be_bound),
		cmocka_unit_test(without_a_required_key_nothing_is_bound),
		cmocka_unit_test(layout_does_not_change_the_canonical_text),
		cmocka_unit_test(plain_scalars_have_one_form),
		cmocka_unit_test(readers_disagree_about_some_scalars),
		cmocka_unit_test(schedules_are_read_as_kubernetes_does),
		cmocka_unit_test(time_zones_have_their_names),
		cmocka_unit_test(variables_are_known_by_place),
		cmocka_unit_test(variables_are_found),
		cmocka_unit_test(built_in_data_is_the_source),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
