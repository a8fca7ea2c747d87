/* object: trees of maps, lists and scalars. */
#include "kube/object.h"

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

struct object *put_map(struct object *map, const char *key)
{
	return append(map, OBJECT_MAP, key, NULL);
}

struct object *put_list(struct object *map, const char *key)
{
	return append(map, OBJECT_LIST, key, NULL);
}

void put_text(struct object *map, const char *key, const char *text)
{
	if (text)
		append(map, OBJECT_TEXT, key, text);
}

void put_number(struct object *map, const char *key, int64_t number)
{
	struct text text = TEXT_IN(map->arena);

	text_add_number(&text, number);
	append(map, OBJECT_NUMBER, key, text_done(&text));
}

void put_truth(struct object *map, const char *key, bool truth)
{
	append(map, OBJECT_NUMBER, key, truth ? "true" : "false");
}

void put_texts(struct object *map, const char *key, const struct texts *texts)
{
	struct object *list;

	if (!texts->count)
		return;
	list = put_list(map, key);
	for (size_t i = 0; i < texts->count; i++)
		add_text(list, texts->items[i]);
}

struct object *add_map(struct object *list)
{
	return append(list, OBJECT_MAP, NULL, NULL);
}

void add_text(struct object *list, const char *text)
{
	append(list, OBJECT_TEXT, NULL, text);
}
