/* code: the profile's code, on every pod at the same place: files of the ConfigMap, or what an init container fetches
 * with git. */
#include "cluster/code.h"

#include <string.h>

#include "cluster/needs.h"
#include "cluster/sites.h"

/* A SHA-1 or SHA-256 name in full (gitglossary(7), "object name"). */
static bool is_commit(const char *ref)
{
	size_t size = strlen(ref);

	return (size == 40 || size == 64) && strspn(ref, "0123456789abcdef") == size;
}

void code_decide(struct cluster *cluster, struct arena *arena)
{
	static const int64_t usual_size = (int64_t)1 << 30;
	const struct profile_code *wish = cluster->profile->code;
	struct cluster_code *code = &cluster->code;

	if (!wish)
		return;
	code->directory = wish->directory;
	if (!wish->git)
		return;
	code->git = wish->git;
	code->ref = wish->ref ? wish->ref : "HEAD"; /* told of */
	code->pinned = is_commit(code->ref);
	code->path = wish->path;
	code->secret = wish->secret;
	code->image = wish->image ? site_image(arena, wish->image, cluster->site) : NULL;
	code->size = cluster_number_or(wish->size, usual_size);
	needs_add(cluster, arena, NEED_SECRET, code->secret);
}

void code_read(struct cluster *cluster, const struct carried *reader)
{
	struct cluster_code *code = &cluster->code;

	if (code->directory)
		code->file_count = carried_directory(
			reader,
			node_span(reader->document->source,
				  node_find(reader->document->root, "code", "directory", NULL)),
			code->directory, &code->files);
}

bool code_is_there(const struct cluster *cluster)
{
	return cluster->code.directory || cluster->code.git;
}

bool code_is_fetched(const struct cluster *cluster)
{
	return cluster->code.git != NULL;
}

void code_add_paths(const struct cluster *cluster, struct arena *arena, struct cluster_role *role)
{
	const struct framework_code *defined = cluster->framework->code;

	for (size_t i = 0; defined && code_is_there(cluster) && i < defined->paths_count; i++) {
		const char *others = pairs_find(role->env.items, role->env.count, defined->paths[i]);

		pairs_set(arena, &role->env, defined->paths[i],
			  text_join(arena, CLUSTER_CODE_PATH, others && *others ? ":" : NULL, others, NULL));
	}
}
