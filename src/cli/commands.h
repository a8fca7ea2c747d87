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

/* Not one of the commands: what the scripts of `completion` run, with what stands on the command line so far, of which
 * the last word is being typed. Prints what it can become, one a line, perhaps with a tab and what that means; a line
 * FILE or DIR stands for the names of files or directories. The exit status. */
int run_complete(int count, char **words);

#endif
