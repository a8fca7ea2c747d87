/* completion: what can stand next on the command line, from the tables that read it; and the scripts by which
 * bash, zsh and fish ask `clusterc __complete` for it. */
#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/words.h"
#include "clusterc.h"

/* What is being typed. */
struct typing {
	struct arena *arena;
	const struct command *command;     /* NULL: none yet */
	const struct option_row *argument; /* of which the word is the argument; NULL: of none */
	bool plain;                        /* after --, where words aren't options */
	int place;                         /* of the word among the command's arguments, from 0 */
	const char *word;
	size_t hidden; /* how many of its first bytes the shell doesn't count to it */
};

/* --- The words before it ------------------------------------------------------------------------------ */

static const struct option_row *option_by_name(const char *name, size_t size)
{
	for (const struct option_row *option = options; option->name; option++)
		if (strlen(option->name) == size && !memcmp(option->name, name, size))
			return option;
	return NULL;
}

static const struct option_row *option_by_letter(char letter)
{
	for (const struct option_row *option = options; option->name; option++)
		if (option->letter == letter)
			return option;
	return NULL;
}

/* The option in the word that takes an argument, or NULL. What stands in `argument` then follows the option in the
 * same word, and is NULL if nothing does. */
static const struct option_row *option_in(const char *word, const char **argument)
{
	const struct option_row *option = NULL;

	*argument = NULL;
	if (!strncmp(word, "--", 2)) {
		size_t size = strcspn(word + 2, "=");

		option = option_by_name(word + 2, size);
		if (word[2 + size])
			*argument = word + 2 + size + 1;
		return option && option->argument ? option : NULL;
	}
	for (const char *letter = word + 1; *word == '-' && *letter; letter++)
		if ((option = option_by_letter(*letter)) && option->argument) {
			*argument = letter[1] ? letter + 1 : NULL;
			return option;
		}
	return NULL;
}

static void take_word(struct typing *it, const char *word)
{
	const char *argument;

	if (it->argument) {
		it->argument = NULL;
	} else if (!it->plain && !strcmp(word, "--")) {
		it->plain = true;
	} else if (!it->plain && *word == '-' && word[1]) {
		const struct option_row *option = option_in(word, &argument);

		it->argument = argument ? NULL : option;
	} else if (!it->command) {
		it->command = options_command_named(word);
	} else {
		it->place++;
	}
}

/* --- What can stand there ------------------------------------------------------------------------------- */

/* Prints a candidate if it goes on as the word does; `before` is put in front of it. */
static void offer(const struct typing *it, const char *before, const char *candidate, const char *doc)
{
	const char *whole = text_join(it->arena, before, candidate, NULL);

	if (!strncmp(whole, it->word, strlen(it->word)))
		printf("%s%s%s\n", whole + it->hidden, doc ? "\t" : "", doc ? doc : "");
}

static void offer_all(const struct typing *it, const char *before, const struct texts *words)
{
	for (size_t i = 0; i < words->count; i++)
		offer(it, before, words->items[i], NULL);
}

static void offer_argument(const struct typing *it, const struct option_row *option, const char *before)
{
	const char *argument = option_argument(it->command, option);
	struct texts words = {0};

	if (option->words)
		option->words(it->arena, it->command, &words);
	else if (!strcmp(argument, "DIR"))
		printf("DIR\n");
	else if (!strcmp(argument, "FILE") || !strcmp(argument, "PATH"))
		printf("FILE\n");
	offer_all(it, before, &words);
}

static void offer_options(const struct typing *it)
{
	for (const struct option_row *option = options; option->name; option++)
		if (options_command_takes(it->command, option)) {
			offer(it, "--", option->name, option_doc(it->command, option));
			offer(it, "-", (const char[]){option->letter, '\0'}, option_doc(it->command, option));
		}
}

static void offer_word_of_command(const struct typing *it)
{
	const struct command *command = it->command;
	struct texts words = {0};

	if (command->most >= 0 && it->place >= command->most)
		return;
	if (command->words)
		command->words(it->arena, it->place, &words);
	else
		printf("FILE\n");
	offer_all(it, "", &words);
}

static void offer_what_fits(const struct typing *it)
{
	const char *argument;
	const struct option_row *option = it->plain || it->argument ? NULL : option_in(it->word, &argument);

	if (it->argument)
		offer_argument(it, it->argument, "");
	else if (option && argument)
		offer_argument(it, option, text_copy(it->arena, it->word, (size_t)(argument - it->word)));
	else if (*it->word == '-' && !it->plain)
		offer_options(it);
	else if (it->command)
		offer_word_of_command(it);
	else
		for (const struct command *command = commands; command->name; command++)
			offer(it, "", command->name, command->summary);
}

/* The word at `index`. bash makes three words of --set=a, of which `=` is one: they are put together, `index` is moved
 * to the last of them, and `hidden` is how many bytes stand before it, or before what follows the `=`. */
