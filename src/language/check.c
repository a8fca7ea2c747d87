/* check: a tree against its language's table.
 *
 * Every function that checks a value says whether it can be bound; a value that can't is
 * marked bad by whoever holds it, once, and the walk goes on. */
#include "language/check.h"

#include <string.h>

#include "base/index.h"
struct checker {
	struct arena *arena;
	struct diags *diags;
	const struct source *source;
};

static bool check_block(const struct checker *checker, const struct block *block, struct node *map,
			const struct node *named);

static struct span span_of_checked(const struct checker *checker, const struct node *node)
{
	return node_span(checker->source, node);
}

/* How messages call a value: by its key, or as an entry of the list that has the key. */
static const char *called(const struct node *node, const struct key *key)
{
	return node->key ? node->key->text : key->name;
}

static const char *kind_of_node(const struct node *node)
{
	return node->kind == NODE_MAP ? "a map" : node->kind == NODE_LIST ? "a list" : "text";
}

static bool wrong_type(const struct checker *checker, const struct node *node, const struct key *key,
		       const char *wanted, const char *help)
{
	diag(checker->diags, CODE_WRONG_TYPE, span_of_checked(checker, node), help, "'%s' takes %s, not %s",
	     called(node, key), wanted, kind_of_node(node));
	return false;
}

/* True if there is something to look at; a key without a value is told here. */
static bool has_value(const struct checker *checker, const struct node *node, const struct key *key)
{
	bool empty = node_is_null(node);

	if (empty)
		diag(checker->diags, CODE_MISSING_VALUE,
		     node->key ? span_of_checked(checker, node->key) : span_of_checked(checker, node),
		     key->kind == KIND_PAIRS   ? "write \"\" for an empty text"
		     : key->kind == KIND_BLOCK ? "write {} to take all its defaults, or leave the key out"
					       : "give it a value, or leave the key out",
		     "'%s' has no value", called(node, key));
	return !empty;
}

/* --- Scalars ----------------------------------------------------------------------------- */

static const char *choice_name(const void *choices, size_t i)
{
	return ((const char *const *)choices)[i];
}

static bool check_choice(const struct checker *checker, const struct node *node, const struct key *key)
{
	const char *const *choices = key->rule->choices;
	const char *near, *help;

	for (size_t i = 0; choices[i]; i++)
		if (!strcmp(node->text, choices[i]))
			return true;
	near = text_nearest(node->text, choice_name, choices);
	help = near ? text_format(checker->arena, "did you mean %s?", near)
		    : text_format(checker->arena, "write %s%s", schema_list_choices(checker->arena, choices),
				  key->word_offset ? ", or a list of maps" : "");
	diag(checker->diags, CODE_BAD_VALUE, span_of_checked(checker, node), help, "'%s' is not %s: it takes %s",
	     node->text, key->rule->expects, schema_list_choices(checker->arena, choices));
	return false;
}

/* The text is that of the key, or `a_name_in` it. */
static bool check_rule(const struct checker *checker, struct node *node, const char *a_name_in, const char *key,
		       const struct rule *rule)
{
	const char *fault = schema_fault(checker->arena, rule, node->text, &node->amount);

	if (fault)
		diag(checker->diags, CODE_BAD_VALUE, span_of_checked(checker, node),
		     text_format(checker->arena, "it takes %s%s%s", rule->expects,
				 rule->example ? ", for example " : "", rule->example ? rule->example : ""),
		     "%s'%s' can't be \"%s\": %s", a_name_in, key, node->text, fault);
	return !fault;
}

static bool check_text_key(const struct checker *checker, const struct key *key, struct node *node)
{
	if (node->kind != NODE_TEXT)
		return wrong_type(checker, node, key, key->rule->expects, NULL);
	if (!has_value(checker, node, key))
		return false;
	if (key->rule->choices)
		return check_choice(checker, node, key);
	return check_rule(checker, node, "", called(node, key), key->rule);
}

/* -?(0|[1-9][0-9]*), and no more than 18 digits: libcyaml would take 010 as 8, 0x10 as 16. */
static bool is_number(const char *text)
{
	const char *digits = text + (*text == '-');
	size_t size = strspn(digits, "0123456789");

	return size && size <= 18 && !digits[size] && (digits[0] != '0' || size == 1);
}

static int64_t number_of(const char *text)
{
	int64_t value = 0;

	for (const char *digit = text + (*text == '-'); *digit; digit++)
		value = value * 10 + (*digit - '0');
	return *text == '-' ? -value : value;
}

static bool check_number(const struct checker *checker, const struct key *key, struct node *node)
{
	const struct rule *rule = key->rule;
	int64_t value;

	if (node->kind == NODE_TEXT && !has_value(checker, node, key))
		return false;
	if (node->kind != NODE_TEXT || !is_number(node->text))
		return wrong_type(checker, node, key, "a whole number", "write it in decimal digits: 2");
	if (!node->plain)
		return wrong_type(checker, node, key, "a whole number",
				  text_format(checker->arena, "leave the quotes out: %s", node->text));
	value = number_of(node->text);
	if (value >= rule->least && value <= rule->most)
		return true;
	diag(checker->diags, CODE_OUT_OF_RANGE, span_of_checked(checker, node), NULL,
	     "'%s' can't be %s: %s is from %lld to %lld", called(node, key), node->text, rule->expects,
	     (long long)rule->least, (long long)rule->most);
	return false;
}

