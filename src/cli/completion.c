/* completion: scripts that complete clusterc's command line in bash, zsh and fish, written from the
 * tables of commands and options. Each shell has its own way to say the same: which commands there
 * are, which options each takes, and what can stand behind an option and at each place. */
#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/words.h"

/* How many places of a command's arguments have words of their own. */
static int places_of(const struct command *command)
{
	return command->words && command->most > 0 ? command->most : 0;
}

static bool takes_files(const struct command *command)
{
	return !command->words && command->most;
}

static bool is_directory(const char *argument)
{
	return !strcmp(argument, "DIR");
}

static bool is_file(const char *argument)
{
	return !strcmp(argument, "FILE") || !strcmp(argument, "PATH");
}

/* What can stand behind the option, or at the place: with spaces between, in the arena. */
static const char *joined(struct arena *arena, const struct texts *words)
{
	struct text out = TEXT_IN(arena);

	for (size_t i = 0; i < words->count; i++) {
		text_add(&out, i ? " " : "");
		text_add(&out, words->items[i]);
	}
	return text_done(&out);
}

static const char *option_words(struct arena *arena, const struct command *command, const struct option_row *option)
{
	struct texts words = {0};

	if (option->words)
		option->words(arena, command, &words);
	return joined(arena, &words);
}

static const char *place_words(struct arena *arena, const struct command *command, int place)
{
	struct texts words = {0};

	command->words(arena, place, &words);
	return joined(arena, &words);
}

static const char *command_words(struct arena *arena)
{
	struct texts words = {0};

	for (const struct command *command = commands; command->name; command++)
		texts_add(arena, &words, command->name);
	return joined(arena, &words);
}

/* "-o --output -h --help" */
static const char *option_names(struct arena *arena, const struct command *command)
{
	struct texts words = {0};

	for (const struct option_row *option = options; option->name; option++)
		if (command_takes(command, option)) {
			texts_add(arena, &words, text_format(arena, "-%c", option->letter));
			texts_add(arena, &words, text_format(arena, "--%s", option->name));
		}
	return joined(arena, &words);
}

/* As a word of a shell in single quotes, where `escaped` is what a quote itself becomes; characters of
 * `special` get a backslash. */
static void put_quoted(const char *text, const char *escaped, const char *special)
{
	for (; *text; text++)
		if (*text == '\'')
			fputs(escaped, stdout);
		else
			printf("%s%c", strchr(special, *text) ? "\\" : "", *text);
}

/* --- bash ------------------------------------------------------------------------------------------ */

/* Works in bash 3.2 and without the package bash-completion. `=` is a word of its own there. */
static const char bash_head[] =
	"# Completion of clusterc in bash, as `clusterc completion bash` prints it.\n"
	"_clusterc() {\n"
	"\tlocal IFS=$' \\t\\n' current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}\n"
	"\tlocal command='' place=0 index words='' prefix=''\n"
	"\tif [ \"$current\" = = ]; then\n"
	"\t\tcurrent=''\n"
	"\telif [ \"$previous\" = = ]; then\n"
	"\t\tprevious=${COMP_WORDS[COMP_CWORD - 2]}\n"
	"\tfi\n"
	"\tfor ((index = 1; index < COMP_CWORD; index++)); do\n"
	"\t\tcase ${COMP_WORDS[index]} in\n";

static const char bash_middle[] =
	"\t\t-*) ;;\n"
	"\t\t*) if [ -z \"$command\" ]; then command=${COMP_WORDS[index]}; else place=$((place + 1)); fi ;;\n"
	"\t\tesac\n"
	"\tdone\n"
	"\tCOMPREPLY=()\n"
	"\tcase $command:$previous in\n";

static const char bash_tail[] =
	"\t*)\n"
	"\t\tcase $command:$place:$current in\n";

static const char bash_end[] =
	"\t\tesac\n"
	"\t\t;;\n"
	"\tesac\n"
	"\tCOMPREPLY=($(compgen -P \"$prefix\" -W \"$words\" -- \"${current#\"$prefix\"}\"))\n"
	"}\n"
	"complete -o bashdefault -o default -F _clusterc clusterc\n";

