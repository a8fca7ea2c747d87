/* resolved: a profile with everything decided, and where each value came from: the profile's line, the site, the
 * framework's definition, or the compiler itself. The language's tables know the keys, their order and their defaults.
 */
#include "write/resolved.h"

#include <string.h>

#include "base/index.h"
#include "cluster/complete.h"
#include "kube/object.h"
#include "write/yaml.h"

struct resolved {
	struct arena *arena;
	const struct cluster *cluster;
	const struct document *document;
};

/* A map that is being written. */
struct level {
	const struct block *block;
	const char *data;               /* the block's structure, complete */
	const struct node *own;         /* what the profile says of it, or NULL */
	const struct block *site_block; /* where the site says the same keys; NULL: nowhere */
	const char *site;               /* its structure, or NULL */
	const char *giver;              /* of all that the profile doesn't say; NULL: each key has its own */
};

static const void *resolved_pointer_at(const char *data, size_t offset)
{
	const void *pointer;

	memcpy(&pointer, data + offset, sizeof pointer);
	return pointer;
}

static const struct node *child(const struct node *map, const char *key)
{
	return map && map->kind == NODE_MAP ? node_get(map, key) : NULL;
}

/* --- Where a value comes from ------------------------------------------------------------------- */

/* The line of a node of the profile, or of what edited it. */
static const char *line_of(const struct resolved *it, const struct node *node)
{
	/* A map that an edit put there holds what is asked for. */
	struct span span = node_span(it->document->source, node->kind == NODE_MAP && node->last ? node->last : node);

	if (span.source == it->document->source)
		return text_format(it->arena, "%s, line %u", it->cluster->source_name, span.line);
	/* An edit of the command line is one line. */
	return span.line == 1 ? span.source->name
			      : text_format(it->arena, "%s, line %u", text_file_name(span.source->name), span.line);
}

static bool site_says(const struct level *level, const struct key *key)
{
	const struct key *its = level->site ? schema_block_key(level->site_block, key->name) : NULL;

	return its && resolved_pointer_at(level->site, its->offset);
}

static bool framework_says(const struct level *level, const struct key *key)
{
	static const char words[] = "the framework's";

	return (key->fallback && !strncmp(key->fallback, words, sizeof words - 1)) ||
	       (level->block == &profile_block && schema_block_key(&framework_block, key->name));
}

/* Who says what the profile doesn't. */
static const char *giver_of(const struct resolved *it, const struct level *level, const struct key *key)
{
	if (level->giver)
		return level->giver;
	if (site_says(level, key))
		return text_join(it->arena, "the site ", it->cluster->site->name, NULL);
	return framework_says(level, key) ? text_join(it->arena, "the framework ", it->cluster->framework_name, NULL)
					  : "by default";
}

static const char *origin(const struct resolved *it, const struct level *level, const struct key *key)
{
	const struct node *node = child(level->own, key->name);
	const struct key *same = key->fallback ? schema_block_key(level->block, key->fallback) : NULL;

	if (node)
		return line_of(it, node);
	return same && !site_says(level, key) ? origin(it, level, same) : giver_of(it, level, key);
}

/* --- Lists --------------------------------------------------------------------------------------- */

/* The items of a list by their names, or by the texts that they are. */
static struct index items_by_name(struct arena *arena, const struct node *list)
{
	struct index items = INDEX_IN(arena);

	for (const struct node *item = list && list->kind == NODE_LIST ? list->first : NULL; item; item = item->next) {
		const struct node *its = item->kind == NODE_MAP ? node_get(item, "name") : item;

		if (its && its->kind == NODE_TEXT)
			index_add(&items, its->text, item);
	}
	return items;
}

static void say_block(const struct resolved *it, struct object *map, const struct level *level);

static void say_texts(const struct resolved *it, struct object *list, const struct level *level, const struct key *key,
		      const char *const *texts, size_t count)
{
	struct index items = items_by_name(it->arena, child(level->own, key->name));

	for (size_t i = 0; i < count; i++) {
		const struct node *item = index_find(&items, texts[i]);

		object_add_text(list, texts[i]);
		list->last->comment = item ? line_of(it, item) : giver_of(it, level, key);
	}
}

