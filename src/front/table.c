/* table: from the bytes of a CSV file to cells. */
#include "front/table.h"

#include <string.h>

struct reader {
	struct arena *arena;
	struct diags *diags;
	struct table *table;
	const char *at, *end;
	uint32_t line, column; /* of `at` */
	size_t room;           /* for rows */
};

struct span table_cell_span(const struct table *table, const struct cell *cell)
{
	return (struct span){table->source, cell->line, cell->column, cell->width};
}

/* --- Cells ------------------------------------------------------------------------------------------ */

static bool is_at(const struct reader *it, char c)
{
	return it->at < it->end && *it->at == c;
}

/* The size of the line break that stands here, or 0. */
static size_t line_break(const struct reader *it)
{
	if (is_at(it, '\n'))
		return 1;
	return it->end - it->at > 1 && it->at[0] == '\r' && it->at[1] == '\n' ? 2 : 0;
}

static void next_character(struct reader *it)
{
	if (*it->at == '\n') {
		it->line++;
		it->column = 1;
	} else if (((unsigned char)*it->at & 0xc0) != 0x80) {
		it->column++;
	}
	it->at++;
}

static bool refuse_cell(const struct reader *it, const struct cell *where, const char *help, const char *text)
{
	diag(it->diags, CODE_BAD_ROSTER, table_cell_span(it->table, where), help, "%s", text);
	return false;
}

static struct cell here(const struct reader *it)
{
	return (struct cell){.text = "", .line = it->line, .column = it->column, .width = 1};
}

static bool ends_cell(const struct reader *it)
{
	return it->at == it->end || *it->at == ',' || line_break(it);
}

static bool read_quoted(struct reader *it, struct cell *cell)
{
	struct text text = TEXT_IN(it->arena);
	struct cell behind;

	for (next_character(it);; next_character(it)) {
		if (it->at == it->end)
			return refuse_cell(it, cell, NULL, "the quote that begins here is never closed");
		if (is_at(it, '"')) {
			next_character(it);
			if (!is_at(it, '"'))
				break;
		} else if (line_break(it) == 2) {
			next_character(it);
		}
		text_add_char(&text, *it->at);
	}
	cell->text = text_done(&text);
	behind = here(it);
	return ends_cell(it) || refuse_cell(it, &behind, "a quote inside of quotes is written twice: \"\"",
					    "behind the closing quote only a comma or the line's end may stand");
}

static bool read_bare(struct reader *it, struct cell *cell)
{
	const char *start = it->at;

	while (!ends_cell(it)) {
		struct cell quote = here(it);

		if (is_at(it, '"'))
			return refuse_cell(it, &quote,
					   "put the whole cell in quotes, and write each of its own twice: \"\"",
					   "a quote stands in a cell that doesn't begin with one");
		next_character(it);
	}
	cell->text = text_copy(it->arena, start, (size_t)(it->at - start));
	return true;
}

static bool read_cell(struct reader *it, struct cell *cell)
{
	bool good;

	*cell = here(it);
	good = is_at(it, '"') ? read_quoted(it, cell) : read_bare(it, cell);
	if (it->line == cell->line && it->column > cell->column)
		cell->width = it->column - cell->column;
	return good;
}

/* --- Rows ------------------------------------------------------------------------------------------- */

/* All cells up to the line's end, which is passed; how many there are, or 0 after a diagnostic. */
static size_t read_cells(struct reader *it, struct cell cells[TABLE_COLUMNS_MOST])
{
	size_t count = 0;

	for (;; next_character(it)) {
		struct cell too_many = here(it);

		if (count == TABLE_COLUMNS_MOST)
			return refuse_cell(it, &too_many, NULL, "a row may have 100 cells");
		if (!read_cell(it, &cells[count++]))
			return 0;
		if (!is_at(it, ','))
			break;
	}
	for (size_t i = line_break(it); i; i--)
		next_character(it);
	return count;
}

static bool is_empty(const struct cell *cells, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (*cells[i].text)
			return false;
	return true;
}

static struct cell *copy_cells(const struct reader *it, const struct cell *cells, size_t count)
{
	struct cell *kept = NEW_ARRAY(it->arena, struct cell, count);

	memcpy(kept, cells, count * sizeof *kept);
	return kept;
}

static void refuse_count(const struct reader *it, const struct cell *cells, size_t count)
{
	size_t columns = it->table->columns;

	diag(it->diags, CODE_BAD_ROSTER, table_cell_span(it->table, &cells[count > columns ? columns : count - 1]),
	     "an empty cell is written as nothing between two commas; one that holds a comma stands in quotes",
	     "the first row has %zu cell%s, and this one %zu", columns, columns == 1 ? "" : "s", count);
}

static bool add_row(struct reader *it, const struct cell *cells, size_t count)
{
	struct table *table = it->table;

	if (is_empty(cells, count))
		return true;
	if (table->row_count == TABLE_ROWS_MOST)
		return refuse_cell(it, cells, NULL, "with this there are more than 10,000 rows");
	if (count != table->columns) {
		refuse_count(it, cells, count);
		return true;
	}
	table->rows = arena_make_room(it->arena, table->rows, table->row_count, &it->room, sizeof *table->rows);
	table->rows[table->row_count++] = copy_cells(it, cells, count);
	return true;
}

static bool read_names(struct reader *it, struct cell *cells)
{
	size_t count = read_cells(it, cells);

	if (!count)
		return false;
	if (count == 1 && strpbrk(cells->text, ";\t"))
		return refuse_cell(it, cells, "export the file as CSV with commas (RFC 4180)",
				   "the cells aren't divided by commas");
	it->table->names = copy_cells(it, cells, count);
	it->table->columns = count;
	return true;
}

const struct table *table_read(struct arena *arena, struct diags *diags, const struct source *source)
{
	struct table *table = NEW(arena, struct table);
	struct reader it = {arena, diags, table, source->bytes, source->bytes + source->size, 1, 1, 0};
	struct cell *cells = NEW_ARRAY(arena, struct cell, TABLE_COLUMNS_MOST);
	size_t errors = diags->errors, count;

	table->source = source;
	if (!read_names(&it, cells))
		return NULL;
	while (it.at < it.end)
		if (!(count = read_cells(&it, cells)) || !add_row(&it, cells, count))
			return NULL;
	return diags->errors == errors ? table : NULL;
}
