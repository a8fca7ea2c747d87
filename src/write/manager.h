/* manager: the script that goes with a manifest. */
#ifndef CLUSTERC_MANAGER_H
#define CLUSTERC_MANAGER_H

#include "kube/meta.h"

/* The one body of a version and build: the name of its file says both. */
const char *manager_body_name(struct arena *arena, const char *version);

/* What the manager has to know of the files beside it. */
struct manager_facts {
	const char *version;       /* of the compiler */
	const char *manifest_file; /* name, without directories */
	uint32_t manifest_checksum;
	size_t manifest_size;
	bool standalone; /* the body is in the same file, not in one beside it */
};

/* Writes the manager: assignments, and the body or what loads it. */
void manager_write(struct text *out, const struct manifest *manifest, const struct manager_facts *facts);

#endif
