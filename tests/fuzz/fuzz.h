/* fuzz: what the fuzz targets share. A target is a function that takes any bytes and aborts when
 * something doesn't hold; libFuzzer calls it with bytes of its own (main.c), `make check` with
 * those that were kept (replay.c). */
#ifndef CLUSTERC_FUZZ_H
#define CLUSTERC_FUZZ_H

#include <stdio.h>
#include <stdlib.h>

#include "base/diag.h"

struct target {
	const char *name;
	void (*run)(const uint8_t *data, size_t size);
};
/* The last has no name. */
extern const struct target targets[];

void fuzz_tree(const uint8_t *data, size_t size);
void fuzz_roster(const uint8_t *data, size_t size);
void fuzz_bind(const uint8_t *data, size_t size);
void fuzz_compile(const uint8_t *data, size_t size);
void fuzz_framework(const uint8_t *data, size_t size);
void fuzz_site(const uint8_t *data, size_t size);
void fuzz_set(const uint8_t *data, size_t size);
void fuzz_quantity(const uint8_t *data, size_t size);
void fuzz_terminal(const uint8_t *data, size_t size);
void fuzz_shell(const uint8_t *data, size_t size);
void fuzz_yaml(const uint8_t *data, size_t size);

/* Says what doesn't hold, and aborts. */
#define HOLDS(condition)                                                                    \
	do {                                                                                 \
		if (!(condition)) {                                                          \
			fprintf(stderr, "%s:%d: %s doesn't hold\n", __FILE__, __LINE__, #condition); \
			abort();                                                             \
		}                                                                            \
	} while (0)

/* The bytes of one input, and what is made of them. */
struct input {
	struct arena *arena;
	struct warnings warnings;
	struct diags diags;
	const char *bytes; /* with a NUL behind them */
	size_t size;
	void (*work)(struct input *);
};

/* Does the work inside arena_try(); memory always suffices. */
void with_input(const uint8_t *data, size_t size, void (*work)(struct input *));

#endif
