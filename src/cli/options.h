/* options: the command line, from one table each of commands and of options. */
#ifndef CLUSTERC_OPTIONS_H
#define CLUSTERC_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

/* Exit statuses beside those of enum clusterc_status. */
enum { STATUS_DIFFERENT = 1, STATUS_USAGE = 2 };

enum { WARNING_CHOICES_MOST = 32, EDITS_MOST = 100 };

/* What was asked for. Strings are those of argv. */
struct request_line {
	const struct command *command;
	const char *output; /* -o, or NULL */
	const char *schema; /* --schema, or NULL */
	const char *format; /* -f, or the command's first; NULL where it has none */
	const char *warnings[WARNING_CHOICES_MOST];
	int warning_count;
	const char *edits[EDITS_MOST];
	int edit_count;
	const char *each; /* --each, or NULL */
	const char *manager; /* --manager, or NULL */
	bool check, force, help, version;
	char **arguments;
	int argument_count;
};

struct command {
	const char *name, *arguments, *summary;
	const char *details; /* of its --help; what stands between ` and ` is to be typed */
	int least, most;     /* how many arguments; most -1: any number */
	const char *options; /* the letters of those it takes */
	const char *const
		*formats; /* what -f takes, the usual one first, NULL behind the last; NULL where -f isn't taken */
	const char *output_file; /* what -o says where it names a file; NULL where it names a directory */
	const char *output_read; /* what -o says where the directory is read; NULL where it is written */
	/* Adds what argument `position`, from 0, can be; NULL where arguments are files. */
	void (*words)(struct arena *arena, int position, struct texts *words);
	int (*run)(const struct request_line *line);
};

/* The commands; the last has no name. */
extern const struct command commands[];

/* One option: what it does to the request. */
struct option_row {
	char letter;
	const char *name;     /* long form */
	const char *argument; /* what its argument is called, or NULL; DIR and FILE are completed as such */
	const char *doc;
	bool (*take)(struct request_line *line, const char *argument);
	/* Adds what its argument can be; NULL where that can't be listed. */
	void (*words)(struct arena *arena, const struct command *command, struct texts *words);
	const char *const *choices; /* the few words that it can be, for the help; NULL behind the last; or NULL */
};

/* The options; the last has no name. */
extern const struct option_row options[];

/* Whether the command takes the option; without a command, whether clusterc itself does. */
bool options_command_takes(const struct command *command, const struct option_row *option);

/* What the option's argument is called, and what it does, in this command, which may be NULL. */
const char *option_argument(const struct command *command, const struct option_row *option);
const char *option_doc(const struct command *command, const struct option_row *option);
/* The few words that its argument can be, where the help lists them; NULL behind the last; else NULL. */
const char *const *option_choices(const struct command *command, const struct option_row *option);

/* The exit statuses; the last has no meaning. */
struct exit_status {
	int status;
	const char *meaning;
};
extern const struct exit_status exit_statuses[];

/* What people type to get here: "clusterc", or "kubectl clusterc" where kubectl ran it as its plugin. */
const char *options_typed_as(void);

/* Reads the command line. 0, or the exit status after a message on standard error. */
int options_read(int argc, char **argv, struct request_line *line);

/* Prints help for a command, or for the whole where it is NULL, on standard output. */
void options_help(const struct command *command);

/* The command of that name, or NULL. */
const struct command *options_command_named(const char *name);

/* Says on standard error that there is no such command, and which may be meant; the exit status. */
int options_unknown_command(const char *word);

#endif
