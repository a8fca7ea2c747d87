/* yaml: trees of objects as YAML that every reader takes the same way. */
#include "write/yaml.h"

#include <string.h>

#include "base/quote.h"

/* --- Which strings may stand bare ------------------------------------------------------------- */

/* Classes of characters. Everything that isn't listed asks for quotes. */
enum {
	FIRST = 1,  /* may begin a plain string */
	INSIDE = 2, /* may stand in one */
	DIGITAL = 4, /* stands in numbers, times and dates of YAML 1.1 and 1.2 */
	FLEETING = 8 /* depends on what follows */
};

static const unsigned char classes[256] = {
	['a'] = 7, ['b'] = 7, ['c'] = 7, ['d'] = 7, ['e'] = 7, ['f'] = 7, ['g'] = 3, ['h'] = 3, ['i'] = 3, ['j'] = 3,
	['k'] = 3, ['l'] = 3, ['m'] = 3, ['n'] = 3, ['o'] = 7, ['p'] = 3, ['q'] = 3, ['r'] = 3, ['s'] = 3, ['t'] = 7,
	['u'] = 3, ['v'] = 3, ['w'] = 3, ['x'] = 7, ['y'] = 3, ['z'] = 7, ['A'] = 7, ['B'] = 7, ['C'] = 7, ['D'] = 7,
	['E'] = 7, ['F'] = 7, ['G'] = 3, ['H'] = 3, ['I'] = 3, ['J'] = 3, ['K'] = 3, ['L'] = 3, ['M'] = 3, ['N'] = 3,
	['O'] = 7, ['P'] = 3, ['Q'] = 3, ['R'] = 3, ['S'] = 3, ['T'] = 7, ['U'] = 3, ['V'] = 3, ['W'] = 3, ['X'] = 7,
	['Y'] = 3, ['Z'] = 7, ['0'] = 7, ['1'] = 7, ['2'] = 7, ['3'] = 7, ['4'] = 7, ['5'] = 7, ['6'] = 7, ['7'] = 7,
	['8'] = 7, ['9'] = 7, ['/'] = 3, ['_'] = 7, ['.'] = 7, ['-'] = 7, ['+'] = 7, [':'] = 14, ['='] = 2, ['@'] = 2,
	['%'] = 2, ['('] = 3, [')'] = 2, ['$'] = 3, ['~'] = 2, [';'] = 3, [','] = 6, [' '] = 14, ['*'] = 2, ['\''] = 2,
	['"'] = 2, ['!'] = 2, ['<'] = 3, ['>'] = 2, ['['] = 2, [']'] = 2, ['{'] = 2, ['}'] = 2, ['?'] = 2, ['&'] = 2,
	['\\'] = 3, ['^'] = 3, ['`'] = 2, ['|'] = 2, ['#'] = 2,
};

/* null, true and false in all their spellings in YAML 1.1, and what it merges and defaults by. */
static bool is_reserved(const char *text, size_t size)
{
	static const char *const words[] = {"y",  "n",   "yes",  "no",   "on",   "off",  "true", "false",
					    "null", "~", ".inf", ".nan", "-.inf", "+.inf", "<<",   "="};

	if (size > 5 || !strchr("yYnNoOtTfF~.-+<=", text[0]))
		return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t at = 0;

		while (at < size && words[i][at] &&
		       (text[at] >= 'A' && text[at] <= 'Z' ? text[at] - 'A' + 'a' : text[at]) == words[i][at])
			at++;
		if (at == size && !words[i][at])
			return true;
	}
	return false;
}

static bool begins_like_number(const char *text)
{
	text += *text == '-' || *text == '+';
	text += *text == '.';
	return *text >= '0' && *text <= '9';
}

/* Not "-", "- x", "---" or "..."; "--flag" is fine. */
static bool begins_like_a_mark(const char *text)
{
	return (text[0] == '-' && (!text[1] || text[1] == ' ')) || !strncmp(text, "---", 3) || !strncmp(text, "...", 3);
}

bool yaml_is_plain(const char *text)
{
	unsigned all = FIRST | INSIDE | DIGITAL;
	size_t size = 0;

	if (!(classes[(unsigned char)text[0]] & FIRST))
		return false;
	if ((text[0] == '-' || text[0] == '.') && begins_like_a_mark(text))
		return false;
	for (; text[size]; size++) {
		unsigned class = classes[(unsigned char)text[size]];

		all &= class;
		if (class & FLEETING &&
		    (!text[size + 1] || (text[size] == ':' && text[size + 1] == ' ') || (text[size] == ' ' && text[size + 1] == '#')))
			return false;
	}
	if (!(all & INSIDE) || size > 1000)
		return false;
	return !((all & DIGITAL) && begins_like_number(text)) && !is_reserved(text, size);
}

/* --- Literal blocks -------------------------------------------------------------------------- */

/* Whether the text can be a literal block: it ends in exactly one line break, doesn't begin
 * with a space or an empty line, and has no character that would need an escape. */
static bool is_literal(const char *text)
{
	size_t size = strlen(text);

	if (size < 2 || text[size - 1] != '\n' || text[size - 2] == '\n' || *text == ' ' || *text == '\n' || *text == '\t')
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
	if (is_literal(text)) {
		write_literal(out, text, depth, comment);
		return;
	}
	if (yaml_is_plain(text))
		text_add(out, text);
	else
		quote_write(out, text);
	end_line(out, comment);
}

/* --- Trees ------------------------------------------------------------------------------------------ */

static void write_children(struct text *out, const struct object *object, unsigned depth, bool continues);

static void write_key(struct text *out, const char *key)
{
	if (yaml_is_plain(key))
		text_add(out, key);
	else
		quote_write(out, key);
	text_add_char(out, ':');
}

/* What stands behind "key:" or "-". */
static void write_value(struct text *out, const struct object *object, unsigned depth)
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
		write_key(out, entry->key);
		if (has_children(entry)) {
			text_add_char(out, '\n');
			write_children(out, entry, depth + 1, false);
		} else {
			text_add_char(out, ' ');
			write_value(out, entry, depth + 1);
		}
	}
}

static void write_list(struct text *out, const struct object *list, unsigned depth, bool continues)
{
	for (const struct object *item = list->first; item; item = item->next, continues = false) {
		if (!continues)
			indent(out, depth);
		text_add_bytes(out, "- ", 2);
		if (has_children(item))
			write_children(out, item, depth + 1, true);
		else
			write_value(out, item, depth + 1);
	}
}

/* `continues`: the first child stands on the line that is already begun, behind "- ". */
static void write_children(struct text *out, const struct object *object, unsigned depth, bool continues)
{
	if (object->kind == OBJECT_MAP)
		write_map(out, object, depth, continues);
	else
		write_list(out, object, depth, continues);
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
