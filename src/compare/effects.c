/* effects: what may be changed in place, and what follows. The rules are those of Kubernetes 1.27 to
 * 1.34; the pages are of its documentation (kubernetes.io/docs), the functions of its source. The API
 * server of 1.34 was asked about what may change of a StatefulSet (but updateStrategy), Job, Service,
 * NetworkPolicy, claim and ServiceAccount; the rest is from the pages. */
#include "compare/effects.h"

#include <stddef.h>
#include <string.h>

#include "base/quantity.h"

/* The first row that fits: its kind (NULL: any) and the beginning of the field. */
static const struct effect_rule {
	const char *kind, *field;
	enum effect effect;
} rules[] = {
	/* concepts/overview/working-with-objects/labels, /annotations: of the object itself they start nothing. */
	{NULL, "metadata", EFFECT_AT_ONCE},

	/* concepts/workloads/controllers/statefulset, "Rolling Updates"; what may change: ValidateStatefulSetUpdate()
	 * in pkg/apis/apps/validation. */
	{"StatefulSet", "spec.template", EFFECT_PODS_REPLACED},
	{"StatefulSet", "spec.replicas", EFFECT_SCALED},
	{"StatefulSet", "spec.updateStrategy", EFFECT_AT_ONCE},
	{"StatefulSet", "spec.minReadySeconds", EFFECT_AT_ONCE},
	{"StatefulSet", "spec.revisionHistoryLimit", EFFECT_AT_ONCE},
	{"StatefulSet", "spec.ordinals", EFFECT_PODS_REPLACED},
	{"StatefulSet", "spec.persistentVolumeClaimRetentionPolicy", EFFECT_AT_ONCE},
	{"StatefulSet", "spec", EFFECT_REFUSED},

	/* concepts/workloads/controllers/job, "Elastic Indexed Jobs" (from 1.27 on): completions together with
	 * parallelism; what may not change: validateJobSpecUpdate in pkg/apis/batch/validation. */
	{"Job", "spec.parallelism", EFFECT_SCALED},
	{"Job", "spec.completions", EFFECT_SCALED},
	{"Job", "spec.activeDeadlineSeconds", EFFECT_AT_ONCE},
	{"Job", "spec.backoffLimit", EFFECT_AT_ONCE},
	{"Job", "spec.ttlSecondsAfterFinished", EFFECT_AT_ONCE},
	{"Job", "spec", EFFECT_REFUSED},

	/* concepts/workloads/controllers/cron-jobs: Jobs that have started already run with the template they had. */
	{"CronJob", "spec.jobTemplate", EFFECT_LATER_PODS},
	{"CronJob", "spec", EFFECT_AT_ONCE},

	/* concepts/storage/persistent-volumes, "Expanding Persistent Volumes Claims"; all else in its spec is
	 * immutable: ValidatePersistentVolumeClaimUpdate() in pkg/apis/core/validation. */
	{"PersistentVolumeClaim", "spec.resources.requests.storage", EFFECT_GROWS},
	{"PersistentVolumeClaim", "spec", EFFECT_DATA_LOST},

	/* concepts/scheduling-eviction/dynamic-resource-allocation: the template's spec is immutable. */
	{"ResourceClaimTemplate", "spec", EFFECT_REFUSED},

	/* concepts/services-networking/service, "Headless Services": whether there is an address can't change later. */
	{"Service", "spec.clusterIP", EFFECT_REFUSED},
	{"Service", "spec", EFFECT_AT_ONCE},

	/* concepts/services-networking/network-policies; tasks/run-application/configure-pdb. */
	{"NetworkPolicy", "spec", EFFECT_AT_ONCE},
	{"PodDisruptionBudget", "spec", EFFECT_AT_ONCE},

	/* concepts/configuration/configmap, "Mounted ConfigMaps are updated automatically": not those that are
	 * mounted by subPath, as ours are. */
	{"ConfigMap", "", EFFECT_LATER_PODS},

	/* concepts/security/service-accounts: it is read when a pod is made. */
	{"ServiceAccount", "", EFFECT_LATER_PODS},
};

/* Whether the field is the other, or inside of it. */
static bool is_field_inside(const char *field, const char *of)
{
	size_t size = strlen(of);

	return !size || (!strncmp(field, of, size) && (!field[size] || field[size] == '.'));
}

enum effect effect_of(const char *kind, const char *field)
{
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if ((!rules[i].kind || !strcmp(rules[i].kind, kind)) && is_field_inside(field, rules[i].field))
			return rules[i].effect;
	return EFFECT_UNKNOWN;
}

enum effect effect_of_storage(const char *kind, const char *field, const char *old, const char *new)
{
	enum effect effect = effect_of(kind, field);
	int64_t before, after;

	if (effect == EFFECT_GROWS && quantity_read(old, UNIT_BYTES, &before) == QUANTITY_GOOD &&
	    quantity_read(new, UNIT_BYTES, &after) == QUANTITY_GOOD && after < before)
		return EFFECT_DATA_LOST;
	return effect;
}

const char *effect_words(enum effect effect)
{
	static const char *const words[EFFECTS] = {
		[EFFECT_AT_ONCE] = "takes effect at once; no pod is restarted for it",
		[EFFECT_LATER_PODS] = "pods that run keep what they have; pods that start from now on get this",
		[EFFECT_SCALED] = "it is scaled: pods are added or taken away, the others run on",
		[EFFECT_GROWS] = "it grows in place where its StorageClass allows that (allowVolumeExpansion)",
		[EFFECT_PODS_REPLACED] = "its pods are replaced, one after the other",
		[EFFECT_REFUSED] =
			"Kubernetes doesn't let this be changed in place: it has to be deleted and made again",
		[EFFECT_DATA_LOST] =
			"Kubernetes doesn't let this be changed in place: it has to be deleted and made again, "
			"and what is stored in it is lost",
	};

	return words[effect];
}

bool effect_is_refused(enum effect effect)
{
	return effect >= EFFECT_REFUSED;
}
