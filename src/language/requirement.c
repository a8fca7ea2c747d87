/* requirement: Python packages as people ask for them. What a form looks like is checked here; which packages and
 * versions there are only the index knows. */
#include "language/requirement.h"

#include <string.h>

#include "base/text.h"
#include "language/letters.h"

static const char blanks[] = " \t";

static bool is_alphanumeric(char letter)
{
	return letter_is_alphabetic(letter) || letter_is_digit(letter);
}

/* How far the name reaches: letters, digits, '-', '_' and '.'. */
static size_t name_size(const char *text)
{
	size_t size = 0;

	while (is_alphanumeric(text[size]) || letter_is_in(text[size], "-_."))
		size++;
	return size;
}

const char *requirement_name(struct arena *arena, const char *text)
{
	struct text name = TEXT_IN(arena);
	size_t size = name_size(text);

	for (size_t i = 0; i < size; i++) {
		char letter = text[i];

		if (letter >= 'A' && letter <= 'Z')
			text_add_char(&name, (char)(letter - 'A' + 'a'));
		else if (!letter_is_in(letter, "-_."))
			text_add_char(&name, letter);
		else if (!i || !letter_is_in(text[i - 1], "-_."))
			text_add_char(&name, '-');
	}
	return text_done(&name);
}

bool requirement_is_fixed(const char *text)
{
	const char *equal = strstr(text, "=="), *marker = strchr(text, ';');

	if (strchr(text, '@'))
		return true;
	return equal && (!marker || equal < marker) && !memchr(equal, '*', strcspn(equal, ";"));
}

/* --- What people write by mistake --------------------------------------------------------------------- */

struct slip {
	const char *begin; /* what the text begins with */
	const char *fault, *help;
};

static const struct slip slips[] = {
	{"pip ", "it is a command", "write the package alone, for example pandas==2.3.3"},
	{"pip3 ", "it is a command", "write the package alone, for example pandas==2.3.3"},
	{"conda ", "it is a command", "write the package's name on PyPI alone, for example pandas==2.3.3"},
	{"http://", "an address needs the package's name before it", "write NAME @ ADDRESS"},
	{"https://", "an address needs the package's name before it", "write NAME @ ADDRESS"},
	{"file:", "a file of your machine isn't in the pod", "put it on an index, or into the image"},
	{"git+", "an address needs the package's name before it", "write NAME @ git+https://...@COMMIT"},
	{"./", "a file of your machine isn't in the pod", "put it on an index, or into the image"},
	{"../", "a file of your machine isn't in the pod", "put it on an index, or into the image"},
	{"/", "a file of your machine isn't in the pod", "put it on an index, or into the image"},
	{"-r", "it is an option", "write packages: {from: requirements.txt}"},
	{"-", "it is an option",
	 "options go into a requirements file (packages: {from: requirements.txt}), or into env"},
};

static const char *slip_of(const char *text, const char **help)
{
	for (size_t i = 0; i < sizeof slips / sizeof *slips; i++)
		if (!strncmp(text, slips[i].begin, strlen(slips[i].begin))) {
			*help = slips[i].help;
			return slips[i].fault;
		}
	return NULL;
}

/* --- The form ------------------------------------------------------------------------------------------ */

static const char *skip_blanks(const char *at)
{
	return at + strspn(at, blanks);
}

/* The comparison at `at`, longest first, or NULL. */
static const char *comparison_at(const char *at)
{
	static const char *const all[] = {"===", "==", "~=", "!=", "<=", ">=", "<", ">"};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (!strncmp(at, all[i], strlen(all[i])))
			return all[i];
	return NULL;
}

static size_t version_size(const char *at)
{
	size_t size = 0;

	while (is_alphanumeric(at[size]) || letter_is_in(at[size], "-_.*+!"))
		size++;
	return size;
}

