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
	const char *more; /* bytes behind these; NULL where there are none */
	size_t more_size;
};

/* Writes all files or none: new versions, synchronised with the disk, take their names when all are
 * complete. Files that hold the bytes already are not touched. The directory is made where it is missing. Runs
 * for the same names wait for each other; threads may write at once. `written` says whether anything changed.
 * Returns NULL, or what went wrong, in words.
 *
 * The last file tells which others belong to it: it changes first. Whoever is killed (or loses power) in
 * the moment between it and another leaves that other one waiting, complete, under the name
 * .NAME.clusterc-new: the next run gives it its name, and who reads the last file can do so, too. */
const char *output_write(struct arena *arena, const char *directory, const struct output_file *files, size_t count, bool *written);

#endif
