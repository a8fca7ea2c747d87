/* used: what is in a manifest that older releases of Kubernetes lack. */
#ifndef CLUSTERC_USED_H
#define CLUSTERC_USED_H

#include "kube/meta.h"

/* Each once, newest last: "successPolicy (1.31)". */
struct texts used_features(struct arena *arena, const struct manifest *manifest);

#endif
