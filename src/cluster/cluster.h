/* cluster: the fully decided thing: what resolve makes of profile and definition, and all
 * that lowering and the manager know. Plain numbers, no optional left. */
#ifndef CLUSTERC_CLUSTER_H
#define CLUSTERC_CLUSTER_H

#include "base/text.h"
#include "language/framework.h"
#include "language/profile.h"
#include "language/role.h"

struct cluster_port {
	const char *name, *protocol, *title, *path;
	const char *secret; /* object of the token that opens the page, or NULL */
	const char *query;  /* parameter of the page's address that takes it, or NULL */
	int64_t number;
	bool web;
	enum role_kind role;
};

struct cluster_probe {
	const char *path, *port; /* NULL where the probe doesn't ask so */
	struct texts command;
	int64_t period, timeout, failures;
};

/* GPUs of one pod; count 0: none. */
struct cluster_gpu {
	const char *resource, *product; /* product NULL: any */
	int64_t count;
};

/* One kind of pod. */
struct cluster_role {
	enum role_kind kind;
	const char *component; /* head, worker, notebook: label and container name */
	const char *term;      /* the framework's word for it */
	const char *object;    /* name of its workload and of its Service, which is its host name */
	int64_t count;
	int64_t cpu;                      /* thousandths of a core */
	int64_t memory, storage, reserve; /* bytes */
	int64_t shared_memory;            /* bytes of /dev/shm; 0: the runtime's own */
	struct cluster_gpu gpu;
	struct texts command, args, drain;
	struct texts writable;
	struct pairs env;
	const struct profile_volume *volumes;
	size_t volume_count;
	struct cluster_probe startup, readiness, liveness; /* period 0: not asked */
	int64_t stop_grace;                                /* seconds */
	const char *files_digest;                          /* of what its files hold */
};

/* A file that comes from the cluster's ConfigMap. */
struct cluster_file {
	const char *key;  /* in the ConfigMap */
	const char *path; /* where it is mounted */
	const char *content;
	enum role_kind role; /* whose pods have it; ROLE_NONE: all */
};

enum secret_type { SECRET_TOKEN, SECRET_SSH, SECRET_TLS };

/* A Secret that the manager makes. */
struct cluster_secret {
	const char *object; /* its name */
	const char *volume; /* what the volume is called */
	const char *env, *path; /* NULL where it isn't handed over so */
	const char *doc;        /* or NULL */
	enum secret_type type;
	bool roles[ROLES];
};

struct cluster {
	const struct framework *framework;
	const char *name, *name_space; /* name_space NULL: what kubectl's context says */
	const char *image, *pull_policy;
	const char *version; /* of what runs; NULL where the profile names an image of its own */
	const char *title;   /* of the framework, with the version where it is known */
	const char *config_object;     /* name of the ConfigMap */
	const char *source_name;       /* file name of the profile, without directories */
	const char *input_digest;      /* of profile and definition: 64 hexadecimal digits */
	int64_t uid, gid;
	const char *home;
	struct pairs labels; /* the user's */
	struct cluster_role roles[ROLES];
	size_t role_count; /* without a notebook one less than ROLES */
	struct cluster_port *ports;
	size_t port_count;
	struct cluster_file *files;
	size_t file_count;
	struct cluster_secret *secrets;
	size_t secret_count;
	const char *connect;
	struct texts submit, members, smoke; /* empty where the framework has no such thing */
	const char *submit_directory;
	const char *smoke_file, *smoke_program;
};

/* Whether a role's pods have the file. */
bool file_concerns(const struct cluster_file *file, const struct cluster_role *role);

/* The keys of a Secret that a role's pods see, NULL-ended: all, but of a pair of ssh keys
 * workers only get what lets the head in. */
const char *const *secret_keys(enum secret_type type, enum role_kind role);

/* What all pods ask for together. */
struct cluster_totals {
	int64_t pods, cpu, memory, storage, gpus;
};
struct cluster_totals cluster_totals(const struct cluster *cluster);

#endif
