/* small: the targets of the lowest floors and of the writers: quantities, quoting for the shell, terminals, YAML. */
#include "fuzz.h"

#include <string.h>

#include "base/json.h"
#include "base/quantity.h"
#include "cli/report.h"
#include "readers.h"
#include "base/quote.h"
#include "write/manager.h"
#include "write/yaml.h"

/* --- quantities ------------------------------------------------------------------------------- */

static void quantity(struct input *it)
{
	static const enum unit units[] = {UNIT_CPU, UNIT_BYTES};
	int64_t value = -1, again = -1;

	for (size_t i = 0; i < 2; i++) {
		if (quantity_read(it->bytes, units[i], &value) != QUANTITY_GOOD)
			continue;
		HOLDS(value >= 0);
		HOLDS(quantity_read(quantity_write(it->arena, units[i], value), units[i], &again) == QUANTITY_GOOD);
		HOLDS(again == value);
	}
	if (duration_read(it->bytes, &value)) {
		HOLDS(value > 0);
		HOLDS(duration_read(quantity_write(it->arena, UNIT_SECONDS, value), &again));
		HOLDS(again == value);
	}
}

void fuzz_quantity(const uint8_t *data, size_t size)
{
	with_input(data, size, quantity);
}

/* --- the shell -------------------------------------------------------------------------------- */

static void shell(struct input *it)
{
	struct text quoted = TEXT_IN(it->arena);
	const char *end, *back;

	quote_shell(&quoted, it->bytes);
	back = shell_read_word(it->arena, text_done(&quoted), &end);
	HOLDS(back && !*end && !strcmp(back, it->bytes));
}

void fuzz_shell(const uint8_t *data, size_t size)
{
	with_input(data, size, shell);
}

/* --- terminals -------------------------------------------------------------------------------- */

/* Code by code, by code that shares nothing with the writers: no control but the line feed, no bidirectional mark,
 * no separator, nothing of zero width but joiners; and all of it UTF-8. */
static bool is_harmless(const char *text, size_t size)
{
	static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};

	for (size_t at = 0, length; at < size; at += length) {
		unsigned char lead = (unsigned char)text[at];
		uint32_t code;

		length = lead < 0x80 ? 1 : lead >> 5 == 6 ? 2 : lead >> 4 == 14 ? 3 : lead >> 3 == 30 ? 4 : 0;
		if (!length || length > size - at)
			return false;
		code = length == 1 ? lead : lead & (0x7fu >> length);
		for (size_t i = 1; i < length; i++) {
			if (((unsigned char)text[at + i] & 0xc0) != 0x80)
				return false;
			code = code << 6 | ((unsigned char)text[at + i] & 0x3f);
		}
		if (code < smallest[length] || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
			return false;
		if ((code < 0x20 && code != '\n') || (code >= 0x7f && code < 0xa0) || code == 0x61c || code == 0x200b ||
		    code == 0x200e || code == 0x200f || (code >= 0x2028 && code <= 0x202e) ||
		    (code >= 0x2060 && code <= 0x206f) || code == 0xfeff || (code >= 0xe0000 && code < 0xe0080))
			return false;
	}
	return true;
}

/* What the terminal gets of `size` bytes. */
static const char *shown_lines(struct arena *arena, const char *bytes, size_t size, size_t *shown_size)
{
	char *memory = NULL, *shown;
	FILE *to = open_memstream(&memory, shown_size);

	HOLDS(to);
	report_put_safe_lines(bytes, size, to);
	HOLDS(!fclose(to));
	shown = text_copy(arena, memory, *shown_size);
	free(memory);
	return shown;
}

static void terminal(struct input *it)
{
	size_t size, again_size;
	const char *shown = shown_lines(it->arena, it->bytes, it->size, &size);
	const char *again = shown_lines(it->arena, shown, size, &again_size);
	struct json json = JSON_IN(it->arena);

	HOLDS(is_harmless(shown, size));
	HOLDS(size == again_size && !memcmp(shown, again, size));
	json_string(&json, it->bytes);
	text_done(&json.out);
	HOLDS(is_harmless(json.out.bytes, json.out.size) && !memchr(json.out.bytes, '\n', json.out.size));
}

void fuzz_terminal(const uint8_t *data, size_t size)
{
	with_input(data, size, terminal);
}

/* --- YAML ------------------------------------------------------------------------------------- */

/* Where the next string of the input begins: they are divided by line feeds and the codes below. */
struct strings {
	struct input *input;
	const char *at, *end;
};

/* What stands between two strings, and says what comes next. */
enum { MAP = 1, LIST, UP, NUMBER, COMMENT, BREAK, DOCUMENT };

static const char *take(struct strings *it)
{
	const char *start = it->at;
	char *copy;

	while (it->at < it->end && (unsigned char)*it->at > DOCUMENT)
		it->at++;
	copy = text_copy(it->input->arena, start, (size_t)(it->at - start));
	for (char *at = copy; *at; at++)
		if (*at == '\v')
			*at = '\n'; /* so that strings can have lines, whatever editors do to seeds */
	return utf8_valid_prefix(copy, strlen(copy)) == strlen(copy) ? copy : "?";
}

/* Keys differ, as those of all objects do, and in escapes none is longer than the writer may be given. */
static const char *key_of(struct strings *it, unsigned number)
{
	enum { MOST = 250 };
	const char *text = take(it);

	return text_format(it->input->arena, "%.*s%u",
			   (int)utf8_valid_prefix(text, strlen(text) < MOST ? strlen(text) : MOST), text, number);
}

/* Fills a map or a list up to UP or the end. */
static void fill(struct strings *it, struct object *parent, unsigned depth)
{
	unsigned number = 0;

	while (it->at < it->end) {
		char code = *it->at++;
		bool map = parent->kind == OBJECT_MAP;
		const char *key = map ? key_of(it, number++) : NULL;

		if (code == UP || code == DOCUMENT || depth == 40)
			return;
		if (code == MAP) {
			fill(it, map ? object_put_map(parent, key) : object_add_map(parent), depth + 1);
		} else if (code == LIST && map) {
			fill(it, object_put_list(parent, key), depth + 1);
		} else if (code == NUMBER) {
			if (map)
				object_put_number(parent, key, (int64_t)strlen(key) - 3);
			else
				object_add_number(parent, -17);
		} else {
			if (map)
				object_put_text(parent, key, take(it));
			else
				object_add_text(parent, take(it));
			if (code == COMMENT)
				parent->last->comment = "what stands behind it";
		}
	}
}

static void yaml(struct input *it)
{
	struct strings strings = {it, it->bytes, it->bytes + it->size};
	struct object *first = NULL, **end = &first;
	struct text out = TEXT_IN(it->arena);
	const char *difference;

	while (strings.at < strings.end) {
		struct object *document = object_document(it->arena, *strings.at == COMMENT ? take(&strings) : NULL);

		fill(&strings, document, 0);
		if (!document->first)
			continue; /* a document of nothing is never written */
		*end = document;
		end = &document->next;
	}
	yaml_write(&out, first);
	text_done(&out);
	difference = yaml_difference(it->arena, out.bytes, out.size, first);
	if (difference)
		fprintf(stderr, "%s\n%s", difference, out.bytes);
	HOLDS(!difference);
}

void fuzz_yaml(const uint8_t *data, size_t size)
{
	with_input(data, size, yaml);
}
