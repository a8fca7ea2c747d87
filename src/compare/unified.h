/* unified: how one text becomes another, as `diff -u` prints it and patch takes it. */
#ifndef CLUSTERC_UNIFIED_H
#define CLUSTERC_UNIFIED_H

#include "base/text.h"

/* One of the two texts; `bytes` NULL: there is no such file, which is called /dev/null. */
struct version {
	const char *bytes;
	size_t size;
};

/* Writes the difference (POSIX.1-2024, diff, "Diff -u or -U Output Format") of two versions of the file
 * `name`, with three lines around each change. Nothing where they are the same. */
void unified_write(struct text *out, const char *name, struct version old, struct version new);

/* Writes a file's name as patch reads it back: in C's double quotes where anything in it needs them. */
void unified_name(struct text *out, const char *name);

#endif
