/* settings: a framework's settings in the file format it reads. */
#include "cluster/settings.h"

#include <string.h>

#include "base/quote.h"

/* \uXXXX for each unit of UTF-16. */
static size_t add_unicode_escape(struct text *out, const char *at)
{
	size_t size;
	uint32_t code = utf8_decode(at, strlen(at), &size);

	if (code >= 0x10000)
		text_add(out, text_format(out->arena, "\\u%04x\\u%04x", (unsigned)(0xd800 + ((code - 0x10000) >> 10)),
					  (unsigned)(0xdc00 + (code & 0x3ff))));
	else
		text_add(out, text_format(out->arena, "\\u%04x", (unsigned)code));
	return size;
}

/* Java's properties (java.util.Properties.load): a backslash before what would end a key or
 * begin a comment (`escaped` names it, with the backslash and the breaks), and before the spaces that a
 * value begins with. Some read the file as Latin-1 (Trino), some as UTF-8 (Spark): it is ASCII. */
static void add_property_text(struct text *out, const char *text, const char *escaped)
{
	for (; *text == ' '; text++)
		text_add(out, "\\ ");
	while (*text) {
		size_t bare = 0;

		while (text[bare] > 0 && text[bare] < 0x7f && !strchr(escaped, text[bare]))
			bare++;
		text_add_bytes(out, text, bare);
		text += bare;
		if (!*text)
			break;
		if ((unsigned char)*text >= 0x7f) {
			text += add_unicode_escape(out, text);
			continue;
		}
		text_add_char(out, '\\');
		text_add_char(out, *text == '\n' ? 'n' : *text == '\r' ? 'r' : *text == '\t' ? 't' : *text == '\f' ? 'f' : *text);
		text++;
	}
}

static void write_properties(struct text *out, const struct pairs *settings)
{
	for (size_t i = 0; i < settings->count; i++) {
		add_property_text(out, settings->items[i].name, "\\\n\r\t\f :=#!");
		text_add_char(out, '=');
		add_property_text(out, settings->items[i].value, "\\\n\r\t\f");
		text_add_char(out, '\n');
	}
}

/* Names and values as they are; lines_fault() keeps away what can't be. */
static void write_lines(struct text *out, const struct pairs *settings)
{
	for (size_t i = 0; i < settings->count; i++)
		text_add(out, text_join(out->arena, settings->items[i].name, " = ", settings->items[i].value, "\n", NULL));
}

/* --- YAML ------------------------------------------------------------------------------------ */

/* JSON's numbers (RFC 8259), true and false: what every YAML reader takes for the same. */
static bool stands_bare(const char *text)
{
	const char *at = text + (*text == '-');
	size_t digits = strspn(at, "0123456789");

	if (!strcmp(text, "true") || !strcmp(text, "false"))
		return true;
	if (!digits || (*at == '0' && digits > 1))
		return false;
	at += digits;
	if (*at == '.') {
		digits = strspn(++at, "0123456789");
		at += digits;
		if (!digits)
			return false;
	}
	return !*at;
}

static void add_yaml_value(struct text *out, const char *value)
{
	if (stands_bare(value))
		text_add(out, value);
	else
		quote_write(out, value);
	text_add_char(out, '\n');
}

static void write_yaml(struct text *out, const struct pairs *settings)
{
	for (size_t i = 0; i < settings->count; i++) {
		quote_write(out, settings->items[i].name);
		text_add(out, ": ");
		add_yaml_value(out, settings->items[i].value);
	}
}

/* What follows `prefix` in a name, or NULL where it doesn't begin with it. */
static const char *behind(const char *name, const char *prefix, size_t size)
{
	return strncmp(name, prefix, size) ? NULL : name + size;
}

/* All settings whose names begin with `prefix` (of `size` bytes, a dot at its end, or empty): each
 * next part once, where it comes first. */
static void write_level(struct text *out, const struct pairs *settings, const char *prefix, size_t size, unsigned depth)
{
	for (size_t i = 0; i < settings->count; i++) {
		const char *rest = behind(settings->items[i].name, prefix, size);
		size_t part = rest ? strcspn(rest, ".") : 0;
		bool first = rest;

		for (size_t j = 0; first && j < i; j++) {
			const char *other = behind(settings->items[j].name, prefix, size);

			first = !other || strcspn(other, ".") != part || strncmp(other, rest, part);
		}
		if (!first)
			continue;
		for (unsigned indent = 0; indent < depth; indent++)
			text_add(out, "  ");
		quote_write(out, text_copy(out->arena, rest, part));
		if (rest[part]) {
			text_add(out, ":\n");
			write_level(out, settings, settings->items[i].name, size + part + 1, depth + 1);
		} else {
			text_add(out, ": ");
			add_yaml_value(out, settings->items[i].value);
		}
	}
}

static void write_yaml_tree(struct text *out, const struct pairs *settings)
{
	write_level(out, settings, "", 0, 0);
}

/* The format env isn't here: it is no file. */
static const struct format {
	const char *name;
	void (*write)(struct text *, const struct pairs *);
} formats[] = {
	{"properties", write_properties},
	{"lines", write_lines},
	{"yaml", write_yaml},
	{"yamlTree", write_yaml_tree},
};

const char *settings_write(struct arena *arena, const char *format, const struct pairs *settings)
{
	struct text out = TEXT_IN(arena);

	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (!strcmp(formats[i].name, format))
			formats[i].write(&out, settings);
	return text_done(&out);
}
