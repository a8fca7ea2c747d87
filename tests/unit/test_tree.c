/* From bytes to nodes: places, bounds, aliases, and what is refused. */
#include "unit.h"

#include "front/source.h"
#include "front/tree.h"

static struct tree *parse_bytes(struct scene *scene, const char *bytes, size_t size)
{
	const struct source *source = source_of(scene->arena, &scene->diags, "test", bytes, size, 0);

	assert_non_null(source);
	return tree_parse(scene->arena, &scene->diags, source);
}

static struct tree *parse(struct scene *scene, const char *text)
{
	return parse_bytes(scene, text, strlen(text));
}

/* The only diagnostic, which has to be of this code and at this place. */
static void only(struct scene *scene, enum code code, uint32_t line, uint32_t column)
{
	assert_int_equal(scene->diags.count, 1);
	assert_int_equal(scene->diags.items[0]->code, code);
	assert_int_equal(scene->diags.items[0]->where.line, line);
	assert_int_equal(scene->diags.items[0]->where.column, column);
}

IN_ARENA(nodes_know_their_places)
{
	struct tree *tree = parse(scene, "a: 1\nb:\n  - é\n  - {c: \"x\"}\n");
	const struct node *b = node_get(tree->first, "b");

	assert_int_equal(tree->count, 1);
	assert_int_equal(b->key->line, 2);
	assert_int_equal(b->kind, NODE_LIST);
	assert_int_equal(b->count, 2);
	assert_int_equal(b->first->line, 3);
	assert_int_equal(b->first->column, 5);
	assert_int_equal(b->first->width, 1);
	assert_true(b->first->plain);
	assert_string_equal(node_find(tree->first, "b", NULL)->key->text, "b");
	assert_false(node_get(b->last, "c")->plain);
	assert_int_equal(node_get(b->last, "c")->width, 3);
}

IN_ARENA(paths_end_where_nothing_is)
{
	struct tree *tree = parse(scene, "ports:\n  - {name: web, port: 1}\n");
	const struct node *port = node_find(tree->first, "ports", "web", "port", NULL);

	assert_string_equal(port->text, "1");
	assert_ptr_equal(node_find(tree->first, "ports", "other", "port", NULL), node_get(tree->first, "ports"));
	assert_ptr_equal(node_find(tree->first, "nothing", NULL), tree->first);
}

/* Few are looked at one after the other, many by an index. */
IN_ARENA(entries_are_found_by_their_names)
{
	struct text text = TEXT_IN(scene->arena);
	struct node *list;

	for (int i = 0; i < 40; i++)
		text_add(&text, text_format(scene->arena, i % 2 ? "- text-%d\n" : "- {name: map-%d}\n", i));
	list = parse(scene, text_done(&text))->first;
	for (int indexed = 0; indexed < 2; indexed++) {
		assert_ptr_equal(node_named(list, "map-38"), node_item(list, 38));
		assert_ptr_equal(node_named(list, "text-39"), list->last);
		assert_null(node_named(list, "map-39"));
		node_index(scene->arena, list);
	}
}

IN_ARENA(every_document_is_a_tree)
{
	struct tree *tree = parse(scene, "a: 1\n---\nb: 2\n---\nc: 3\n");

	assert_int_equal(tree->count, 3);
	assert_non_null(node_get(tree->first->next->next, "c"));
}

IN_ARENA(nulls_are_told_from_strings)
{
	const struct node *map = parse(scene, "a:\nb: ~\nc: null\nd: \"\"\ne: 'null'\nf: nil\n")->first;

	assert_true(node_is_null(node_get(map, "a")));
	assert_true(node_is_null(node_get(map, "b")));
	assert_true(node_is_null(node_get(map, "c")));
	assert_false(node_is_null(node_get(map, "d")));
	assert_false(node_is_null(node_get(map, "e")));
	assert_false(node_is_null(node_get(map, "f")));
}

IN_ARENA(duplicate_keys_are_told_each)
{
	parse(scene, "a: 1\nb: 2\na: 3\na: 4\n");
	diags_sort(&scene->diags);
	assert_int_equal(scene->diags.count, 2);
	assert_int_equal(scene->diags.items[0]->where.line, 3);
	assert_int_equal(scene->diags.items[1]->where.line, 4);
}

/* A map of very many keys must not cost their number squared. */
IN_ARENA(many_keys_are_quick)
{
	struct text text = TEXT_IN(scene->arena);

	for (int i = 0; i < 40000; i++)
		text_add(&text, text_format(scene->arena, "k%d: 1\n", i));
	assert_int_equal(parse(scene, text_done(&text))->first->count, 40000);
	assert_int_equal(scene->diags.count, 0);
}