static void bash_option(struct arena *arena, const struct command *command, const struct option_row *option)
{
	const char *argument = option_argument(command, option);

	printf("\t%s:-%c | %s:--%s)", command->name, option->letter, command->name, option->name);
	if (is_directory(argument))
		printf("\n\t\tcompopt -o filenames 2>/dev/null\n\t\tCOMPREPLY=($(compgen -d -- \"$current\"))\n\t\treturn\n\t\t;;\n");
	else if (option->words)
		printf(" words='%s' ;;\n", option_words(arena, command, option));
	else
		printf(" return ;;\n");
}

/* Words behind an option's letter, in the same word: -Wno-CODE. */
static void bash_attached(struct arena *arena, const struct command *command)
{
	for (const struct option_row *option = options; option->name; option++)
		if (option->words && command_takes(command, option))
			printf("\t\t%s:*:-%c*) prefix=-%c words='%s' ;;\n", command->name, option->letter, option->letter,
			       option_words(arena, command, option));
}

static void bash_command(struct arena *arena, const struct command *command)
{
	bash_attached(arena, command);
	printf("\t\t%s:*:-*) words='%s' ;;\n", command->name, option_names(arena, command));
	for (int place = 0; place < places_of(command); place++)
		printf("\t\t%s:%d:*) words='%s' ;;\n", command->name, place, place_words(arena, command, place));
}

static void print_bash(struct arena *arena)
{
	fputs(bash_head, stdout);
	printf("\t\t");
	for (const struct option_row *option = options; option->name; option++)
		if (option->argument)
			printf("%s-%c | --%s", option == options ? "" : " | ", option->letter, option->name);
	printf(")\n\t\t\tindex=$((index + 1))\n\t\t\t[ \"${COMP_WORDS[index]}\" != = ] || index=$((index + 1))\n\t\t\t;;\n");
	fputs(bash_middle, stdout);
	for (const struct command *command = commands; command->name; command++)
		for (const struct option_row *option = options; option->name; option++)
			if (option->argument && command_takes(command, option))
				bash_option(arena, command, option);
	fputs(bash_tail, stdout);
	printf("\t\t:*:*) words='%s %s' ;;\n", command_words(arena), option_names(arena, NULL));
	for (const struct command *command = commands; command->name; command++)
		bash_command(arena, command);
	fputs(bash_end, stdout);
}

/* --- zsh ------------------------------------------------------------------------------------------- */

static void zsh_values(const char *argument, const char *words)
{
	if (is_directory(argument))
		printf("_files -/");
	else if (is_file(argument))
		printf("_files");
	else if (*words)
		printf("(%s)", words);
	else
		putchar(' ');
}

static void zsh_option(struct arena *arena, const struct command *command, const struct option_row *option)
{
	const char *argument = option_argument(command, option);

	if (argument)
		printf(" \\\n\t\t\t'*'{-%c+,--%s=}'[", option->letter, option->name);
	else
		printf(" \\\n\t\t\t'(-%c --%s)'{-%c,--%s}'[", option->letter, option->name, option->letter, option->name);
	put_quoted(option_doc(command, option), "'\\''", "[]\\");
	putchar(']');
	if (argument) {
		printf(":%s:", argument);
		zsh_values(argument, option_words(arena, command, option));
	}
	putchar('\'');
}

static void zsh_command(struct arena *arena, const struct command *command)
{
	printf("\t%s)\n\t\t_arguments -s -S", command->name);
	for (const struct option_row *option = options; option->name; option++)
		if (command_takes(command, option))
			zsh_option(arena, command, option);
	for (int place = 0; place < places_of(command); place++)
		printf(" \\\n\t\t\t'%d:argument:(%s)'", place + 1, place_words(arena, command, place));
	if (takes_files(command))
		printf(" \\\n\t\t\t'*:file:_files'");
	printf("\n\t\t;;\n");
}

static void print_zsh(struct arena *arena)
{
	printf("#compdef clusterc\n"
	       "# Completion of clusterc in zsh, as `clusterc completion zsh` prints it.\n"
	       "_clusterc() {\n"
	       "\tlocal curcontext=$curcontext state line\n"
	       "\tlocal -a commands\n"
	       "\tcommands=(\n");
	for (const struct command *command = commands; command->name; command++) {
		printf("\t\t'%s:", command->name);
		put_quoted(command->summary, "'\\''", "\\");
		printf("'\n");
	}
	printf("\t)\n\t_arguments -C");
	for (const struct option_row *option = options; option->name; option++)
		if (command_takes(NULL, option))
			zsh_option(arena, NULL, option);
	printf(" \\\n\t\t\t'1:command:->command' '*::argument:->argument' && return\n"
	       "\tif [[ $state = command ]]; then\n"
	       "\t\t_describe command commands\n"
	       "\t\treturn\n"
	       "\tfi\n"
	       "\tcase $words[1] in\n");
	for (const struct command *command = commands; command->name; command++)
		zsh_command(arena, command);
	printf("\tesac\n"
	       "}\n"
	       "if [[ $funcstack[1] = _clusterc ]]; then\n"
	       "\t_clusterc \"$@\"\n"
	       "else\n"
	       "\tcompdef _clusterc clusterc\n"
	       "fi\n");
}

