/* source: from a path to bytes that are safe to parse: of bounded size, UTF-8, without NUL. */
#include "front/source.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#ifdef __linux__
#include <sys/vfs.h>
#endif
#include <unistd.h>

static struct span whole(const struct source *source)
{
	return (struct span){.source = source};
}

struct span source_place(const struct source *source, size_t offset)
{
	struct span where = {.source = source, .line = 1, .column = 1, .width = 1};

	for (size_t i = 0; i < offset; i++) {
		if (source->bytes[i] == '\n') {
			where.line++;
			where.column = 1;
		} else if (((unsigned char)source->bytes[i] & 0xc0) != 0x80) {
			where.column++;
		}
	}
	return where;
}

static bool starts_with(const struct source *source, const char *bytes, size_t size)
{
	return source->size >= size && !memcmp(source->bytes, bytes, size);
}

/* The byte order mark of UTF-8 is no part of a YAML document (YAML 1.2.2, 5.2). */
static const struct source *without_mark(struct source *source)
{
	if (starts_with(source, "\xef\xbb\xbf", 3)) {
		source->bytes += 3;
		source->size -= 3;
	}
	return source;
}

/* Refuses what no later pass could deal with. */
static bool acceptable(struct diags *diags, const struct source *source)
{
	size_t valid;
	const char *nul;

	if (starts_with(source, "\xff\xfe", 2) || starts_with(source, "\xfe\xff", 2)) {
		diag(diags, CODE_NOT_UTF8, whole(source), "save the file as UTF-8", "this is UTF-16, not UTF-8");
		return false;
	}
	valid = utf8_valid_prefix(source->bytes, source->size);
	if (valid < source->size) {
		diag(diags, CODE_NOT_UTF8, source_place(source, valid), "save the file as UTF-8",
		     "the byte 0x%02x here isn't UTF-8", (unsigned char)source->bytes[valid]);
		return false;
	}
	nul = memchr(source->bytes, '\0', source->size);
	if (nul) {
		diag(diags, CODE_CONTROL_CHARACTER, source_place(source, (size_t)(nul - source->bytes)), NULL,
		     "a NUL character stands here");
		return false;
	}
	return true;
}

static struct source *new_source(struct arena *arena, const char *name, unsigned order)
{
	struct source *source = NEW(arena, struct source);

	source->name = name;
	source->bytes = "";
	source->order = order;
	return source;
}

const struct source *source_of(struct arena *arena, struct diags *diags, const char *name, const char *bytes,
			       size_t size, unsigned order)
{
	struct source *source = new_source(arena, name, order);

	source->bytes = bytes;
	source->size = size;
	if (size > SOURCE_MOST) {
		source->size = 0;
		diag(diags, CODE_TOO_LARGE, whole(source), NULL, "the input is larger than 1 MiB");
		return NULL;
	}
	return acceptable(diags, without_mark(source)) ? source : NULL;
}

static bool refuse_source(struct diags *diags, const struct source *source, int error)
{
	diag(diags, CODE_UNREADABLE, whole(source), NULL, "can't be read: %s", strerror(error));
	return false;
}

/* An open file, closed with the arena if not before: reading may end for lack of memory. */
struct handle {
	int file;
};

static void let_go(void *subject)
{
	struct handle *handle = subject;

	if (handle->file >= 0)
		close(handle->file);
	handle->file = -1;
}

/* Never waits: not for somebody who writes into a pipe, nor for a terminal's line. */
static struct handle *open_source(struct arena *arena, const char *path)
{
	struct handle *handle = NEW(arena, struct handle);

	handle->file = -1;
	arena_defer(arena, let_go, handle);
	do
		handle->file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	while (handle->file < 0 && errno == EINTR);
	return handle;
}

/* Reads up to the end, one byte more than allowed at the most: what a file's size is said to be
 * isn't to be trusted (devices, pipes, files that grow). */
static bool read_source_bytes(struct arena *arena, struct diags *diags, int file, size_t room, struct source *source)
{
	char *bytes = arena_alloc(arena, room);

	for (;;) {
		ssize_t got = read(file, bytes + source->size, room - source->size);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return refuse_source(diags, source, errno);
		if (!got)
			break;
		source->size += (size_t)got;
		if (source->size > SOURCE_MOST) {
			diag(diags, CODE_TOO_LARGE, whole(source), NULL, "the file is larger than 1 MiB");
			return false;
		}
		if (source->size == room) {
			bytes = arena_grow(arena, bytes, room, room * 2);
			room *= 2;
		}
	}
	source->bytes = bytes;
	return true;
}

/* Half of what was and half of what is would be neither. */
static bool has_changed(int file, const struct stat *before)
{
	struct stat after;

	return fstat(file, &after) || after.st_size != before->st_size ||
	       after.st_mtim.tv_sec != before->st_mtim.tv_sec || after.st_mtim.tv_nsec != before->st_mtim.tv_nsec;
}

static bool read_whole_source(struct arena *arena, struct diags *diags, int file, struct source *source)
{
	struct stat facts;
	size_t room = 64 * 1024;

	if (fstat(file, &facts))
		return refuse_source(diags, source, errno);
	if (S_ISDIR(facts.st_mode))
		return refuse_source(diags, source, EISDIR);
	if (S_ISREG(facts.st_mode) && facts.st_size <= SOURCE_MOST)
		room = (size_t)facts.st_size + 1;
	if (!read_source_bytes(arena, diags, file, room, source))
		return false;
	if (S_ISREG(facts.st_mode) && has_changed(file, &facts)) {
		diag(diags, CODE_UNREADABLE, whole(source), "try again", "the file changed while it was read");
		return false;
	}
	if (S_ISFIFO(facts.st_mode) && !source->size && file != STDIN_FILENO) {
		diag(diags, CODE_UNREADABLE, whole(source), NULL, "this is a pipe, and nobody writes into it");
		return false;
	}
	return true;
}

