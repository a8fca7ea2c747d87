/* resolved: a profile with everything decided, and where each value came from. */
#ifndef CLUSTERC_RESOLVED_H
#define CLUSTERC_RESOLVED_H

#include "cluster/cluster.h"
#include "language/read.h"

/* Writes a profile that says everything, so that it compiles to the same cluster: behind each
 * value stands who said it. `document` is the profile it came from. */
void resolved_write(struct text *out, const struct cluster *cluster, const struct document *document);

#endif
