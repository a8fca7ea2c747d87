/* gpu_rules: the rules of GPUs: that they end, that image and framework can use them, and that there are such. */
#include <string.h>

#include "base/quantity.h"
#include "cluster/placement.h"
#include "cluster/releases.h"
#include "cluster/ruling.h"

/* --- The cluster's -------------------------------------------------------------------------------- */

/* What is forgotten overnight costs most. Told of once, where GPUs are first asked for. */
static void gpus_end(const struct rules *it)
{
	size_t i = 0;

	while (i < it->cluster->role_count && !it->cluster->roles[i].gpu.count)
		i++;
	if (i < it->cluster->role_count && !cluster_ends(it->cluster) && !site_has_word_on_ends(it->cluster->site))
		diag(it->diags, CODE_GPU_LIFETIME,
		     node_key_span(it->document->source, node_get(pod_rules_block(it, &it->cluster->roles[i]), "gpu")),
		     it->cluster->framework->idle ? "add lifetime: 8h, or idle: 1h" : "add lifetime: 8h",
		     "the cluster holds GPUs until somebody deletes it");
}

/* Told of once: an image at the profile's top level is for all. */
static void gpu_image_is_complete(const struct rules *it)
{
	for (size_t i = 0; i < it->cluster->role_count; i++) {
		const struct cluster_role *role = &it->cluster->roles[i];
		const struct framework_gpu *gpu = role_of_framework(it->cluster->framework, role->kind)->gpu;

		if (!role->gpu.count || !role->version || !gpu || !gpu->lacks)
			continue;
		diag(it->diags, CODE_GPU_IMAGE,
		     node_key_span(it->document->source, node_get(pod_rules_block(it, role), "gpu")),
		     gpu->instead ? gpu->instead : "name an image that has it: image: ...",
		     "the default image %s lacks %s", it->cluster->framework->image, gpu->lacks);
		return;
	}
}

void gpu_rules_check(const struct rules *it)
{
	gpus_end(it);
	gpu_image_is_complete(it);
}

/* --- Of one kind of pods -------------------------------------------------------------------------- */

static void gpus_are_used(const struct pods *it)
{
	const struct framework *framework = it->rules->cluster->framework;
	const struct profile_gpu *gpu = it->role->wish.gpu;
	const struct cluster *cluster = it->rules->cluster;

	if (!gpu)
		return;
	if (it->role->kind != ROLE_WORKER && !role_of_framework(framework, it->role->kind)->gpu)
		pod_rules_tell(it, CODE_NO_GPU_HERE, pod_rules_at_key(it, "gpu"), "give GPUs to the workers",
			       SAY(it, "the %s of %s computes nothing that would use a GPU", it->role->term,
				   framework->title));
	else if (!role_of_framework(framework, it->role->kind)->gpu)
		pod_rules_tell(it, CODE_GPU_UNUSED, pod_rules_at_key(it, "gpu"),
			       "what the framework needs to know of them goes into config, env or the program",
			       SAY(it, "the definition of %s doesn't tell it of GPUs", framework->title));
	if (it->role->gpu.device_class && release_lacks(cluster, FEATURE_DEVICE_CLAIMS))
		pod_rules_tell(it, CODE_TOO_NEW, pod_rules_at_key(it, "gpu"),
			       "say the GPUs' resource instead of a class",
			       SAY(it, "device classes need Kubernetes %s, and the site %s has %s",
				   release_text(it->rules->arena, release_of(FEATURE_DEVICE_CLAIMS)),
				   cluster->site->name, cluster->site->kubernetes));
	if (it->role->gpu.device_class && (gpu->resource || gpu->product))
		pod_rules_tell(it, CODE_CONFLICTING_KEYS, pod_rules_at_key(it, "gpu"), "keep class, or leave it out",
			       "GPUs come by their device class, or by a resource and its product, not both");
}

/* Processes that share a core wait for each other, and the GPUs for all of them. */
static void cores_feed_gpus(const struct pods *it)
{
	const struct cluster_role *role = it->role;
	const struct framework_processes *processes =
		role_of_framework(it->rules->cluster->framework, role->kind)->processes;
	int64_t cores = cluster_cores(role->cpu_limit);

	if (!processes || !role->gpu.count || role->processes <= cores)
		return;
	pod_rules_tell(it, CODE_FEW_CORES, pod_rules_at_key(it, role->wish.cpu ? "cpu" : "gpu"),
		       SAY(it, "write cpu: %lld or more%s", (long long)role->processes,
			   processes->setting ? SAY(it, ", or fewer processes: env: {%s: \"%lld\"}", processes->setting,
						    (long long)cores)
					      : ""),
		       SAY(it, "a %s with cpu %s runs %lld processes for its GPUs", role->term,
			   quantity_write(it->rules->arena, UNIT_CPU, role->cpu), (long long)role->processes));
}

