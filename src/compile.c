/* compile: the whole compiler on one page, one call a pass. */
#include "compile.h"

#include <string.h>

#include "cluster/resolve.h"
#include "front/source.h"
#include "front/tree.h"
#include "kube/lower.h"
#include "language/builtin.h"
#include "language/edit.h"
#include "language/roster.h"
#include "write/manifest.h"

/* --- What a profile names ---------------------------------------------------------------------- */

/* A definition, bound, and the digest of its text. */
struct definition {
	const struct framework *framework;
	const char *digest;
};

static bool is_path(const char *framework)
{
	size_t size = strlen(framework);

	return strchr(framework, '/') || (size > 5 && !strcmp(framework + size - 5, ".yaml"));
}

static const char *builtin_name(const void *subject, size_t i)
{
	(void)subject;
	return i < builtin_framework_count ? builtin_frameworks[i].name : NULL;
}

static const char *builtin_site_name(const void *subject, size_t i)
{
	(void)subject;
	return i < builtin_site_count ? builtin_sites[i].name : NULL;
}

/* Everything that `name` gives, one behind the other. */
static const char *all_names(struct arena *arena, const char *(*name)(const void *, size_t))
{
	struct text names = TEXT_IN(arena);

	for (size_t i = 0; name(NULL, i); i++) {
		text_add(&names, i ? ", " : "");
		text_add(&names, name(NULL, i));
	}
	return text_done(&names);
}

/* The profile's directory, with a '/' at its end; empty for the one we are in. */
static const char *directory_of(const struct clusterc *compiler)
{
	const char *slash = compiler->path ? strrchr(compiler->path, '/') : NULL;

	return slash ? text_copy(compiler->arena, compiler->path, (size_t)(slash - compiler->path) + 1) : "";
}

/* Relative paths start beside the profile. */
static const char *beside(const struct clusterc *compiler, const char *path)
{
	return *path == '/' ? path : text_join(compiler->arena, directory_of(compiler), path, NULL);
}

static bool read_definition(struct clusterc *compiler, struct span where, const char *name,
			    struct definition *definition)
{
	const char *path = beside(compiler, name), *fault;
	const struct stored *stored =
		store_read(compiler->store, compiler->arena, &compiler->diags, path, directory_of(compiler),
			   where.source->order + 1, &store_definitions, &fault);

	if (fault)
		diag(&compiler->diags, CODE_UNKNOWN_FRAMEWORK, where, "the path is relative to the profile's directory",
		     "the definition %s can't be read: %s", path, fault);
	if (stored)
		*definition = (struct definition){stored->document->bound, stored->digest};
	return stored;
}

/* Looks at the tree, not at the bound profile: a framework that isn't there is told of
 * together with everything else that is wrong. */
static bool find_definition(struct clusterc *compiler, const struct source *source, const struct node *root,
			    struct definition *definition)
{
	const struct node *key = node_get(root, "framework");
	const struct builtin_framework *builtin;
	const char *near;

	if (!key || key->kind != NODE_TEXT || key->bad || node_is_null(key) || !*key->text)
		return false;
	if (is_path(key->text))
		return read_definition(compiler, node_span(source, key), key->text, definition);
	builtin = builtin_framework_named(key->text);
	if (builtin) {
		*definition = (struct definition){builtin->framework, builtin->digest};
		return true;
	}
	near = text_nearest(key->text, builtin_name, NULL);
	diag(&compiler->diags, CODE_UNKNOWN_FRAMEWORK, node_span(source, key),
	     near ? text_format(compiler->arena, "did you mean %s?", near)
		  : text_format(compiler->arena, "built in: %s; or write the path of a definition: ./%s.yaml",
				all_names(compiler->arena, builtin_name), key->text),
	     "there is no framework '%s'", key->text);
	return false;
}

static const struct document *read_builtin_site(struct clusterc *compiler, const struct builtin_site *site,
						unsigned order)
{
	const char *name = text_join(compiler->arena, "sites/", site->name, ".yaml", NULL);
	const struct source *source =
		source_of(compiler->arena, &compiler->diags, name, site->source, site->source_size, order);

	return source ? read_site(compiler->arena, &compiler->diags, source) : NULL;
}

/* `fault`: why a description can't be read; NULL where it isn't built in. */
static void refuse_site(struct clusterc *compiler, struct span where, const char *name, const char *fault)
{
	const char *near = fault ? NULL : text_nearest(name, builtin_site_name, NULL);

	diag(&compiler->diags, CODE_UNKNOWN_SITE, where,
	     near ? text_format(compiler->arena, "did you mean %s?", near)
		  : text_format(compiler->arena,
				"built in: %s; or write the path of a description, relative to the profile",
				all_names(compiler->arena, builtin_site_name)),
	     fault ? "the site %s can't be read: %s" : "there is no site '%s'", name, fault);
}

/* Looks at the tree, as for the definition; NULL without a site, or after a diagnostic. */
static const struct document *find_site(struct clusterc *compiler, const struct source *source, const struct node *root)
{
	const struct node *key = node_get(root, "site");
	const struct builtin_site *builtin;
	const struct stored *stored;
	const char *fault;

	if (!key || key->kind != NODE_TEXT || key->bad || node_is_null(key) || !*key->text)
		return NULL;
	builtin = builtin_site_named(key->text);
	if (builtin)
		return read_builtin_site(compiler, builtin, source->order + 1);
	if (!is_path(key->text)) {
		refuse_site(compiler, node_span(source, key), key->text, NULL);
		return NULL;
	}
	stored = store_read(compiler->store, compiler->arena, &compiler->diags, beside(compiler, key->text),
			    directory_of(compiler), source->order + 1, &store_sites, &fault);
	if (fault)
		refuse_site(compiler, node_span(source, key), key->text, fault);
	return stored ? stored->document : NULL;
}

