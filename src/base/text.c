/* text: strings in an arena: joined, formatted, grown. */
#include "base/text.h"

#include <stdio.h>
#include <string.h>

void text_make_room(struct text *text, size_t more)
{
	size_t room = text->room ? text->room : 64;

	while (room - text->size <= more)
		room *= 2;
	if (room == text->room)
		return;
	text->bytes = arena_grow(text->arena, text->bytes, text->room, room);
	text->room = room;
}

void text_add_number(struct text *text, int64_t number)
{
	char digits[24];
	size_t at = sizeof digits;
	uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;

	do
		digits[--at] = (char)('0' + rest % 10);
	while (rest /= 10);
	if (number < 0)
		digits[--at] = '-';
	text_add_bytes(text, digits + at, sizeof digits - at);
}

const char *text_done(struct text *text)
{
	text_make_room(text, 1);
	text->bytes[text->size] = '\0';
	return text->bytes;
}

char *text_copy(struct arena *arena, const char *bytes, size_t size)
{
	char *copy = arena_alloc(arena, size + 1);

	memcpy(copy, bytes, size);
	return copy;
}

const char *text_vformat(struct arena *arena, const char *format, va_list values)
{
	char line[1024]; /* what fits, as nearly all does, is formatted only once */
	va_list again;
	int size;
	char *bytes;

	va_copy(again, values);
	size = vsnprintf(line, sizeof line, format, values);
	if (size < 0)
		bytes = text_copy(arena, format, strlen(format));
	else if ((size_t)size < sizeof line)
		bytes = text_copy(arena, line, (size_t)size);
	else
		vsnprintf(bytes = arena_alloc(arena, (size_t)size + 1), (size_t)size + 1, format, again);
	va_end(again);
	return bytes;
}

const char *text_format(struct arena *arena, const char *format, ...)
{
	va_list values;
	const char *string;

	va_start(values, format);
	string = text_vformat(arena, format, values);
	va_end(values);
	return string;
}

const char *text_number(struct arena *arena, int64_t number)
{
	struct text text = TEXT_IN(arena);

	text_add_number(&text, number);
	return text_done(&text);
}

static void add_parts(struct text *text, va_list parts)
{
	const char *part;

	while ((part = va_arg(parts, const char *)))
		text_add(text, part);
}

void text_add_all(struct text *text, ...)
{
	va_list parts;

	va_start(parts, text);
	add_parts(text, parts);
	va_end(parts);
}

const char *text_join(struct arena *arena, ...)
{
	struct text text = TEXT_IN(arena);
	va_list parts;

	va_start(parts, arena);
	add_parts(&text, parts);
	va_end(parts);
	return text_done(&text);
}

const char *text_list(struct arena *arena, const char *const *items, size_t count, const char *between)
{
	struct text text = TEXT_IN(arena);

	for (size_t i = 0; i < count; i++)
		text_add_all(&text, i ? between : "", items[i], NULL);
	return text_done(&text);
}

size_t utf8_length(char first)
{
	unsigned char byte = (unsigned char)first;

	return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

size_t utf8_count(const char *string)
{
	size_t count = 0;

	for (; *string; string++)
		count += ((unsigned char)*string & 0xc0) != 0x80;
	return count;
}

/* Well-formed sequences by their first byte: RFC 3629, section 4. */
static size_t sequence_length(const unsigned char *byte, size_t left)
{
	static const struct {
		unsigned char first, last, low, high, length;
	} forms[] = {
		{0x00, 0x7f, 0, 0, 1},       {0xc2, 0xdf, 0x80, 0xbf, 2}, {0xe0, 0xe0, 0xa0, 0xbf, 3},
		{0xe1, 0xec, 0x80, 0xbf, 3}, {0xed, 0xed, 0x80, 0x9f, 3}, {0xee, 0xef, 0x80, 0xbf, 3},
		{0xf0, 0xf0, 0x90, 0xbf, 4}, {0xf1, 0xf3, 0x80, 0xbf, 4}, {0xf4, 0xf4, 0x80, 0x8f, 4},
	};

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		if (byte[0] < forms[i].first || byte[0] > forms[i].last)
			continue;
		if (forms[i].length > left)
			return 0;
		if (forms[i].length > 1 && (byte[1] < forms[i].low || byte[1] > forms[i].high))
			return 0;
		for (size_t more = 2; more < forms[i].length; more++)
			if ((byte[more] & 0xc0) != 0x80)
				return 0;
		return forms[i].length;
	}
	return 0;
}

size_t utf8_valid_prefix(const char *bytes, size_t size)
{
	size_t at = 0;

	while (at < size) {
		size_t length;

		if (!((unsigned char)bytes[at] & 0x80)) {
			at++;
			continue;
		}
		length = sequence_length((const unsigned char *)bytes + at, size - at);
		if (!length)
			return at;
		at += length;
	}
	return size;
}