/* How many GPUs of the pods' resource are found in each; -1: as many as there are. */
static int64_t gpus_found(const struct framework_discovery *discovery, const char *resource)
{
	for (size_t i = 0; i < discovery->resources_count; i++)
		if (setting_rules_match(discovery->resources[i].name, resource))
			return discovery->resources[i].atMost ? *discovery->resources[i].atMost : -1;
	return 0;
}

static bool finds_them_otherwise(const struct profile *profile, const struct framework_discovery *discovery)
{
	for (size_t i = 0; i < discovery->settings_count; i++)
		if (pairs_find(profile->config, profile->config_count, discovery->settings[i]))
			return true;
	return false;
}

/* What is written instead: fewer in a pod, others, or a program of the profile's own. */
static const char *gpus_help(const struct pods *it, const struct framework_discovery *discovery, int64_t found)
{
	struct text help = TEXT_IN(it->rules->arena);

	text_add(&help, found ? SAY(it, "write count: %lld here, and have more of these pods", (long long)found)
			      : "it finds ");
	for (size_t i = 0; !found && i < discovery->resources_count; i++)
		text_add_all(&help, i ? ", " : "", discovery->resources[i].name,
			     discovery->resources[i].atMost
				     ? SAY(it, " (%lld in each pod)", (long long)*discovery->resources[i].atMost)
				     : "",
			     NULL);
	if (discovery->settings)
		text_add(&help,
			 SAY(it, "; or name a program that finds these: config: {%s: /PATH}", discovery->settings[0]));
	return text_done(&help);
}

static void gpus_are_found(const struct pods *it)
{
	const struct framework *framework = it->rules->cluster->framework;
	const struct framework_gpu *gpu = role_of_framework(framework, it->role->kind)->gpu;
	const struct framework_discovery *discovery = gpu ? gpu->discovery : NULL;
	const char *resource = it->role->gpu.resource;
	int64_t found;

	if (!discovery || !resource || finds_them_otherwise(it->rules->profile, discovery))
		return;
	found = gpus_found(discovery, resource);
	if (found >= 0 && found < it->role->gpu.count)
		pod_rules_tell(it, CODE_GPU_NOT_FOUND,
			       node_span(it->rules->document->source,
					 node_find(it->block, "gpu", found ? "count" : "resource", NULL)),
			       gpus_help(it, discovery, found),
			       SAY(it, "%s finds %lld of %lld %s: it asks %s", framework->title, (long long)found,
				   (long long)it->role->gpu.count, resource, discovery->by));
}

/* Whether the site says that there are such GPUs: it knows its nodes. */
static bool is_of_site(const struct pods *it, const char *product)
{
	const struct site_limits *limits = it->rules->cluster->site ? it->rules->cluster->site->limits : NULL;

	for (size_t i = 0; limits && i < limits->gpuProducts_count; i++)
		if (!strcmp(limits->gpuProducts[i], product))
			return true;
	return false;
}

/* Pods that ask for a label which no node has wait for ever. */
static void gpus_are_labelled(const struct pods *it)
{
	const char *resource = it->role->gpu.resource, *product = it->role->gpu.product, *label;
	const struct node *gpu = it->block ? node_get(it->block, "gpu") : NULL;
	struct span where;

	if (!resource || !product)
		return;
	label = placement_product_label(it->rules->arena, resource);
	where = node_span(it->rules->document->source, node_get(gpu, "product"));
	if (!label)
		pod_rules_tell(it, CODE_CONFLICTING_KEYS, where,
			       SAY(it, "name the label yourself: nodeSelector: {LABEL: %s}", product),
			       SAY(it, "there is no known node label for the product of %s", resource));
	else if (!placement_is_product(resource, product) && !is_of_site(it, product))
		pod_rules_tell(it, CODE_GPU_PRODUCT, where,
			       SAY(it, "kubectl get nodes -L %s lists the products there are", label),
			       SAY(it, "no node is likely to have the label %s=%s", label, product));
}

void gpu_rules_check_pods(const struct pods *it)
{
	gpus_are_used(it);
	cores_feed_gpus(it);
	gpus_are_found(it);
	gpus_are_labelled(it);
}
