/* tree: from libyaml's events to nodes, within bounds. */
#include "front/tree.h"

#include <string.h>
#include <yaml.h>

#include "base/index.h"
#include "front/source.h"

/* A name of the document's, and the node that was given it last. */
struct anchor {
	const struct node *node;
	bool complete; /* an alias may not stand inside of what it means */
};

struct tree_builder {
	struct arena *arena;
	struct diags *diags;
	struct tree *tree;
	struct node *last; /* of the documents */
	yaml_parser_t parser;
	yaml_event_t event;                 /* the one being taken */
	struct node *open[TREE_DEPTH_MOST]; /* maps and lists that aren't closed yet */
	struct node *key[TREE_DEPTH_MOST];  /* of each open map: the key that waits for its value */
	struct anchor *anchor[TREE_DEPTH_MOST]; /* of each open map or list: its own, or NULL */
	size_t depth;
	size_t nodes, anchor_count;
	size_t aliased;       /* bytes of text that aliases have repeated */
	struct index anchors; /* of this document */
};

static struct span span_of_event_node(const struct tree_builder *builder, const struct node *node)
{
	return node_span(builder->tree->source, node);
}

/* --- Duplicate keys ------------------------------------------------------------------ */

static void told_twice(struct tree_builder *builder, const struct node *first, struct node *again)
{
	again->bad = true;
	diag(builder->diags, CODE_DUPLICATE_KEY, span_of_event_node(builder, again),
	     text_format(builder->arena, "it stands in line %u already; keep one of them", first->line),
	     "the key '%s' stands here a second time", again->text);
}

static void refuse_duplicates(struct tree_builder *builder, const struct node *map)
{
	struct index keys = INDEX_IN(builder->arena);

	for (struct node *entry = map->first; entry; entry = entry->next) {
		const struct node *first = index_add(&keys, entry->key->text, entry->key);

		if (first != entry->key)
			told_twice(builder, first, entry->key);
	}
}

/* --- Putting nodes into their parents ------------------------------------------------- */

static bool count_node(struct tree_builder *builder, const struct node *node)
{
	if (builder->nodes++ < TREE_NODES_MOST)
		return true;
	diag(builder->diags, CODE_TOO_MANY_NODES, span_of_event_node(builder, node), NULL,
	     "with this there are more than 100,000 keys, values and items");
	return false;
}

static bool take_key(struct tree_builder *builder, struct node *node)
{
	if (node->kind != NODE_TEXT) {
		diag(builder->diags, CODE_KEY_NOT_TEXT, span_of_event_node(builder, node), NULL,
		     "a key has to be text, not a %s", node->kind == NODE_MAP ? "map" : "list");
		return false;
	}
	if (node->plain && !strcmp(node->text, "<<"))
		diag(builder->diags, CODE_MERGE_KEY, span_of_event_node(builder, node),
		     "write the merged keys out here", "merge keys aren't supported");
	builder->key[builder->depth - 1] = node;
	return true;
}

/* Gives a finished scalar, or a map or list that has just begun, to what it belongs to. */
static bool place_node(struct tree_builder *builder, struct node *node)
{
	struct node *parent = builder->depth ? builder->open[builder->depth - 1] : NULL;

	if (!count_node(builder, node))
		return false;
	if (!parent) {
		if (builder->last)
			builder->last->next = node;
		else
			builder->tree->first = node;
		builder->last = node;
		builder->tree->count++;
		return true;
	}
	if (parent->kind == NODE_MAP) {
		if (!builder->key[builder->depth - 1])
			return take_key(builder, node);
		node->key = builder->key[builder->depth - 1];
		builder->key[builder->depth - 1] = NULL;
	}
	node_append(parent, node);
	return true;
}

static struct node *new_event_node(struct tree_builder *builder, enum node_kind kind, const yaml_event_t *event)
{
	struct node at = {.line = (uint32_t)event->start_mark.line + 1,
			  .column = (uint32_t)event->start_mark.column + 1,
			  .width = 1};

	if (kind == NODE_TEXT && event->end_mark.line == event->start_mark.line &&
	    event->end_mark.column > event->start_mark.column)
		at.width = (uint32_t)(event->end_mark.column - event->start_mark.column);
	return node_new(builder->arena, kind, &at);
}

