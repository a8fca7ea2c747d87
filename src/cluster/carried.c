/* carried: files beside the profile that become files of the pods. */
#include "cluster/carried.h"

#include <string.h>

#include "front/listing.h"
#include "front/source.h"

const struct source *carried_source(const struct carried *it, struct span where, const char *path, const char *help)
{
	const char *fault;
	const struct source *source =
		source_named(it->arena, it->diags, text_join(it->arena, it->directory, path, NULL), it->directory,
			     SOURCE_INSIDE, it->document->source->order + 1, &fault);

	if (fault)
		diag(it->diags, CODE_UNREADABLE_FILE, where, fault == source_outside ? "copy it there" : help,
		     fault == source_outside ? "%s leads out of the profile's directory"
					     : "the file %s can't be read: %s",
		     path, fault);
	return source;
}

struct cluster_file carried_file(const struct carried *it, struct span where, const char *path, const char *inside)
{
	const struct source *source = carried_source(
		it, where, path,
		"the path is relative to the profile's directory; a program in the image has an absolute path");

	return (struct cluster_file){.path = inside, .content = source ? source->bytes : "", .role = ROLE_NONE};
}

size_t carried_directory(const struct carried *it, struct span where, const char *directory,
			 struct cluster_file **files)
{
	struct texts paths = {0};
	const char *root = text_join(it->arena, it->directory, directory, NULL),
		   *fault = listing_read(it->arena, root, CARRIED_FILES_MOST, &paths);

	if (fault) {
		diag(it->diags, CODE_UNREADABLE_FILE, where, "the path is relative to the profile's directory",
		     "the directory %s can't be read: %s", directory, fault);
		return 0;
	}
	if (paths.count > CARRIED_FILES_MOST) {
		diag(it->diags, CODE_JOB_TOO_MANY_FILES, where,
		     "put them into a repository (code: {git: URL, ref: COMMIT}), into the image or into a volume",
		     "the directory %s has more than %d files", directory, CARRIED_FILES_MOST);
		return 0;
	}
	*files = NEW_ARRAY(it->arena, struct cluster_file, paths.count);
	for (size_t i = 0; i < paths.count; i++)
		(*files)[i] = carried_file(it, where, text_join(it->arena, directory, "/", paths.items[i], NULL),
					   paths.items[i]);
	return paths.count;
}

bool carried_has(const struct cluster_file *files, size_t count, const char *path)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(files[i].path, path))
			return true;
	return false;
}

const char *carried_inside(const char *directory, const char *path)
{
	size_t size = directory ? strlen(directory) : 0;

	return directory && !strncmp(path, directory, size) && path[size] == '/' ? path + size + 1 : NULL;
}
