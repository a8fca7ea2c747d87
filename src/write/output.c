/* output: files that are written whole or not at all. */
#include "write/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

static const char *failed(struct arena *arena, const char *what, const char *path)
{
	return text_format(arena, "can't %s %s: %s", what, path, strerror(errno));
}

static const char *make_directory(struct arena *arena, const char *path)
{
	char *copy = text_copy(arena, path, strlen(path));

	for (char *at = copy + 1; *at; at++) {
		if (*at != '/')
			continue;
		*at = '\0';
		if (mkdir(copy, 0777) && errno != EEXIST)
			return failed(arena, "make the directory", copy);
		*at = '/';
	}
	if (mkdir(copy, 0777) && errno != EEXIST)
		return failed(arena, "make the directory", copy);
	return NULL;
}

/* Whether the file has exactly these bytes and this mode already. */
static bool is_written(const char *path, const struct output_file *file, mode_t mode)
{
	int old = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	struct stat facts;
	char piece[16384];
	size_t at = 0;
	ssize_t got;

	if (old < 0)
		return false;
	if (fstat(old, &facts) || !S_ISREG(facts.st_mode) || (size_t)facts.st_size != file->size ||
	    (facts.st_mode & 0777) != mode) {
		close(old);
		return false;
	}
	while (at < file->size && (got = read(old, piece, sizeof piece)) > 0 && (size_t)got <= file->size - at &&
	       !memcmp(piece, file->bytes + at, (size_t)got))
		at += (size_t)got;
	close(old);
	return at == file->size;
}

static bool write_all(int file, const char *bytes, size_t size)
{
	while (size) {
		ssize_t done = write(file, bytes, size);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return false;
		bytes += done;
		size -= (size_t)done;
	}
	return true;
}

/* A temporary file beside the target, complete and on the disk. */
static const char *write_temporary(struct arena *arena, char *temporary, const struct output_file *file, mode_t mode)
{
	int out = mkstemp(temporary);
	bool good;

	if (out < 0)
		return failed(arena, "make a file like", temporary);
	good = write_all(out, file->bytes, file->size) && !fchmod(out, mode) && !fsync(out);
	if (close(out) || !good) {
		const char *fault = failed(arena, "write", temporary);

		unlink(temporary);
		return fault;
	}
	return NULL;
}

static mode_t umasked(mode_t mode)
{
	mode_t mask = umask(0);

	umask(mask);
	return mode & ~mask;
}

static bool is_directory(const char *path)
{
	struct stat facts;

	return !lstat(path, &facts) && S_ISDIR(facts.st_mode);
}

static void sync_directory(const char *path)
{
	int directory = open(path, O_RDONLY | O_CLOEXEC | O_DIRECTORY);

	if (directory < 0)
		return;
	fsync(directory); /* where a directory can't be synchronised, nothing more can be done */
	close(directory);
}

/* One file on its way: to be renamed once all are complete. */
struct pending {
	const char *path;
	char *temporary; /* NULL: nothing to do */
};

static const char *prepare(struct arena *arena, const char *directory, const struct output_file *file, struct pending *pending)
{
	mode_t mode = umasked(file->mode);
	const char *temporary;

	pending->path = text_join(arena, directory, "/", file->name, NULL);
	if (is_directory(pending->path)) {
		errno = EISDIR;
		return failed(arena, "write", pending->path);
	}
	if (is_written(pending->path, file, mode))
		return NULL;
	temporary = text_join(arena, directory, "/.", file->name, ".XXXXXX", NULL);
	pending->temporary = text_copy(arena, temporary, strlen(temporary));
	return write_temporary(arena, pending->temporary, file, mode);
}

const char *output_write(struct arena *arena, const char *directory, const struct output_file *files, size_t count)
{
	struct pending *pending = NEW_ARRAY(arena, struct pending, count);
	const char *fault = make_directory(arena, directory);
	size_t ready = 0;

	while (!fault && ready < count) {
		fault = prepare(arena, directory, &files[ready], &pending[ready]);
		if (fault)
			pending[ready].temporary = NULL;
		ready++;
	}
	for (size_t i = 0; i < ready; i++) {
		if (!pending[i].temporary)
			continue;
		if (!fault && rename(pending[i].temporary, pending[i].path))
			fault = failed(arena, "rename to", pending[i].path);
		if (fault)
			unlink(pending[i].temporary);
	}
	if (!fault)
		sync_directory(directory);
	return fault;
}
