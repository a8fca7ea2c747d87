/* site: the tables of its language. */
#include "language/site.h"

#include "language/values.h"

#include <string.h>

BLOCK_IN_LISTS(profile_toleration)
BLOCK_IN_LISTS(profile_volume)
BLOCK_IN_LISTS(site_label)
BLOCK_IN_LISTS(site_gpu_class)
BLOCK_IN_LISTS(site_gpu_resource)
BLOCK_IN_LISTS(site_event)
BLOCK_IN_LISTS(site_annotation)

BLOCK_TABLES(site_pods, SITE_PODS_KEYS)
BLOCK_TABLES(site_defaults, SITE_DEFAULTS_KEYS)
BLOCK_TABLES(site_limits, SITE_LIMITS_KEYS)
BLOCK_TABLES(site_label, SITE_LABEL_KEYS)
BLOCK_TABLES(site_gpu_class, SITE_GPU_CLASS_KEYS)
BLOCK_TABLES(site_gpu_resource, SITE_GPU_RESOURCE_KEYS)
BLOCK_TABLES(site_gpus, SITE_GPUS_KEYS)
BLOCK_TABLES(site_discount, SITE_DISCOUNT_KEYS)
BLOCK_TABLES(site_charges, SITE_CHARGES_KEYS)
BLOCK_TABLES(site_packages, SITE_PACKAGES_KEYS)
BLOCK_TABLES(site_event, SITE_EVENT_KEYS)
BLOCK_TABLES(site_annotation, SITE_ANNOTATION_KEYS)
BLOCK_TABLES(site, SITE_KEYS)

static const struct site_limits *limits_of(const struct site *site)
{
	static const struct site_limits none;

	return site && site->limits ? site->limits : &none;
}

bool site_says_true(const bool *truth)
{
	return truth && *truth;
}

bool site_assigns_user(const struct site *site)
{
	return site_says_true(limits_of(site)->assignedUser);
}

bool site_queues_workloads(const struct site *site)
{
	return site_says_true(limits_of(site)->queuedWorkloads);
}

bool site_starts_gpus_once(const struct site *site)
{
	return site_says_true(limits_of(site)->gpuOnce);
}

bool site_has_word_on_ends(const struct site *site)
{
	const struct site_limits *limits = limits_of(site);

	return limits->ends || limits->gpuEnds || site_says_true(limits->generatedJobNames);
}

const char *site_class_label(const struct site *site)
{
	return site && site->gpus ? site->gpus->classLabel : NULL;
}

struct index site_classes(struct arena *arena, const struct site *site)
{
	struct index classes = INDEX_IN(arena);

	for (uint32_t i = 0; site && site->gpus && i < site->gpus->classes_count; i++)
		index_add(&classes, site->gpus->classes[i].name, &site->gpus->classes[i]);
	return classes;
}

static bool fits_product(const char *form, const char *product)
{
	size_t size = strlen(form);

	return form[size - 1] == '*' ? !strncmp(form, product, size - 1) : !strcmp(form, product);
}

const char *site_resource_of(const struct site *site, const char *product)
{
	for (uint32_t i = 0; site && site->gpus && i < site->gpus->resources_count; i++)
		if (fits_product(site->gpus->resources[i].product, product))
			return site->gpus->resources[i].resource;
	return NULL;
}
