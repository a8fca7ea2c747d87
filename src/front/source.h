/* source: from a path to bytes that are safe to parse. */
#ifndef CLUSTERC_SOURCE_H
#define CLUSTERC_SOURCE_H

#include "base/diag.h"

/* The largest input, in bytes. */
enum { SOURCE_MOST = 1024 * 1024 };

/* Reads a file, or standard input where the path is "-". NULL after a diagnostic: the file
 * can't be read, is larger than SOURCE_MOST, isn't UTF-8, or holds a NUL.
 * `order` places its diagnostics among those of other files. */
const struct source *source_read(struct arena *arena, struct diags *diags, const char *path, unsigned order);

/* The same for bytes that are in memory already; they must outlive the arena. */
const struct source *source_of(struct arena *arena, struct diags *diags, const char *name, const char *bytes,
			       size_t size, unsigned order);

#endif
