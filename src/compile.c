/* compile: the whole compiler on one page, one call a pass; and the public door to it. */
#include "clusterc.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/checksum.h"
#include "cluster/resolve.h"
#include "front/source.h"
#include "kube/changes.h"
#include "kube/lower.h"
#include "language/builtin.h"
#include "language/code_page.h"
#include "language/describe.h"
#include "language/edit.h"
#include "language/roster.h"
#include "language/store.h"
#include "write/graph.h"
#include "write/compare.h"
#include "write/manager.h"
#include "write/manifest.h"
#include "write/output.h"
#include "write/plan.h"
#include "write/resolved.h"
#include "write/starter.h"

#ifndef CLUSTERC_VERSION
#error "CLUSTERC_VERSION comes from configure"
#endif

/* What one document became. */
struct result {
	const struct manifest *objects;
	const struct document *profile;
	/* Bytes; all but the manifest's are made when they are asked for. The manager's head is what stands before the
	 * body that all have. */
	struct text manifest, manager_head, manager, resolved, plan;
	struct result *next;
};

/* Edits, and where their messages and a roster's stand among those of files. */
enum { EDITS_MOST = 100, EDITS_ORDER = 1000, ROSTER_ORDER = EDITS_ORDER + EDITS_MOST };

struct clusterc_roster {
	const struct table *table;
};

struct clusterc {
	const char *edits[EDITS_MOST];
	size_t edit_count;
	struct arena *arena;
	struct store *store; /* of what profiles name by path */
	struct warnings warnings;
	struct diags diags;
	const char *path; /* of the profile; NULL for bytes */
	const char *name, *bytes;
	size_t size;
	const struct clusterc_roster *roster; /* NULL, or what edits the profile, too, by one of its rows */
	size_t row;
	struct arena *roster_arena; /* of the roster that this compiler has read */
	struct result *first, **end;
	size_t count;
	bool written; /* a file, since the last compile */
	bool out_of_memory;
};

/* --- The passes ------------------------------------------------------------------------------ */

/* A definition, bound, and the digest of its text. */
struct definition {
	const struct framework *framework;
	const char *digest;
};

static bool is_path(const char *framework)
{
	size_t size = strlen(framework);

	return strchr(framework, '/') || (size > 5 && !strcmp(framework + size - 5, ".yaml"));
}

static const char *builtin_name(const void *subject, size_t i)
{
	(void)subject;
	return i < builtin_framework_count ? builtin_frameworks[i].name : NULL;
}

static const char *builtin_site_name(const void *subject, size_t i)
{
	(void)subject;
	return i < builtin_site_count ? builtin_sites[i].name : NULL;
}

/* Everything that `name` gives, one behind the other. */
static const char *all_names(struct arena *arena, const char *(*name)(const void *, size_t))
{
	struct text names = TEXT_IN(arena);

	for (size_t i = 0; name(NULL, i); i++) {
		text_add(&names, i ? ", " : "");
		text_add(&names, name(NULL, i));
	}
	return text_done(&names);
}

/* The profile's directory, with a '/' at its end; empty for the one we are in. */
static const char *directory_of(const struct clusterc *compiler)
{
	const char *slash = compiler->path ? strrchr(compiler->path, '/') : NULL;

	return slash ? text_copy(compiler->arena, compiler->path, (size_t)(slash - compiler->path) + 1) : "";
}

/* Relative paths start beside the profile. */
static const char *beside(const struct clusterc *compiler, const char *path)
{
	return *path == '/' ? path : text_join(compiler->arena, directory_of(compiler), path, NULL);
}

static bool read_definition(struct clusterc *compiler, struct span where, const char *name, struct definition *definition)
{
	const char *path = beside(compiler, name), *fault;
	const struct stored *stored =
		store_read(compiler->store, compiler->arena, &compiler->diags, path, where.source->order + 1, framework_read, &fault);

	if (fault)
		diag(&compiler->diags, CODE_UNKNOWN_FRAMEWORK, where, "the path is relative to the profile's directory",
		     "the definition %s can't be read: %s", path, fault);
	if (stored)
		*definition = (struct definition){stored->document->bound, stored->digest};
	return stored;
}

