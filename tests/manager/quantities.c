/* quantities: 1,200 amounts as Kubernetes writes them, each line one: the amount, the resource it is of, what
 * base/quantity.c reads it as, and how it writes that. The same in every run. */
#include <stdio.h>

#include "base/quantity.h"
#include "base/text.h"

enum { AMOUNTS = 1200 };

static uint64_t state = 1;

static unsigned below(unsigned most)
{
	state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (unsigned)((state >> 33) % most);
}

static const char *any_amount(struct arena *arena)
{
	static const char *const units[] = {"",   "m",  "k",  "M",  "G",  "T",  "P",  "E",   "Ki",
					    "Mi", "Gi", "Ti", "Pi", "Ei", "e3", "E6", "e-1", "e+2"};
	static const unsigned sizes[] = {2, 10, 100, 1000, 10000, 1000000, 100000000};
	const char *unit = units[below(sizeof units / sizeof *units)];
	unsigned whole = below(sizes[below(sizeof sizes / sizeof *sizes)]);

	switch (below(4)) {
	case 0:
		return text_format(arena, "%u.%u%s", whole, below(10), unit);
	case 1:
		return text_format(arena, "%u.%u5%s", whole, below(100), unit);
	default:
		return text_format(arena, "%u%s", whole, unit);
	}
}

static void print_amounts(void *subject)
{
	struct arena *arena = subject;

	for (int count = 0; count < AMOUNTS;) {
		enum unit unit = below(2) ? UNIT_BYTES : UNIT_CPU;
		const char *amount = any_amount(arena);
		int64_t value;

		if (quantity_read(amount, unit, &value) != QUANTITY_GOOD)
			continue;
		printf("%s\t%s\t%lld\t%s\n", amount, unit == UNIT_CPU ? "requests.cpu" : "limits.memory",
		       (long long)value, quantity_write(arena, unit, value));
		count++;
	}
}

int main(void)
{
	struct arena *arena = arena_new();
	bool good = arena && arena_try(arena, print_amounts, arena);

	arena_free(arena);
	return !good;
}
