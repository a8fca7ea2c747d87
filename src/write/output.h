/* output: files that are each written whole. */
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

/* What came of writing. */
struct output_result {
	bool written;        /* a file has changed */
	const char *foreign; /* the path of a file that something else wrote: nothing was written; else NULL */
	const char *fault;   /* what went wrong, in words; else NULL */
};

/* Writes the files into the directory, which is made if it is missing. Each is the old file or the new one, whole,
 * whatever fails; so is each after `kill -9`. All new versions are on the disk, as hidden files
 * .NAME.clusterc-PID-N, before the first takes its name; they take their names in the order given.
 * Files that hold the bytes already are not touched. A file without OUTPUT_MARK
 * in its first 4 KiB is only replaced if `force` is set. A symbolic link is replaced, not followed. Threads and
 * programs may write at once: the last one's files stay. Strings live in the arena. */
struct output_result output_write(struct arena *arena, const char *directory, const struct output_file *files,
				  size_t count, bool force);

/* Is near the start of every file that the compiler writes; the version follows. */
#define OUTPUT_MARK "Made by clusterc "

#endif
