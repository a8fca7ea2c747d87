/* canonical: a checked tree in the one form that libcyaml can bind. */
#ifndef CLUSTERC_CANONICAL_H
#define CLUSTERC_CANONICAL_H

#include "front/node.h"
#include "language/schema.h"

/* Changes the tree in place: what is marked bad goes, and maps with free keys, which libcyaml
 * doesn't know, become lists of {name, value}. Nodes keep their places. */
void canonical(struct arena *arena, struct node *root, const struct block *language);

#endif
