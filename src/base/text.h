/* text: strings in an arena: joined, formatted, grown; and the characters in them. */
#ifndef CLUSTERC_TEXT_H
#define CLUSTERC_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/index.h"

#if defined(__GNUC__)
#define LIKE_PRINTF(at, first) __attribute__((format(printf, at, first)))
#else
#define LIKE_PRINTF(at, first)
#endif

/* Bytes that grow. Start with TEXT_IN(arena); always NUL-terminated after text_done(). */
struct text {
	struct arena *arena;
	char *bytes;
	size_t size, room;
};
#define TEXT_IN(arena) ((struct text){(arena), NULL, 0, 0})

/* Grows it so that `more` bytes and a NUL fit behind what it has. */
void text_make_room(struct text *text, size_t more);

/* These three are here, because all output is made of them, in small steps. */
static inline void text_add_bytes(struct text *text, const char *bytes, size_t size)
{
	if (text->room - text->size <= size)
		text_make_room(text, size);
	memcpy(text->bytes + text->size, bytes, size);
	text->size += size;
}

static inline void text_add(struct text *text, const char *string)
{
	text_add_bytes(text, string, strlen(string));
}

static inline void text_add_char(struct text *text, char c)
{
	if (text->room - text->size <= 1)
		text_make_room(text, 1);
	text->bytes[text->size++] = c;
}

/* The strings up to a NULL. */
void text_add_all(struct text *text, ...);
void text_add_number(struct text *text, int64_t number);
/* The text so far, NUL-terminated; belongs to the arena. */
const char *text_done(struct text *text);

/* A copy of `size` bytes with a NUL behind them. */
char *text_copy(struct arena *arena, const char *bytes, size_t size);
/* printf into the arena. */
const char *text_format(struct arena *arena, const char *format, ...) LIKE_PRINTF(2, 3);
const char *text_vformat(struct arena *arena, const char *format, va_list values);
/* The number in decimal digits. */
const char *text_number(struct arena *arena, int64_t number);
/* The strings up to a NULL, joined. */
const char *text_join(struct arena *arena, ...);
/* The strings of a list, with `between` between two of them. */
const char *text_list(struct arena *arena, const char *const *items, size_t count, const char *between);

/* A letter of ASCII in lower case; everything else as it is, whatever the locale. */
static inline char ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Where the first byte lies that is not well-formed UTF-8 (RFC 3629), or `size`. */
size_t utf8_valid_prefix(const char *bytes, size_t size);
/* How many bytes the character takes that starts with `first`. */
size_t utf8_length(char first);
/* The character at `at`, of `left` bytes (at least one), and its size in bytes. UTF8_BAD and a size of 1 where it
 * isn't well-formed. */
enum { UTF8_BAD = 0x110000 };
uint32_t utf8_decode(const char *at, size_t left, size_t *size);
/* Whether a character steers what shows it, or can't be seen: controls (C0, DEL, C1), line breaks of Unicode, marks
 * that change the direction of text, what is ignored by default (zero-width spaces, tags), fillers, noncharacters and
 * UTF8_BAD. Joiners and variation selectors aren't: Persian, Indic scripts and emoji are written with them. */
bool unicode_is_hidden(uint32_t code);
/* How many characters there are in well-formed UTF-8. */
size_t utf8_count(const char *string);

/* The candidate most like `word` (a typo away: Damerau-Levenshtein, at most a third of
 * its letters), or NULL. `name(subject, i)` gives candidate i, NULL after the last. */
const char *text_nearest(const char *word, const char *(*name)(const void *, size_t), const void *subject);

/* What stands behind a path's last '/': in the path itself. */
const char *text_file_name(const char *path);

/* A list of strings, as command lines are. */
struct texts {
	const char **items;
	size_t count, room;
};
void texts_add(struct arena *arena, struct texts *texts, const char *item);
/* The same, unless it is among them already. */
void texts_add_once(struct arena *arena, struct texts *texts, const char *item);

/* A name and its value; lists of them hold environment, labels and settings. */
struct pair {
	const char *name, *value;
	bool plain; /* of settings: the value has no quotes, and may be a number or a truth */
};
struct pairs {
	struct pair *items;
	size_t count, room;
	struct index index; /* of their names, once there are many */
};
/* Adds a pair, whose name must be new. Returns it; it moves when others are added. */
struct pair *pairs_add(struct arena *arena, struct pairs *pairs, const char *name, const char *value);
/* Sets `name` to `value`: in place where it stands already, else at the end. Returns the pair, which moves when others
 * are added. */
struct pair *pairs_set(struct arena *arena, struct pairs *pairs, const char *name, const char *value);
/* The value of the pair of that name, or NULL. */
const char *pairs_find(const struct pair *pairs, size_t count, const char *name);

#endif
