/* changes: what a change of the objects means for a cluster that runs, in words. */
#ifndef CLUSTERC_CHANGES_H
#define CLUSTERC_CHANGES_H

#include "kube/object.h"

/* Writes what differs, grouped by object, and what it means; nothing where nothing that matters does.
 * The order of objects, of entries of maps and of named entries of lists doesn't matter. */
void changes_write(struct text *out, const struct object *const *old, size_t old_count, const struct object *const *new,
		   size_t new_count);

#endif
