/* quantity: Kubernetes' numbers with units, read exactly: no floating point. */
#include "base/quantity.h"

#include <string.h>

#include "base/text.h"

/* What a suffix multiplies by: factor, then ten to the power of `exponent`. */
static const struct suffix {
	const char *name;
	int64_t factor;
	int exponent;
} suffixes[] = {
	{"", 1, 0},    {"m", 1, -3},  {"k", 1, 3},   {"M", 1, 6},
	{"G", 1, 9},   {"T", 1, 12},  {"P", 1, 15},  {"E", 1, 18},
	{"Ki", INT64_C(1) << 10, 0}, {"Mi", INT64_C(1) << 20, 0}, {"Gi", INT64_C(1) << 30, 0},
	{"Ti", INT64_C(1) << 40, 0}, {"Pi", INT64_C(1) << 50, 0}, {"Ei", INT64_C(1) << 60, 0},
};

static bool is_decimal(char c)
{
	return c >= '0' && c <= '9';
}

/* Reads [eE][+-]?digits as a suffix. */
static bool read_exponent(const char *string, struct suffix *suffix)
{
	bool minus;
	int exponent = 0;

	if (*string != 'e' && *string != 'E')
		return false;
	minus = *++string == '-';
	if (*string == '-' || *string == '+')
		string++;
	if (!is_decimal(*string))
		return false;
	for (; is_decimal(*string); string++)
		if ((exponent = exponent * 10 + (*string - '0')) > 40)
			exponent = 40;
	*suffix = (struct suffix){"", 1, minus ? -exponent : exponent};
	return !*string;
}

static bool read_suffix(const char *string, struct suffix *suffix)
{
	for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
		if (!strcmp(string, suffixes[i].name)) {
			*suffix = suffixes[i];
			return true;
		}
	return read_exponent(string, suffix);
}

/* Multiplies by a factor and a power of ten; exact or refused. A division by ten that the
 * number alone doesn't allow takes its 2 from the binary factor, so that 1.5Gi is exact. */
static enum quantity_result scale(uint64_t number, struct suffix by, int64_t *value)
{
	for (; number && by.exponent < 0; by.exponent++) {
		if (number % 10 == 0)
			number /= 10;
		else if (number % 5 == 0 && by.factor % 2 == 0)
			number /= 5, by.factor /= 2;
		else
			return QUANTITY_TOO_FINE;
	}
	for (; number && by.exponent > 0; by.exponent--) {
		if (number > INT64_MAX / 10)
			return QUANTITY_TOO_LARGE;
		number *= 10;
	}
	if (number > (uint64_t)(INT64_MAX / by.factor))
		return QUANTITY_TOO_LARGE;
	*value = (int64_t)number * by.factor;
	return QUANTITY_GOOD;
}

enum quantity_result quantity_read(const char *string, enum unit unit, int64_t *value)
{
	uint64_t digits = 0;
	int places = 0;
	bool any = false, point = false;
	struct suffix suffix;

	for (; is_decimal(*string) || (*string == '.' && !point); string++) {
		if (*string == '.') {
			point = true;
			continue;
		}
		any = true;
		if (digits > (uint64_t)(INT64_MAX - (*string - '0')) / 10)
			return QUANTITY_TOO_LARGE;
		digits = digits * 10 + (uint64_t)(*string - '0');
		places += point;
	}
	if (!any || !read_suffix(string, &suffix))
		return QUANTITY_MALFORMED;
	suffix.exponent += (unit == UNIT_CPU ? 3 : 0) - places;
	return scale(digits, suffix, value);
}

/* The unit of a size, which stands at the end of it: k, kb or kib. 0 where it is none. */
static int64_t read_size_unit(const char *string)
{
	static const char letters[] = "bkmgtp";
	const char *letter = *string ? strchr(letters, ascii_lower(*string)) : NULL;

	if (!letter)
		return 0;
	string += letter != letters && ascii_lower(string[1]) == 'i' && ascii_lower(string[2]) == 'b' ? 3
		  : letter != letters && ascii_lower(string[1]) == 'b'				       ? 2
												       : 1;
	return *string ? 0 : INT64_C(1) << (10 * (letter - letters));
}

