/* front: the targets of the front end: the tree, the table, and the checker held against libcyaml. */
#include "fuzz.h"

#include <string.h>

#include "base/quote.h"
#include "front/source.h"
#include "front/table.h"
#include "front/tree.h"
#include "language/bind.h"
#include "language/canonical.h"
#include "language/check.h"
#include "language/framework.h"
#include "language/profile.h"
#include "language/site.h"

/* --- the tree --------------------------------------------------------------------------------- */

/* What every pass takes for given. */
static size_t look_at(const struct node *node, unsigned depth)
{
	size_t nodes = 1, children = 0;

	HOLDS(depth <= 2 * TREE_DEPTH_MOST); /* an alias may bring its own depth to where it stands */
	HOLDS(node->line && node->column && node->width);
	HOLDS(node->kind != NODE_TEXT || (node->text && !node->first));
	if (node->kind == NODE_TEXT)
		HOLDS(utf8_valid_prefix(node->text, strlen(node->text)) == strlen(node->text));
	for (const struct node *child = node->first; child; child = child->next, children++) {
		HOLDS((node->kind == NODE_MAP) == (child->key != NULL));
		HOLDS(!child->key || child->key->kind == NODE_TEXT);
		HOLDS(child->next || child == node->last);
		nodes += look_at(child, depth + 1) + (child->key != NULL);
	}
	HOLDS(children == node->count);
	return nodes;
}

static void tree(struct input *it)
{
	const struct source *source = source_of(it->arena, &it->diags, "input", it->bytes, it->size, 0);
	const struct tree *tree = source ? tree_parse(it->arena, &it->diags, source) : NULL;
	size_t nodes = 0, documents = 0;

	HOLDS(tree || it->diags.errors);
	HOLDS(!tree || tree->whole || it->diags.errors);
	for (const struct node *root = tree && tree->whole ? tree->first : NULL; root; root = root->next, documents++)
		nodes += look_at(root, 0);
	HOLDS(nodes <= TREE_NODES_MOST);
	HOLDS(!tree || !tree->whole || documents == tree->count);
}

void fuzz_tree(const uint8_t *data, size_t size)
{
	with_input(data, size, tree);
}

/* --- the table -------------------------------------------------------------------------------- */

/* In quotes, whatever it holds; a line break as CRLF, which is read as LF again. */
static void write_cell(struct text *out, const char *text)
{
	text_add_char(out, '"');
	for (; *text; text++) {
		if (*text == '"' || *text == '\n')
			text_add_char(out, *text == '"' ? '"' : '\r');
		text_add_char(out, *text);
	}
	text_add_char(out, '"');
}

static void write_row(struct text *out, const struct table *table, const struct cell *row)
{
	for (size_t i = 0; i < table->columns; i++) {
		HOLDS(row[i].line && row[i].column && row[i].width);
		text_add(out, i ? "," : "");
		write_cell(out, row[i].text);
	}
	text_add(out, "\r\n");
}

static void same_row(const struct table *table, const struct cell *row, const struct cell *again)
{
	for (size_t i = 0; i < table->columns; i++)
		HOLDS(!strcmp(row[i].text, again[i].text));
}

/* What was read comes back when all of it is written in quotes. */
static void roster(struct input *it)
{
	const struct source *source = source_of(it->arena, &it->diags, "input", it->bytes, it->size, 0);
	const struct table *table = source ? table_read(it->arena, &it->diags, source) : NULL, *again;
	struct text written = TEXT_IN(it->arena);

	HOLDS(!table == !!it->diags.errors);
	if (!table)
		return;
	HOLDS(table->columns && table->columns <= TABLE_COLUMNS_MOST && table->row_count <= TABLE_ROWS_MOST);
	write_row(&written, table, table->names);
	for (size_t i = 0; i < table->row_count; i++)
		write_row(&written, table, table->rows[i]);
	source = source_of(it->arena, &it->diags, "again", text_done(&written), written.size, 0);
	HOLDS(source);
	again = table_read(it->arena, &it->diags, source);
	HOLDS(again && again->columns == table->columns && again->row_count == table->row_count);
	same_row(table, table->names, again->names);
	for (size_t i = 0; i < table->row_count; i++)
		same_row(table, table->rows[i], again->rows[i]);
}

void fuzz_roster(const uint8_t *data, size_t size)
{
	with_input(data, size, roster);
}

/* --- check against bind ----------------------------------------------------------------------- */

static bool fits(const struct node *node, const struct block *block);

static bool all_texts(const struct node *node)
{
	for (const struct node *child = node->first; child; child = child->next)
		if (child->kind != NODE_TEXT)
			return false;
	return true;
}

