/* settings: a framework's settings in the file format it reads. */
#ifndef CLUSTERC_SETTINGS_H
#define CLUSTERC_SETTINGS_H

#include "base/text.h"
#include "language/choices.h"

/* The content of the file. `format` is any but CONFIG_ENV. */
const char *settings_write(struct arena *arena, enum config_format format, const struct pairs *settings);

#endif
