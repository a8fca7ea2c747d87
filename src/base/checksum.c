/* checksum: the CRC of POSIX cksum, a byte a step.
 *
 * The compiler makes the table of the remainders of all bytes. Remainders can be added: that of a byte is the sum,
 * without carry, of those of its bits, which stand here, each found by eight steps of the division by 0x04c11db7. */
#include "base/checksum.h"

/* clang-format off */
#define BIT(byte, bit, remainder) ((byte) >> (bit) & 1u ? (remainder) : 0u)
#define ONE(byte) \
	(BIT(byte, 0, 0x04c11db7u) ^ BIT(byte, 1, 0x09823b6eu) ^ BIT(byte, 2, 0x130476dcu) ^ \
	 BIT(byte, 3, 0x2608edb8u) ^ BIT(byte, 4, 0x4c11db70u) ^ BIT(byte, 5, 0x9823b6e0u) ^ \
	 BIT(byte, 6, 0x34867077u) ^ BIT(byte, 7, 0x690ce0eeu))
#define FOUR(byte) ONE(byte), ONE((byte) + 1u), ONE((byte) + 2u), ONE((byte) + 3u)
#define SIXTEEN(byte) FOUR(byte), FOUR((byte) + 4u), FOUR((byte) + 8u), FOUR((byte) + 12u)
#define SIXTY_FOUR(byte) SIXTEEN(byte), SIXTEEN((byte) + 16u), SIXTEEN((byte) + 32u), SIXTEEN((byte) + 48u)
/* clang-format on */

static const uint32_t table[256] = {SIXTY_FOUR(0u), SIXTY_FOUR(64u), SIXTY_FOUR(128u), SIXTY_FOUR(192u)};

static uint32_t crc_step(uint32_t crc, unsigned byte)
{
	return crc << 8 ^ table[crc >> 24 ^ byte];
}

uint32_t checksum_of(const char *bytes, size_t size)
{
	uint32_t crc = 0;

	for (size_t i = 0; i < size; i++)
		crc = crc_step(crc, (unsigned char)bytes[i]);
	/* The size follows, its least significant byte first, without leading zeros. */
	for (; size; size >>= 8)
		crc = crc_step(crc, size & 255);
	return ~crc;
}
