/* pair: the files of a cluster in a directory, NAME.yaml, NAME.sh and the body of all managers: written, or compared
 * with what is there. */
#include "clusterc.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "api/door.h"
#include "compare/directory.h"
#include "language/builtin.h"
#include "write/manager.h"
#include "write/output.h"

enum { FILES_MOST = 3 };

/* What clusterc_write() and clusterc_check() do inside arena_try(). */
struct writing {
	struct clusterc *compiler;
	size_t index;
	const char *directory;
	struct text difference;
};

/* A profile called NAME.yaml, compiled into its own directory, would be written over. */
static bool overwrites_input(const struct writing *it, const char *path)
{
	struct stat input, output;

	if (!it->compiler->path || stat(it->compiler->path, &input) || stat(path, &output))
		return false;
	return input.st_dev == output.st_dev && input.st_ino == output.st_ino;
}

static bool refuse_overwriting(const struct writing *it, const struct output_file *files, size_t count)
{
	struct arena *arena = it->compiler->arena;

	for (size_t i = 0; i < count; i++) {
		const char *path = text_join(arena, it->directory, "/", files[i].name, NULL);

		if (!overwrites_input(it, path))
			continue;
		diag(&it->compiler->diags, CODE_OVERWRITES_INPUT, compiler_whole_file(arena, it->compiler->path),
		     "choose another directory for -o", "the output %s would be written over this profile", path);
		return true;
	}
	return false;
}

/* The same bytes for every cluster, and in every file of this name. */
static struct output_file body_file(struct arena *arena)
{
	return (struct output_file){
		.name = manager_body_name(arena, CLUSTERC_VERSION),
		.bytes = builtin_manager,
		.size = builtin_manager_size,
		.mode = 0666,
	};
}

/* The files of one cluster, in the order in which they are written: a manager finds its body, whenever it is
 * there. Returns how many there are. */
static size_t files_of(const struct writing *it, bool with_body, struct output_file files[FILES_MOST])
{
	const struct result *result = outputs_result_at(it->compiler, it->index);
	enum clusterc_manager_form form = it->compiler->form;
	const char *name = result->objects->cluster->name;
	struct arena *arena = it->compiler->arena;
	struct text manager = TEXT_IN(arena);
	size_t count = 0;

	if (form == CLUSTERC_SHARED && with_body)
		files[count++] = body_file(arena);
	files[count++] = (struct output_file){
		.name = text_join(arena, name, ".yaml", NULL),
		.bytes = result->manifest.bytes,
		.size = result->manifest.size,
		.mode = 0666,
	};
	if (form == CLUSTERC_NONE)
		return count;
	outputs_make_manager(&manager, result, form);
	text_done(&manager);
	files[count++] = (struct output_file){
		.name = text_join(arena, name, ".sh", NULL),
		.bytes = manager.bytes,
		.size = manager.size,
		.mode = 0777,
	};
	return count;
}

static void write_result_pair(void *subject)
{
	struct writing *it = subject;
	struct arena *arena = it->compiler->arena;
	struct output_file files[FILES_MOST];
	size_t count = files_of(it, true, files);
	struct output_result result;

	if (refuse_overwriting(it, files, count))
		return;
	result = output_write(arena, it->directory, files, count, it->compiler->force);
	it->compiler->written |= result.written;
	if (result.foreign)
		diag(&it->compiler->diags, CODE_FOREIGN_FILE, compiler_whole_file(arena, result.foreign),
		     "move it away, choose another directory for -o, or write over it with --force",
		     "clusterc didn't write this file, and doesn't write over it");
	if (result.fault)
		diag(&it->compiler->diags, CODE_UNWRITABLE, compiler_whole_file(arena, it->directory), NULL, "%s",
		     result.fault);
}

/* What clusterc_check() does inside arena_try(). */
static void check_pair(void *subject)
{
	struct writing *it = subject;
	struct clusterc *compiler = it->compiler;
	bool compared = compiler->compared && !strcmp(compiler->compared, it->directory);
	struct output_file files[FILES_MOST];
	size_t count = files_of(it, !compared, files);
	const char *fault;

	it->difference = TEXT_IN(compiler->arena);
	fault = directory_compare(compiler->arena, it->directory, files, count, &it->difference);
	text_done(&it->difference);
	if (fault) {
		diag(&compiler->diags, CODE_UNREADABLE, compiler_whole_file(compiler->arena, it->directory), NULL, "%s",
		     fault);
	} else if (!compared) {
		free(compiler->compared);
		compiler->compared = strdup(it->directory);
	}
}

enum clusterc_status clusterc_write(struct clusterc *compiler, size_t index, const char *directory)
{
	struct writing writing = {.compiler = compiler, .index = index, .directory = directory};

	if (!arena_try(compiler->arena, write_result_pair, &writing))
		compiler->out_of_memory = true;
	return clusterc_status_of(compiler);
}

bool clusterc_manager_as(struct clusterc *compiler, const char *form)
{
	static const char *const forms[] = {"shared", "standalone", "none"};

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (!strcmp(form, forms[i])) {
			compiler->form = (enum clusterc_manager_form)i;
			return true;
		}
	return false;
}

void clusterc_force(struct clusterc *compiler, bool force)
{
	compiler->force = force;
}

bool clusterc_written(const struct clusterc *compiler)
{
	return compiler->written;
}

/* What clusterc_refuse_name() does inside arena_try(). */
struct refusal {
	struct clusterc *compiler;
	size_t index;
	const char *other;
};

static void refuse_name(void *subject)
{
	const struct refusal *it = subject;
	const struct document *document = outputs_result_at(it->compiler, it->index)->profile;
	const struct profile *profile = document->bound;

	diag(&it->compiler->diags, CODE_DUPLICATE_CLUSTER, compile_name_span(document),
	     "give each profile its own name, or compile them in separate runs, into different directories",
	     "the profile %s is named %s, too", it->other, profile->name);
	diags_sort(&it->compiler->diags);
}

enum clusterc_status clusterc_refuse_name(struct clusterc *compiler, size_t index, const char *other)
{
	struct refusal refusal = {compiler, index, other};

	if (!arena_try(compiler->arena, refuse_name, &refusal))
		compiler->out_of_memory = true;
	return clusterc_status_of(compiler);
}

enum clusterc_status clusterc_check(struct clusterc *compiler, size_t index, const char *directory,
				    const char **difference, size_t *size)
{
	struct writing writing = {.compiler = compiler, .index = index, .directory = directory};

	if (!arena_try(compiler->arena, check_pair, &writing))
		compiler->out_of_memory = true;
	*difference = writing.difference.bytes;
	*size = writing.difference.size;
	return clusterc_status_of(compiler);
}
