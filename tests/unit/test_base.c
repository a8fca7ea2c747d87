/* The lowest floor: arena, text, quantities, diagnostics, checksum, digest. */
#include "unit.h"

#include "base/checksum.h"
#include "base/digest.h"
#include "compare/edits.h"
#include "base/index.h"
#include "base/json.h"
#include "base/quantity.h"

/* --- arena ------------------------------------------------------------------------------- */

IN_ARENA(allocations_are_zero_and_apart)
{
	char *first = arena_alloc(scene->arena, 100), *second = arena_alloc(scene->arena, 100000);

	for (size_t i = 0; i < 100; i++)
		assert_int_equal(first[i], 0);
	assert_int_equal((uintptr_t)first % 16, 0);
	assert_int_equal((uintptr_t)second % 16, 0);
	memset(second, 1, 100000);
	assert_int_equal(first[99], 0);
}

IN_ARENA(growing_keeps_the_content)
{
	char *bytes = arena_alloc(scene->arena, 5), *grown, *moved;

	memcpy(bytes, "four", 5);
	grown = arena_grow(scene->arena, bytes, 5, 200);
	assert_ptr_equal(grown, bytes); /* the newest allocation grows in place */
	arena_alloc(scene->arena, 1);
	moved = arena_grow(scene->arena, grown, 200, 100000);
	assert_ptr_not_equal(moved, grown);
	assert_string_equal(moved, "four");
}

static void ask_for_everything(void *arena)
{
	arena_alloc(arena, SIZE_MAX);
	fail();
}

static void lack_of_memory_lands(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	assert_false(arena_try(arena, ask_for_everything, arena));
	assert_null(arena_alloc_or_null(arena, SIZE_MAX));
	assert_null(arena_alloc_or_null(arena, SIZE_MAX - 20));
	arena_free(arena);
}

static void count(void *counter)
{
	++*(int *)counter;
}

static int counter;

static void defer_twice(void *arena)
{
	arena_defer(arena, count, &counter);
	arena_defer(arena, count, &counter);
}

static void deferred_work_is_done(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	counter = 0;
	assert_true(arena_try(arena, defer_twice, arena));
	assert_int_equal(counter, 0);
	arena_free(arena);
	assert_int_equal(counter, 2);
}

/* The same from a new arena and from one that was emptied, up to where memory runs out. */
static void fill(void *arena)
{
	defer_twice(arena);
	for (size_t size = 1;; size += size / 2 + 1) {
		unsigned char *bytes = arena_alloc(arena, size);

		for (size_t i = 0; i < size; i++)
			assert_int_equal(bytes[i], 0);
		memset(bytes, 0xff, size);
	}
}

static void an_emptied_arena_is_as_a_new_one(void **state)
{
	struct arena *arena = arena_new();
	size_t taken = 0;

	(void)state;
	counter = 0;
	for (int turn = 0; turn < 3; turn++) {
		arena_limit(arena, 4000000);
		assert_false(arena_try(arena, fill, arena));
		assert_true(arena_is_full(arena));
		assert_int_equal(counter, 2 * turn);
		assert_true(!turn || arena_taken(arena) == taken);
		taken = arena_taken(arena);
		arena_empty(arena);
		assert_int_equal(counter, 2 * turn + 2);
		assert_int_equal(arena_taken(arena), 0);
		assert_false(arena_is_full(arena));
		assert_non_null(arena_alloc_or_null(arena, 5000000)); /* the limit is gone */
		arena_empty(arena);
	}
	arena_free(arena);
}

/* --- text ---------------------------------------------------------------------------------- */

IN_ARENA(text_grows)
{
	struct text text = TEXT_IN(scene->arena);

	for (int i = 0; i < 1000; i++)
		text_add(&text, "0123456789");
	text_add_number(&text, INT64_MIN);
	text_add_char(&text, '.');
	assert_int_equal(strlen(text_done(&text)), 10021);
	assert_string_equal(text.bytes + 10000, "-9223372036854775808.");
	assert_string_equal(text_join(scene->arena, "a", "", "bc", NULL), "abc");
	assert_string_equal(text_format(scene->arena, "%s-%d", "a", 3), "a-3");
}

