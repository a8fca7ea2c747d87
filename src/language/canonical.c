/* canonical: a checked tree in the one form that libcyaml can bind. */
#include "language/canonical.h"

#include <string.h>

static struct node *with_key(struct arena *arena, struct node *value, const char *key, const struct node *like)
{
	struct node *text = node_new(arena, NODE_TEXT, like);

	text->text = key;
	value->key = text;
	return value;
}

/* {A: x, B: y} becomes [{name: A, value: x}, {name: B, value: y}]. */
static void list_pairs(struct arena *arena, struct node *map)
{
	struct node *entry = map->first, *next;

	map->kind = NODE_LIST;
	map->first = map->last = NULL;
	map->count = 0;
	for (; entry; entry = next) {
		struct node *pair = node_new(arena, NODE_MAP, entry->key);
		struct node *name = entry->key;

		next = entry->next;
		node_append(pair, with_key(arena, name, "name", name));
		node_append(pair, with_key(arena, entry, "value", entry));
		node_append(map, pair);
	}
	node_index(arena, map);
}

static void prune(struct node *parent)
{
	struct node *child = parent->first, *next;

	parent->first = parent->last = NULL;
	parent->count = 0;
	for (; child; child = next) {
		next = child->next;
		if (child->bad)
			parent->pruned = true;
		else
			node_append(parent, child);
	}
}

void canonical(struct arena *arena, struct node *root, const struct block *language)
{
	prune(root);
	for (struct node *entry = root->first; entry; entry = entry->next) {
		const struct key *key = schema_block_key(language, entry->key->text);

		if (entry->kind == NODE_LIST || key->kind == KIND_PAIRS)
			prune(entry);
		if (key->kind == KIND_PAIRS) {
			list_pairs(arena, entry);
		} else if (key->kind == KIND_BLOCK || (key->map_offset && entry->kind == NODE_MAP)) {
			canonical(arena, entry, key->block);
		} else if (key->kind == KIND_LIST && entry->kind == NODE_LIST) {
			for (struct node *item = entry->first; item; item = item->next)
				canonical(arena, item, key->block);
			node_index(arena, entry);
		} else if (key->kind == KIND_TEXTS) {
			node_index(arena, entry);
		}
	}
}
