/* tree: YAML as nodes that know where they stand.
 *
 * Made from libyaml's events: its document form has no bound on nesting, shares aliased
 * nodes and loses the place of an alias. */
#ifndef CLUSTERC_TREE_H
#define CLUSTERC_TREE_H

#include "front/node.h"

/* Bounds; each is an error of its own when it is passed. */
enum {
	TREE_DEPTH_MOST = 64,
	TREE_NODES_MOST = 100000,
	TREE_ANCHORS_MOST = 1000,
	TREE_DIRECTIVES_MOST = 100,
	TREE_ALIASED_MOST = 16 * 1024 * 1024, /* bytes of text that aliases repeat */
};

/* One file: its documents in order, `next` linking their roots. */
struct tree {
	const struct source *source;
	struct node *first;
	size_t count;
	bool whole; /* nothing was left out after an error */
};

/* Parses. Every problem is in `diags`; `whole` is false where the parser had to stop, so
 * that later passes would find faults that aren't there. */
struct tree *tree_parse(struct arena *arena, struct diags *diags, const struct source *source);

#endif