/* Exactly as deep as allowed, and one deeper. */
static void nest(struct scene *scene, int depth)
{
	struct text text = TEXT_IN(scene->arena);

	for (int i = 0; i < depth; i++)
		text_add_char(&text, '[');
	for (int i = 0; i < depth; i++)
		text_add_char(&text, ']');
	parse(scene, text_done(&text));
}

IN_ARENA(depth_has_its_bound)
{
	nest(scene, TREE_DEPTH_MOST);
	assert_int_equal(scene->diags.count, 0);
	nest(scene, TREE_DEPTH_MOST + 1);
	only(scene, CODE_TOO_DEEP, 1, TREE_DEPTH_MOST + 1);
}

IN_ARENA(a_wall_of_brackets_is_stopped)
{
	struct text text = TEXT_IN(scene->arena);

	for (int i = 0; i < 200000; i++)
		text_add_char(&text, '[');
	assert_false(parse(scene, text_done(&text))->whole);
	only(scene, CODE_TOO_DEEP, 1, TREE_DEPTH_MOST + 1);
}

/* A list is one node and so is each of its items. */
static void fill(struct scene *scene, int items)
{
	struct text text = TEXT_IN(scene->arena);

	text_add_char(&text, '[');
	for (int i = 0; i < items; i++)
		text_add(&text, "1,");
	text_add_char(&text, ']');
	parse(scene, text_done(&text));
}

IN_ARENA(nodes_have_their_bound)
{
	fill(scene, TREE_NODES_MOST - 1);
	assert_int_equal(scene->diags.count, 0);
	fill(scene, TREE_NODES_MOST);
	assert_int_equal(scene->diags.count, 1);
	assert_int_equal(scene->diags.items[0]->code, CODE_TOO_MANY_NODES);
}

IN_ARENA(aliases_are_copies)
{
	const struct node *map = parse(scene, "a: &x {k: [1, 2]}\nb: *x\nc: &s text\nd: *s\n")->first;

	assert_int_equal(scene->diags.count, 0);
	assert_int_equal(node_get(node_get(map, "b"), "k")->count, 2);
	assert_ptr_not_equal(node_get(node_get(map, "b"), "k"), node_get(node_get(map, "a"), "k"));
	assert_string_equal(node_get(map, "d")->text, "text");
}

IN_ARENA(an_alias_bomb_is_stopped)
{
	struct tree *tree = parse(scene, "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
					"c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
					"e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n");

	assert_false(tree->whole);
	assert_int_equal(scene->diags.count, 1);
	assert_int_equal(scene->diags.items[0]->code, CODE_TOO_MANY_NODES);
}

IN_ARENA(unknown_aliases_are_told)
{
	parse(scene, "a: *nothing\n");
	only(scene, CODE_UNKNOWN_ALIAS, 1, 4);
}

IN_ARENA(an_alias_inside_of_itself_is_told)
{
	parse(scene, "a: &x [1, *x]\n");
	only(scene, CODE_UNKNOWN_ALIAS, 1, 11);
}

IN_ARENA(anchors_end_with_their_document)
{
	parse(scene, "a: &x 1\n---\nb: *x\n");
	only(scene, CODE_UNKNOWN_ALIAS, 3, 4);
}

IN_ARENA(anchors_have_their_bound)
{
	struct text text = TEXT_IN(scene->arena);

	for (int i = 0; i <= TREE_ANCHORS_MOST; i++)
		text_add(&text, text_format(scene->arena, "- &a%d 1\n", i));
	parse(scene, text_done(&text));
	only(scene, CODE_TOO_MANY_ANCHORS, TREE_ANCHORS_MOST + 1, 3);
}

IN_ARENA(merge_keys_are_told)
{
	parse(scene, "a: {<<: {b: 1}}\n");
	only(scene, CODE_MERGE_KEY, 1, 5);
}

IN_ARENA(a_quoted_merge_key_is_a_key)
{
	parse(scene, "a: {\"<<\": 1}\n");
	assert_int_equal(scene->diags.count, 0);
}

IN_ARENA(keys_are_text)
{
	parse(scene, "? [a, b]\n: 1\n");
	only(scene, CODE_KEY_NOT_TEXT, 1, 3);
}

IN_ARENA(core_tags_are_taken_where_they_fit)
{
	const struct node *map =
		parse(scene, "a: !!str 1\nb: !!int 2\nc: !!map {d: 1}\ne: !!bool true\nf: !!null ~\n")->first;

	assert_int_equal(scene->diags.count, 0);
	assert_false(node_get(map, "a")->plain);
	assert_true(node_get(map, "b")->plain);
}

IN_ARENA(other_tags_are_refused)
{
	parse(scene, "a: !mine x\nb: !!int x\nc: !!binary aaaa\nd: !!seq {}\n");
	assert_int_equal(scene->diags.count, 4);
	for (size_t i = 0; i < scene->diags.count; i++)
		assert_int_equal(scene->diags.items[i]->code, CODE_TAG);
}

