/* source: from a path to bytes that are safe to parse. */
#ifndef CLUSTERC_SOURCE_H
#define CLUSTERC_SOURCE_H

#include "base/diag.h"

/* The largest input, in bytes. */
enum { SOURCE_MOST = 1024 * 1024 };

/* Reads a file, or standard input where the path is "-". NULL after a diagnostic: the file
 * can't be read, changes meanwhile, is a pipe that nobody has open for writing, is larger than SOURCE_MOST, isn't
 * UTF-8, or holds a NUL. `order` places its diagnostics among those of other files. */
const struct source *source_read(struct arena *arena, struct diags *diags, const char *path, unsigned order);

/* The same for a path that stands in a file of `directory` ("" is the one we are in): only a regular file is
 * taken, and none in which the kernel shows itself (/proc, /sys), so that a profile makes nobody wait for a pipe,
 * touches no device, and shows nobody's environment; with SOURCE_INSIDE, only one that lies in the directory, links
 * followed, and it is taken as it is, with a byte order mark if it has one. Where that isn't so, or the file can't be
 * opened, `*fault` says why, and nothing is told: the caller knows where the path stands. */
enum source_reach { SOURCE_INSIDE, SOURCE_ANYWHERE };
const struct source *source_named(struct arena *arena, struct diags *diags, const char *path, const char *directory,
				  enum source_reach reach, unsigned order, const char **fault);
extern const char source_outside[]; /* this fault: it lies elsewhere */

/* The same for bytes that are in memory already; they must outlive the arena. */
const struct source *source_of(struct arena *arena, struct diags *diags, const char *name, const char *bytes,
			       size_t size, unsigned order);

/* The place of the byte at `offset`, one character wide. */
struct span source_place(const struct source *source, size_t offset);

#endif
