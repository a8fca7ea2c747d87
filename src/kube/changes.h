/* changes: what a change of the objects means for a cluster that runs, in words. */
#ifndef CLUSTERC_CHANGES_H
#define CLUSTERC_CHANGES_H

#include "front/tree.h"
#include "kube/object.h"

/* Documents linked by `next`, as trees of objects. What isn't a map is left out. */
struct object *objects_of(struct arena *arena, const struct node *documents);

/* Writes what differs, grouped by object, and what it means; nothing where nothing that matters does.
 * The order of objects, of entries of maps and of named entries of lists doesn't matter. */
void changes_write(struct text *out, const struct object *const *old, size_t old_count, const struct object *const *new,
		   size_t new_count);

#endif
