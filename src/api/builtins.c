/* builtins: the frameworks and sites in the binary, by number. */
#include "clusterc.h"

#include "language/builtin.h"

size_t clusterc_framework_count(void)
{
	return builtin_framework_count;
}

const char *clusterc_framework_name(size_t index)
{
	return builtin_frameworks[index].name;
}

const char *clusterc_framework_title(size_t index)
{
	return builtin_frameworks[index].framework->title;
}

const char *clusterc_framework_source(size_t index, size_t *size)
{
	*size = builtin_frameworks[index].source_size;
	return builtin_frameworks[index].source;
}

size_t clusterc_site_count(void)
{
	return builtin_site_count;
}

const char *clusterc_site_name(size_t index)
{
	return builtin_sites[index].name;
}

const char *clusterc_site_title(size_t index)
{
	return builtin_sites[index].title;
}

const char *clusterc_site_source(size_t index, size_t *size)
{
	*size = builtin_sites[index].source_size;
	return builtin_sites[index].source;
}
