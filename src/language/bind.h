/* bind: from a canonical tree to the language's C structure, by libcyaml. */
#ifndef CLUSTERC_BIND_H
#define CLUSTERC_BIND_H

#include "front/node.h"
#include "language/schema.h"

/* The tree as libcyaml reads it: one line of YAML in flow style. The same content gives
 * the same text, whatever the layout and the comments of the file were. */
const char *bind_canonical_text(struct arena *arena, const struct node *root, const struct block *language);

/* The structure, in the arena; NULL only if check() and libcyaml disagree: a defect. */
const void *bind_text(struct arena *arena, const char *text, const struct block *language);

#endif
