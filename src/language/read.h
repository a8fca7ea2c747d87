/* read: the passes that turn one file into a language's structure, one call each. */
#ifndef CLUSTERC_READ_H
#define CLUSTERC_READ_H

#include "front/node.h"
#include "language/framework.h"
#include "language/profile.h"

/* A document after check, canonical and bind. */
struct document {
	const struct source *source;
	const struct node *root; /* canonical */
	const char *text;        /* canonical, as bound */
	const void *bound;       /* the language's structure */
};

/* NULL where the document as a whole can't be bound. What else was bad in it has been told
 * and taken out, so that later passes can look at the rest. The root is made canonical. */
const struct document *read_document(struct arena *arena, struct diags *diags, const struct source *source,
				     struct node *root, const struct block *language);

/* A definition: a file with one document, its variables and rules checked too. */
const struct document *read_framework(struct arena *arena, struct diags *diags, const struct source *source);

/* A site: a file with one document. */
const struct document *read_site(struct arena *arena, struct diags *diags, const struct source *source);

#endif
