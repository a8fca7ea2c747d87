/* used: what is in a manifest that older releases of Kubernetes lack. */
#include "kube/used.h"

#include <string.h>

#include "cluster/releases.h"

/* Under which key of an object it stands; what the value is, or what is in it, unless that is NULL. */
static const struct {
	const char *key, *value;
} places[FEATURE_COUNT] = {
	[FEATURE_EVICTION_POLICY] = {"unhealthyPodEvictionPolicy", NULL},
	[FEATURE_SCHEDULING_GATES] = {"kueue.x-k8s.io/pod-group-name", NULL},
	[FEATURE_POD_REPLACEMENT] = {"podReplacementPolicy", NULL},
	[FEATURE_BACKOFF_PER_INDEX] = {"backoffLimitPerIndex", NULL},
	[FEATURE_SUCCESS_POLICY] = {"successPolicy", NULL},
	[FEATURE_DEVICE_CLAIMS] = {"kind", "ResourceClaimTemplate"},
	[FEATURE_IMAGE_VOLUMES] = {"image", "reference"},
	[FEATURE_GROUPS_POLICY] = {"supplementalGroupsPolicy", NULL},
};

static bool stands_here(const struct object *object, enum feature feature)
{
	const char *value = places[feature].value;

	if (!object->key || strcmp(object->key, places[feature].key) != 0)
		return false;
	return !value || object_child(object, value) || (object->text && !strcmp(object->text, value));
}

/* Notes what is in the object and in those below it. */
static void look_for_features(bool used[FEATURE_COUNT], const struct object *object)
{
	for (int i = 0; i < FEATURE_COUNT; i++)
		used[i] = used[i] || stands_here(object, (enum feature)i);
	for (const struct object *child = object->first; child; child = child->next)
		look_for_features(used, child);
}

struct texts used_features(struct arena *arena, const struct manifest *manifest)
{
	bool used[FEATURE_COUNT] = {0};
	struct texts texts = {0};

	for (const struct object *object = manifest->first; object; object = object->next)
		look_for_features(used, object);
	for (int i = 0; i < FEATURE_COUNT; i++)
		if (used[i])
			texts_add(arena, &texts,
				  text_join(arena, release_title((enum feature)i), " (",
					    release_text(arena, release_of((enum feature)i)), ")", NULL));
	return texts;
}
