/* builtin: looking up what is built in. */
#include "language/builtin.h"

#include <string.h>

const struct builtin_framework *builtin_framework_named(const char *name)
{
	for (size_t i = 0; i < builtin_framework_count; i++)
		if (!strcmp(builtin_frameworks[i].name, name))
			return &builtin_frameworks[i];
	return NULL;
}

const struct builtin_site *builtin_site_named(const char *name)
{
	for (size_t i = 0; i < builtin_site_count; i++)
		if (!strcmp(builtin_sites[i].name, name))
			return &builtin_sites[i];
	return NULL;
}