static bool check_truth(const struct checker *checker, const struct key *key, struct node *node)
{
	if (node->kind == NODE_TEXT && !has_value(checker, node, key))
		return false;
	if (node->kind == NODE_TEXT && node->plain && (!strcmp(node->text, "true") || !strcmp(node->text, "false")))
		return true;
	return wrong_type(checker, node, key, "true or false", "write true or false, in lower case and without quotes");
}

/* The most entries of a list, or of a map with free keys: what is looked for in them is looked for
 * from the first to the last. */
enum { ENTRIES_MOST = 1000 };

static bool are_few(const struct checker *checker, const struct node *node, const struct key *key)
{
	if (node->count <= ENTRIES_MOST)
		return true;
	diag(checker->diags, CODE_TOO_MANY_ENTRIES,
	     node->key ? span_of_checked(checker, node->key) : span_of_checked(checker, node), NULL,
	     "'%s' has %u entries, and 1,000 is the most", called(node, key), node->count);
	return false;
}

/* --- Maps and lists -------------------------------------------------------------------------- */

static bool is_list(const struct checker *checker, const struct key *key, const struct node *node, const char *example)
{
	if (!has_value(checker, node, key))
		return false;
	if (node->kind != NODE_LIST)
		return wrong_type(checker, node, key, "a list", example);
	return are_few(checker, node, key);
}

static bool check_texts(const struct checker *checker, const struct key *key, struct node *node)
{
	if (key->map_offset && node->kind == NODE_MAP)
		return check_block(checker, key->block, node, node);
	if (!is_list(checker, key, node, "write [a, b], or one '- a' a line"))
		return false;
	for (struct node *item = node->first; item; item = item->next)
		item->bad = item->bad || !check_text_key(checker, key, item);
	return true;
}

static bool check_pairs_key(const struct checker *checker, const struct key *key, struct node *node)
{
	struct key value = {.name = key->name, .kind = KIND_PAIRS, .rule = key->rule};

	if (!has_value(checker, node, key))
		return false;
	if (node->kind != NODE_MAP)
		return wrong_type(checker, node, key, "a map of names and values",
				  node->kind == NODE_LIST ? "write NAME: VALUE, one a line, without '-'"
							  : "write NAME: VALUE under it");
	if (!are_few(checker, node, key))
		return false;
	for (struct node *entry = node->first; entry; entry = entry->next) {
		bool good = check_rule(checker, entry->key, "a name in ", key->name, key->rule->names);

		entry->bad = entry->bad || !check_text_key(checker, &value, entry) || !good;
	}
	return true;
}

static void refuse_same_name(const struct checker *checker, const struct key *key, const struct node *first,
			     struct node *again)
{
	const struct node *name = node_get(again, "name");

	diag(checker->diags, CODE_DUPLICATE_NAME, span_of_checked(checker, name),
	     text_format(checker->arena, "line %u has it already; give this one another name, or leave it out",
			 node_get(first, "name")->line),
	     "two entries of '%s' are named %s", key->name, name->text);
	again->bad = true;
}

static void refuse_same_names(const struct checker *checker, const struct key *key, const struct node *list)
{
	struct index names = INDEX_IN(checker->arena);

	for (struct node *item = list->first; item; item = item->next) {
		const struct node *name = node_get(item, "name");
		const struct node *first = name && name->kind == NODE_TEXT ? index_add(&names, name->text, item) : item;

		if (first != item)
			refuse_same_name(checker, key, first, item);
	}
}

/* No entry would be as good as the word, or as no key: which of the two isn't said. */
static bool has_entries(const struct checker *checker, const struct key *key, const struct node *node)
{
	if (node->first)
		return true;
	diag(checker->diags, CODE_BAD_VALUE, span_of_checked(checker, node),
	     text_format(checker->arena, "write %s, or leave the key out",
			 schema_list_choices(checker->arena, key->rule->choices)),
	     "'%s' is an empty list", called(node, key));
	return false;
}

static bool check_list(const struct checker *checker, const struct key *key, struct node *node)
{
	if (key->word_offset && node->kind == NODE_TEXT && !node_is_null(node))
		return check_choice(checker, node, key);
	if (!is_list(checker, key, node, "begin each entry with '- '"))
		return false;
	if (key->word_offset && !has_entries(checker, key, node))
		return false;
	for (struct node *item = node->first; item; item = item->next)
		item->bad = item->bad || !check_block(checker, key->block, item, node);
	refuse_same_names(checker, key, node);
	return true;
}

static bool check_map(const struct checker *checker, const struct key *key, struct node *node)
{
	return has_value(checker, node, key) && check_block(checker, key->block, node, node);
}

