/* page: text for people: paragraphs that are broken into lines, and tables. */
#ifndef CLUSTERC_PAGE_H
#define CLUSTERC_PAGE_H

#include "base/text.h"

enum { PAGE_WIDTH = 100 };

/* Writes `first`, then the items with a space between them. A line that would be longer than the
 * page goes on in the next one, as far in as `first` is wide. An item is only broken, at its own
 * spaces, where it doesn't fit a line by itself; a longer word stays whole. */
void page_items(struct text *out, const char *first, const struct texts *items);

/* The same, with the words of a text. */
void page_words(struct text *out, const char *first, const char *words);

/* The same, with commas between the items; nothing where there are none. */
void page_list(struct text *out, const char *first, const struct texts *items);

/* A table: `columns` cells a row, two spaces between them, indented by two. In `align`, a letter a
 * column, r means to the right. */
void page_table(struct text *out, const struct texts *cells, const char *align);

#endif
