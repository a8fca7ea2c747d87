/* manual: the commands and options as a page: for man(1), and in Markdown. */
#ifndef CLUSTERC_MANUAL_H
#define CLUSTERC_MANUAL_H

#include "cli/options.h"

/* Prints clusterc(1), in the language mdoc(7) that man-db's groff and mandoc read. */
void manual_print(struct arena *arena, const struct request_line *line);

/* Prints the reference page of the commands. */
void manual_print_reference(struct arena *arena, const struct request_line *line);

#endif
