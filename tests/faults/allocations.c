/* allocations: every allocation fails in turn, those of libyaml and libcyaml included. This program has
 * its own malloc(), which lets the n-th call fail and counts what is not freed. Each n has to end
 * with an error of the machine or with success, without a leak, and a compile after it has to
 * give what the first one gave. Prints TAP. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clusterc.h"

#if !defined(__GLIBC__) || defined(__SANITIZE_ADDRESS__)
int main(void)
{
	printf("1..0 # SKIP the C library's malloc can't be replaced here\n");
	return 0;
}
#else

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void __libc_free(void *memory);

static long calls, failing, alive;

static bool fails(void)
{
	return ++calls == failing;
}

void *malloc(size_t size)
{
	void *memory = fails() ? NULL : __libc_malloc(size);

	alive += memory != NULL;
	return memory;
}

void *calloc(size_t count, size_t size)
{
	void *memory = fails() ? NULL : __libc_calloc(count, size);

	alive += memory != NULL;
	return memory;
}

void *realloc(void *old, size_t size)
{
	void *memory = fails() ? NULL : __libc_realloc(old, size);

	alive += memory != NULL && !old;
	return memory;
}

void free(void *memory)
{
	alive -= memory != NULL;
	__libc_free(memory);
}

static unsigned tests;

static bool tell(bool good, const char *what, const char *file)
{
	printf("%s %u - %s: %s\n", good ? "ok" : "not ok", ++tests, file, what);
	return good;
}

/* Everything that a profile can become; the manifest is kept in `kept`, for the caller to free. */
static enum clusterc_status make_all(const char *path, const char *directory, char **kept)
{
	struct clusterc *compiler = clusterc_new();
	enum clusterc_status status = compiler ? clusterc_compile(compiler, path) : CLUSTERC_MACHINE;
	struct clusterc_diagnostic one;
	size_t size;

	for (size_t i = 0; compiler && clusterc_diagnostic(compiler, i, &one); i++)
		if (!one.text || !one.code)
			status = CLUSTERC_INTERNAL;
	if (status == CLUSTERC_GOOD &&
	    (!clusterc_manager(compiler, 0, &size) || !clusterc_resolved(compiler, 0, &size)))
		status = CLUSTERC_MACHINE;
	if (status == CLUSTERC_GOOD)
		status = clusterc_write(compiler, 0, directory);
	if (status == CLUSTERC_GOOD && kept)
		*kept = strdup(clusterc_manifest(compiler, 0, &size));
	clusterc_free(compiler);
	return status;
}

/* All n, until one compile needs fewer. */
static void each_fails(const char *path, const char *directory)
{
	char *first = NULL, *last = NULL;
	bool answers = true, leaks = false;
	enum clusterc_status good = make_all(path, directory, &first);
	long before = alive, n = 0;

	do {
		enum clusterc_status status;

		calls = 0;
		failing = ++n;
		status = make_all(path, directory, NULL);
		failing = 0;
		if (status != CLUSTERC_GOOD && status != CLUSTERC_MACHINE && answers) {
			printf("# allocation %ld: status %d\n", n, (int)status);
			answers = false;
		}
		if (alive != before && !leaks) {
			printf("# allocation %ld: %ld pieces of memory are left\n", n, alive - before);
			leaks = true;
		}
	} while (calls >= n);
	printf("# %s: %ld allocations\n", path, n - 1);
	tell(good == CLUSTERC_GOOD && n > 10, "compiles, and allocates", path);
	tell(answers, "each allocation that fails is told as such", path);
	tell(!leaks, "nothing is left behind", path);
	tell(make_all(path, directory, &last) == CLUSTERC_GOOD && last && first && !strcmp(first, last),
	     "and afterwards it compiles to the same", path);
	free(first);
	free(last);
}

/* What is printed of the languages, all n as well. */
static void descriptions(void)
{
	bool leaks = false;
	long n = 0, before = alive;

	do {
		calls = 0;
		failing = ++n;
		free(clusterc_schema("profile"));
		free(clusterc_reference("site"));
		free(clusterc_explain_key("framework", "head.args"));
		failing = 0;
		leaks = leaks || alive != before;
	} while (calls >= n);
	tell(!leaks, "nothing is left behind", "descriptions");
}

/* allocations DIRECTORY FILE... */
int main(int argc, char **argv)
{
	if (argc < 3)
		return 2;
	setvbuf(stdout, NULL, _IOLBF, 0);
	puts("# every allocation fails in turn"); /* standard output has its buffer from now on */
	for (int i = 2; i < argc; i++)
		each_fails(argv[i], argv[1]);
	descriptions();
	printf("1..%u\n", tests);
	return 0;
}
#endif
