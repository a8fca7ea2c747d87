/* amounts: how much a profile may ask for: cores, bytes and time. */
#ifndef CLUSTERC_AMOUNTS_H
#define CLUSTERC_AMOUNTS_H

#include "base/text.h"

/* What is wrong with an amount, as it is written down, or NULL. Of one pod: */
const char *amount_cpu_fault(struct arena *arena, const char *text);
const char *amount_memory_fault(struct arena *arena, const char *text);

/* Sums, of clusters as large as 63 bits hold. */
const char *amount_total_cpu_fault(struct arena *arena, const char *text);
const char *amount_total_memory_fault(struct arena *arena, const char *text);

/* Durations, up to a year: of a cluster, at least 5 minutes; of doing nothing, at least one. */
const char *amount_lifetime_fault(struct arena *arena, const char *text);
const char *amount_idle_fault(struct arena *arena, const char *text);

#endif
