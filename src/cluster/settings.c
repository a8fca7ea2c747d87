/* settings: a framework's settings in the file format it reads. */
#include "cluster/settings.h"

#include <string.h>

/* Java's properties (java.util.Properties.load): a backslash before what would end a key or
 * begin a comment, and before the spaces that a value begins with. */
static void add_property_text(struct text *out, const char *text, const char *escaped)
{
	bool start = true;

	for (; *text; text++) {
		if (*text == '\n' || *text == '\r' || *text == '\t' || *text == '\f') {
			text_add_char(out, '\\');
			text_add_char(out, *text == '\n' ? 'n' : *text == '\r' ? 'r' : *text == '\t' ? 't' : 'f');
		} else {
			if (*text == '\\' || strchr(escaped, *text) || (start && *text == ' '))
				text_add_char(out, '\\');
			text_add_char(out, *text);
		}
		start = start && *text == ' ';
	}
}

static void write_properties(struct text *out, const struct pairs *settings)
{
	for (size_t i = 0; i < settings->count; i++) {
		add_property_text(out, settings->items[i].name, " :=#!");
		text_add_char(out, '=');
		add_property_text(out, settings->items[i].value, "");
		text_add_char(out, '\n');
	}
}

static const struct format {
	const char *name;
	void (*write)(struct text *, const struct pairs *);
} formats[] = {
	{"properties", write_properties},
};

const char *settings_write(struct arena *arena, const char *format, const struct pairs *settings)
{
	struct text out = TEXT_IN(arena);

	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (!strcmp(formats[i].name, format))
			formats[i].write(&out, settings);
	return text_done(&out);
}
