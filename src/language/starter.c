/* starter: writes a profile to begin with, from the profile's tables and the framework's definition. */
#include "language/starter.h"

#include <string.h>

#include "language/profile.h"
#include "language/role.h"
#include "language/scalars.h"
#include "language/values.h"

/* What is being written; `role` is the definition's of the block that is open, or NULL. */
struct starter {
	struct text out;
	const struct framework *framework;
	const struct framework_role *role;
};

static const char *format(const struct starter *it, const char *before, const char *text, const char *after)
{
	return text_join(it->out.arena, before, text, after, NULL);
}

/* --- Values ------------------------------------------------------------------------------------------------ */

static const struct sample {
	const char *key, *value;
} samples[] = {
#define SAMPLE(key, value) {#key, value},
	PROFILE_SAMPLES(SAMPLE)
#undef SAMPLE
};

static const char *sample_of(const char *key)
{
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
		if (!strcmp(samples[i].key, key))
			return samples[i].value;
	return NULL;
}

/* What a block of the definition says under the same name, if it is text or a number. */
static const char *defined(const struct starter *it, const struct block *block, const void *data, const struct key *key)
{
	const struct key *its = schema_block_key(block, key->name);
	const void *value = schema_value(its, data);

	if (!value || its->kind != key->kind)
		return NULL;
	if (key->kind == KIND_AMOUNT)
		return quantity_write(it->out.arena, key->rule->unit, *(const int64_t *)value);
	if (key->kind == KIND_NUMBER)
		return text_number(it->out.arena, *(const int64_t *)value);
	return key->kind == KIND_TEXT ? value : NULL;
}

/* A setting that the definition makes as it stands, without variables. */
static const char *setting(const struct starter *it)
{
	const struct framework_config *config = it->framework->config;
	const struct pair *found = NULL;
	const char *quote;

	for (size_t i = 0; config && i < config->values_count; i++)
		if (!strpbrk(config->values[i].value, "$\n\"\\"))
			found = &config->values[i];
	if (!found)
		return NULL;
	quote = found->plain && scalar_value(it->out.arena, found->value) ? "" : "\"";
	return text_join(it->out.arena, "{\"", found->name, "\": ", quote, found->value, quote, "}", NULL);
}

static const char *port(const struct starter *it)
{
	const struct framework *framework = it->framework;

	return framework->ports_count ? text_format(it->out.arena, "[{name: %s, port: %lld}]", framework->ports[0].name,
						     (long long)*framework->ports[0].port)
				      : NULL;
}

/* What follows from the definition, of keys that have another name there, or another form. */
static const char *derived(const struct starter *it, const struct key *key)
{
	if (key->rule == &rule_image)
		return it->framework->image;
	if (!strcmp(key->name, "config"))
		return setting(it);
	if (!strcmp(key->name, "ports"))
		return port(it);
	if (!strcmp(key->name, "runAsUser"))
		return text_number(it->out.arena, *it->framework->user->uid);
	if (!strcmp(key->name, "runAsGroup"))
		return text_number(it->out.arena, *it->framework->user->gid);
	return defined(it, &framework_role_block, it->role, key);
}

static const char *starter_value(const struct starter *it, const struct block *block, const struct key *key);

/* Of a map: the keys it can't do without. */
static const char *map_of(const struct starter *it, const struct block *block)
{
	struct text out = TEXT_IN(it->out.arena);

	text_add_char(&out, '{');
	for (size_t i = 0; i < block->key_count; i++) {
		const struct key *key = &block->keys[i];
		const char *value = key->required ? starter_value(it, block, key) : NULL;

		if (value)
			text_add(&out, text_join(out.arena, out.size > 1 ? ", " : "", key->name, ": ", value, NULL));
	}
	text_add_char(&out, '}');
	return text_done(&out);
}

static const char *scalar_of(const struct starter *it, const struct key *key)
{
	const struct rule *rule = key->rule;

	if (schema_key_default(key))
		return schema_key_default(key);
	if (key->kind == KIND_TRUTH)
		return "false";
	if (rule->choices)
		return rule->choices[0];
	return rule->example || key->kind != KIND_NUMBER ? rule->example : text_number(it->out.arena, rule->least);
}

/* A value of the key, in one line of YAML; NULL where none is known. */
static const char *starter_value(const struct starter *it, const struct block *block, const struct key *key)
{
	const struct key *same = key->fallback ? schema_block_key(block, key->fallback) : NULL;
	const char *value = derived(it, key);

	if (!value && same)
		value = starter_value(it, block, same);
	if (!value)
		value = sample_of(key->name);
	if (value)
		return value;
	switch (key->kind) {
	case KIND_BLOCK:
		return map_of(it, key->block);
	case KIND_LIST:
		return format(it, "[", map_of(it, key->block), "]");
	case KIND_PAIRS:
		return key->rule->example ? format(it, "{", key->rule->example, "}") : NULL;
	case KIND_TEXTS:
		value = scalar_of(it, key);
		return value ? format(it, "[", value, "]") : NULL;
	default:
		return scalar_of(it, key);
	}
}

/* --- Lines --------------------------------------------------------------------------------------------------- */

