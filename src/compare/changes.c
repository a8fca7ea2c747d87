/* changes: what differs between two sets of objects, in words, and what it means. */
#include "compare/changes.h"

#include <string.h>

#include "compare/edits.h"
#include "compare/effects.h"
#include "compare/places.h"

/* Of a long text or list so many lines are told, and so much of a value that came as a whole. */
enum { LINES_MOST = 40, VALUE_MOST = 100 };

/* What is told of one object. */
struct object_changes {
	struct text *out;
	const char *kind, *title;
	bool begun; /* the title is written */
	bool effects[EFFECTS];
};

static void add_change(struct object_changes *changes, const char *line)
{
	if (!changes->begun)
		text_add(changes->out, text_join(changes->out->arena, changes->title, "\n", NULL));
	changes->begun = true;
	text_add(changes->out, text_join(changes->out->arena, "  ", line, "\n", NULL));
}

static void tell_change(struct object_changes *changes, const struct place *place, const char *line)
{
	changes->effects[effect_of(changes->kind, place_field(changes->out->arena, place))] = true;
	add_change(changes, line);
}

/* --- Comparing -------------------------------------------------------------------------------------- */

static void compare_at_place(struct object_changes *changes, const struct place *place, const struct object *old,
			     const struct object *new);
static void compare_entries(struct object_changes *changes, const struct place *place,
			    const struct collection *collection, const struct object *old, const struct object *new);

/* Lines, or items of a list, that go and come; the others are the same in the same order. */
static void tell_edits(struct object_changes *changes, const struct place *place, struct pieces old, struct pieces new)
{
	struct arena *arena = changes->out->arena;
	struct edits edits = edits_between(arena, old, new);
	size_t count = 0, i = 0, j = 0;

	tell_change(changes, place, text_join(arena, place_words(arena, place), ":", NULL));
	while (i < old.count || j < new.count) {
		bool gone = i < old.count && edits.gone[i], come = !gone && j < new.count && edits.come[j];
		const struct piece *piece = gone ? &old.items[i] : come ? &new.items[j] : NULL;
		const char *line =
			piece ? text_copy(arena, piece->bytes,
					  piece->size - (piece->size && piece->bytes[piece->size - 1] == '\n'))
			      : NULL;

		if (line && count++ < LINES_MOST)
			add_change(changes, text_join(arena, gone ? "  - " : "  + ", place_shown(arena, line), NULL));
		i += !come;
		j += !gone;
	}
	if (count > LINES_MOST)
		add_change(changes, text_format(arena, "  and %zu more", count - LINES_MOST));
}

static struct pieces items_of(struct arena *arena, const struct object *list)
{
	struct pieces pieces = {0};
	size_t count = 0;

	for (const struct object *item = list->first; item; item = item->next)
		count++;
	pieces.items = NEW_ARRAY(arena, struct piece, count);
	for (const struct object *item = list->first; item; item = item->next) {
		const char *text = item->text ? item->text : place_value(arena, item, NULL);

		pieces.items[pieces.count++] = (struct piece){text, strlen(text)};
	}
	return pieces;
}

static bool same_pieces(struct pieces old, struct pieces new)
{
	for (size_t i = 0; i < old.count && i < new.count; i++)
		if (old.items[i].size != new.items[i].size ||
		    memcmp(old.items[i].bytes, new.items[i].bytes, old.items[i].size))
			return false;
	return old.count == new.count;
}

/* A list of one map says no more than the map does. */
static bool is_lone_map(const struct object *list)
{
	return list->first && list->first == list->last && list->first->kind == OBJECT_MAP;
}

static void compare_lists(struct object_changes *changes, const struct place *place, const struct object *old,
			  const struct object *new)
{
	struct arena *arena = changes->out->arena;
	struct pieces before, after;

	if (is_lone_map(old) && is_lone_map(new)) {
		compare_entries(changes, place, NULL, old->first, new->first);
		return;
	}
	before = items_of(arena, old);
	after = items_of(arena, new);
	if (!same_pieces(before, after))
		tell_edits(changes, place, before, after);
}

static void compare_texts(struct object_changes *changes, const struct place *place, const struct object *old,
			  const struct object *new)
{
	struct arena *arena = changes->out->arena;

	if (old->text && new->text && !strcmp(old->text, new->text))
		return;
	if (old->text && new->text && (strchr(old->text, '\n') || strchr(new->text, '\n'))) {
		tell_edits(changes, place, edits_lines_of(arena, old->text, strlen(old->text)),
			   edits_lines_of(arena, new->text, strlen(new->text)));
		return;
	}
	tell_change(changes, place,
		    text_join(arena, place_words(arena, place), ": ", place_value(arena, old, NULL), " -> ",
			      place_value(arena, new, NULL), NULL));
}

