/* settings: a framework's settings in the file format it reads. */
#ifndef CLUSTERC_SETTINGS_H
#define CLUSTERC_SETTINGS_H

#include "base/text.h"

/* The content of the file. `format` is one of the definition language's config formats. */
const char *settings_write(struct arena *arena, const char *format, const struct pairs *settings);

#endif
