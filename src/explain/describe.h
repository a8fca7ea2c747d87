/* describe: prints what the tables know of a language, for programs and for people. */
#ifndef CLUSTERC_DESCRIBE_H
#define CLUSTERC_DESCRIBE_H

#include "language/schema.h"

/* The JSON Schema, draft 2020-12, of a language. */
const char *describe_schema(struct arena *arena, const char *name, const struct block *language);

/* The reference page of a language, in Markdown: a table for each of its blocks. */
const char *describe_reference(struct arena *arena, const char *name, const struct block *language);

/* What there is to say of one key, named by its path ("worker.memory"); NULL if there is no
 * such key. */
const char *describe_key(struct arena *arena, const struct block *language, const char *path);

/* The paths of all keys, one a line. */
const char *describe_keys(struct arena *arena, const struct block *language);

#endif