/* --- The passes -------------------------------------------------------------------------------- */

static void add_result(struct clusterc *compiler, const struct manifest *objects, const struct document *profile)
{
	struct result *result = NEW(compiler->arena, struct result);

	result->objects = objects;
	result->profile = profile;
	result->resolved = TEXT_IN(compiler->arena);
	result->plan = TEXT_IN(compiler->arena);
	result->manifest = TEXT_IN(compiler->arena);
	result->manager = TEXT_IN(compiler->arena);
	*compiler->end = result;
	compiler->end = &result->next;
	compiler->count++;
}

struct span compile_name_span(const struct document *profile)
{
	return node_span(profile->source, node_find(profile->root, "name", NULL));
}

static void refuse_same_cluster(struct clusterc *compiler, const struct document *profile)
{
	const char *name = ((const struct profile *)profile->bound)->name;

	for (const struct result *other = compiler->first; other; other = other->next)
		if (!strcmp(other->objects->cluster->name, name))
			diag(&compiler->diags, CODE_DUPLICATE_CLUSTER, compile_name_span(profile),
			     "give each profile of a file its own name", "a profile above is named %s, too", name);
}

static void compile_document(struct clusterc *compiler, const struct source *source, struct node *root)
{
	struct arena *arena = compiler->arena;
	struct definition definition = {0};
	bool found = find_definition(compiler, source, root, &definition);
	size_t errors = compiler->diags.errors;
	const struct document *site = find_site(compiler, source, root);
	bool site_good = compiler->diags.errors == errors;
	const struct document *profile = read_document(arena, &compiler->diags, source, root, &profile_block);
	const struct cluster *cluster;
	const struct manifest *objects;

	if (!profile || !found || !site_good)
		return;
	refuse_same_cluster(compiler, profile);
	cluster = resolve(arena, &compiler->diags,
			  &(struct request){profile, definition.framework, definition.digest, site,
					    directory_of(compiler), CLUSTERC_VERSION});
	if (!cluster)
		return;
	objects = lower(arena, cluster);
	add_result(compiler, objects, profile);
}

/* Edits come after the file in the order of messages. */
static void edit(struct clusterc *compiler, struct node *root)
{
	for (size_t i = 0; i < compiler->edit_count; i++) {
		const char *name = text_format(compiler->arena, "--set #%zu", i + 1), *text = compiler->edits[i];
		const struct source *source = source_of(compiler->arena, &compiler->diags, name, text, strlen(text),
							EDITS_ORDER + (unsigned)i);

		if (source)
			edit_tree(compiler->arena, &compiler->diags, root, &profile_block, source);
	}
	if (compiler->roster)
		roster_edit(compiler->arena, &compiler->diags, root, &profile_block, compiler->roster->table,
			    compiler->row);
}

/* --- Files that aren't profiles ------------------------------------------------------------------- */

static size_t known_keys(const struct node *root, const struct block *language)
{
	size_t known = 0;

	for (size_t i = 0; i < language->key_count; i++)
		known += node_get(root, language->keys[i].name) != NULL;
	return known;
}

/* The language of a file of which nothing is known but its keys; NULL: a profile. A site is what has as many of its
 * keys as a definition would: definitions need more. */
static const struct store_language *language_of(const struct node *root)
{
	size_t site, definition;

	if (root->kind != NODE_MAP || node_get(root, "framework"))
		return NULL;
	site = known_keys(root, store_sites.block);
	definition = known_keys(root, store_definitions.block);
	if (known_keys(root, &profile_block) >= (site > definition ? site : definition))
		return NULL;
	return site >= definition ? &store_sites : &store_definitions;
}

/* Whether the file isn't a profile, and has been checked. */
static bool check_other(struct clusterc *compiler, const struct source *source, const struct node *root)
{
	const struct store_language *language = NULL;

	if (compiler->any_language && !compiler->edit_count && !compiler->roster)
		language = language_of(root);
	if (language) {
		const struct document *document = language->read(compiler->arena, &compiler->diags, source);

		compiler->site = language == &store_sites ? document : NULL;
	}
	return language;
}

static void write_manifests(struct clusterc *compiler)
{
	for (struct result *result = compiler->first; result; result = result->next) {
		manifest_write(&result->manifest, result->objects, CLUSTERC_VERSION);
		text_done(&result->manifest);
	}
}

void compile(void *subject)
{
	struct clusterc *compiler = subject;
	const struct source *source = compiler->bytes
					      ? source_of(compiler->arena, &compiler->diags, compiler->name,
							  compiler->bytes, compiler->size, 0)
					      : source_read(compiler->arena, &compiler->diags, compiler->path, 0);
	struct tree *tree = source ? tree_parse(compiler->arena, &compiler->diags, source) : NULL;

	struct node *first = tree && tree->whole ? tree->first : NULL;

	if (first && check_other(compiler, source, first))
		first = NULL;
	for (struct node *root = first, *next; root; root = next) {
		next = root->next;
		edit(compiler, root);
		compile_document(compiler, source, root);
	}
	if (!compiler->diags.errors)
		write_manifests(compiler);
	diags_sort(&compiler->diags);
}
