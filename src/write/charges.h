/* charges: what a cluster costs on a site that charges for GPUs. */
#ifndef CLUSTERC_CHARGES_H
#define CLUSTERC_CHARGES_H

#include "cluster/cluster.h"

/* What it costs per hour, and until it ends, with its share of a week's budget: a sentence each. None where nothing is
 * charged. */
struct texts charges_of(struct arena *arena, const struct cluster *cluster);

#endif
