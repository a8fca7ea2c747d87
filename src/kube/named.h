/* named: objects, and entries of one, found by their names. */
#ifndef CLUSTERC_NAMED_H
#define CLUSTERC_NAMED_H

#include "kube/object.h"

/* One of them; `position` is where it stood among the others. */
struct named {
	const char *name;
	const struct object *object;
	size_t position;
};

/* Several, sorted by name, those of one name by position. Start with zeros. */
struct named_set {
	struct named *items;
	size_t count, room;
};

/* Adds one behind the others. The name isn't copied. */
void named_add(struct arena *arena, struct named_set *set, const char *name, const struct object *object);
/* Sorts them once all are there. */
void named_sort(struct named_set *set);
/* The one of that name in a sorted set, the last where there are several; NULL if there is none. */
const struct object *named_find(const struct named_set *set, const char *name);
/* Whether each name in a sorted set is there once. */
bool named_once(const struct named_set *set);

#endif
