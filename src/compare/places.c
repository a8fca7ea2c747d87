/* places: which entries of two objects belong together, and how a place is called by those who know what a pod is. */
#include "compare/places.h"

#include <string.h>

#include "base/quote.h"

static const struct collection collections[] = {
	{"containers", "name", "container"},
	{"initContainers", "name", "container"},
	{"env", "name", "variable"},
	{"ports", "name", "port"},
	{"volumes", "name", "volume"},
	{"volumeMounts", "mountPath", "mount"},
	{"items", "key", "file"},
	{"imagePullSecrets", "name", "pull secret"},
	{"resourceClaims", "name", "claim for devices"},
	{"requests", "name", "request for devices"},
	{"labels", NULL, "label"},
	{"annotations", NULL, "annotation"},
	{"data", NULL, "file"},
	{"nodeSelector", NULL, "node label"},
	{"matchLabels", NULL, "label"},
};

const char *place_entry_name(const struct collection *collection, const struct object *entry)
{
	return collection && collection->identity ? object_text(entry, collection->identity) : entry->key;
}

struct index place_entries(struct arena *arena, const struct collection *collection, const struct object *parent)
{
	struct index entries = INDEX_IN(arena);

	for (const struct object *entry = parent ? parent->first : NULL; entry; entry = entry->next)
		index_add(&entries, place_entry_name(collection, entry), entry);
	return entries;
}

/* Items of a list that somebody wrote by hand may have no names, or the same. */
static bool tells_apart(struct arena *arena, const struct collection *collection, const struct object *list)
{
	struct index entries = INDEX_IN(arena);

	for (const struct object *entry = list && collection->identity ? list->first : NULL; entry; entry = entry->next)
		if (index_add(&entries, place_entry_name(collection, entry), entry) != entry)
			return false;
	return true;
}

const struct collection *place_collection(struct arena *arena, const struct place *place, const struct object *old,
					  const struct object *new)
{
	const struct object *there = new ? new : old;

	if (place->in)
		return NULL;
	for (const struct collection *one = collections; one < collections + sizeof collections / sizeof *collections;
	     one++)
		if (!strcmp(one->key, place->name) && there->kind == (one->identity ? OBJECT_LIST : OBJECT_MAP))
			return tells_apart(arena, one, old) && tells_apart(arena, one, new) ? one : NULL;
	return NULL;
}

/* --- Words ------------------------------------------------------------------------------------------ */

const char *place_field(struct arena *arena, const struct place *place)
{
	const char *before = place->parent ? place_field(arena, place->parent) : "";

	if (place->in)
		return before;
	return *before ? text_join(arena, before, ".", place->name, NULL) : place->name;
}

/* Steps that say nothing to who knows what a pod is. */
static bool is_plain_step(const struct place *place)
{
	static const char *const silent[] = {"spec", "jobTemplate", "template", "metadata", "value"};

	for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
		if (!strcmp(place->name, silent[i]))
			return false;
	return !place->in;
}

const char *place_shown(struct arena *arena, const char *text)
{
	struct text out = TEXT_IN(arena);
	const char *at = text;

	while (*at && quote_printable(at))
		at += utf8_length(*at);
	if (*text && !*at)
		return text;
	quote_write(&out, text);
	return text_done(&out);
}

/* Of an entry, and of those that it is in: "variable HOME of container head". */
static void add_entry_names(struct text *out, const struct place *place, const char *before)
{
	for (; place; place = place->parent)
		if (place->in) {
			text_add(out, text_join(out->arena, before, place->in->noun, " ",
						place_shown(out->arena, place->name), NULL));
			before = " of ";
		} else if (!strcmp(place->name, "metadata") && place->parent) {
			text_add(out, " of its pods");
		}
}

const char *place_words(struct arena *arena, const struct place *place)
{
	const char *steps = "";
	const struct place *at = place;
	struct text out = TEXT_IN(arena);

	for (; at && !at->in; at = at->parent)
		if (is_plain_step(at))
			steps = *steps ? text_join(arena, at->name, ".", steps, NULL) : at->name;
	text_add(&out, *steps || at ? steps : place->name);
	add_entry_names(&out, at, *steps ? " of " : "");
	return text_done(&out);
}

/* Any value on one line: {name: a, value: b}. `without` is a key that is told already, or NULL. */
static void add_object_value(struct text *out, const struct object *object, const char *without)
{
	const char *between = "";

	if (object->kind != OBJECT_MAP && object->kind != OBJECT_LIST) {
		text_add(out, place_shown(out->arena, object->text));
		return;
	}
	text_add_char(out, object->kind == OBJECT_MAP ? '{' : '[');
	for (const struct object *child = object->first; child; child = child->next) {
		if (without && child->key && !strcmp(child->key, without))
			continue;
		text_add(out, between);
		if (child->key)
			text_add(out, text_join(out->arena, child->key, ": ", NULL));
		add_object_value(out, child, NULL);
		between = ", ";
	}
	text_add_char(out, object->kind == OBJECT_MAP ? '}' : ']');
}

const char *place_value(struct arena *arena, const struct object *object, const char *without)
{
	struct text out = TEXT_IN(arena);

	add_object_value(&out, object, without);
	return text_done(&out);
}
