/* store: files that profiles name by path, each in an arena of its own. */
#include "store.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/digest.h"
#include "front/source.h"

struct entry {
	struct arena *arena;
	const char *path;
	store_reader *read;
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
static const struct stored *find(const struct store *store, const char *path, store_reader *read, const struct stat *facts)
{
	for (size_t i = 0; i < store->count; i++) {
		const struct entry *entry = &store->entries[i];

		if (entry->read == read && !strcmp(entry->path, path) && same_file(&entry->facts, facts))
			return &entry->stored;
	}
	return NULL;
}

/* What is read inside arena_try(). */
struct reading {
	struct entry entry;
	struct diags *diags;
	const char *path, *fault;
	unsigned order;
};

static void read_entry(void *subject)
{
	struct reading *it = subject;
	struct entry *entry = &it->entry;
	const struct source *source;

	entry->path = text_copy(entry->arena, it->path, strlen(it->path));
	source = source_named(entry->arena, it->diags, entry->path, NULL, it->order, &it->fault);
	entry->stored.document = source ? entry->read(entry->arena, it->diags, source) : NULL;
	if (entry->stored.document)
		entry->stored.digest = digest_of(entry->arena, entry->stored.document->text, strlen(entry->stored.document->text));
}

/* Until the entry is kept, its arena belongs to the compilation's. */
static void release(void *subject)
{
	arena_free(((struct reading *)subject)->entry.arena);
}

/* Whether the store takes it over. */
static bool keep(struct store *store, struct reading *reading)
{
	if (store->count == STORE_MOST || arena_taken(reading->entry.arena) > STORE_SIZE_MOST)
		return false;
	store->entries[store->count++] = reading->entry;
	reading->entry.arena = NULL;
	return true;
}

const struct stored *store_read(struct store *store, struct arena *arena, struct diags *diags, const char *path, unsigned order,
				store_reader *read, const char **fault)
{
	struct reading *reading = NEW(arena, struct reading);
	size_t told = diags->count + diags->left_out;
	struct entry *entry = &reading->entry;
	bool known = !stat(path, &entry->facts);
	const struct stored *stored = known ? find(store, path, read, &entry->facts) : NULL;

	*fault = NULL;
	if (stored)
		return stored;
	reading->diags = diags;
	reading->path = path;
	reading->order = order;
	entry->read = read;
	arena_defer(arena, release, reading);
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
