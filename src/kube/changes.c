/* changes: what differs between two sets of objects, in words, and what it means. */
#include "kube/changes.h"

#include <string.h>

#include "base/edits.h"
#include "base/quote.h"
#include "kube/effects.h"
#include "kube/named.h"

/* Of a long text or list so many lines are told, and so much of a value that came as a whole. */
enum { LINES_MOST = 40, VALUE_MOST = 100 };

/* --- From nodes to objects ------------------------------------------------------------------------ */

static void put_node(struct object *to, const struct node *node);

static void put_children(struct object *to, const struct node *node)
{
	for (const struct node *child = node->first; child; child = child->next)
		put_node(to, child);
}

static void put_node(struct object *to, const struct node *node)
{
	const char *key = to->kind == OBJECT_MAP ? node->key->text : NULL;

	if (node->kind != NODE_TEXT)
		put_children(node->kind == NODE_MAP ? put_map(to, key) : put_list(to, key), node);
	else
		put_text(to, key, node->text);
}

struct object *objects_of(struct arena *arena, const struct node *documents)
{
	struct object *first = NULL, **end = &first;

	for (const struct node *root = documents; root; root = root->next) {
		if (root->kind != NODE_MAP)
			continue;
		*end = object_document(arena, NULL);
		put_children(*end, root);
		end = &(*end)->next;
	}
	return first;
}

/* --- Which entries belong together ---------------------------------------------------------------- */

/* Lists whose items have a key that tells them apart, and maps whose keys are anybody's; and what one
 * entry is called. */
