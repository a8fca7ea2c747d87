/* effects: what changing a field of an object means for a cluster that runs. */
#ifndef CLUSTERC_EFFECTS_H
#define CLUSTERC_EFFECTS_H

#include <stdbool.h>

/* From the mildest to the worst. */
enum effect {
	EFFECT_UNKNOWN, /* nothing is said */
	EFFECT_AT_ONCE,
	EFFECT_LATER_PODS, /* pods that run don't notice */
	EFFECT_SCALED,
	EFFECT_GROWS,
	EFFECT_PODS_REPLACED,
	EFFECT_REFUSED, /* Kubernetes forbids it */
	EFFECT_DATA_LOST, /* likewise, and what has to be deleted holds data */
	EFFECTS,
};

/* Of a field, named by its keys with dots between them, of an object of that kind. */
enum effect effect_of(const char *kind, const char *field);

/* Of the storage that a claim asks for: it can't shrink. */
enum effect effect_of_storage(const char *kind, const char *field, const char *old, const char *new);

const char *effect_words(enum effect effect);

/* Whether it means that the cluster has to be deleted and created again. */
bool effect_is_refused(enum effect effect);

#endif
