/* node: one text, map or list of a YAML file, and where it stands. */
#ifndef CLUSTERC_NODE_H
#define CLUSTERC_NODE_H

#include "base/diag.h"
#include "base/index.h"

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
	int64_t amount;        /* what the text of a good amount says, once it is checked */
	const struct source *source; /* where it isn't its document's: it was put there by an edit */
	struct node *key;      /* of a map's entry */
	struct node *first, *last, *next;
	const struct index *names; /* of a list: its entries by `name`; NULL where they are few, or not known yet */
};

struct node *node_new(struct arena *arena, enum node_kind kind, const struct node *like);
void node_append(struct node *parent, struct node *child);

/* A plain scalar that YAML reads as nothing: empty, ~, null. */
bool node_is_null(const struct node *node);

/* The entry of a map, or NULL. */
struct node *node_get(const struct node *map, const char *key);

/* The item of a list, counted from 0, or NULL; `list` may be NULL. */
const struct node *node_item(const struct node *list, size_t index);

/* The entry of a list that has the `name`, or NULL; a text's name is the text itself. */
const struct node *node_named(const struct node *list, const char *name);
/* Makes node_named() fast for the list, where it is long, as long as it stays as it is. */
void node_index(struct arena *arena, struct node *list);

/* The node at a path of keys, ended by NULL: each step is a key of a map, or the `name`
 * of an entry of a list of maps. Where a step is missing, the last node that exists. */
const struct node *node_find(const struct node *root, ...);

struct span node_span(const struct source *source, const struct node *node);
/* The span of the node's key, or of the node itself where it has none. */
struct span node_key_span(const struct source *source, const struct node *node);

#endif
