/* edit: puts values into a tree that were given beside the file, as --set does. */
#ifndef CLUSTERC_EDIT_H
#define CLUSTERC_EDIT_H

#include "front/table.h"
#include "front/node.h"
#include "language/schema.h"

/* Carries out one edit of a document of that language, whose source is PATH=VALUE. The steps of the
 * path are divided by dots; each is a key of a map, or the name of an entry of a list, and what
 * isn't there is added. Behind a map with free keys all of the rest is one key, dots and all. The
 * value is YAML. What is new in the tree has its place in that source. Problems are in `diags`. */
void edit_tree(struct arena *arena, struct diags *diags, struct node *root, const struct block *language,
	       const struct source *edit);

/* The same for a cell of a table, whose column's name is the path. The value is the cell's text as YAML takes
 * it without quotes: a text, a number, true or false; never a list or a map. */
void edit_cell(struct arena *arena, struct diags *diags, struct node *root, const struct block *language,
	       const struct table *table, const struct cell *name, const struct cell *cell);

#endif
