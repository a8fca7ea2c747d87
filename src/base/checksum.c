/* checksum: the CRC of POSIX cksum, four bytes a step.
 *
 * table[0][b] is the remainder of the byte b; table[k][b] that of b followed by k zero
 * bytes, so that four bytes are looked up at once (M. Kounavis, F. Berry: A systematic
 * approach to building high performance software-based CRC generators, 2005).
 *
 * The compiler makes the tables. Remainders can be added: that of a byte is the sum, without carry, of
 * those of its bits, which stand here, each found by eight steps of the division by 0x04c11db7 (from one slice
 * to the next by eight more). */
#include "base/checksum.h"

/* clang-format off */
#define BIT(byte, bit, remainder) ((byte) >> (bit) & 1u ? (remainder) : 0u)
#define REMAINDER(byte, r0, r1, r2, r3, r4, r5, r6, r7) \
	(BIT(byte, 0, r0) ^ BIT(byte, 1, r1) ^ BIT(byte, 2, r2) ^ BIT(byte, 3, r3) ^ \
	 BIT(byte, 4, r4) ^ BIT(byte, 5, r5) ^ BIT(byte, 6, r6) ^ BIT(byte, 7, r7))
#define SLICE_0(byte) REMAINDER(byte, \
	0x04c11db7u, 0x09823b6eu, 0x130476dcu, 0x2608edb8u, 0x4c11db70u, 0x9823b6e0u, 0x34867077u, 0x690ce0eeu)
#define SLICE_1(byte) REMAINDER(byte, \
	0xd219c1dcu, 0xa0f29e0fu, 0x452421a9u, 0x8a484352u, 0x10519b13u, 0x20a33626u, 0x41466c4cu, 0x828cd898u)
#define SLICE_2(byte) REMAINDER(byte, \
	0x01d8ac87u, 0x03b1590eu, 0x0762b21cu, 0x0ec56438u, 0x1d8ac870u, 0x3b1590e0u, 0x762b21c0u, 0xec564380u)
#define SLICE_3(byte) REMAINDER(byte, \
	0xdc6d9ab7u, 0xbc1a28d9u, 0x7cf54c05u, 0xf9ea980au, 0xf7142da3u, 0xeae946f1u, 0xd1139055u, 0xa6e63d1du)
#define FOUR(slice, byte) slice(byte), slice((byte) + 1u), slice((byte) + 2u), slice((byte) + 3u)
#define SIXTEEN(slice, byte) \
	FOUR(slice, byte), FOUR(slice, (byte) + 4u), FOUR(slice, (byte) + 8u), FOUR(slice, (byte) + 12u)
#define SIXTY_FOUR(slice, byte) \
	SIXTEEN(slice, byte), SIXTEEN(slice, (byte) + 16u), SIXTEEN(slice, (byte) + 32u), SIXTEEN(slice, (byte) + 48u)
#define ALL(slice) {SIXTY_FOUR(slice, 0u), SIXTY_FOUR(slice, 64u), SIXTY_FOUR(slice, 128u), SIXTY_FOUR(slice, 192u)}
/* clang-format on */

enum { SLICES = 4 };

static const uint32_t table[SLICES][256] = {ALL(SLICE_0), ALL(SLICE_1), ALL(SLICE_2), ALL(SLICE_3)};

uint32_t checksum_of(const char *bytes, size_t size)
{
	const unsigned char *at = (const unsigned char *)bytes;
	uint32_t crc = 0;
	size_t left = size;

	for (; left >= SLICES; left -= SLICES, at += SLICES) {
		crc ^= (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
		crc = table[3][crc >> 24] ^ table[2][crc >> 16 & 255] ^ table[1][crc >> 8 & 255] ^ table[0][crc & 255];
	}
	for (; left; left--)
		crc = crc << 8 ^ table[0][crc >> 24 ^ *at++];
	/* The size follows, its least significant byte first, without leading zeros. */
	for (; size; size >>= 8)
		crc = crc << 8 ^ table[0][crc >> 24 ^ (size & 255)];
	return ~crc;
}
