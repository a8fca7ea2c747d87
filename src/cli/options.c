/* options: the command line, from one table each of commands and of options. */
#include "cli/options.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

/* One option: what it does to the request. */
struct option_row {
	char letter;
	const char *name;     /* long form */
	const char *argument; /* what its argument is called, or NULL */
	const char *doc;
	bool (*take)(struct request_line *line, const char *argument);
};

static bool take_output(struct request_line *line, const char *argument)
{
	line->output = argument;
	return *argument != '\0';
}

static bool take_format(struct request_line *line, const char *argument)
{
	line->format = argument;
	return true;
}

static bool take_warning(struct request_line *line, const char *argument)
{
	if (line->warning_count == WARNING_CHOICES_MOST)
		return false;
	line->warnings[line->warning_count++] = argument;
	return true;
}

static bool take_edit(struct request_line *line, const char *argument)
{
	if (line->edit_count == EDITS_MOST)
		return false;
	line->edits[line->edit_count++] = argument;
	return true;
}

static bool take_help(struct request_line *line, const char *argument)
{
	(void)argument;
	line->help = true;
	return true;
}

static bool take_version(struct request_line *line, const char *argument)
{
	(void)argument;
	line->version = true;
	return true;
}

static const struct option_row rows[] = {
	{'o', "output", "DIR", "write NAME.yaml and NAME.sh into DIR, which is made if need be", take_output},
	{'f', "format", "FORMAT", "how the output is written; the command's help says which forms there are", take_format},
	{'s', "set", "PATH=VALUE", "put the value into the profile before it is checked: worker.count=3", take_edit},
	{'W', "warning", "CHOICE", "error: warnings are errors; no-CODE: leave that one out; CODE: tell it again", take_warning},
	{'h', "help", NULL, "say what there is to say", take_help},
	{'V', "version", NULL, "print the version", take_version},
};
enum { ROW_COUNT = sizeof rows / sizeof *rows };

static const struct option_row *row_of(int letter)
{
	for (size_t i = 0; i < ROW_COUNT; i++)
		if (rows[i].letter == letter)
			return &rows[i];
	return NULL;
}

const struct command *command_named(const char *name)
{
	for (const struct command *command = commands; command->name; command++)
		if (!strcmp(command->name, name))
			return command;
	return NULL;
}

static const char *command_name(const void *subject, size_t i)
{
	(void)subject;
	return commands[i].name;
}

static const char *option_name(const void *subject, size_t i)
{
	(void)subject;
	return i < ROW_COUNT ? rows[i].name : NULL;
}

static int unknown_option(const char *word)
{
	const char *near = !strncmp(word, "--", 2) ? text_nearest(word + 2, option_name, NULL) : NULL;

	fprintf(stderr, "clusterc: there is no option '%s'%s%s%s\n", word, near ? "; did you mean --" : "", near ? near : "",
		near ? "?" : "");
	fprintf(stderr, "clusterc: see clusterc --help\n");
	return STATUS_USAGE;
}

static int unknown_command(const char *word)
{
	const char *near = text_nearest(word, command_name, NULL);

	fprintf(stderr, "clusterc: there is no command '%s'", word);
	if (near)
		fprintf(stderr, "; did you mean '%s'?\n", near);
	else
		fprintf(stderr, "; see clusterc --help\n");
	return STATUS_USAGE;
}

/* The tables in the forms that getopt_long() takes. */
static void make_getopt(char *letters, struct option *names)
{
	*letters++ = ':';
	for (size_t i = 0; i < ROW_COUNT; i++) {
		*letters++ = rows[i].letter;
		if (rows[i].argument)
			*letters++ = ':';
		names[i] = (struct option){rows[i].name, rows[i].argument ? required_argument : no_argument, NULL, rows[i].letter};
	}
	*letters = '\0';
	names[ROW_COUNT] = (struct option){0};
}

