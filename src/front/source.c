/* source: from a path to bytes that are safe to parse: of bounded size, UTF-8, without NUL. */
#include "front/source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct span whole(const struct source *source)
{
	return (struct span){.source = source};
}

/* The place of the byte at `offset`. */
static struct span place_of(const struct source *source, size_t offset)
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

/* Refuses what no later pass could deal with; the byte order mark of UTF-8 goes. */
static bool acceptable(struct diags *diags, struct source *source)
{
	size_t valid;
	const char *nul;

	if (starts_with(source, "\xff\xfe", 2) || starts_with(source, "\xfe\xff", 2)) {
		diag(diags, CODE_NOT_UTF8, whole(source), "save the file as UTF-8", "this is UTF-16, not UTF-8");
		return false;
	}
	if (starts_with(source, "\xef\xbb\xbf", 3)) {
		source->bytes += 3;
		source->size -= 3;
	}
	valid = utf8_valid_prefix(source->bytes, source->size);
	if (valid < source->size) {
		diag(diags, CODE_NOT_UTF8, place_of(source, valid), "save the file as UTF-8",
		     "the byte 0x%02x here isn't UTF-8", (unsigned char)source->bytes[valid]);
		return false;
	}
	nul = memchr(source->bytes, '\0', source->size);
	if (nul) {
		diag(diags, CODE_CONTROL_CHARACTER, place_of(source, (size_t)(nul - source->bytes)), NULL,
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
	return acceptable(diags, source) ? source : NULL;
}

static bool refuse(struct diags *diags, const struct source *source, int error)
{
	diag(diags, CODE_UNREADABLE, whole(source), NULL, "can't be read: %s", strerror(error));
	return false;
}

/* Reads all of `file`, one byte more than allowed at the most: what a file's size is said
 * to be isn't to be trusted (devices, pipes, files that grow). */
static bool read_all(struct arena *arena, struct diags *diags, int file, struct source *source)
{
	struct stat facts;
	size_t room = 64 * 1024;
	char *bytes;

	if (fstat(file, &facts))
		return refuse(diags, source, errno);
	if (S_ISDIR(facts.st_mode))
		return refuse(diags, source, EISDIR);
	if (S_ISREG(facts.st_mode) && facts.st_size <= SOURCE_MOST)
		room = (size_t)facts.st_size + 1;
	bytes = arena_alloc(arena, room);
	for (;;) {
		ssize_t got = read(file, bytes + source->size, room - source->size);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return refuse(diags, source, errno);
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

const struct source *source_read(struct arena *arena, struct diags *diags, const char *path, unsigned order)
{
	bool standard_input = !strcmp(path, "-");
	struct source *source = new_source(arena, standard_input ? "<stdin>" : path, order);
	int file = standard_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	bool good;

	if (file < 0) {
		refuse(diags, source, errno);
		return NULL;
	}
	good = read_all(arena, diags, file, source);
	if (!standard_input)
		close(file);
	return good && acceptable(diags, source) ? source : NULL;
}
