/* schedule: when a CronJob runs, read as Kubernetes reads it (github.com/robfig/cron v3, parser.go). */
#include "language/schedule.h"

#include <string.h>

static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec", weekdays[] = "sunmontuewedthufrisat";

/* The five fields, in their order. */
enum { MINUTE, HOUR, DAY, MONTH, WEEKDAY, FIELDS };
static const struct field {
	const char *what;
	unsigned least, most;
	const char *names; /* of three letters each, the first for `least`; or NULL */
} fields[FIELDS] = {
	{"minute", 0, 59, NULL},
	{"hour", 0, 23, NULL},
	{"day of the month", 1, 31, NULL},
	{"month", 1, 12, months},
	{"day of the week", 0, 6, weekdays},
};

/* One field as it is read. */
struct field_reader {
	const struct field *field;
	const char *at, *end;
};

/* A number, or a name of the field's; false if neither stands here. */
static bool read_number_or_name(struct field_reader *it, unsigned *value)
{
	const char *from = it->at;

	*value = 0;
	for (; it->at < it->end && *it->at >= '0' && *it->at <= '9' && *value < 1000; it->at++)
		*value = *value * 10 + (unsigned)(*it->at - '0');
	if (it->at > from)
		return true;
	for (const char *name = it->field->names; name && *name && it->end - it->at >= 3; name += 3)
		if (ascii_lower(it->at[0]) == name[0] && ascii_lower(it->at[1]) == name[1] &&
		    ascii_lower(it->at[2]) == name[2]) {
			*value = it->field->least + (unsigned)(name - it->field->names) / 3;
			it->at += 3;
			return true;
		}
	return false;
}

static bool take_character(struct field_reader *it, char character)
{
	if (it->at == it->end || *it->at != character)
		return false;
	it->at++;
	return true;
}

/* One range: "*", "N", "N-M", each with "/STEP" behind it if need be. What is wrong, or NULL. */
static const char *read_range(struct arena *arena, struct field_reader *it, uint64_t *set, bool *any)
{
	const struct field *field = it->field;
	unsigned first = field->least, last = field->most, step = 1;
	bool star = take_character(it, '*') || take_character(it, '?'), single = false;

	if (!star) {
		if (!read_number_or_name(it, &first))
			return text_format(arena, "the %s isn't a number, a range or *", field->what);
		single = !take_character(it, '-');
		last = first;
		if (!single && !read_number_or_name(it, &last))
			return text_format(arena, "the range of the %s has no end", field->what);
	}
	if (take_character(it, '/')) {
		if (!read_number_or_name(it, &step) || !step)
			return text_format(arena, "the step of the %s isn't a number from 1 on", field->what);
		last = single ? field->most : last;
	}
	if (first < field->least || last > field->most)
		return text_format(arena, "the %s isn't between %u and %u", field->what, field->least, field->most);
	if (first > last)
		return text_format(arena, "the range of the %s ends before it begins", field->what);
	*any = *any || (star && step == 1);
	for (unsigned value = first; value <= last; value += step)
		*set |= UINT64_C(1) << value;
	return NULL;
}

static const char *read_field(struct arena *arena, struct field_reader it, uint64_t *set, bool *any)
{
	const char *fault;

	*set = 0;
	*any = false;
	do {
		fault = read_range(arena, &it, set, any);
		if (fault)
			return fault;
	} while (take_character(&it, ','));
	return it.at == it.end ? NULL : text_format(arena, "the %s has something behind its numbers", it.field->what);
}

/* What the words with @ stand for. */
static const char *plain_fields(const char *text)
{
	static const char *const words[][2] = {
		{"@hourly", "0 * * * *"},   {"@daily", "0 0 * * *"},   {"@midnight", "0 0 * * *"},
		{"@weekly", "0 0 * * 0"},   {"@monthly", "0 0 1 * *"}, {"@yearly", "0 0 1 1 *"},
		{"@annually", "0 0 1 1 *"},
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!strcmp(text, words[i][0]))
			return words[i][1];
	return text;
}

/* Whether any month of those has any day of those. */
static bool comes(const struct schedule *schedule)
{
	static const unsigned char lengths[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	if (!schedule->any_day && !schedule->any_weekday)
		return true;
	for (unsigned month = 1; month <= 12; month++)
		if (schedule->months >> month & 1 && schedule->days & ((UINT64_C(2) << lengths[month - 1]) - 2))
			return true;
	return false;
}

const char *schedule_read(struct arena *arena, const char *text, struct schedule *schedule)
{
	uint64_t *sets[FIELDS] = {&schedule->minutes, &schedule->hours, &schedule->days, &schedule->months,
				  &schedule->weekdays};
	bool any[FIELDS];
	const char *at = plain_fields(text);

	if (*text == '@' && at == text)
		return strncmp(text, "@every", 6) ? "there is no such word with @"
						  : "@every says nothing about when it begins; write five fields";
	for (size_t i = 0; i < FIELDS; i++) {
		size_t size = strcspn(at += strspn(at, " "), " ");
		const char *fault;

		if (!size)
			return text_format(arena, "it has %zu fields, not five", i);
		fault = read_field(arena, (struct field_reader){&fields[i], at, at + size}, sets[i], &any[i]);
		if (fault)
			return fault;
		at += size;
	}
	if (at[strspn(at, " ")])
		return "it has more than five fields";
	schedule->any_day = any[DAY];
	schedule->any_weekday = any[WEEKDAY];
	return comes(schedule) ? NULL : "none of its months has such a day";
}

const char *schedule_fault(struct arena *arena, const char *text)
{
	struct schedule schedule;

	return schedule_read(arena, text, &schedule);
}

static void add_set(struct text *text, uint64_t set)
{
	const char *between = "";

	for (int value = 0; value < 64; value++)
		if (set >> value & 1) {
			text_add(text, between);
			text_add_number(text, value);
			between = ",";
		}
	text_add_char(text, ';');
}

const char *schedule_sets(struct arena *arena, const struct schedule *schedule)
{
	struct text text = TEXT_IN(arena);

	add_set(&text, schedule->minutes);
	add_set(&text, schedule->hours);
	add_set(&text, schedule->days);
	add_set(&text, schedule->months);
	add_set(&text, schedule->weekdays);
	text_add_all(&text, schedule->any_day ? "yes" : "", ";", schedule->any_weekday ? "yes" : "", NULL);
	return text_done(&text);
}

static const char *time_zone_name(const void *subject, size_t i)
{
	return ((const char *const *)subject)[i];
}

const char *schedule_zone_fault(struct arena *arena, const char *text)
{
	const char *near;

	for (size_t i = 0; time_zones[i]; i++)
		if (!strcmp(time_zones[i], text))
			return NULL;
	near = text_nearest(text, time_zone_name, time_zones);
	return near ? text_format(arena, "there is none of that name; did you mean %s?", near)
		    : "there is none of that name";
}
