/* plan: the cluster on one screen, for people. */
#ifndef CLUSTERC_PLAN_H
#define CLUSTERC_PLAN_H

#include "kube/meta.h"

/* Writes what runs, what a quota counts, how memory is divided, ports, who may connect, when it
 * ends, what the site still allows, and what has to be there already: in lines of at most 100
 * characters, unless a single word is longer. */
void plan_write(struct text *out, const struct manifest *manifest);

#endif
