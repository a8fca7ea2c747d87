/* table: a CSV file (RFC 4180) as rows of cells that know where they stand. */
#ifndef CLUSTERC_TABLE_H
#define CLUSTERC_TABLE_H

#include "base/diag.h"

/* Bounds; each is an error of its own when it is passed. Rows are counted without the first. A file has
 * SOURCE_MOST bytes at the most, as all files. */
enum { TABLE_ROWS_MOST = 10000, TABLE_COLUMNS_MOST = 100 };

struct cell {
	const char *text; /* without its quotes; empty where there is nothing */
	uint32_t line, column, width;
};

/* The first row names the columns. All rows have as many cells; rows without any text are left out. */
struct table {
	const struct source *source;
	const struct cell *names; /* `columns` of them, as in every row */
	size_t columns;
	const struct cell **rows;
	size_t row_count;
};

/* Cells are divided by commas; one that holds a comma, a quote or a line break stands in double quotes,
 * and a quote in it is written twice. Lines end in LF or CRLF, which is LF inside of a cell. Spaces are
 * part of a cell. NULL after diagnostics. */
const struct table *table_read(struct arena *arena, struct diags *diags, const struct source *source);

struct span table_cell_span(const struct table *table, const struct cell *cell);

#endif
