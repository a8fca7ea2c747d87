/* json: writes JSON, one entry or item a line. */
#include "base/json.h"

#include <string.h>

static void new_line(struct json *json)
{
	text_add_char(&json->out, '\n');
	for (unsigned i = 0; i < json->depth; i++)
		text_add(&json->out, "  ");
}

void json_item(struct json *json)
{
	if (json->begun)
		text_add_char(&json->out, ',');
	new_line(json);
	json->begun = true;
}

void json_open(struct json *json, char bracket)
{
	text_add_char(&json->out, bracket);
	json->depth++;
	json->begun = false;
}

void json_close(struct json *json, char bracket)
{
	json->depth--;
	if (json->begun)
		new_line(json);
	text_add_char(&json->out, bracket);
	json->begun = true;
}

static void write_unit(struct json *json, uint32_t unit)
{
	static const char hex[] = "0123456789abcdef";

	text_add(&json->out, "\\u");
	for (int shift = 12; shift >= 0; shift -= 4)
		text_add_char(&json->out, hex[unit >> shift & 15]);
}

/* What can't stand in a string as it is (RFC 8259, section 7), and what could, but would do something to a terminal
 * or can't be seen there. */
static void write_hidden(struct json *json, uint32_t code)
{
	const char *letter = code < 0x20 ? strchr("\nn\tt\rr", (int)code) : NULL;

	if (letter) {
		text_add_char(&json->out, '\\');
		text_add_char(&json->out, letter[1]);
	} else if (code < 0x10000) {
		write_unit(json, code);
	} else {
		write_unit(json, 0xd800 + ((code - 0x10000) >> 10));
		write_unit(json, 0xdc00 + (code & 0x3ff));
	}
}

static size_t write_character(struct json *json, const char *at, size_t left)
{
	size_t size;
	uint32_t code = utf8_decode(at, left, &size);

	if (code == UTF8_BAD) {
		text_add(&json->out, "\xef\xbf\xbd");
	} else if (unicode_is_hidden(code)) {
		write_hidden(json, code);
	} else {
		if (code == '"' || code == '\\')
			text_add_char(&json->out, '\\');
		text_add_bytes(&json->out, at, size);
	}
	return size;
}

void json_string(struct json *json, const char *string)
{
	size_t left = strlen(string);

	text_add_char(&json->out, '"');
	while (left) {
		size_t size = write_character(json, string, left);

		string += size;
		left -= size;
	}
	text_add_char(&json->out, '"');
}

void json_name(struct json *json, const char *name)
{
	json_item(json);
	json_string(json, name);
	text_add(&json->out, ": ");
}

void json_entry(struct json *json, const char *name, const char *value)
{
	if (!value)
		return;
	json_name(json, name);
	json_string(json, value);
}

void json_number(struct json *json, const char *name, int64_t value)
{
	json_name(json, name);
	text_add_number(&json->out, value);
}

void json_truth(struct json *json, const char *name, bool value)
{
	json_name(json, name);
	text_add(&json->out, value ? "true" : "false");
}

void json_list(struct json *json, const char *name, const struct json *items)
{
	json_name(json, name);
	json_open(json, '[');
	text_add_bytes(&json->out, items->out.size ? items->out.bytes : "", items->out.size);
	json->begun = items->begun;
	json_close(json, ']');
}
