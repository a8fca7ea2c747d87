/* quote: a string in YAML's double quotes. */
#include "base/quote.h"

size_t quote_printable(const char *at)
{
	size_t length = utf8_length(*at);
	const unsigned char *byte = (const unsigned char *)at;

	if (length == 1)
		return byte[0] >= 0x20 && byte[0] != 0x7f;
	if (byte[0] == 0xc2 && byte[1] < 0xa0)
		return 0;
	if (byte[0] == 0xe2 && byte[1] == 0x80 && (byte[2] == 0xa8 || byte[2] == 0xa9))
		return 0;
	if (byte[0] == 0xef && ((byte[1] == 0xbb && byte[2] == 0xbf) || (byte[1] == 0xbf && byte[2] >= 0xbe)))
		return 0;
	return length;
}

size_t quote_printable_prefix(const char *text, size_t size)
{
	size_t at = 0;

	while (at < size) {
		size_t length = text[at] >= 0x20 && text[at] < 0x7f ? 1 : quote_printable(text + at);

		if (!length)
			break;
		at += length;
	}
	return at;
}

static uint32_t code_point(const char *at, size_t length)
{
	static const unsigned char masks[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
	uint32_t code = (unsigned char)at[0] & masks[length];

	for (size_t i = 1; i < length; i++)
		code = code << 6 | ((unsigned char)at[i] & 0x3f);
	return code;
}

static void write_escape(struct text *out, const char *at, size_t length)
{
	static const char hex[] = "0123456789abcdef";
	uint32_t code = code_point(at, length);
	int digits = code < 0x100 ? 2 : 4;

	text_add(out, digits == 2 ? "\\x" : "\\u");
	for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
		text_add_char(out, hex[code >> shift & 15]);
}

void quote_write(struct text *out, const char *string)
{
	text_add_char(out, '"');
	while (*string) {
		size_t length = quote_printable(string);

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
