/* digest: SHA-256, by libmd. */
#include "base/digest.h"

#include <sys/types.h>

#include <sha2.h>

const char *digest_of(struct arena *arena, const char *bytes, size_t size)
{
	char *hex = arena_alloc(arena, SHA256_DIGEST_STRING_LENGTH);

	return SHA256Data((const uint8_t *)bytes, size, hex);
}
