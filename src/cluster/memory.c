/* memory: how much of it a pod needs, and what its definition's budget leaves. */
#include "cluster/memory.h"

#include "base/quantity.h"
#include "cluster/expand.h"

static const struct framework_budget *budget_of(const struct cluster *cluster, const struct cluster_role *role)
{
	return framework_role_of(cluster->framework, role->kind)->budget;
}

int64_t memory_needed(const struct cluster *cluster, const struct cluster_role *role, bool *by_cores)
{
	const struct framework_budget *budget = budget_of(cluster, role);
	int64_t minimum = 0, per_core = 0, whole = (role->cpu + 999) / 1000;

	quantity_read(budget->minimum, UNIT_BYTES, &minimum);
	if (budget->perCore)
		quantity_read(budget->perCore, UNIT_BYTES, &per_core);
	*by_cores = per_core * whole + role->reserve > minimum;
	return *by_cores ? per_core * whole + role->reserve : minimum;
}

int64_t memory_left(const struct cluster *cluster, const struct cluster_role *role)
{
	const struct framework_budget *budget = budget_of(cluster, role);
	int64_t left = role->memory - role->reserve;

	for (size_t i = 0; i < budget->shares_count; i++)
		left -= share_mib(&budget->shares[i], role) * 1024 * 1024;
	return left;
}