/* What stands where a comparison should. */
static const char *no_comparison(struct arena *arena, const char *name, const char *at, const char **help)
{
	size_t size = version_size(skip_blanks(at + 1));

	*help = "write one package in each entry, with its version: pandas==2.3.3";
	if (*at == '=')
		*help = text_format(arena, "write %s==%.*s", name, (int)size, skip_blanks(at + 1));
	else if (letter_is_digit(*at))
		*help = text_format(arena, "write %s==%.*s", name, (int)version_size(at), at);
	return *at == '='             ? "one '=' compares nothing"
	       : letter_is_digit(*at) ? "there is no == before the version"
	       : *at == ','           ? "it has more than one package"
				      : text_format(arena, "'%s' follows the name", at);
}

/* Comparisons, separated by commas, up to the end or a marker. */
static const char *versions_fault(struct arena *arena, const char *name, const char *at, const char **help)
{
	for (;;) {
		const char *comparison = comparison_at(at);
		size_t size;

		if (!comparison)
			return no_comparison(arena, name, at, help);
		at = skip_blanks(at + strlen(comparison));
		size = version_size(at);
		*help = text_format(arena, "write %s%s and a version, for example %s==2.3.3", name, comparison, name);
		if (!size)
			return text_format(arena, "no version follows %s", comparison);
		at = skip_blanks(at + size);
		if (!*at || *at == ';')
			return NULL;
		if (*at != ',')
			return text_format(arena, "'%s' follows the version", at);
		at = skip_blanks(at + 1);
	}
}

const char *requirement_fault(struct arena *arena, const char *text, const char **help)
{
	const char *fault = slip_of(text, help), *at, *name;
	size_t size = name_size(text);

	if (fault)
		return fault;
	*help = "write the package's name and version, for example pandas==2.3.3";
	if (!size || !is_alphanumeric(text[0]) || !is_alphanumeric(text[size - 1]))
		return "it doesn't begin with a package's name";
	name = text_copy(arena, text, size);
	at = skip_blanks(text + size);
	if (*at == '[') {
		const char *end = strchr(at, ']');

		if (!end)
			return "a ] is missing";
		at = skip_blanks(end + 1);
	}
	if (*at == '@')
		return *skip_blanks(at + 1) ? NULL : "no address follows @";
	return !*at || *at == ';' ? NULL : versions_fault(arena, name, at, help);
}

/* --- Files --------------------------------------------------------------------------------------------- */

/* The words of a line without hashes, up to a comment; one blank between two. */
static void add_words_of_line(struct text *out, const char *line, size_t size)
{
	const char *end = line + size;

	while (line < end) {
		size_t word = strcspn(line, " \t\r\n");

		word = word < (size_t)(end - line) ? word : (size_t)(end - line);
		if (word && *line == '#')
			return;
		if (word && strncmp(line, "--hash=", strlen("--hash=")) && !(word == 1 && *line == '\\')) {
			text_add(out, out->size ? " " : "");
			text_add_bytes(out, line, word);
		}
		line += word + !word;
	}
}

bool requirement_next(struct arena *arena, const char *content, size_t *at, struct requirement_line *line)
{
	struct text text = TEXT_IN(arena);

	while (content[*at]) {
		size_t size = strcspn(content + *at, "\n"), full = size + (content[*at + size] == '\n');
		bool goes_on = size && content[*at + size - 1] == '\\';

		if (!text.size)
			line->offset = *at + strspn(content + *at, blanks);
		add_words_of_line(&text, content + *at, goes_on ? size - 1 : size);
		*at += full;
		if (text.size && !goes_on)
			break;
	}
	line->text = text_done(&text);
	return text.size > 0;
}

const char *requirement_option_fault(struct arena *arena, const char *text, const char **help)
{
	static const char *const good[] = {
		"-i",         "--index-url",     "--extra-index-url", "-f",          "--find-links",
		"--no-index", "--trusted-host",  "--only-binary",     "--no-binary", "--prefer-binary",
		"--pre",      "--require-hashes"};
	size_t size = strcspn(text, " =");

	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		if (strlen(good[i]) == size && !strncmp(good[i], text, size))
			return NULL;
	*help = "write what it leads to into this file";
	return text_format(arena, "the option %.*s can't be taken: the pods have this file alone", (int)size, text);
}
