/* readers: reads back what the compiler wrote, by code that shares nothing with the writers. */
#include "readers.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <yaml.h>

/* --- the shell -------------------------------------------------------------------------------- */

const char *shell_read_word(struct arena *arena, const char *script, const char **end)
{
	struct text word = TEXT_IN(arena);

	for (;;) {
		if (*script == '\'') {
			const char *close = strchr(++script, '\'');

			if (!close)
				return NULL;
			text_add_bytes(&word, script, (size_t)(close - script));
			script = close + 1;
		} else if (script[0] == '\\' && script[1] == '\'') {
			text_add_char(&word, '\'');
			script += 2;
		} else {
			break;
		}
	}
	*end = script;
	return text_done(&word);
}

bool shell_is_data(struct arena *arena, const char *script, const char *body)
{
	while (script < body) {
		if (*script == '#') {
			script = strchr(script, '\n') + 1;
			continue;
		}
		script += strspn(script, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_");
		if (*script++ != '=' || !shell_read_word(arena, script, &script) || (*script != '\n' && *script != ' '))
			return false;
		script++;
	}
	return script == body;
}

/* --- YAML ------------------------------------------------------------------------------------- */

struct reader {
	struct arena *arena;
	yaml_parser_t parser;
	yaml_event_t event;
	const char *fault;
};

static bool fail(struct reader *it, const char *what, const char *wanted)
{
	if (!it->fault)
		it->fault = text_format(it->arena, "line %zu: %s, instead of '%s'", it->event.start_mark.line + 1, what,
					wanted);
	return false;
}

/* The next event, which has to be of that type. */
static bool next(struct reader *it, yaml_event_type_t type, const char *wanted)
{
	yaml_event_delete(&it->event);
	if (!yaml_parser_parse(&it->parser, &it->event))
		return fail(it, it->parser.problem ? it->parser.problem : "it isn't YAML", wanted);
	return it->event.type == type ||
	       fail(it, text_format(it->arena, "an event of type %d", (int)it->event.type), wanted);
}

/* Whether some reader may take the plain text for a number, a time, a truth or nothing. */
static bool may_be_typed(const char *text)
{
	static const char *const words[] = {"",    "~", "null", "true", "false", "yes",  "no", "on",
					    "off", "y", "n",    "<<",   "=",     ".nan", NULL};
	static const char numeric[] = "0123456789_,:.-+TtZz ";
	char *end;

	for (size_t i = 0; words[i]; i++)
		if (!strcasecmp(text, words[i]))
			return true;
	text += *text == '+' || *text == '-';
	if (!strcasecmp(text, ".inf"))
		return true;
	text += *text == '.';
	if (*text < '0' || *text > '9')
		return false;
	/* Hexadecimal, too, but not C's own way to write a power of two behind it. */
	return !text[strspn(text, numeric)] || (strtod(text, &end) >= 0 && !*end && !strpbrk(text, "pP"));
}

static bool scalar(struct reader *it, const char *wanted, bool is_string)
{
	size_t size = strlen(wanted);

	if (!next(it, YAML_SCALAR_EVENT, wanted))
		return false;
	if (it->event.data.scalar.length != size || memcmp(it->event.data.scalar.value, wanted, size))
		return fail(
			it,
			text_copy(it->arena, (const char *)it->event.data.scalar.value, it->event.data.scalar.length),
			wanted);
	if (!is_string)
		return it->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE || fail(it, "it is quoted", wanted);
	return it->event.data.scalar.style != YAML_PLAIN_SCALAR_STYLE || !may_be_typed(wanted) ||
	       fail(it, "it is plain", wanted);
}

static bool same(struct reader *it, const struct object *object)
{
	bool map = object->kind == OBJECT_MAP;

	if (object->kind == OBJECT_TEXT || object->kind == OBJECT_NUMBER)
		return scalar(it, object->text, object->kind == OBJECT_TEXT);
	if (!next(it, map ? YAML_MAPPING_START_EVENT : YAML_SEQUENCE_START_EVENT, map ? "a map" : "a list"))
		return false;
	for (const struct object *child = object->first; child; child = child->next)
		if ((map && !scalar(it, child->key, true)) || !same(it, child))
			return false;
	return next(it, map ? YAML_MAPPING_END_EVENT : YAML_SEQUENCE_END_EVENT, "an end");
}

static bool same_all(struct reader *it, const struct object *documents)
{
	if (!next(it, YAML_STREAM_START_EVENT, "a stream"))
		return false;
	for (; documents; documents = documents->next)
		if (!next(it, YAML_DOCUMENT_START_EVENT, "a document") || !same(it, documents) ||
		    !next(it, YAML_DOCUMENT_END_EVENT, "a document's end"))
			return false;
	return next(it, YAML_STREAM_END_EVENT, "the end");
}

const char *yaml_difference(struct arena *arena, const char *yaml, size_t size, const struct object *documents)
{
	struct reader it = {.arena = arena};

	if (!yaml_parser_initialize(&it.parser))
		return "no memory";
	yaml_parser_set_input_string(&it.parser, (const unsigned char *)yaml, size);
	same_all(&it, documents);
	yaml_event_delete(&it.event);
	yaml_parser_delete(&it.parser);
	return it.fault;
}
