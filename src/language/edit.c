/* edit: puts values into a tree that were given beside the file. */
#include "language/edit.h"

#include <string.h>

#include "front/source.h"
#include "front/tree.h"

struct editor {
	struct arena *arena;
	struct diags *diags;
	const struct source *edit;
	const char *path;      /* of keys, and where it begins */
	uint32_t line, column;
	const char *form; /* help: how edits are written */
};

static struct span span_of_edit(const struct editor *it, const char *at, size_t size)
{
	return (struct span){it->edit, it->line, it->column + (uint32_t)(at - it->path), size ? (uint32_t)size : 1};
}

static struct node *new_edit_node(const struct editor *it, enum node_kind kind, const char *text, size_t size)
{
	struct span where = span_of_edit(it, text, size);
	const struct node like = {.line = where.line, .column = where.column, .width = where.width};
	struct node *node = node_new(it->arena, kind, &like);

	node->source = it->edit;
	node->text = text_copy(it->arena, text, size);
	return node;
}

static bool refuse_edit(const struct editor *it, const char *at, size_t size, const char *help, const char *text)
{
	diag(it->diags, CODE_BAD_EDIT, span_of_edit(it, at, size), help, "%s", text);
	return false;
}

/* The value was parsed by itself: its first line begins behind the '='. */
static void place_edit_node(const struct editor *it, struct node *node, uint32_t shift)
{
	node->source = it->edit;
	if (node->line == 1)
		node->column += shift;
	if (node->key)
		place_edit_node(it, node->key, shift);
	for (struct node *child = node->first; child; child = child->next)
		place_edit_node(it, child, shift);
}

static struct node *read_value(const struct editor *it, const char *text)
{
	const struct source *source =
		source_of(it->arena, it->diags, it->edit->name, text, strlen(text), it->edit->order);
	struct tree *tree = source ? tree_parse(it->arena, it->diags, source) : NULL;

	if (!tree || !tree->whole || !tree->first)
		return NULL;
	place_edit_node(it, tree->first, (uint32_t)(text - it->path));
	return tree->first;
}

/* The entry of a list that has the name; a new one where none has. */
static struct node *entry_named(const struct editor *it, struct node *list, const char *name, size_t size)
{
	struct node *entry, *its;

	for (entry = list->first; entry; entry = entry->next) {
		its = node_get(entry, "name");
		if (its && its->kind == NODE_TEXT && strlen(its->text) == size && !strncmp(its->text, name, size))
			return entry;
	}
	entry = new_edit_node(it, NODE_MAP, name, size);
	its = new_edit_node(it, NODE_TEXT, name, size);
	its->key = new_edit_node(it, NODE_TEXT, name, size);
	its->key->text = "name";
	node_append(entry, its);
	node_append(list, entry);
	return entry;
}

/* The map's entry under the key, which is added as a node of that kind if it isn't there. */
static struct node *entry_under(const struct editor *it, struct node *map, const char *key, size_t size,
				enum node_kind kind)
{
	struct node *entry = node_get(map, text_copy(it->arena, key, size));

	if (entry && !node_is_null(entry))
		return entry;
	if (entry) {
		entry->kind = kind;
		return entry;
	}
	entry = new_edit_node(it, kind, key, size);
	entry->key = new_edit_node(it, NODE_TEXT, key, size);
	entry->key->plain = true;
	node_append(map, entry);
	return entry;
}

/* A place in the document on the way down, and what the language says of it: the block that a map,
 * or each entry of a list, is; the key that it stands under. NULL where the language knows nothing. */
struct edit_place {
	struct node *node;
	const struct block *block;
	const struct key *key;
};

/* How many bytes of the path, which ends at `end`, are the next step. */
static size_t step_size(const struct edit_place *at, const char *path, const char *end)
{
	const char *dot = at->key && at->key->kind == KIND_PAIRS ? NULL : memchr(path, '.', (size_t)(end - path));

	return (size_t)((dot ? dot : end) - path);
}

static bool has_named_entries(const struct edit_place *at)
{
	return !at->block || schema_block_key(at->block, "name");
}

/* Goes down one step; `node` is NULL after a diagnostic. */
static void step_down(const struct editor *it, struct edit_place *at, const char *step, size_t size)
{
	struct node *node = at->node;

	at->node = NULL;
	if (!size) {
		refuse_edit(it, step, 0, it->form, "a step of the path is empty");
	} else if (node->kind == NODE_MAP) {
		at->key = at->block ? schema_block_key(at->block, text_copy(it->arena, step, size)) : NULL;
		at->block = at->key ? at->key->block : NULL;
		at->node =
			entry_under(it, node, step, size, at->key && at->key->kind == KIND_LIST ? NODE_LIST : NODE_MAP);
	} else if (node->kind == NODE_LIST && has_named_entries(at)) {
		at->node = entry_named(it, node, step, size);
		at->key = NULL;
	} else if (node->kind == NODE_LIST) {
		refuse_edit(it, step, size, "set the list as a whole: PATH=[{...}]",
			    "the list's entries have no names to tell them by");
	} else {
		refuse_edit(it, step, size, "the path leads through maps, and through lists whose entries have names",
			    "what stands there is a single value");
	}
}

/* Makes `node` what `value` is, in the place where it stands. An entry that was found by its name
 * keeps it. */
static void replace(struct node *node, const struct node *value)
{
	struct node *key = node->key, *next = node->next;
	struct node *name = node->kind == NODE_MAP && !key ? node_get(node, "name") : NULL;

	*node = *value;
	node->key = key;
	node->next = next;
	if (name && node->kind == NODE_MAP && !node_get(node, "name")) {
		name->next = NULL;
		node_append(node, name);
	}
}

/* Goes down the path, up to `end`, and puts the value there. */
static void put(const struct editor *it, struct node *root, const struct block *language, const char *end,
		const struct node *value)
{
	struct edit_place at = {.node = root, .block = language};
	const char *step = it->path;

	while (at.node) {
		size_t size = step_size(&at, step, end);

		step_down(it, &at, step, size);
		if (at.node && step + size == end) {
			replace(at.node, value);
			return;
		}
		step += size + 1;
	}
}

void edit_tree(struct arena *arena, struct diags *diags, struct node *root, const struct block *language,
	       const struct source *edit)
{
	const struct editor it = {
		arena, diags, edit, edit->bytes, 1, 1, "write PATH=VALUE, for example worker.count=3"};
	const char *equals = strchr(edit->bytes, '=');
	const struct node *value;

	if (!equals) {
		refuse_edit(&it, edit->bytes, strlen(edit->bytes), it.form, "there is no '='");
		return;
	}
	value = read_value(&it, equals + 1);
	if (value)
		put(&it, root, language, equals, value);
}

void edit_cell(struct arena *arena, struct diags *diags, struct node *root, const struct block *language,
	       const struct table *table, const struct cell *name, const struct cell *cell)
{
	const struct editor it = {
		arena,
		diags,
		table->source,
		name->text,
		name->line,
		name->column,
		"the first row names a key of the profile for each column: name,worker.memory,namespace"};
	const struct node value = {.kind = NODE_TEXT,
				   .plain = true,
				   .text = cell->text,
				   .line = cell->line,
				   .column = cell->column,
				   .width = cell->width,
				   .source = table->source};

	put(&it, root, language, name->text + strlen(name->text), &value);
}