/* Looks at the tree, not at the bound profile: a framework that isn't there is told of
 * together with everything else that is wrong. */
static bool find_definition(struct clusterc *compiler, const struct source *source, const struct node *root,
			    struct definition *definition)
{
	const struct node *key = node_get(root, "framework");
	const struct builtin_framework *builtin;
	const char *near;

	if (!key || key->kind != NODE_TEXT || key->bad || node_is_null(key) || !*key->text)
		return false;
	if (is_path(key->text))
		return read_definition(compiler, node_span(source, key), key->text, definition);
	builtin = builtin_framework_named(key->text);
	if (builtin) {
		*definition = (struct definition){builtin->framework, builtin->digest};
		return true;
	}
	near = text_nearest(key->text, builtin_name, NULL);
	diag(&compiler->diags, CODE_UNKNOWN_FRAMEWORK, node_span(source, key),
	     near ? text_format(compiler->arena, "did you mean %s?", near)
		  : text_format(compiler->arena, "built in: %s; or write the path of a definition: ./%s.yaml",
				all_names(compiler->arena, builtin_name), key->text),
	     "there is no framework '%s'", key->text);
	return false;
}

static const struct document *read_builtin_site(struct clusterc *compiler, const struct builtin_site *site, unsigned order)
{
	const struct source *source =
		source_of(compiler->arena, &compiler->diags, text_join(compiler->arena, "sites/", site->name, ".yaml", NULL), site->source,
			  site->source_size, order);

	return source ? site_read(compiler->arena, &compiler->diags, source) : NULL;
}

/* `fault`: why a description can't be read; NULL where it isn't built in. */
static void refuse_site(struct clusterc *compiler, struct span where, const char *name, const char *fault)
{
	const char *near = fault ? NULL : text_nearest(name, builtin_site_name, NULL);

	diag(&compiler->diags, CODE_UNKNOWN_SITE, where,
	     near ? text_format(compiler->arena, "did you mean %s?", near)
		  : text_format(compiler->arena, "built in: %s; or write the path of a description, relative to the profile",
				all_names(compiler->arena, builtin_site_name)),
	     fault ? "the site %s can't be read: %s" : "there is no site '%s'", name, fault);
}

/* Looks at the tree, as for the definition; NULL without a site, or after a diagnostic. */
static const struct document *find_site(struct clusterc *compiler, const struct source *source, const struct node *root)
{
	const struct node *key = node_get(root, "site");
	const struct builtin_site *builtin;
	const struct stored *stored;
	const char *fault;

	if (!key || key->kind != NODE_TEXT || key->bad || node_is_null(key) || !*key->text)
		return NULL;
	builtin = builtin_site_named(key->text);
	if (builtin)
		return read_builtin_site(compiler, builtin, source->order + 1);
	if (!is_path(key->text)) {
		refuse_site(compiler, node_span(source, key), key->text, NULL);
		return NULL;
	}
	stored = store_read(compiler->store, compiler->arena, &compiler->diags, beside(compiler, key->text), source->order + 1, site_read,
			    &fault);
	if (fault)
		refuse_site(compiler, node_span(source, key), key->text, fault);
	return stored ? stored->document : NULL;
}

static void add_result(struct clusterc *compiler, const struct manifest *objects, const struct document *profile)
{
	struct result *result = NEW(compiler->arena, struct result);

	result->objects = objects;
	result->profile = profile;
	result->resolved = TEXT_IN(compiler->arena);
	result->plan = TEXT_IN(compiler->arena);
	result->manifest = TEXT_IN(compiler->arena);
	result->manager_head = TEXT_IN(compiler->arena);
	result->manager = TEXT_IN(compiler->arena);
	*compiler->end = result;
	compiler->end = &result->next;
	compiler->count++;
}

static struct span name_of(const struct document *profile)
{
	return node_span(profile->source, node_find(profile->root, "name", NULL));
}

