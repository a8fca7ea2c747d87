/* progress: how far a long run is, for somebody who watches. */
#ifndef CLUSTERC_PROGRESS_H
#define CLUSTERC_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct progress {
	bool shown;   /* standard error is a terminal, and there is something to wait for */
	bool standing; /* the line stands there now */
	int64_t next; /* milliseconds of the steady clock before which it isn't renewed */
};

/* A line on standard error, only where that is a terminal; `total` is how many profiles there are. A run
 * that prints on a terminal, too, shows by that how far it is. */
void progress_start(struct progress *progress, size_t total, bool prints);
/* Renews the line, ten times a second at the most. */
void progress_tell(struct progress *progress, size_t done, size_t total);
/* Takes the line away, before anything else is printed. */
void progress_clear(struct progress *progress);

/* 12345 as "12,345", in `room`, which it returns. */
enum { NUMBER_ROOM = 32 };
const char *number_grouped(size_t number, char room[NUMBER_ROOM]);

#endif
