/* quantity: Kubernetes' numbers with units: 2, 500m, 4Gi, 20G, 1e3. */
#ifndef CLUSTERC_QUANTITY_H
#define CLUSTERC_QUANTITY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* What a quantity is counted in once it is read. */
enum unit {
	UNIT_CPU,    /* thousandths of a core */
	UNIT_BYTES,  /* bytes */
	UNIT_SECONDS,
	UNIT_COUNT,  /* of things: pods, GPUs */
	UNIT_RATE,   /* thousandths of what a site counts charges in */
};

enum quantity_result {
	QUANTITY_GOOD,
	QUANTITY_MALFORMED,  /* not <number><suffix> */
	QUANTITY_TOO_FINE,   /* a fraction of a thousandth of a core, or of a byte */
	QUANTITY_TOO_LARGE,  /* does not fit 63 bits */
};

/* Reads `string`, cores or bytes, by the grammar of k8s.io/apimachinery/pkg/api/resource (quantity.go):
 * digits with an optional fraction, then one of m k M G T P E Ki Mi Gi Ti Pi Ei, or a
 * decimal exponent. Signs are refused: nothing here can be asked for in the negative.
 * So are the suffixes n and u, which are finer than anything a pod can ask for. */
enum quantity_result quantity_read(const char *string, enum unit unit, int64_t *value);

/* Reads a number or a size as programs write it: 8g, 1536 mb, 1.5GiB; every unit is a power of 1024. One without a
 * unit counts in `*unit`, which becomes the unit that it has. Rounds up, to INT64_MAX at the most. False where it is
 * none. */
bool quantity_read_size(const char *string, int64_t *unit, int64_t *value);

/* The shortest exact form: 2000 thousandths as 2, 1610612736 bytes as 1536Mi, 5400 seconds as 90m, 1250
 * thousandths of a charge as 1.25. */
const char *quantity_write(struct arena *arena, enum unit unit, int64_t value);

/* Reads a duration: digits, not beginning with 0, and one of s, m, h, d. False where it isn't
 * one, or more than nine digits long. */
bool duration_read(const char *string, int64_t *seconds);

#endif
