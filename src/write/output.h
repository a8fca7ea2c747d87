/* output: files that are written whole or not at all. */
#ifndef CLUSTERC_OUTPUT_H
#define CLUSTERC_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/arena.h"

struct output_file {
	const char *name; /* in the directory */
	const char *bytes;
	size_t size;
	mode_t mode; /* before the umask */
};

/* Writes all files or none: each into a temporary file that is synchronised with the disk,
 * then renamed. Files that hold the bytes already are not touched. The directory is made
 * where it is missing. Returns NULL, or what went wrong, in words. */
const char *output_write(struct arena *arena, const char *directory, const struct output_file *files, size_t count);

#endif