/* --- Tags ------------------------------------------------------------------------------ */

static bool is_among(const char *text, const char *const *words)
{
	for (; *words; words++)
		if (!strcmp(text, *words))
			return true;
	return false;
}

static bool looks_like_number(const char *text, bool whole)
{
	const char *digits = whole ? "0123456789" : "0123456789.eE+-";
	const char *start = text + (*text == '-' || *text == '+');

	return *start && strspn(start, digits) == strlen(start);
}

/* Core tags are taken where they say nothing new about the value; !!str makes it text. */
static void take_tag(struct tree_builder *builder, struct node *node, const char *tag)
{
	static const char core[] = "tag:yaml.org,2002:";
	static const char *const truths[] = {"true", "false", NULL};
	const char *name = strncmp(tag, core, sizeof core - 1) ? "" : tag + sizeof core - 1;
	bool fits;

	if (!strcmp(name, "str") && node->kind == NODE_TEXT) {
		node->plain = false;
		return;
	}
	fits = node->kind == NODE_MAP    ? !strcmp(name, "map")
	       : node->kind == NODE_LIST ? !strcmp(name, "seq")
	       : !strcmp(name, "int")    ? looks_like_number(node->text, true)
	       : !strcmp(name, "float")  ? looks_like_number(node->text, false)
	       : !strcmp(name, "bool")   ? is_among(node->text, truths)
					 : !strcmp(name, "null") && node_is_null(node);
	node->bad = !fits;
	if (!fits)
		diag(builder->diags, CODE_TAG, span_of_event_node(builder, node), "leave the tag out",
		     "the tag %s%s isn't taken here", *name ? "!!" : "", *name ? name : tag);
}

/* --- Anchors and aliases ----------------------------------------------------------------- */

/* `*anchor` is the node's own from now on; false after a diagnostic. */
static bool take_anchor(struct tree_builder *builder, const struct node *node, const yaml_char_t *bytes,
			struct anchor **anchor)
{
	const char *name = (const char *)bytes;

	if (!name)
		return true;
	if (builder->anchor_count++ == TREE_ANCHORS_MOST) {
		diag(builder->diags, CODE_TOO_MANY_ANCHORS, span_of_event_node(builder, node), NULL,
		     "with this there are more than 1,000 anchors");
		return false;
	}
	*anchor = index_find(&builder->anchors, name);
	if (!*anchor)
		*anchor = index_add(&builder->anchors, text_copy(builder->arena, name, strlen(name)),
				    NEW(builder->arena, struct anchor));
	**anchor = (struct anchor){node, node->kind == NODE_TEXT};
	return true;
}

/* Text that aliases repeat takes no memory here, but time in every pass. */
static bool count_text(struct tree_builder *builder, const struct node *node, const struct node *alias)
{
	builder->aliased += node->kind == NODE_TEXT ? strlen(node->text) : 0;
	if (builder->aliased <= TREE_ALIASED_MOST)
		return true;
	diag(builder->diags, CODE_TOO_MANY_NODES, span_of_event_node(builder, alias), NULL,
	     "with this alias the aliases stand for more than 16 MiB of text");
	return false;
}

static struct node *twin_of(struct tree_builder *builder, const struct node *node)
{
	struct node *twin = node_new(builder->arena, node->kind, node);

	twin->plain = node->plain;
	twin->bad = node->bad;
	twin->text = node->text;
	return twin;
}

/* A copy with all below it; NULL when the bound on nodes is reached, for which `alias` is
 * blamed. The copies keep the places of what they are copies of: that is where a fault in
 * them is mended. */
static struct node *copy_node(struct tree_builder *builder, const struct node *node, const struct node *alias)
{
	struct node *twin = twin_of(builder, node);

	if (!count_text(builder, node, alias))
		return NULL;
	for (const struct node *child = node->first; child; child = child->next) {
		struct node *its;

		if (!count_node(builder, alias) || !(its = copy_node(builder, child, alias)))
			return NULL;
		its->key = child->key ? twin_of(builder, child->key) : NULL;
		node_append(twin, its);
	}
	return twin;
}

