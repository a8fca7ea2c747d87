/* scalars: what a value without quotes means to readers of YAML: text, a number, true or false.
 *
 * YAML 1.1 (yaml.org/type, which PyYAML and most readers follow) and YAML 1.2 (10.3.2, the core schema) differ. What
 * both mean has one form here, which readers of JSON's numbers only take, too. */
#ifndef CLUSTERC_SCALARS_H
#define CLUSTERC_SCALARS_H

#include "base/arena.h"

/* The one form of a truth or a number: false for FALSE, 0.6 for .6, 1.5e+3 for 1.5E3. NULL for text. */
const char *scalar_value(struct arena *arena, const char *plain);

/* What is wrong with a value that some readers take for text and others don't, such as yes or 010, and in `help` what
 * to write instead; else NULL. */
const char *scalar_fault(struct arena *arena, const char *plain, const char **help);

#endif