static void refuse_same_cluster(struct clusterc *compiler, const struct document *profile)
{
	const char *name = ((const struct profile *)profile->bound)->name;

	for (const struct result *other = compiler->first; other; other = other->next)
		if (!strcmp(other->objects->cluster->name, name))
			diag(&compiler->diags, CODE_DUPLICATE_CLUSTER, name_of(profile),
			     "give each profile of a file its own name", "a profile above is named %s, too", name);
}

static void compile_document(struct clusterc *compiler, const struct source *source, struct node *root)
{
	struct arena *arena = compiler->arena;
	struct definition definition = {0};
	bool found = find_definition(compiler, source, root, &definition);
	size_t errors = compiler->diags.errors;
	const struct document *site = find_site(compiler, source, root);
	bool site_good = compiler->diags.errors == errors;
	const struct document *profile = document_read(arena, &compiler->diags, source, root, &profile_block);
	const struct cluster *cluster;
	const struct manifest *objects;

	if (!profile || !found || !site_good)
		return;
	refuse_same_cluster(compiler, profile);
	cluster = resolve(arena, &compiler->diags,
			  &(struct request){profile, definition.framework, definition.digest, site, directory_of(compiler), CLUSTERC_VERSION});
	if (!cluster)
		return;
	objects = lower(arena, cluster);
	add_result(compiler, objects, profile);
}

/* Edits come after the file in the order of messages. */
static void edit(struct clusterc *compiler, struct node *root)
{
	for (size_t i = 0; i < compiler->edit_count; i++) {
		const struct source *source = source_of(compiler->arena, &compiler->diags,
							text_format(compiler->arena, "--set #%zu", i + 1), compiler->edits[i],
							strlen(compiler->edits[i]), EDITS_ORDER + (unsigned)i);

		if (source)
			edit_tree(compiler->arena, &compiler->diags, root, &profile_block, source);
	}
	if (compiler->roster)
		roster_edit(compiler->arena, &compiler->diags, root, &profile_block, compiler->roster->table, compiler->row);
}

static void write_manifests(struct clusterc *compiler)
{
	for (struct result *result = compiler->first; result; result = result->next) {
		manifest_write(&result->manifest, result->objects, CLUSTERC_VERSION);
		text_done(&result->manifest);
	}
}

static void compile(void *subject)
{
	struct clusterc *compiler = subject;
	const struct source *source =
		compiler->bytes
			? source_of(compiler->arena, &compiler->diags, compiler->name, compiler->bytes, compiler->size, 0)
			: source_read(compiler->arena, &compiler->diags, compiler->path, 0);
	struct tree *tree = source ? tree_parse(compiler->arena, &compiler->diags, source) : NULL;

	for (struct node *root = tree && tree->whole ? tree->first : NULL, *next; root; root = next) {
		next = root->next;
		edit(compiler, root);
		compile_document(compiler, source, root);
	}
	if (!compiler->diags.errors)
		write_manifests(compiler);
	diags_sort(&compiler->diags);
}

/* --- The door ---------------------------------------------------------------------------------- */

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
	free(compiler);
}

