/* edits: what goes and what comes where one list of lines becomes another. */
#ifndef CLUSTERC_EDITS_H
#define CLUSTERC_EDITS_H

#include "base/text.h"

/* Bytes that somebody else owns. */
struct piece {
	const char *bytes;
	size_t size;
};
struct pieces {
	struct piece *items;
	size_t count;
};

/* The lines of a text, each with its line break; the last may have none. */
struct pieces edits_lines_of(struct arena *arena, const char *bytes, size_t size);

/* Marks the pieces of `old` that go and those of `new` that come; the others are the same, in the same
 * order. As few as there can be, by E. W. Myers, "An O(ND) Difference Algorithm and Its Variations"
 * (Algorithmica 1, 1986), the refinement in linear space (section 4b).
 *
 * Bounded: where more than about 8,000 pieces go and come, or the search takes more than 2^27 steps,
 * what lies between the common beginning and the common end goes and comes as a whole. Memory
 * grows with the number of pieces only. Both lists together have less than 2^31 pieces. */
struct edits {
	bool *gone, *come;
};
struct edits edits_between(struct arena *arena, struct pieces old, struct pieces new);

#endif
