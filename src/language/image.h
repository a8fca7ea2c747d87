/* image: image references, [REGISTRY/]NAME[:TAG][@DIGEST]. */
#ifndef CLUSTERC_IMAGE_H
#define CLUSTERC_IMAGE_H

#include "base/text.h"

/* How long the registry's host is that an image reference begins with; 0: it names none. The first
 * part is one if it has a dot or a port, or is localhost (github.com/distribution/reference). */
size_t image_host_size(const char *text);

/* What is wrong with an image reference, or NULL. */
const char *image_fault(struct arena *arena, const char *text);

/* The same of what images can begin with: a whole image reference but for its last part. */
const char *image_prefix_fault(struct arena *arena, const char *text);

#endif
