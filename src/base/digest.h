/* digest: SHA-256 (FIPS 180-4), by libmd. */
#ifndef CLUSTERC_DIGEST_H
#define CLUSTERC_DIGEST_H

#include <stddef.h>

#include "base/arena.h"

enum { DIGEST_SIZE = 64 };

/* The digest of the bytes as 64 lower-case hexadecimal digits; belongs to the arena. */
const char *digest_of(struct arena *arena, const char *bytes, size_t size);

#endif