static void utf8_is_checked(void **state)
{
	static const struct {
		const char *bytes;
		size_t valid;
	} cases[] = {
		{"plain", 5},
		{"\xc3\xa9", 2},
		{"a\xc3", 1},
		{"\xc0\xaf", 0},
		{"\xe0\x80\xaf", 0},
		{"\xed\xa0\x80", 0},
		{"\xef\xbf\xbf", 3},
		{"\xf0\x9f\x98\x80", 4},
		{"\xf4\x90\x80\x80", 0},
		{"\xf5\x80\x80\x80", 0},
		{"ok\xff", 2},
		{"\x80", 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(utf8_valid_prefix(cases[i].bytes, strlen(cases[i].bytes)), cases[i].valid);
}

static const char *word(const void *words, size_t i)
{
	return ((const char *const *)words)[i];
}

static void nearest_word_is_found(void **state)
{
	static const char *const words[] = {"memory", "count", "image", "env", NULL};

	(void)state;
	assert_string_equal(text_nearest("memroy", word, words), "memory");
	assert_string_equal(text_nearest("Memory", word, words), "memory");
	assert_string_equal(text_nearest("imge", word, words), "image");
	assert_string_equal(text_nearest("envs", word, words), "env");
	assert_null(text_nearest("replicas", word, words));
	assert_null(text_nearest("", word, words));
	assert_null(text_nearest("a-word-that-is-far-longer-than-any-key-could-be", word, words));
}

IN_ARENA(pairs_are_set_in_place)
{
	struct pairs pairs = {0};

	for (int i = 0; i < 20; i++)
		pairs_set(scene->arena, &pairs, text_format(scene->arena, "n%d", i), "old");
	pairs_set(scene->arena, &pairs, "n3", "new");
	assert_int_equal(pairs.count, 20);
	assert_string_equal(pairs.items[3].value, "new");
	assert_string_equal(pairs_find(pairs.items, pairs.count, "n19"), "old");
	assert_null(pairs_find(pairs.items, pairs.count, "n20"));
}

/* --- quantities ------------------------------------------------------------------------------- */

static void quantities_are_read(void **state)
{
	static const struct {
		const char *text;
		enum unit unit;
		enum quantity_result result;
		int64_t value;
	} cases[] = {
		{"2", UNIT_CPU, QUANTITY_GOOD, 2000},
		{"500m", UNIT_CPU, QUANTITY_GOOD, 500},
		{"0.5", UNIT_CPU, QUANTITY_GOOD, 500},
		{".5", UNIT_CPU, QUANTITY_GOOD, 500},
		{"1.", UNIT_CPU, QUANTITY_GOOD, 1000},
		{"2k", UNIT_CPU, QUANTITY_GOOD, 2000000},
		{"0.0005", UNIT_CPU, QUANTITY_TOO_FINE, 0},
		{"0.5m", UNIT_CPU, QUANTITY_TOO_FINE, 0},
		{"0", UNIT_CPU, QUANTITY_GOOD, 0},
		{"4Gi", UNIT_BYTES, QUANTITY_GOOD, INT64_C(4) << 30},
		{"1.5Gi", UNIT_BYTES, QUANTITY_GOOD, INT64_C(1536) << 20},
		{"0.1Gi", UNIT_BYTES, QUANTITY_TOO_FINE, 0},
		{"20G", UNIT_BYTES, QUANTITY_GOOD, 20000000000},
		{"1e3", UNIT_BYTES, QUANTITY_GOOD, 1000},
		{"1E3", UNIT_BYTES, QUANTITY_GOOD, 1000},
		{"1E", UNIT_BYTES, QUANTITY_GOOD, 1000000000000000000},
		{"25e-1", UNIT_CPU, QUANTITY_GOOD, 2500},
		{"1000m", UNIT_BYTES, QUANTITY_GOOD, 1},
		{"1m", UNIT_BYTES, QUANTITY_TOO_FINE, 0},
		{"7Ei", UNIT_BYTES, QUANTITY_GOOD, INT64_C(7) << 60},
		{"9223372036854775807", UNIT_BYTES, QUANTITY_GOOD, INT64_MAX},
		{"9223372036854775808", UNIT_BYTES, QUANTITY_TOO_LARGE, 0},
		{"8Ei", UNIT_BYTES, QUANTITY_TOO_LARGE, 0},
		{"10E", UNIT_BYTES, QUANTITY_TOO_LARGE, 0},
		{"9999999999999999999", UNIT_BYTES, QUANTITY_TOO_LARGE, 0},
		{"1e99", UNIT_BYTES, QUANTITY_TOO_LARGE, 0},
		{"", UNIT_BYTES, QUANTITY_MALFORMED, 0},
		{".", UNIT_BYTES, QUANTITY_MALFORMED, 0},
		{"Gi", UNIT_BYTES, QUANTITY_MALFORMED, 0},
		{"4GB", UNIT_BYTES, QUANTITY_MALFORMED, 0},
		{"4GG", UNIT_BYTES, QUANTITY_MALFORMED, 0},
		{"4K", UNIT_BYTES, QUANTITY_MALFORMED, 0},
		{"4 Gi", UNIT_BYTES, QUANTITY_MALFORMED, 0},
		{"-1", UNIT_BYTES, QUANTITY_MALFORMED, 0},
		{"+1", UNIT_BYTES, QUANTITY_MALFORMED, 0},
		{"1.2.3", UNIT_BYTES, QUANTITY_MALFORMED, 0},
		{"1e", UNIT_BYTES, QUANTITY_MALFORMED, 0},
		{"0x10", UNIT_BYTES, QUANTITY_MALFORMED, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int64_t value = 0;
		enum quantity_result result = quantity_read(cases[i].text, cases[i].unit, &value);

		if (result != cases[i].result || (result == QUANTITY_GOOD && value != cases[i].value))
			fail_msg("%s: result %d, value %lld", cases[i].text, (int)result, (long long)value);
	}
}

IN_ARENA(quantities_are_written_shortest)
{
	assert_string_equal(quantity_write(scene->arena, UNIT_CPU, 2000), "2");
	assert_string_equal(quantity_write(scene->arena, UNIT_CPU, 1500), "1500m");
	assert_string_equal(quantity_write(scene->arena, UNIT_CPU, 0), "0");
	assert_string_equal(quantity_write(scene->arena, UNIT_RATE, 0), "0");
	assert_string_equal(quantity_write(scene->arena, UNIT_RATE, 4000), "4");
	assert_string_equal(quantity_write(scene->arena, UNIT_RATE, 125), "0.125");
	assert_string_equal(quantity_write(scene->arena, UNIT_RATE, 10500), "10.5");
	assert_string_equal(quantity_write(scene->arena, UNIT_RATE, 50), "0.05");
	assert_string_equal(quantity_write(scene->arena, UNIT_BYTES, INT64_C(4) << 30), "4Gi");
	assert_string_equal(quantity_write(scene->arena, UNIT_BYTES, INT64_C(1536) << 20), "1536Mi");
	assert_string_equal(quantity_write(scene->arena, UNIT_BYTES, 20000000000), "20G");
	assert_string_equal(quantity_write(scene->arena, UNIT_BYTES, 1023), "1023");
	assert_string_equal(quantity_write(scene->arena, UNIT_BYTES, 0), "0");
}

/* What is written is read as the same. */
IN_ARENA(quantities_survive)
{
	for (int64_t value = 1; value < (INT64_C(1) << 62); value = value * 3 + 7) {
		int64_t back = 0;

		assert_int_equal(quantity_read(quantity_write(scene->arena, UNIT_BYTES, value), UNIT_BYTES, &back),
				 QUANTITY_GOOD);
		assert_true(back == value);
		assert_int_equal(quantity_read(quantity_write(scene->arena, UNIT_CPU, value / 1000), UNIT_CPU, &back),
				 QUANTITY_GOOD);
		assert_true(back == value / 1000);
	}
}

/* --- index -------------------------------------------------------------------------------------- */

IN_ARENA(names_are_found_again)
{
	enum { COUNT = 2000 };
	struct index index = INDEX_IN(scene->arena);
	int *values = NEW_ARRAY(scene->arena, int, COUNT);

	assert_null(index_find(&index, "n0"));
	for (size_t i = 0; i < COUNT; i++)
		assert_ptr_equal(index_add(&index, text_format(scene->arena, "n%zu", i * 7919 % COUNT), &values[i]),
				 &values[i]);
	for (size_t i = 0; i < COUNT; i++) {
		const char *name = text_format(scene->arena, "n%zu", i * 7919 % COUNT);

		assert_ptr_equal(index_find(&index, name), &values[i]);
		assert_ptr_equal(index_add(&index, name, &values[0]), &values[i]);
		assert_null(index_find(&index, text_join(scene->arena, name, "x", NULL)));
	}
	assert_null(index_find(&index, "n"));
}

/* One the beginning of the other, empty, with bytes that are zero, and such that differ in the last bit. */
IN_ARENA(names_may_be_any_bytes)
{
	static const struct {
		const char *bytes;
		size_t size;
	} names[] = {{"", 0},    {"\0", 1},   {"\0\0", 2}, {"a", 1},   {"ab", 2},
		     {"a\0", 2}, {"\xff", 1}, {"\xfe", 1}, {"a\0b", 3}};
	struct index index = INDEX_IN(scene->arena);

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		assert_null(index_find_bytes(&index, names[i].bytes, names[i].size));
		index_add_bytes(&index, names[i].bytes, names[i].size, &names[i]);
		for (size_t j = 0; j <= i; j++)
			assert_ptr_equal(index_find_bytes(&index, names[j].bytes, names[j].size), &names[j]);
	}
}

/* --- diagnostics -------------------------------------------------------------------------------- */

static const struct source lines = {.name = "file", .bytes = "one\ntwo\r\nthree", .size = 14};

IN_ARENA(diagnostics_are_sorted_and_told_once)
{
	struct span later = {&lines, 2, 1, 1}, first = {&lines, 1, 3, 1};

	diag(&scene->diags, CODE_UNKNOWN_KEY, later, NULL, "b");
	diag(&scene->diags, CODE_BAD_VALUE, first, NULL, "a");
	diag(&scene->diags, CODE_UNKNOWN_KEY, later, NULL, "b");
	diags_sort(&scene->diags);
	assert_int_equal(scene->diags.count, 2);
	assert_int_equal(scene->diags.errors, 2);
	assert_string_equal(scene->diags.items[0]->text, "a");
	assert_string_equal(scene->diags.items[1]->text, "b");
	assert_int_equal(scene->diags.count, 2);
}

IN_ARENA(warnings_are_taken_as_told)
{
	struct span where = {&lines, 1, 1, 1};

	scene->warnings.off[CODE_IMAGE_TAG] = true;
	diag(&scene->diags, CODE_IMAGE_TAG, where, NULL, "off");
	assert_int_equal(scene->diags.count, 0);
	diag(&scene->diags, CODE_DEFAULT_NAMESPACE, where, NULL, "on");
	assert_int_equal(scene->diags.errors, 0);
	scene->warnings.as_errors = true;
	diag(&scene->diags, CODE_DEFAULT_NAMESPACE, where, NULL, "an error now");
	assert_int_equal(scene->diags.errors, 1);
}

IN_ARENA(long_diagnostics_lose_their_middle)
{
	struct span where = {&lines, 1, 1, 1};

	diag(&scene->diags, CODE_BAD_VALUE, where, NULL, "%0500d", 1);
	assert_int_equal(strlen(scene->diags.items[0]->text), 500);
	/* The 300th byte is in the middle of a character, and so is the 200th from the end. */
	diag(&scene->diags, CODE_BAD_VALUE, where, NULL, "%0299d\u00fc%0100d\u00fc%0199d", 1, 2, 3);
	assert_string_equal(scene->diags.items[1]->text,
			    text_format(scene->arena, "%0299d ... %0199d", 1, 3));
}

IN_ARENA(diagnostics_end_at_their_bound)
{
	for (uint32_t i = 0; i < DIAGS_MOST + 5; i++)
		diag(&scene->diags, CODE_UNKNOWN_KEY, (struct span){&lines, i + 1, 1, 1}, NULL, "one of many");
	assert_int_equal(scene->diags.count, DIAGS_MOST);
	assert_int_equal(scene->diags.left_out, 5);
	assert_int_equal(scene->diags.errors, DIAGS_MOST + 5);
}

static void characters_are_decoded(void **state)
{
	static const struct {
		const char *bytes;
		size_t left, size;
		uint32_t code;
	} all[] = {
		{"a", 1, 1, 'a'},
		{"\xc2\x9b", 2, 2, 0x9b},
		{"\xc2\xc2\x9b", 3, 1, UTF8_BAD},
		{"\x9b", 1, 1, UTF8_BAD},
		{"\xe2\x80\xae", 3, 3, 0x202e},
		{"\xe2\x80\xae", 2, 1, UTF8_BAD},
		{"\xf4\x8f\xbf\xbf", 4, 4, 0x10ffff},
		{"\xf4\x90\x80\x80", 4, 1, UTF8_BAD},
		{"\xed\xa0\x80", 3, 1, UTF8_BAD},
	};

	(void)state;
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		size_t size;

		assert_int_equal(utf8_decode(all[i].bytes, all[i].left, &size), all[i].code);
		assert_int_equal(size, all[i].size);
	}
}

static void hidden_characters_are_known(void **state)
{
	static const uint32_t hidden[] = {0,      0x1b,   0x7f,   0x80,   0x9b,    0x9f,    0xad,   0x61c,
					  0x200b, 0x200e, 0x200f, 0x2028, 0x202a,  0x202e,  0x2060, 0x2066,
					  0x2069, 0x206f, 0xfeff, 0xffff, 0xe0001, UTF8_BAD};
	static const uint32_t seen[] = {' ',	'~',	0xa0,	0xac,	0xe9,	0x200a,	 0x200c,  0x200d,  0x2010,
					0x2027, 0x202f, 0x3000, 0xfe0f, 0xfffc, 0x1f600, 0xe0100, 0x10fffd};

	(void)state;
	for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
		assert_true(unicode_is_hidden(hidden[i]));
	for (size_t i = 0; i < sizeof seen / sizeof *seen; i++)
		assert_false(unicode_is_hidden(seen[i]));
}

static void source_lines_are_found(void **state)
{
	size_t size;

	(void)state;
	assert_memory_equal(diag_source_line(&lines, 1, &size), "one", 3);
	assert_int_equal(size, 3);
	assert_memory_equal(diag_source_line(&lines, 2, &size), "two", 3);
	assert_int_equal(size, 3);
	assert_memory_equal(diag_source_line(&lines, 3, &size), "three", 5);
	assert_int_equal(size, 5);
	diag_source_line(&lines, 9, &size);
	assert_int_equal(size, 0);
}

/* --- checksum and digest --------------------------------------------------------------------------- */

/* Values printed by cksum(1). */
static void checksum_is_that_of_cksum(void **state)
{
	(void)state;
	assert_int_equal(checksum_of("", 0), 4294967295u);
	assert_int_equal(checksum_of("a", 1), 1220704766u);
	assert_int_equal(checksum_of("123456789", 9), 930766865u);
}

/* FIPS 180-4's example. */
IN_ARENA(digest_is_sha256)
{
	assert_string_equal(digest_of(scene->arena, "abc", 3),
			    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

IN_ARENA(sizes_of_programs_are_read)
{
	static const struct {
		const char *text;
		int64_t unit, value, its_unit;
	} cases[] = {
		{"8g", 1, INT64_C(8) << 30, INT64_C(1) << 30},
		{"8192", 1 << 20, INT64_C(8) << 30, 1 << 20},
		{"3942m", 1, INT64_C(3942) << 20, 1 << 20},
		{"1536 MB", 1, INT64_C(1536) << 20, 1 << 20},
		{"1.5GiB", 1, INT64_C(1536) << 20, INT64_C(1) << 30},
		{"2", 1, 2, 1},
		{"2.5", 1, 3, 1},
		{"1.0001k", 1, 1024, 1024},
		{"100b", 1024, 100, 1},
		{"1p", 1, INT64_C(1) << 50, INT64_C(1) << 50},
		{"99999999999999999999", 1, INT64_MAX, 1},
		{"9000000p", 1, INT64_MAX, INT64_C(1) << 50},
	};
	static const char *const none[] = {"", "g", "-1", "60%", "8gg", "8 gi", "8bb", "1e3", "${x}", "8  g"};
	int64_t value, unit;

	(void)scene;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		unit = cases[i].unit;
		assert_true(quantity_read_size(cases[i].text, &unit, &value));
		assert_int_equal(value, cases[i].value);
		assert_int_equal(unit, cases[i].its_unit);
	}
	for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
		unit = 1;
		if (quantity_read_size(none[i], &unit, &value))
			fail_msg("%s: %lld", none[i], (long long)value);
	}
}

/* --- edits -------------------------------------------------------------------------------- */

enum { SHORT = 14 };

/* The length of the longest common subsequence, by the table of all pairs. */
static size_t common(const struct pieces *old, const struct pieces *new)
{
	size_t table[SHORT + 1][SHORT + 1] = {{0}};

	for (size_t i = 1; i <= old->count; i++)
		for (size_t j = 1; j <= new->count; j++) {
			size_t up = table[i - 1][j], left = table[i][j - 1];

			table[i][j] = up > left ? up : left;
			if (*old->items[i - 1].bytes == *new->items[j - 1].bytes)
				table[i][j] = table[i - 1][j - 1] + 1;
		}
	return table[old->count][new->count];
}

/* How many pieces stay; they have to be the same in both, in order. */
static size_t stay(const struct pieces *old, const struct pieces *new, const struct edits *edits)
{
	size_t i = 0, j = 0, count = 0;

	for (;; i++, j++, count++) {
		while (i < old->count && edits->gone[i])
			i++;
		while (j < new->count && edits->come[j])
			j++;
		if (i == old->count || j == new->count)
			break;
		assert_int_equal(old->items[i].size, new->items[j].size);
		assert_memory_equal(old->items[i].bytes, new->items[j].bytes, old->items[i].size);
	}
	assert_int_equal(i, old->count);
	assert_int_equal(j, new->count);
	return count;
}

static unsigned next_random(unsigned *state)
{
	*state = *state * 1103515245u + 12345u;
	return *state >> 16 & 0x7fff;
}

static struct pieces random_lines(struct arena *arena, unsigned *state, unsigned letters)
{
	char text[2 * SHORT];
	size_t count = next_random(state) % (SHORT + 1);

	for (size_t i = 0; i < count; i++) {
		text[2 * i] = (char)('a' + next_random(state) % letters);
		text[2 * i + 1] = '\n';
	}
	return edits_lines_of(arena, text_copy(arena, text, 2 * count), 2 * count);
}

IN_ARENA(edits_are_as_few_as_can_be)
{
	unsigned state = 1;

	for (unsigned turn = 0; turn < 3000; turn++) {
		struct arena *arena = arena_new();
		struct pieces old, new;
		struct edits edits;

		(void)scene;
		old = random_lines(arena, &state, 1 + turn % 6);
		new = random_lines(arena, &state, 1 + turn % 6);
		edits = edits_between(arena, old, new);
		assert_int_equal(stay(&old, &new, &edits), common(&old, &new));
		arena_free(arena);
	}
}

/* `count` lines, of which every `step`th is of the kind that `which` says. */
static struct pieces many_lines(struct arena *arena, unsigned count, unsigned step, const char *which)
{
	struct text text = TEXT_IN(arena);

	for (unsigned i = 0; i < count; i++)
		text_add(&text, text_format(arena, "%s %u\n", i % step ? "line" : which, i));
	return edits_lines_of(arena, text.bytes, text.size);
}

/* 8,000 edits are found, 10,000 are too many: the common beginning and end stay even then. */
IN_ARENA(edits_are_bounded)
{
	struct pieces old = many_lines(scene->arena, 20000, 5, "old"), new = many_lines(scene->arena, 20000, 5, "new"),
		      more;
	struct edits edits = edits_between(scene->arena, old, new);

	assert_int_equal(stay(&old, &new, &edits), 16000);
	old = many_lines(scene->arena, 25001, 5, "old");
	more = many_lines(scene->arena, 25001, 5, "new");
	edits = edits_between(scene->arena, old, more);
	assert_int_equal(stay(&old, &more, &edits), 0);
	more.items[0] = old.items[0];
	more.items[25000] = old.items[25000];
	edits = edits_between(scene->arena, old, more);
	assert_int_equal(stay(&old, &more, &edits), 10);
}

/* --- json --------------------------------------------------------------------------------- */

IN_ARENA(json_is_written)
{
	struct json json = JSON_IN(scene->arena), items = JSON_IN(scene->arena);

	items.depth = 2;
	json_item(&items);
	json_string(&items, "one");
	json_open(&json, '{');
	json_entry(&json, "none", NULL);
	json_entry(&json, "q\"\\", "\x01\n\t\r\x1b\x7f\xc2\x85\xc3\xa9\xe2\x80\xa8\xf0\x9f\x98\x80\xf3\xa0\x80\x81");
	json_entry(&json, "broken", "\xff\xc3\xe2\x82");
	json_number(&json, "number", INT64_MIN);
	json_truth(&json, "truth", true);
	json_list(&json, "empty", &JSON_IN(scene->arena));
	json_list(&json, "list", &items);
	json_close(&json, '}');
	assert_string_equal(text_done(&json.out),
			    "{\n  \"q\\\"\\\\\": "
			    "\"\\u0001\\n\\t\\r\\u001b\\u007f\\u0085\xc3\xa9\\u2028\xf0\x9f\x98\x80\\udb40\\udc01\",\n"
			    "  \"broken\": \"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\",\n"
			    "  \"number\": -9223372036854775808,\n  \"truth\": true,\n  \"empty\": [],\n  \"list\": "
			    "[\n    \"one\"\n  ]\n}");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(allocations_are_zero_and_apart),
		cmocka_unit_test(growing_keeps_the_content),
		cmocka_unit_test(lack_of_memory_lands),
		cmocka_unit_test(deferred_work_is_done),
		cmocka_unit_test(an_emptied_arena_is_as_a_new_one),
		cmocka_unit_test(text_grows),
		cmocka_unit_test(utf8_is_checked),
		cmocka_unit_test(nearest_word_is_found),
		cmocka_unit_test(pairs_are_set_in_place),
		cmocka_unit_test(sizes_of_programs_are_read),
		cmocka_unit_test(quantities_are_read),
		cmocka_unit_test(quantities_are_written_shortest),
		cmocka_unit_test(quantities_survive),
		cmocka_unit_test(diagnostics_are_sorted_and_told_once),
		cmocka_unit_test(warnings_are_taken_as_told),
		cmocka_unit_test(names_are_found_again),
		cmocka_unit_test(names_may_be_any_bytes),
		cmocka_unit_test(long_diagnostics_lose_their_middle),
		cmocka_unit_test(diagnostics_end_at_their_bound),
		cmocka_unit_test(characters_are_decoded),
		cmocka_unit_test(hidden_characters_are_known),
		cmocka_unit_test(source_lines_are_found),
		cmocka_unit_test(checksum_is_that_of_cksum),
		cmocka_unit_test(digest_is_sha256),
		cmocka_unit_test(edits_are_as_few_as_can_be),
		cmocka_unit_test(edits_are_bounded),
		cmocka_unit_test(json_is_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
