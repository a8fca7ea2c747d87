/* output: files that are each written whole.
 *
 * Every new version is complete, and on the disk, under a name of its own before the first of them is renamed. So what
 * fails, a full disk say, fails before anything has changed. Only a loss of power, or kill -9, between two renames
 * leaves new files beside old ones; what belongs together is known by checksums (write/manager). */
#include "write/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

/* One file: where it goes, and where its new version waits. */
struct pending {
	const struct output_file *file;
	const char *path;
	char *temporary; /* of `room` bytes */
	size_t room;
	bool changes, waits; /* it isn't there as it is to be; its new version is */
};

/* What went wrong is put in words when all is put away: that takes memory. */
struct output {
	struct pending *files, *end;
	bool force, changed;
	const char *what, *path, *foreign;
	int error;
};

static bool fail(struct output *it, const char *what, const char *path)
{
	it->what = what;
	it->path = path;
	it->error = errno;
	return false;
}

static int open_output(const char *path, int flags, mode_t mode)
{
	int file;

	do
		file = open(path, flags | O_CLOEXEC, mode);
	while (file < 0 && errno == EINTR);
	return file;
}

static bool make_directory(struct output *it, char *path)
{
	for (char *at = path + 1;; at++) {
		char here = *at;

		if (here && here != '/')
			continue;
		*at = '\0';
		if (mkdir(path, 0777) && errno != EEXIST)
			return fail(it, "make the directory", path);
		*at = here;
		if (!here)
			return true;
	}
}

/* Whether the file has these bytes already, and whether it begins like one of ours; false if it can't be read. */
static bool look_into(int file, const struct output_file *its, bool *same, bool *marked)
{
	char piece[4096 + 1];
	size_t at = 0;
	ssize_t got;

	for (*same = true; *same && (got = read(file, piece, sizeof piece - 1));) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return false;
		piece[got] = '\0';
		*marked = *marked || (!at && strstr(piece, OUTPUT_MARK));
		*same = (size_t)got <= its->size - at && !memcmp(piece, its->bytes + at, (size_t)got);
		at += *same ? (size_t)got : 0;
	}
	*same = *same && at == its->size;
	return true;
}

/* Sees whether this one changes; false if it may not. */
static bool look_at(struct output *it, struct pending *pending)
{
	bool same = false, marked = false, read = true;
	struct stat facts;
	int file;

	pending->changes = true;
	if (lstat(pending->path, &facts))
		return errno == ENOENT || fail(it, "look at", pending->path);
	if (S_ISREG(facts.st_mode)) {
		file = open_output(pending->path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK, 0);
		read = file >= 0 && look_into(file, pending->file, &same, &marked);
		if (file >= 0)
			close(file);
	} else if (S_ISDIR(facts.st_mode)) {
		errno = EISDIR;
		read = false;
	}
	if (!read)
		return fail(it, "replace", pending->path);
	pending->changes = !same || (~facts.st_mode & pending->file->mode & S_IXUSR);
	if (!marked && !same && !it->force)
		it->foreign = pending->path;
	return !it->foreign;
}

static bool fill(int file, const struct output_file *its)
{
	for (size_t at = 0; at < its->size;) {
		ssize_t done = write(file, its->bytes + at, its->size - at);

		if (done < 0 && errno != EINTR)
			return false;
		at += done > 0 ? (size_t)done : 0;
	}
	while (fsync(file))
		if (errno != EINTR)
			return false;
	return true;
}

/* Under the first name that is free: nobody else has this file. */
static bool write_temporary(struct output *it, struct pending *pending, const char *directory)
{
	const struct output_file *its = pending->file;
	int file = -1;

	for (unsigned n = 0; file < 0 && n < 1000 && (!n || errno == EEXIST); n++) {
		snprintf(pending->temporary, pending->room, "%s/.%s.clusterc-%ld-%u", directory, its->name,
			 (long)getpid(), n);
		file = open_output(pending->temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, its->mode);
	}
	if (file < 0)
		return fail(it, "write", pending->path);
	pending->waits = true;
	if (!fill(file, its))
		fail(it, "write", pending->path);
	close(file); /* it is on the disk: nothing that close could say matters */
	return !it->what;
}

static bool rename_temporary(struct output *it, struct pending *pending)
{
	if (rename(pending->temporary, pending->path))
		return fail(it, "rename to", pending->path);
	pending->waits = false;
	it->changed = true;
	return true;
}

/* In three rounds: what fails in one leaves the next undone. */
static void write_files(struct output *it, const char *directory)
{
	bool good = true;
	int opened;

	for (struct pending *one = it->files; good && one < it->end; one++)
		good = look_at(it, one);
	for (struct pending *one = it->files; good && one < it->end; one++)
		good = !one->changes || write_temporary(it, one, directory);
	for (struct pending *one = it->files; good && one < it->end; one++)
		good = !one->waits || rename_temporary(it, one);
	for (struct pending *one = it->files; one < it->end; one++)
		if (one->waits)
			unlink(one->temporary);
	if (!it->changed || (opened = open_output(directory, O_RDONLY | O_DIRECTORY, 0)) < 0)
		return;
	fsync(opened); /* if a directory can't be synchronised, nothing more can be done */
	close(opened);
}

struct output_result output_write(struct arena *arena, const char *directory, const struct output_file *files,
				  size_t count, bool force)
{
	struct output it = {.files = NEW_ARRAY(arena, struct pending, count), .force = force};

	it.end = it.files + count;
	for (size_t i = 0; i < count; i++) {
		struct pending *one = &it.files[i];

		*one = (struct pending){.file = &files[i], .room = strlen(directory) + strlen(files[i].name) + 60};
		one->path = text_join(arena, directory, "/", files[i].name, NULL);
		one->temporary = arena_alloc(arena, one->room);
	}
	if (make_directory(&it, text_copy(arena, directory, strlen(directory))))
		write_files(&it, directory);
	return (struct output_result){
		.written = it.changed,
		.foreign = it.foreign,
		.fault = it.what ? text_format(arena, "can't %s %s: %s", it.what, it.path, strerror(it.error)) : NULL,
	};
}
