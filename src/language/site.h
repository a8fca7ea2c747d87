/* site: the language in which whoever knows a shared cluster says what it demands. */
#ifndef CLUSTERC_SITE_H
#define CLUSTERC_SITE_H

#include "language/profile.h"
#include "language/choices.h"
#include "language/schema.h"

/* clang-format off */

/* What all pods get where the profile doesn't say. */
#define SITE_PODS_KEYS(KEY, T) \
	KEY(T, PAIRS,  nodeSelector, OPTIONAL, rule_labels, NULL, "Labels a node has to have; beside those of the profile.") \
	KEY(T, LIST,   tolerations, OPTIONAL, profile_toleration, NULL, "Taints that don't keep the pods away; beside those of the profile.") \
	KEY(T, LIST,   volumes,     OPTIONAL, profile_volume, NULL, "What is mounted; but nothing where the profile mounts something itself.") \
	KEY(T, TEXT,   priorityClass, OPTIONAL, rule_object_name, NULL, "How important they are to the scheduler.") \
	KEY(T, TEXT,   runtimeClass, OPTIONAL, rule_object_name, NULL, "Which container runtime runs them.") \
	KEY(T, NUMBER, runAsUser,   OPTIONAL, rule_uid, NULL, "The user's number.") \
	KEY(T, NUMBER, runAsGroup,  OPTIONAL, rule_gid, NULL, "Its group's number.") \
	KEY(T, NUMBER, fsGroup,     OPTIONAL, rule_gid, NULL, "The group that volumes are made to belong to.") \
	KEY(T, TEXTS,  supplementalGroups, OPTIONAL, rule_gid_text, NULL, "Further groups, by number.")

#define SITE_DEFAULTS_KEYS(KEY, T) \
	KEY(T, TEXT,  namespace,        OPTIONAL, rule_namespace, NULL, "The namespace.") \
	KEY(T, TEXTS, imagePullSecrets, OPTIONAL, rule_object_name, NULL, "Secrets that open the registry.") \
	KEY(T, AMOUNT,  lifetime,         OPTIONAL, rule_lifetime, NULL, "After so long a cluster removes itself.") \
	KEY(T, TEXT,  queue,            OPTIONAL, rule_label, NULL, "Kueue's local queue.") \
	KEY(T, PAIRS, labels,           OPTIONAL, rule_labels, NULL, "Labels for all objects and pods.") \
	KEY(T, PAIRS, annotations,      OPTIONAL, rule_annotations, NULL, "Annotations for all objects and pods.") \
	KEY(T, TEXT,  storageClass,     OPTIONAL, rule_object_name, NULL, "For claims that come with a cluster.") \
	KEY(T, BLOCK, pods,             OPTIONAL, site_pods, NULL, "What all pods get.")

#define SITE_LIMITS_KEYS(KEY, T) \
	KEY(T, NUMBER, workers,     OPTIONAL, rule_count, NULL, "Workers, of all groups together.") \
	KEY(T, AMOUNT,   cpu,         OPTIONAL, rule_cpu, NULL, "Cores of a pod: its limit.") \
	KEY(T, AMOUNT,   memory,      OPTIONAL, rule_memory, NULL, "Memory of a pod: its limit.") \
	KEY(T, NUMBER, gpus,        OPTIONAL, rule_count, NULL, "GPUs of a pod.") \
	KEY(T, AMOUNT,   totalCpu,    OPTIONAL, rule_total_cpu, NULL, "Cores of all pods together, as they ask for them: their requests.") \
	KEY(T, AMOUNT,   totalMemory, OPTIONAL, rule_total_memory, NULL, "Memory of all pods together: their requests.") \
	KEY(T, NUMBER, totalGpus,   OPTIONAL, rule_count, NULL, "GPUs of all pods together.") \
	KEY(T, AMOUNT,   lifetime,    OPTIONAL, rule_lifetime, NULL, "The longest lifetime; a cluster then has to have one.") \
	KEY(T, TRUTH,  gpuLifetime, OPTIONAL, rule_truth, "false", "Whether a cluster with GPUs has to have a lifetime.") \
	KEY(T, TEXTS,  images,      OPTIONAL, rule_image_prefix, NULL, "What images have to begin with, one of these.") \
	KEY(T, TEXTS,  gpuProducts, OPTIONAL, rule_gpu_product, NULL, "The GPU products there are.") \
	KEY(T, TRUTH,  assignedUser, OPTIONAL, rule_truth, "false", "Whether the cluster gives the pods their user's number itself, and refuses any other (OpenShift).")

#define SITE_KEYS(KEY, T) \
	KEY(T, TEXT,  name,        REQUIRED, rule_label, NULL, "The site's name, as profiles say it.") \
	KEY(T, TEXT,  title,       REQUIRED, rule_line, NULL, "Its name for people.") \
	KEY(T, TEXT,  docs,        OPTIONAL, rule_url, NULL, "Where its own documentation is.") \
	KEY(T, TRUTH, template,    OPTIONAL, rule_truth, "false", "Whether it is only there to be copied: a profile can't name it.") \
	KEY(T, TEXT,  kubernetes,  OPTIONAL, rule_release, "1.31", "The cluster's version, 1.25 or later: no field is written that it lacks.") \
	KEY(T, TEXT,  clusterDomain, OPTIONAL, rule_host, "cluster.local", "The domain that the cluster's DNS names end with, as a pod's /etc/resolv.conf has it.") \
	KEY(T, TEXT,  loginHost,   OPTIONAL, rule_host, NULL, "The host people log in to, for the ssh line that port-forward prints.") \
	KEY(T, TEXT,  imagePrefix, OPTIONAL, rule_image_prefix, NULL, "What stands in the place of the registry of all images: a mirror.") \
	KEY(T, BLOCK, defaults,    OPTIONAL, site_defaults, NULL, "What holds where a profile doesn't say otherwise.") \
	KEY(T, BLOCK, limits,      OPTIONAL, site_limits, NULL, "What no profile may go beyond.")

/* clang-format on */

BLOCK_STRUCT(site_pods, SITE_PODS_KEYS)
BLOCK_STRUCT(site_defaults, SITE_DEFAULTS_KEYS)
BLOCK_STRUCT(site_limits, SITE_LIMITS_KEYS)
BLOCK_STRUCT(site, SITE_KEYS)

/* Whether the cluster chooses the user's number itself; `site` may be NULL. */
bool site_assigns_user(const struct site *site);

#endif
