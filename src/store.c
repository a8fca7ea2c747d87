/* store: files that profiles name by path, each in an arena of its own. */
#include "store.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/digest.h"
#include "front/source.h"
#include "front/tree.h"
#include "language/site.h"

const struct store_language store_definitions = {read_framework, &framework_block};
const struct store_language store_sites = {read_site, &site_block};

struct entry {
	struct arena *arena;
	const char *path;
	const struct store_language *language;
	struct stat facts;
	struct stored stored;
};

struct store {
	struct entry entries[STORE_MOST];
	size_t count;
};

struct store *store_new(void)
{
	return calloc(1, sizeof(struct store));
}

void store_free(struct store *store)
{
	for (size_t i = 0; store && i < store->count; i++)
		arena_free(store->entries[i].arena);
	free(store);
}

static bool same_time(const struct timespec *a, const struct timespec *b)
{
	return a->tv_sec == b->tv_sec && a->tv_nsec == b->tv_nsec;
}

static bool same_file(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size &&
	       same_time(&a->st_mtim, &b->st_mtim) && same_time(&a->st_ctim, &b->st_ctim);
}

/* By its path, too, since that is what diagnostics name. */
static const struct stored *store_find(const struct store *store, const char *path,
				       const struct store_language *language, const struct stat *facts)
{
	for (size_t i = 0; i < store->count; i++) {
		const struct entry *entry = &store->entries[i];

		if (entry->language == language && !strcmp(entry->path, path) && same_file(&entry->facts, facts))
			return &entry->stored;
	}
	return NULL;
}

/* What is read inside arena_try(). */
struct store_reading {
	struct entry entry;
	struct diags *diags;
	const char *path, *directory, *fault;
	unsigned order;
};

/* Whether the file was meant to be in the language: it has most of the keys that it has to have at the top, and few
 * others. Looked at only where something was wrong with it. */
static bool is_meant(struct arena *arena, const struct source *source, const struct block *language)
{
	static const struct warnings none;
	struct diags aside;
	const struct node *root;
	size_t required = 0, found = 0, known = 0;

	diags_start(&aside, arena, &none);
	root = tree_parse(arena, &aside, source)->first;
	if (!root || root->kind != NODE_MAP)
		return false;
	for (size_t i = 0; i < language->key_count; i++) {
		bool there = node_get(root, language->keys[i].name);

		required += language->keys[i].required;
		found += language->keys[i].required && there;
		known += there;
	}
	return found * 2 > required && known * 3 > root->count * 2;
}

/* The first of those told since `before` that shows a line of a file outside of the directory, or NULL. */
static const struct diag *first_shown(const struct diags *diags, const struct diags *before)
{
	for (size_t i = before->count; i < diags->count; i++)
		if (diags->items[i]->where.source && diags->items[i]->where.source->outside &&
		    diags->items[i]->where.line)
			return diags->items[i];
	return NULL;
}

/* Nothing of a file that lies elsewhere and isn't in the language is shown, but where its first fault lies, for whoever
 * owns it. */
static void conceal(struct store_reading *it, const struct diags *before, const struct source *source)
{
	const struct diag *first = first_shown(it->diags, before);

	if (!first || (source && is_meant(it->entry.arena, source, it->entry.language->block)))
		return;
	it->fault = text_format(
		it->entry.arena,
		"it isn't one (line %u: %s), and nothing of it is shown, as it lies outside of the profile's directory",
		first->where.line, code_facts[first->code].name);
	diags_forget(it->diags, before);
}

static void read_entry(void *subject)
{
	struct store_reading *it = subject;
	struct entry *entry = &it->entry;
	struct diags before = *it->diags;
	const struct source *source;

	entry->path = text_copy(entry->arena, it->path, strlen(it->path));
	source = source_named(entry->arena, it->diags, entry->path, it->directory, SOURCE_ANYWHERE, it->order,
			      &it->fault);
	entry->stored.document = source ? entry->language->read(entry->arena, it->diags, source) : NULL;
	if (!entry->stored.document)
		conceal(it, &before, source);
	else
		entry->stored.digest =
			digest_of(entry->arena, entry->stored.document->text, strlen(entry->stored.document->text));
}

/* Until the entry is kept, its arena belongs to the compilation's. */
static void store_release(void *subject)
{
	arena_free(((struct store_reading *)subject)->entry.arena);
}

/* Whether the store takes it over. */
static bool keep(struct store *store, struct store_reading *reading)
{
	if (store->count == STORE_MOST || arena_taken(reading->entry.arena) > STORE_SIZE_MOST)
		return false;
	store->entries[store->count++] = reading->entry;
	reading->entry.arena = NULL;
	return true;
}

const struct stored *store_read(struct store *store, struct arena *arena, struct diags *diags, const char *path,
				const char *directory, unsigned order, const struct store_language *language,
				const char **fault)
{
	struct store_reading *reading = NEW(arena, struct store_reading);
	size_t told = diags->count + diags->left_out;
	struct entry *entry = &reading->entry;
	bool known = !stat(path, &entry->facts);
	const struct stored *stored = known ? store_find(store, path, language, &entry->facts) : NULL;

	*fault = NULL;
	if (stored)
		return stored;
	reading->diags = diags;
	reading->path = path;
	reading->directory = directory;
	reading->order = order;
	entry->language = language;
	arena_defer(arena, store_release, reading);
	entry->arena = arena_new_within(arena);
	if (!entry->arena || !arena_try(entry->arena, read_entry, reading))
		arena_fail(arena, entry->arena);
	*fault = reading->fault;
	if (!entry->stored.document)
		return NULL;
	if (known && diags->count + diags->left_out == told && keep(store, reading))
		return &store->entries[store->count - 1].stored;
	return &entry->stored;
}
