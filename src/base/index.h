/* index: finds what goes by a name, however many names there are.
 *
 * A crit-bit tree: a search takes as many steps as the name has bits at the most, whatever names there are. Names
 * come from files that may mean harm, and a hash table takes the square of their number when they are chosen for it. */
#ifndef CLUSTERC_INDEX_H
#define CLUSTERC_INDEX_H

#include "base/arena.h"

/* Start with INDEX_IN(arena), in which the index keeps what it needs. */
struct index {
	struct arena *arena;
	void *root;
};
#define INDEX_IN(arena) ((struct index){(arena), NULL})

/* The value that goes by the name of `size` bytes, which may be any: the one that is there already, else `value`,
 * which is added, and may not be NULL. The bytes of the name are not copied, and have to stay. */
void *index_add_bytes(struct index *index, const char *name, size_t size, const void *value);

/* The value of that name, or NULL. */
void *index_find_bytes(const struct index *index, const char *name, size_t size);

/* The same for names that end with a NUL. */
void *index_add(struct index *index, const char *name, const void *value);
void *index_find(const struct index *index, const char *name);

#endif
