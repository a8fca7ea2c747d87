/* claims: names and who was first to have them, in the C library's balanced tree. */
#include "cli/claims.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

struct claim {
	ptrdiff_t claimant;
	char name[];
};

static int compare_claims(const void *left, const void *right)
{
	return strcmp(((const struct claim *)left)->name, ((const struct claim *)right)->name);
}

ptrdiff_t claims_take(struct claims *claims, const char *name, ptrdiff_t claimant)
{
	size_t size = strlen(name) + 1;
	struct claim *claim = malloc(sizeof *claim + size), **found;
	ptrdiff_t owner;

	if (!claim)
		return CLAIMS_NO_MEMORY;
	claim->claimant = claimant;
	memcpy(claim->name, name, size);
	found = tsearch(claim, &claims->tree, compare_claims);
	owner = found ? (*found)->claimant : CLAIMS_NO_MEMORY;
	if (!found || *found != claim)
		free(claim);
	return owner;
}

void claims_free(struct claims *claims)
{
	while (claims->tree) {
		struct claim *claim = *(struct claim **)claims->tree;

		tdelete(claim, &claims->tree, compare_claims);
		free(claim);
	}
}
