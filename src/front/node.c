/* node: what is asked of nodes, and how they are put together. */
#include "front/node.h"

#include <stdarg.h>
#include <string.h>

struct node *node_new(struct arena *arena, enum node_kind kind, const struct node *like)
{
	struct node *node = NEW(arena, struct node);

	node->kind = kind;
	node->line = like->line;
	node->column = like->column;
	node->width = like->width;
	return node;
}

void node_append(struct node *parent, struct node *child)
{
	child->next = NULL;
	if (parent->last)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
	parent->count++;
}

bool node_is_null(const struct node *node)
{
	static const char *const nulls[] = {"", "~", "null", "Null", "NULL"};

	if (node->kind != NODE_TEXT || !node->plain)
		return false;
	for (size_t i = 0; i < sizeof nulls / sizeof *nulls; i++)
		if (!strcmp(node->text, nulls[i]))
			return true;
	return false;
}

struct node *node_get(const struct node *map, const char *key)
{
	if (map->kind != NODE_MAP)
		return NULL;
	for (struct node *entry = map->first; entry; entry = entry->next)
		if (!strcmp(entry->key->text, key))
			return entry;
	return NULL;
}

const struct node *node_item(const struct node *list, size_t index)
{
	const struct node *item = list ? list->first : NULL;

	for (; item && index; index--)
		item = item->next;
	return item;
}

static const char *entry_key_name(const struct node *entry)
{
	const struct node *name = entry->kind == NODE_MAP ? node_get(entry, "name") : entry;

	return name && name->kind == NODE_TEXT ? name->text : NULL;
}

const struct node *node_named(const struct node *list, const char *name)
{
	const char *its;

	if (list->names)
		return index_find(list->names, name);
	for (const struct node *entry = list->first; entry; entry = entry->next)
		if ((its = entry_key_name(entry)) && !strcmp(its, name))
			return entry;
	return NULL;
}

void node_index(struct arena *arena, struct node *list)
{
	enum { FEW = 16 };
	struct index *names;

	if (list->count <= FEW)
		return;
	names = NEW(arena, struct index);
	names->arena = arena;
	for (const struct node *entry = list->first; entry; entry = entry->next)
		if (entry_key_name(entry))
			index_add(names, entry_key_name(entry), entry);
	list->names = names;
}

const struct node *node_find(const struct node *root, ...)
{
	const struct node *node = root, *next;
	const char *step;
	va_list path;

	va_start(path, root);
	while ((step = va_arg(path, const char *))) {
		next = node->kind == NODE_LIST ? node_named(node, step) : node_get(node, step);
		if (!next)
			break;
		node = next;
	}
	va_end(path);
	return node;
}

struct span node_span(const struct source *source, const struct node *node)
{
	return (struct span){node->source ? node->source : source, node->line, node->column, node->width};
}

struct span node_key_span(const struct source *source, const struct node *node)
{
	return node_span(source, node->key ? node->key : node);
}
