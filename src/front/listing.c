/* listing: the files of a directory, in an order that doesn't depend on the file system. */
#include "front/listing.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { DEPTH_MOST = 32 };

struct listing {
	struct arena *arena;
	const char *root;
	size_t most;
	struct texts *files;
};

/* An open directory, closed with the arena if not before. */
struct opened {
	DIR *stream;
};

static void close_directory(void *subject)
{
	struct opened *opened = subject;

	if (opened->stream)
		closedir(opened->stream);
	opened->stream = NULL;
}

static int compare_names(const void *one, const void *other)
{
	return strcmp(*(const char *const *)one, *(const char *const *)other);
}

static bool is_listed(const char *name)
{
	return *name != '.' && strcmp(name, "__pycache__") != 0;
}

/* The names in a directory, sorted; NULL, or why they can't be read. */
static const char *read_entries(const struct listing *it, const char *path, struct texts *names)
{
	struct opened *opened = NEW(it->arena, struct opened);
	const struct dirent *entry;

	opened->stream = NULL;
	arena_defer(it->arena, close_directory, opened);
	opened->stream = opendir(path);
	if (!opened->stream)
		return strerror(errno);
	while (names->count <= it->most && (entry = readdir(opened->stream)))
		if (is_listed(entry->d_name))
			texts_add(it->arena, names, text_copy(it->arena, entry->d_name, strlen(entry->d_name)));
	close_directory(opened);
	if (names->count)
		qsort(names->items, names->count, sizeof *names->items, compare_names);
	return NULL;
}

static const char *list_below(const struct listing *it, const char *inside, unsigned depth)
{
	struct texts names = {0};
	const char *fault = read_entries(it, text_join(it->arena, it->root, "/", inside, NULL), &names);

	if (!fault && depth > DEPTH_MOST)
		fault = "its directories are more than 32 deep";
	for (size_t i = 0; !fault && i < names.count && it->files->count <= it->most; i++) {
		const char *path = text_join(it->arena, inside, names.items[i], NULL);
		struct stat facts;

		if (stat(text_join(it->arena, it->root, "/", path, NULL), &facts))
			fault = text_join(it->arena, path, ": ", strerror(errno), NULL);
		else if (S_ISDIR(facts.st_mode))
			fault = list_below(it, text_join(it->arena, path, "/", NULL), depth + 1);
		else
			texts_add(it->arena, it->files, path);
	}
	return fault;
}

const char *listing_read(struct arena *arena, const char *directory, size_t most, struct texts *files)
{
	return list_below(&(struct listing){arena, directory, most, files}, "", 1);
}
