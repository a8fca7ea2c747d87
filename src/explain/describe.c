/* describe: prints what the tables know of a language: JSON Schema, reference, one key. */
#include "explain/describe.h"

#include <string.h>

#include "base/json.h"
#include "language/variables.h"

static void schema_write_block(struct json *json, const struct block *block);

static void write_choices(struct json *json, const char *const *choices)
{
	json_name(json, "enum");
	json_open(json, '[');
	for (; *choices; choices++) {
		json_item(json);
		json_string(json, *choices);
	}
	json_close(json, ']');
}

/* Whether the rule takes one of these texts. */
static bool takes_any(struct json *json, const struct rule *rule, const char *const *texts)
{
	int64_t amount;

	for (; *texts; texts++)
		if (!schema_fault(json->out.arena, rule, *texts, &amount))
			return true;
	return false;
}

/* Texts may be written bare in YAML, where they can look like numbers or truths; the types say so where
 * the rule takes some that do. A schema's pattern speaks of strings only. */
static void write_text_type(struct json *json, const struct rule *rule)
{
	static const char *const numbers[] = {"1", "8080", "1.5", "0755", "4294967296", NULL},
			  *const truths[] = {"true", "false", NULL};

	if (rule->choices) {
		write_choices(json, rule->choices);
		return;
	}
	json_name(json, "type");
	text_add(&json->out, "[\"string\"");
	text_add(&json->out, takes_any(json, rule, numbers) ? ", \"number\"" : "");
	text_add(&json->out, takes_any(json, rule, truths) ? ", \"boolean\"" : "");
	text_add_char(&json->out, ']');
	if (takes_any(json, rule, numbers) && !takes_any(json, rule, (const char *const[]){"0", NULL}))
		json_number(json, "exclusiveMinimum", 0);
	json_entry(json, "pattern", rule->pattern);
	/* Not JSON Schema's own: VS Code and yaml-language-server show it instead of the pattern. */
	if (rule->pattern)
		json_entry(json, "patternErrorMessage", text_join(json->out.arena, "it takes ", rule->expects, NULL));
}

static void write_items(struct json *json, const struct key *key)
{
	json_name(json, "items");
	json_open(json, '{');
	if (key->kind == KIND_LIST)
		schema_write_block(json, key->block);
	else
		write_text_type(json, key->rule);
	json_close(json, '}');
}

static void schema_write_pairs(struct json *json, const struct rule *rule)
{
	json_entry(json, "type", "object");
	if (rule->names->pattern) {
		json_name(json, "propertyNames");
		json_open(json, '{');
		json_entry(json, "pattern", rule->names->pattern);
		json_close(json, '}');
	}
	json_name(json, "additionalProperties");
	json_open(json, '{');
	write_text_type(json, rule);
	json_close(json, '}');
}

/* What may stand instead of a list. */
static void write_instead(struct json *json, const struct key *key)
{
	json_item(json);
	json_open(json, '{');
	if (key->word_offset)
		write_choices(json, key->rule->choices);
	else
		schema_write_block(json, key->block);
	json_close(json, '}');
}

static void write_list_type(struct json *json, const struct key *key)
{
	bool either = key->word_offset || key->map_offset;

	if (either) {
		json_name(json, "anyOf");
		json_open(json, '[');
		write_instead(json, key);
		json_item(json);
		json_open(json, '{');
	}
	json_entry(json, "type", "array");
	if (key->word_offset)
		json_number(json, "minItems", 1);
	write_items(json, key);
	if (either) {
		json_close(json, '}');
		json_close(json, ']');
	}
}

static void write_type(struct json *json, const struct key *key)
{
	switch (key->kind) {
	case KIND_TEXT:
	case KIND_CHOICE:
	case KIND_AMOUNT:
		write_text_type(json, key->rule);
		break;
	case KIND_NUMBER:
		json_entry(json, "type", "integer");
		json_number(json, "minimum", key->rule->least);
		json_number(json, "maximum", key->rule->most);
		break;
	case KIND_TRUTH:
		json_entry(json, "type", "boolean");
		break;
	case KIND_TEXTS:
	case KIND_LIST:
		write_list_type(json, key);
		break;
	case KIND_PAIRS:
		schema_write_pairs(json, key->rule);
		break;
	case KIND_BLOCK:
		schema_write_block(json, key->block);
		break;
	}
}

/* A value as JSON: the table has it as YAML, where text may stand in quotes. */
static void schema_write_value(struct json *json, const struct key *key, const char *yaml)
{
	size_t size = strlen(yaml);

	if (key->kind == KIND_NUMBER || key->kind == KIND_TRUTH)
		text_add(&json->out, yaml);
	else if (*yaml == '"')
		json_string(json, text_copy(json->out.arena, yaml + 1, size - 2));
	else
		json_string(json, yaml);
}

