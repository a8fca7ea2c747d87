/* object: Kubernetes objects as trees of maps, lists and scalars, in the order they are
 * made. Knows nothing of any kind of object, nor of how a tree is written down. */
#ifndef CLUSTERC_OBJECT_H
#define CLUSTERC_OBJECT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

enum object_kind {
	OBJECT_MAP,
	OBJECT_LIST,
	OBJECT_TEXT,   /* a string, whatever it looks like */
	OBJECT_NUMBER, /* a number or a truth: `text` is its canonical form */
};

struct object {
	struct arena *arena;
	enum object_kind kind;
	const char *key;     /* in a map */
	const char *text;
	const char *comment; /* of a whole document: what it is for; of a scalar: what stands behind it */
	struct object *first, *last, *next;
};

/* A new map that is in nothing: a document. */
struct object *object_document(struct arena *arena, const char *comment);

/* Entries of a map, or items of a list where the key is NULL. Keys are set once each. Text that is NULL is
 * left out. */
struct object *object_put_map(struct object *map, const char *key);
struct object *object_put_list(struct object *map, const char *key);
void object_put_text(struct object *map, const char *key, const char *text);
void object_put_number(struct object *map, const char *key, int64_t number);
void object_put_truth(struct object *map, const char *key, bool truth);
/* A number or a truth, in its canonical form. */
void object_put_value(struct object *map, const char *key, const char *text);
/* A list of strings; left out where it is empty. */
void object_put_texts(struct object *map, const char *key, const struct texts *texts);
/* Entries of a map that are strings. */
void object_put_pairs(struct object *map, const struct pairs *pairs);

/* The map under a key, which is made unless it is there. */
struct object *object_map(struct object *map, const char *key);

/* What stands under a key; NULL where nothing does, or where `map` is none or NULL. */
const struct object *object_child(const struct object *map, const char *key);
/* The text under a key; empty where there is none. */
const char *object_text(const struct object *map, const char *key);

/* Items of a list. */
struct object *object_add_map(struct object *list);
void object_add_text(struct object *list, const char *text);
void object_add_number(struct object *list, int64_t number);

#endif
