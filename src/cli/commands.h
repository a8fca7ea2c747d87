/* commands: what each command does; each returns the exit status. */
#ifndef CLUSTERC_COMMANDS_H
#define CLUSTERC_COMMANDS_H

#include "cli/options.h"

int run_generate(const struct request_line *line);
int run_validate(const struct request_line *line);
int run_diff(const struct request_line *line);
int run_resolve(const struct request_line *line);
int run_plan(const struct request_line *line);
int run_graph(const struct request_line *line);
int run_sites(const struct request_line *line);
int run_frameworks(const struct request_line *line);
int run_schema(const struct request_line *line);
int run_reference(const struct request_line *line);
int run_explain(const struct request_line *line);
int run_init(const struct request_line *line);
int run_completion(const struct request_line *line);
int run_man(const struct request_line *line);
int run_help(const struct request_line *line);

#endif