/* One entry of a map, "NAME: VALUE". */
static void schema_write_pair(struct json *json, const struct key *key, const char *yaml)
{
	size_t size = strcspn(yaml, ":");

	text_add_char(&json->out, '{');
	json_string(json, text_copy(json->out.arena, yaml, size));
	text_add(&json->out, ": ");
	schema_write_value(json, key, yaml + size + 2);
	text_add_char(&json->out, '}');
}

static void write_default_and_examples(struct json *json, const struct key *key)
{
	const char *example = key->rule ? key->rule->example : NULL;

	if (schema_key_default(key)) {
		json_name(json, "default");
		schema_write_value(json, key, schema_key_default(key));
	}
	if (!example)
		return;
	json_name(json, "examples");
	text_add(&json->out, key->kind == KIND_TEXTS ? "[[" : "[");
	if (key->kind == KIND_PAIRS)
		schema_write_pair(json, key, example);
	else
		schema_write_value(json, key, example);
	text_add(&json->out, key->kind == KIND_TEXTS ? "]]" : "]");
}

static void schema_write_key(struct json *json, const struct key *key)
{
	const char *takes = key->rule && key->kind != KIND_PAIRS ? key->rule->expects : NULL;
	struct text doc = TEXT_IN(json->out.arena);

	json_name(json, key->name);
	json_open(json, '{');
	text_add(&doc, key->doc);
	if (takes)
		text_add(&doc, text_join(doc.arena, " It takes ", takes, ".", NULL));
	if (key->fallback)
		text_add(&doc, text_join(doc.arena, " Default: ", key->fallback, ".", NULL));
	json_entry(json, "description", text_done(&doc));
	write_type(json, key);
	write_default_and_examples(json, key);
	json_close(json, '}');
}

static void schema_write_block(struct json *json, const struct block *block)
{
	bool any = false;

	json_entry(json, "type", "object");
	json_name(json, "properties");
	json_open(json, '{');
	for (size_t i = 0; i < block->key_count; i++) {
		schema_write_key(json, &block->keys[i]);
		any = any || block->keys[i].required;
	}
	json_close(json, '}');
	if (any) {
		json_name(json, "required");
		json_open(json, '[');
		for (size_t i = 0; i < block->key_count; i++)
			if (block->keys[i].required) {
				json_item(json);
				json_string(json, block->keys[i].name);
			}
		json_close(json, ']');
	}
	json_name(json, "additionalProperties");
	text_add(&json->out, "false");
}

const char *describe_schema(struct arena *arena, const char *name, const struct block *language)
{
	struct json json = JSON_IN(arena);

	json_open(&json, '{');
	json_entry(&json, "$schema", "https://json-schema.org/draft/2020-12/schema");
	json_entry(&json, "title", text_join(arena, "clusterc: ", name, NULL));
	schema_write_block(&json, language);
	json_close(&json, '}');
	text_add_char(&json.out, '\n');
	return text_done(&json.out);
}

/* --- For people ---------------------------------------------------------------------------- */

static const char *type_name(const struct key *key)
{
	static const char *const names[] = {
		[KIND_TEXT] = "text",         [KIND_CHOICE] = "text",         [KIND_NUMBER] = "number",
		[KIND_AMOUNT] = "text",       [KIND_TRUTH] = "true or false", [KIND_TEXTS] = "list of text",
		[KIND_PAIRS] = "map of text", [KIND_BLOCK] = "map",           [KIND_LIST] = "list of maps",
	};

	return key->word_offset  ? "text, or list of maps"
	       : key->map_offset ? "list of text, or map"
				 : names[key->kind];
}

/* What the key takes, in words. */
static void add_takes(struct text *out, const struct key *key)
{
	const struct rule *rule = key->rule;

	text_add(out, rule->expects);
	if (rule->choices) {
		text_add(out, ": ");
		text_add(out, schema_list_choices(out->arena, rule->choices));
	}
	if (key->kind == KIND_NUMBER)
		text_add(out,
			 text_format(out->arena, " from %lld to %lld", (long long)rule->least, (long long)rule->most));
}

static bool has_takes(const struct key *key)
{
	return key->rule &&
	       (key->rule->fault || key->rule->read || key->rule->choices || key->kind == KIND_NUMBER);
}

/* A page: what is on it, and which blocks are, so that each is there once. */
struct page {
	struct text out;
	struct described {
		const struct block *block;
		const char *path;
		const struct described *next;
	} *described;
};

static const char *path_of(const struct page *page, const struct block *block)
{
	for (const struct described *one = page->described; one; one = one->next)
		if (one->block == block)
			return one->path;
	return NULL;
}

static void note(struct page *page, const struct block *block, const char *path)
{
	struct described *one = NEW(page->out.arena, struct described);

	*one = (struct described){block, path, page->described};
	page->described = one;
}