uint32_t utf8_decode(const char *at, size_t left, size_t *size)
{
	static const unsigned char masks[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
	size_t length = sequence_length((const unsigned char *)at, left);
	uint32_t code = (unsigned char)*at & masks[length];

	*size = length ? length : 1;
	for (size_t i = 1; i < length; i++)
		code = code << 6 | ((unsigned char)at[i] & 0x3f);
	return length ? code : UTF8_BAD;
}

bool unicode_is_hidden(uint32_t code)
{
	/* Sorted. UnicodeData.txt (Cc, Cf, Zl, Zp) and DerivedCoreProperties.txt (Default_Ignorable_Code_Point) of
	 * Unicode 16, without U+200C, U+200D and the variation selectors, and without signs that can be seen. */
	static const struct {
		uint32_t first, last;
	} hidden[] = {
		{0x0, 0x1f},          {0x7f, 0x9f},       {0xad, 0xad},       {0x61c, 0x61c},     {0x115f, 0x1160},
		{0x17b4, 0x17b5},     {0x180e, 0x180e},   {0x200b, 0x200b},   {0x200e, 0x200f},   {0x2028, 0x202e},
		{0x2060, 0x206f},     {0x3164, 0x3164},   {0xfeff, 0xfeff},   {0xffa0, 0xffa0},   {0xfff0, 0xfffb},
		{0xfffe, 0xffff},     {0x1bca0, 0x1bca3}, {0x1d173, 0x1d17a}, {0xe0000, 0xe00ff}, {0xe01f0, 0xe0fff},
		{UTF8_BAD, UTF8_BAD},
	};
	size_t i = 0;

	if (code >= 0x20 && code < 0x7f)
		return false;
	while (i < sizeof hidden / sizeof *hidden && code > hidden[i].last)
		i++;
	return i < sizeof hidden / sizeof *hidden && code >= hidden[i].first;
}

enum { NEAREST_LONGEST = 40 };

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* Insertions, deletions, replacements and swaps of neighbours between two words,
 * letter case aside (Damerau-Levenshtein, optimal string alignment). */
static unsigned distance(const char *a, size_t a_size, const char *b, size_t b_size)
{
	unsigned rows[3][NEAREST_LONGEST + 1];
	unsigned *before = rows[0], *last = rows[1], *row = rows[2];

	for (size_t j = 0; j <= b_size; j++)
		last[j] = (unsigned)j;
	for (size_t i = 1; i <= a_size; i++) {
		row[0] = (unsigned)i;
		for (size_t j = 1; j <= b_size; j++) {
			bool same = ascii_lower(a[i - 1]) == ascii_lower(b[j - 1]);

			row[j] = least(least(last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
			if (i > 1 && j > 1 && ascii_lower(a[i - 1]) == ascii_lower(b[j - 2]) &&
			    ascii_lower(a[i - 2]) == ascii_lower(b[j - 1]))
				row[j] = least(row[j], before[j - 2] + 1);
		}
		unsigned *spare = before;
		before = last;
		last = row;
		row = spare;
	}
	return last[b_size];
}

const char *text_nearest(const char *word, const char *(*name)(const void *, size_t), const void *subject)
{
	size_t word_size = strlen(word);
	unsigned best_distance = (unsigned)(word_size < 3 ? 1 : word_size / 3);
	const char *best = NULL, *candidate;

	if (!word_size || word_size > NEAREST_LONGEST)
		return NULL;
	for (size_t i = 0; (candidate = name(subject, i)); i++) {
		size_t size = strlen(candidate);
		unsigned far;

		if (size > NEAREST_LONGEST)
			continue;
		far = distance(word, word_size, candidate, size);
		if (far < best_distance || (far == best_distance && !best)) {
			best_distance = far;
			best = candidate;
		}
	}
	return best;
}

void texts_add(struct arena *arena, struct texts *texts, const char *item)
{
	texts->items = arena_make_room(arena, texts->items, texts->count, &texts->room, sizeof *texts->items);
	texts->items[texts->count++] = item;
}

void texts_add_once(struct arena *arena, struct texts *texts, const char *item)
{
	for (size_t i = 0; i < texts->count; i++)
		if (!strcmp(texts->items[i], item))
			return;
	texts_add(arena, texts, item);
}

/* Few pairs are found faster one after the other. */
enum { INDEXED_FROM = 64 };

/* Puts the pair at that position into the index, as a position: the items move when they grow. */
static void index_pair(struct arena *arena, struct pairs *pairs, size_t at)
{
	size_t *position = NEW(arena, size_t);

	*position = at;
	index_add(&pairs->index, pairs->items[at].name, position);
}

static struct pair *pair_named(const struct pairs *pairs, const char *name)
{
	const size_t *position;

	if (pairs->index.root) {
		position = index_find(&pairs->index, name);
		return position ? &pairs->items[*position] : NULL;
	}
	for (size_t i = 0; i < pairs->count; i++)
		if (!strcmp(pairs->items[i].name, name))
			return &pairs->items[i];
	return NULL;
}

static void index_new(struct arena *arena, struct pairs *pairs)
{
	if (pairs->count < INDEXED_FROM)
		return;
	pairs->index.arena = arena;
	for (size_t i = pairs->index.root ? pairs->count - 1 : 0; i < pairs->count; i++)
		index_pair(arena, pairs, i);
}

struct pair *pairs_add(struct arena *arena, struct pairs *pairs, const char *name, const char *value)
{
	struct pair *added;

	pairs->items = arena_make_room(arena, pairs->items, pairs->count, &pairs->room, sizeof *pairs->items);
	added = &pairs->items[pairs->count++];
	*added = (struct pair){.name = name, .value = value};
	index_new(arena, pairs);
	return added;
}

struct pair *pairs_set(struct arena *arena, struct pairs *pairs, const char *name, const char *value)
{
	struct pair *there = pair_named(pairs, name);

	if (!there)
		return pairs_add(arena, pairs, name, value);
	there->value = value;
	return there;
}

const char *pairs_find(const struct pair *pairs, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(pairs[i].name, name))
			return pairs[i].value;
	return NULL;
}

const char *text_file_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}
