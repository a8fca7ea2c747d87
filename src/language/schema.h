/* schema: how a language is declared: one row a key, from which everything else follows.
 *
 * A language is a few blocks (maps with known keys). Each block is one X-list of rows
 *
 *     KEY(T, KIND, member, NEED, what, fallback, doc)
 *
 * T         the block's own name, handed through
 * KIND      TEXT      a string                    what: the rule it has to meet
 *           CHOICE    one of a few words          what: the enum it is bound to (language/choices.h)
 *           NUMBER    a whole number              what: the rule
 *           AMOUNT    a number with a unit        what: the rule; bound as a number, in the rule's unit
 *           TRUTH     true or false               what: rule_truth
 *           TEXTS     a list of strings           what: the rule for each
 *           PAIRS     a map with free keys        what: the rule for values (and, in it, for keys)
 *           BLOCK     a map                       what: the block it is
 *           LIST      a list of maps              what: the block each of them is
 *           WORD_OR_LIST  a word, or a list of maps  what: the block each of them is; the words are the enum what_word
 *           TEXTS_OR_BLOCK  a list of strings, or a map  what: the block that the map is; strings: rule_what_text
 * member    the key, and the member of the C structure
 * NEED      REQUIRED or OPTIONAL
 * fallback  what holds where the key is absent, in words, or NULL
 * doc       one line for the reference, for editors and for `explain`
 *
 * BLOCK_STRUCT(T, LIST) makes the structure, BLOCK_TABLES(T, LIST) the table and libcyaml's
 *           TEXTS_OR_BLOCK  a list of strings, or a map  what: the block the map is; strings: rule_what_text
 * that may be a map a `_map`. */
#ifndef CLUSTERC_SCHEMA_H
#define CLUSTERC_SCHEMA_H

#include <cyaml/cyaml.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/quantity.h"
#include "base/text.h"

enum kind {
	KIND_TEXT,
	KIND_CHOICE,
	KIND_NUMBER,
	KIND_AMOUNT,
	KIND_TRUTH,
	KIND_TEXTS,
	KIND_PAIRS,
	KIND_BLOCK,
	KIND_LIST,
	KIND_WORD_OR_LIST = KIND_LIST,  /* the key has a rule, whose choices are the words */
	KIND_TEXTS_OR_BLOCK = KIND_TEXTS /* the key has a block, which the map is */
};

/* What one value has to look like. */
struct rule {
	const char *expects;                                        /* "a DNS label: ...", for people */
	const char *pattern;                                        /* the same for JSON Schema (ECMA 262), or NULL */
	const char *(*fault)(struct arena *arena, const char *text); /* what is wrong with a text, or NULL */
	/* The same of an amount. A good one's value goes to `value`, in this unit. */
	const char *(*read)(struct arena *arena, const char *text, int64_t *value);
	enum unit unit;
	const char *const *choices;                                 /* the only values allowed, NULL-ended; or NULL */
	const char *choice;                                         /* the tag of the enum whose constants these are */
	int64_t least, most;                                        /* of numbers */
	const struct rule *names;                                   /* of PAIRS: the rule for the keys */
	bool expands;                                               /* ${variables} are replaced in it */
	bool typed;                                                 /* of PAIRS: numbers and truths differ from text */
	const char *example;
};

struct block;

struct key {
	const char *name;
	enum kind kind;
	bool required;
	const struct rule *rule;
	const struct block *block;
	const char *fallback, *doc;
	size_t offset, count_offset; /* of the member; count_offset for lists of all kinds */
	size_t word_offset;          /* of a list that may be a word instead; otherwise 0 */
	size_t map_offset;           /* of a list that may be a map instead; otherwise 0 */
};

struct block {
	const char *type; /* the C structure's tag */
	const struct key *keys;
	size_t key_count;
	size_t size; /* of the C structure */
	const cyaml_schema_field_t *fields;
};

/* The key of that name, or NULL. */
const struct key *schema_block_key(const struct block *block, const char *name);

/* What is wrong with a text by the rule, or NULL. The value of a good amount goes to `value`. */
const char *schema_fault(struct arena *arena, const struct rule *rule, const char *text, int64_t *value);

