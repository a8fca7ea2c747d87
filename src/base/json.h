/* json: writes JSON (RFC 8259), indented by two spaces. */
#ifndef CLUSTERC_JSON_H
#define CLUSTERC_JSON_H

#include "base/text.h"

/* Start with JSON_IN(arena); the text so far is in `out`. */
struct json {
	struct text out;
	unsigned depth;
	bool begun; /* something stands in the open object or list already */
};
#define JSON_IN(arena) ((struct json){.out = TEXT_IN(arena)})

/* A value: '{' or '[', what is in it, and the bracket that closes it. */
void json_open(struct json *json, char bracket);
void json_close(struct json *json, char bracket);
/* Goes before each item of a list. */
void json_item(struct json *json);
/* Goes before each value of an object. */
void json_name(struct json *json, const char *name);

/* A value. Bytes that aren't UTF-8 become U+FFFD: JSON is UTF-8. */
void json_string(struct json *json, const char *string);

/* A name and its value; nothing where the string is NULL. */
void json_entry(struct json *json, const char *name, const char *value);
void json_number(struct json *json, const char *name, int64_t value);
void json_truth(struct json *json, const char *name, bool value);

/* A name, and the list of all items that were written to another writer. They keep their indentation. */
void json_list(struct json *json, const char *name, const struct json *items);

#endif
