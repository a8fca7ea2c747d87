/* object: trees of maps, lists and scalars. */
#include "kube/object.h"

#include <string.h>

static struct object *append(struct object *parent, enum object_kind kind, const char *key, const char *text)
{
	struct object *child = NEW(parent->arena, struct object);

	child->arena = parent->arena;
	child->kind = kind;
	child->key = key;
	child->text = text;
	if (parent->last)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
	return child;
}

struct object *object_document(struct arena *arena, const char *comment)
{
	struct object *document = NEW(arena, struct object);

	document->arena = arena;
	document->comment = comment;
	return document;
}

struct object *object_put_map(struct object *map, const char *key)
{
	return append(map, OBJECT_MAP, key, NULL);
}

struct object *object_put_list(struct object *map, const char *key)
{
	return append(map, OBJECT_LIST, key, NULL);
}

void object_put_text(struct object *map, const char *key, const char *text)
{
	if (text)
		append(map, OBJECT_TEXT, key, text);
}

void object_put_value(struct object *map, const char *key, const char *text)
{
	append(map, OBJECT_NUMBER, key, text);
}

void object_put_number(struct object *map, const char *key, int64_t number)
{
	object_put_value(map, key, text_number(map->arena, number));
}

void object_put_truth(struct object *map, const char *key, bool truth)
{
	object_put_value(map, key, truth ? "true" : "false");
}

void object_put_texts(struct object *map, const char *key, const struct texts *texts)
{
	struct object *list;

	if (!texts->count)
		return;
	list = object_put_list(map, key);
	for (size_t i = 0; i < texts->count; i++)
		object_add_text(list, texts->items[i]);
}

void object_put_pairs(struct object *map, const struct pairs *pairs)
{
	for (size_t i = 0; i < pairs->count; i++)
		object_put_text(map, pairs->items[i].name, pairs->items[i].value);
}

struct object *object_map(struct object *map, const char *key)
{
	for (struct object *child = map->first; child; child = child->next)
		if (!strcmp(child->key, key))
			return child;
	return object_put_map(map, key);
}

const struct object *object_child(const struct object *map, const char *key)
{
	for (const struct object *child = map && map->kind == OBJECT_MAP ? map->first : NULL; child;
	     child = child->next)
		if (!strcmp(child->key, key))
			return child;
	return NULL;
}

const char *object_text(const struct object *map, const char *key)
{
	const struct object *child = object_child(map, key);

	return child && child->text ? child->text : "";
}

struct object *object_add_map(struct object *list)
{
	return append(list, OBJECT_MAP, NULL, NULL);
}

void object_add_text(struct object *list, const char *text)
{
	append(list, OBJECT_TEXT, NULL, text);
}

void object_add_number(struct object *list, int64_t number)
{
	append(list, OBJECT_NUMBER, NULL, text_number(list->arena, number));
}
