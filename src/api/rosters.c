/* rosters: a roster is read, and kept for all who compile its rows. */
#include "clusterc.h"

#include "api/door.h"
#include "language/roster.h"

/* What is read inside arena_try(), the roster's own inside the compiler's: it outlives other compiles. */
struct roster_reading {
	struct clusterc *compiler;
	struct clusterc_roster *roster;
};

static void read_named_roster(void *subject)
{
	struct roster_reading *it = subject;
	struct clusterc *compiler = it->compiler;
	struct clusterc_roster *roster = NEW(compiler->roster_arena, struct clusterc_roster);

	roster->table = roster_read(compiler->roster_arena, &compiler->diags, compiler->path, ROSTER_ORDER);
	if (roster->table)
		it->roster = roster;
}

static void read_roster_apart(void *subject)
{
	struct clusterc *compiler = subject;
	struct roster_reading it = {.compiler = compiler};

	if (!compiler->roster_arena || !arena_try(compiler->roster_arena, read_named_roster, &it))
		compiler->out_of_memory = true;
	compiler->roster = it.roster;
	diags_sort(&compiler->diags);
}

const struct clusterc_roster *clusterc_roster_read(struct clusterc *compiler, const char *path)
{
	compiler->path = path;
	compiler->bytes = NULL;
	compiler->roster = NULL;
	arena_free(compiler->roster_arena);
	compiler->roster_arena = arena_new();
	return compiler_run(compiler, read_roster_apart) == CLUSTERC_GOOD ? compiler->roster : NULL;
}

size_t clusterc_roster_count(const struct clusterc_roster *roster)
{
	return roster->table->row_count;
}

uint32_t clusterc_roster_line(const struct clusterc_roster *roster, size_t row)
{
	return roster->table->rows[row]->line;
}