static bool take_alias(struct tree_builder *builder, const yaml_event_t *event)
{
	const char *name = (const char *)event->data.alias.anchor;
	struct node *here = new_event_node(builder, NODE_TEXT, event), *twin;
	const struct anchor *anchor = index_find(&builder->anchors, name);

	if (!anchor || !anchor->complete) {
		diag(builder->diags, CODE_UNKNOWN_ALIAS, span_of_event_node(builder, here),
		     anchor ? "an alias can't stand inside of what it means"
			    : "define it earlier in the same document: &name",
		     "there is no anchor '%s' to stand for", name);
		here->text = "";
		here->bad = true;
		return place_node(builder, here);
	}
	twin = copy_node(builder, anchor->node, here);
	return twin && place_node(builder, twin);
}

/* --- Events -------------------------------------------------------------------------------- */

static bool take_scalar(struct tree_builder *builder, const yaml_event_t *event)
{
	struct node *node = new_event_node(builder, NODE_TEXT, event);
	const char *value = (const char *)event->data.scalar.value;
	size_t size = event->data.scalar.length;
	struct anchor *anchor;

	node->text = text_copy(builder->arena, value, size);
	node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	if (event->data.scalar.tag)
		take_tag(builder, node, (const char *)event->data.scalar.tag);
	if (memchr(value, '\0', size)) {
		diag(builder->diags, CODE_CONTROL_CHARACTER, span_of_event_node(builder, node), NULL,
		     "no value may hold a NUL character");
		node->bad = true;
	}
	return take_anchor(builder, node, event->data.scalar.anchor, &anchor) && place_node(builder, node);
}

static bool open_node(struct tree_builder *builder, const yaml_event_t *event, enum node_kind kind,
		      const yaml_char_t *name, const yaml_char_t *tag)
{
	struct node *node = new_event_node(builder, kind, event);
	struct anchor *anchor = NULL;

	if (builder->depth == TREE_DEPTH_MOST) {
		diag(builder->diags, CODE_TOO_DEEP, span_of_event_node(builder, node), NULL,
		     "maps and lists are nested deeper than 64 here");
		return false;
	}
	if (tag)
		take_tag(builder, node, (const char *)tag);
	if (!take_anchor(builder, node, name, &anchor) || !place_node(builder, node))
		return false;
	builder->open[builder->depth] = node;
	builder->anchor[builder->depth] = anchor;
	builder->key[builder->depth++] = NULL;
	return true;
}

static bool close_node(struct tree_builder *builder)
{
	struct node *node = builder->open[--builder->depth];
	struct anchor *anchor = builder->anchor[builder->depth];

	if (node->kind == NODE_MAP)
		refuse_duplicates(builder, node);
	if (anchor && anchor->node == node)
		anchor->complete = true;
	return true;
}

static bool take_event(struct tree_builder *builder, const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_SCALAR_EVENT:
		return take_scalar(builder, event);
	case YAML_MAPPING_START_EVENT:
		return open_node(builder, event, NODE_MAP, event->data.mapping_start.anchor,
				 event->data.mapping_start.tag);
	case YAML_SEQUENCE_START_EVENT:
		return open_node(builder, event, NODE_LIST, event->data.sequence_start.anchor,
				 event->data.sequence_start.tag);
	case YAML_MAPPING_END_EVENT:
	case YAML_SEQUENCE_END_EVENT:
		return close_node(builder);
	case YAML_ALIAS_EVENT:
		return take_alias(builder, event);
	case YAML_DOCUMENT_START_EVENT:
		builder->anchors = INDEX_IN(builder->arena);
		return true;
	default:
		return true;
	}
}

/* Whether the byte that the parser stopped at is a tab: the commonest slip of all. */
static bool is_tab(const struct source *source, const yaml_mark_t *mark)
{
	size_t size;
	const char *at = diag_source_line(source, (uint32_t)mark->line + 1, &size), *end = at + size;

	for (size_t column = 0; column < mark->column && at < end; column++)
		at += utf8_length(*at);
	return at < end && *at == '\t';
}

/* libyaml stops at an '@', and behind the '*' of what it takes for an alias. */
static bool begins_like_alias(const struct source *source, const yaml_mark_t *mark)
{
	size_t size;
	const char *line = diag_source_line(source, (uint32_t)mark->line + 1, &size), *at = line;

	for (size_t column = 0; column < mark->column && at < line + size; column++)
		at += utf8_length(*at);
	return at < line + size && (*at == '@' || (at > line && at[-1] == '*' && strchr(" /,", *at)));
}

