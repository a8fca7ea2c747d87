/* carried: files beside the profile that become files of the pods. */
#ifndef CLUSTERC_CARRIED_H
#define CLUSTERC_CARRIED_H

#include "cluster/cluster.h"
#include "language/read.h"

/* The most files that a directory may have; all bytes have to fit into a ConfigMap (files.c). */
enum { CARRIED_FILES_MOST = 200 };

/* What reads them. `directory` is the profile's, with a '/' at its end, or empty. */
struct carried {
	struct arena *arena;
	struct diags *diags;
	const struct document *document;
	const char *directory;
};

/* The file at `path`, from the profile's directory on, in the arena. What can't be read, and a path that leads out of
 * the directory, is told of at `where`, and NULL is returned; `help` is what helps where there is no such file. */
const struct source *carried_source(const struct carried *it, struct span where, const char *path, const char *help);

/* The file at `path`, from the profile's directory on. `inside` is its path in a pod. What can't be read is told of at
 * `where`, and is empty then. */
struct cluster_file carried_file(const struct carried *it, struct span where, const char *path, const char *inside);

/* Reads the files of a directory beside the profile, their paths relative to it; returns how many, in the arena. What
 * can't be read, or is too much, is told of at `where`. */
size_t carried_directory(const struct carried *it, struct span where, const char *directory,
			 struct cluster_file **files);

/* Whether one of the files has the path. */
bool carried_has(const struct cluster_file *files, size_t count, const char *path);

/* What a path is from the directory on; NULL if it isn't inside. */
const char *carried_inside(const char *directory, const char *path);

#endif