static void say_pairs(const struct resolved *it, struct object *map, const struct level *level, const struct key *key,
		      const struct pair *pairs, size_t count)
{
	struct index items = items_by_name(it->arena, child(level->own, key->name));

	for (size_t i = 0; i < count; i++) {
		const struct node *item = index_find(&items, pairs[i].name);

		(pairs[i].plain ? object_put_value : object_put_text)(map, pairs[i].name, pairs[i].value);
		map->last->comment = item ? line_of(it, item) : giver_of(it, level, key);
	}
}

/* A block that speaks of pods, of which the site does, too. */
static bool speaks_of_pods(const struct block *block)
{
	return block == &profile_role_block || block == &profile_worker_block || block == &profile_group_block;
}

static struct level level_below(const struct resolved *it, const struct block *block, const void *data,
				const struct node *own)
{
	const struct site_defaults *defaults = it->cluster->site ? it->cluster->site->defaults : NULL;
	struct level level = {.block = block, .data = data, .own = own};

	if (speaks_of_pods(block) && defaults) {
		level.site_block = &site_pods_block;
		level.site = (const char *)defaults->pods;
	}
	return level;
}

/* Entries are found in the profile by their names; those that have none stand there in the same order. What an entry
 * doesn't say comes from who gives the rest of the list. */
static void say_entries(const struct resolved *it, struct object *list, const struct level *level,
			const struct key *key, const char *entries, size_t count)
{
	const struct node *own = child(level->own, key->name);
	const struct key *name = schema_block_key(key->block, "name");
	struct index items = items_by_name(it->arena, own);

	for (size_t i = 0; i < count; i++, entries += key->block->size) {
		const struct node *entry =
			name ? index_find(&items, resolved_pointer_at(entries, name->offset)) : node_item(own, i);
		struct level below = level_below(it, key->block, entries, entry);

		below.giver = speaks_of_pods(key->block) ? NULL : giver_of(it, level, key);
		say_block(it, object_add_map(list), &below);
	}
}

/* --- Keys ---------------------------------------------------------------------------------------- */

static void say_list(const struct resolved *it, struct object *map, const struct level *level, const struct key *key,
		     const void *items)
{
	uint32_t count;

	memcpy(&count, level->data + key->count_offset, sizeof count);
	if (!count)
		return;
	if (key->kind == KIND_PAIRS)
		say_pairs(it, object_put_map(map, key->name), level, key, items, count);
	else if (key->kind == KIND_TEXTS)
		say_texts(it, object_put_list(map, key->name), level, key, items, count);
	else
		say_entries(it, object_put_list(map, key->name), level, key, items, count);
}

static void say_scalar(struct object *map, const struct key *key, const void *value)
{
	if (key->kind == KIND_NUMBER)
		object_put_number(map, key->name, *(const int64_t *)value);
	else if (key->kind == KIND_TRUTH)
		object_put_truth(map, key->name, *(const bool *)value);
	else
		object_put_text(map, key->name,
				key->kind == KIND_CHOICE ? key->rule->choices[*(const unsigned *)value] : value);
}

static void say_key(const struct resolved *it, struct object *map, const struct level *level, const struct key *key)
{
	const void *value = resolved_pointer_at(level->data, key->offset);
	struct level below;

	if (!value)
		return;
	if (key->kind == KIND_BLOCK) {
		below = level_below(it, key->block, value, child(level->own, key->name));
		below.giver = level->giver;
		say_block(it, object_put_map(map, key->name), &below);
	} else if (key->kind == KIND_PAIRS || key->kind == KIND_TEXTS || key->kind == KIND_LIST) {
		say_list(it, map, level, key, value);
	} else {
		say_scalar(map, key, value);
		map->last->comment = origin(it, level, key);
	}
}

static void say_block(const struct resolved *it, struct object *map, const struct level *level)
{
	for (size_t i = 0; i < level->block->key_count; i++)
		say_key(it, map, level, &level->block->keys[i]);
}

void resolved_write(struct text *out, const struct cluster *cluster, const struct document *document)
{
	struct resolved it = {out->arena, cluster, document};
	struct object *map = object_document(out->arena, NULL);
	struct level top = {
		.block = &profile_block,
		.data = (const char *)complete_profile(out->arena, cluster),
		.own = document->root,
		.site_block = &site_defaults_block,
		.site = cluster->site ? (const char *)cluster->site->defaults : NULL,
	};

	say_block(&it, map, &top);
	yaml_write(out, map);
}
