/* manager: the script that goes with a manifest. */
#ifndef CLUSTERC_MANAGER_H
#define CLUSTERC_MANAGER_H

#include "kube/meta.h"

/* What the manager has to know of the manifest beside it. */
struct manager_facts {
	const char *version;       /* of the compiler */
	const char *manifest_file; /* name, without directories */
	uint32_t manifest_checksum;
	size_t manifest_size;
};

/* Writes the assignments, which the body follows: builtin_manager. */
void manager_write_head(struct text *out, const struct manifest *manifest, const struct manager_facts *facts);

/* Writes `value` as one word of the POSIX shell, whatever is in it. */
void shell_quote(struct text *out, const char *value);

#endif
