/* options: the command line, from one table each of commands and of options. */
#ifndef CLUSTERC_OPTIONS_H
#define CLUSTERC_OPTIONS_H

#include <stdbool.h>

/* Exit statuses beside those of enum clusterc_status. */
enum { STATUS_USAGE = 2 };

enum { WARNING_CHOICES_MOST = 32, EDITS_MOST = 100 };

/* What was asked for. Strings are those of argv. */
struct request_line {
	const struct command *command;
	const char *output; /* -o, or NULL */
	const char *format; /* -f, or the command's first; NULL where it has none */
	const char *warnings[WARNING_CHOICES_MOST];
	int warning_count;
	const char *edits[EDITS_MOST];
	int edit_count;
	bool help, version;
	char **arguments;
	int argument_count;
};

struct command {
	const char *name, *arguments, *summary;
	const char *details; /* of its --help */
	int least, most;     /* how many arguments; most -1: any number */
	const char *options; /* the letters of those it takes */
	const char *const *formats; /* what -f takes, the usual one first, NULL behind the last; NULL where -f isn't taken */
	int (*run)(const struct request_line *line);
};

/* The commands; the last has no name. */
extern const struct command commands[];

/* Reads the command line. 0, or the exit status after a message on standard error. */
int options_read(int argc, char **argv, struct request_line *line);

/* Prints help for a command, or for the whole where it is NULL, on standard output. */
void options_help(const struct command *command);

/* The command of that name, or NULL. */
const struct command *command_named(const char *name);

#endif