static const struct collection {
	const char *key;      /* under which it stands */
	const char *identity; /* of an item of a list; NULL: a map */
	const char *noun;
} collections[] = {
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

/* Where we are in an object. */
struct place {
	const struct place *parent;
	const char *name;
	const struct collection *in; /* what it is an entry of, or NULL */
};

static const struct object *child_of(const struct object *map, const char *key)
{
	for (const struct object *child = map && map->kind == OBJECT_MAP ? map->first : NULL; child; child = child->next)
		if (!strcmp(child->key, key))
			return child;
	return NULL;
}

static const char *text_of(const struct object *map, const char *key)
{
	const struct object *child = child_of(map, key);

	return child && child->text ? child->text : "";
}

static const char *name_in(const struct collection *collection, const struct object *entry)
{
	return collection && collection->identity ? text_of(entry, collection->identity) : entry->key;
}

static struct named_set entries_of(struct arena *arena, const struct collection *collection, const struct object *parent)
{
	struct named_set entries = {0};

	for (const struct object *entry = parent ? parent->first : NULL; entry; entry = entry->next)
		named_add(arena, &entries, name_in(collection, entry), entry);
	named_sort(&entries);
	return entries;
}

/* Items of a list that somebody wrote by hand may have no names, or the same. */
static bool tells_apart(struct arena *arena, const struct collection *collection, const struct object *list)
{
	struct named_set entries = {0};

	if (!list || !collection->identity)
		return true;
	entries = entries_of(arena, collection, list);
	return named_once(&entries);
}

static const struct collection *collection_at(struct arena *arena, const struct place *place, const struct object *old,
					      const struct object *new)
{
	const struct object *there = new ? new : old;

	if (place->in)
		return NULL;
	for (const struct collection *one = collections; one < collections + sizeof collections / sizeof *collections; one++)
		if (!strcmp(one->key, place->name) && there->kind == (one->identity ? OBJECT_LIST : OBJECT_MAP))
			return tells_apart(arena, one, old) && tells_apart(arena, one, new) ? one : NULL;
	return NULL;
}

/* --- Words ------------------------------------------------------------------------------------------ */

/* What is told of one object. */
struct telling {
	struct text *out;
	const char *kind, *title;
	bool begun; /* the title is written */
	bool effects[EFFECTS];
};

/* "spec.template.spec.containers": the keys, without entries of collections. */
static const char *field_of(struct arena *arena, const struct place *place)
{
	const char *before = place->parent ? field_of(arena, place->parent) : "";

	if (place->in)
		return before;
	return *before ? text_join(arena, before, ".", place->name, NULL) : place->name;
}

/* Steps that say nothing to who knows what a pod is. */
static bool is_plain_step(const struct place *place)
{
	static const char *const silent[] = {"spec", "template", "metadata", "value"};

	for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
		if (!strcmp(place->name, silent[i]))
			return false;
	return !place->in;
}

/* A text on one line, as it is where that can be seen. */
static const char *shown(struct arena *arena, const char *text)
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
static void add_entries(struct text *out, const struct place *place, const char *before)
{
	for (; place; place = place->parent)
		if (place->in) {
			text_add(out, text_join(out->arena, before, place->in->noun, " ", shown(out->arena, place->name), NULL));
			before = " of ";
		} else if (!strcmp(place->name, "metadata") && place->parent) {
			text_add(out, " of its pods");
		}
}

/* "livenessProbe.periodSeconds of container head". */
static const char *words_of(struct arena *arena, const struct place *place)
{
	const char *steps = "";
	const struct place *at = place;
	struct text out = TEXT_IN(arena);

	for (; at && !at->in; at = at->parent)
		if (is_plain_step(at))
			steps = *steps ? text_join(arena, at->name, ".", steps, NULL) : at->name;
	text_add(&out, *steps || at ? steps : place->name);
	add_entries(&out, at, *steps ? " of " : "");
	return text_done(&out);
}

static void add_line(struct telling *telling, const char *line)
{
	if (!telling->begun)
		text_add(telling->out, text_join(telling->out->arena, telling->title, "\n", NULL));
	telling->begun = true;
	text_add(telling->out, text_join(telling->out->arena, "  ", line, "\n", NULL));
}

static void tell(struct telling *telling, const struct place *place, const char *line)
{
	telling->effects[effect_of(telling->kind, field_of(telling->out->arena, place))] = true;
	add_line(telling, line);
}

/* Any value on one line: {name: a, value: b}. `without` is a key that is told already, or NULL. */
static void add_value(struct text *out, const struct object *object, const char *without)
{
	const char *between = "";

	if (object->kind != OBJECT_MAP && object->kind != OBJECT_LIST) {
		text_add(out, shown(out->arena, object->text));
		return;
	}
	text_add_char(out, object->kind == OBJECT_MAP ? '{' : '[');
	for (const struct object *child = object->first; child; child = child->next) {
		if (without && child->key && !strcmp(child->key, without))
			continue;
		text_add(out, between);
		if (child->key)
			text_add(out, text_join(out->arena, child->key, ": ", NULL));
		add_value(out, child, NULL);
		between = ", ";
	}
	text_add_char(out, object->kind == OBJECT_MAP ? '}' : ']');
}

static const char *value_of(struct arena *arena, const struct object *object, const char *without)
{
	struct text out = TEXT_IN(arena);

	add_value(&out, object, without);
	return text_done(&out);
}

/* --- Comparing -------------------------------------------------------------------------------------- */

static void compare(struct telling *telling, const struct place *place, const struct object *old, const struct object *new);
static void compare_entries(struct telling *telling, const struct place *place, const struct collection *collection,
			    const struct object *old, const struct object *new);

/* Lines, or items of a list, that go and come; the others are the same in the same order. */
static void tell_edits(struct telling *telling, const struct place *place, struct pieces old, struct pieces new)
{
	struct arena *arena = telling->out->arena;
	struct edits edits = edits_between(arena, old, new);
	size_t count = 0, i = 0, j = 0;

	tell(telling, place, text_join(arena, words_of(arena, place), ":", NULL));
	while (i < old.count || j < new.count) {
		bool gone = i < old.count && edits.gone[i], come = !gone && j < new.count && edits.come[j];
		const struct piece *piece = gone ? &old.items[i] : come ? &new.items[j] : NULL;
		const char *line = piece ? text_copy(arena, piece->bytes, piece->size - (piece->size && piece->bytes[piece->size - 1] == '\n'))
					 : NULL;

		if (line && count++ < LINES_MOST)
			add_line(telling, text_join(arena, gone ? "  - " : "  + ", shown(arena, line), NULL));
		i += !come;
		j += !gone;
	}
	if (count > LINES_MOST)
		add_line(telling, text_format(arena, "  and %zu more", count - LINES_MOST));
}

static struct pieces items_of(struct arena *arena, const struct object *list)
{
	struct pieces pieces = {0};
	size_t count = 0;

	for (const struct object *item = list->first; item; item = item->next)
		count++;
	pieces.items = NEW_ARRAY(arena, struct piece, count);
	for (const struct object *item = list->first; item; item = item->next) {
		const char *text = item->text ? item->text : value_of(arena, item, NULL);

		pieces.items[pieces.count++] = (struct piece){text, strlen(text)};
	}
	return pieces;
}

static bool same_pieces(struct pieces old, struct pieces new)
{
	for (size_t i = 0; i < old.count && i < new.count; i++)
		if (old.items[i].size != new.items[i].size || memcmp(old.items[i].bytes, new.items[i].bytes, old.items[i].size))
			return false;
	return old.count == new.count;
}

/* A list of one map says no more than the map does. */
static bool is_lone_map(const struct object *list)
{
	return list->first && list->first == list->last && list->first->kind == OBJECT_MAP;
}

static void compare_lists(struct telling *telling, const struct place *place, const struct object *old, const struct object *new)
{
	struct arena *arena = telling->out->arena;
	struct pieces before, after;

	if (is_lone_map(old) && is_lone_map(new)) {
		compare_entries(telling, place, NULL, old->first, new->first);
		return;
	}
	before = items_of(arena, old);
	after = items_of(arena, new);
	if (!same_pieces(before, after))
		tell_edits(telling, place, before, after);
}

static void compare_texts(struct telling *telling, const struct place *place, const struct object *old, const struct object *new)
{
	struct arena *arena = telling->out->arena;

	if (old->text && new->text && !strcmp(old->text, new->text))
		return;
	if (old->text && new->text && (strchr(old->text, '\n') || strchr(new->text, '\n'))) {
		tell_edits(telling, place, lines_of(arena, old->text, strlen(old->text)), lines_of(arena, new->text, strlen(new->text)));
		return;
	}
	tell(telling, place,
	     text_join(arena, words_of(arena, place), ": ", value_of(arena, old, NULL), " -> ", value_of(arena, new, NULL), NULL));
}

/* What is new is shown where that is short; a variable's value without its braces. */
static void tell_whole(struct telling *telling, const struct place *place, const struct object *object, const char *verdict)
{
	struct arena *arena = telling->out->arena;
	const struct object *value = child_of(object, "value");
	const char *text = value_of(arena, value ? value : object, place->in ? place->in->identity : NULL);
	bool is_shown = strlen(text) <= VALUE_MOST && strcmp(text, "{}") && *verdict == 'n';

	tell(telling, place, text_join(arena, words_of(arena, place), ": ", verdict, is_shown ? ", " : "", is_shown ? text : "", NULL));
}

/* Ours, of which the words would say nothing: the input's is in every object. */
static bool is_digest(struct telling *telling, const struct place *place, const struct object *old, const struct object *new)
{
	if (!place->in || (strcmp(place->name, "clusterc/input-digest") && strcmp(place->name, "clusterc/config-digest")))
		return false;
	if (!strcmp(place->name, "clusterc/config-digest") && old && new && old->text && new->text && strcmp(old->text, new->text))
		tell(telling, place, "its files changed");
	return true;
}

/* Entries of maps, and of lists whose items have names; either side may be NULL. */
static void compare_entries(struct telling *telling, const struct place *place, const struct collection *collection,
			    const struct object *old, const struct object *new)
{
	struct arena *arena = telling->out->arena;
	const struct named_set before = entries_of(arena, collection, old), after = entries_of(arena, collection, new);

	for (const struct object *entry = new ? new->first : NULL; entry; entry = entry->next) {
		struct place inner = {place, name_in(collection, entry), collection};

		compare(telling, &inner, named_find(&before, inner.name), entry);
	}
	for (const struct object *entry = old ? old->first : NULL; entry; entry = entry->next) {
		struct place inner = {place, name_in(collection, entry), collection};

		if (!named_find(&after, inner.name))
			compare(telling, &inner, entry, NULL);
	}
}

/* Of a pod's amounts, requests and limits are mostly the same: they are told as one then. */
static void compare_amount(struct telling *telling, const struct place *place, const char *name, const struct object *old,
			   const struct object *new)
{
	static const char *const sides[] = {"requests", "limits"};
	struct arena *arena = telling->out->arena;
	const char *before[2], *after[2];
	bool together;

	for (size_t i = 0; i < 2; i++) {
		before[i] = text_of(child_of(old, sides[i]), name);
		after[i] = text_of(child_of(new, sides[i]), name);
	}
	together = (!strcmp(before[0], before[1]) && !strcmp(after[0], after[1])) || (!*before[1] && !*after[1]);
	for (size_t i = 0; i < (together ? 1 : 2); i++) {
		struct place inner = {place->parent, together ? name : text_join(arena, name, i ? " limit" : " request", NULL), NULL};
		const char *field = text_join(arena, field_of(arena, place), ".", sides[i], ".", name, NULL);

		if (!strcmp(before[i], after[i]))
			continue;
		telling->effects[effect_of_storage(telling->kind, field, before[i], after[i])] = true;
		add_line(telling, text_join(arena, words_of(arena, &inner), ": ", *before[i] ? before[i] : "none", " -> ",
					    *after[i] ? after[i] : "none", NULL));
	}
}

static bool is_first_of(const struct object *const *maps, size_t at, const char *name)
{
	while (at--)
		if (child_of(maps[at], name))
			return false;
	return true;
}

static void compare_resources(struct telling *telling, const struct place *place, const struct object *old, const struct object *new)
{
	const struct object *maps[] = {child_of(new, "requests"), child_of(new, "limits"), child_of(old, "requests"), child_of(old, "limits")};

	for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
		for (const struct object *amount = maps[i] ? maps[i]->first : NULL; amount; amount = amount->next)
			if (is_first_of(maps, i, amount->key))
				compare_amount(telling, place, amount->key, old, new);
}

static void compare(struct telling *telling, const struct place *place, const struct object *old, const struct object *new)
{
	const struct object *there = new ? new : old;
	const struct collection *collection = collection_at(telling->out->arena, place, old, new);

	if (is_digest(telling, place, old, new))
		return;
	if (!strcmp(place->name, "resources") && !place->in)
		compare_resources(telling, place, old, new);
	else if ((!old || !new) && !collection)
		tell_whole(telling, place, there, new ? "new" : "gone");
	else if (old && new && old->kind != new->kind)
		compare_texts(telling, place, old, new);
	else if (collection || there->kind == OBJECT_MAP)
		compare_entries(telling, place, collection, old, new);
	else if (there->kind == OBJECT_LIST)
		compare_lists(telling, place, old, new);
	else
		compare_texts(telling, place, old, new);
}

/* --- Objects ------------------------------------------------------------------------------------------ */

/* "StatefulSet lab-worker": by this, and by the namespace, an object stays the same one. */
static const char *title_of(struct arena *arena, const struct object *object)
{
	const struct object *metadata = child_of(object, "metadata");
	const char *name_space = text_of(metadata, "namespace");

	return text_join(arena, shown(arena, text_of(object, "kind")), " ", shown(arena, text_of(metadata, "name")),
			 *name_space ? " in the namespace " : "", *name_space ? shown(arena, name_space) : "", NULL);
}

/* Where a manifest has an object twice, `kubectl apply` leaves the last. */
static struct named_set titled(struct arena *arena, const struct object *const *objects, size_t count)
{
	struct named_set all = {0};

	for (size_t i = 0; i < count; i++)
		named_add(arena, &all, title_of(arena, objects[i]), objects[i]);
	named_sort(&all);
	return all;
}

/* What it means, the worst first; where Kubernetes refuses something, the rest doesn't matter. */
static bool tell_effects(struct telling *telling)
{
	bool refused = false, told = false;

	for (unsigned i = EFFECTS; i-- > EFFECT_AT_ONCE && !refused;) {
		if (!telling->effects[i] || (i == EFFECT_AT_ONCE && told))
			continue;
		refused = effect_is_refused((enum effect)i);
		told = true;
		add_line(telling, text_join(telling->out->arena, "=> ", effect_words((enum effect)i), NULL));
	}
	return refused;
}

static bool compare_objects(struct text *out, const struct object *old, const struct object *new, const char *title)
{
	struct telling telling = {.out = out, .kind = text_of(new, "kind"), .title = title};

	for (const struct object *entry = new->first; entry; entry = entry->next)
		compare(&telling, &(struct place){NULL, entry->key, NULL}, child_of(old, entry->key), entry);
	for (const struct object *entry = old->first; entry; entry = entry->next)
		if (!child_of(new, entry->key))
			compare(&telling, &(struct place){NULL, entry->key, NULL}, entry, NULL);
	return tell_effects(&telling);
}

void changes_write(struct text *out, const struct object *const *old, size_t old_count, const struct object *const *new,
		   size_t new_count)
{
	struct arena *arena = out->arena;
	const struct named_set before = titled(arena, old, old_count), after = titled(arena, new, new_count);
	bool refused = false, any_gone = false;

	for (size_t i = 0; i < new_count; i++) {
		const char *title = title_of(arena, new[i]);
		const struct object *there = named_find(&before, title);

		if (there)
			refused = compare_objects(out, there, new[i], title) || refused;
		else
			text_add(out, text_join(arena, title, ": new\n", NULL));
	}
	for (size_t i = 0; i < old_count; i++) {
		const char *title = title_of(arena, old[i]);

		if (named_find(&after, title))
			continue;
		any_gone = true;
		text_add(out, text_join(arena, title, ": gone\n", NULL));
	}
	if (any_gone)
		text_add(out, "  => what is gone stays in the namespace until somebody deletes it, as the old manager's delete does\n");
	if (refused)
		text_add(out, "\nThe cluster has to be deleted and created again: its manager's delete, then create.\n");
}
