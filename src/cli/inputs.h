/* inputs: the profiles that a command line names. */
#ifndef CLUSTERC_INPUTS_H
#define CLUSTERC_INPUTS_H

#include <stddef.h>

/* Paths in the order in which they are compiled; all of it is freed with inputs_free(). */
struct inputs {
	char **paths;
	size_t count, room;
};

/* Each argument is a file, - for standard input, or a directory, which stands for the profiles in it:
 * regular files (or links to such) called *.yaml or *.yml, without those that begin with a dot, in the
 * order of their names' bytes; directories in it aren't looked into. `output`, which may be NULL, is
 * where a command writes: a directory of profiles can't be that too. 0, or the exit status after a
 * message on standard error. */
int inputs_read(struct inputs *inputs, char *const *arguments, int count, const char *output);
void inputs_free(struct inputs *inputs);

#endif
