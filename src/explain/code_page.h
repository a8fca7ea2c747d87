/* code_page: what there is to say of a diagnostic: its row in base/codes.h, and its page in docs/diagnostics. */
#ifndef CLUSTERC_CODE_PAGE_H
#define CLUSTERC_CODE_PAGE_H

#include "base/diag.h"

/* One diagnostic, for a terminal: examples are indented. */
const char *code_page_text(struct arena *arena, enum code code);

/* All of them, as one page in Markdown. */
const char *code_page_reference(struct arena *arena);

#endif