static int read_options(int argc, char **argv, struct request_line *line)
{
	char letters[2 * ROW_COUNT + 2];
	struct option names[ROW_COUNT + 1];
	int letter;

	make_getopt(letters, names);
	opterr = 0;
	while ((letter = getopt_long(argc, argv, letters, names, NULL)) != -1) {
		const struct option_row *row = row_of(letter);

		if (letter == ':') {
			fprintf(stderr, "clusterc: %s needs %s behind it\n", argv[optind - 1], row_of(optopt)->argument);
			return STATUS_USAGE;
		}
		if (!row)
			return unknown_option(argv[optind - 1]);
		if (!row->take(line, optarg)) {
			fprintf(stderr, "clusterc: --%s can't take '%s'\n", row->name, optarg);
			return STATUS_USAGE;
		}
	}
	line->arguments = argv + optind;
	line->argument_count = argc - optind;
	return 0;
}

static const char *format_name(const void *subject, size_t i)
{
	return ((const struct command *)subject)->formats[i];
}

/* Takes the command's usual format where none was asked for; 0, or the exit status after a message. */
static int choose_format(struct request_line *line)
{
	const struct command *command = line->command;
	const char *near;

	if (!command->formats)
		return 0;
	if (!line->format)
		line->format = command->formats[0];
	for (size_t i = 0; command->formats[i]; i++)
		if (!strcmp(line->format, command->formats[i]))
			return 0;
	near = text_nearest(line->format, format_name, command);
	fprintf(stderr, "clusterc: %s has no format '%s'%s%s%s\n", command->name, line->format, near ? "; did you mean '" : "",
		near ? near : "", near ? "'?" : "");
	fprintf(stderr, "clusterc: see clusterc %s --help\n", command->name);
	return STATUS_USAGE;
}

static int check_count(const struct request_line *line)
{
	const struct command *command = line->command;

	if (line->argument_count >= command->least && (command->most < 0 || line->argument_count <= command->most))
		return 0;
	fprintf(stderr, "clusterc: %s takes %s\n", command->name, *command->arguments ? command->arguments : "no arguments");
	fprintf(stderr, "clusterc: see clusterc %s --help\n", command->name);
	return STATUS_USAGE;
}

int options_read(int argc, char **argv, struct request_line *line)
{
	int status;

	*line = (struct request_line){0};
	status = read_options(argc, argv, line);
	if (status)
		return status;
	if (line->argument_count) {
		line->command = command_named(line->arguments[0]);
		if (!line->command)
			return unknown_command(line->arguments[0]);
		line->arguments++;
		line->argument_count--;
	}
	if (line->help || line->version)
		return 0;
	if (!line->command) {
		fprintf(stderr, "clusterc: what is to be done? See clusterc --help\n");
		return STATUS_USAGE;
	}
	if (line->output && !strchr(line->command->options, 'o')) {
		fprintf(stderr, "clusterc: %s writes no files and takes no --output\n", line->command->name);
		return STATUS_USAGE;
	}
	if (line->format && !line->command->formats) {
		fprintf(stderr, "clusterc: %s has one format only and takes no --format\n", line->command->name);
		return STATUS_USAGE;
	}
	status = choose_format(line);
	return status ? status : check_count(line);
}

static void print_options(const char *letters)
{
	printf("\nOptions:\n");
	for (size_t i = 0; i < ROW_COUNT; i++) {
		char form[40];

		if (letters && !strchr(letters, rows[i].letter))
			continue;
		snprintf(form, sizeof form, "-%c, --%s%s%s", rows[i].letter, rows[i].name, rows[i].argument ? " " : "",
			 rows[i].argument ? rows[i].argument : "");
		printf("  %-24s %s\n", form, rows[i].doc);
	}
}

void options_help(const struct command *command)
{
	if (command) {
		printf("Usage: clusterc %s%s%s [OPTIONS]\n\n%s\n", command->name, *command->arguments ? " " : "",
		       command->arguments, command->details);
		print_options(command->options);
		return;
	}
	printf("clusterc compiles a small profile to a cluster: Kubernetes YAML, and a script that manages it.\n\n"
	       "Usage: clusterc COMMAND [OPTIONS] [ARGUMENTS]\n\nCommands:\n");
	for (command = commands; command->name; command++) {
		char form[40];

		snprintf(form, sizeof form, "%s %s", command->name, command->arguments);
		printf("  %-24s %s\n", form, command->summary);
	}
	print_options(NULL);
	printf("\nExit status: 0 good, 1 the profile is wrong, 2 the command line is wrong,\n"
	       "3 the machine got in the way (no memory, a file can't be read or written), 4 a defect of clusterc.\n"
	       "clusterc COMMAND --help says more.\n");
}
