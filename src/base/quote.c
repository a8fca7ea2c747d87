/* quote: a string in YAML's double quotes. */
#include "base/quote.h"

/* Nearly all characters are ASCII: they are to be seen to without a call. */
static inline size_t printable(const char *at)
{
	size_t size;

	if (*at >= 0x20 && *at < 0x7f)
		return 1;
	return unicode_is_hidden(utf8_decode(at, utf8_length(*at), &size)) ? 0 : size;
}

size_t quote_printable(const char *at)
{
	return printable(at);
}

size_t quote_printable_prefix(const char *text, size_t size)
{
	size_t at = 0;

	while (at < size) {
		size_t length = printable(text + at);

		if (!length)
			break;
		at += length;
	}
	return at;
}

static void write_escape(struct text *out, const char *at, size_t length)
{
	static const char hex[] = "0123456789abcdef";
	uint32_t code = utf8_decode(at, length, &length);
	int digits = code < 0x100 ? 2 : code < 0x10000 ? 4 : 8;

	text_add(out, digits == 2 ? "\\x" : digits == 4 ? "\\u" : "\\U");
	for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
		text_add_char(out, hex[code >> shift & 15]);
}

void quote_write(struct text *out, const char *string)
{
	text_add_char(out, '"');
	while (*string) {
		size_t length = printable(string);

		if (*string == '"' || *string == '\\' || *string == '\n' || *string == '\t') {
			text_add_char(out, '\\');
			text_add_char(out, *string == '\n' ? 'n' : *string == '\t' ? 't' : *string);
			string++;
			continue;
		}
		if (length)
			text_add_bytes(out, string, length);
		else
			write_escape(out, string, length = utf8_length(*string));
		string += length;
	}
	text_add_char(out, '"');
}

void quote_shell(struct text *out, const char *string)
{
	const char *quote;

	text_add_char(out, '\'');
	while ((quote = strchr(string, '\''))) {
		text_add_bytes(out, string, (size_t)(quote - string));
		text_add(out, "'\\''");
		string = quote + 1;
	}
	text_add(out, string);
	text_add_char(out, '\'');
}
