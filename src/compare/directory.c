/* directory: what is in a directory against what would be written there. */
#include "compare/directory.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "compare/unified.h"

enum { COMPARED_MOST = 4 * 1024 * 1024 };

static const char *failed(struct arena *arena, const char *path, const char *why)
{
	return text_format(arena, "can't read %s: %s", path, why);
}

/* What stat says the size is, and not a byte more: a file that grows meanwhile has changed anyway. */
static const char *read_committed_bytes(struct arena *arena, int file, const char *path, size_t size,
					struct committed *committed)
{
	char *bytes = arena_alloc(arena, size + 1);
	size_t at = 0;
	ssize_t got = 1;

	while (at < size && got) {
		got = read(file, bytes + at, size - at);
		if (got < 0 && errno != EINTR)
			return failed(arena, path, strerror(errno));
		at += got > 0 ? (size_t)got : 0;
	}
	committed->bytes = bytes;
	committed->size = at;
	return NULL;
}

static const char *read_open(struct arena *arena, int file, const char *path, size_t most, struct committed *committed)
{
	struct stat facts;

	if (fstat(file, &facts))
		return failed(arena, path, strerror(errno));
	if (!S_ISREG(facts.st_mode))
		return failed(arena, path, S_ISDIR(facts.st_mode) ? strerror(EISDIR) : "it isn't a regular file");
	committed->executable = facts.st_mode & S_IXUSR;
	committed->too_large = facts.st_size > (off_t)most;
	return committed->too_large ? NULL : read_committed_bytes(arena, file, path, (size_t)facts.st_size, committed);
}

const char *directory_read(struct arena *arena, const char *path, size_t most, struct committed *committed)
{
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	const char *fault;

	*committed = (struct committed){0};
	if (file < 0)
		return errno == ENOENT ? NULL : failed(arena, path, strerror(errno));
	fault = read_open(arena, file, path, most, committed);
	close(file);
	return fault;
}

/* The modes that git knows; patch (GNU, from 2.7 on) takes them from these lines. */
static void write_modes(struct text *out, const char *path, bool there)
{
	text_add(out, "diff --git ");
	unified_name(out, path);
	text_add_char(out, ' ');
	unified_name(out, path);
	text_add(out, there ? "\nold mode 100644\nnew mode 100755\n" : "\nnew file mode 100755\n");
}

static const char *compare_one(struct arena *arena, const char *path, const struct output_file *file, struct text *out)
{
	size_t most = file->size > COMPARED_MOST / 2 ? 2 * file->size : COMPARED_MOST;
	struct committed committed;
	const char *fault = directory_read(arena, path, most, &committed);

	if (fault)
		return fault;
	if (file->mode & S_IXUSR && !committed.executable)
		write_modes(out, path, committed.bytes || committed.too_large);
	if (committed.too_large) {
		text_add(out, "Files differ, and the first is too large to show how: ");
		unified_name(out, path);
		text_add_char(out, '\n');
		return NULL;
	}
	unified_write(out, path, (struct version){committed.bytes, committed.size},
		      (struct version){file->bytes, file->size});
	return NULL;
}

const char *directory_compare(struct arena *arena, const char *directory, const struct output_file *files, size_t count,
			      struct text *out)
{
	size_t size = strlen(directory);
	const char *fault = NULL;

	for (size_t i = 0; i < count && !fault; i++)
		fault = compare_one(
			arena,
			text_join(arena, directory, size && directory[size - 1] == '/' ? "" : "/", files[i].name, NULL),
			&files[i], out);
	return fault;
}
