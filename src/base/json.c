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

/* What can't stand in a string as it is: RFC 8259, section 7. DEL could, and does something to
 * terminals, as do the controls behind it (C1), U+0080 to U+009F. */
static void write_control(struct json *json, unsigned code)
{
	static const char hex[] = "0123456789abcdef";
	const char *letter = strchr("\nn\tt\rr", (int)code);

	text_add_char(&json->out, '\\');
	if (letter) {
		text_add_char(&json->out, letter[1]);
		return;
	}
	text_add(&json->out, "u00");
	text_add_char(&json->out, hex[code >> 4]);
	text_add_char(&json->out, hex[code & 15]);
}

static size_t write_character(struct json *json, const char *at, size_t left)
{
	unsigned char byte = (unsigned char)*at;
	size_t size = utf8_length(*at);

	if (size > left || utf8_valid_prefix(at, size) < size) {
		text_add(&json->out, "\xef\xbf\xbd");
		return 1;
	}
	if (byte < 0x20 || byte == 0x7f) {
		write_control(json, byte);
	} else if (byte == 0xc2 && (unsigned char)at[1] < 0xa0) {
		write_control(json, (unsigned char)at[1]);
	} else {
		if (byte == '"' || byte == '\\')
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
