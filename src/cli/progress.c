/* progress: one line that is written over. */
#include "cli/progress.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { PERIOD = 100 /* ms */, FEWEST = 2 };

static int64_t now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

const char *number_grouped(size_t number, char room[NUMBER_ROOM])
{
	char digits[NUMBER_ROOM];
	int count = snprintf(digits, sizeof digits, "%zu", number);
	char *out = room;

	for (int i = 0; i < count; i++) {
		if (i && (count - i) % 3 == 0)
			*out++ = ',';
		*out++ = digits[i];
	}
	*out = '\0';
	return room;
}

void progress_start(struct progress *progress, size_t total, bool prints)
{
	*progress = (struct progress){.shown = total >= FEWEST && isatty(STDERR_FILENO) && !(prints && isatty(STDOUT_FILENO))};
	if (progress->shown)
		progress->next = now() + PERIOD; /* what is done at once needs no line */
}

void progress_tell(struct progress *progress, size_t done, size_t total)
{
	char left[NUMBER_ROOM], right[NUMBER_ROOM];
	int64_t time;

	if (!progress->shown || (time = now()) < progress->next)
		return;
	fprintf(stderr, "\rclusterc: %s of %s profiles", number_grouped(done, left), number_grouped(total, right));
	fflush(stderr);
	progress->standing = true;
	progress->next = time + PERIOD;
}

void progress_clear(struct progress *progress)
{
	if (progress->standing)
		fprintf(stderr, "\r%60s\r", "");
	progress->standing = false;
}
