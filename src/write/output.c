/* output: files that belong together, each whole, and all of one run.
 *
 * Two names can't be changed in one step, so it is done in an order that can be told from what is
 * left. New versions wait as .NAME.clusterc-new. The last file's is opened first, and locked: it
 * keeps others out. It is complete, and on the disk, before the others are begun. Then it takes its
 * name, and with that moment the new version holds; the others take theirs. So,
 * whoever finds a waiting version knows: with an empty one of the last file, or none, it is complete, and
 * only its name is missing; with one that has content, the old versions hold, all of them. */
#include "write/output.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

/* One file: where it goes, and where it waits until all are complete. */
struct pending {
	const struct output_file *file;
	const char *path, *waiting, *kept; /* kept: a second name of the version before */
	mode_t mode;
	bool changes;
};

/* What went wrong is put in words when all is put away: that takes memory. */
struct output {
	struct pending *files;
	size_t count;
	struct pending *seal; /* the last one that changes: its bytes are in `lock` */
	int lock;             /* open: the last file's waiting version */
	bool changed;         /* there is a new version now */
	const char *what, *path;
	int error;
};

static bool fail(struct output *it, const char *what, const char *path)
{
	if (!it->what) {
		it->what = what;
		it->path = path;
		it->error = errno;
	}
	return false;
}

