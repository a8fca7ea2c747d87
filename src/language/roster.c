/* roster: what has to hold of its table beyond its form, and the edits that its rows are. */
#include "language/roster.h"

#include <string.h>

#include "base/index.h"
#include "front/source.h"
#include "language/edit.h"

static bool refuse_column(struct diags *diags, const struct table *table, const struct cell *name, const char *text)
{
	diag(diags, CODE_BAD_ROSTER, table_cell_span(table, name),
	     "the first row names a key of the profile for each column: name,worker.memory,namespace", "%s", text);
	return false;
}

/* The column of the clusters' names, or `columns` after a diagnostic. */
static size_t check_columns(struct diags *diags, const struct table *table)
{
	size_t name = table->columns;

	for (size_t i = 0; i < table->columns; i++) {
		if (!*table->names[i].text)
			refuse_column(diags, table, &table->names[i], "the column has no name");
		for (size_t j = 0; j < i && *table->names[i].text; j++)
			if (!strcmp(table->names[i].text, table->names[j].text))
				refuse_column(diags, table, &table->names[i], "two columns have this name");
		if (!strcmp(table->names[i].text, "name"))
			name = i;
	}
	if (name == table->columns)
		refuse_column(diags, table, table->names,
			      "there is no column 'name', and clusters have to be told apart");
	return name;
}

static void refuse_twice(struct arena *arena, struct diags *diags, const struct table *table, const struct cell *again,
			 const struct cell *first)
{
	diag(diags, CODE_DUPLICATE_CLUSTER, table_cell_span(table, again),
	     text_format(arena, "line %u has it already", first->line),
	     *again->text ? "a second row with the name %s" : "a second row without a name%s", again->text);
}

static void check_names(struct arena *arena, struct diags *diags, const struct table *table, size_t column)
{
	struct index names = INDEX_IN(arena);

	for (size_t i = 0; i < table->row_count; i++) {
		const struct cell *name = &table->rows[i][column], *first = index_add(&names, name->text, name);

		if (first != name)
			refuse_twice(arena, diags, table, name, first);
	}
}

const struct table *roster_read(struct arena *arena, struct diags *diags, const char *path, unsigned order)
{
	const struct source *source = source_read(arena, diags, path, order);
	const struct table *table = source ? table_read(arena, diags, source) : NULL;
	size_t errors = diags->errors, column;

	if (!table)
		return NULL;
	column = check_columns(diags, table);
	if (column < table->columns)
		check_names(arena, diags, table, column);
	if (!table->row_count)
		diag(diags, CODE_BAD_ROSTER, (struct span){.source = source}, NULL,
		     "there is no row below the first, so there is nothing to compile");
	return diags->errors == errors ? table : NULL;
}

void roster_edit(struct arena *arena, struct diags *diags, struct node *root, const struct block *language,
		 const struct table *roster, size_t row)
{
	for (size_t i = 0; i < roster->columns; i++)
		if (*roster->rows[row][i].text)
			edit_cell(arena, diags, root, language, roster, &roster->names[i], &roster->rows[row][i]);
}
