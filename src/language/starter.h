/* starter: a profile to begin with: two keys, and all others as comments. */
#ifndef CLUSTERC_STARTER_H
#define CLUSTERC_STARTER_H

#include "language/builtin.h"

/* The profile of a cluster of this framework. What a line that begins with '#' and no space behind it
 * says is a key with the value that holds without it, or with an example: without the '#' it compiles,
 * and so does a block of such lines. `schema` is where editors find the JSON Schema of profiles: a
 * path or an address, of one line. */
const char *starter_write(struct arena *arena, const struct framework *framework, const char *schema);

#endif