IN_ARENA(no_value_has_a_nul)
{
	parse(scene, "a: \"x\\0y\"\n");
	only(scene, CODE_CONTROL_CHARACTER, 1, 4);
}

IN_ARENA(syntax_errors_have_their_place)
{
	assert_false(parse(scene, "a: [1, 2\nb: 3\n")->whole);
	assert_int_equal(scene->diags.count, 1);
	assert_int_equal(scene->diags.items[0]->code, CODE_SYNTAX);
	assert_int_equal(scene->diags.items[0]->where.line, 2);
}

IN_ARENA(an_empty_file_is_told)
{
	parse(scene, "# nothing\n");
	assert_int_equal(scene->diags.items[0]->code, CODE_EMPTY);
}

/* --- bytes ---------------------------------------------------------------------------------- */

static const struct source *take(struct scene *scene, const char *bytes, size_t size)
{
	return source_of(scene->arena, &scene->diags, "test", bytes, size, 0);
}

IN_ARENA(a_byte_order_mark_goes)
{
	const struct source *source = take(scene, "\xef\xbb\xbf" "a: 1", 7);

	assert_int_equal(source->size, 4);
	assert_memory_equal(source->bytes, "a: 1", 4);
}

IN_ARENA(other_encodings_are_refused)
{
	assert_null(take(scene, "\xff\xfe" "a\0", 4));
	assert_null(take(scene, "\xfe\xff\0a", 4));
	assert_null(take(scene, "ab\n\xe9", 4));
	assert_int_equal(scene->diags.count, 3);
	assert_int_equal(scene->diags.items[2]->where.line, 2);
	assert_int_equal(scene->diags.items[2]->where.column, 1);
}

IN_ARENA(a_nul_is_refused)
{
	assert_null(take(scene, "ab\0", 3));
	only(scene, CODE_CONTROL_CHARACTER, 1, 3);
}

IN_ARENA(size_has_its_bound)
{
	char *bytes = arena_alloc(scene->arena, SOURCE_MOST + 1);

	memset(bytes, '#', SOURCE_MOST + 1);
	assert_non_null(take(scene, bytes, SOURCE_MOST));
	assert_null(take(scene, bytes, SOURCE_MOST + 1));
	assert_int_equal(scene->diags.items[0]->code, CODE_TOO_LARGE);
}

IN_ARENA(what_cannot_be_read_is_told)
{
	assert_null(source_read(scene->arena, &scene->diags, "/nonexistent/file", 0));
	assert_null(source_read(scene->arena, &scene->diags, "/", 0));
	assert_null(source_read(scene->arena, &scene->diags, "/dev/zero", 0));
	assert_int_equal(scene->diags.items[0]->code, CODE_UNREADABLE);
	assert_int_equal(scene->diags.items[1]->code, CODE_UNREADABLE);
	assert_int_equal(scene->diags.items[2]->code, CODE_TOO_LARGE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nodes_know_their_places),
		cmocka_unit_test(paths_end_where_nothing_is),
		cmocka_unit_test(entries_are_found_by_their_names),
		cmocka_unit_test(every_document_is_a_tree),
		cmocka_unit_test(nulls_are_told_from_strings),
		cmocka_unit_test(duplicate_keys_are_told_each),
		cmocka_unit_test(many_keys_are_quick),
		cmocka_unit_test(depth_has_its_bound),
		cmocka_unit_test(a_wall_of_brackets_is_stopped),
		cmocka_unit_test(nodes_have_their_bound),
		cmocka_unit_test(aliases_are_copies),
		cmocka_unit_test(an_alias_bomb_is_stopped),
		cmocka_unit_test(unknown_aliases_are_told),
		cmocka_unit_test(an_alias_inside_of_itself_is_told),
		cmocka_unit_test(anchors_end_with_their_document),
		cmocka_unit_test(anchors_have_their_bound),
		cmocka_unit_test(merge_keys_are_told),
		cmocka_unit_test(a_quoted_merge_key_is_a_key),
		cmocka_unit_test(keys_are_text),
		cmocka_unit_test(core_tags_are_taken_where_they_fit),
		cmocka_unit_test(other_tags_are_refused),
		cmocka_unit_test(no_value_has_a_nul),
		cmocka_unit_test(syntax_errors_have_their_place),
		cmocka_unit_test(an_empty_file_is_told),
		cmocka_unit_test(a_byte_order_mark_goes),
		cmocka_unit_test(other_encodings_are_refused),
		cmocka_unit_test(a_nul_is_refused),
		cmocka_unit_test(size_has_its_bound),
		cmocka_unit_test(what_cannot_be_read_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
