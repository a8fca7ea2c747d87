/* claims: which profile of a run has the cluster of which name. */
#ifndef CLUSTERC_CLAIMS_H
#define CLUSTERC_CLAIMS_H

#include <stddef.h>

/* Start with {0}; free with claims_free(). */
struct claims {
	void *tree;
};

enum { CLAIMS_NO_MEMORY = -1 };

/* Whose the name is: `claimant`, if nobody had it before, or who was first. CLAIMS_NO_MEMORY where
 * there is none. The name is copied. */
ptrdiff_t claims_take(struct claims *claims, const char *name, ptrdiff_t claimant);
void claims_free(struct claims *claims);

#endif
