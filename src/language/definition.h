/* definition: the rules of framework definitions that concern more than one value. */
#ifndef CLUSTERC_DEFINITION_H
#define CLUSTERC_DEFINITION_H

#include "base/diag.h"
#include "front/node.h"

/* Tells of everything that contradicts itself in a definition, whose tree has been checked
 * and isn't canonical yet. What is marked bad or lacks something is passed over, so that a
 * mistake is told of once, and those beside it all the same. */
void definition_check(struct arena *arena, struct diags *diags, const struct source *source, const struct node *root);

#endif