static void add_rows(struct text *out, const struct block *block)
{
	text_add(out, "| key | type | default | meaning |\n| --- | --- | --- | --- |\n");
	for (size_t i = 0; i < block->key_count; i++) {
		const struct key *key = &block->keys[i];

		text_add(out, text_join(out->arena, "| `", key->name, "` | ", type_name(key), " | ",
					key->required   ? "required"
					: key->fallback ? key->fallback
							: "none",
					" | ", key->doc, NULL));
		if (has_takes(key)) {
			text_add(out, " Takes ");
			add_takes(out, key);
			text_add_char(out, '.');
		}
		text_add(out, " |\n");
	}
}

static void page_add_block(struct page *page, const char *path, const struct block *block)
{
	const char *before = path_of(page, block);

	text_add(&page->out, text_join(page->out.arena, "\n## ", *path ? path : "Top level", "\n\n", NULL));
	if (before) {
		text_add(&page->out, text_join(page->out.arena, "The keys are those of `", before, "`.\n", NULL));
		return;
	}
	note(page, block, path);
	add_rows(&page->out, block);
	for (size_t i = 0; i < block->key_count; i++)
		if (block->keys[i].block)
			page_add_block(page,
				       text_join(page->out.arena, path, *path ? "." : "", block->keys[i].name,
						 block->keys[i].kind == KIND_LIST ? "[]" : "", NULL),
				       block->keys[i].block);
}

static void add_variables(struct text *out)
{
	static const struct {
		const char *form, *doc;
	} rows[] = {
#define VARIABLE_ROW(kind, form, doc) {form, doc},
		VARIABLES(VARIABLE_ROW)
#undef VARIABLE_ROW
	};

	text_add(
		out,
		"\n## Variables\n\n"
		"They are replaced in commands, arguments, environment, probes, settings and files; `$${` stands for "
		"a\n"
		"literal `${`. ROLE is head or worker, and may be left out inside a role's own block. Kubernetes' own\n"
		"`$(VARIABLE)` speaks of what only the pod knows: POD_NAME and POD_IP are always set, before all "
		"others.\n"
		"POD_IP is the pod's first address. It has no brackets, so what puts a port behind it works with IPv4 "
		"alone.\n"
		"`$(VARIABLE)` works in a role's command, args and env. Probes, drain, members, submit, smoke and "
		"busy run in a container\n"
		"that is there already, where only a shell expands variables: `[sh, -c, 'check \"$POD_NAME\"']`.\n\n"
		"| variable | meaning |\n| --- | --- |\n");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		text_add(out, text_join(out->arena, "| `${", rows[i].form, "}` | ", rows[i].doc, " |\n", NULL));
}

const char *describe_reference(struct arena *arena, const char *name, const struct block *language)
{
	struct page page = {.out = TEXT_IN(arena)};

	text_add(&page.out, text_join(arena, "# The keys of a ", name, "\n\n",
				      "Printed from the table the compiler checks by. Quantities, names and images are "
				      "those of Kubernetes.\n",
				      NULL));
	page_add_block(&page, "", language);
	if (language == &framework_block)
		add_variables(&page.out);
	return text_done(&page.out);
}

static const struct key *key_at(const struct block *block, const char *path)
{
	size_t size = strcspn(path, ".");

	for (size_t i = 0; block && i < block->key_count; i++) {
		const struct key *key = &block->keys[i];

		if (strlen(key->name) == size && !memcmp(key->name, path, size))
			return path[size] ? key_at(key->block, path + size + 1) : key;
	}
	return NULL;
}

const char *describe_key(struct arena *arena, const struct block *language, const char *path)
{
	const struct key *key = key_at(language, path);
	struct text out = TEXT_IN(arena);

	if (!key)
		return NULL;
	text_add(&out, text_join(arena, path, ": ", key->doc, "\n  type:    ", type_name(key),
				 key->required ? ", required" : "", "\n", NULL));
	if (has_takes(key)) {
		text_add(&out, "  takes:   ");
		add_takes(&out, key);
		text_add_char(&out, '\n');
	}
	if (!key->required)
		text_add(&out, text_join(arena, "  default: ", key->fallback ? key->fallback : "none", "\n", NULL));
	if (key->rule && key->rule->example)
		text_add(&out, text_join(arena, "  example: ", key->rule->example, "\n", NULL));
	for (size_t i = 0; key->block && i < key->block->key_count; i++)
		text_add(&out, text_join(arena, i ? ", " : "  keys:    ", key->block->keys[i].name, NULL));
	text_add(&out, key->block ? "\n" : "");
	return text_done(&out);
}

static void add_paths(struct text *out, const struct block *block, const char *prefix)
{
	for (size_t i = 0; i < block->key_count; i++) {
		const char *path = text_join(out->arena, prefix, block->keys[i].name, NULL);

		text_add(out, path);
		text_add_char(out, '\n');
		if (block->keys[i].block)
			add_paths(out, block->keys[i].block, text_join(out->arena, path, ".", NULL));
	}
}

const char *describe_keys(struct arena *arena, const struct block *language)
{
	struct text out = TEXT_IN(arena);

	add_paths(&out, language, "");
	return text_done(&out);
}
