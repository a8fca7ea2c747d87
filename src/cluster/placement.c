/* placement: the nodes that pods may run on, and what runs them there. */
#include "cluster/placement.h"

#include "cluster/needs.h"

/* The product is a label that NVIDIA's GPU feature discovery, and others like it, put on nodes. */
static void decide_node_selector(struct cluster *cluster, struct arena *arena, struct cluster_role *role)
{
	if (role->gpu.product)
		pairs_set(arena, &role->node_selector,
			  text_join(arena, role->gpu.resource ? role->gpu.resource : USUAL_GPU, ".product", NULL),
			  role->gpu.product);
	for (size_t i = 0; i < role->wish.nodeSelector_count; i++) {
		const struct pair *label = &role->wish.nodeSelector[i];

		pairs_set(arena, &role->node_selector, label->name, label->value);
		needs_add(cluster, arena, NEED_NODE_LABEL, text_join(arena, label->name, "=", label->value, NULL));
	}
}

/* Nodes with GPUs keep other pods away by a taint called like the resource. */
static void decide_tolerations(struct arena *arena, struct cluster_role *role)
{
	role->tolerations = NEW_ARRAY(arena, struct cluster_toleration, role->wish.tolerations_count + 1);
	if (role->gpu.count)
		role->tolerations[role->toleration_count++] = (struct cluster_toleration){
			.key = role->gpu.resource ? role->gpu.resource : USUAL_GPU,
			.operator = toleration_operator_words[TOLERATION_EXISTS],
			.effect = taint_effect_words[TAINT_NO_SCHEDULE],
		};
	for (size_t i = 0; i < role->wish.tolerations_count; i++) {
		const struct profile_toleration *wish = &role->wish.tolerations[i];

		role->tolerations[role->toleration_count++] = (struct cluster_toleration){
			.key = wish->key,
			.operator = wish->operator ? toleration_operator_words[*wish->operator] : NULL,
			/* The API server drops an empty one, and then server-side apply takes it for a change. */
			.value = wish->value && *wish->value ? wish->value : NULL,
			.effect = wish->effect ? taint_effect_words[*wish->effect] : NULL,
			.seconds = wish->tolerationSeconds,
		};
	}
}

/* Workers spread over nodes where there is room for that; unless they are told to, never at the cost of not starting.
 */
void placement_decide(struct cluster *cluster, struct arena *arena, struct cluster_role *role)
{
	role->spread = role->wish.spread           ? *role->wish.spread
		       : role->kind == ROLE_WORKER ? SPREAD_PREFERRED
						   : SPREAD_NONE;
	role->priority_class = role->wish.priorityClass;
	role->runtime_class = role->wish.runtimeClass;
	needs_add(cluster, arena, NEED_PRIORITY_CLASS, role->priority_class);
	needs_add(cluster, arena, NEED_RUNTIME_CLASS, role->runtime_class);
	needs_add(cluster, arena, NEED_DEVICE_CLASS, role->gpu.device_class);
	needs_add(cluster, arena, NEED_GPU_PRODUCT, role->gpu.product);
	decide_node_selector(cluster, arena, role);
	decide_tolerations(arena, role);
}
