/* roster: many clusters from one profile: a table whose first row names keys, and whose other rows each
 * say what a cluster has of its own. */
#ifndef CLUSTERC_ROSTER_H
#define CLUSTERC_ROSTER_H

#include "front/table.h"
#include "front/node.h"
#include "language/schema.h"

/* Reads and checks the table: each column is the path of a key (worker.memory), once; one of them is `name`,
 * and no two rows have the same. NULL after diagnostics. `path` and `order` are those of source_read(). */
const struct table *roster_read(struct arena *arena, struct diags *diags, const char *path, unsigned order);

/* Puts what a row says into a document of that language; an empty cell says nothing. */
void roster_edit(struct arena *arena, struct diags *diags, struct node *root, const struct block *language,
		 const struct table *roster, size_t row);

#endif