/* Comment lines of at most 100 characters. */
static void starter_add_words(struct text *out, const char *prefix, const char *words)
{
	enum { WIDTH = 100 };
	size_t column = 0;

	while (*words) {
		size_t size = strcspn(words, " ");

		if (!column || column + 1 + size > WIDTH) {
			text_add(out, text_join(out->arena, column ? "\n" : "", prefix, NULL));
			column = strlen(prefix);
		} else {
			text_add_char(out, ' ');
			column++;
		}
		text_add_bytes(out, words, size);
		column += size;
		words += size + (words[size] == ' ');
	}
	text_add_char(out, '\n');
}

/* What the default image lacks for the key, in a sentence; or nothing. */
static const char *lacking(const struct starter *it, const struct key *key)
{
	const struct framework_gpu *gpu = it->role && !strcmp(key->name, "gpu") ? it->role->gpu : NULL;

	if (!gpu || !gpu->lacks)
		return "";
	return text_join(it->out.arena, " The default image lacks ", gpu->lacks, gpu->instead ? ": " : "",
			 gpu->instead ? gpu->instead : "", NULL);
}

/* What the key means, and what holds without it where the value shown isn't that. */
static void add_doc(struct starter *it, const char *prefix, const struct key *key, const char *value)
{
	bool shown = !key->fallback || !strcmp(value, key->fallback) || derived(it, key);

	starter_add_words(&it->out, prefix,
			  text_join(it->out.arena, key->doc, shown ? "" : " Default: ", shown ? "" : key->fallback,
				    shown ? "" : ".", lacking(it, key), NULL));
}

/* Keys that do nothing but harm where the definition doesn't know of them. */
static bool is_of_use(const struct starter *it, const struct key *key)
{
	const struct framework *framework = it->framework;

	if (!strcmp(key->name, "gpu"))
		return it->role && it->role->gpu;
	if (!strcmp(key->name, "idle"))
		return framework->idle;
	if (!strcmp(key->name, "packages"))
		return framework->packages && !framework->packages->lacks;
	return strcmp(key->name, role_names[ROLE_NOTEBOOK]) != 0 || framework->notebook;
}

/* A key of a role's block, or with its value at the top. */
static void add_key(struct starter *it, const struct block *block, const struct key *key)
{
	const char *value = is_of_use(it, key) ? starter_value(it, block, key) : NULL;

	if (!value)
		return;
	text_add(&it->out, it->role ? "" : "\n");
	add_doc(it, it->role ? "#  # " : "# ", key, value);
	text_add(&it->out, text_join(it->out.arena, it->role ? "#  " : "#", key->name, ": ", value, "\n", NULL));
}

/* A role for which the default image is no good can't do without another. */
static void add_lacking_role(struct starter *it, const struct key *role, const char *lacks)
{
	const char *build = it->framework->build;

	starter_add_words(&it->out, "# ",
			  text_join(it->out.arena, "The default image lacks ", lacks, build ? ": build one from " : "",
				    build ? build : "", ".", NULL));
	text_add(&it->out, text_join(it->out.arena, "#", role->name, ": {image: ", rule_image.example, "}\n", NULL));
}

/* The block of a role. All keys are shown for workers, and for the others those that most change. */
static void starter_add_role(struct starter *it, const struct key *role)
{
	const struct framework_role *defined_role = role_of_framework(it->framework, role_named(role->name));
	bool all = role->block == &profile_worker_block;

	text_add_char(&it->out, '\n');
	starter_add_words(&it->out, "# ",
			  all ? role->doc : format(it, role->doc, " The keys are those of worker", ", but for count."));
	if (defined_role->lacks && !defined_role->packages_count) {
		add_lacking_role(it, role, defined_role->lacks);
		return;
	}
	text_add(&it->out, text_join(it->out.arena, "#", role->name, ":\n", NULL));
	it->role = defined_role;
	for (size_t i = 0; i < role->block->key_count; i++) {
		const struct key *key = &role->block->keys[i];

		if (all || !strcmp(key->name, "cpu") || !strcmp(key->name, "memory"))
			add_key(it, role->block, key);
	}
	it->role = NULL;
}

static void add_head(struct starter *it, const char *schema)
{
	struct arena *arena = it->out.arena;
	const struct framework *framework = it->framework;

	text_add(&it->out, text_join(arena, "# yaml-language-server: $schema=", schema, "\n", NULL));
	starter_add_words(&it->out, "# ",
			  text_join(arena, "A cluster of ", framework->title, " ", framework->version,
				    ", complete with two keys: clusterc generate FILE -o out/", NULL));
	text_add(&it->out,
		 text_join(arena, "name: my-", framework->name, "\nframework: ", framework->name, "\n\n", NULL));
	starter_add_words(&it->out, "# ",
			  "Everything else has a default. Take the # away from a line, and from the one above it that "
			  "it belongs to. "
			  "The values are those that hold anyway; where another default is named, or there is none, "
			  "they are examples.");
}

const char *starter_write(struct arena *arena, const struct framework *framework, const char *schema)
{
	struct starter it = {.out = TEXT_IN(arena), .framework = framework};

	add_head(&it, schema);
	for (size_t i = 0; i < profile_block.key_count; i++) {
		const struct key *key = &profile_block.keys[i];

		if (key->required || !is_of_use(&it, key))
			continue;
		if (role_named(key->name) != ROLE_NONE)
			starter_add_role(&it, key);
		else
			add_key(&it, &profile_block, key);
	}
	return text_done(&it.out);
}
