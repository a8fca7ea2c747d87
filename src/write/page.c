/* page: text for people: paragraphs that are broken into lines, and tables. */
#include "write/page.h"

#include <string.h>

static void pad(struct text *out, size_t count)
{
	while (count--)
		text_add_char(out, ' ');
}

static void split(struct arena *arena, struct texts *words, const char *text)
{
	while (*(text += strspn(text, " "))) {
		size_t size = strcspn(text, " ");

		texts_add(arena, words, text_copy(arena, text, size));
		text += size;
	}
}

/* Where the pen stands. */
struct line {
	struct text *out;
	size_t hang, column;
};

static void put_item(struct line *line, const char *item)
{
	size_t width = utf8_count(item);
	struct texts words = {0};

	if (line->hang + width > PAGE_WIDTH && strchr(item, ' ')) {
		split(line->out->arena, &words, item);
		for (size_t i = 0; i < words.count; i++)
			put_item(line, words.items[i]);
		return;
	}
	if (line->column > line->hang && line->column + 1 + width > PAGE_WIDTH) {
		text_add_char(line->out, '\n');
		pad(line->out, line->hang);
		line->column = line->hang;
	}
	if (line->column > line->hang) {
		text_add_char(line->out, ' ');
		line->column++;
	}
	text_add(line->out, item);
	line->column += width;
}

void page_items(struct text *out, const char *first, const struct texts *items)
{
	struct line line = {out, utf8_count(first), utf8_count(first)};

	text_add(out, first);
	for (size_t i = 0; i < items->count; i++)
		put_item(&line, items->items[i]);
	text_add_char(out, '\n');
}

void page_words(struct text *out, const char *first, const char *words)
{
	struct texts items = {0};

	split(out->arena, &items, words);
	page_items(out, first, &items);
}

void page_list(struct text *out, const char *first, const struct texts *items)
{
	struct texts marked = {0};

	for (size_t i = 0; i < items->count; i++)
		texts_add(out->arena, &marked,
			  text_join(out->arena, items->items[i], i + 1 < items->count ? "," : NULL, NULL));
	if (items->count)
		page_items(out, first, &marked);
}

void page_table(struct text *out, const struct texts *cells, const char *align)
{
	size_t columns = strlen(align), *widths = NEW_ARRAY(out->arena, size_t, columns), gap;

	for (size_t i = 0; i < cells->count; i++)
		if (utf8_count(cells->items[i]) > widths[i % columns])
			widths[i % columns] = utf8_count(cells->items[i]);
	gap = 2;
	for (size_t i = 0; i < cells->count; i++) {
		const char *cell = cells->items[i];
		size_t column = i % columns, free = widths[column] - utf8_count(cell);

		/* No spaces at a line's end: those of an empty cell wait for the next one. */
		if (*cell) {
			pad(out, gap + (align[column] == 'r' ? free : 0));
			text_add(out, cell);
			gap = 2 + (align[column] == 'r' ? 0 : free);
		} else {
			gap += widths[column] + 2;
		}
		if (column + 1 == columns) {
			text_add_char(out, '\n');
			gap = 2;
		}
	}
}
