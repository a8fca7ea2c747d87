/* small: the targets of the lowest floors and of the writers: quantities, quoting for the shell, YAML. */
#include "fuzz.h"

#include <string.h>

#include "base/quantity.h"
#include "readers.h"
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
		HOLDS(duration_read(duration_write(it->arena, value), &again));
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

	shell_quote(&quoted, it->bytes);
	back = shell_read_word(it->arena, text_done(&quoted), &end);
	HOLDS(back && !*end && !strcmp(back, it->bytes));
}

void fuzz_shell(const uint8_t *data, size_t size)
{
	with_input(data, size, shell);
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

	return text_format(it->input->arena, "%.*s%u", (int)utf8_valid_prefix(text, strlen(text) < MOST ? strlen(text) : MOST), text, number);
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
			fill(it, map ? put_map(parent, key) : add_map(parent), depth + 1);
		} else if (code == LIST && map) {
			fill(it, put_list(parent, key), depth + 1);
		} else if (code == NUMBER) {
			if (map)
				put_number(parent, key, (int64_t)strlen(key) - 3);
			else
				add_number(parent, -17);
		} else {
			if (map)
				put_text(parent, key, take(it));
			else
				add_text(parent, take(it));
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
