/* diff: what it does to a cluster that runs when one compile takes the place of another, or of committed manifests. */
#include "clusterc.h"

#include "api/door.h"
#include "front/tree.h"
#include "compare/changes.h"
#include "kube/object.h"
#include "compare/directory.h"

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
		all->items = arena_make_room(arena, all->items, all->count, &all->room, sizeof *all->items);
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

static void put_node(struct object *to, const struct node *node);

static void put_children(struct object *to, const struct node *node)
{
	for (const struct node *child = node->first; child; child = child->next)
		put_node(to, child);
}

static void put_node(struct object *to, const struct node *node)
{
	const char *key = to->kind == OBJECT_MAP ? node->key->text : NULL;

	if (node->kind != NODE_TEXT)
		put_children(node->kind == NODE_MAP ? object_put_map(to, key) : object_put_list(to, key), node);
	else
		object_put_text(to, key, node->text);
}

/* Documents linked by `next`, as trees of objects. What isn't a map is left out. */
static struct object *objects_of_documents(struct arena *arena, const struct node *documents)
{
	struct object *first = NULL, **end = &first;

	for (const struct node *root = documents; root; root = root->next) {
		if (root->kind != NODE_MAP)
			continue;
		*end = object_document(arena, NULL);
		put_children(*end, root);
		end = &(*end)->next;
	}
	return first;
}

static const struct object *read_manifest(struct clusterc *compiler, const char *path)
{
	struct arena *arena = compiler->arena;
	struct span where = compiler_whole_file(arena, path);
	struct committed manifest;
	const char *fault = directory_read(arena, path, MANIFEST_MOST, &manifest);
	struct source *source = NEW(arena, struct source);
	struct tree *tree;

	if (fault || manifest.too_large)
		diag(&compiler->diags, CODE_UNREADABLE, where, NULL, "%s", fault ? fault : "it is larger than 16 MiB");
	if (!manifest.size)
		return NULL;
	*source = (struct source){.name = path, .bytes = manifest.bytes, .size = manifest.size, .order = 1};
	tree = tree_parse(arena, &compiler->diags, source);
	return tree->whole ? objects_of_documents(arena, tree->first) : NULL;
}

static struct objects objects_committed(struct clusterc *compiler, const char *directory)
{
	struct arena *arena = compiler->arena;
	struct objects all = {0};

	for (const struct result *result = compiler->first; result; result = result->next) {
		const char *name = result->objects->cluster->name;
		const char *path = text_join(arena, directory, "/", name, ".yaml", NULL);

		add_objects(arena, &all, read_manifest(compiler, path));
	}
	return all;
}

static void tell_changes(void *subject)
{
	struct differing *it = subject;
	struct arena *arena = it->compiler->arena;
	struct objects new = objects_compiled(arena, it->compiler);
	struct objects old = it->before ? objects_compiled(arena, it->before)
					: objects_committed(it->compiler, it->directory);

	it->words = TEXT_IN(arena);
	diags_sort(&it->compiler->diags);
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

enum clusterc_status clusterc_diff_directory(struct clusterc *compiler, const char *directory, const char **words,
					     size_t *size)
{
	struct differing differing = {.compiler = compiler, .directory = directory};

	if (!arena_try(compiler->arena, tell_changes, &differing))
		compiler->out_of_memory = true;
	*words = differing.words.bytes;
	*size = differing.words.size;
	return clusterc_status_of(compiler);
}
