/* commands: what each command does; each returns the exit status. */
#ifndef CLUSTERC_COMMANDS_H
#define CLUSTERC_COMMANDS_H

#include "cli/options.h"

int command_generate(const struct request_line *line);
int command_validate(const struct request_line *line);
int command_diff(const struct request_line *line);
int command_resolve(const struct request_line *line);
int command_plan(const struct request_line *line);
int command_graph(const struct request_line *line);
int command_sites(const struct request_line *line);
int command_frameworks(const struct request_line *line);
int command_schema(const struct request_line *line);
int command_reference(const struct request_line *line);
int command_explain(const struct request_line *line);
int command_init(const struct request_line *line);
int completion_command(const struct request_line *line);
int command_man(const struct request_line *line);
int command_help(const struct request_line *line);

/* Not one of the commands: what the scripts of `completion` run, with what stands on the command line so far, of which
 * the last word is being typed. Prints what it can become, one a line, perhaps with a tab and what that means; a line
 * FILE or DIR stands for the names of files or directories. The exit status. */
int completion_complete(int count, char **words);

#endif
