/* checksum: the CRC of POSIX cksum, eight bytes a step.
 *
 * table[0][b] is the remainder of the byte b; table[k][b] that of b followed by k zero
 * bytes, so that eight bytes are looked up at once (M. Kounavis, F. Berry: A systematic
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
#define SLICE_4(byte) REMAINDER(byte, \
	0x490d678du, 0x921acf1au, 0x20f48383u, 0x41e90706u, 0x83d20e0cu, 0x036501afu, 0x06ca035eu, 0x0d9406bcu)
#define SLICE_5(byte) REMAINDER(byte, \
	0x1b280d78u, 0x36501af0u, 0x6ca035e0u, 0xd9406bc0u, 0xb641ca37u, 0x684289d9u, 0xd08513b2u, 0xa5cb3ad3u)
#define SLICE_6(byte) REMAINDER(byte, \
	0x4f576811u, 0x9eaed022u, 0x399cbdf3u, 0x73397be6u, 0xe672f7ccu, 0xc824f22fu, 0x9488f9e9u, 0x2dd0ee65u)
#define SLICE_7(byte) REMAINDER(byte, \
	0x5ba1dccau, 0xb743b994u, 0x6a466e9fu, 0xd48cdd3eu, 0xadd8a7cbu, 0x5f705221u, 0xbee0a442u, 0x79005533u)
#define FOUR(slice, byte) slice(byte), slice((byte) + 1u), slice((byte) + 2u), slice((byte) + 3u)
#define SIXTEEN(slice, byte) \
	FOUR(slice, byte), FOUR(slice, (byte) + 4u), FOUR(slice, (byte) + 8u), FOUR(slice, (byte) + 12u)
#define SIXTY_FOUR(slice, byte) \
	SIXTEEN(slice, byte), SIXTEEN(slice, (byte) + 16u), SIXTEEN(slice, (byte) + 32u), SIXTEEN(slice, (byte) + 48u)
#define ALL(slice) {SIXTY_FOUR(slice, 0u), SIXTY_FOUR(slice, 64u), SIXTY_FOUR(slice, 128u), SIXTY_FOUR(slice, 192u)}
/* clang-format on */

enum { SLICES = 8 };

static const uint32_t table[SLICES][256] = {ALL(SLICE_0), ALL(SLICE_1), ALL(SLICE_2), ALL(SLICE_3),
					     ALL(SLICE_4), ALL(SLICE_5), ALL(SLICE_6), ALL(SLICE_7)};

/* As one number, the first byte the most significant. */
static uint32_t four_bytes(const unsigned char *at)
{
	return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* What is left of these four bytes, followed by `zeros` zero bytes. */
static uint32_t remainder_of(uint32_t word, unsigned zeros)
{
	return table[zeros + 3][word >> 24] ^ table[zeros + 2][word >> 16 & 255] ^ table[zeros + 1][word >> 8 & 255] ^
	       table[zeros][word & 255];
}

uint32_t checksum_of(const char *bytes, size_t size)
{
	const unsigned char *at = (const unsigned char *)bytes;
	uint32_t crc = 0;
	size_t left = size;

	for (; left >= SLICES; left -= SLICES, at += SLICES)
		crc = remainder_of(crc ^ four_bytes(at), 4) ^ remainder_of(four_bytes(at + 4), 0);
	for (; left; left--)
		crc = crc << 8 ^ table[0][crc >> 24 ^ *at++];
	/* The size follows, its least significant byte first, without leading zeros. */
	for (; size; size >>= 8)
		crc = crc << 8 ^ table[0][crc >> 24 ^ (size & 255)];
	return ~crc;
}
