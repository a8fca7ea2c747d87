/* releases: which of the things that are written Kubernetes has from which release on. What isn't here all releases
 * have that the output is made for.
 *
 * A feature counts from the release on that has it by default. The releases are those of the pages of kubernetes.io's
 * "Feature Gates" and of the enhancements (KEP), read 2026-11-29. */
#ifndef CLUSTERC_RELEASES_H
#define CLUSTERC_RELEASES_H

#include "cluster/cluster.h"

/* FEATURE(CONSTANT, the second number of the release, what people know it by) */
#define FEATURES(FEATURE) \
	/* KEP-3017, PDBUnhealthyPodEvictionPolicy: beta since 1.27. Alpha in 1.26, which drops the field: a budget \
	 * without it blocks the drain of a node on which a head never gets ready. */ \
	FEATURE(FEATURE_EVICTION_POLICY, 27, "unhealthyPodEvictionPolicy") \
	/* KEP-3521, PodSchedulingReadiness: beta since 1.27. Kueue holds pods back by it. */ \
	FEATURE(FEATURE_SCHEDULING_GATES, 27, "groups of pods in a queue") \
	/* KEP-3939, JobPodReplacementPolicy: beta since 1.29. Beside a podFailurePolicy it can only be Failed, \
	 * which the API server then fills in (kubernetes.io, Jobs, "Delayed creation of replacement pods"). */ \
	FEATURE(FEATURE_POD_REPLACEMENT, 29, "podReplacementPolicy") \
	/* KEP-3850, JobBackoffLimitPerIndex: beta since 1.29. */ \
	FEATURE(FEATURE_BACKOFF_PER_INDEX, 29, "backoffLimitPerIndex") \
	/* KEP-3998, JobSuccessPolicy: beta since 1.31. */ \
	FEATURE(FEATURE_SUCCESS_POLICY, 31, "successPolicy") \
	/* KEP-4381: resource.k8s.io/v1 since 1.34. */ \
	FEATURE(FEATURE_DEVICE_CLAIMS, 34, "resource.k8s.io/v1") \
	/* KEP-4639, ImageVolume: beta since 1.33, on by default since 1.35 (kubernetes.io, "Use an Image Volume With \
	 * a Pod"; v1.34.4 has it off in pkg/features/kube_features.go). */ \
	FEATURE(FEATURE_IMAGE_VOLUMES, 35, "image volumes") \
	/* KEP-3619, SupplementalGroupsPolicy: beta since 1.33, stable since 1.35. Up to 1.35, nodes may have \
	 * containerd 1.x, which lacks it, and their kubelets refuse such pods, as seen with 1.34 and containerd 1.6 \
	 * (kubernetes.io/blog: 2025-05-06, on the beta; 2025-12-17, "Kubernetes v1.35", on containerd). */ \
	FEATURE(FEATURE_GROUPS_POLICY, 36, "supplementalGroupsPolicy")

#define FEATURE_CONSTANT(constant, since, title) constant,
enum feature { FEATURES(FEATURE_CONSTANT) FEATURE_COUNT };

/* "1.31" of 31. */
const char *release_text(struct arena *arena, int release);

/* The second number of the first release that has it, and what people know it by. */
int release_of(enum feature feature);
const char *release_title(enum feature feature);

/* Whether the Kubernetes cluster has it. */
bool release_has(const struct cluster *cluster, enum feature feature);

/* Whether its site says a release that doesn't. Without a site, who asks for something is believed to know. */
bool release_lacks(const struct cluster *cluster, enum feature feature);

#endif
