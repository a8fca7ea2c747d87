/* compile: what a compiler holds, and the passes that turn a file into its results.
 *
 * `struct clusterc` is the handle of include/clusterc.h, whose functions stand in src/api: they fill it in, run the
 * passes inside arena_try(), and hand out what has come of it. */
#ifndef CLUSTERC_COMPILE_H
#define CLUSTERC_COMPILE_H

#include "clusterc.h"
#include "front/table.h"
#include "kube/meta.h"
#include "language/read.h"
#include "store.h"

#ifndef CLUSTERC_VERSION
#error "CLUSTERC_VERSION comes from configure"
#endif

/* Edits, and where their messages and a roster's stand among those of files. */
enum { EDITS_MOST = 100, EDITS_ORDER = 1000, ROSTER_ORDER = EDITS_ORDER + EDITS_MOST };

/* What one document became; all of it lives in the compiler's arena. */
struct result {
	const struct manifest *objects;
	const struct document *profile;
	/* Bytes; all but the manifest's are made when they are asked for. */
	struct text manifest, manager, resolved, plan;
	struct result *next;
};

/* Lives in the arena of the compiler that has read it; others only look at it. */
struct clusterc_roster {
	const struct table *table;
};

struct clusterc {
	/* How it compiles, until it is freed. The edits are the caller's, who keeps them as long. */
	const char *edits[EDITS_MOST];
	size_t edit_count;
	struct warnings warnings;
	enum clusterc_manager_form form; /* of managers in files */
	bool force;                      /* to write over files of others */
	bool any_language;               /* a file may also be a definition or a site */

	/* What it keeps from one compile to the next, and frees itself. */
	struct store *store;        /* of what profiles name by path */
	struct arena *roster_arena; /* of the roster that this compiler has read; NULL before */
	char *compared;             /* the directory whose managers' body was compared last; or NULL */

	/* What it compiles: the caller's, who keeps it until the next compile. */
	const char *path; /* of the profile; NULL for bytes */
	const char *name, *bytes;
	size_t size;
	const struct clusterc_roster *roster; /* NULL, or what edits the profile, too, by one of its rows */
	size_t row;

	/* What came of it: in an arena of its own, which goes with the next compile. */
	struct arena *arena;
	struct diags diags;
	struct result *first, **end;
	const struct document *site; /* where the file was a site, and is good; or NULL */
	size_t count;
	bool written; /* a file, since the last compile */
	bool out_of_memory;
};

/* All passes, from the file or the bytes to the manifests; `compiler` is a struct clusterc. What is wrong is among its
 * diagnostics, which are sorted then; the manifests are written only where nothing is. Must run inside arena_try(). */
void compile(void *compiler);

/* Where a profile says what its cluster is called. */
struct span compile_name_span(const struct document *profile);

#endif
