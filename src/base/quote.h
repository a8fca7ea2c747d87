/* quote: a string in YAML's double quotes, where every string can stand. */
#ifndef CLUSTERC_QUOTE_H
#define CLUSTERC_QUOTE_H

#include "base/text.h"

/* Writes the string, which is UTF-8, in double quotes and on one line (YAML 1.2.2, 7.3.1);
 * readers of YAML 1.1 take it the same. */
void quote_write(struct text *out, const char *string);

/* Bytes of the character at `at` if it may stand in a YAML file as it is: whoever reviews the file sees it. Else 0:
 * unicode_is_hidden(). */
size_t quote_printable(const char *at);
/* How many bytes from `text` on, of `size`, are such characters. */
size_t quote_printable_prefix(const char *text, size_t size);

/* Writes the string in single quotes for a POSIX shell (2.2.2: everything is literal up to the next single quote). */
void quote_shell(struct text *out, const char *string);

#endif
