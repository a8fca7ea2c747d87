/* code_page: the pages of diagnostics, printed for a terminal and as a reference.
 *
 * A page is Markdown, of paragraphs and fenced examples. Behind the language of a fence may
 * stand the name of the file that the example is; without one it is the profile. */
#include "explain/code_page.h"

#include <string.h>

#include "language/builtin.h"

/* How the lines of a page are written. */
struct form {
	void (*fence)(struct text *out, const char *info,
		      size_t size); /* of a fence that opens; `info` stands behind it */
	const char *indent;                                           /* before the lines of an example */
	const char *close;                                            /* for a fence that closes */
};

/* The file's name in "yaml echo.yaml", or NULL. */
static const char *file_in(struct arena *arena, const char *info, size_t size)
{
	const char *space = memchr(info, ' ', size);

	return space ? text_copy(arena, space + 1, (size_t)(info + size - space - 1)) : NULL;
}

static void fence_for_terminal(struct text *out, const char *info, size_t size)
{
	const char *file = file_in(out->arena, info, size);

	if (file)
		text_add(out, text_join(out->arena, "and in ", file, ":\n\n", NULL));
}

static void fence_for_markdown(struct text *out, const char *info, size_t size)
{
	const char *file = file_in(out->arena, info, size);

	if (file)
		text_add(out, text_join(out->arena, "and in `", file, "`:\n\n", NULL));
	text_add(out, "```");
	text_add_bytes(out, info, file ? size - strlen(file) - 1 : size);
	text_add_char(out, '\n');
}

static const struct form for_terminal = {fence_for_terminal, "    ", ""};
static const struct form for_markdown = {fence_for_markdown, "", "```\n"};

static void add_page(struct text *out, const char *page, const struct form *form)
{
	bool inside = false;

	for (size_t size; *page; page += size + (page[size] == '\n')) {
		size = strcspn(page, "\n");
		if (!strncmp(page, "```", 3)) {
			inside = !inside;
			if (inside)
				form->fence(out, page + 3, size - 3);
			else
				text_add(out, form->close);
			continue;
		}
		text_add(out, inside && size ? form->indent : "");
		text_add_bytes(out, page, size);
		text_add_char(out, '\n');
	}
}

const char *code_page_text(struct arena *arena, enum code code)
{
	const struct code_facts *facts = &code_facts[code];
	struct text out = TEXT_IN(arena);

	text_add(&out, text_join(arena, facts->name, " (", severity_words[facts->severity], "): ", facts->meaning,
				 "\n\n", NULL));
	add_page(&out, builtin_code_pages[code], &for_terminal);
	return text_done(&out);
}

const char *code_page_reference(struct arena *arena)
{
	struct text out = TEXT_IN(arena);

	text_add(
		&out,
		"# The diagnostics\n\n"
		"Each message ends with one of these codes in brackets. `clusterc explain CODE` prints the same in the "
		"terminal;\n"
		"`-Wno-CODE` leaves a warning out, `-Werror` makes warnings errors. The examples are run by a test.\n");
	for (unsigned code = 0; code < CODE_COUNT; code++) {
		const struct code_facts *facts = &code_facts[code];

		text_add(&out, text_join(arena, "\n## ", facts->name, "\n\n*", severity_words[facts->severity], "* ",
					 facts->meaning, "\n\n", NULL));
		add_page(&out, builtin_code_pages[code], &for_markdown);
	}
	return text_done(&out);
}
