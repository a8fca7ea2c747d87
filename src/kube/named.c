/* named: a sorted array, so that comparing thousands of entries doesn't take millions of steps. */
#include "kube/named.h"

#include <stdlib.h>
#include <string.h>

void named_add(struct arena *arena, struct named_set *set, const char *name, const struct object *object)
{
	if (set->count == set->room) {
		size_t room = set->room ? set->room * 2 : 8;

		set->items = arena_grow(arena, set->items, sizeof *set->items * set->room, sizeof *set->items * room);
		set->room = room;
	}
	set->items[set->count] = (struct named){name, object, set->count};
	set->count++;
}

static int compare(const void *a, const void *b)
{
	const struct named *left = a, *right = b;
	int order = strcmp(left->name, right->name);

	return order ? order : (left->position > right->position) - (left->position < right->position);
}

void named_sort(struct named_set *set)
{
	if (set->count)
		qsort(set->items, set->count, sizeof *set->items, compare);
}

const struct object *named_find(const struct named_set *set, const char *name)
{
	size_t from = 0, to = set->count;

	/* What is before `from` is not behind the name, what is from `to` on is. */
	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (strcmp(set->items[middle].name, name) <= 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from && !strcmp(set->items[from - 1].name, name) ? set->items[from - 1].object : NULL;
}

bool named_once(const struct named_set *set)
{
	for (size_t i = 1; i < set->count; i++)
		if (!strcmp(set->items[i - 1].name, set->items[i].name))
			return false;
	return true;
}
