/* yaml: trees of objects as YAML that every reader takes the same way. */
#include "write/yaml.h"

#include <string.h>

#include "base/quote.h"

/* --- Which strings may stand bare ------------------------------------------------------------- */

/* Classes of characters. Everything that isn't listed asks for quotes. */
enum {
	FIRST = 1,    /* may begin a plain string */
	INSIDE = 2,   /* may stand in one */
	DIGITAL = 4,  /* stands in numbers, times and dates of YAML 1.1 and 1.2 */
	STEADY = 8,   /* means the same whatever stands beside it */
	RESERVED = 16 /* stands in the words of is_reserved() */
};

static const unsigned char classes[256] = {
	['a'] = 31, ['b'] = 15, ['c'] = 15, ['d'] = 15, ['e'] = 31, ['f'] = 31, ['g'] = 11, ['h'] = 11,
	['i'] = 27, ['j'] = 11, ['k'] = 11, ['l'] = 27, ['m'] = 11, ['n'] = 27, ['o'] = 31, ['p'] = 11,
	['q'] = 11, ['r'] = 27, ['s'] = 27, ['t'] = 31, ['u'] = 27, ['v'] = 11, ['w'] = 11, ['x'] = 15,
	['y'] = 27, ['z'] = 15, ['A'] = 31, ['B'] = 15, ['C'] = 15, ['D'] = 15, ['E'] = 31, ['F'] = 31,
	['G'] = 11, ['H'] = 11, ['I'] = 27, ['J'] = 11, ['K'] = 11, ['L'] = 27, ['M'] = 11, ['N'] = 27,
	['O'] = 31, ['P'] = 11, ['Q'] = 11, ['R'] = 27, ['S'] = 27, ['T'] = 31, ['U'] = 27, ['V'] = 11,
	['W'] = 11, ['X'] = 15, ['Y'] = 27, ['Z'] = 15, ['0'] = 15, ['1'] = 15, ['2'] = 15, ['3'] = 15,
	['4'] = 15, ['5'] = 15, ['6'] = 15, ['7'] = 15, ['8'] = 15, ['9'] = 15, ['/'] = 11, ['_'] = 15,
	['.'] = 31, ['-'] = 31, ['+'] = 31, [':'] = 6, ['='] = 26, ['@'] = 10, ['%'] = 10, ['('] = 11,
	[')'] = 10, ['$'] = 11, ['~'] = 26, [';'] = 11, [','] = 14, [' '] = 6, ['*'] = 10, ['\''] = 10,
	['"'] = 10, ['!'] = 10, ['<'] = 27, ['>'] = 10, ['['] = 10, [']'] = 10, ['{'] = 10, ['}'] = 10,
	['?'] = 10, ['&'] = 10, ['\\'] = 11, ['^'] = 11, ['`'] = 10, ['|'] = 10, ['#'] = 10,
};

/* null, true and false in all their spellings in YAML 1.1, and what it merges and defaults by. */
static bool is_reserved(const char *text, size_t size)
{
	static const char *const words[] = {"y",  "n",   "yes",  "no",   "on",   "off",  "true", "false",
					    "null", "~", ".inf", ".nan", "-.inf", "+.inf", "<<",   "="};
	char first = ascii_lower(text[0]);

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t at = 1;

		if (words[i][0] != first)
			continue;
		while (at < size && ascii_lower(text[at]) == words[i][at])
			at++;
		if (at == size && !words[i][at])
			return true;
	}
	return false;
}

/* Go's readers drop underscores wherever they stand, SnakeYAML takes "._" for a number that it then can't read:
 * tests/scalars. */
static bool begins_like_number(const char *text)
{
	size_t marks;

	text += *text == '-' || *text == '+';
	marks = strspn(text, "._");
	text += marks;
	return (*text >= '0' && *text <= '9') || (marks && (!*text || *text == 'e' || *text == 'E'));
}

/* Not "-", "- x", "---" or "..."; "--flag" is fine. */
static bool begins_like_a_mark(const char *text)
{
	return (text[0] == '-' && (!text[1] || text[1] == ' ')) || !strncmp(text, "---", 3) || !strncmp(text, "...", 3);
}

/* Whether a reader would take a part of it for a key, for a comment, or for nothing. */
static bool is_cut_short(const char *text, size_t size)
{
	return text[size - 1] == ':' || text[size - 1] == ' ' || strstr(text, ": ") || strstr(text, " #");
}

size_t yaml_plain_size(const char *text)
{
	unsigned char all = FIRST | INSIDE | DIGITAL | STEADY | RESERVED;
	size_t size = 0;

	if (!(classes[(unsigned char)text[0]] & FIRST))
		return 0;
	if ((text[0] == '-' || text[0] == '.') && begins_like_a_mark(text))
		return 0;
	for (; text[size]; size++)
		all &= classes[(unsigned char)text[size]];
	if (!(all & INSIDE) || size > 1000)
		return 0;
	if (!(all & STEADY) && is_cut_short(text, size))
		return 0;
	if (((all & DIGITAL) && begins_like_number(text)) || ((all & RESERVED) && is_reserved(text, size)))
		return 0;
	return size;
}

/* --- Literal blocks -------------------------------------------------------------------------- */