/* What is new is shown where that is short; a variable's value without its braces. */
static void tell_whole(struct object_changes *changes, const struct place *place, const struct object *object,
		       const char *verdict)
{
	struct arena *arena = changes->out->arena;
	const struct object *value = object_child(object, "value");
	const char *text = place_value(arena, value ? value : object, place->in ? place->in->identity : NULL);
	bool is_shown = strlen(text) <= VALUE_MOST && strcmp(text, "{}") && *verdict == 'n';

	tell_change(changes, place,
		    text_join(arena, place_words(arena, place), ": ", verdict, is_shown ? ", " : "",
			      is_shown ? text : "", NULL));
}

/* Ours, of which the words would say nothing: the input's is in every object. */
static bool is_digest(struct object_changes *changes, const struct place *place, const struct object *old,
		      const struct object *new)
{
	if (!place->in ||
	    (strcmp(place->name, "clusterc/input-digest") && strcmp(place->name, "clusterc/config-digest")))
		return false;
	if (!strcmp(place->name, "clusterc/config-digest") && old && new && old->text &&new->text &&
	    strcmp(old->text, new->text))
		tell_change(changes, place, "its files changed");
	return true;
}

/* Entries of maps, and of lists whose items have names; either side may be NULL. */
static void compare_entries(struct object_changes *changes, const struct place *place,
			    const struct collection *collection, const struct object *old, const struct object *new)
{
	struct arena *arena = changes->out->arena;
	const struct index before = place_entries(arena, collection, old),
			   after = place_entries(arena, collection, new);

	for (const struct object *entry = new ? new->first : NULL; entry; entry = entry->next) {
		struct place inner = {place, place_entry_name(collection, entry), collection};

		compare_at_place(changes, &inner, index_find(&before, inner.name), entry);
	}
	for (const struct object *entry = old ? old->first : NULL; entry; entry = entry->next) {
		struct place inner = {place, place_entry_name(collection, entry), collection};

		if (!index_find(&after, inner.name))
			compare_at_place(changes, &inner, entry, NULL);
	}
}

/* Of a pod's amounts, requests and limits are mostly the same: they are told as one then. */
static void compare_amount(struct object_changes *changes, const struct place *place, const char *name,
			   const struct object *old, const struct object *new)
{
	static const char *const sides[] = {"requests", "limits"};
	struct arena *arena = changes->out->arena;
	const char *before[2], *after[2];
	bool together;

	for (size_t i = 0; i < 2; i++) {
		before[i] = object_text(object_child(old, sides[i]), name);
		after[i] = object_text(object_child(new, sides[i]), name);
	}
	together = (!strcmp(before[0], before[1]) && !strcmp(after[0], after[1])) || (!*before[1] && !*after[1]);
	for (size_t i = 0; i < (together ? 1 : 2); i++) {
		struct place inner = {place->parent,
				      together ? name : text_join(arena, name, i ? " limit" : " request", NULL), NULL};
		const char *field = text_join(arena, place_field(arena, place), ".", sides[i], ".", name, NULL);

		if (!strcmp(before[i], after[i]))
			continue;
		changes->effects[effect_of_storage(changes->kind, field, before[i], after[i])] = true;
		add_change(changes, text_join(arena, place_words(arena, &inner), ": ", *before[i] ? before[i] : "none",
					      " -> ", *after[i] ? after[i] : "none", NULL));
	}
}

static bool is_first_of(const struct object *const *maps, size_t at, const char *name)
{
	while (at--)
		if (object_child(maps[at], name))
			return false;
	return true;
}

static void compare_resources(struct object_changes *changes, const struct place *place, const struct object *old,
			      const struct object *new)
{
	const struct object *maps[] = {object_child(new, "requests"), object_child(new, "limits"),
				       object_child(old, "requests"), object_child(old, "limits")};

	for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
		for (const struct object *amount = maps[i] ? maps[i]->first : NULL; amount; amount = amount->next)
			if (is_first_of(maps, i, amount->key))
				compare_amount(changes, place, amount->key, old, new);
	compare_entries(changes, place, NULL, old, new);
}

