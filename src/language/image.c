/* image: the grammar of github.com/distribution/reference. */
#include "language/image.h"

#include <string.h>

#include "language/letters.h"

static const char *component_fault(struct arena *arena, const char *part, size_t size)
{
	const char *copy = text_copy(arena, part, size), *fault;

	if (!size)
		return "a part between two '/' is empty";
	if ((fault = letters_fault(arena, copy, false, "._-")))
		return fault;
	if (is_in(copy[0], "._-") || is_in(copy[size - 1], "._-"))
		return text_format(arena, "the part '%s' begins or ends with '.', '_' or '-'", copy);
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

static const char *host_fault(struct arena *arena, const char *text, size_t size)
{
	const char *copy = text_copy(arena, text, size);
	size_t name = strcspn(copy, ":");

	if (!name || (copy[name] && (!copy[name + 1] || copy[name + 1 + strspn(copy + name + 1, "0123456789")])))
		return "the registry before the first '/' isn't HOST or HOST:PORT";
	return letters_fault(arena, text_copy(arena, copy, name), true, ".-");
}

static const char *tag_fault(const char *tag)
{
	size_t size = strlen(tag);

	if (!size || size > 128)
		return "the tag behind ':' has to have 1 to 128 characters";
	if (is_in(*tag, ".-"))
		return "the tag behind ':' begins with '.' or '-'";
	for (; *tag; tag++)
		if (!is_letter(*tag) && !is_digit(*tag) && !is_in(*tag, "_.-"))
			return "the tag behind ':' may have letters, digits, '_', '.' and '-' only";
	return NULL;
}

static const char *digest_fault(const char *digest)
{
	size_t algorithm = strcspn(digest, ":"), hex;

	if (!algorithm || !digest[algorithm])
		return "the digest behind '@' isn't ALGORITHM:HEX";
	digest += algorithm + 1;
	hex = strspn(digest, "0123456789abcdef");
	return hex < 32 || digest[hex] ? "the digest behind '@' needs at least 32 hexadecimal digits" : NULL;
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

	return !size ? "it is empty" : image_fault(arena, text_join(arena, text, text[size - 1] == '/' ? "" : "/", "image", NULL));
}
