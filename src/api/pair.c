/* pair: the two files of a cluster in a directory, NAME.yaml and NAME.sh: written, or held against what is there. */
#include "clusterc.h"

#include <sys/stat.h>

#include "api/door.h"
#include "language/builtin.h"
#include "compare/directory.h"
#include "write/output.h"

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

/* The two files of one cluster; their order is that of the array. */
static void name_pair(struct result *result, struct output_file files[2])
{
	struct arena *arena = result->manager.arena;
	const char *name = result->objects->cluster->name;

	files[0] = (struct output_file){
		.name = text_join(arena, name, ".yaml", NULL),
		.bytes = result->manifest.bytes,
		.size = result->manifest.size,
		.mode = 0666,
	};
	files[1] = (struct output_file){.name = text_join(arena, name, ".sh", NULL), .mode = 0777};
}

static void write_pair(void *subject)
{
	struct writing *it = subject;
	struct arena *arena = it->compiler->arena;
	struct result *result = result_at(it->compiler, it->index);
	struct output_file files[2];
	const char *fault;
	bool written;

	name_pair(result, files);
	make_manager_head(result);
	files[1].bytes = result->manager_head.bytes;
	files[1].size = result->manager_head.size;
	files[1].more = builtin_manager; /* not copied for every cluster: it is ten times all the rest */
	files[1].more_size = builtin_manager_size;
	for (size_t i = 0; i < 2; i++) {
		const char *path = text_join(arena, it->directory, "/", files[i].name, NULL);

		if (overwrites_input(it, path)) {
			diag(&it->compiler->diags, CODE_OVERWRITES_INPUT, whole_file(arena, it->compiler->path),
			     "choose another directory for -o", "the output %s would be written over this profile",
			     path);
			return;
		}
	}
	fault = output_write(arena, it->directory, files, 2, &written);
	it->compiler->written |= written;
	if (fault)
		diag(&it->compiler->diags, CODE_UNWRITABLE, whole_file(arena, it->directory), NULL, "%s", fault);
}

/* What clusterc_check() does inside arena_try(). */
static void check_pair(void *subject)
{
	struct writing *it = subject;
	struct arena *arena = it->compiler->arena;
	struct result *result = result_at(it->compiler, it->index);
	struct output_file files[2];
	const char *fault;

	name_pair(result, files);
	make_manager(result);
	files[1].bytes = result->manager.bytes;
	files[1].size = result->manager.size;
	it->difference = TEXT_IN(arena);
	fault = output_compare(arena, it->directory, files, 2, &it->difference);
	text_done(&it->difference);
	if (fault)
		diag(&it->compiler->diags, CODE_UNREADABLE, whole_file(arena, it->directory), NULL, "%s", fault);
}

enum clusterc_status clusterc_write(struct clusterc *compiler, size_t index, const char *directory)
{
	struct writing writing = {.compiler = compiler, .index = index, .directory = directory};

	if (!arena_try(compiler->arena, write_pair, &writing))
		compiler->out_of_memory = true;
	return clusterc_status_of(compiler);
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
	const struct document *document = result_at(it->compiler, it->index)->profile;
	const struct profile *profile = document->bound;

	diag(&it->compiler->diags, CODE_DUPLICATE_CLUSTER, name_span(document),
	     "give each profile its own name, or write them into different directories",
	     "the profile %s is named %s, too: both would write the same files", it->other, profile->name);
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
