/* manifest: the YAML file as a whole. */
#ifndef CLUSTERC_MANIFEST_H
#define CLUSTERC_MANIFEST_H

#include "kube/meta.h"

/* Header and objects; `version` is the compiler's. */
void manifest_write(struct text *out, const struct manifest *manifest, const char *version);

#endif
