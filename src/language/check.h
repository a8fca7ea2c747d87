/* check: a tree against its language's table: every problem, at its place, in one go. */
#ifndef CLUSTERC_CHECK_H
#define CLUSTERC_CHECK_H

#include "front/node.h"
#include "language/schema.h"

/* Checks one document. What can't be bound is told and marked bad, so that canonical() takes
 * it out and the rest can still be looked at. False if the document as a whole can't be
 * bound: it isn't a map, or lacks a key it needs. */
bool check(struct arena *arena, struct diags *diags, const struct source *source, struct node *root,
	   const struct block *language);

#endif
