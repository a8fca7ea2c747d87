/* bind: from a canonical tree to the language's C structure, by libcyaml. */
#include "language/bind.h"

#include <string.h>

#include "base/quote.h"
#include "front/tree.h"

/* --- The tree as one line of text -------------------------------------------------------- */

static void write_canonical_block(struct text *out, const struct node *map, const struct block *block);

/* A word or a map that stands instead of a list is bound under a key of its own. */
static const char *canonical_name(struct arena *arena, const struct node *node, const struct key *key)
{
	const char *form = key->word_offset && node->kind == NODE_TEXT ? SCHEMA_WORD
			   : key->map_offset && node->kind == NODE_MAP ? SCHEMA_MAP
								       : NULL;

	return form ? text_join(arena, key->name, form, NULL) : key->name;
}

static void write_canonical_entry(struct text *out, const struct node *node, const struct key *key)
{
	const char *between = "";

	if (key->kind == KIND_BLOCK || (key->map_offset && node->kind == NODE_MAP)) {
		write_canonical_block(out, node, key->block);
		return;
	}
	if (node->kind != NODE_LIST) {
		if (key->kind == KIND_TEXT || key->kind == KIND_CHOICE || key->word_offset)
			quote_write(out, node->text);
		else if (key->kind == KIND_AMOUNT)
			text_add_number(out, node->amount);
		else
			text_add(out, node->text); /* a number or a truth, checked */
		return;
	}
	text_add_char(out, '[');
	for (const struct node *item = node->first; item; item = item->next, between = ", ") {
		text_add(out, between);
		if (key->kind == KIND_LIST) {
			write_canonical_block(out, item, key->block);
		} else if (key->kind == KIND_PAIRS) {
			text_add(out, "{\"name\": ");
			quote_write(out, item->first->text);
			text_add(out, ", \"value\": ");
			quote_write(out, item->last->text);
			text_add(out, key->rule->typed && item->last->plain ? ", \"plain\": true}" : "}");
		} else {
			quote_write(out, item->text);
		}
	}
	text_add_char(out, ']');
}

/* Keys in the table's order, so that the order in the file makes no difference. */
static void write_canonical_block(struct text *out, const struct node *map, const struct block *block)
{
	const char *between = "";

	text_add_char(out, '{');
	for (size_t i = 0; i < block->key_count; i++) {
		const struct node *entry = node_get(map, block->keys[i].name);

		if (!entry)
			continue;
		text_add(out, between);
		quote_write(out, canonical_name(out->arena, entry, &block->keys[i]));
		text_add(out, ": ");
		write_canonical_entry(out, entry, &block->keys[i]);
		between = ", ";
	}
	text_add_char(out, '}');
}

const char *bind_canonical_text(struct arena *arena, const struct node *root, const struct block *language)
{
	struct text out = TEXT_IN(arena);

	write_canonical_block(&out, root, language);
	return text_done(&out);
}

/* --- libcyaml -------------------------------------------------------------------------------- */

/* libcyaml's memory: what it grows or frees stays in the arena until that goes. How much room there is
 * stands before each piece. libcyaml makes lists longer one by one: room doubles, so that a list of n items
 * doesn't take n * n of them. */
static void *arena_memory(void *arena, void *old, size_t size)
{
	const size_t head = 16;
	size_t old_room = old ? *(size_t *)((char *)old - head) : 0, room = size > old_room * 2 ? size : old_room * 2;
	char *memory;

	if (!size)
		return NULL;
	if (size <= old_room)
		return old;
	memory = arena_alloc_or_null(arena, room + head);
	if (!memory)
		return NULL;
	*(size_t *)memory = room;
	if (old)
		memcpy(memory + head, old, old_room);
	return memory + head;
}

/* libcyaml says that libyaml failed, and not why. If libyaml takes the text the next time, it was
 * for lack of memory. */
static bool lacked_memory(struct arena *arena, const char *text, cyaml_err_t error)
{
	const struct source source = {.name = "", .bytes = text, .size = strlen(text)};
	const struct warnings warnings = {0};
	struct diags diags;

	if (error != CYAML_ERR_LIBYAML_PARSER_INIT && error != CYAML_ERR_LIBYAML_PARSER)
		return error == CYAML_ERR_OOM;
	diags_start(&diags, arena, &warnings);
	return tree_parse(arena, &diags, &source)->whole;
}

const void *bind_text(struct arena *arena, const char *text, const struct block *language)
{
	const cyaml_config_t config = {
		.log_level = CYAML_LOG_ERROR,
		.mem_fn = arena_memory,
		.mem_ctx = arena,
		.flags = CYAML_CFG_NO_ALIAS,
	};
	const cyaml_schema_value_t schema = {.type = CYAML_MAPPING,
					     .flags = CYAML_FLAG_POINTER,
					     .data_size = (uint32_t)language->size,
					     .mapping = {.fields = language->fields}};
	cyaml_data_t *data = NULL;
	cyaml_err_t error = cyaml_load_data((const uint8_t *)text, strlen(text), &config, &schema, &data, NULL);

	if (lacked_memory(arena, text, error))
		arena_alloc(arena, SIZE_MAX); /* lands where any lack of memory does */
	return error == CYAML_OK ? data : NULL;
}
