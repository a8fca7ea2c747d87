/* schema: what all languages share. */
#include "language/schema.h"

#include <string.h>

static const cyaml_schema_field_t pair_fields[] = {
	CYAML_FIELD_STRING_PTR("name", CYAML_FLAG_POINTER, struct pair, name, 0, CYAML_UNLIMITED),
	CYAML_FIELD_STRING_PTR("value", CYAML_FLAG_POINTER, struct pair, value, 0, CYAML_UNLIMITED),
	CYAML_FIELD_BOOL("plain", CYAML_FLAG_OPTIONAL, struct pair, plain),
	CYAML_FIELD_END,
};

const cyaml_schema_value_t schema_text = {CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char, 0, CYAML_UNLIMITED)};
const cyaml_schema_value_t schema_pair = {CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct pair, pair_fields)};

const char *schema_list_choices(struct arena *arena, const char *const *choices)
{
	struct text text = TEXT_IN(arena);

	for (size_t i = 0; choices[i]; i++) {
		text_add(&text, !i ? "" : choices[i + 1] ? ", " : " or ");
		text_add(&text, choices[i]);
	}
	return text_done(&text);
}

const struct key *schema_block_key(const struct block *block, const char *name)
{
	for (size_t i = 0; i < block->key_count; i++)
		if (!strcmp(block->keys[i].name, name))
			return &block->keys[i];
	return NULL;
}

const char *schema_fault(struct arena *arena, const struct rule *rule, const char *text, int64_t *value)
{
	return rule->read ? rule->read(arena, text, value) : rule->fault ? rule->fault(arena, text) : NULL;
}

const void *schema_value(const struct key *key, const void *data)
{
	const void *value = NULL;

	if (key && data)
		memcpy(&value, (const char *)data + key->offset, sizeof value);
	return value;
}

const char *schema_word(const struct key *key, const void *data)
{
	const unsigned *word = NULL;

	if (key->word_offset && data)
		memcpy(&word, (const char *)data + key->word_offset, sizeof word);
	return word ? key->rule->choices[*word] : NULL;
}

const void *schema_map(const struct key *key, const void *data)
{
	const void *map = NULL;

	if (key->map_offset && data)
		memcpy(&map, (const char *)data + key->map_offset, sizeof map);
	return map;
}

uint32_t schema_count(const struct key *key, const void *data)
{
	uint32_t count;

	memcpy(&count, (const char *)data + key->count_offset, sizeof count);
	return count;
}

size_t schema_entry_size(const struct key *key)
{
	return key->kind == KIND_TEXTS   ? sizeof(const char *)
	       : key->kind == KIND_PAIRS ? sizeof(struct pair)
					 : key->block->size;
}

const char *schema_key_default(const struct key *key)
{
	const char *value = key->fallback;

	if (!value)
		return NULL;
	if (key->kind == KIND_NUMBER && strspn(value, "0123456789") == strlen(value))
		return value;
	if (key->kind == KIND_TRUTH && (!strcmp(value, "true") || !strcmp(value, "false")))
		return value;
	for (size_t i = 0; key->kind == KIND_CHOICE && key->rule->choices[i]; i++)
		if (!strcmp(key->rule->choices[i], value))
			return value;
	return NULL;
}
