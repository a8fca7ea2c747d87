/* letters: told apart in ASCII, whatever the locale. */
#include "language/letters.h"

#include <string.h>

bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool is_letter(char c)
{
	return is_lower(c) || (c >= 'A' && c <= 'Z');
}

bool is_in(char c, const char *set)
{
	return c && strchr(set, c);
}

const char *letters_fault(struct arena *arena, const char *text, bool upper, const char *others)
{
	for (; *text; text++)
		if (!is_lower(*text) && !is_digit(*text) && !is_in(*text, others) && !(upper && is_letter(*text)))
			return text_format(arena, "'%.*s' may not stand in it", (int)utf8_length(*text), text);
	return NULL;
}
