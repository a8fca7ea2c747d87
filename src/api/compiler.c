/* compiler: a compiler, from its making to its end: how it is told what to do, and does it. */
#include "clusterc.h"

#include <stdlib.h>
#include <string.h>

#include "api/door.h"

const char *clusterc_version(void)
{
	return CLUSTERC_VERSION;
}

struct clusterc *clusterc_new(void)
{
	struct clusterc *compiler = calloc(1, sizeof *compiler);

	if (!compiler)
		return NULL;
	compiler->end = &compiler->first;
	compiler->store = store_new();
	if (compiler->store)
		return compiler;
	free(compiler);
	return NULL;
}

void clusterc_free(struct clusterc *compiler)
{
	if (!compiler)
		return;
	arena_free(compiler->arena);
	arena_free(compiler->roster_arena);
	store_free(compiler->store);
	free(compiler->compared);
	free(compiler);
}

bool clusterc_warning(struct clusterc *compiler, const char *choice)
{
	bool off = !strncmp(choice, "no-", 3);
	const char *name = off ? choice + 3 : choice;
	enum code code = diag_code_named(name);

	if (!strcmp(name, "error")) {
		compiler->warnings.as_errors = !off;
		return true;
	}
	if (code == CODE_COUNT || code_facts[code].severity != WARNING)
		return false;
	compiler->warnings.off[code] = off;
	return true;
}

bool clusterc_set(struct clusterc *compiler, const char *edit)
{
	if (compiler->edit_count == EDITS_MOST)
		return false;
	compiler->edits[compiler->edit_count++] = edit;
	return true;
}

void clusterc_any_language(struct clusterc *compiler, bool any)
{
	compiler->any_language = any;
}

enum clusterc_status clusterc_status_of(const struct clusterc *compiler)
{
	const struct diags *diags = &compiler->diags;

	if (compiler->out_of_memory)
		return CLUSTERC_MACHINE;
	for (size_t i = 0; diags->worst == FATAL && i < diags->count; i++)
		if (diags->items[i]->severity == FATAL)
			return diags->items[i]->code == CODE_INTERNAL ? CLUSTERC_INTERNAL : CLUSTERC_MACHINE;
	return diags->errors ? CLUSTERC_WRONG : CLUSTERC_GOOD;
}

struct span compiler_whole_file(struct arena *arena, const char *path)
{
	struct source *source = NEW(arena, struct source);

	source->name = path;
	return (struct span){.source = source};
}

/* The most memory that one file takes until its manifests are there, in bytes: what is small can
 * make much, many groups of workers that mount many files, say. Whoever compiles what others wrote can rely on it. */
enum { MEMORY_MOST = 40 * 1024 * 1024 };

static void tell_too_much(void *subject)
{
	struct clusterc *compiler = subject;
	const char *name = !compiler->path ? compiler->name : strcmp(compiler->path, "-") ? compiler->path : "<stdin>";

	diag(&compiler->diags, CODE_TOO_MUCH, compiler_whole_file(compiler->arena, name),
	     "divide it into several files, or take less of each", "what this makes takes more than 40 MiB of memory");
	diags_sort(&compiler->diags);
}

/* All passes; false where memory ran out. */
static bool run_within(struct clusterc *compiler, void (*passes)(void *))
{
	bool whole;

	if (!compiler->arena)
		return false;
	arena_limit(compiler->arena, MEMORY_MOST);
	whole = arena_try(compiler->arena, passes, compiler);
	arena_limit(compiler->arena, 0);
	if (whole || !arena_is_full(compiler->arena))
		return whole;
	return arena_try(compiler->arena, tell_too_much, compiler);
}

enum clusterc_status compiler_run(struct clusterc *compiler, void (*passes)(void *))
{
	if (compiler->arena)
		arena_empty(compiler->arena);
	else
		compiler->arena = arena_new();
	compiler->first = NULL;
	compiler->end = &compiler->first;
	compiler->count = 0;
	compiler->site = NULL;
	compiler->written = false;
	diags_start(&compiler->diags, compiler->arena, &compiler->warnings);
	compiler->out_of_memory = false;
	if (!run_within(compiler, passes))
		compiler->out_of_memory = true;
	return clusterc_status_of(compiler);
}

enum clusterc_status clusterc_compile_row(struct clusterc *compiler, const char *path,
					  const struct clusterc_roster *roster, size_t row)
{
	compiler->path = path;
	compiler->bytes = NULL;
	compiler->roster = roster;
	compiler->row = row;
	return compiler_run(compiler, compile);
}

enum clusterc_status clusterc_compile(struct clusterc *compiler, const char *path)
{
	return clusterc_compile_row(compiler, path, NULL, 0);
}

enum clusterc_status clusterc_compile_bytes(struct clusterc *compiler, const char *name, const char *bytes, size_t size)
{
	compiler->path = NULL;
	compiler->name = name;
	compiler->bytes = bytes;
	compiler->size = size;
	compiler->roster = NULL;
	return compiler_run(compiler, compile);
}
