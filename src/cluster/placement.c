/* placement: the nodes that pods may run on, and what runs them there. */
#include "cluster/placement.h"

#include <string.h>

#include "cluster/needs.h"

#define PRODUCTS(...)                                                                                                  \
	(const char *const[])                                                                                          \
	{                                                                                                              \
		__VA_ARGS__, NULL                                                                                      \
	}

/* Who labels the nodes with the product of their GPUs, by what the resource's name begins with, and how the products
 * begin there. The first that fits counts. */
static const struct gpu_labels {
	const char *resource;
	const char *label;         /* NULL: the resource's name and ".product" */
	const char *const *brands; /* NULL-ended; NULL: any */
} gpu_labels[] = {
	/* GPU feature discovery, strategy mixed: a label for each size of MIG; else one for all, whatever the resource
	 * is called (NVIDIA/k8s-device-plugin, docs/gpu-feature-discovery/README.md). Values are the driver's name of
	 * the GPU with '-' for blanks; old drivers call an A100 so without NVIDIA. */
	{"nvidia.com/mig-", NULL, PRODUCTS("NVIDIA-", "A100-SXM", "A100-PCIE")},
	{"nvidia.com/", "nvidia.com/gpu.product",
	 PRODUCTS("NVIDIA-", "Tesla-", "GeForce-", "Quadro-", "GRID-", "TITAN-", "A100-SXM", "A100-PCIE")},
	/* ROCm/k8s-device-plugin, cmd/k8s-node-labeller/README.md: AMD_Instinct_MI300X_OAM. */
	{"amd.com/", "amd.com/gpu.product-name", PRODUCTS("AMD_", "Instinct_", "Radeon_")},
	/* Intel's rules for Node Feature Discovery (intel-device-plugins-for-kubernetes, cmd/gpu_plugin/labels.md):
	 * Flex_170, Max_1550. */
	{"gpu.intel.com/", "gpu.intel.com/product", NULL},
};

static const struct gpu_labels *labels_of(const char *resource)
{
	for (size_t i = 0; i < sizeof gpu_labels / sizeof *gpu_labels; i++)
		if (!strncmp(resource, gpu_labels[i].resource, strlen(gpu_labels[i].resource)))
			return &gpu_labels[i];
	return NULL;
}

const char *placement_product_label(struct arena *arena, const char *resource)
{
	const struct gpu_labels *labels = labels_of(resource);

	if (!labels)
		return NULL;
	return labels->label ? labels->label : text_join(arena, resource, ".product", NULL);
}

bool placement_is_product(const char *resource, const char *product)
{
	const struct gpu_labels *labels = labels_of(resource);
	const char *const *brand = labels ? labels->brands : NULL;

	while (brand && *brand && strncmp(product, *brand, strlen(*brand)) != 0)
		brand++;
	return !brand || *brand;
}

/* CUDA's images say NVIDIA_VISIBLE_DEVICES=all, and on a node whose usual runtime is NVIDIA's, a pod that asks for no
 * GPU then sees all that the node has (NVIDIA/k8s-device-plugin, issues 61 and 87). With "void" that runtime does what
 * runc does (docs.nvidia.com, Container Toolkit, Specialized Configurations with Docker: GPU Enumeration). */
static const struct gpu_hiding {
	const char *maker; /* what its resources begin with, and its device classes end with */
	struct pair variable;
} gpu_hidings[] = {
	{"nvidia.com", {.name = "NVIDIA_VISIBLE_DEVICES", .value = "void"}},
};

static bool is_of_maker(const struct cluster_gpu *gpu, const char *maker)
{
	size_t size = strlen(maker), length = gpu->device_class ? strlen(gpu->device_class) : 0;

	if (gpu->resource)
		return !strncmp(gpu->resource, maker, size) && gpu->resource[size] == '/';
	return length >= size && !strcmp(gpu->device_class + length - size, maker);
}

const struct pair *placement_hiding(const struct cluster *cluster)
{
	for (size_t i = 0; i < cluster->role_count; i++) {
		const struct cluster_gpu *gpu = &cluster->roles[i].gpu;

		for (size_t h = 0; gpu->count && h < sizeof gpu_hidings / sizeof *gpu_hidings; h++)
			if (is_of_maker(gpu, gpu_hidings[h].maker))
				return &gpu_hidings[h].variable;
	}
	return NULL;
}

/* A label that isn't known is told of elsewhere. */
static void decide_node_selector(struct cluster *cluster, struct arena *arena, struct cluster_role *role)
{
	const struct cluster_gpu *gpu = &role->gpu;
	const char *product = gpu->product && gpu->resource ? placement_product_label(arena, gpu->resource) : NULL;

	if (product)
		pairs_set(arena, &role->node_selector, product, gpu->product);
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
