/* language: what there is to say of the languages and the diagnostics, to people and to editors: texts that the
 * caller frees. */
#include "clusterc.h"

#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "front/source.h"
#include "language/builtin.h"
#include "explain/code_page.h"
#include "explain/describe.h"
#include "language/profile.h"
#include "language/read.h"
#include "language/site.h"
#include "language/starter.h"
#include "write/site_page.h"

/* What is asked about a language, or a diagnostic, inside arena_try(). */
struct description {
	struct arena *arena;
	const struct block *language;
	const char *name, *path;
	enum code code;
	const char *text;
};

static void describe_as_schema(void *subject)
{
	struct description *it = subject;

	it->text = describe_schema(it->arena, it->name, it->language);
}

static void describe_as_reference(void *subject)
{
	struct description *it = subject;

	it->text = describe_reference(it->arena, it->name, it->language);
}

static void describe_one_key(void *subject)
{
	struct description *it = subject;

	it->text = describe_key(it->arena, it->language, it->path);
}

static const struct block *language_named(const char *name)
{
	static const struct {
		const char *name;
		const struct block *language;
	} languages[] = {{"profile", &profile_block}, {"framework", &framework_block}, {"site", &site_block}};

	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (!strcmp(name, languages[i].name))
			return languages[i].language;
	return NULL;
}

static void describe_all_keys(void *subject)
{
	struct description *it = subject;

	it->text = describe_keys(it->arena, it->language);
}

static void describe_code(void *subject)
{
	struct description *it = subject;

	it->text = code_page_text(it->arena, it->code);
}

static void describe_codes(void *subject)
{
	struct description *it = subject;

	it->text = code_page_reference(it->arena);
}

static void write_starter(void *subject)
{
	struct description *it = subject;

	it->text = starter_write(it->arena, builtin_framework_named(it->name)->framework, it->path);
}

/* A built-in site has been read before: nothing is wrong with it. */
static void write_site_rules(void *subject)
{
	struct description *it = subject;
	const struct builtin_site *site = builtin_site_named(it->name);
	const struct source *source;
	const struct document *document;
	struct warnings none = {0};
	struct diags diags;
	struct text text = TEXT_IN(it->arena);

	diags_start(&diags, it->arena, &none);
	source = source_of(it->arena, &diags, site->name, site->source, site->source_size, 0);
	document = source ? read_site(it->arena, &diags, source) : NULL;
	if (document)
		site_page_write(&text, document->bound, text_join(it->arena, "clusterc sites show ", it->name, NULL));
	it->text = document ? text_done(&text) : NULL;
}

/* A copy of what `how` says, for the caller to free. */
static char *copy_of(struct description *it, void (*how)(void *))
{
	char *copy = NULL;

	it->arena = arena_new();
	if (it->arena && arena_try(it->arena, how, it) && it->text)
		copy = strdup(it->text);
	arena_free(it->arena);
	return copy;
}

static char *describe_in_language(const char *language, const char *path, void (*how)(void *))
{
	struct description it = {.language = language_named(language), .name = language, .path = path};

	return it.language ? copy_of(&it, how) : NULL;
}

char *clusterc_starter(const char *framework, const char *schema)
{
	struct description it = {.name = framework, .path = schema};

	return builtin_framework_named(framework) ? copy_of(&it, write_starter) : NULL;
}

char *clusterc_site_rules(const char *name)
{
	struct description it = {.name = name};

	return builtin_site_named(name) ? copy_of(&it, write_site_rules) : NULL;
}

char *clusterc_schema(const char *language)
{
	return describe_in_language(language, NULL, describe_as_schema);
}

char *clusterc_reference(const char *language)
{
	return strcmp(language, "diagnostics") ? describe_in_language(language, NULL, describe_as_reference)
					       : copy_of(&(struct description){0}, describe_codes);
}

char *clusterc_explain_key(const char *language, const char *path)
{
	return describe_in_language(language, path, describe_one_key);
}

char *clusterc_keys(const char *language)
{
	return describe_in_language(language, NULL, describe_all_keys);
}

char *clusterc_explain_code(const char *name)
{
	struct description it = {.code = diag_code_named(name)};

	return it.code == CODE_COUNT ? NULL : copy_of(&it, describe_code);
}
