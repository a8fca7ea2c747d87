/* checksum: the CRC of POSIX cksum, four bytes a step.
 *
 * table[0][b] is the remainder of the byte b; table[k][b] that of b followed by k zero
 * bytes, so that four bytes are looked up at once (M. Kounavis, F. Berry: A systematic
 * approach to building high performance software-based CRC generators, 2005). */
#include "base/checksum.h"

enum { SLICES = 4 };

static uint32_t shifted(uint32_t remainder)
{
	return remainder << 1 ^ (remainder & 0x80000000u ? 0x04c11db7u : 0);
}

static void make_tables(uint32_t table[SLICES][256])
{
	for (uint32_t byte = 0; byte < 256; byte++) {
		uint32_t remainder = byte << 24;

		for (int bit = 0; bit < 8; bit++)
			remainder = shifted(remainder);
		table[0][byte] = remainder;
	}
	for (int slice = 1; slice < SLICES; slice++)
		for (int byte = 0; byte < 256; byte++) {
			uint32_t before = table[slice - 1][byte];

			table[slice][byte] = before << 8 ^ table[0][before >> 24];
		}
}

uint32_t checksum_of(const char *bytes, size_t size)
{
	const unsigned char *at = (const unsigned char *)bytes;
	uint32_t table[SLICES][256], crc = 0;
	size_t left = size;

	make_tables(table);
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