/* libyaml's reader stops at a character that YAML doesn't allow (1.2.2, 5.1), and says where by its byte. */
static void tell_character(struct tree_builder *builder)
{
	diag(builder->diags, CODE_SYNTAX, source_place(builder->tree->source, builder->parser.problem_offset),
	     "in double quotes it can be written as an escape: \"\\x1b\"",
	     "not valid YAML: the character U+%04X may not stand in it", (unsigned)builder->parser.problem_value);
}

/* libyaml compares each %TAG directive with all before it. Nothing here has a use for any. */
static bool has_few_directives(struct tree_builder *builder)
{
	const struct source *source = builder->tree->source;
	const char *at = source->bytes, *end = at + source->size;
	size_t count = 0;

	while ((at = memchr(at, '%', (size_t)(end - at)))) {
		bool begins_line = at == source->bytes || at[-1] == '\n' || at[-1] == '\r';

		count += begins_line && end - at >= 4 && !memcmp(at, "%TAG", 4);
		if (count > TREE_DIRECTIVES_MOST) {
			diag(builder->diags, CODE_TAG, source_place(source, (size_t)(at - source->bytes)),
			     "leave them out", "with this there are more than 100 %%TAG directives");
			return false;
		}
		at++;
	}
	return true;
}

static void tell_syntax(struct tree_builder *builder)
{
	const yaml_parser_t *parser = &builder->parser;
	const char *context = parser->context;
	struct span where = {builder->tree->source, (uint32_t)parser->problem_mark.line + 1,
			     (uint32_t)parser->problem_mark.column + 1, 1};

	if (parser->error == YAML_MEMORY_ERROR)
		arena_alloc(builder->arena, SIZE_MAX); /* lands where any lack of memory does */
	if (parser->error == YAML_READER_ERROR) {
		tell_character(builder);
		return;
	}
	if (is_tab(where.source, &parser->problem_mark)) {
		diag(builder->diags, CODE_SYNTAX, where, "indent with spaces",
		     "not valid YAML: a tab stands where only spaces may");
		return;
	}
	if (begins_like_alias(where.source, &parser->problem_mark)) {
		diag(builder->diags, CODE_SYNTAX, where, "put it in quotes: \"*/5 * * * *\", \"@daily\"",
		     "not valid YAML: a value that begins with * or @ has to be in quotes");
		return;
	}
	diag(builder->diags, CODE_SYNTAX, where,
	     context ? text_format(builder->arena, "it was read as part of what begins in line %zu: %s",
				   parser->context_mark.line + 1, context)
		     : NULL,
	     "not valid YAML: %s", parser->problem ? parser->problem : "unreadable");
}

static bool take_all(struct tree_builder *builder)
{
	bool going = true, ended = false;

	while (going && !ended) {
		if (!yaml_parser_parse(&builder->parser, &builder->event)) {
			tell_syntax(builder);
			return false;
		}
		ended = builder->event.type == YAML_STREAM_END_EVENT;
		going = take_event(builder, &builder->event);
		yaml_event_delete(&builder->event);
	}
	return going;
}

/* What libyaml owns; the event too, for a pass that memory ran out in. */
static void release_parser(void *subject)
{
	struct tree_builder *builder = subject;

	yaml_event_delete(&builder->event);
	yaml_parser_delete(&builder->parser);
}

struct tree *tree_parse(struct arena *arena, struct diags *diags, const struct source *source)
{
	struct tree_builder *builder = NEW(arena, struct tree_builder);

	builder->arena = arena;
	builder->diags = diags;
	builder->tree = NEW(arena, struct tree);
	builder->tree->source = source;
	if (!yaml_parser_initialize(&builder->parser))
		arena_alloc(arena, SIZE_MAX);
	arena_defer(arena, release_parser, builder);
	yaml_parser_set_encoding(&builder->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&builder->parser, (const unsigned char *)source->bytes, source->size);
	builder->tree->whole = has_few_directives(builder) && take_all(builder);
	if (builder->tree->whole && !builder->tree->count)
		diag(diags, CODE_EMPTY, (struct span){.source = source},
		     "the smallest profile is two lines: name and framework", "there is nothing in this file");
	return builder->tree;
}
