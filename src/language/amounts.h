/* amounts: how much a profile may ask for: cores, bytes and time. */
#ifndef CLUSTERC_AMOUNTS_H
#define CLUSTERC_AMOUNTS_H

#include "base/text.h"

/* What is wrong with an amount, as it is written down, or NULL; what it comes to goes to `value`, in thousandths of a
 * core, bytes or seconds. Of one pod: */
const char *amount_cpu(struct arena *arena, const char *text, int64_t *value);
const char *amount_memory(struct arena *arena, const char *text, int64_t *value);

/* Sums, of clusters as large as 63 bits hold. */
const char *amount_total_cpu(struct arena *arena, const char *text, int64_t *value);
const char *amount_total_memory(struct arena *arena, const char *text, int64_t *value);

/* What something costs, in thousandths of the site's unit: 0.125. */
const char *amount_rate(struct arena *arena, const char *text, int64_t *value);

/* Durations, up to a year: of a cluster, at least 5 minutes; of doing nothing, at least one. */
const char *amount_lifetime(struct arena *arena, const char *text, int64_t *value);
const char *amount_idle(struct arena *arena, const char *text, int64_t *value);

#endif
