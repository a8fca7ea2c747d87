/* faults: stands between a program and the C library (LD_PRELOAD) and lets one call go wrong.
 *
 *     FAULT_CALL   which calls count: one of those below, "memory" (malloc, calloc, realloc), or "files" (all
 *                  others together)
 *     FAULT_AT     the how-manieth of them goes wrong, from 1; 0: none
 *     FAULT_AS     "kill": the process is killed before it, a write after half of its bytes; or a number: that errno
 *     FAULT_COUNT  a file that gets how many there were, where the process ends by itself */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

static const char *counted = "";
static long at, count;
static int as; /* an errno; 0: killed */

__attribute__((constructor)) static void begin(void)
{
	const char *call = getenv("FAULT_CALL"), *number = getenv("FAULT_AT"), *how = getenv("FAULT_AS");

	as = how ? atoi(how) : 0;
	at = number ? atol(number) : 0;
	counted = call ? call : "";
	count = 0;
}

__attribute__((destructor)) static void end(void)
{
	const char *path = getenv("FAULT_COUNT");
	long found = count;
	FILE *file;

	at = 0;
	if (!path || !(file = fopen(path, "w")))
		return;
	fprintf(file, "%ld\n", found);
	fclose(file);
}

/* Whether this call is the one. */
static bool hits(const char *call)
{
	bool memory = !strcmp(call, "memory");

	if (strcmp(counted, call) && (memory || strcmp(counted, "files")))
		return false;
	return ++count == at;
}

static bool fails(const char *call)
{
	if (!hits(call))
		return false;
	if (!as)
		raise(SIGKILL);
	errno = as;
	return true;
}

void *malloc(size_t size)
{
	return fails("memory") ? NULL : __libc_malloc(size);
}

void *calloc(size_t number, size_t size)
{
	return fails("memory") ? NULL : __libc_calloc(number, size);
}

void *realloc(void *old, size_t size)
{
	return fails("memory") ? NULL : __libc_realloc(old, size);
}

/* The C library's own function; POSIX lets dlsym() give functions. */
static void *real(const char *name)
{
	return dlsym(RTLD_NEXT, name);
}

#define STAND_BEFORE(name, parameters, arguments)                                 \
	int name parameters                                                       \
	{                                                                         \
		int(*its) parameters;                                             \
		*(void **)&its = real(#name);                                     \
		return fails(#name) ? -1 : its arguments;                         \
	}

STAND_BEFORE(fsync, (int file), (file))
STAND_BEFORE(rename, (const char *from, const char *to), (from, to))
STAND_BEFORE(unlink, (const char *path), (path))
STAND_BEFORE(mkdir, (const char *path, mode_t mode), (path, mode))
STAND_BEFORE(close, (int file), (file))

int open(const char *path, int flags, ...)
{
	int (*its)(const char *, int, mode_t);
	mode_t mode = 0;
	va_list rest;

	va_start(rest, flags);
	if (flags & O_CREAT)
		mode = va_arg(rest, mode_t);
	va_end(rest);
	*(void **)&its = real("open");
	return fails("open") ? -1 : its(path, flags, mode);
}

ssize_t read(int file, void *bytes, size_t size)
{
	ssize_t (*its)(int, void *, size_t);

	*(void **)&its = real("read");
	return fails("read") ? -1 : its(file, bytes, size);
}

ssize_t write(int file, const void *bytes, size_t size)
{
	ssize_t (*its)(int, const void *, size_t);

	*(void **)&its = real("write");
	if (hits("write")) {
		if (!as) {
			its(file, bytes, size / 2);
			raise(SIGKILL);
		}
		errno = as;
		return -1;
	}
	return its(file, bytes, size);
}
