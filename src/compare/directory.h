/* directory: what is in a directory against what would be written there. */
#ifndef CLUSTERC_DIRECTORY_H
#define CLUSTERC_DIRECTORY_H

#include "base/text.h"
#include "write/output.h"

/* A file as it is. */
struct committed {
	const char *bytes; /* NULL: there is none, or it is too large */
	size_t size;
	bool executable, too_large;
};

/* Reads a file of `most` bytes at most; links are followed. Returns NULL, or what went wrong, in words; that
 * there is no such file isn't wrong. */
const char *directory_read(struct arena *arena, const char *path, size_t most, struct committed *file);

/* Adds how the directory's files have to change to become these: unified diffs that patch -p0 and
 * git apply -p0 take, a missing right to execute as git says it. Of a file that is larger than 4 MiB,
 * and than twice what it should be, only that it differs. Returns as above. */
const char *directory_compare(struct arena *arena, const char *directory, const struct output_file *files, size_t count,
			      struct text *out);

#endif
