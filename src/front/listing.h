/* listing: the files of a directory. */
#ifndef CLUSTERC_LISTING_H
#define CLUSTERC_LISTING_H

#include "base/text.h"

/* Puts the paths of the files below a directory, relative to it and sorted by their bytes, into `files`; links are
 * followed. Left out: names that begin with '.', and __pycache__. Returns NULL, or why the directory can't be read; it
 * stops behind `most` files, or 32 directories deep. */
const char *listing_read(struct arena *arena, const char *directory, size_t most, struct texts *files);

#endif