bool clusterc_warning(struct clusterc *compiler, const char *choice)
{
	bool off = !strncmp(choice, "no-", 3);
	const char *name = off ? choice + 3 : choice;
	enum code code = code_named(name);

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

enum clusterc_status clusterc_status_of(const struct clusterc *compiler)
{
	const struct diags *diags = &compiler->diags;

	if (compiler->out_of_memory)
		return CLUSTERC_MACHINE;
	for (const struct diag *one = diags->first; one; one = one->next)
		if (one->severity == FATAL)
			return one->code == CODE_INTERNAL ? CLUSTERC_INTERNAL : CLUSTERC_MACHINE;
	return diags->errors ? CLUSTERC_WRONG : CLUSTERC_GOOD;
}

static struct span whole_file(struct arena *arena, const char *path)
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

	diag(&compiler->diags, CODE_TOO_MUCH, whole_file(compiler->arena, name), "divide it into several files, or take less of each",
	     "what this makes takes more than 40 MiB of memory");
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

static enum clusterc_status run(struct clusterc *compiler, void (*passes)(void *))
{
	arena_free(compiler->arena);
	compiler->first = NULL;
	compiler->end = &compiler->first;
	compiler->count = 0;
	compiler->written = false;
	compiler->arena = arena_new();
	diags_start(&compiler->diags, compiler->arena, &compiler->warnings);
	compiler->out_of_memory = false;
	if (!run_within(compiler, passes))
		compiler->out_of_memory = true;
	return clusterc_status_of(compiler);
}

enum clusterc_status clusterc_compile_row(struct clusterc *compiler, const char *path, const struct clusterc_roster *roster, size_t row)
{
	compiler->path = path;
	compiler->bytes = NULL;
	compiler->roster = roster;
	compiler->row = row;
	return run(compiler, compile);
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
	return run(compiler, compile);
}

/* What is read inside arena_try(), the roster's own inside the compiler's: it outlives other compiles. */
struct roster_reading {
	struct clusterc *compiler;
	struct clusterc_roster *roster;
};

static void read_roster(void *subject)
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

	if (!compiler->roster_arena || !arena_try(compiler->roster_arena, read_roster, &it))
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
	return run(compiler, read_roster_apart) == CLUSTERC_GOOD ? compiler->roster : NULL;
}

size_t clusterc_roster_count(const struct clusterc_roster *roster)
{
	return roster->table->row_count;
}

uint32_t clusterc_roster_line(const struct clusterc_roster *roster, size_t row)
{
	return roster->table->rows[row]->line;
}

size_t clusterc_diagnostic_count(const struct clusterc *compiler)
{
	return compiler->diags.count;
}

size_t clusterc_diagnostics_left_out(const struct clusterc *compiler)
{
	return compiler->diags.left_out;
}

bool clusterc_diagnostic(const struct clusterc *compiler, size_t index, struct clusterc_diagnostic *out)
{
	const struct diag *one = compiler->diags.first;

	for (; one && index; index--)
		one = one->next;
	if (!one)
		return false;
	*out = (struct clusterc_diagnostic){
		.severity = (enum clusterc_severity)one->severity,
		.code = code_facts[one->code].name,
		.file = one->where.source ? one->where.source->name : NULL,
		.line = one->where.line,
		.column = one->where.column,
		.width = one->where.width,
		.text = one->text,
		.help = one->help,
	};
	if (out->line)
		out->source_line = source_line(one->where.source, one->where.line, &out->source_line_size);
	return true;
}

size_t clusterc_cluster_count(const struct clusterc *compiler)
{
	return compiler->diags.errors ? 0 : compiler->count;
}

static struct result *result_at(const struct clusterc *compiler, size_t index)
{
	struct result *result = compiler->first;

	while (index--)
		result = result->next;
	return result;
}

const char *clusterc_cluster_name(const struct clusterc *compiler, size_t index)
{
	return result_at(compiler, index)->objects->cluster->name;
}

const char *clusterc_manifest(struct clusterc *compiler, size_t index, size_t *size)
{
	const struct result *result = result_at(compiler, index);

	*size = result->manifest.size;
	return result->manifest.bytes;
}

static void write_manager_head(struct result *result)
{
	struct arena *arena = result->manager.arena;
	const char *name = result->objects->cluster->name;

	if (result->manager_head.size)
		return;
	manager_write_head(&result->manager_head, result->objects,
			   &(struct manager_facts){
				   .version = CLUSTERC_VERSION,
				   .manifest_file = text_join(arena, name, ".yaml", NULL),
				   .manifest_checksum = checksum_of(result->manifest.bytes, result->manifest.size),
				   .manifest_size = result->manifest.size,
			   });
}

static void write_manager(void *subject)
{
	struct result *result = subject;

	if (result->manager.size)
		return;
	write_manager_head(result);
	text_add_bytes(&result->manager, result->manager_head.bytes, result->manager_head.size);
	text_add_bytes(&result->manager, builtin_manager, builtin_manager_size);
	text_done(&result->manager);
}

