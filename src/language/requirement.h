/* requirement: Python packages as people ask for them: "pandas==2.3.3" and the lines of a requirements file
 * (packaging.python.org, Dependency specifiers; pip.pypa.io, Requirements File Format). */
#ifndef CLUSTERC_REQUIREMENT_H
#define CLUSTERC_REQUIREMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* What is wrong with a requirement, or NULL. `*help` is then what to write instead. */
const char *requirement_fault(struct arena *arena, const char *text, const char **help);

/* The package's name in its normal form: lower case, one '-' for each run of '-', '_' and '.'. Of text that has no name
 * it is the empty text. */
const char *requirement_name(struct arena *arena, const char *text);

/* Whether it names one version, or one file: what is installed is the same tomorrow. */
bool requirement_is_fixed(const char *text);

/* One line of a requirements file, continued lines joined, without comments and hashes. */
struct requirement_line {
	const char *text; /* begins with '-' if it is an option */
	size_t offset;    /* where it begins in the file, in bytes */
};

/* The next line of the file at `*at`, which moves on; false at the end. */
bool requirement_next(struct arena *arena, const char *content, size_t *at, struct requirement_line *line);

/* What is wrong with an option's line in the file, or NULL: options that name further files can't be taken. `*help` as
 * above. */
const char *requirement_option_fault(struct arena *arena, const char *text, const char **help);

#endif
