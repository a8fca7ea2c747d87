/* complete: the profile that says everything that was decided. */
#ifndef CLUSTERC_COMPLETE_H
#define CLUSTERC_COMPLETE_H

#include "cluster/cluster.h"

/* A profile of the same cluster that leaves nothing to defaults. What has no value, and what is the site's to give
 * whatever a profile says, stays absent. */
const struct profile *complete_profile(struct arena *arena, const struct cluster *cluster);

#endif