const char *clusterc_manager(struct clusterc *compiler, size_t index, size_t *size)
{
	struct result *result = result_at(compiler, index);

	if (!arena_try(compiler->arena, write_manager, result))
		return NULL;
	*size = result->manager.size;
	return result->manager.bytes;
}

/* A text that is made when it is first asked for. */
struct making {
	const struct result *result;
	struct text *text;
	void (*write)(struct text *, const struct result *);
};

static void make(void *subject)
{
	struct making *it = subject;

	if (it->text->size)
		return;
	it->write(it->text, it->result);
	text_done(it->text);
}

static const char *made(struct clusterc *compiler, struct making making, size_t *size)
{
	if (!arena_try(compiler->arena, make, &making))
		return NULL;
	*size = making.text->size;
	return making.text->bytes;
}

static void write_resolved(struct text *out, const struct result *result)
{
	resolved_write(out, result->objects->cluster, result->profile);
}

const char *clusterc_resolved(struct clusterc *compiler, size_t index, size_t *size)
{
	struct result *result = result_at(compiler, index);

	return made(compiler, (struct making){result, &result->resolved, write_resolved}, size);
}

static void write_plan(struct text *out, const struct result *result)
{
	plan_write(out, result->objects);
}

const char *clusterc_plan(struct clusterc *compiler, size_t index, size_t *size)
{
	struct result *result = result_at(compiler, index);

	return made(compiler, (struct making){result, &result->plan, write_plan}, size);
}

/* The forms that a picture can have. */
static const struct drawer {
	const char *name;
	void (*write)(struct text *, const struct graph *);
} drawers[] = {
	{"svg", graph_write_svg},
	{"mermaid", graph_write_mermaid},
	{"dot", graph_write_dot},
};

/* What clusterc_graph() does inside arena_try(). */
struct drawing {
	const struct drawer *drawer;
	const struct result *result;
	struct text out;
};

static void draw(void *subject)
{
	struct drawing *it = subject;

	it->drawer->write(&it->out, graph_of(it->out.arena, it->result->objects->cluster));
	text_done(&it->out);
}

