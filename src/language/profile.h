/* profile: the language users write. Every key of it is a row here. */
#ifndef CLUSTERC_PROFILE_H
#define CLUSTERC_PROFILE_H

#include "language/schema.h"

/* clang-format off */

/* A claim for storage that exists already, mounted into pods. */
#define PROFILE_VOLUME_KEYS(KEY, T) \
	KEY(T, TEXT,  name,     REQUIRED, rule_short_label, NULL, "What the volume is called in the pod.") \
	KEY(T, TEXT,  claim,    REQUIRED, rule_claim, NULL, "The claim for storage, as `kubectl get pvc` shows it; it has to be there.") \
	KEY(T, TEXT,  path,     REQUIRED, rule_path, NULL, "Where it is mounted. At a writable directory of the framework it takes the scratch volume's place.") \
	KEY(T, TEXT,  subPath,  OPTIONAL, rule_sub_path, "all of it", "A directory of the claim that is mounted instead of all of it.") \
	KEY(T, TRUTH, readOnly, OPTIONAL, rule_truth, "false", "Whether it can only be read.")

#define PROFILE_GPU_KEYS(KEY, T) \
	KEY(T, NUMBER, count,    REQUIRED, rule_gpu_count, NULL, "GPUs for each pod.") \
	KEY(T, TEXT,   resource, OPTIONAL, rule_resource, "nvidia.com/gpu", "What the cluster calls them.") \
	KEY(T, TEXT,   product,  OPTIONAL, rule_labels, "any", "Only nodes with this product, as their label RESOURCE.product says it (nvidia.com/gpu.product).")

/* One kind of pod. */
#define PROFILE_ROLE_KEYS(KEY, T) \
	KEY(T, TEXT,  cpu,    OPTIONAL, rule_cpu,    "the framework's", "Cores for the pod: its request and its limit.") \
	KEY(T, TEXT,  memory, OPTIONAL, rule_memory, "the framework's", "Memory for the pod: its request and its limit.") \
	KEY(T, TEXT,  storage, OPTIONAL, rule_memory, "the framework's", "Space on the node's disk for what the pod writes: request and limit.") \
	KEY(T, PAIRS, env,    OPTIONAL, rule_env,    NULL, "Environment variables of these pods; they win over the profile's own env.") \
	KEY(T, LIST,  volumes, OPTIONAL, profile_volume, NULL, "Claims for storage, to be mounted.")

#define PROFILE_WORKER_KEYS(KEY, T) \
	KEY(T, NUMBER, count,  OPTIONAL, rule_count, "1", "How many workers. One is enough to try things; more is for work that needs it.") \
	PROFILE_ROLE_KEYS(KEY, T) \
	KEY(T, BLOCK, gpu,    OPTIONAL, profile_gpu, "none", "GPUs for the workers.")

#define PROFILE_PORT_KEYS(KEY, T) \
	KEY(T, TEXT,   name,     REQUIRED, rule_port_name, NULL, "A port of the framework, which is moved, or a new name, which is added to the head.") \
	KEY(T, NUMBER, port,     REQUIRED, rule_port, NULL, "The port's number, everywhere it is used.") \
	KEY(T, TEXT,   protocol, OPTIONAL, rule_protocol, "TCP", "The transport protocol.") \
	KEY(T, TEXT,   title,    OPTIONAL, rule_line, "the framework's, or the name", "What the manager calls the port.") \
	KEY(T, TRUTH,  web,      OPTIONAL, rule_truth, "the framework's, or false", "Whether a browser can open it: the manager's port-forward then prints its address.")

#define PROFILE_KEYS(KEY, T) \
	KEY(T, TEXT,  name,            REQUIRED, rule_cluster_name, NULL, "The cluster's name; all its objects are called after it.") \
	KEY(T, TEXT,  framework,       REQUIRED, rule_framework, NULL, "A built-in framework (see `clusterc frameworks`), or the path of a definition, relative to this file.") \
	KEY(T, TEXT,  namespace,       OPTIONAL, rule_namespace, "what kubectl's context says", "The namespace all objects go to.") \
	KEY(T, TEXT,  image,           OPTIONAL, rule_image, "the framework's", "The container image of all pods.") \
	KEY(T, TEXT,  imagePullPolicy, OPTIONAL, rule_pull_policy, "IfNotPresent", "When nodes pull the image.") \
	KEY(T, BLOCK, head,            OPTIONAL, profile_head, "the framework's", "The pod that leads the cluster.") \
	KEY(T, BLOCK, worker,          OPTIONAL, profile_worker, "the framework's", "The pods that do the work.") \
	KEY(T, BLOCK, notebook,        OPTIONAL, profile_notebook, "none", "A JupyterLab beside the head, whose programs run on the cluster. Written as {} it is as large as the framework says.") \
	KEY(T, LIST,  ports,           OPTIONAL, profile_port, "the framework's", "Ports to move or to add.") \
	KEY(T, PAIRS, env,             OPTIONAL, rule_env, NULL, "Environment variables of all pods.") \
	KEY(T, PAIRS, config,          OPTIONAL, rule_settings, NULL, "The framework's own settings; they win over the definition's.") \
	KEY(T, PAIRS, labels,          OPTIONAL, rule_labels, NULL, "Labels for all objects and pods.")

/* clang-format on */

BLOCK_STRUCT(profile_volume, PROFILE_VOLUME_KEYS)
BLOCK_STRUCT(profile_gpu, PROFILE_GPU_KEYS)
BLOCK_STRUCT(profile_head, PROFILE_ROLE_KEYS)
BLOCK_STRUCT(profile_worker, PROFILE_WORKER_KEYS)
BLOCK_STRUCT(profile_notebook, PROFILE_ROLE_KEYS)
BLOCK_STRUCT(profile_port, PROFILE_PORT_KEYS)
BLOCK_STRUCT(profile, PROFILE_KEYS)

#endif