static bool value_fits(const struct node *node, const struct key *key)
{
	switch (key->kind) {
	case KIND_TEXTS:
		return node->kind == NODE_LIST && all_texts(node);
	case KIND_PAIRS:
		return node->kind == NODE_MAP && all_texts(node);
	case KIND_BLOCK:
		return fits(node, key->block);
	case KIND_LIST:
		for (const struct node *item = node->first; item; item = item->next)
			if (!fits(item, key->block))
				return false;
		return node->kind == NODE_LIST;
	default:
		return node->kind == NODE_TEXT;
	}
}

/* Whether the tree has the table's form: keys that are known, those that are needed, and texts,
 * maps and lists where they belong. This much libcyaml looks at, too; what a text may say, it doesn't. */
static bool fits(const struct node *node, const struct block *block)
{
	if (node->kind != NODE_MAP)
		return false;
	for (const struct node *entry = node->first; entry; entry = entry->next) {
		const struct key *key = schema_block_key(block, entry->key->text);

		if (!key || !value_fits(entry, key))
			return false;
	}
	for (size_t i = 0; i < block->key_count; i++)
		if (block->keys[i].required && !node_get(node, block->keys[i].name))
			return false;
	return true;
}

static void write_string(struct text *out, const char *text)
{
	text_add_char(out, '\'');
	for (; *text; text++)
		text_add(out, *text == '\'' ? "''" : (char[]){*text, '\0'});
	text_add_char(out, '\'');
}

static bool is_plain_word(const char *text)
{
	return *text && !text[strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")];
}

/* The tree as it is, good or bad, in the one form that libcyaml takes; `key` is NULL where the
 * table says nothing. */
static void write_node(struct text *out, const struct node *node, const struct block *block, const struct key *key)
{
	bool map = node->kind == NODE_MAP, pairs = map && key && key->kind == KIND_PAIRS;

	/* A list would be what maps with free keys become, and fit. */
	if (node->kind == NODE_LIST && key && key->kind == KIND_PAIRS) {
		write_string(out, "a list");
		return;
	}
	if (node->kind == NODE_TEXT) {
		if (node->plain && is_plain_word(node->text))
			text_add(out, node->text);
		else
			write_string(out, node->text);
		return;
	}
	text_add_char(out, pairs || !map ? '[' : '{');
	for (const struct node *child = node->first; child; child = child->next) {
		const struct key *its = map && block ? schema_block_key(block, child->key->text) : NULL;

		text_add(out, child == node->first ? "" : ", ");
		if (map) {
			text_add(out, pairs ? "{name: " : "");
			write_string(out, child->key->text);
			text_add(out, pairs ? ", value: " : ": ");
		}
		write_node(out, child, its ? its->block : !map && key ? key->block : NULL, its);
		text_add(out, pairs ? "}" : "");
	}
	text_add_char(out, pairs || !map ? ']' : '}');
}

/* libcyaml takes the end of a stream without a document, and strings with line breaks folded
 * by YAML's own rules, for good; and single quotes can't hold control characters: such inputs are left out. */
static bool has_break(const struct node *node)
{
	size_t size = node->kind == NODE_TEXT ? strlen(node->text) : 0;

	if (quote_printable_prefix(node->text, size) < size)
		return true;
	for (const struct node *child = node->first; child; child = child->next)
		if ((child->key && has_break(child->key)) || has_break(child))
			return true;
	return false;
}

static void bind_both(struct input *it)
{
	static const struct block *const languages[] = {&profile_block, &framework_block, &site_block};
	const struct block *language = it->size ? languages[(unsigned char)*it->bytes % 3] : NULL;
	const struct source *source =
		language ? source_of(it->arena, &it->diags, "input", it->bytes + 1, it->size - 1, 0) : NULL;
	struct tree *tree = source ? tree_parse(it->arena, &it->diags, source) : NULL;
	struct text raw = TEXT_IN(it->arena);
	struct node *root;
	bool fit, accepted, bound;

	if (!tree || !tree->whole || it->diags.errors || has_break(tree->first))
		return;
	root = tree->first;
	fit = fits(root, language);
	write_node(&raw, root, language, NULL);
	bound = bind_text(it->arena, text_done(&raw), language) != NULL;
	accepted = check(it->arena, &it->diags, source, root, language) && !it->diags.errors;
	HOLDS(!accepted || fit);
	HOLDS(!bound || fit);
	HOLDS(!accepted || bound);
	HOLDS(accepted || it->diags.errors);
	if (!accepted)
		return;
	canonical(it->arena, root, language);
	HOLDS(bind_text(it->arena, bind_canonical_text(it->arena, root, language), language));
}

void fuzz_bind(const uint8_t *data, size_t size)
{
	with_input(data, size, bind_both);
}
