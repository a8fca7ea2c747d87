/* describe_commands: the commands that say what there is: frameworks, schema, reference,
 * explain, help. */
#include "cli/commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/manual.h"
#include "cli/report.h"
#include "cli/words.h"
#include "clusterc.h"

/* Prints a text and frees it; whether there was one. */
static bool print_text(char *text)
{
	if (!text)
		return false;
	fputs(text, stdout);
	free(text);
	return true;
}

/* Something of which several are built in, each a file for people to read. */
struct builtin_list {
	const char *what, *command;
	size_t (*count)(void);
	const char *(*name)(size_t);
	const char *(*title)(size_t);
	const char *(*source)(size_t, size_t *);
};

/* Lists them, or prints one: [show NAME]. */
static int show_builtin(const struct request_line *line, const struct builtin_list *list)
{
	const char *name = line->argument_count == 2 ? line->arguments[1] : NULL;

	if (line->argument_count && strcmp(line->arguments[0], "show"))
		return words_no_such("word", line, 0);
	if (line->argument_count == 1) {
		fprintf(stderr, "clusterc: %s show needs a NAME behind it\n", list->command);
		return STATUS_USAGE;
	}
	for (size_t i = 0; i < list->count(); i++) {
		size_t size;
		const char *source = list->source(i, &size);

		if (!name)
			printf("%-12s %s\n", list->name(i), list->title(i));
		else if (!strcmp(name, list->name(i)))
			return fwrite(source, 1, size, stdout) == size ? CLUSTERC_GOOD : CLUSTERC_MACHINE;
	}
	return name ? words_no_such(list->what, line, 1) : CLUSTERC_GOOD;
}

int command_frameworks(const struct request_line *line)
{
	static const struct builtin_list list = {"framework",
						 "frameworks",
						 clusterc_framework_count,
						 clusterc_framework_name,
						 clusterc_framework_title,
						 clusterc_framework_source};

	return show_builtin(line, &list);
}

/* The rules of a site in a file. */
static int print_own_rules(const char *path)
{
	struct clusterc *compiler = clusterc_new();
	const char *words = NULL;
	int status;

	if (!compiler)
		return report_no_memory();
	clusterc_any_language(compiler, true);
	status = (int)clusterc_compile(compiler, path);
	status = report_sum(path, "", report(compiler, stderr), NULL, status);
	if (!status)
		words = clusterc_site_words(compiler);
	if (words)
		report_put_safe_lines(words, strlen(words), stdout);
	else if (!status) {
		report_path(path, " is not a site; give the file that 'site:' in a profile names\n");
		status = CLUSTERC_WRONG;
	}
	clusterc_free(compiler);
	return status;
}

/* rules NAME, or rules FILE: names have neither a slash nor a dot. */
static int print_site_rules(const struct request_line *line)
{
	if (line->argument_count == 1) {
		fprintf(stderr, "clusterc: sites rules needs a NAME or a FILE\n");
		return STATUS_USAGE;
	}
	if (strpbrk(line->arguments[1], "/."))
		return print_own_rules(line->arguments[1]);
	return print_text(clusterc_site_rules(line->arguments[1])) ? CLUSTERC_GOOD : words_no_such("site", line, 1);
}

int command_sites(const struct request_line *line)
{
	static const struct builtin_list list = {
		"site", "sites", clusterc_site_count, clusterc_site_name, clusterc_site_title, clusterc_site_source};

	if (line->argument_count && !strcmp(line->arguments[0], "rules"))
		return print_site_rules(line);
	return show_builtin(line, &list);
}

/* Prints what `page` makes of the language, or the like, that is named. */
static int print_page(const struct request_line *line, const char *what, char *(*page)(const char *name))
{
	return print_text(page(line->arguments[0])) ? CLUSTERC_GOOD : words_no_such(what, line, 0);
}

int command_schema(const struct request_line *line)
{
	return print_page(line, "language", clusterc_schema);
}

int command_reference(const struct request_line *line)
{
	if (!strcmp(line->arguments[0], "commands"))
		return words_with_arena(manual_print_reference, line);
	return print_page(line, "page", clusterc_reference);
}

/* A key of the profile language, or, behind "framework." or "site.", of the others. */
static bool explain_key(const char *wanted)
{
	static const char *const others[] = {"framework", "site"};
	char *text = NULL;

	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		size_t size = strlen(others[i]);

		if (!strncmp(wanted, others[i], size) && wanted[size] == '.')
			text = clusterc_explain_key(others[i], wanted + size + 1);
	}
	return print_text(text ? text : clusterc_explain_key("profile", wanted));
}

int command_explain(const struct request_line *line)
{
	const char *wanted = line->argument_count ? line->arguments[0] : NULL, *name;

	if (wanted)
		return print_text(clusterc_explain_code(wanted)) || explain_key(wanted)
			       ? CLUSTERC_GOOD
			       : words_no_such("key or code", line, 0);
	for (size_t i = 0; (name = clusterc_code_name(i)); i++)
		printf("%s\n", name);
	return CLUSTERC_GOOD;
}

int command_man(const struct request_line *line)
{
	return words_with_arena(manual_print, line);
}

int command_help(const struct request_line *line)
{
	const struct command *command = line->argument_count ? options_command_named(line->arguments[0]) : NULL;

	if (line->argument_count && !command)
		return options_unknown_command(line->arguments[0]);
	options_help(command);
	return CLUSTERC_GOOD;
}