/* `number` and as many digits behind its point, times `unit`, rounded up. */
static int64_t size_of(int64_t number, int64_t fraction, int64_t places, int64_t unit)
{
	int64_t part = unit / places * fraction + (unit % places * fraction + places - 1) / places;

	return number > (INT64_MAX - part) / unit ? INT64_MAX : number * unit + part;
}

bool quantity_read_size(const char *string, int64_t *unit, int64_t *value)
{
	const int64_t many = INT64_C(100000000000000000), fine = 1000;
	int64_t number = 0, fraction = 0, places = 1, own;
	const char *start = string;

	for (; is_decimal(*string); string++)
		number = number < many ? number * 10 + (*string - '0') : INT64_MAX;
	if (string == start)
		return false;
	if (*string == '.')
		for (string++; is_decimal(*string); string++)
			if (places < fine) {
				fraction = fraction * 10 + (*string - '0');
				places *= 10;
			}
	string += *string == ' ';
	own = *string ? read_size_unit(string) : *unit;
	if (!own)
		return false;
	*unit = own;
	*value = size_of(number, fraction, places, own);
	return true;
}

/* 1250 thousandths as 1.25. */
static const char *write_rate(struct arena *arena, int64_t value)
{
	const char *text;
	size_t size;

	if (value % 1000 == 0)
		return text_number(arena, value / 1000);
	text = text_format(arena, "%lld.%03d", (long long)(value / 1000), (int)(value % 1000));
	for (size = strlen(text); text[size - 1] == '0'; size--)
		;
	return text_copy(arena, text, size);
}

const char *quantity_write(struct arena *arena, enum unit unit, int64_t value)
{
	/* From large to small, so that the first that divides gives the smallest number. */
	static const struct suffix byte_units[] = {
		{"Ti", INT64_C(1) << 40, 0}, {"T", 1000000000000, 0}, {"Gi", INT64_C(1) << 30, 0}, {"G", 1000000000, 0},
		{"Mi", INT64_C(1) << 20, 0}, {"M", 1000000, 0},       {"Ki", INT64_C(1) << 10, 0}, {"k", 1000, 0},
		{"", 1, 0},
	}, cpu_units[] = {
		{"", 1000, 0}, {"m", 1, 0},
	}, second_units[] = {
		{"d", 86400, 0}, {"h", 3600, 0}, {"m", 60, 0}, {"s", 1, 0},
	}, one[] = {{"", 1, 0}};
	static const struct suffix *const units[] = {
		[UNIT_CPU] = cpu_units, [UNIT_BYTES] = byte_units, [UNIT_SECONDS] = second_units, [UNIT_COUNT] = one,
		[UNIT_RATE] = one};
	const struct suffix *by = units[unit];
	struct text text = TEXT_IN(arena);

	if (unit == UNIT_RATE)
		return write_rate(arena, value);
	while (value % by->factor)
		by++;
	text_add_number(&text, value / by->factor);
	text_add(&text, value ? by->name : "");
	return text_done(&text);
}

/* --- Durations ----------------------------------------------------------------------------- */

static const struct {
	char unit;
	int64_t seconds;
} durations[] = {{'d', 86400}, {'h', 3600}, {'m', 60}, {'s', 1}};

bool duration_read(const char *string, int64_t *seconds)
{
	int64_t number = 0;
	size_t digits = 0;

	for (; is_decimal(string[digits]); digits++)
		if (digits < 9)
			number = number * 10 + (string[digits] - '0');
	if (!digits || digits > 9 || *string == '0')
		return false;
	for (size_t i = 0; i < sizeof durations / sizeof *durations; i++)
		if (string[digits] == durations[i].unit && !string[digits + 1]) {
			*seconds = number * durations[i].seconds;
			return true;
		}
	return false;
}