/* The container's, of which the amounts are told together. */
static bool is_resources(const struct place *place)
{
	return place && !strcmp(place->name, "resources") && !place->in;
}
static bool are_amounts(const struct place *place)
{
	return is_resources(place->parent) && (!strcmp(place->name, "requests") || !strcmp(place->name, "limits"));
}

static void compare_at_place(struct object_changes *changes, const struct place *place, const struct object *old,
			     const struct object *new)
{
	const struct object *there = new ? new : old;
	const struct collection *collection = place_collection(changes->out->arena, place, old, new);

	if (is_digest(changes, place, old, new) || are_amounts(place))
		return;
	if (is_resources(place) && there->kind == OBJECT_MAP)
		compare_resources(changes, place, old, new);
	else if ((!old || !new) && !collection)
		tell_whole(changes, place, there, new ? "new" : "gone");
	else if (old && new && old->kind != new->kind)
		compare_texts(changes, place, old, new);
	else if (collection || there->kind == OBJECT_MAP)
		compare_entries(changes, place, collection, old, new);
	else if (there->kind == OBJECT_LIST)
		compare_lists(changes, place, old, new);
	else
		compare_texts(changes, place, old, new);
}

/* --- Objects ------------------------------------------------------------------------------------------ */

/* "StatefulSet lab-worker": by this, and by the namespace, an object stays the same one. */
static const char *title_of(struct arena *arena, const struct object *object)
{
	const struct object *metadata = object_child(object, "metadata");
	const char *name_space = object_text(metadata, "namespace");

	return text_join(arena, place_shown(arena, object_text(object, "kind")), " ",
			 place_shown(arena, object_text(metadata, "name")), *name_space ? " in the namespace " : "",
			 *name_space ? place_shown(arena, name_space) : "", NULL);
}

/* Where a manifest has an object twice, `kubectl apply` leaves the last. */
static struct index titled(struct arena *arena, const struct object *const *objects, size_t count)
{
	struct index all = INDEX_IN(arena);

	while (count--)
		index_add(&all, title_of(arena, objects[count]), objects[count]);
	return all;
}

/* What it means, the worst first; where Kubernetes refuses something, the rest doesn't matter. */
static bool tell_effects(struct object_changes *changes)
{
	bool refused = false, told = false;

	for (unsigned i = EFFECTS; i-- > EFFECT_AT_ONCE && !refused;) {
		if (!changes->effects[i] || (i == EFFECT_AT_ONCE && told))
			continue;
		refused = effect_is_refused((enum effect)i);
		told = true;
		add_change(changes, text_join(changes->out->arena, "=> ", effect_words((enum effect)i), NULL));
	}
	return refused;
}

static bool compare_objects(struct text *out, const struct object *old, const struct object *new, const char *title)
{
	struct object_changes changes = {.out = out, .kind = object_text(new, "kind"), .title = title};

	for (const struct object *entry = new->first; entry; entry = entry->next)
		compare_at_place(&changes, &(struct place){NULL, entry->key, NULL}, object_child(old, entry->key),
				 entry);
	for (const struct object *entry = old->first; entry; entry = entry->next)
		if (!object_child(new, entry->key))
			compare_at_place(&changes, &(struct place){NULL, entry->key, NULL}, entry, NULL);
	return tell_effects(&changes);
}

void changes_write(struct text *out, const struct object *const *old, size_t old_count, const struct object *const *new,
		   size_t new_count)
{
	struct arena *arena = out->arena;
	const struct index before = titled(arena, old, old_count), after = titled(arena, new, new_count);
	bool refused = false, any_gone = false;

	for (size_t i = 0; i < new_count; i++) {
		const char *title = title_of(arena, new[i]);
		const struct object *there = index_find(&before, title);

		if (there)
			refused = compare_objects(out, there, new[i], title) || refused;
		else
			text_add(out, text_join(arena, title, ": new\n", NULL));
	}
	for (size_t i = 0; i < old_count; i++) {
		const char *title = title_of(arena, old[i]);

		if (index_find(&after, title))
			continue;
		any_gone = true;
		text_add(out, text_join(arena, title, ": gone\n", NULL));
	}
	if (any_gone)
		text_add(out, "  => what is gone stays in the namespace until somebody deletes it, as the old "
			      "manager's delete does\n");
	if (refused)
		text_add(out,
			 "\nThe cluster has to be deleted and created again: its manager's delete, then create.\n");
}
