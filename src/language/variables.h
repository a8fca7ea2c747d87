/* variables: the ${...} of framework definitions: which there are, and what each speaks of. */
#ifndef CLUSTERC_VARIABLES_H
#define CLUSTERC_VARIABLES_H

#include "front/node.h"
#include "language/role.h"

/* Name, form in documentation and meaning of each variable. Where a size is said in MiB
 * (.mib), it can be said in bytes (.bytes), too. */
#define VARIABLES(VARIABLE)                                                                                            \
	VARIABLE(NAME, "name", "The cluster's name.")                                                                  \
	VARIABLE(HEAD_HOST, "head.host", "The host name of the head's Service.")                                       \
	VARIABLE(WORKER_HOST, "worker.host", "The host name of the workers' Service: all their addresses.")            \
	VARIABLE(HEAD_HOST_FULL, "head.host.full",                                                                     \
		 "The same for programs that ask DNS themselves, with the namespace and the cluster's domain: "        \
		 "NAME-head.NAMESPACE.svc.cluster.local. The profile or its site then has to say the namespace.")      \
	VARIABLE(WORKER_HOST_FULL, "worker.host.full", "The same of the workers' Service.")                            \
	VARIABLE(WORKER_COUNT, "worker.count",                                                                         \
		 "The number of workers. Pods that depend on it are replaced when it changes.")                        \
	VARIABLE(PORT, "port.NAME", "The number of the port NAME.")                                                    \
	VARIABLE(CPU, "[ROLE.]cpu", "Cores of a pod, rounded up to whole ones.")                                       \
	VARIABLE(GPU_COUNT, "[ROLE.]gpu.count", "GPUs of a pod; 0 where it has none.")                                 \
	VARIABLE(PROCESSES, "[ROLE.]processes",                                                                        \
		 "Processes of a program in a pod, as the role's `processes` says; else 1.")                           \
	VARIABLE(THREADS, "[ROLE.]threads", "Whole cores for each of these processes, at least one.")                  \
	VARIABLE(MEMORY, "[ROLE.]memory.mib", "Memory of a pod, in MiB; .bytes instead of .mib: in bytes.")            \
	VARIABLE(MEMORY_USABLE, "[ROLE.]memory.usable.mib", "The same without what is reserved.")                      \
	VARIABLE(MEMORY_SHARE, "[ROLE.]memory.SHARE.mib", "The share SHARE of it.")

enum variable_kind {
#define VARIABLE_KIND(kind, form, doc) VARIABLE_##kind,
	VARIABLES(VARIABLE_KIND)
#undef VARIABLE_KIND
};

struct variable {
	enum variable_kind kind;
	enum role_kind role;   /* whose cpu or memory */
	const char *word;      /* NAME or SHARE: the first of `word_size` bytes */
	size_t word_size;
	bool in_bytes;         /* of sizes: not in MiB */
};

/* What the text between ${ and } speaks of; false if there is no such form where `own` is the
 * role it stands in (ROLE_NONE: outside of any). Whether there is a port NAME or a share
 * SHARE is for the caller to find out. */
bool variable_read(enum role_kind own, const char *name, size_t size, struct variable *variable);

/* Finds the next ${...} in `text`: `start` at its '$', `name` and `size` its inside. A "$${"
 * stands for a literal "${" and is passed over. Returns NULL if there is none, and sets
 * `name` to NULL where the closing '}' is missing. */
const char *variable_find(const char *text, const char **name, size_t *size);

/* Checks every ${...} of a definition: `root` is its tree, checked but not yet canonical. What
 * is marked bad is passed over. */
void variables_check(struct arena *arena, struct diags *diags, const struct source *source, const struct node *root);

#endif
