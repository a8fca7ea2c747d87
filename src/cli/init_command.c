/* init_command: a profile to begin with, printed or put into a new file. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/report.h"
#include "cli/words.h"
#include "clusterc.h"

#define SCHEMA "profile.schema.json"

/* Where the schema is. An absolute path is good on every machine where clusterc was installed in the
 * same place; where it wasn't installed, a copy beside the profile is named. */
static const char *schema_of(const struct request_line *line)
{
	if (line->schema)
		return line->schema;
	return access(SCHEMA_DIRECTORY "/" SCHEMA, R_OK) ? SCHEMA : SCHEMA_DIRECTORY "/" SCHEMA;
}

/* Where the first line names a copy that nobody asked for. */
static void tell_of_copy(const char *schema, const struct request_line *line)
{
	const char *slash = line->output ? strrchr(line->output, '/') : NULL;

	if (line->schema || strcmp(schema, SCHEMA))
		return;
	fputs("clusterc: for editors, the profile's first line names " SCHEMA
	      " beside it; this makes it:\nclusterc schema profile >",
	      stderr);
	if (slash)
		report_put_safe_lines(line->output, (size_t)(slash + 1 - line->output), stderr);
	fputs(SCHEMA "\n", stderr);
}

static int cannot_write(const char *path)
{
	report_path(path, " can't be written: %s", strerror(errno));
	return CLUSTERC_MACHINE;
}

/* Whole or not at all, and never over what is there. */
static int write_new(const char *path, const char *text)
{
	FILE *file = fopen(path, "wx");
	bool whole;

	if (!file && errno == EEXIST) {
		report_path(path, " is there already, and stays as it is; choose another FILE");
		return STATUS_USAGE;
	}
	if (!file)
		return cannot_write(path);
	whole = fputs(text, file) != EOF;
	if (fclose(file) || !whole) {
		int status = cannot_write(path);

		remove(path);
		return status;
	}
	return CLUSTERC_GOOD;
}

int command_init(const struct request_line *line)
{
	const char *schema = schema_of(line);
	char *text;
	int status = CLUSTERC_GOOD;

	if (line->argument_count && !words_stand_at(line, 0))
		return words_no_such("framework", line, 0);
	text = clusterc_starter(line->argument_count ? line->arguments[0] : clusterc_framework_name(0), schema);
	if (!text)
		return report_no_memory();
	if (line->output)
		status = write_new(line->output, text);
	else
		fputs(text, stdout);
	free(text);
	if (!status)
		tell_of_copy(schema, line);
	return status;
}
