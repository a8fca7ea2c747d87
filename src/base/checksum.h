/* checksum: what the POSIX utility cksum prints for a file. */
#ifndef CLUSTERC_CHECKSUM_H
#define CLUSTERC_CHECKSUM_H

#include <stddef.h>
#include <stdint.h>

/* The CRC of the bytes and their number, as POSIX.1-2017 defines it for `cksum`: generator
 * polynomial 0x04C11DB7 (ISO/IEC 8802-3), most significant bit first. It tells an edited file from
 * the original; it is no defence against somebody who wants it not to. */
uint32_t checksum_of(const char *bytes, size_t size);

#endif
