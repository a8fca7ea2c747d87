/* variables: the ${...} of framework definitions: which there are, and what each speaks of. */
#ifndef CLUSTERC_VARIABLES_H
#define CLUSTERC_VARIABLES_H

#include "front/tree.h"
#include "language/framework.h"

enum role_kind { ROLE_HEAD, ROLE_WORKER, ROLE_NONE };

/* Name, form in documentation and meaning of each variable. */
#define VARIABLES(VARIABLE)                                                                         \
	VARIABLE(NAME, "name", "The cluster's name.")                                                \
	VARIABLE(HEAD_HOST, "head.host", "The host name of the head's Service.")                     \
	VARIABLE(WORKER_COUNT, "worker.count", "The number of workers.")                             \
	VARIABLE(PORT, "port.NAME", "The number of the port NAME.")                                  \
	VARIABLE(CPU, "[ROLE.]cpu", "Cores of a pod, rounded up to whole ones.")                     \
	VARIABLE(MEMORY, "[ROLE.]memory.mib", "Memory of a pod, in MiB.")                            \
	VARIABLE(MEMORY_USABLE, "[ROLE.]memory.usable.mib", "The same without what is reserved.")    \
	VARIABLE(MEMORY_SHARE, "[ROLE.]memory.SHARE.mib", "The share SHARE of it, in MiB.")

enum variable_kind {
#define VARIABLE_KIND(kind, form, doc) VARIABLE_##kind,
	VARIABLES(VARIABLE_KIND)
#undef VARIABLE_KIND
};

struct variable {
	enum variable_kind kind;
	enum role_kind role; /* whose cpu or memory */
	size_t index;        /* of the port in `ports`, or of the share in the role's budget */
};

/* What the text between ${ and } speaks of; false if nothing of that name is known where
 * `own` is the role it stands in (ROLE_NONE: outside of any). */
bool variable_read(const struct framework *framework, enum role_kind own, const char *name, size_t size,
		   struct variable *variable);

/* Finds the next ${...} in `text`: `start` at its '$', `name` and `size` its inside. A "$${"
 * stands for a literal "${" and is passed over. Returns NULL if there is none, and sets
 * `name` to NULL where the closing '}' is missing. */
const char *variable_find(const char *text, const char **name, size_t *size);

const struct framework_role *framework_role_of(const struct framework *framework, enum role_kind role);

/* Checks every ${...} of a definition: `root` is its tree, already canonical. */
void variables_check(struct arena *arena, struct diags *diags, const struct source *source, const struct node *root,
		     const struct framework *framework);

#endif
