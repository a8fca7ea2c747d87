/* site_check: the rules of sites that concern more than one value. */
#ifndef CLUSTERC_SITE_CHECK_H
#define CLUSTERC_SITE_CHECK_H

#include "base/diag.h"
#include "front/node.h"

/* Tells of everything that contradicts itself in a site, whose tree has been checked and isn't canonical yet. What is
 * marked bad is passed over. */
void site_check(struct arena *arena, struct diags *diags, const struct source *source, const struct node *root);

#endif
