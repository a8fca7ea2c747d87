/* batch: one command over many profiles. */
#ifndef CLUSTERC_BATCH_H
#define CLUSTERC_BATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/options.h"
#include "clusterc.h"

/* What a command does with what came out of each profile. */
struct batch_work {
	/* Called for each profile that is good, in their order; `profiles` is how many there are, good or not. Returns
	 * an exit status; STATUS_USAGE, after a message of its own, ends the run; STATUS_DIFFERENT isn't an error.
	 * NULL: there is nothing to be done. */
	int (*then)(struct clusterc *compiler, const struct request_line *line, size_t profiles);
	bool claims;           /* the names of its clusters, which two profiles can't share */
	bool files;            /* of its clusters in line->output are written or compared */
	bool any_language;     /* a file may also be a definition or a site, which is only checked */
	const char *unwritten; /* said of a profile with errors; NULL: nothing */
};

struct findings;

/* Compiles all profiles that the command line names, in their order. Whatever is wrong with one doesn't stop the
 * others. Several profiles are summed up in a last line. `findings`, which may be NULL, takes what was found instead
 * of standard error. Returns the worst exit status. */
int batch_run(const struct request_line *line, const struct batch_work *work, struct findings *findings);

/* Sets -W; 0, or the exit status after a message. */
int batch_warnings(struct clusterc *compiler, const struct request_line *line);

#endif
