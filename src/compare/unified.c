/* unified: a difference as `diff -u` prints it. */
#include "compare/unified.h"

#include <string.h>

#include "compare/edits.h"
#include "base/quote.h"

enum { AROUND = 3 };

/* --- Names --------------------------------------------------------------------------------------- */

/* The escapes of C, as GNU diff writes and GNU patch and git read them; no control character of any
 * kind is left. */
static void escape(struct text *out, unsigned char byte)
{
	text_add_char(out, '\\');
	if (byte == '"' || byte == '\\') {
		text_add_char(out, (char)byte);
		return;
	}
	for (int shift = 6; shift >= 0; shift -= 3)
		text_add_char(out, (char)('0' + (byte >> shift & 7)));
}

static bool needs_quotes(const char *name)
{
	size_t size = strlen(name);

	if (utf8_valid_prefix(name, size) < size || strpbrk(name, "\"\\"))
		return true;
	for (; *name; name += utf8_length(*name))
		if (!quote_printable(name))
			return true;
	return false;
}

void unified_name(struct text *out, const char *name)
{
	if (!needs_quotes(name)) {
		text_add(out, name);
		return;
	}
	text_add_char(out, '"');
	for (; *name; name++)
		if (*name < 0x20 || *name > 0x7e || *name == '"' || *name == '\\')
			escape(out, (unsigned char)*name);
		else
			text_add_char(out, *name);
	text_add_char(out, '"');
}

/* Behind a name with spaces stands a tab, so that patch knows where it ends. */
static void write_head(struct text *out, const char *mark, const char *name, bool there)
{
	text_add(out, mark);
	if (there)
		unified_name(out, name);
	else
		text_add(out, "/dev/null");
	text_add(out, there && strchr(name, ' ') ? "\t\n" : "\n");
}

/* --- Hunks --------------------------------------------------------------------------------------- */

struct comparison {
	struct text *out;
	struct pieces old, new;
	struct edits edits;
};

/* Lines of both, `from` inclusive and `to` exclusive. */
struct hunk {
	size_t old_from, old_to, new_from, new_to;
};

static bool changes(const struct comparison *it, size_t old, size_t new)
{
	return (old < it->old.count && it->edits.gone[old]) || (new < it->new.count && it->edits.come[new]);
}

/* Goes over the change at the hunk's end, then over the lines that are the same, while the next change
 * is so near that the lines around both would touch. */
static void take_changes(const struct comparison *it, struct hunk *hunk)
{
	size_t same = 0;

	while (same <= 2 * AROUND && (hunk->old_to < it->old.count || hunk->new_to < it->new.count)) {
		if (changes(it, hunk->old_to, hunk->new_to)) {
			same = 0;
			while (hunk->old_to < it->old.count && it->edits.gone[hunk->old_to])
				hunk->old_to++;
			while (hunk->new_to < it->new.count && it->edits.come[hunk->new_to])
				hunk->new_to++;
		} else {
			same++;
			hunk->old_to++;
			hunk->new_to++;
		}
	}
	if (same > AROUND) {
		hunk->old_to -= same - AROUND;
		hunk->new_to -= same - AROUND;
	}
}

/* "first,count"; of no lines, the line before them; the count is left out where it is 1. */
static void write_range(struct text *out, char sign, size_t from, size_t to)
{
	text_add_char(out, sign);
	text_add_number(out, (int64_t)(to > from ? from + 1 : from));
	if (to - from == 1)
		return;
	text_add_char(out, ',');
	text_add_number(out, (int64_t)(to - from));
}

static void write_line(struct text *out, char mark, const struct piece *line)
{
	text_add_char(out, mark);
	text_add_bytes(out, line->bytes, line->size);
	if (line->bytes[line->size - 1] != '\n')
		text_add(out, "\n\\ No newline at end of file\n");
}

static void write_hunk(const struct comparison *it, const struct hunk *hunk)
{
	size_t old = hunk->old_from, new = hunk->new_from;

	text_add(it->out, "@@ ");
	write_range(it->out, '-', hunk->old_from, hunk->old_to);
	text_add_char(it->out, ' ');
	write_range(it->out, '+', hunk->new_from, hunk->new_to);
	text_add(it->out, " @@\n");
	while (old < hunk->old_to || new < hunk->new_to) {
		for (; old < hunk->old_to && it->edits.gone[old]; old++)
			write_line(it->out, '-', &it->old.items[old]);
		for (; new < hunk->new_to && it->edits.come[new]; new++)
			write_line(it->out, '+', &it->new.items[new]);
		for (; old < hunk->old_to && !changes(it, old, new); old++, new++)
			write_line(it->out, ' ', &it->old.items[old]);
	}
}

static void write_hunks(const struct comparison *it)
{
	size_t old = 0, new = 0;

	while (old < it->old.count || new < it->new.count) {
		struct hunk hunk = {old, old, new, new};
		size_t before = old < AROUND ? old : AROUND;

		if (!changes(it, old, new)) {
			old++;
			new++;
			continue;
		}
		hunk.old_from -= before;
		hunk.new_from -= before;
		take_changes(it, &hunk);
		write_hunk(it, &hunk);
		old = hunk.old_to;
		new = hunk.new_to;
	}
}

void unified_write(struct text *out, const char *name, struct version old, struct version new)
{
	struct arena *arena = out->arena;
	struct comparison it = {.out = out};

	if (old.size == new.size && (!old.size || !memcmp(old.bytes, new.bytes, old.size)))
		return;
	it.old = edits_lines_of(arena, old.size ? old.bytes : "", old.size);
	it.new = edits_lines_of(arena, new.size ? new.bytes : "", new.size);
	it.edits = edits_between(arena, it.old, it.new);
	write_head(out, "--- ", name, old.bytes);
	write_head(out, "+++ ", name, new.bytes);
	write_hunks(&it);
}
