/* tree: YAML as nodes that know where they stand.
 *
 * Made from libyaml's events: its document form has no bound on nesting, shares aliased
 * nodes and loses the place of an alias. */
#ifndef CLUSTERC_TREE_H
#define CLUSTERC_TREE_H

#include "base/diag.h"

/* Bounds; each is an error of its own when it is passed. */
enum { TREE_DEPTH_MOST = 64, TREE_NODES_MOST = 100000, TREE_ANCHORS_MOST = 1000 };

enum node_kind { NODE_TEXT, NODE_MAP, NODE_LIST };

struct node {
	enum node_kind kind;
	bool plain;            /* text without quotes: may mean a number, true, null ... */
	bool bad;              /* has been told of: later passes do without it */
	bool pruned;           /* entries that were bad have been taken out */
	uint32_t line, column; /* from 1 */
	uint32_t width;        /* in characters, for the caret; 1 for maps and lists */
	uint32_t count;        /* entries of a map or list */
	const char *text;      /* of NODE_TEXT */
	const struct source *source; /* where it isn't its document's: it was put there by an edit */
	struct node *key;      /* of a map's entry */
	struct node *first, *last, *next;
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

struct node *node_new(struct arena *arena, enum node_kind kind, const struct node *like);
void node_append(struct node *parent, struct node *child);

/* A plain scalar that YAML reads as nothing: empty, ~, null. */
bool node_is_null(const struct node *node);

/* The entry of a map, or NULL. */
struct node *node_get(const struct node *map, const char *key);

/* The item of a list, counted from 0, or NULL; `list` may be NULL. */
const struct node *node_item(const struct node *list, size_t index);

/* The node at a path of keys, ended by NULL: each step is a key of a map, or the `name`
 * of an entry of a list of maps. Where a step is missing, the last node that exists. */
const struct node *node_find(const struct node *root, ...);

struct span node_span(const struct source *source, const struct node *node);
/* The span of the node's key, or of the node itself where it has none. */
struct span node_key_span(const struct source *source, const struct node *node);

#endif
