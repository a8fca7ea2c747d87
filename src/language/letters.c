/* letters: told apart in ASCII, whatever the locale. */
#include "language/letters.h"

#include <string.h>

bool letter_is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

bool letter_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool letter_is_alphabetic(char c)
{
	return letter_is_lower(c) || (c >= 'A' && c <= 'Z');
}

bool letter_is_in(char c, const char *set)
{
	return c && strchr(set, c);
}

const char *letters_fault(struct arena *arena, const char *text, bool upper, const char *others)
{
	for (; *text; text++)
		if (!letter_is_lower(*text) && !letter_is_digit(*text) && !letter_is_in(*text, others) &&
		    !(upper && letter_is_alphabetic(*text)))
			return text_format(arena, "'%.*s' may not stand in it", (int)utf8_length(*text), text);
	return NULL;
}