/* Whether the text can be a literal block: it ends in exactly one line break, doesn't begin
 * with a space or an empty line, and has no character that would need an escape. */
static bool is_literal(const char *text)
{
	size_t size = strlen(text);

	if (size < 2 || text[size - 1] != '\n' || text[size - 2] == '\n' || *text == ' ' || *text == '\n' ||
	    *text == '\t')
		return false;
	for (size_t at = 0; at < size; at++) {
		at += quote_printable_prefix(text + at, size - at);
		if ((text[at] != '\n' && text[at] != '\t') || (text[at] == '\n' && text[at - 1] == ' '))
			return false;
	}
	return true;
}

static void indent(struct text *out, unsigned depth)
{
	static const char spaces[] = "                                ";
	size_t left = (size_t)depth * 2, most = sizeof spaces - 1;

	for (; left > most; left -= most)
		text_add_bytes(out, spaces, most);
	text_add_bytes(out, spaces, left);
}

/* A comment's text can't end the comment: of what isn't printable, only that it is there is shown. */
static void add_comment(struct text *out, const char *text, size_t size)
{
	const char *end = text + size;

	for (;;) {
		size = quote_printable_prefix(text, (size_t)(end - text));
		text_add_bytes(out, text, size);
		text += size;
		if (text >= end)
			break;
		text_add_char(out, '?');
		text += utf8_length(*text);
	}
}

/* A line's end, behind the comment on what stands in it. */
static void end_line(struct text *out, const char *comment)
{
	if (comment) {
		text_add(out, "  # ");
		add_comment(out, comment, strlen(comment));
	}
	text_add_char(out, '\n');
}

static void write_literal(struct text *out, const char *text, unsigned depth, const char *comment)
{
	text_add_char(out, '|');
	end_line(out, comment);
	while (*text) {
		size_t size = strcspn(text, "\n");

		if (size)
			indent(out, depth);
		text_add_bytes(out, text, size + 1);
		text += size + 1;
	}
}

static void write_text(struct text *out, const char *text, unsigned depth, const char *comment)
{
	size_t plain = yaml_plain_size(text);

	if (!plain && is_literal(text)) {
		write_literal(out, text, depth, comment);
		return;
	}
	if (plain)
		text_add_bytes(out, text, plain);
	else
		quote_write(out, text);
	end_line(out, comment);
}

/* --- Trees ------------------------------------------------------------------------------------------ */

static void write_children(struct text *out, const struct object *object, unsigned depth, bool continues);

static void yaml_write_key(struct text *out, const char *key)
{
	size_t plain = yaml_plain_size(key);

	if (plain)
		text_add_bytes(out, key, plain);
	else
		quote_write(out, key);
	text_add_char(out, ':');
}

/* What stands behind "key:" or "-". */
static void yaml_write_value(struct text *out, const struct object *object, unsigned depth)
{
	switch (object->kind) {
	case OBJECT_TEXT:
		write_text(out, object->text, depth, object->comment);
		break;
	case OBJECT_NUMBER:
		text_add(out, object->text);
		end_line(out, object->comment);
		break;
	case OBJECT_MAP:
	case OBJECT_LIST:
		text_add(out, object->kind == OBJECT_MAP ? "{}\n" : "[]\n");
		break;
	}
}

static bool has_children(const struct object *object)
{
	return (object->kind == OBJECT_MAP || object->kind == OBJECT_LIST) && object->first;
}

static void write_map(struct text *out, const struct object *map, unsigned depth, bool continues)
{
	for (const struct object *entry = map->first; entry; entry = entry->next, continues = false) {
		if (!continues)
			indent(out, depth);
		yaml_write_key(out, entry->key);
		if (has_children(entry)) {
			text_add_char(out, '\n');
			write_children(out, entry, depth + 1, false);
		} else {
			text_add_char(out, ' ');
			yaml_write_value(out, entry, depth + 1);
		}
	}
}

static void yaml_write_list(struct text *out, const struct object *list, unsigned depth, bool continues)
{
	for (const struct object *item = list->first; item; item = item->next, continues = false) {
		if (!continues)
			indent(out, depth);
		text_add_bytes(out, "- ", 2);
		if (has_children(item))
			write_children(out, item, depth + 1, true);
		else
			yaml_write_value(out, item, depth + 1);
	}
}

/* `continues`: the first child stands on the line that is already begun, behind "- ". */
static void write_children(struct text *out, const struct object *object, unsigned depth, bool continues)
{
	if (object->kind == OBJECT_MAP)
		write_map(out, object, depth, continues);
	else
		yaml_write_list(out, object, depth, continues);
}

void yaml_write_comment(struct text *out, const char *text)
{
	while (*text) {
		size_t size = strcspn(text, "\n");

		text_add(out, size ? "# " : "#");
		add_comment(out, text, size);
		text_add_char(out, '\n');
		text += size + (text[size] == '\n');
	}
}

void yaml_write(struct text *out, const struct object *documents)
{
	for (const struct object *document = documents; document; document = document->next) {
		text_add(out, "---\n");
		if (document->comment)
			yaml_write_comment(out, document->comment);
		write_children(out, document, 0, false);
	}
}
