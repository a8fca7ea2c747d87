/* inputs: from the arguments of a command to the paths of profiles. */
#include "cli/inputs.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/options.h"
#include "cli/report.h"
#include "clusterc.h"

/* Takes the path over, which is NULL where there was no memory for it. */
static int add_input(struct inputs *inputs, char *path)
{
	if (path && inputs->count == inputs->room) {
		size_t room = inputs->room ? inputs->room * 2 : 8;
		char **larger = realloc(inputs->paths, room * sizeof *larger);

		if (!larger) {
			free(path);
			return report_no_memory();
		}
		inputs->paths = larger;
		inputs->room = room;
	}
	if (!path)
		return report_no_memory();
	inputs->paths[inputs->count++] = path;
	return 0;
}

static char *path_in(const char *directory, const char *name)
{
	size_t size = strlen(directory), room = size + strlen(name) + 2;
	char *path = malloc(room);

	if (path)
		snprintf(path, room, "%s%s%s", directory, size && directory[size - 1] == '/' ? "" : "/", name);
	return path;
}

static bool is_profile_name(const char *name)
{
	const char *dot = strrchr(name, '.');

	return *name != '.' && dot && (!strcmp(dot, ".yaml") || !strcmp(dot, ".yml"));
}

/* A link that leads nowhere counts: whoever reads it says what is wrong. */
static bool may_be_file(const char *path)
{
	struct stat facts;

	return stat(path, &facts) || S_ISREG(facts.st_mode);
}

static int compare_paths(const void *left, const void *right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

static int add_directory_entries(struct inputs *inputs, DIR *directory, const char *path)
{
	const struct dirent *entry;
	int status = 0;

	while (!status && (entry = readdir(directory))) {
		char *its;

		if (!is_profile_name(entry->d_name))
			continue;
		its = path_in(path, entry->d_name);
		if (its && !may_be_file(its))
			free(its);
		else
			status = add_input(inputs, its);
	}
	return status;
}

static int add_directory(struct inputs *inputs, const char *path)
{
	size_t before = inputs->count;
	DIR *directory = opendir(path);
	int status;

	if (!directory) {
		report_path(path, ": can't be read: %s", strerror(errno));
		return CLUSTERC_MACHINE;
	}
	status = add_directory_entries(inputs, directory, path);
	closedir(directory);
	if (!status && inputs->count == before) {
		report_path(path, ": there is no profile in this directory: no file that is called *.yaml or *.yml");
		return STATUS_USAGE;
	}
	if (!status)
		qsort(inputs->paths + before, inputs->count - before, sizeof *inputs->paths, compare_paths);
	return status;
}

/* What is written into a directory of profiles would be taken for profiles the next time. */
static int refuse_output(const char *path, const struct stat *facts, const char *output)
{
	struct stat its;

	if (!output || stat(output, &its) || its.st_dev != facts->st_dev || its.st_ino != facts->st_ino)
		return 0;
	report_path(path, ": profiles are read from this directory, so manifests can't be written into it: choose "
			  "another one for -o");
	return STATUS_USAGE;
}

static int add_argument(struct inputs *inputs, const char *argument, const char *output)
{
	struct stat facts;
	int status;

	if (!strcmp(argument, "-"))
		for (size_t i = 0; i < inputs->count; i++)
			if (!strcmp(inputs->paths[i], "-")) {
				fprintf(stderr, "clusterc: standard input (-) can be read once only\n");
				return STATUS_USAGE;
			}
	if (!strcmp(argument, "-") || stat(argument, &facts) || !S_ISDIR(facts.st_mode))
		return add_input(inputs, strdup(argument));
	status = refuse_output(argument, &facts, output);
	return status ? status : add_directory(inputs, argument);
}

int inputs_read(struct inputs *inputs, char *const *arguments, int count, const char *output)
{
	int status = 0;

	*inputs = (struct inputs){0};
	for (int i = 0; !status && i < count; i++)
		status = add_argument(inputs, arguments[i], output);
	return status;
}

void inputs_free(struct inputs *inputs)
{
	for (size_t i = 0; i < inputs->count; i++)
		free(inputs->paths[i]);
	free(inputs->paths);
}
