/* builtin: the definitions in the binary, bound while building, and the manager's body.
 * The tables are made by src/tools/embed.c from frameworks/ and manager/. */
#ifndef CLUSTERC_BUILTIN_H
#define CLUSTERC_BUILTIN_H

#include "language/framework.h"

struct builtin_framework {
	const char *name;
	const char *digest;                /* of the canonical text */
	const struct framework *framework; /* bound and checked */
	const char *source;                /* the file as it is, for people to read */
	size_t source_size;
};

extern const struct builtin_framework builtin_frameworks[];
extern const size_t builtin_framework_count;

extern const char builtin_manager[];
extern const size_t builtin_manager_size;

/* The framework of that name, or NULL. */
const struct builtin_framework *builtin_framework_named(const char *name);

#endif