static bool (*const checks[])(const struct checker *, const struct key *, struct node *) = {
	[KIND_TEXT] = check_text_key,   [KIND_CHOICE] = check_text_key, [KIND_NUMBER] = check_number,
	[KIND_AMOUNT] = check_text_key, [KIND_TRUTH] = check_truth,     [KIND_TEXTS] = check_texts,
	[KIND_PAIRS] = check_pairs_key, [KIND_BLOCK] = check_map,       [KIND_LIST] = check_list,
};

/* --- Keys --------------------------------------------------------------------------------------- */

static const char *key_name(const void *block, size_t i)
{
	const struct block *its = block;

	return i < its->key_count ? its->keys[i].name : NULL;
}

/* The blocks one level down that have such a key: a key in the wrong place is a common slip. */
static const char *belongs_under(struct arena *arena, const struct block *block, const char *name)
{
	struct text text = TEXT_IN(arena);

	for (size_t i = 0; i < block->key_count; i++)
		if (block->keys[i].kind == KIND_BLOCK && schema_block_key(block->keys[i].block, name)) {
			text_add(&text, text.size ? " or " : "");
			text_add(&text, block->keys[i].name);
		}
	return text.size ? text_done(&text) : NULL;
}

static bool unknown_key(const struct checker *checker, const struct block *block, const struct node *entry)
{
	const char *name = entry->key->text, *under = belongs_under(checker->arena, block, name);
	const char *near = text_nearest(name, key_name, block), *help;
	struct text all = TEXT_IN(checker->arena);

	if (entry->key->plain && !strcmp(name, "<<"))
		return false; /* told of already, as a merge key */
	for (size_t i = 0; i < block->key_count; i++) {
		text_add(&all, i ? ", " : "");
		text_add(&all, block->keys[i].name);
	}
	help = under  ? text_format(checker->arena, "it belongs under %s", under)
	       : near ? text_format(checker->arena, "did you mean '%s'?", near)
		      : text_format(checker->arena, "known here: %s", text_done(&all));
	diag(checker->diags, CODE_UNKNOWN_KEY, span_of_checked(checker, entry->key), help, "there is no key '%s' here",
	     name);
	return false;
}

static bool has_required(const struct checker *checker, const struct block *block, const struct node *map,
			 const struct node *named)
{
	const char *place = named->key ? named->key->text : NULL;
	bool all = true;

	for (size_t i = 0; i < block->key_count; i++) {
		const struct node *entry = block->keys[i].required ? node_get(map, block->keys[i].name) : NULL;

		if (!block->keys[i].required || (entry && !entry->bad))
			continue;
		all = false;
		if (!entry)
			diag(checker->diags, CODE_MISSING_KEY,
			     map == named ? node_key_span(checker->source, map) : span_of_checked(checker, map),
			     text_format(checker->arena, "add '%s': %s", block->keys[i].name, block->keys[i].doc),
			     "the key '%s' is missing%s%s%s", block->keys[i].name, place ? " in '" : "",
			     place ? place : "", place ? "'" : "");
	}
	return all;
}

/* The one key that a block can't do without, or NULL. */
static const struct key *only_required(const struct block *block)
{
	const struct key *only = NULL;

	for (size_t i = 0; i < block->key_count; i++)
		if (block->keys[i].required) {
			if (only)
				return NULL;
			only = &block->keys[i];
		}
	return only;
}

/* What to write instead of a text where a map is wanted: gpu: 1 can only mean gpu: {count: 1}. */
static const char *help_for_map(const struct checker *checker, const struct block *block, const struct node *node)
{
	const struct key *key = node->kind == NODE_TEXT && !node_is_null(node) ? only_required(block) : NULL;
	int64_t amount;
	bool fits = key && (key->kind == KIND_NUMBER
				    ? is_number(node->text)
				    : !key->rule->choices &&
					      !schema_fault(checker->arena, key->rule, node->text, &amount));

	return fits ? text_format(checker->arena, "write {%s: %s}", key->name, node->text)
		    : "write KEY: VALUE, one a line";
}

/* `named` is the node whose key names the place: the map itself, or the list it stands in. */
static bool check_block(const struct checker *checker, const struct block *block, struct node *map,
			const struct node *named)
{
	const char *place = named->key ? named->key->text : NULL;

	if (map->kind != NODE_MAP) {
		diag(checker->diags, CODE_WRONG_TYPE, span_of_checked(checker, map), help_for_map(checker, block, map),
		     "%s%s%s has to be a map, not %s", place ? (named == map ? "'" : "an entry of '") : "a document",
		     place ? place : "", place ? "'" : "", kind_of_node(map));
		return false;
	}
	for (struct node *entry = map->first; entry; entry = entry->next) {
		const struct key *key = schema_block_key(block, entry->key->text);

		if (entry->bad)
			continue;
		entry->bad = !(key ? checks[key->kind](checker, key, entry) : unknown_key(checker, block, entry));
		entry->bad = entry->bad || entry->key->bad;
	}
	return has_required(checker, block, map, named);
}

bool check(struct arena *arena, struct diags *diags, const struct source *source, struct node *root,
	   const struct block *language)
{
	struct checker checker = {arena, diags, source};

	return check_block(&checker, language, root, root);
}
