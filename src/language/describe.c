/* describe: prints what the tables know of a language: JSON Schema, reference, one key. */
#include "language/describe.h"

#include <string.h>

#include "language/variables.h"

struct writer {
	struct text out;
	unsigned depth;
	bool first; /* nothing stands in the open object or list yet */
};

static void new_line(struct writer *writer)
{
	if (!writer->first)
		text_add_char(&writer->out, ',');
	text_add_char(&writer->out, '\n');
	for (unsigned i = 0; i < writer->depth; i++)
		text_add(&writer->out, "  ");
	writer->first = false;
}

static void write_string(struct writer *writer, const char *string)
{
	text_add_char(&writer->out, '"');
	for (; *string; string++) {
		if (*string == '"' || *string == '\\')
			text_add_char(&writer->out, '\\');
		text_add_char(&writer->out, *string);
	}
	text_add_char(&writer->out, '"');
}

static void write_name(struct writer *writer, const char *name)
{
	new_line(writer);
	write_string(writer, name);
	text_add(&writer->out, ": ");
}

static void open_with(struct writer *writer, char bracket)
{
	text_add_char(&writer->out, bracket);
	writer->depth++;
	writer->first = true;
}

static void close_with(struct writer *writer, char bracket)
{
	writer->depth--;
	text_add_char(&writer->out, '\n');
	for (unsigned i = 0; i < writer->depth; i++)
		text_add(&writer->out, "  ");
	text_add_char(&writer->out, bracket);
	writer->first = false;
}

static void write_entry(struct writer *writer, const char *name, const char *value)
{
	if (!value)
		return;
	write_name(writer, name);
	write_string(writer, value);
}

static void write_number(struct writer *writer, const char *name, int64_t value)
{
	write_name(writer, name);
	text_add_number(&writer->out, value);
}

static void write_block(struct writer *writer, const struct block *block);

static void write_choices(struct writer *writer, const char *const *choices)
{
	write_name(writer, "enum");
	open_with(writer, '[');
	for (; *choices; choices++) {
		new_line(writer);
		write_string(writer, *choices);
	}
	close_with(writer, ']');
}

/* Whether the rule takes one of these texts. */
static bool takes_any(const struct writer *writer, const struct rule *rule, const char *const *texts)
{
	for (; *texts; texts++)
		if (!rule->fault || !rule->fault(writer->out.arena, *texts))
			return true;
	return false;
}

/* Texts may be written bare in YAML, where they can look like numbers or truths; the types say so where
 * the rule takes some that do. A schema's pattern speaks of strings only. */
static void write_text_type(struct writer *writer, const struct rule *rule)
{
	static const char *const numbers[] = {"1", "8080", "1.5", "0755", NULL}, *const truths[] = {"true", "false", NULL};

	if (rule->choices) {
		write_choices(writer, rule->choices);
		return;
	}
	write_name(writer, "type");
	text_add(&writer->out, "[\"string\"");
	text_add(&writer->out, takes_any(writer, rule, numbers) ? ", \"number\"" : "");
	text_add(&writer->out, takes_any(writer, rule, truths) ? ", \"boolean\"" : "");
	text_add_char(&writer->out, ']');
	if (takes_any(writer, rule, numbers) && !takes_any(writer, rule, (const char *const[]){"0", NULL}))
		write_number(writer, "exclusiveMinimum", 0);
	write_entry(writer, "pattern", rule->pattern);
	/* Not JSON Schema's own: VS Code and yaml-language-server show it instead of the pattern. */
	if (rule->pattern)
		write_entry(writer, "patternErrorMessage", text_join(writer->out.arena, "it takes ", rule->expects, NULL));
}

static void write_items(struct writer *writer, const struct key *key)
{
	write_name(writer, "items");
	open_with(writer, '{');
	if (key->kind == KIND_LIST)
		write_block(writer, key->block);
	else
		write_text_type(writer, key->rule);
	close_with(writer, '}');
}

static void write_pairs(struct writer *writer, const struct rule *rule)
{
	write_entry(writer, "type", "object");
	if (rule->names->pattern) {
		write_name(writer, "propertyNames");
		open_with(writer, '{');
		write_entry(writer, "pattern", rule->names->pattern);
		close_with(writer, '}');
	}
	write_name(writer, "additionalProperties");
	open_with(writer, '{');
	write_text_type(writer, rule);
	close_with(writer, '}');
}

static void write_type(struct writer *writer, const struct key *key)
{
	switch (key->kind) {
	case KIND_TEXT:
		write_text_type(writer, key->rule);
		break;
	case KIND_NUMBER:
		write_entry(writer, "type", "integer");
		write_number(writer, "minimum", key->rule->least);
		write_number(writer, "maximum", key->rule->most);
		break;
	case KIND_TRUTH:
		write_entry(writer, "type", "boolean");
		break;
	case KIND_TEXTS:
	case KIND_LIST:
		write_entry(writer, "type", "array");
		write_items(writer, key);
		break;
	case KIND_PAIRS:
		write_pairs(writer, key->rule);
		break;
	case KIND_BLOCK:
		write_block(writer, key->block);
		break;
	}
}

/* A value as JSON: the table has it as YAML, where text may stand in quotes. */
static void write_value(struct writer *writer, const struct key *key, const char *yaml)
{
	size_t size = strlen(yaml);

	if (key->kind == KIND_NUMBER || key->kind == KIND_TRUTH)
		text_add(&writer->out, yaml);
	else if (*yaml == '"')
		write_string(writer, text_copy(writer->out.arena, yaml + 1, size - 2));
	else
		write_string(writer, yaml);
}

