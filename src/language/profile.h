/* profile: the language users write. Every key of it is a row here. */
#ifndef CLUSTERC_PROFILE_H
#define CLUSTERC_PROFILE_H

#include "language/schema.h"

/* clang-format off */

/* One kind of pod: the head, or the workers. */
#define PROFILE_HEAD_KEYS(KEY, T) \
	KEY(T, TEXT,  cpu,    OPTIONAL, rule_cpu,    "the framework's", "Cores for the pod: its request and its limit.") \
	KEY(T, TEXT,  memory, OPTIONAL, rule_memory, "the framework's", "Memory for the pod: its request and its limit.") \
	KEY(T, TEXT,  storage, OPTIONAL, rule_memory, "the framework's", "Space on the node's disk for what the pod writes: request and limit.") \
	KEY(T, PAIRS, env,    OPTIONAL, rule_env,    NULL, "Environment variables of these pods; they win over the profile's own env.")

#define PROFILE_WORKER_KEYS(KEY, T) \
	KEY(T, NUMBER, count,  OPTIONAL, rule_count, "1", "How many workers. One is enough to try things; more is for work that needs it.") \
	PROFILE_HEAD_KEYS(KEY, T)

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
	KEY(T, LIST,  ports,           OPTIONAL, profile_port, "the framework's", "Ports to move or to add.") \
	KEY(T, PAIRS, env,             OPTIONAL, rule_env, NULL, "Environment variables of all pods.") \
	KEY(T, PAIRS, config,          OPTIONAL, rule_settings, NULL, "The framework's own settings; they win over the definition's.") \
	KEY(T, PAIRS, labels,          OPTIONAL, rule_labels, NULL, "Labels for all objects and pods.")

/* clang-format on */

BLOCK_STRUCT(profile_head, PROFILE_HEAD_KEYS)
BLOCK_STRUCT(profile_worker, PROFILE_WORKER_KEYS)
BLOCK_STRUCT(profile_port, PROFILE_PORT_KEYS)
BLOCK_STRUCT(profile, PROFILE_KEYS)

#endif
