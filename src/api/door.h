/* door: what the functions of include/clusterc.h share, which stand in this folder. */
#ifndef CLUSTERC_DOOR_H
#define CLUSTERC_DOOR_H

#include "clusterc.h"
#include "compile.h"

/* Forgets the results and diagnostics of the compile before, and does `passes(compiler)` within the memory that one
 * file may take. */
enum clusterc_status compiler_run(struct clusterc *compiler, void (*passes)(void *));

/* The place that is a file as a whole. Must run inside arena_try(). */
struct span compiler_whole_file(struct arena *arena, const char *path);

/* `index` has to be less than the count. */
struct result *outputs_result_at(const struct clusterc *compiler, size_t index);

/* Adds a result's manager in one of its forms. Must run inside arena_try(). */
void outputs_make_manager(struct text *out, const struct result *result, enum clusterc_manager_form form);

#endif