/* What a structure of the key's block holds under the key: its value, or the first entry of its list. NULL if it holds
 * nothing there, and if `key` or `data` is NULL. */
const void *schema_value(const struct key *key, const void *data);

/* The word that a structure of the key's block holds under the key instead of a list, or NULL. */
const char *schema_word(const struct key *key, const void *data);

/* The map that a structure of the key's block holds under the key instead of a list, or NULL. */
const void *schema_map(const struct key *key, const void *data);

/* The number of entries in its list, and the bytes that each of them takes. */
uint32_t schema_count(const struct key *key, const void *data);
size_t schema_entry_size(const struct key *key);

/* The value that holds where the key is absent, if `fallback` is one and not words about it; else NULL. */
const char *schema_key_default(const struct key *key);

/* "A, B or C" */
const char *schema_list_choices(struct arena *arena, const char *const *choices);

/* libcyaml's schema of a string and of a pair: shared by all languages. */
extern const cyaml_schema_value_t schema_text, schema_pair;

/* What the key of a word that stands instead of a list ends with, once it is canonical. */
#define SCHEMA_WORD "-word"

/* The same of a map that stands instead of a list. */
#define SCHEMA_MAP "-map"

#define NEED_REQUIRED true
#define NEED_OPTIONAL false
#define FLAGS_REQUIRED CYAML_FLAG_POINTER
#define FLAGS_OPTIONAL CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL

/* A choice: its enum, whose constants count the words, and the tables that follow from its list of
 * WORD(CONSTANT, "word"). */
