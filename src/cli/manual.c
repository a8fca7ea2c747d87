/* manual: the commands and options as a page, from the tables the parser works by. */
#include "cli/manual.h"

#include <stdio.h>
#include <string.h>

#include "clusterc.h"

#ifndef CLUSTERC_RELEASED
#error "CLUSTERC_RELEASED comes from configure"
#endif

/* --- man ---------------------------------------------------------------------------------------------- */

/* Text for roff: nothing in it is a request, a macro or an escape. What stands between ` and ` is bold,
 * a sentence begins a line, and an empty line is a paragraph's end. */
static void put_roff(const char *text)
{
	bool bold = false, line_start = true;

	for (; *text; line_start = *text++ == '\n') {
		if (line_start && strchr(".'", *text))
			fputs("\\&", stdout);
		if (line_start && *text == '\n') {
			fputs(".Pp\n", stdout);
		} else if (!strncmp(text, ". ", 2)) {
			fputs(".\n", stdout);
			text++;
		} else if (*text == '`') {
			bold = !bold;
			fputs(bold ? "\\fB" : "\\fP", stdout);
		} else if (*text == '\\') {
			fputs("\\e", stdout);
		} else if (*text == '-') {
			fputs("\\-", stdout);
		} else {
			putchar(*text);
		}
	}
}

/* Behind what an option does. */
static void put_choices(const struct command *command, const struct option_row *option)
{
	const char *const *choices = option_choices(command, option);

	for (size_t i = 0; choices && choices[i]; i++)
		printf("%s%s", i ? ", " : ": ", choices[i]);
}

static void man_option(const struct command *command, const struct option_row *option)
{
	const char *argument = option_argument(command, option);

	if (argument)
		printf(".It Fl %c Ar %s , Fl Fl %s Ns = Ns Ar %s\n", option->letter, argument, option->name, argument);
	else
		printf(".It Fl %c , Fl Fl %s\n", option->letter, option->name);
	put_roff(option_doc(command, option));
	put_choices(command, option);
	putchar('\n');
}

static void man_options(const struct command *command)
{
	printf(".Bl -tag -width Ds\n");
	for (const struct option_row *option = options; option->name; option++)
		if (options_command_takes(command, option))
			man_option(command, option);
	printf(".El\n");
}

static void man_command(const struct command *command)
{
	printf(".Ss %s%s%s\n", command->name, *command->arguments ? " " : "", command->arguments);
	put_roff(command->details);
	putchar('\n');
	man_options(command);
}

void manual_print(struct arena *arena, const struct request_line *line)
{
	(void)arena;
	(void)line;
	printf(".\\\" Made by `clusterc man` from the tables of its commands and options.\n"
	       ".Dd %s\n.Dt CLUSTERC 1\n.Os clusterc %s\n"
	       ".Sh NAME\n.Nm clusterc\n.Nd compile a small profile to Kubernetes YAML and a manager script\n"
	       ".Sh SYNOPSIS\n.Nm\n.Ar command\n.Op Ar options\n.Op Ar arguments\n"
	       ".Sh DESCRIPTION\n",
	       CLUSTERC_RELEASED, clusterc_version());
	printf(".Nm\nreads a profile of a cluster (a framework, an image, ports, sizes, GPUs), checks it, and writes "
	       "two files:\n"
	       "complete Kubernetes YAML, and a POSIX shell script that creates, watches, reaches, uses and deletes "
	       "that cluster.\n"
	       "It never talks to a cluster, and the same input gives the same bytes.\n"
	       "Without a command it takes\n");
	man_options(NULL);
	printf(".Sh COMMANDS\n");
	for (const struct command *command = commands; command->name; command++)
		man_command(command);
	printf(".Sh EXIT STATUS\n.Bl -tag -width Ds -compact\n");
	for (const struct exit_status *one = exit_statuses; one->meaning; one++) {
		printf(".It %d\n", one->status);
		put_roff(one->meaning);
		putchar('\n');
	}
	printf(".El\n.Sh EXAMPLES\nThe smallest profile, compiled to a pair of files, and used:\n"
	       ".Bd -literal -offset indent\n"
	       "printf 'name: first\\enframework: %s\\en' >first.yaml\n"
	       "clusterc generate first.yaml \\-o out\n"
	       "out/first.sh create\n"
	       ".Ed\n",
	       clusterc_framework_name(0));
}

/* --- Markdown ------------------------------------------------------------------------------------------ */

static void markdown_option(const struct command *command, const struct option_row *option)
{
	const char *argument = option_argument(command, option);

	printf("| `-%c%s%s`, `--%s%s%s` | %s", option->letter, argument ? " " : "", argument ? argument : "",
	       option->name, argument ? "=" : "", argument ? argument : "", option_doc(command, option));
	put_choices(command, option);
	printf(" |\n");
}

static void markdown_options(const struct command *command)
{
	printf("\n| option | |\n| --- | --- |\n");
	for (const struct option_row *option = options; option->name; option++)
		if (options_command_takes(command, option))
			markdown_option(command, option);
}

void manual_print_reference(struct arena *arena, const struct request_line *line)
{
	(void)arena;
	(void)line;
	printf("# The commands\n\nPrinted from the table the command line is read by. `clusterc COMMAND --help` and "
	       "`man clusterc` say the\n"
	       "same.\n\n| command | |\n| --- | --- |\n");
	for (const struct command *command = commands; command->name; command++)
		printf("| [`%s`](#%s) | %s |\n", command->name, command->name, command->summary);
	printf("\nWithout a command:\n");
	markdown_options(NULL);
	for (const struct command *command = commands; command->name; command++) {
		printf("\n## %s\n\n`clusterc %s%s%s [OPTIONS]`\n\n%s\n", command->name, command->name,
		       *command->arguments ? " " : "", command->arguments, command->details);
		markdown_options(command);
	}
	printf("\n## Exit status\n\n| status | |\n| --- | --- |\n");
	for (const struct exit_status *one = exit_statuses; one->meaning; one++)
		printf("| %d | %s |\n", one->status, one->meaning);
}