static int open_file(const char *path, int flags)
{
	int file;

	do
		file = open(path, flags | O_CLOEXEC, 0600);
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

/* --- What is there already ------------------------------------------------------------------------ */

/* Whether what was read at this place, which lies in the file, is what shall stand there. */
static bool is_same(const struct output_file *file, size_t at, const char *piece, size_t size)
{
	size_t left = at < file->size ? file->size - at : 0, first = size < left ? size : left;

	if (first && memcmp(piece, file->bytes + at, first))
		return false;
	return first == size || !memcmp(piece + first, file->more + (at + first - file->size), size - first);
}

/* Whether the file has exactly these bytes and this mode already. */
static bool is_written(const struct pending *pending)
{
	const struct output_file *file = pending->file;
	int old = open_file(pending->path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
	struct stat facts;
	char piece[16384];
	size_t size = file->size + file->more_size, at = 0;
	ssize_t got;

	if (old < 0)
		return false;
	if (fstat(old, &facts) || !S_ISREG(facts.st_mode) || (size_t)facts.st_size != size ||
	    (facts.st_mode & 0777) != pending->mode) {
		close(old);
		return false;
	}
	while (at < size && (got = read(old, piece, sizeof piece)) > 0 && (size_t)got <= size - at &&
	       is_same(file, at, piece, (size_t)got))
		at += (size_t)got;
	close(old);
	return at == size;
}

static bool exists(const char *path)
{
	struct stat facts;

	return !lstat(path, &facts);
}

/* Nothing to write, and nothing left by a run that was stopped. */
static bool is_done(const struct output *it)
{
	for (size_t i = 0; i < it->count; i++)
		if (exists(it->files[i].waiting) || exists(it->files[i].kept) || !is_written(&it->files[i]))
			return false;
	return true;
}

/* --- The lock --------------------------------------------------------------------------------------- */

/* A file that nobody else could have prepared: ours, regular, and of one name. */
static bool is_ours(int file)
{
	struct stat facts;

	return !fstat(file, &facts) && S_ISREG(facts.st_mode) && facts.st_nlink == 1 && facts.st_uid == geteuid();
}

/* Whoever had the lock before may have given the file its name, or removed it. */
static bool still_means(const char *path, int file)
{
	struct stat here, there;

	return !fstat(file, &here) && !lstat(path, &there) && here.st_dev == there.st_dev && here.st_ino == there.st_ino;
}

/* Where there are no locks (some network file systems), two runs at once aren't kept apart. */
static void wait_for(int file)
{
	while (flock(file, LOCK_EX) && errno == EINTR)
		continue;
}

/* Makes and locks the file, or locks what a stopped run has left of it. */
static bool take_lock(struct output *it)
{
	const char *path = it->files[it->count - 1].waiting;

	for (;;) {
		it->lock = open_file(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK);
		if (it->lock < 0 && errno != ELOOP)
			return fail(it, "write", path);
		if (it->lock >= 0 && is_ours(it->lock)) {
			wait_for(it->lock);
			if (still_means(path, it->lock))
				return true;
		} else if (unlink(path) && errno != ENOENT) {
			return fail(it, "remove", path);
		}
		if (it->lock >= 0)
			close(it->lock);
	}
}

/* Finishes, or takes back, what a stopped run has left. */
static bool recover(struct output *it)
{
	struct stat facts;

	if (fstat(it->lock, &facts))
		return fail(it, "look at", it->files[it->count - 1].waiting);
	for (size_t i = 0; i < it->count; i++) {
		const struct pending *one = &it->files[i];

		unlink(one->kept);
		if (i + 1 == it->count || !exists(one->waiting))
			continue;
		if (facts.st_size ? unlink(one->waiting) : rename(one->waiting, one->path))
			return fail(it, facts.st_size ? "remove" : "rename to", one->path);
	}
	while (facts.st_size && ftruncate(it->lock, 0))
		if (errno != EINTR) /* with content, it would pass for a new version */
			return fail(it, "write", it->files[it->count - 1].waiting);
	return true;
}

/* --- New versions ----------------------------------------------------------------------------------- */

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

static bool is_on_disk(int file)
{
	while (fsync(file))
		if (errno != EINTR)
			return false;
	return true;
}

static bool fill(int file, const struct pending *pending)
{
	const struct output_file *its = pending->file;

	return write_all(file, its->bytes, its->size) && write_all(file, its->more, its->more_size) && !fchmod(file, pending->mode) &&
	       is_on_disk(file);
}

static bool write_waiting(struct output *it, const struct pending *pending)
{
	int file = open_file(pending->waiting, O_WRONLY | O_CREAT | O_EXCL);
	bool good = file >= 0 && fill(file, pending);

	if (!good)
		fail(it, "write", pending->waiting);
	if (file >= 0)
		close(file); /* it is on the disk: nothing that close could say matters */
	return good;
}

/* The seal's new version first: with content in it, what the others have waiting doesn't count yet. */
static bool write_new(struct output *it)
{
	for (size_t i = 0; i < it->count; i++)
		if ((it->files[i].changes = !is_written(&it->files[i])))
			it->seal = &it->files[i];
	if (!it->seal)
		return true;
	if (!fill(it->lock, it->seal))
		return fail(it, "write", it->files[it->count - 1].waiting);
	for (struct pending *one = it->files; one < it->seal; one++)
		if (one->changes && !write_waiting(it, one))
			return false;
	return true;
}

/* --- New names ----------------------------------------------------------------------------------------- */

/* Takes the seal's name back, where a later one couldn't be given. Without hard links it stays, and
 * so do the waiting versions: the next run finishes. */
static bool undo(const struct output *it, bool was_there)
{
	if (exists(it->seal->kept))
		return !rename(it->seal->kept, it->seal->path);
	return !was_there && !unlink(it->seal->path);
}

static bool give_names(struct output *it)
{
	bool was_there = exists(it->seal->path);
	const char *waiting = it->files[it->count - 1].waiting;

	if (it->seal > it->files && was_there && link(it->seal->path, it->seal->kept) && errno == EEXIST)
		return fail(it, "write", it->seal->kept);
	if (rename(waiting, it->seal->path))
		return fail(it, "rename to", it->seal->path);
	for (struct pending *one = it->files; one < it->seal; one++)
		if (one->changes && rename(one->waiting, one->path) && !is_written(one)) { /* a reader may have been faster */
			fail(it, "rename to", one->path);
			if (!undo(it, was_there))
				return true;
			return false;
		}
	return true;
}

/* No signal but the one that can't be held back ends the program between two names. */
static bool change_names(struct output *it)
{
	sigset_t all, before;
	bool changed;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	changed = give_names(it);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return changed;
}

/* The last file's waiting version goes last: while it is there, the others don't count. */
static void put_away(const struct output *it, bool changed)
{
	for (size_t i = 0; i < it->count; i++) {
		unlink(it->files[i].kept);
		if (!changed)
			unlink(it->files[i].waiting);
	}
}

static void sync_directory(const char *path)
{
	int directory = open_file(path, O_RDONLY | O_DIRECTORY);

	if (directory < 0)
		return;
	fsync(directory); /* where a directory can't be synchronised, nothing more can be done */
	close(directory);
}

static bool is_directory(const char *path)
{
	struct stat facts;

	return !lstat(path, &facts) && S_ISDIR(facts.st_mode);
}

static void write_files(struct output *it, const char *directory)
{
	for (size_t i = 0; i < it->count; i++)
		if (is_directory(it->files[i].path)) {
			errno = EISDIR;
			fail(it, "write", it->files[i].path);
			return;
		}
	if (is_done(it) || !take_lock(it))
		return;
	if (recover(it)) {
		it->changed = write_new(it) && it->seal && change_names(it);
		put_away(it, it->changed);
	}
	close(it->lock);
	sync_directory(directory);
}

static mode_t mask;

/* It can only be read by setting it, for all threads: that is done once, before any of them makes a file. */
static void read_mask(void)
{
	mask = umask(0);
	umask(mask);
}

const char *output_write(struct arena *arena, const char *directory, const struct output_file *files, size_t count, bool *written)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	struct output it = {.files = NEW_ARRAY(arena, struct pending, count), .count = count};

	pthread_once(&once, read_mask);
	for (size_t i = 0; i < count; i++)
		it.files[i] = (struct pending){
			.file = &files[i],
			.path = text_join(arena, directory, "/", files[i].name, NULL),
			.waiting = text_join(arena, directory, "/.", files[i].name, ".clusterc-new", NULL),
			.kept = text_join(arena, directory, "/.", files[i].name, ".clusterc-old", NULL),
			.mode = files[i].mode & ~mask,
		};
	if (make_directory(&it, text_copy(arena, directory, strlen(directory))))
		write_files(&it, directory);
	*written = it.changed;
	return it.what ? text_format(arena, "can't %s %s: %s", it.what, it.path, strerror(it.error)) : NULL;
}
