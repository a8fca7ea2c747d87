/* site_page: the rules of a site in words, for people. */
#ifndef CLUSTERC_SITE_PAGE_H
#define CLUSTERC_SITE_PAGE_H

#include "language/site.h"

/* Writes what the site demands, allows, gives and charges, with its reasons, and where and when that was read: in lines
 * of at most 100 characters, unless a single word is longer. `whole` says where all of the description is. */
void site_page_write(struct text *out, const struct site *site, const char *whole);

#endif
