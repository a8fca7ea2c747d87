/* image: the grammar of github.com/distribution/reference. */
#include "language/image.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "language/letters.h"

/* Of the registry and the path together. */
enum { NAME_MOST = 255 };

/* How much of `part`, from `from` on, is a separator: one '.', one or two '_', or any number of '-'. 0: something else.
 */
static size_t separator_size(const char *part, size_t from)
{
	size_t marks = strspn(part + from, "._-"), dashes = strspn(part + from, "-");

	if (dashes)
		return dashes == marks ? marks : 0;
	return marks == 1 || (marks == 2 && !strncmp(part + from, "__", 2)) ? marks : 0;
}

static const char *component_fault(struct arena *arena, const char *part, size_t size)
{
	const char *copy = text_copy(arena, part, size), *fault;

	if (!size)
		return "a part between two '/' is empty";
	if ((fault = letters_fault(arena, copy, false, "._-")))
		return fault;
	if (letter_is_in(copy[0], "._-") || letter_is_in(copy[size - 1], "._-"))
		return text_format(arena, "the part '%s' begins or ends with '.', '_' or '-'", copy);
	for (size_t at = strcspn(copy, "._-"); copy[at]; at += strcspn(copy + at, "._-")) {
		size_t separator = separator_size(copy, at);

		if (!separator)
			return text_format(arena,
					   "'%.*s' in the part '%s' is not one '.', one or two '_', or '-' alone",
					   (int)strspn(copy + at, "._-"), copy + at, copy);
		at += separator;
	}
	return NULL;
}

size_t image_host_size(const char *text)
{
	size_t size = strcspn(text, "/");

	if (text[size] != '/')
		return 0;
	if (memchr(text, '.', size) || memchr(text, ':', size) || (size == 9 && !strncmp(text, "localhost", 9)))
		return size;
	return 0;
}

/* 1 to 65535, in digits. */
static bool is_port(const char *text)
{
	size_t size = strlen(text);

	return size && size <= 5 && size == strspn(text, "0123456789") && atoi(text) >= 1 && atoi(text) <= 65535;
}

static const char *host_fault(struct arena *arena, const char *text, size_t size)
{
	const char *copy = text_copy(arena, text, size), *name = text_copy(arena, text, strcspn(copy, ":"));
	size_t length = strlen(name);

	if (!length || (copy[length] && !is_port(copy + length + 1)))
		return "the registry before the first '/' isn't HOST or HOST:PORT, with a port of 1 to 65535";
	for (size_t at = 0; at <= length; at++) {
		size_t label = strcspn(name + at, ".");

		if (!label || name[at] == '-' || name[at + label - 1] == '-')
			return text_format(
				arena, "in the registry '%s', a part between dots is empty, or begins or ends with '-'",
				name);
		at += label;
	}
	return letters_fault(arena, name, true, ".-");
}

static const char *tag_fault(const char *tag)
{
	size_t size = strlen(tag);

	if (!size || size > 128)
		return "the tag behind ':' has to have 1 to 128 characters";
	if (letter_is_in(*tag, ".-"))
		return "the tag behind ':' begins with '.' or '-'";
	for (; *tag; tag++)
		if (!letter_is_alphabetic(*tag) && !letter_is_digit(*tag) && !letter_is_in(*tag, "_.-"))
			return "the tag behind ':' may have letters, digits, '_', '.' and '-' only";
	return NULL;
}

/* Those that github.com/opencontainers/go-digest knows, in lower case. */
static const char *digest_fault(const char *digest)
{
	static const struct {
		const char *algorithm;
		size_t digits;
	} known[] = {{"sha256:", 64}, {"sha384:", 96}, {"sha512:", 128}};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		size_t algorithm = strlen(known[i].algorithm);

		if (!strncmp(digest, known[i].algorithm, algorithm))
			return strlen(digest + algorithm) == known[i].digits &&
					       strspn(digest + algorithm, "0123456789abcdef") == known[i].digits
				       ? NULL
				       : "the digest behind '@' needs 64 digits (sha256), 96 (sha384) or 128 (sha512): "
					 "0 to 9 and a to f";
	}
	return "the digest behind '@' isn't sha256:DIGITS";
}

const char *image_fault(struct arena *arena, const char *text)
{
	size_t host = image_host_size(text), path, size;
	const char *at = text + host + (host > 0), *fault;

	if (!*text)
		return "it is empty";
	if (host && (fault = host_fault(arena, text, host)))
		return fault;
	for (;; at += path + 1) {
		path = strcspn(at, "/:@");
		if ((fault = component_fault(arena, at, path)))
			return fault;
		if (at[path] != '/')
			break;
	}
	at += path;
	if (at - text > NAME_MOST)
		return "the name is longer than 255 characters";
	if (*at == ':') {
		size = strcspn(++at, "@");
		if ((fault = tag_fault(text_copy(arena, at, size))))
			return fault;
		at += size;
	}
	return *at == '@' ? digest_fault(at + 1) : NULL;
}

const char *image_prefix_fault(struct arena *arena, const char *text)
{
	size_t size = strlen(text);

	return !size ? "it is empty"
		     : image_fault(arena, text_join(arena, text, text[size - 1] == '/' ? "" : "/", "image", NULL));
}