#define CHOICE_CONSTANT(constant, word) constant,
#define CHOICE_ONE(constant, word) +1
#define CHOICE_WORD(constant, word) word,
#define CHOICE_VALUE(constant, word) {word, constant},
#define CHOICE_ENUM(T, WORDS)                                                   \
	enum T { WORDS(CHOICE_CONSTANT) };                                       \
	enum { T##_count = WORDS(CHOICE_ONE) };                                  \
	extern const char *const T##_words[T##_count + 1]; /* NULL at the end */ \
	extern const cyaml_strval_t T##_values[T##_count];                       \
	extern const struct rule rule_##T;
#define CHOICE_TABLES(T, WORDS, expects_)                                       \
	const char *const T##_words[T##_count + 1] = {WORDS(CHOICE_WORD) NULL};  \
	const cyaml_strval_t T##_values[T##_count] = {WORDS(CHOICE_VALUE)};      \
	const struct rule rule_##T = {.expects = expects_, .choices = T##_words, .choice = #T};

/* The structure. */
#define MEMBER_TEXT(member, what) const char *member;
#define MEMBER_CHOICE(member, what) const enum what *member;
#define MEMBER_NUMBER(member, what) const int64_t *member;
#define MEMBER_AMOUNT(member, what) const int64_t *member;
#define MEMBER_TRUTH(member, what) const bool *member;
#define MEMBER_TEXTS(member, what) const char *const *member; uint32_t member##_count;
#define MEMBER_PAIRS(member, what) const struct pair *member; uint32_t member##_count;
#define MEMBER_BLOCK(member, what) const struct what *member;
#define MEMBER_LIST(member, what) const struct what *member; uint32_t member##_count;
#define MEMBER_WORD_OR_LIST(member, what) MEMBER_LIST(member, what) const enum what##_word *member##_word;
#define MEMBER_TEXTS_OR_BLOCK(member, what) MEMBER_TEXTS(member, what) const struct what *member##_map;
#define MEMBER(T, KIND, member, need, what, fallback, doc) MEMBER_##KIND(member, what)

#define BLOCK_STRUCT(T, LIST)            \
	struct T {                       \
		LIST(MEMBER, T)          \
	};                               \
	extern const struct block T##_block; \
	extern const cyaml_schema_field_t T##_fields[];

/* libcyaml's schema. */
#define FIELD_TEXT(T, member, flags, what) CYAML_FIELD_STRING_PTR(#member, flags, struct T, member, 0, CYAML_UNLIMITED),
#define FIELD_CHOICE(T, member, flags, what)                                                                           \
	CYAML_FIELD_ENUM_PTR(#member, flags, struct T, member, what##_values, what##_count),
#define FIELD_NUMBER(T, member, flags, what) CYAML_FIELD_INT_PTR(#member, flags, struct T, member),
#define FIELD_AMOUNT(T, member, flags, what) FIELD_NUMBER(T, member, flags, what)
#define FIELD_TRUTH(T, member, flags, what) CYAML_FIELD_BOOL_PTR(#member, flags, struct T, member),
#define FIELD_TEXTS(T, member, flags, what) \
	CYAML_FIELD_SEQUENCE(#member, flags, struct T, member, &schema_text, 0, CYAML_UNLIMITED),
#define FIELD_PAIRS(T, member, flags, what) \
	CYAML_FIELD_SEQUENCE(#member, flags, struct T, member, &schema_pair, 0, CYAML_UNLIMITED),
#define FIELD_BLOCK(T, member, flags, what) CYAML_FIELD_MAPPING_PTR(#member, flags, struct T, member, what##_fields),
#define FIELD_LIST(T, member, flags, what) \
	CYAML_FIELD_SEQUENCE(#member, flags, struct T, member, &what##_value, 0, CYAML_UNLIMITED),
/* libcyaml binds a key in one way: a word stands under a key of its own (language/bind.c). */
#define FIELD_WORD_OR_LIST(T, member, flags, what) \
	FIELD_LIST(T, member, flags, what)          \
	CYAML_FIELD_ENUM_PTR(#member SCHEMA_WORD, flags, struct T, member##_word, what##_word_values,           \
			     what##_word_count),
/* The same of a map. */
#define FIELD_TEXTS_OR_BLOCK(T, member, flags, what) \
	FIELD_TEXTS(T, member, flags, what)           \
	CYAML_FIELD_MAPPING_PTR(#member SCHEMA_MAP, flags, struct T, member##_map, what##_fields),
#define FIELD(T, KIND, member, need, what, fallback, doc) FIELD_##KIND(T, member, FLAGS_##need, what)

/* The table. */
#define ROW_TEXT(T, member, what) .rule = &what
#define ROW_CHOICE(T, member, what) .rule = &rule_##what
#define ROW_NUMBER(T, member, what) .rule = &what
#define ROW_AMOUNT(T, member, what) .rule = &what
#define ROW_TRUTH(T, member, what) .rule = &what
#define ROW_TEXTS(T, member, what) .rule = &what, .count_offset = offsetof(struct T, member##_count)
#define ROW_PAIRS(T, member, what) .rule = &what, .count_offset = offsetof(struct T, member##_count)
#define ROW_BLOCK(T, member, what) .block = &what##_block
#define ROW_LIST(T, member, what) .block = &what##_block, .count_offset = offsetof(struct T, member##_count)
#define ROW_WORD_OR_LIST(T, member, what) \
	ROW_LIST(T, member, what), .rule = &rule_##what##_word, .word_offset = offsetof(struct T, member##_word)
#define ROW_TEXTS_OR_BLOCK(T, member, what) \
	.rule = &rule_##what##_text, .block = &what##_block, .count_offset = offsetof(struct T, member##_count), \
	.map_offset = offsetof(struct T, member##_map)
#define ROW(T, KIND, member_, need, what, fallback_, doc_)                                          \
	{.name = #member_,                                                                           \
	 .kind = KIND_##KIND,                                                                        \
	 .required = NEED_##need,                                                                    \
	 .fallback = fallback_,                                                                      \
	 .doc = doc_,                                                                                \
	 .offset = offsetof(struct T, member_),                                                      \
	 ROW_##KIND(T, member_, what)},

#define BLOCK_TABLES(T, LIST)                                                                       \
	const cyaml_schema_field_t T##_fields[] = {LIST(FIELD, T) CYAML_FIELD_END};                  \
	static const struct key T##_keys[] = {LIST(ROW, T)};                                         \
	const struct block T##_block = {#T, T##_keys, sizeof T##_keys / sizeof *T##_keys, sizeof(struct T), T##_fields};

/* For a block that stands in lists; before the tables of those that have such a list. */
#define BLOCK_IN_LISTS(T) \
	static const cyaml_schema_value_t T##_value = {CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct T, T##_fields)};

#endif
