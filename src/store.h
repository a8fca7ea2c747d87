/* store: files that profiles name by path, read once for all profiles of a compiler.
 *
 * Many profiles of a course name one definition, ten times as large as any of them. */
#ifndef CLUSTERC_STORE_H
#define CLUSTERC_STORE_H

#include "language/read.h"

/* How many files are kept, and how much memory one of them may have taken, in bytes; what is beyond is read
 * anew each time. */
enum { STORE_MOST = 16, STORE_SIZE_MOST = 1024 * 1024 };

/* A file that was read, and the digest of its canonical text. */
struct stored {
	const struct document *document;
	const char *digest;
};

struct store;

/* An empty store, or NULL where there is no memory. */
struct store *store_new(void);
/* NULL is fine. What was read out of the store is gone with it. */
void store_free(struct store *store);

/* A language of files that profiles name. */
struct store_language {
	const struct document *(*read)(struct arena *arena, struct diags *diags, const struct source *source);
	const struct block *block;
};
extern const struct store_language store_definitions, store_sites;

/* What is read of the file, or was read of it before, if the file is the same still: device, inode,
 * size and the times of its last changes. NULL after diagnostics, or where `*fault` says why it can't be
 * read: see source_named(). `directory` is the one of
 * the file in which the path stands. Of a file outside of it nothing is told but that, if it isn't in the language:
 * messages would show lines of anybody's files. Only what nothing was to be said of is kept, so that every profile is
 * told; the rest lives as long as `arena`, as do the diagnostics, and takes of the memory that that may take. */
const struct stored *store_read(struct store *store, struct arena *arena, struct diags *diags, const char *path,
				const char *directory, unsigned order, const struct store_language *language,
				const char **fault);

#endif
