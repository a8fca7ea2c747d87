/* edit: puts values into a tree that were given beside the file, as --set does. */
#ifndef CLUSTERC_EDIT_H
#define CLUSTERC_EDIT_H

#include "front/tree.h"

/* Carries out one edit, whose source is PATH=VALUE. The steps of the path are divided by dots;
 * each is a key of a map, which is added if it isn't there, or the name of an entry of a
 * list. The value is YAML. What is new in the tree has its place in that source. Problems are
 * in `diags`. */
void edit_tree(struct arena *arena, struct diags *diags, struct node *root, const struct source *edit);

#endif
