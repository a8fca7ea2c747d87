/* secrets: what looks like a password, a token or a key. */
#ifndef CLUSTERC_SECRETS_H
#define CLUSTERC_SECRETS_H

#include "base/text.h"

/* Whether what goes by the name looks like a secret: the name says so, and the value isn't one that can't be. */
bool secret_is_named(struct arena *arena, const char *name, const char *value);

/* What secret stands in the text, whatever it is called: words for people, or NULL. */
const char *secret_in_text(const char *text);

/* The name of the first setting in a file of settings that looks like a secret, or NULL; also where the path isn't
 * one of such a file. */
const char *secret_in_settings(struct arena *arena, const char *path, const char *content);

#endif
