/* amounts: what base/quantity reads, held to what may be asked for. */
#include "language/amounts.h"

#include <string.h>

#include "base/quantity.h"

/* The most a pod may ask for: sums over 10,000 pods then fit 63 bits with room to spare. */
static const int64_t cpu_most = 10000 * 1000, memory_most = INT64_C(64) << 40;

/* The least that any size can mean: what is smaller lacks its unit. */
static const int64_t bytes_least = 1 << 20;

/* Kubernetes takes 010 as 10; readers of YAML 1.1, its own among them, take it as 8. */
static const char *leading_zero_fault(const char *text)
{
	return text[0] == '0' && text[1] >= '0' && text[1] <= '9'
		       ? "it begins with 0, which some readers of YAML take for an octal number"
		       : NULL;
}

static const char *malformed_quantity(struct arena *arena, const char *text)
{
	size_t digits = strspn(text, "0123456789."), rest = strlen(text + digits);

	if (digits && rest > 1 && (text[strlen(text) - 1] == 'B' || text[strlen(text) - 1] == 'b'))
		return text_format(
			arena,
			"'%s' isn't a unit; Kubernetes has Ki Mi Gi Ti (of 1024) and k M G T (of 1000), without B",
			text + digits);
	if (digits && rest)
		return text_format(arena, "'%s' isn't a unit Kubernetes knows", text + digits);
	return "it isn't a number with a unit";
}

static const char *read_quantity(struct arena *arena, const char *text, enum unit unit, int64_t *value)
{
	int64_t most = unit == UNIT_CPU ? cpu_most : memory_most;

	if (leading_zero_fault(text))
		return leading_zero_fault(text);
	switch (quantity_read(text, unit, value)) {
	case QUANTITY_GOOD:
		if (*value > most)
			break;
		if (*value && unit == UNIT_BYTES && *value < bytes_least)
			return text[strspn(text, "0123456789.")]
				       ? "it is less than 1Mi"
				       : "it is less than 1Mi: without a unit it counts bytes";
		return *value ? NULL : "it is zero";
	case QUANTITY_TOO_FINE:
		return unit == UNIT_CPU ? "it is finer than a thousandth of a core (1m)" : "it is finer than a byte";
	case QUANTITY_MALFORMED:
		return malformed_quantity(arena, text);
	case QUANTITY_TOO_LARGE:
		break;
	}
	return unit == UNIT_CPU ? "it is more than the 10,000 cores a pod may ask for here"
				: "it is more than the 64Ti a pod may ask for here";
}

const char *amount_cpu(struct arena *arena, const char *text, int64_t *value)
{
	return read_quantity(arena, text, UNIT_CPU, value);
}

const char *amount_memory(struct arena *arena, const char *text, int64_t *value)
{
	return read_quantity(arena, text, UNIT_BYTES, value);
}

static const char *read_total(const char *text, enum unit unit, int64_t *value)
{
	if (leading_zero_fault(text))
		return leading_zero_fault(text);
	switch (quantity_read(text, unit, value)) {
	case QUANTITY_GOOD:
		return *value ? NULL : "it is zero";
	case QUANTITY_TOO_LARGE:
		return "it is more than can be counted";
	default:
		return "it isn't a number with a unit";
	}
}

const char *amount_total_cpu(struct arena *arena, const char *text, int64_t *value)
{
	(void)arena;
	return read_total(text, UNIT_CPU, value);
}

const char *amount_total_memory(struct arena *arena, const char *text, int64_t *value)
{
	(void)arena;
	return read_total(text, UNIT_BYTES, value);
}

const char *amount_rate(struct arena *arena, const char *text, int64_t *value)
{
	const int64_t most = INT64_C(1000000) * 1000;

	(void)arena;
	if (leading_zero_fault(text))
		return leading_zero_fault(text);
	if (!*text || text[strspn(text, "0123456789.")])
		return "it isn't a number such as 2 or 0.5";
	switch (quantity_read(text, UNIT_CPU, value)) {
	case QUANTITY_GOOD:
		return !*value ? "it is zero" : *value > most ? "it is more than a million" : NULL;
	case QUANTITY_TOO_FINE:
		return "it has more than three decimals";
	case QUANTITY_TOO_LARGE:
		return "it is more than a million";
	default:
		return "it isn't a number such as 2 or 0.5";
	}
}

static const char *read_duration(const char *text, int64_t least, const char *too_short, int64_t *seconds)
{
	if (!duration_read(text, seconds))
		return "it isn't a number with s, m, h or d";
	return *seconds < least ? too_short : *seconds > 366 * 86400 ? "it is more than a year" : NULL;
}

const char *amount_lifetime(struct arena *arena, const char *text, int64_t *value)
{
	(void)arena;
	return read_duration(text, 300, "it is less than 5 minutes", value);
}

const char *amount_idle(struct arena *arena, const char *text, int64_t *value)
{
	(void)arena;
	return read_duration(text, 60, "it is less than a minute", value);
}