static const char *whole_word(struct arena *arena, const struct request_line *line, int *index, size_t *hidden)
{
	const char *word = line->arguments[*index];

	*hidden = 0;
	while (*index + 1 < line->argument_count) {
		const char *next = line->arguments[*index + 1];
		bool is_sign = !strcmp(next, "=");

		if (!is_sign && strcmp(line->arguments[*index], "=") != 0)
			break;
		*hidden = strlen(word) + is_sign;
		word = text_join(arena, word, next, NULL);
		++*index;
	}
	return word;
}

static void complete(struct arena *arena, const struct request_line *line)
{
	struct typing it = {.arena = arena, .word = ""};

	for (int i = 0; i < line->argument_count; i++) {
		it.word = whole_word(arena, line, &i, &it.hidden);
		if (i + 1 < line->argument_count)
			take_word(&it, it.word);
	}
	offer_what_fits(&it);
}

int completion_complete(int count, char **words)
{
	return words_with_arena(complete, &(struct request_line){.arguments = words, .argument_count = count});
}

/* --- The scripts ------------------------------------------------------------------------------------ */

/* Works in bash 3.2, without the package bash-completion. */
static const char bash_script[] =
	"# Completion of clusterc in bash, as `clusterc completion bash` prints it.\n"
	"_clusterc() {\n"
	"\tlocal IFS=$'\\n' line current=${COMP_WORDS[COMP_CWORD]}\n"
	"\tCOMPREPLY=()\n"
	"\twhile read -r line; do\n"
	"\t\tcase $line in\n"
	"\t\tFILE) ;; # bash does\n"
	"\t\tDIR) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- \"${current#=}\")) ;;\n"
	"\t\t*) COMPREPLY+=(\"${line%%$'\\t'*}\") ;;\n"
	"\t\tesac\n"
	"\tdone < <(\"$1\" __complete \"${COMP_WORDS[@]:1:COMP_CWORD}\" 2>/dev/null)\n"
	"\t[[ ${COMPREPLY-} != *= ]] || compopt -o nospace 2>/dev/null\n"
	"}\n"
	"complete -o bashdefault -o default -F _clusterc clusterc\n";

static const char zsh_script[] =
	"#compdef clusterc\n"
	"# Completion of clusterc in zsh, as `clusterc completion zsh` prints it.\n"
	"_clusterc() {\n"
	"\tlocal line\n"
	"\tlocal -a whole begun\n"
	"\tfor line in ${(f)\"$($words[1] __complete \"${(@Q)words[2,CURRENT]}\" 2>/dev/null)\"}; do\n"
	"\t\tcase $line in\n"
	"\t\tFILE) compset -P '--*='; _files ;;\n"
	"\t\tDIR) compset -P '--*='; _files -/ ;;\n"
	"\t\t*=) begun+=(${line//:/\\\\:}) ;;\n"
	"\t\t*) whole+=(${${line//:/\\\\:}/$'\\t'/:}) ;;\n"
	"\t\tesac\n"
	"\tdone\n"
	"\t_describe word whole -- begun -S ''\n"
	"}\n"
	"if [[ $funcstack[1] = _clusterc ]]; then _clusterc \"$@\"; else compdef _clusterc clusterc; fi\n";

static const char fish_script[] =
	"# Completion of clusterc in fish, as `clusterc completion fish` prints it.\n"
	"function __clusterc_complete\n"
	"    set -l words (commandline -opc)\n"
	"    set -l current (commandline -ct)\n"
	"    set -l option (string match -r -- '^--[a-z]+=' \"$current\")\n"
	"    set -l name (string replace -- \"$option\" '' \"$current\")\n"
	"    for line in ($words[1] __complete $words[2..-1] \"$current\" 2>/dev/null)\n"
	"        switch $line\n"
	"            case FILE\n"
	"                string join \\n -- \"$option\"(__fish_complete_path \"$name\")\n"
	"            case DIR\n"
	"                string join \\n -- \"$option\"(__fish_complete_directories \"$name\")\n"
	"            case '*'\n"
	"                echo $line\n"
	"        end\n"
	"    end\n"
	"end\n"
	"complete -c clusterc -f -a '(__clusterc_complete)'\n";

static const struct shell {
	const char *name, *script;
} shells[] = {{"bash", bash_script}, {"zsh", zsh_script}, {"fish", fish_script}};
enum { SHELLS = sizeof shells / sizeof *shells };

void completion_words_of_shells(struct arena *arena, int position, struct texts *words)
{
	(void)position;
	for (size_t i = 0; i < SHELLS; i++)
		texts_add(arena, words, shells[i].name);
}

int completion_command(const struct request_line *line)
{
	for (size_t i = 0; i < SHELLS; i++)
		if (!strcmp(shells[i].name, line->arguments[0])) {
			fputs(shells[i].script, stdout);
			return CLUSTERC_GOOD;
		}
	return words_no_such("shell", line, 0);
}
