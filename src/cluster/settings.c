/* settings: a framework's settings in the file format it reads. */
#include "cluster/settings.h"

#include <string.h>

#include "base/quote.h"
#include "language/scalars.h"

static bool settings_are_typed(enum config_format format)
{
	return format == CONFIG_YAML || format == CONFIG_YAML_TREE;
}

bool settings_are_yaml(enum config_format format)
{
	return settings_are_typed(format) || format == CONFIG_YAML_TEXT;
}

void settings_set(struct arena *arena, enum config_format format, struct pairs *settings, const struct pair *setting,
		  const char *value)
{
	const char *typed = setting->plain && settings_are_typed(format) ? scalar_value(arena, value) : NULL;

	pairs_set(arena, settings, setting->name, typed ? typed : value)->plain = typed;
}

/* \uXXXX for each unit of UTF-16. */
static size_t add_unicode_escape(struct text *out, const char *at, size_t left)
{
	size_t size;
	uint32_t code = utf8_decode(at, left, &size);

	if (code >= 0x10000)
		text_add(out, text_format(out->arena, "\\u%04x\\u%04x", (unsigned)(0xd800 + ((code - 0x10000) >> 10)),
					  (unsigned)(0xdc00 + (code & 0x3ff))));
	else
		text_add(out, text_format(out->arena, "\\u%04x", (unsigned)code));
	return size;
}

/* Some programs read the file as Latin-1, some as UTF-8: it is ASCII. */
static void add_ascii(struct text *out, const char *text, size_t size)
{
	const char *end = text + size;

	while (text < end) {
		size_t bare = 0;

		while (text + bare < end && (unsigned char)text[bare] < 0x7f)
			bare++;
		text_add_bytes(out, text, bare);
		text += bare;
		if (text < end)
			text += add_unicode_escape(out, text, (size_t)(end - text));
	}
}

/* Java's properties (java.util.Properties.load): a backslash before what would end a key or begin a comment (`escaped`
 * names it, with the backslash and the breaks), and before the spaces that a value begins with. */
static void add_property_text(struct text *out, const char *text, const char *escaped)
{
	for (; *text == ' '; text++)
		text_add(out, "\\ ");
	while (*text) {
		size_t bare = strcspn(text, escaped);

		add_ascii(out, text, bare);
		text += bare;
		if (!*text)
			break;
		text_add_char(out, '\\');
		text_add_char(out, *text == '\n'   ? 'n'
				   : *text == '\r' ? 'r'
				   : *text == '\t' ? 't'
				   : *text == '\f' ? 'f'
						   : *text);
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

/* Names and values as they are; value_lines_fault() keeps away what can't be. */
static void write_lines(struct text *out, const struct pairs *settings)
{
	for (size_t i = 0; i < settings->count; i++)
		text_add(out,
			 text_join(out->arena, settings->items[i].name, " = ", settings->items[i].value, "\n", NULL));
}

/* --- YAML ------------------------------------------------------------------------------------ */

static void add_yaml_value(struct text *out, const struct pair *setting)
{
	if (setting->plain)
		text_add(out, setting->value);
	else
		quote_write(out, setting->value);
	text_add_char(out, '\n');
}

static void write_yaml(struct text *out, const struct pairs *settings)
{
	for (size_t i = 0; i < settings->count; i++) {
		quote_write(out, settings->items[i].name);
		text_add(out, ": ");
		add_yaml_value(out, &settings->items[i]);
	}
}

/* A part of settings' names, and what stands under it. */
struct part {
	const char *name;
	const struct pair *setting; /* NULL: it has parts of its own */
	struct part *first, **end, *next;
};

/* The part that the first `size` bytes of a setting's name lead to, put under `parent` where it is new. */
static struct part *part_at(struct index *parts, struct part *parent, const char *setting, size_t begin, size_t size)
{
	struct part *part = index_find_bytes(parts, setting, size);

	if (part)
		return part;
	part = NEW(parts->arena, struct part);
	part->name = text_copy(parts->arena, setting + begin, size - begin);
	part->end = &part->first;
	*parent->end = part;
	parent->end = &part->next;
	return index_add_bytes(parts, setting, size, part);
}

static void add_setting(struct index *parts, struct part *root, const struct pair *setting)
{
	struct part *part = root;
	size_t begin = 0, size;

	do {
		size = begin + strcspn(setting->name + begin, ".");
		part = part_at(parts, part, setting->name, begin, size);
		begin = size + 1;
	} while (setting->name[size]);
	part->setting = setting;
}

static void write_parts(struct text *out, const struct part *first, unsigned depth)
{
	for (const struct part *part = first; part; part = part->next) {
		for (unsigned indent = 0; indent < depth; indent++)
			text_add(out, "  ");
		quote_write(out, part->name);
		if (part->first) {
			text_add(out, ":\n");
			write_parts(out, part->first, depth + 1);
		} else {
			text_add(out, ": ");
			add_yaml_value(out, part->setting);
		}
	}
}

static void write_yaml_tree(struct text *out, const struct pairs *settings)
{
	struct index parts = INDEX_IN(out->arena);
	struct part root = {.end = &root.first};

	for (size_t i = 0; i < settings->count; i++)
		add_setting(&parts, &root, &settings->items[i]);
	write_parts(out, root.first, 0);
}

/* The format env isn't here: it is no file. */
static void (*const writers[])(struct text *, const struct pairs *) = {
	[CONFIG_PROPERTIES] = write_properties,
	[CONFIG_LINES] = write_lines,
	[CONFIG_YAML] = write_yaml,
	[CONFIG_YAML_TEXT] = write_yaml,
	[CONFIG_YAML_TREE] = write_yaml_tree,
};

const char *settings_write(struct arena *arena, enum config_format format, const struct pairs *settings)
{
	struct text out = TEXT_IN(arena);

	writers[format](&out, settings);
	return text_done(&out);
}