/* --- fish ------------------------------------------------------------------------------------------ */

/* __clusterc_at COMMAND [PLACE]: whether this command is being typed, and this place of its arguments;
 * COMMAND '' is the place of the command itself. */
static const char fish_head[] =
	"# Completion of clusterc in fish, as `clusterc completion fish` prints it.\n"
	"function __clusterc_at\n"
	"    set -l skip no\n"
	"    set -l seen\n"
	"    for word in (commandline -opc)[2..-1]\n"
	"        if test $skip = yes\n"
	"            set skip no\n"
	"        else if contains -- $word";

static const char fish_middle[] =
	"\n"
	"            set skip yes\n"
	"        else if not string match -q -- '-*' $word\n"
	"            set -a seen $word\n"
	"        end\n"
	"    end\n"
	"    if test -z \"$argv[1]\"\n"
	"        test (count $seen) -eq 0\n"
	"        return\n"
	"    end\n"
	"    test \"$seen[1]\" = $argv[1]; or return\n"
	"    test (count $argv) -eq 1; or test (count $seen) -eq (math $argv[2] + 1)\n"
	"end\n"
	"complete -c clusterc -f\n";

static void fish_option(struct arena *arena, const struct command *command, const struct option_row *option)
{
	const char *argument = option_argument(command, option);

	printf("complete -c clusterc -n '__clusterc_at %s' -s %c -l %s -d '", command ? command->name : "\"\"", option->letter, option->name);
	put_quoted(option_doc(command, option), "\\'", "\\");
	putchar('\'');
	if (argument && is_directory(argument))
		printf(" -x -a '(__fish_complete_directories)'");
	else if (argument && is_file(argument))
		printf(" -r -F");
	else if (argument)
		printf(" -x -a '%s'", option_words(arena, command, option));
	putchar('\n');
}

static void fish_command(struct arena *arena, const struct command *command)
{
	printf("complete -c clusterc -n '__clusterc_at \"\"' -a %s -d '", command->name);
	put_quoted(command->summary, "\\'", "\\");
	printf("'\n");
	for (const struct option_row *option = options; option->name; option++)
		if (command_takes(command, option))
			fish_option(arena, command, option);
	for (int place = 0; place < places_of(command); place++)
		printf("complete -c clusterc -n '__clusterc_at %s %d' -a '%s'\n", command->name, place, place_words(arena, command, place));
	if (takes_files(command))
		printf("complete -c clusterc -n '__clusterc_at %s' -F\n", command->name);
}

static void print_fish(struct arena *arena)
{
	fputs(fish_head, stdout);
	for (const struct option_row *option = options; option->name; option++)
		if (option->argument)
			printf(" -%c --%s", option->letter, option->name);
	fputs(fish_middle, stdout);
	for (const struct option_row *option = options; option->name; option++)
		if (command_takes(NULL, option))
			fish_option(arena, NULL, option);
	for (const struct command *command = commands; command->name; command++)
		fish_command(arena, command);
}

/* --- The command ------------------------------------------------------------------------------------ */

static const struct shell {
	const char *name;
	void (*print)(struct arena *arena);
} shells[] = {{"bash", print_bash}, {"zsh", print_zsh}, {"fish", print_fish}};
enum { SHELLS = sizeof shells / sizeof *shells };

void words_of_shells(struct arena *arena, int position, struct texts *words)
{
	(void)position;
	for (size_t i = 0; i < SHELLS; i++)
		texts_add(arena, words, shells[i].name);
}

static void print_completion(struct arena *arena, const struct request_line *line)
{
	for (size_t i = 0; i < SHELLS; i++)
		if (!strcmp(shells[i].name, line->arguments[0]))
			shells[i].print(arena);
}

int run_completion(const struct request_line *line)
{
	return is_word(line, 0) ? with_arena(print_completion, line) : no_such("shell", line, 0);
}
