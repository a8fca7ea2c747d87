/* readers: reads back what the compiler wrote, by code that shares nothing with the writers. */
#ifndef CLUSTERC_READERS_H
#define CLUSTERC_READERS_H

#include "kube/object.h"

/* One word of the POSIX shell that is made of single-quoted pieces and escaped single quotes only
 * (2.2.1, 2.2.2): what it stands for; NULL if it is anything else. `end` is put behind it. */
const char *shell_read_word(struct arena *arena, const char *script, const char **end);

/* Whether all that precedes `body` in the script are comments, and assignments of such words. */
bool shell_is_data(struct arena *arena, const char *script, const char *body);

/* NULL where libyaml reads the text as exactly these documents, all strings as strings; else what differs. */
const char *yaml_difference(struct arena *arena, const char *yaml, size_t size, const struct object *documents);

#endif
