/* cluster: the fully decided thing: what resolve makes of profile and definition, and all
 * that lowering and the manager know. Plain numbers, no optional left. */
#ifndef CLUSTERC_CLUSTER_H
#define CLUSTERC_CLUSTER_H

#include "base/text.h"
#include "language/framework.h"
#include "language/profile.h"
#include "language/variables.h"

struct cluster_port {
	const char *name, *protocol, *title, *path;
	int64_t number;
	bool web;
	enum role_kind role;
};

struct cluster_probe {
	const char *path, *port; /* NULL where the probe doesn't ask so */
	struct texts command;
	int64_t period, timeout, failures;
};

/* One kind of pod. */
struct cluster_role {
	enum role_kind kind;
	const char *component; /* head, worker: label and container name */
	const char *term;      /* the framework's word for it */
	const char *object;    /* name of its workload and of its Service, which is its host name */
	int64_t count;
	int64_t cpu;                      /* thousandths of a core */
	int64_t memory, storage, reserve; /* bytes */
	struct texts command, args, drain;
	struct texts writable;
	struct pairs env;
	struct cluster_probe startup, readiness, liveness; /* period 0: not asked */
	int64_t stop_grace;                                /* seconds */
};

/* A file that comes from the cluster's ConfigMap. */
struct cluster_file {
	const char *key;     /* in the ConfigMap */
	const char *path;    /* where it is mounted */
	const char *content;
	bool alone;          /* mounted over a single file of the image, not as a directory */
};

enum { CLUSTER_ROLES = 2, CLUSTER_FILES_MOST = 2 };

struct cluster {
	const struct framework *framework;
	const char *name, *name_space; /* name_space NULL: what kubectl's context says */
	const char *image, *pull_policy;
	const char *version; /* of what runs; NULL where the profile names an image of its own */
	const char *title;   /* of the framework, with the version where it is known */
	const char *config_object;     /* name of the ConfigMap */
	const char *source_name;       /* file name of the profile, without directories */
	const char *input_digest;      /* of profile and definition: 64 hexadecimal digits */
	const char *files_digest;      /* of the files' content */
	int64_t uid, gid;
	const char *home;
	struct pairs labels; /* the user's */
	struct cluster_role roles[CLUSTER_ROLES];
	struct cluster_port *ports;
	size_t port_count;
	struct cluster_file files[CLUSTER_FILES_MOST];
	size_t file_count;
	const char *connect;
	struct texts submit, members; /* empty where the framework has no such thing */
	const char *submit_directory;
};

/* What all pods ask for together. */
struct cluster_totals {
	int64_t pods, cpu, memory, storage;
};
struct cluster_totals cluster_totals(const struct cluster *cluster);

#endif