const char *clusterc_graph(struct clusterc *compiler, size_t index, const char *format, size_t *size)
{
	struct drawing drawing = {.result = result_at(compiler, index), .out = TEXT_IN(compiler->arena)};

	for (size_t i = 0; i < sizeof drawers / sizeof *drawers; i++)
		if (!strcmp(drawers[i].name, format))
			drawing.drawer = &drawers[i];
	if (!drawing.drawer || !arena_try(compiler->arena, draw, &drawing))
		return NULL;
	*size = drawing.out.size;
	return drawing.out.bytes;
}

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
		.name = text_join(arena, name, ".yaml", NULL), .bytes = result->manifest.bytes, .size = result->manifest.size, .mode = 0666};
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
	write_manager_head(result);
	files[1].bytes = result->manager_head.bytes;
	files[1].size = result->manager_head.size;
	files[1].more = builtin_manager; /* not copied for every cluster: it is ten times all the rest */
	files[1].more_size = builtin_manager_size;
	for (size_t i = 0; i < 2; i++) {
		const char *path = text_join(arena, it->directory, "/", files[i].name, NULL);

		if (overwrites_input(it, path)) {
			diag(&it->compiler->diags, CODE_OVERWRITES_INPUT, whole_file(arena, it->compiler->path),
			     "choose another directory for -o", "the output %s would be written over this profile", path);
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
	write_manager(result);
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
	const struct document *profile = result_at(it->compiler, it->index)->profile;

	diag(&it->compiler->diags, CODE_DUPLICATE_CLUSTER, name_of(profile), "give each profile its own name, or write them into different directories",
	     "the profile %s is named %s, too: both would write the same files", it->other, ((const struct profile *)profile->bound)->name);
	diags_sort(&it->compiler->diags);
}

enum clusterc_status clusterc_refuse_name(struct clusterc *compiler, size_t index, const char *other)
{
	struct refusal refusal = {compiler, index, other};

	if (!arena_try(compiler->arena, refuse_name, &refusal))
		compiler->out_of_memory = true;
	return clusterc_status_of(compiler);
}

enum clusterc_status clusterc_check(struct clusterc *compiler, size_t index, const char *directory, const char **difference,
				    size_t *size)
{
	struct writing writing = {.compiler = compiler, .index = index, .directory = directory};

	if (!arena_try(compiler->arena, check_pair, &writing))
		compiler->out_of_memory = true;
	*difference = writing.difference.bytes;
	*size = writing.difference.size;
	return clusterc_status_of(compiler);
}

/* --- Differences ------------------------------------------------------------------------------- */

/* A manifest by hand may be larger than a profile may, and still has a bound. */
enum { MANIFEST_MOST = 16 * 1024 * 1024 };

/* Objects of several manifests, and what clusterc_diff() does with them inside arena_try(). */
struct objects {
	const struct object **items;
	size_t count, room;
};
struct differing {
	struct clusterc *compiler;
	const struct clusterc *before; /* or, where it is NULL: */
	const char *directory;
	struct text words;
};

static void add_objects(struct arena *arena, struct objects *all, const struct object *first)
{
	for (; first; first = first->next) {
		if (all->count == all->room) {
			size_t room = all->room ? all->room * 2 : 32;

			all->items = arena_grow(arena, all->items, sizeof *all->items * all->room, sizeof *all->items * room);
			all->room = room;
		}
		all->items[all->count++] = first;
	}
}

static struct objects objects_compiled(struct arena *arena, const struct clusterc *compiler)
{
	struct objects all = {0};

	for (const struct result *result = compiler->first; result; result = result->next)
		add_objects(arena, &all, result->objects->first);
	return all;
}

static const struct object *read_manifest(struct clusterc *compiler, const char *path)
{
	struct arena *arena = compiler->arena;
	struct span where = whole_file(arena, path);
	struct committed manifest;
	const char *fault = committed_read(arena, path, MANIFEST_MOST, &manifest);
	struct source *source = NEW(arena, struct source);
	struct tree *tree;

	if (fault || manifest.too_large)
		diag(&compiler->diags, CODE_UNREADABLE, where, NULL, "%s", fault ? fault : "it is larger than 16 MiB");
	if (!manifest.size)
		return NULL;
	*source = (struct source){path, manifest.bytes, manifest.size, 1};
	tree = tree_parse(arena, &compiler->diags, source);
	return tree->whole ? objects_of(arena, tree->first) : NULL;
}

static struct objects objects_committed(struct clusterc *compiler, const char *directory)
{
	struct objects all = {0};

	for (const struct result *result = compiler->first; result; result = result->next)
		add_objects(compiler->arena, &all,
			    read_manifest(compiler, text_join(compiler->arena, directory, "/", result->objects->cluster->name, ".yaml", NULL)));
	return all;
}

static void tell_changes(void *subject)
{
	struct differing *it = subject;
	struct arena *arena = it->compiler->arena;
	struct objects new = objects_compiled(arena, it->compiler);
	struct objects old = it->before ? objects_compiled(arena, it->before) : objects_committed(it->compiler, it->directory);

	it->words = TEXT_IN(arena);
	if (!it->compiler->diags.errors)
		changes_write(&it->words, old.items, old.count, new.items, new.count);
	text_done(&it->words);
}

const char *clusterc_diff(struct clusterc *compiler, const struct clusterc *before, size_t *size)
{
	struct differing differing = {.compiler = compiler, .before = before};

	if (!arena_try(compiler->arena, tell_changes, &differing))
		return NULL;
	*size = differing.words.size;
	return differing.words.bytes;
}

enum clusterc_status clusterc_diff_directory(struct clusterc *compiler, const char *directory, const char **words, size_t *size)
{
	struct differing differing = {.compiler = compiler, .directory = directory};

	if (!arena_try(compiler->arena, tell_changes, &differing))
		compiler->out_of_memory = true;
	*words = differing.words.bytes;
	*size = differing.words.size;
	return clusterc_status_of(compiler);
}

size_t clusterc_framework_count(void)
{
	return builtin_framework_count;
}

const char *clusterc_framework_name(size_t index)
{
	return builtin_frameworks[index].name;
}

const char *clusterc_framework_title(size_t index)
{
	return builtin_frameworks[index].framework->title;
}

const char *clusterc_framework_source(size_t index, size_t *size)
{
	*size = builtin_frameworks[index].source_size;
	return builtin_frameworks[index].source;
}

size_t clusterc_site_count(void)
{
	return builtin_site_count;
}

const char *clusterc_site_name(size_t index)
{
	return builtin_sites[index].name;
}

const char *clusterc_site_title(size_t index)
{
	return builtin_sites[index].title;
}

const char *clusterc_site_source(size_t index, size_t *size)
{
	*size = builtin_sites[index].source_size;
	return builtin_sites[index].source;
}

/* What is asked about a language, or a diagnostic, inside arena_try(). */
struct description {
	struct arena *arena;
	const struct block *language;
	const char *name, *path;
	enum code code;
	const char *text;
};

static void describe_as_schema(void *subject)
{
	struct description *it = subject;

	it->text = describe_schema(it->arena, it->name, it->language);
}

static void describe_as_reference(void *subject)
{
	struct description *it = subject;

	it->text = describe_reference(it->arena, it->name, it->language);
}

static void describe_one_key(void *subject)
{
	struct description *it = subject;

	it->text = describe_key(it->arena, it->language, it->path);
}

static const struct block *language_named(const char *name)
{
	static const struct {
		const char *name;
		const struct block *language;
	} languages[] = {{"profile", &profile_block}, {"framework", &framework_block}, {"site", &site_block}};

	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (!strcmp(name, languages[i].name))
			return languages[i].language;
	return NULL;
}

static void describe_all_keys(void *subject)
{
	struct description *it = subject;

	it->text = describe_keys(it->arena, it->language);
}

static void describe_code(void *subject)
{
	struct description *it = subject;

	it->text = code_page_text(it->arena, it->code);
}

static void describe_codes(void *subject)
{
	struct description *it = subject;

	it->text = code_page_reference(it->arena);
}

static void write_starter(void *subject)
{
	struct description *it = subject;

	it->text = starter_write(it->arena, builtin_framework_named(it->name)->framework, it->path);
}

/* A copy of what `how` says, for the caller to free. */
static char *copy_of(struct description *it, void (*how)(void *))
{
	char *copy = NULL;

	it->arena = arena_new();
	if (it->arena && arena_try(it->arena, how, it) && it->text)
		copy = strdup(it->text);
	arena_free(it->arena);
	return copy;
}

static char *described(const char *language, const char *path, void (*how)(void *))
{
	struct description it = {.language = language_named(language), .name = language, .path = path};

	return it.language ? copy_of(&it, how) : NULL;
}

char *clusterc_starter(const char *framework, const char *schema)
{
	struct description it = {.name = framework, .path = schema};

	return builtin_framework_named(framework) ? copy_of(&it, write_starter) : NULL;
}

char *clusterc_schema(const char *language)
{
	return described(language, NULL, describe_as_schema);
}

char *clusterc_reference(const char *language)
{
	return strcmp(language, "diagnostics") ? described(language, NULL, describe_as_reference)
					       : copy_of(&(struct description){0}, describe_codes);
}

char *clusterc_explain_key(const char *language, const char *path)
{
	return described(language, path, describe_one_key);
}

char *clusterc_keys(const char *language)
{
	return described(language, NULL, describe_all_keys);
}

const char *clusterc_code_name(size_t index)
{
	return index < CODE_COUNT ? code_facts[index].name : NULL;
}

enum clusterc_severity clusterc_code_severity(size_t index)
{
	return (enum clusterc_severity)code_facts[index].severity;
}

char *clusterc_explain_code(const char *name)
{
	struct description it = {.code = code_named(name)};

	return it.code == CODE_COUNT ? NULL : copy_of(&it, describe_code);
}

const char *clusterc_code_meaning(size_t index)
{
	return index < CODE_COUNT ? code_facts[index].meaning : NULL;
}
