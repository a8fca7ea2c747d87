/* options: the command line, from one table each of commands and of options. */
#include "cli/options.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cli/report.h"
#include "cli/words.h"
#include "clusterc.h"

/* Nobody who writes '-' means a file or directory of that name; standard output is what there is without the option. */
static bool take_output(struct request_line *line, const char *argument)
{
	line->output = argument;
	return *argument && strcmp(argument, "-");
}

/* It becomes a comment of one line. */
static bool take_schema(struct request_line *line, const char *argument)
{
	line->schema = argument;
	return *argument && !strpbrk(argument, "\n\r");
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

static bool take_check(struct request_line *line, const char *argument)
{
	(void)argument;
	line->check = true;
	return true;
}

static const char *const manager_forms[] = {"shared", "standalone", "none", NULL};

static bool take_manager(struct request_line *line, const char *argument)
{
	line->manager = argument;
	for (size_t i = 0; manager_forms[i]; i++)
		if (!strcmp(argument, manager_forms[i]))
			return true;
	return false;
}

static bool take_force(struct request_line *line, const char *argument)
{
	(void)argument;
	line->force = true;
	return true;
}

static bool take_each(struct request_line *line, const char *argument)
{
	line->each = argument;
	return *argument != '\0';
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

static void format_words(struct arena *arena, const struct command *command, struct texts *words)
{
	for (size_t i = 0; command && command->formats && command->formats[i]; i++)
		texts_add(arena, words, command->formats[i]);
}

static void manager_words(struct arena *arena, const struct command *command, struct texts *words)
{
	(void)command;
	for (size_t i = 0; manager_forms[i]; i++)
		texts_add(arena, words, manager_forms[i]);
}

static void warning_words(struct arena *arena, const struct command *command, struct texts *words)
{
	const char *name;

	(void)command;
	texts_add(arena, words, "error");
	texts_add(arena, words, "no-error");
	for (size_t i = 0; (name = clusterc_code_name(i)); i++)
		if (clusterc_code_severity(i) == CLUSTERC_WARNING) {
			texts_add(arena, words, text_join(arena, "no-", name, NULL));
			texts_add(arena, words, name);
		}
}

const struct option_row options[] = {
	{
		.letter = 'o',
		.name = "output",
		.argument = "DIR",
		.doc = "write NAME.yaml and NAME.sh into DIR, which is made if need be",
		.take = take_output,
	},
	{
		.letter = 'm',
		.name = "manager",
		.argument = "FORM",
		.doc = "how NAME.sh is written: with one file beside it for all clusters (the default), as one file, "
		       "or not at all",
		.take = take_manager,
		.words = manager_words,
		.choices = manager_forms,
	},
	{
		.letter = 'F',
		.name = "force",
		.doc = "replace files in DIR that clusterc didn't write",
		.take = take_force,
	},
	{
		.letter = 'c',
		.name = "check",
		.doc = "write nothing; print how DIR's files differ from what would be written, and exit with 1 if "
		       "they do",
		.take = take_check,
	},
	{
		.letter = 'f',
		.name = "format",
		.argument = "FORMAT",
		.doc = "how the output is written",
		.take = take_format,
		.words = format_words,
	},
	{
		.letter = 's',
		.name = "set",
		.argument = "PATH=VALUE",
		.doc = "put the value into the profile before it is checked: worker.count=3",
		.take = take_edit,
		.words = words_of_edits,
	},
	{
		.letter = 'e',
		.name = "each",
		.argument = "FILE",
		.doc = "compile the profile once for each row of this CSV file, whose first row names keys: "
		       "name,worker.count",
		.take = take_each,
	},
	{
		.letter = 'W',
		.name = "warning",
		.argument = "CHOICE",
		.doc = "error: warnings are errors; no-CODE: leave that one out; CODE: tell it again",
		.take = take_warning,
		.words = warning_words,
	},
	{
		.letter = 'S',
		.name = "schema",
		.argument = "PATH",
		.doc = "where editors find the JSON Schema of profiles: an address, or a path from the profile's "
		       "directory",
		.take = take_schema,
	},
	{.letter = 'h', .name = "help", .doc = "say what there is to say", .take = take_help},
	{.letter = 'V',
	 .name = "version",
	 .doc = "print the version, and those of the libraries",
	 .take = take_version},
	{0},
};
enum { OPTION_COUNT = sizeof options / sizeof *options - 1 };

const struct exit_status exit_statuses[] = {
	{CLUSTERC_GOOD, "good"},
	{CLUSTERC_WRONG, "the profile is wrong; or, of diff and generate --check, something differs"},
	{STATUS_USAGE, "the command line is wrong"},
	{CLUSTERC_MACHINE, "the machine got in the way: no memory, a file can't be read or written"},
	{CLUSTERC_INTERNAL, "a defect of clusterc"},
	{0, NULL},
};

static const struct option_row *option_of(int letter)
{
	for (const struct option_row *option = options; option->name; option++)
		if (option->letter == letter)
			return option;
	return NULL;
}

bool options_command_takes(const struct command *command, const struct option_row *option)
{
	if (!command)
		return strchr("hV", option->letter);
	return strchr(command->options, option->letter) || (option->take == take_format && command->formats);
}

static bool names_a_file(const struct command *command, const struct option_row *option)
{
	return command && command->output_file && option->take == take_output;
}

const char *option_argument(const struct command *command, const struct option_row *option)
{
	return names_a_file(command, option) ? "FILE" : option->argument;
}

const char *const *option_choices(const struct command *command, const struct option_row *option)
{
	return command && option->take == take_format ? command->formats : option->choices;
}

const char *option_doc(const struct command *command, const struct option_row *option)
{
	const char *doc = NULL;

	if (command && option->take == take_output)
		doc = command->output_file ? command->output_file : command->output_read;
	return doc ? doc : option->doc;
}

static const char *typed = "clusterc";

const char *options_typed_as(void)
{
	return typed;
}

/* kubectl runs a plugin by its path. */
static void see_what_was_typed(const char *path)
{
	const char *slash = path ? strrchr(path, '/') : NULL;

	if (path && !strcmp(slash ? slash + 1 : path, "kubectl-clusterc"))
		typed = "kubectl clusterc";
}

const struct command *options_command_named(const char *name)
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
	return options[i].name;
}

static int unknown_option(const char *word)
{
	const char *near = !strncmp(word, "--", 2) ? text_nearest(word + 2, option_name, NULL) : NULL;

	report_word("there is no option", word);
	fprintf(stderr, "%s%s%s\n", near ? "; did you mean --" : "", near ? near : "", near ? "?" : "");
	fprintf(stderr, "clusterc: see %s --help\n", typed);
	return STATUS_USAGE;
}

int options_unknown_command(const char *word)
{
	const char *near = text_nearest(word, command_name, NULL);

	report_word("there is no command", word);
	if (near)
		fprintf(stderr, "; did you mean '%s'?\n", near);
	else
		fprintf(stderr, "; see %s --help\n", typed);
	return STATUS_USAGE;
}

/* The tables in the forms that getopt_long() takes. */
static void make_getopt(char *letters, struct option *names)
{
	*letters++ = ':';
	for (const struct option_row *option = options; option->name; option++) {
		*letters++ = option->letter;
		if (option->argument)
			*letters++ = ':';
		*names++ = (struct option){option->name, option->argument ? required_argument : no_argument, NULL,
					   option->letter};
	}
	*letters = '\0';
	*names = (struct option){0};
}

/* Notes in `given` which options there were. */
static int read_options(int argc, char **argv, struct request_line *line, bool given[])
{
	char letters[2 * OPTION_COUNT + 2];
	struct option names[OPTION_COUNT + 1];
	int letter;

	make_getopt(letters, names);
	opterr = 0;
	while ((letter = getopt_long(argc, argv, letters, names, NULL)) != -1) {
		const struct option_row *option = option_of(letter);

		if (letter == ':') {
			fprintf(stderr, "clusterc: %s needs %s behind it\n", argv[optind - 1],
				option_of(optopt)->argument);
			return STATUS_USAGE;
		}
		if (!option)
			return unknown_option(argv[optind - 1]);
		if (!option->take(line, optarg)) {
			fprintf(stderr, "clusterc: --%s can't take '", option->name);
			report_put_safe(optarg, stderr);
			fprintf(stderr, "'\n");
			return STATUS_USAGE;
		}
		given[option - options] = true;
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
	fprintf(stderr, "clusterc: %s has no format '", command->name);
	report_put_safe(line->format, stderr);
	fprintf(stderr, "'%s%s%s\n", near ? "; did you mean '" : "", near ? near : "", near ? "'?" : "");
	fprintf(stderr, "clusterc: see %s %s --help\n", typed, command->name);
	return STATUS_USAGE;
}

/* An option that does nothing here was meant to do something. */
static int check_options(const struct request_line *line, const bool given[])
{
	for (const struct option_row *option = options; option->name; option++) {
		if (!given[option - options] || options_command_takes(line->command, option))
			continue;
		fprintf(stderr, "clusterc: %s takes no --%s; taken by", line->command->name, option->name);
		for (const struct command *other = commands; other->name; other++)
			if (options_command_takes(other, option))
				fprintf(stderr, " %s", other->name);
		fprintf(stderr, "\nclusterc: see %s %s --help\n", typed, line->command->name);
		return STATUS_USAGE;
	}
	return 0;
}

/* Options that say what is done with a directory. */
static int check_output(const struct request_line *line)
{
	const char *name = line->check ? "check" : line->manager ? "manager" : line->force ? "force" : NULL;

	if (line->output || !name)
		return 0;
	fprintf(stderr, "clusterc: --%s needs --output DIR, the directory with the files\n", name);
	return STATUS_USAGE;
}

static int check_count(const struct request_line *line)
{
	const struct command *command = line->command;

	if (line->argument_count >= command->least && (command->most < 0 || line->argument_count <= command->most))
		return 0;
	fprintf(stderr, "clusterc: %s takes %s\n", command->name,
		*command->arguments ? command->arguments : "no arguments");
	fprintf(stderr, "clusterc: see %s %s --help\n", typed, command->name);
	return STATUS_USAGE;
}

int options_read(int argc, char **argv, struct request_line *line)
{
	bool given[OPTION_COUNT] = {false};
	int status;

	see_what_was_typed(argv[0]);
	*line = (struct request_line){0};
	status = read_options(argc, argv, line, given);
	if (status)
		return status;
	if (line->argument_count) {
		line->command = options_command_named(line->arguments[0]);
		if (!line->command)
			return options_unknown_command(line->arguments[0]);
		line->arguments++;
		line->argument_count--;
	}
	if (line->help || line->version)
		return 0;
	if (!line->command) {
		fprintf(stderr, "clusterc: what is to be done? See %s --help\n", typed);
		return STATUS_USAGE;
	}
	status = check_options(line, given);
	if (!status)
		status = check_output(line);
	if (!status)
		status = choose_format(line);
	return status ? status : check_count(line);
}

/* Of a command, or of all where it is NULL. */
static void print_options(const struct command *command)
{
	printf("\nOptions:\n");
	for (const struct option_row *option = options; option->name; option++) {
		const char *argument = option_argument(command, option);
		const char *const *choices = option_choices(command, option);
		char form[40];

		if (command && !options_command_takes(command, option))
			continue;
		snprintf(form, sizeof form, "-%c, --%s%s%s", option->letter, option->name, argument ? " " : "",
			 argument ? argument : "");
		printf("  %-24s %s", form, option_doc(command, option));
		for (size_t i = 0; choices && choices[i]; i++)
			printf("%s%s", i ? ", " : ": ", choices[i]);
		putchar('\n');
	}
}

void options_help(const struct command *command)
{
	if (command) {
		printf("Usage: %s %s%s%s [OPTIONS]\n\n%s\n", typed, command->name, *command->arguments ? " " : "",
		       command->arguments, command->details);
		print_options(command);
		return;
	}
	printf("clusterc compiles a small profile to a cluster: Kubernetes YAML, and a script that manages it.\n\n"
	       "Usage: %s COMMAND [OPTIONS] [ARGUMENTS]\n\nCommands:\n",
	       typed);
	for (command = commands; command->name; command++) {
		char form[40];

		snprintf(form, sizeof form, "%s %s", command->name, command->arguments);
		printf("  %-24s %s\n", form, command->summary);
	}
	print_options(NULL);
	printf("\nExit status:\n");
	for (const struct exit_status *one = exit_statuses; one->meaning; one++)
		printf("  %d  %s\n", one->status, one->meaning);
	printf("\n%s COMMAND --help says more.\n", typed);
}
