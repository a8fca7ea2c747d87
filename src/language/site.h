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
	KEY(T, TRUTH,  assignedUser, OPTIONAL, rule_truth, "false", "Whether the cluster gives the pods their user's number itself, and refuses any other (OpenShift).") \
	KEY(T, TRUTH,  ownUser,     OPTIONAL, rule_truth, "false", "Whether all pods must run as their user's own number, so that every profile has to say runAsUser.") \
	KEY(T, CHOICE, ends,        OPTIONAL, site_end, "none", "How every cluster must end: itself (after a lifetime, without work, or with a job; its pods then belong to Jobs) or job (with a job only).") \
	KEY(T, CHOICE, gpuEnds,     OPTIONAL, site_end, "none", "The same for clusters that have GPUs.") \
	KEY(T, TRUTH,  waitingJobs, OPTIONAL, rule_truth, "true", "Whether Jobs may wait for programs. If not, only a cluster with a job may end by itself.") \
	KEY(T, TRUTH,  gpuOnce,     OPTIONAL, rule_truth, "false", "Whether a pod with a GPU that is ended or deleted must not be replaced, because each start is charged.") \
	KEY(T, TRUTH,  generatedJobNames, OPTIONAL, rule_truth, "false", "Whether Jobs with a fixed name are refused.") \
	KEY(T, NUMBER, limitPercent, OPTIONAL, rule_limit_percent, NULL, "How large a limit of cpu or memory may be, in percent of the request.") \
	KEY(T, TEXT,   queue,       OPTIONAL, rule_queue_form, NULL, "The Kueue queue that every cluster must name; ${namespace} in it is its namespace.") \
	KEY(T, TRUTH,  queuedWorkloads, OPTIONAL, rule_truth, "false", "Whether each workload has to name the queue itself. Kueue then admits head and workers one by one, and not as one group.")

/* A label that profiles have to set. */
#define SITE_LABEL_KEYS(KEY, T) \
	KEY(T, TEXT,   key,  REQUIRED, rule_label_key, NULL, "The label's key.") \
	KEY(T, CHOICE, when, OPTIONAL, label_when, "always", "Whether every cluster has to have it (always), or each one with GPUs (gpu).") \
	KEY(T, TEXT,   doc,  OPTIONAL, rule_line, NULL, "What its value says, in the site's words.")

#define SITE_GPU_CLASS_KEYS(KEY, T) \
	KEY(T, TEXT,   name, REQUIRED, rule_label, NULL, "The class, as gpu.class says it.") \
	KEY(T, AMOUNT, rate, OPTIONAL, rule_rate, NULL, "What an hour of one GPU costs, in the unit of charges.") \
	KEY(T, TEXT,   doc,  OPTIONAL, rule_line, NULL, "What GPU it is, for people.")

#define SITE_GPU_RESOURCE_KEYS(KEY, T) \
	KEY(T, TEXT, product,  REQUIRED, rule_product_form, NULL, "A product, or how its name begins and '*'. The first entry that fits counts.") \
	KEY(T, TEXT, resource, REQUIRED, rule_resource, NULL, "The resource that these GPUs are requested as.")

#define SITE_GPUS_KEYS(KEY, T) \
	KEY(T, TEXT, classLabel, OPTIONAL, rule_label_key, NULL, "The label that says the class of GPU on each pod that has one. Profiles say it as gpu.class, which is then no device class.") \
	KEY(T, LIST, classes,    OPTIONAL, site_gpu_class, NULL, "The classes there are. Each GPU must have one of them.") \
	KEY(T, LIST, resources,  OPTIONAL, site_gpu_resource, NULL, "Products that aren't requested as nvidia.com/gpu.")

#define SITE_DISCOUNT_KEYS(KEY, T) \
	KEY(T, NUMBER, percent, REQUIRED, rule_percent, NULL, "How much less an hour costs, in percent.") \
	KEY(T, NUMBER, from,    REQUIRED, rule_from_hour, NULL, "The hour of the day at which it begins.") \
	KEY(T, NUMBER, to,      REQUIRED, rule_to_hour, NULL, "The hour of the day at which it ends; later than from.")

/* What GPUs cost: the rates are those of their classes. */
#define SITE_CHARGES_KEYS(KEY, T) \
	KEY(T, TEXT,   unit,     REQUIRED, rule_line, NULL, "What is charged, as the site calls it: Service Units.") \
	KEY(T, BLOCK,  discount, OPTIONAL, site_discount, NULL, "Hours of the day that cost less.") \
	KEY(T, TEXT,   timeZone, OPTIONAL, rule_time_zone, NULL, "The time zone of these hours.") \
	KEY(T, AMOUNT, weekly,   OPTIONAL, rule_rate, NULL, "The usual budget of a week.")

/* An event that the site writes, or that means something particular there. */
#define SITE_EVENT_KEYS(KEY, T) \
	KEY(T, TEXT,   reason, REQUIRED, rule_event_reason, NULL, "The event's reason.") \
	KEY(T, TEXT,   text,   OPTIONAL, rule_line, NULL, "Only events whose message has these words.") \
	KEY(T, CHOICE, when,   OPTIONAL, label_when, "always", "Whether it is about all pods (always), or only those with a GPU (gpu).") \
	KEY(T, TEXT,   means,  REQUIRED, rule_line, NULL, "What it means, for people.") \
	KEY(T, TEXT,   advice, OPTIONAL, rule_line, NULL, "What to do about it.") \
	KEY(T, TRUTH,  normal, OPTIONAL, rule_truth, "false", "Whether it is part of how things go there, and no fault.")

