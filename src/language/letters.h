/* letters: the characters that names are made of. */
#ifndef CLUSTERC_LETTERS_H
#define CLUSTERC_LETTERS_H

#include <stdbool.h>

#include "base/text.h"

bool letter_is_lower(char c);
bool letter_is_digit(char c);
bool letter_is_alphabetic(char c); /* of either case */
/* Whether it is one of `set`; the NUL at its end isn't. */
bool letter_is_in(char c, const char *set);

/* What is wrong, by the first character of `text`, which is UTF-8, that is no digit, no lower-case letter,
 * nor, with `upper`, an upper-case one, and not in `others`. NULL where there is none. */
const char *letters_fault(struct arena *arena, const char *text, bool upper, const char *others);

#endif
