/* schedule: when a CronJob runs: five fields of crontab, and a time zone. */
#ifndef CLUSTERC_SCHEDULE_H
#define CLUSTERC_SCHEDULE_H

#include "base/text.h"

/* The times that a schedule names: a bit for each number. A day comes if both `days` and `weekdays` have it; if neither
 * is `*` (any_day, any_weekday), if one of them does. */
struct schedule {
	uint64_t minutes, hours, days, months, weekdays;
	bool any_day, any_weekday;
};

/* Reads five fields or one of @hourly, @daily, @midnight, @weekly, @monthly, @yearly and @annually, as Kubernetes does
 * (github.com/robfig/cron v3, ParseStandard; its @every isn't taken, because nobody can say when that comes). Returns
 * what is wrong, in `arena`, or NULL; a date that never comes is wrong, too. */
const char *schedule_read(struct arena *arena, const char *text, struct schedule *schedule);

/* The same, for a rule. */
const char *schedule_fault(struct arena *arena, const char *text);

/* The schedule for programs that can't parse it: minutes, hours, days, months and weekdays as lists of numbers, then
 * "yes" or nothing for any_day and any_weekday; all divided by ';'. */
const char *schedule_sets(struct arena *arena, const struct schedule *schedule);

/* What is wrong with a name of a time zone, or NULL. The API server refuses names that its database doesn't have. */
const char *schedule_zone_fault(struct arena *arena, const char *text);

/* All names of the time zone database (time_zones.c), sorted; NULL at the end. */
extern const char *const time_zones[];

#endif