#define SITE_ANNOTATION_KEYS(KEY, T) \
	KEY(T, TEXT, name,  REQUIRED, rule_label_key, NULL, "The annotation's key.") \
	KEY(T, TEXT, means, REQUIRED, rule_line, NULL, "What its value says, for people.") \
	KEY(T, TEXT, wrong, OPTIONAL, rule_line, NULL, "The value that calls for something to be done: doctor calls it wrong.") \
	KEY(T, TEXT, advice, OPTIONAL, rule_line, NULL, "What to do then.")

/* Where packages come from. */
#define SITE_PACKAGES_KEYS(KEY, T) \
	KEY(T, TEXT,  index,       OPTIONAL, rule_url, "the installer's own: pypi.org", "The index, for example a mirror: what pip calls index-url.") \
	KEY(T, TEXTS, extraIndex,  OPTIONAL, rule_url, NULL, "Further indices.") \
	KEY(T, TEXTS, trustedHost, OPTIONAL, rule_host, NULL, "Hosts that may speak plain HTTP, or have a certificate that nobody knows.") \
	KEY(T, TEXT,  proxy,       OPTIONAL, rule_url, NULL, "The proxy by which indices are reached.")

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
	KEY(T, BLOCK, limits,      OPTIONAL, site_limits, NULL, "What no profile may go beyond.") \
	KEY(T, LIST,  labels,      OPTIONAL, site_label, NULL, "Labels that profiles have to set.") \
	KEY(T, BLOCK, gpus,        OPTIONAL, site_gpus, NULL, "How GPUs are requested.") \
	KEY(T, BLOCK, packages,    OPTIONAL, site_packages, NULL, "Where the packages of profiles come from. Variables of a profile, such as PIP_INDEX_URL, win.") \
	KEY(T, BLOCK, charges,     OPTIONAL, site_charges, NULL, "What GPUs cost.") \
	KEY(T, LIST,  events,      OPTIONAL, site_event, NULL, "What events of pods mean there; the first entry that fits counts. The manager's create, status and doctor say it.") \
	KEY(T, LIST,  annotations, OPTIONAL, site_annotation, NULL, "What the site writes on pods; status and doctor show it.") \
	KEY(T, TEXT,  removed,     OPTIONAL, rule_line, NULL, "Why a pod was removed, if no event says why. The manager says it of a job whose pod is gone.") \
	KEY(T, PAIRS, reasons,     OPTIONAL, rule_reasons, NULL, "What the site says about a rule, in its own words or with its source; messages quote it. The rule goes by its place: limits.lifetime.") \
	KEY(T, TEXTS, sources,     OPTIONAL, rule_line, NULL, "Where all this was read.") \
	KEY(T, TEXT,  read,        OPTIONAL, rule_date, NULL, "The day on which it was read.")

/* clang-format on */

BLOCK_STRUCT(site_pods, SITE_PODS_KEYS)
BLOCK_STRUCT(site_defaults, SITE_DEFAULTS_KEYS)
BLOCK_STRUCT(site_limits, SITE_LIMITS_KEYS)
BLOCK_STRUCT(site_label, SITE_LABEL_KEYS)
BLOCK_STRUCT(site_gpu_class, SITE_GPU_CLASS_KEYS)
BLOCK_STRUCT(site_gpu_resource, SITE_GPU_RESOURCE_KEYS)
BLOCK_STRUCT(site_gpus, SITE_GPUS_KEYS)
BLOCK_STRUCT(site_discount, SITE_DISCOUNT_KEYS)
BLOCK_STRUCT(site_charges, SITE_CHARGES_KEYS)
BLOCK_STRUCT(site_packages, SITE_PACKAGES_KEYS)
BLOCK_STRUCT(site_event, SITE_EVENT_KEYS)
BLOCK_STRUCT(site_annotation, SITE_ANNOTATION_KEYS)
BLOCK_STRUCT(site, SITE_KEYS)

/* Whether a truth of the description is said, and true; NULL isn't. */
bool site_says_true(const bool *truth);

/* Whether the cluster chooses the user's number itself; `site` may be NULL. */
bool site_assigns_user(const struct site *site);

/* Whether each workload has to name its queue itself. The site may be NULL. */
bool site_queues_workloads(const struct site *site);

/* Whether a pod with a GPU that has ended must not be replaced; `site` may be NULL. */
bool site_starts_gpus_once(const struct site *site);

/* Whether it says itself how clusters with GPUs end, or refuses Jobs whose names are fixed, which all that ends by
 * itself is made of. `site` may be NULL. */
bool site_has_word_on_ends(const struct site *site);

/* The label that says the class of a GPU, or NULL; `site` may be NULL. */
const char *site_class_label(const struct site *site);

/* Its classes of GPUs, by their names; `site` may be NULL. */
struct index site_classes(struct arena *arena, const struct site *site);

/* What GPUs of the product are requested as; NULL where it doesn't say. `site` may be NULL. */
const char *site_resource_of(const struct site *site, const char *product);

#endif