/* One entry of a map, "NAME: VALUE". */
static void write_pair(struct writer *writer, const struct key *key, const char *yaml)
{
	size_t size = strcspn(yaml, ":");

	text_add_char(&writer->out, '{');
	write_string(writer, text_copy(writer->out.arena, yaml, size));
	text_add(&writer->out, ": ");
	write_value(writer, key, yaml + size + 2);
	text_add_char(&writer->out, '}');
}

/* The rule's; where that is an entry of a map and the key is text, the entry's value. */
static const char *example_of(const struct key *key)
{
	const char *example = key->rule ? key->rule->example : NULL;

	return example && key->rule->names && key->kind != KIND_PAIRS ? strchr(example, ' ') + 1 : example;
}

static void write_default_and_examples(struct writer *writer, const struct key *key)
{
	const char *example = example_of(key);

	if (key_default(key)) {
		write_name(writer, "default");
		write_value(writer, key, key_default(key));
	}
	if (!example)
		return;
	write_name(writer, "examples");
	text_add(&writer->out, key->kind == KIND_TEXTS ? "[[" : "[");
	if (key->kind == KIND_PAIRS)
		write_pair(writer, key, example);
	else
		write_value(writer, key, example);
	text_add(&writer->out, key->kind == KIND_TEXTS ? "]]" : "]");
}

static void write_key(struct writer *writer, const struct key *key)
{
	const char *takes = key->rule && key->kind != KIND_PAIRS ? key->rule->expects : NULL;
	struct text doc = TEXT_IN(writer->out.arena);

	write_name(writer, key->name);
	open_with(writer, '{');
	text_add(&doc, key->doc);
	if (takes)
		text_add(&doc, text_join(doc.arena, " It takes ", takes, ".", NULL));
	if (key->fallback)
		text_add(&doc, text_join(doc.arena, " Default: ", key->fallback, ".", NULL));
	write_entry(writer, "description", text_done(&doc));
	write_type(writer, key);
	write_default_and_examples(writer, key);
	close_with(writer, '}');
}

static void write_block(struct writer *writer, const struct block *block)
{
	bool any = false;

	write_entry(writer, "type", "object");
	write_name(writer, "properties");
	open_with(writer, '{');
	for (size_t i = 0; i < block->key_count; i++) {
		write_key(writer, &block->keys[i]);
		any = any || block->keys[i].required;
	}
	close_with(writer, '}');
	if (any) {
		write_name(writer, "required");
		open_with(writer, '[');
		for (size_t i = 0; i < block->key_count; i++)
			if (block->keys[i].required) {
				new_line(writer);
				write_string(writer, block->keys[i].name);
			}
		close_with(writer, ']');
	}
	write_name(writer, "additionalProperties");
	text_add(&writer->out, "false");
}

const char *describe_schema(struct arena *arena, const char *name, const struct block *language)
{
	struct writer writer = {.out = TEXT_IN(arena)};

	open_with(&writer, '{');
	write_entry(&writer, "$schema", "https://json-schema.org/draft/2020-12/schema");
	write_entry(&writer, "title", text_join(arena, "clusterc: ", name, NULL));
	write_block(&writer, language);
	close_with(&writer, '}');
	text_add_char(&writer.out, '\n');
	return text_done(&writer.out);
}

/* --- For people ---------------------------------------------------------------------------- */

static const char *type_name(const struct key *key)
{
	static const char *const names[] = {
		[KIND_TEXT] = "text",           [KIND_NUMBER] = "number", [KIND_TRUTH] = "true or false", [KIND_TEXTS] = "list of text",
		[KIND_PAIRS] = "map of text",   [KIND_BLOCK] = "map",     [KIND_LIST] = "list of maps",
	};

	return names[key->kind];
}

/* What the key takes, in words. */
static void add_takes(struct text *out, const struct key *key)
{
	const struct rule *rule = key->rule;

	text_add(out, rule->expects);
	if (rule->choices) {
		text_add(out, ": ");
		text_add(out, choices_listed(out->arena, rule->choices));
	}
	if (key->kind == KIND_NUMBER)
		text_add(out, text_format(out->arena, " from %lld to %lld", (long long)rule->least, (long long)rule->most));
}

static bool has_takes(const struct key *key)
{
	return key->rule && (key->rule->fault || key->rule->choices || key->kind == KIND_NUMBER);
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

static void add_block(struct page *page, const char *path, const struct block *block)
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
			add_block(page,
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

	text_add(out, "\n## Variables\n\n"
		      "They are replaced in commands, arguments, environment, probes, settings and files; `$${` stands for a\n"
		      "literal `${`. ROLE is head or worker, and may be left out inside a role's own block. Kubernetes' own\n"
		      "`$(VARIABLE)` speaks of what only the pod knows: POD_NAME and POD_IP are always set, before all others.\n\n"
		      "| variable | meaning |\n| --- | --- |\n");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		text_add(out, text_join(out->arena, "| `${", rows[i].form, "}` | ", rows[i].doc, " |\n", NULL));
}

const char *describe_reference(struct arena *arena, const char *name, const struct block *language)
{
	struct page page = {.out = TEXT_IN(arena)};

	text_add(&page.out, text_join(arena, "# The keys of a ", name, "\n\n",
				      "Printed from the table the compiler checks by. Quantities, names and images are those of Kubernetes.\n",
				      NULL));
	add_block(&page, "", language);
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
	text_add(&out, text_join(arena, path, ": ", key->doc, "\n  type:    ", type_name(key), key->required ? ", required" : "", "\n", NULL));
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