const struct source *source_read(struct arena *arena, struct diags *diags, const char *path, unsigned order)
{
	bool standard_input = !strcmp(path, "-");
	struct source *source = new_source(arena, standard_input ? "<stdin>" : path, order);
	struct handle *handle = standard_input ? NULL : open_source(arena, path);
	int file = handle ? handle->file : STDIN_FILENO;
	bool good;

	if (file < 0) {
		refuse_source(diags, source, errno);
		return NULL;
	}
	/* Whoever has the other end of a pipe open already is waited for, as on standard input. */
	if (handle)
		fcntl(file, F_SETFL, fcntl(file, F_GETFL) & ~O_NONBLOCK);
	good = read_whole_source(arena, diags, file, source);
	if (handle)
		let_go(handle);
	return good && acceptable(diags, without_mark(source)) ? source : NULL;
}

/* --- Files that files name -------------------------------------------------------------------- */

const char source_outside[] = "it leads out of the directory";

/* NULL where the open file is the one that the path means and lies in the directory, links followed. The
 * path is followed after the file was opened: what is exchanged in between is another file. */
static const char *outside(const char *path, const char *directory, const struct stat *opened)
{
	char root[PATH_MAX], real[PATH_MAX];
	struct stat facts;
	size_t size;

	if (!realpath(*directory ? directory : ".", root) || !realpath(path, real) || lstat(real, &facts))
		return strerror(errno);
	size = strlen(root);
	if (strncmp(real, root, size) || (real[size] != '/' && size > 1))
		return source_outside;
	return facts.st_dev == opened->st_dev && facts.st_ino == opened->st_ino ? NULL : source_outside;
}

static const char irregular[] = "it isn't a regular file";

/* Whether it is one of the file systems in which the kernel shows itself. Elsewhere than on Linux, the size tells: see
 * source_named(). */
static bool is_of_kernel(int file)
{
#ifdef __linux__
	/* linux/magic.h, and for the last five the file systems' own sources. */
	static const unsigned long kinds[] = {
		0x9fa0 /* proc */,
		0x62656572 /* sysfs */,
		0x64626720 /* debugfs */,
		0x74726163 /* tracefs */,
		0x27e0eb /* cgroup */,
		0x63677270 /* cgroup2 */,
		0x73636673 /* securityfs */,
		0xf97cff8c /* selinuxfs */,
		0x43415d53 /* smackfs */,
		0x6165676c /* pstore */,
		0xde5e81e4 /* efivarfs */,
		0xcafe4a11 /* bpf */,
		0x42494e4d /* binfmt_misc */,
		0x19800202 /* mqueue */,
		0x7655821 /* resctrl */,
		0x9fa1 /* openprom */,
		0x6c6f6f70 /* binder */,
		0x62656570 /* configfs */,
		0x65735543 /* fusectl */,
		0x5a3c69f0 /* apparmorfs */,
		0x67596969 /* rpc_pipefs */,
		0x6e667364 /* nfsd */,
	};
	struct statfs facts;

	if (fstatfs(file, &facts))
		return true;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (((unsigned long)facts.f_type & 0xffffffff) == kinds[i])
			return true;
#else
	(void)file;
#endif
	return false;
}

static const char *fault_of_kind(const struct stat *facts)
{
	if (S_ISDIR(facts->st_mode))
		return strerror(EISDIR);
	return S_ISREG(facts->st_mode) ? NULL : irregular;
}

/* Whoever writes into a pipe waits for it to be opened, and some devices do something then: so the path is looked at
 * first. */
static const char *fault_of_path(const char *path)
{
	struct stat facts;

	return stat(path, &facts) ? strerror(errno) : fault_of_kind(&facts);
}

/* Looked at again once it is open: it may have been exchanged. */
static const char *fault_of_file(int file, struct stat *facts)
{
	const char *fault;

	if (file < 0 || fstat(file, facts))
		return strerror(errno);
	fault = fault_of_kind(facts);
	return fault || !is_of_kernel(file) ? fault : irregular;
}

const struct source *source_named(struct arena *arena, struct diags *diags, const char *path, const char *directory,
				  enum source_reach reach, unsigned order, const char **fault)
{
	struct source *source = new_source(arena, path, order);
	const char *elsewhere = NULL;
	struct handle *handle;
	struct stat facts;
	bool good;

	*fault = fault_of_path(path);
	if (*fault)
		return NULL;
	handle = open_source(arena, path);
	*fault = fault_of_file(handle->file, &facts);
	if (!*fault)
		elsewhere = outside(path, directory, &facts);
	source->outside = elsewhere;
	if (reach == SOURCE_INSIDE && elsewhere)
		*fault = elsewhere;
	good = !*fault && read_whole_source(arena, diags, handle->file, source);
	/* What isn't stored anywhere is made while it is read: no size is right then. */
	if (good && (off_t)source->size != facts.st_size)
		*fault = irregular;
	let_go(handle);
	if (reach == SOURCE_ANYWHERE)
		without_mark(source);
	return good && !*fault && acceptable(diags, source) ? source : NULL;
}
