/* describe_commands: the commands that say what there is: frameworks, schema, reference,
 * explain, help. */
#include "cli/commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "clusterc.h"

static const char *framework_name(const void *subject, size_t i)
{
	(void)subject;
	return i < clusterc_framework_count() ? clusterc_framework_name(i) : NULL;
}

static int no_such(const char *what, const char *word, const char *near)
{
	fprintf(stderr, "clusterc: there is no %s '%s'%s%s%s\n", what, word, near ? "; did you mean '" : "", near ? near : "",
		near ? "'?" : "");
	return STATUS_USAGE;
}

int run_frameworks(const struct request_line *line)
{
	const char *name = line->argument_count == 2 ? line->arguments[1] : NULL;

	if (line->argument_count && strcmp(line->arguments[0], "show"))
		return no_such("word", line->arguments[0], "show");
	if (line->argument_count == 1) {
		fprintf(stderr, "clusterc: frameworks show needs a NAME behind it\n");
		return STATUS_USAGE;
	}
	for (size_t i = 0; i < clusterc_framework_count(); i++) {
		size_t size;
		const char *source = clusterc_framework_source(i, &size);

		if (!name)
			printf("%-12s %s\n", clusterc_framework_name(i), clusterc_framework_title(i));
		else if (!strcmp(name, clusterc_framework_name(i)))
			return fwrite(source, 1, size, stdout) == size ? CLUSTERC_GOOD : CLUSTERC_MACHINE;
	}
	return name ? no_such("framework", name, text_nearest(name, framework_name, NULL)) : CLUSTERC_GOOD;
}

/* Prints what `page` makes of the language that is named. */
static int print_page(const struct request_line *line, char *(*page)(const char *language))
{
	char *text = page(line->arguments[0]);

	if (!text)
		return no_such("language", line->arguments[0], "profile' or 'framework");
	fputs(text, stdout);
	free(text);
	return CLUSTERC_GOOD;
}

int run_schema(const struct request_line *line)
{
	return print_page(line, clusterc_schema);
}

int run_reference(const struct request_line *line)
{
	return print_page(line, clusterc_reference);
}

static const char *code_name(const void *subject, size_t i)
{
	(void)subject;
	return clusterc_code_name(i);
}

static bool explain_code(const char *wanted)
{
	const char *name;

	for (size_t i = 0; (name = clusterc_code_name(i)); i++)
		if (!strcmp(name, wanted)) {
			printf("%s: %s\n", name, clusterc_code_meaning(i));
			return true;
		}
	return false;
}

/* A key of the profile language, or, behind "framework.", of the definitions'. */
static bool explain_key(const char *wanted)
{
	static const char prefix[] = "framework.";
	bool defined = !strncmp(wanted, prefix, sizeof prefix - 1);
	char *text = defined ? clusterc_explain_key("framework", wanted + sizeof prefix - 1) : clusterc_explain_key("profile", wanted);

	if (text)
		fputs(text, stdout);
	free(text);
	return text;
}

int run_explain(const struct request_line *line)
{
	const char *wanted = line->argument_count ? line->arguments[0] : NULL, *name;

	if (wanted)
		return explain_code(wanted) || explain_key(wanted)
			       ? CLUSTERC_GOOD
			       : no_such("key or code", wanted, text_nearest(wanted, code_name, NULL));
	for (size_t i = 0; (name = clusterc_code_name(i)); i++)
		printf("%s\n", name);
	return CLUSTERC_GOOD;
}

int run_help(const struct request_line *line)
{
	const struct command *command = line->argument_count ? command_named(line->arguments[0]) : NULL;

	if (line->argument_count && !command)
		return no_such("command", line->arguments[0], NULL);
	options_help(command);
	return CLUSTERC_GOOD;
}
