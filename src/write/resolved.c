/* resolved: a profile with everything decided, and where each value came from: the profile's line, the site, the
 * framework's definition, or the compiler itself. The language's tables know the keys, their order and their defaults.
 */
#include "write/resolved.h"

#include <string.h>

#include "cluster/complete.h"
#include "kube/object.h"
#include "write/yaml.h"

/* A map that is being written; cluster and document are the same for all of them. */
struct level {
	const struct cluster *cluster;
	const struct document *document;
	const struct block *block;
	const void *data;               /* the block's structure, complete */
	const struct node *own;         /* what the profile says of it, or NULL */
	const struct block *site_block; /* the block in which a site says the same keys */
	const void *site;               /* its structure, or NULL */
	const char *giver;              /* the source of all that the profile doesn't say; NULL: each key has its own */
};

static const struct node *child(const struct node *map, const char *key)
{
	return map && map->kind == NODE_MAP ? node_get(map, key) : NULL;
}

/* --- Where a value comes from ------------------------------------------------------------------- */

/* The line of a node of the profile, or of what edited it. */
static const char *line_of(struct arena *arena, const struct level *level, const struct node *node)
{
	/* A map that an edit put there holds what is asked for. */
	struct span span = node_span(level->document->source, node->kind == NODE_MAP && node->last ? node->last : node);

	if (span.source == level->document->source)
		return text_format(arena, "%s, line %u", level->cluster->source_name, span.line);
	/* An edit of the command line is one line. */
	return span.line == 1 ? span.source->name
			      : text_format(arena, "%s, line %u", text_file_name(span.source->name), span.line);
}

static bool site_says(const struct level *level, const struct key *key)
{
	return schema_value(schema_block_key(level->site_block, key->name), level->site);
}

static bool framework_says(const struct level *level, const struct key *key)
{
	static const char words[] = "the framework's";

	return (key->fallback && !strncmp(key->fallback, words, sizeof words - 1)) ||
	       (level->block == &profile_block && schema_block_key(&framework_block, key->name));
}

/* The source of what the profile says at `node`, or doesn't say if that is NULL. */
static const char *origin(struct arena *arena, const struct level *level, const struct key *key,
			  const struct node *node)
{
	const struct key *same = key->fallback ? schema_block_key(level->block, key->fallback) : NULL;

	if (node)
		return line_of(arena, level, node);
	if (level->giver)
		return level->giver;
	if (site_says(level, key))
		return text_join(arena, "the site ", level->cluster->site->name, NULL);
	if (same)
		return origin(arena, level, same, child(level->own, same->name));
	return framework_says(level, key) ? text_join(arena, "the framework ", level->cluster->framework_name, NULL)
					  : "by default";
}

/* --- Maps and lists ------------------------------------------------------------------------------ */

static void say_block(struct object *map, const struct level *level);

/* Writes the map under a key, or one of the maps in its list. The site speaks of pods, too. */
static void say_map(struct object *map, const struct level *level, const struct key *key, const void *data,
		    const struct node *own)
{
	const struct site_defaults *defaults = level->cluster->site ? level->cluster->site->defaults : NULL;
	bool pods = key->block == &profile_role_block || key->block == &profile_worker_block ||
		    key->block == &profile_group_block;
	struct level below = *level;

	below.block = key->block;
	below.data = data;
	below.own = own;
	below.site_block = &site_pods_block;
	below.site = pods && defaults ? defaults->pods : NULL;
	/* What an entry doesn't say comes from who gives the rest of its list. */
	if (key->kind == KIND_LIST)
		below.giver = pods ? NULL : origin(map->arena, level, key, NULL);
	say_block(map, &below);
}

/* Entries are found in the profile by their names; those that have none stand there in the same order. */
static void say_list(struct object *map, const struct level *level, const struct key *key, const char *entry)
{
	const struct node *own = child(level->own, key->name);
	uint32_t count = schema_count(key, level->data);
	bool pairs = key->kind == KIND_PAIRS;
	struct object *list = !count  ? NULL
			      : pairs ? object_put_map(map, key->name)
				      : object_put_list(map, key->name);

	for (uint32_t i = 0; i < count; i++, entry += schema_entry_size(key)) {
		const char *const *text = (const void *)entry; /* or a pair, which begins with its name */
		const struct pair *pair = pairs ? (const void *)entry : NULL;
		bool maps = key->kind == KIND_LIST;
		const char *name = maps ? schema_value(schema_block_key(key->block, "name"), entry) : *text;
		const struct node *item = own && name ? node_named(own, name) : node_item(own, i);

		if (maps) {
			say_map(object_add_map(list), level, key, entry, item);
		} else {
			(pair && pair->plain ? object_put_value : object_put_text)(list, pair ? name : NULL,
										   pair ? pair->value : name);
			list->last->comment = origin(map->arena, level, key, item);
		}
	}
}

/* --- Keys ---------------------------------------------------------------------------------------- */

static void say_scalar(struct object *map, const struct key *key, const void *value)
{
	if (key->kind == KIND_NUMBER)
		object_put_number(map, key->name, *(const int64_t *)value);
	else if (key->kind == KIND_AMOUNT)
		object_put_text(map, key->name,
				quantity_write(map->arena, key->rule->unit, *(const int64_t *)value));
	else if (key->kind == KIND_TRUTH)
		object_put_truth(map, key->name, *(const bool *)value);
	else
		object_put_text(map, key->name,
				key->kind == KIND_CHOICE ? key->rule->choices[*(const unsigned *)value] : value);
}

static void say_block(struct object *map, const struct level *level)
{
	for (size_t i = 0; i < level->block->key_count; i++) {
		const struct key *key = &level->block->keys[i];
		const void *value = schema_value(key, level->data);
		const struct node *own = child(level->own, key->name);
		const char *word = schema_word(key, level->data);
		const void *instead = schema_map(key, level->data);

		if (!value && !word && !instead)
			continue;
		if (instead) {
			say_map(object_put_map(map, key->name), level, key, instead, own);
		} else if (word) {
			object_put_text(map, key->name, word);
			map->last->comment = origin(map->arena, level, key, own);
		} else if (key->kind == KIND_BLOCK) {
			say_map(object_put_map(map, key->name), level, key, value, own);
		} else if (key->count_offset) {
			say_list(map, level, key, value);
		} else {
			say_scalar(map, key, value);
			map->last->comment = origin(map->arena, level, key, own);
		}
	}
}

void resolved_write(struct text *out, const struct cluster *cluster, const struct document *document)
{
	struct object *map = object_document(out->arena, NULL);

	say_block(map, &(struct level){.cluster = cluster,
				       .document = document,
				       .block = &profile_block,
				       .data = complete_profile(out->arena, cluster),
				       .own = document->root,
				       .site_block = &site_defaults_block,
				       .site = cluster->site ? cluster->site->defaults : NULL});
	yaml_write(out, map);
}
