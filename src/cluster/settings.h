/* settings: a framework's settings in the file format it reads. */
#ifndef CLUSTERC_SETTINGS_H
#define CLUSTERC_SETTINGS_H

#include "base/text.h"
#include "language/choices.h"

/* Sets a setting to `value`. One without quotes becomes a number or a truth where the format has these; in all other
 * formats, and where it is neither, it is text. */
void settings_set(struct arena *arena, enum config_format format, struct pairs *settings, const struct pair *setting,
		  const char *value);

/* Whether the file is YAML, whose readers differ over values such as yes or 010. */
bool settings_are_yaml(enum config_format format);

/* The content of the file. `format` is any but CONFIG_ENV. */
const char *settings_write(struct arena *arena, enum config_format format, const struct pairs *settings);

#endif
