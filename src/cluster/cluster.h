/* cluster: the fully decided thing: what resolve makes of profile and definition, and all
 * that lowering and the manager know. Plain numbers, and no default left to be filled in; what may be absent says so.
 */
#ifndef CLUSTERC_CLUSTER_H
#define CLUSTERC_CLUSTER_H

#include "base/text.h"
#include "language/address.h"
#include "language/framework.h"
#include "language/profile.h"
#include "language/role.h"
#include "language/site.h"

struct cluster_port {
	const char *name, *title, *path;
	const char *secret; /* object of the token that opens the page, or NULL */
	const char *query;  /* parameter of the page's address that takes it, or NULL */
	enum protocol protocol;
	int64_t number;
	int64_t defined; /* the number that the framework gives it; 0: the profile added the port */
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
	const char *resource, *product; /* product NULL: any; resource NULL: they come by `class` */
	const char *device_class;
	const char *class_label, *size_class; /* the label of the pods that says the site's class; or NULL */
	int64_t count;
};

/* A claim for storage that comes with the cluster: all pods that name it alike share it. */
struct cluster_claim {
	const char *name;   /* as the profile says it */
	const char *object; /* its name */
	int64_t size;       /* bytes */
	const char *storage_class; /* NULL: the Kubernetes cluster's default */
	enum access_mode access_mode;
};

/* Why something is mounted: for the framework, as one of the profile's files or volumes, or as a directory on the way
 * to one of these. */
enum mount_origin { MOUNT_FRAMEWORK, MOUNT_FILE, MOUNT_VOLUME, MOUNT_BETWEEN };

/* A volume of a pod, or a part of one, where its container sees it. */
struct cluster_mount {
	const char *volume, *path, *sub_path; /* sub_path NULL: all of it */
	enum mount_origin origin;
	const char *what;    /* in words, of what isn't a volume or in between */
	const char *comment; /* for who reads the manifest, or NULL */
	bool read_only;
	bool writable; /* a directory that the pod's user can write to */
	bool foreign;  /* what is in it nobody knows here: a claim that is there already */
	const char *missing; /* the first directory in it, if foreign, on the way to what the profile mounts there */
	struct cluster_mount *next;
};

enum volume_source {
	VOLUME_CLAIM,
	VOLUME_SCRATCH,
	VOLUME_EPHEMERAL,
	VOLUME_IMAGE,
	VOLUME_CONFIG_MAP,
	VOLUME_SECRET,
	VOLUME_NFS
};

/* How Kueue admits a cluster: not at all, each of its workloads on its own, or all of its pods as one group. One
 * workload alone is admitted as a whole. */
enum queueing { QUEUEING_NONE, QUEUEING_WORKLOADS, QUEUEING_GROUP };

/* Something that is mounted beside what the framework needs. */
struct cluster_volume {
	const char *name;
	const char *path, *sub_path; /* sub_path NULL: all of it */
	const char *mounted; /* what the pod calls the volume */
	bool shared;         /* it is one before it: a pod has a claim once */
	enum volume_source source;
	const char *object;               /* name of the claim, the config map or the secret; reference of the image */
	const struct cluster_claim *made; /* the claim, where it comes with the cluster; else NULL */
	const char *server, *exported;    /* of NFS */
	int64_t scratch;                  /* bytes of the node's disk */
	int64_t claimed;                  /* bytes that each pod has an ephemeral claim for */
	const char *storage_class;        /* of that claim; NULL: the Kubernetes cluster's default */
	bool read_only;
};

/* Environment variables out of all of a Secret or a config map. */
struct cluster_env_source {
	bool secret;
	const char *object, *prefix; /* prefix NULL: none */
};

/* As Kubernetes has it: NULL what isn't said. */
struct cluster_toleration {
	const char *key, *operator, *value, *effect;
	const int64_t *seconds;
};

/* One kind of pod: the head, the workers, each further group of them, the notebook. */
struct cluster_role {
	enum role_kind kind;
	const char *component; /* head, worker, a group's name, notebook: label and container name */
	const char *term;      /* the framework's word for it */
	const char *object;    /* name of its workload and of its Service, which is its host name */
	const char *subdomain; /* the Service that gives each pod a name */
	bool united;           /* the pods of a job that is one Job: head and workers */
	struct profile_role wish; /* what the profile says of it, with the site's defaults: for src/cluster alone */
	const char *image;
	const char *version; /* of what runs; NULL where the profile names an image of its own */
	int64_t count;
	int64_t cpu, cpu_limit;                         /* thousandths of a core */
	int64_t memory, memory_limit, reserve;          /* bytes */
	int64_t storage, disk;                          /* bytes: for what it writes; and with scratch volumes */
	int64_t shared_memory;                          /* bytes of /dev/shm; 0: the runtime's own */
	struct cluster_gpu gpu;
	bool once;                                      /* a pod that has ended isn't replaced */
	int64_t processes;                              /* of a program, in each pod; at least 1 */
	int64_t uid, gid, fs_group;
	bool read_only_root;
	struct texts command, args, drain;
	struct texts writable;
	struct texts packages; /* the installer's arguments: -r FILE, and packages; none: nothing is installed */
	int64_t packages_room; /* bytes of the node's disk for them */
	const char *supplied;  /* what the default image lacks and packages supply, in words; or NULL */
	struct pairs env;
	struct cluster_env_source *env_sources;
	size_t env_source_count;
	struct cluster_volume *volumes;
	size_t volume_count;
	struct cluster_mount *mounts;
	struct pairs node_selector;
	struct cluster_toleration *tolerations;
	size_t toleration_count;
	enum spread spread;
	const char *priority_class, *runtime_class; /* NULL: the Kubernetes cluster's default */
	int64_t *supplemental_groups;
	size_t supplemental_group_count;
	struct cluster_probe startup, readiness, liveness; /* period 0: not asked */
	int64_t stop_grace;                                /* seconds */
	const char *files_digest;                          /* of what its files hold */
};

/* A file that comes from the cluster's ConfigMap. */
struct cluster_file {
	const char *key;  /* in the ConfigMap */
	const char *path; /* where it is mounted */
	const char *content;
	const char *comment; /* for who reads the manifest, or NULL */
	const char *mode;    /* in octal; NULL: 0644 */
	enum role_kind role; /* whose pods have it; ROLE_NONE: all */
	bool first;          /* only what runs before the pod's container has it */
};

/* How packages are installed when a pod starts. */
struct cluster_packages {
	const char *path, *commands; /* where they go; a directory of programs that stands first in PATH, or NULL */
	const char *script;          /* the installer, a program for sh */
	struct pairs variables;      /* of the installer alone */
	bool python;                 /* the packages are Python's */
};

/* A requirements file, as a profile has it beside it. */
struct cluster_package_file {
	const char *path; /* in the pods */
	const struct source *source;
	const struct node *from; /* where the profile names it */
	enum role_kind role;     /* whose pods have it; ROLE_NONE: all */
};

/* A Secret that the manager makes. */
struct cluster_secret {
	const char *object; /* its name */
	const char *volume; /* what the volume is called */
	const char *env, *path; /* NULL where it isn't handed over so */
	const char *doc;        /* or NULL */
	enum secret_type type;
	bool roles[ROLES];
};

/* How a job's pods come about: a Job for the head and others for the workers, or one Job of equal pods. */
enum job_layout { JOB_NONE, JOB_APART, JOB_TOGETHER };

/* A program that the cluster runs, and ends with. */
struct cluster_job {
	enum job_layout layout; /* JOB_NONE: there is no program, and nothing below is set */
	const char *apart_because; /* why the pods can't be of one Job, in words; NULL: they are */
	bool worker_leads;         /* together: the pod of index 0 is worker 0, and there is no head */
	struct cluster_role *pods; /* together: what all pods are made after; else NULL */
	const char *program;       /* as the profile says it */
	const char *program_path;  /* in the head's pod */
	struct texts args;
	struct cluster_file *files; /* those that go along; `path` is relative to JOB_DIRECTORY */
	size_t file_count;
	int64_t start_timeout, keep; /* seconds */
	int64_t patience; /* how long workers wait for a head that is gone, in seconds: another may take its place */
	int64_t retries;
	const char *logs_claim, *logs_path; /* or NULL; the path is a directory in the claim */
	const char *schedule, *time_zone;   /* or NULL */
	const char *schedule_sets;          /* the schedule as language/schedule.h writes it */
};

/* Code that all pods have, in CLUSTER_CODE_PATH: files of the ConfigMap, or a commit that an init container fetches. */
struct cluster_code {
	const char *directory; /* beside the profile; or NULL */
	struct cluster_file *files; /* of it; `path` is relative to CLUSTER_CODE_PATH */
	size_t file_count;
	const char *git, *ref; /* or NULL */
	bool pinned;           /* the ref is a commit */
	const char *path;      /* in the repository; NULL: all of it */
	const char *secret, *image; /* NULL: none, and the pods' own */
	int64_t size;          /* bytes of each pod's disk; 0 without git */
};
#define CLUSTER_CODE_PATH "/opt/code"

/* Where a job's files are mounted, and the claim that its pods write their output to. */
#define JOB_DIRECTORY "/opt/job"
#define JOB_LOGS "/logs"

/* Where pods may connect to: addresses, or all pods of a namespace. */
struct cluster_route {
	const char *cidr, *name_space; /* one of them is NULL */
	struct texts except;           /* parts of the addresses that stay forbidden */
	struct address_ports *ports;
	size_t port_count; /* 0: all ports */
};

/* What has to be there before the cluster is made. */
enum need_kind {
	NEED_NAMESPACE,
	NEED_SERVICE_ACCOUNT,
	NEED_QUEUE,
	NEED_SECRET,
	NEED_CONFIG_MAP,
	NEED_CLAIM,
	NEED_NFS_SERVER,
	NEED_STORAGE_CLASS,
	NEED_PRIORITY_CLASS,
	NEED_RUNTIME_CLASS,
	NEED_DEVICE_CLASS,
	NEED_GPU_PRODUCT,
	NEED_NODE_LABEL,
	NEEDS,
};
struct cluster_need {
	enum need_kind kind;
	const char *name;
};

struct cluster {
	/* What it is decided from: for src/cluster alone, and a test holds it. */
	const struct framework *framework;
	const struct profile *profile; /* with the site's defaults in it */
	const struct site *site;       /* or NULL */
	const char *name, *name_space; /* name_space NULL: what kubectl's context says */
	enum pull_policy pull_policy;
	struct texts pull_secrets;
	const char *framework_name, *framework_title, *docs;
	const char *version; /* of what the head runs; NULL where the profile names an image of its own for it */
	const char *title;   /* of the framework, with the version where it is known */
	const char *config_object;     /* name of the ConfigMap */
	const char *source_name;       /* file name of the profile, without directories */
	const char *input_digest;      /* of profile and definition: 64 hexadecimal digits */
	const char *home;
	const char *service_account;
	bool makes_account;          /* the service account comes with the cluster */
	bool assigned_user;          /* the Kubernetes cluster chooses the user's number itself */
	int kubernetes;              /* the second number of the release that has to take it: 25 of 1.25 */
	const char *queue;           /* of Kueue, or NULL */
	enum queueing queueing;      /* how it is admitted there */
	enum isolation isolation;    /* who may connect to the pods */
	struct texts allow_from;     /* namespaces whose pods may, too */
	bool limits_egress;          /* where pods may connect to: their own cluster's, DNS, and the routes */
	struct cluster_route *routes;
	size_t route_count;
	int64_t lifetime;            /* seconds; 0: until it is deleted */
	int64_t idle;                /* seconds without work after which it ends; 0: never */
	struct pairs labels, annotations; /* the user's */
	/* The head, the workers, their further groups, and the notebook, if there is one. */
	struct cluster_role *roles;
	size_t role_count;
	struct cluster_port *ports;
	size_t port_count;
	struct index port_index; /* by their names */
	struct pairs settings; /* of the framework, whatever they become; plain: a number or a truth, in its one form */
	struct cluster_file *files;
	size_t file_count;
	struct cluster_packages packages;
	struct cluster_package_file *package_files;
	size_t package_file_count;
	const char *cluster_domain; /* the end of full host names */
	bool has_full_hosts;        /* whether any text has one */
	struct texts counting; /* where the number of workers is written down, in words for people */
	struct cluster_secret *secrets;
	size_t secret_count;
	struct cluster_claim *claims;
	struct index claim_index; /* by their names */
	size_t claim_count;
	struct cluster_need *needs; /* each once */
	size_t need_count, need_room;
	const char *connect;
	struct texts submit, submit_options, members, smoke; /* empty where the framework has no such thing */
	const char *submit_directory;
	const char *distribute; /* what brings a submitted directory to the workers; or NULL */
	const char *reach, *alone; /* what of it reaches them, or why none can be submitted; or NULL */
	const char *smoke_file, *smoke_program;
	struct cluster_job job;
	struct cluster_code code; /* directory and git are NULL: there is none */
	/* What its pods are made after: its roles, or what all pods of a job have in common. */
	const struct cluster_role *makers;
	size_t maker_count;
};

/* What a profile or a definition says, or what holds otherwise. */
int64_t cluster_number_or(const int64_t *number, int64_t otherwise);

/* The first of that kind, or NULL: of a notebook that isn't there, and of ROLE_NONE. */
const struct cluster_role *cluster_role_of(const struct cluster *cluster, enum role_kind kind);

/* Whether the pods are workers of a further group. */
bool cluster_is_group(const struct cluster_role *role);

/* Thousandths of a core, rounded up to whole ones. */
int64_t cluster_cores(int64_t cpu);

/* What people call these pods: the framework's word, and for a further group of workers its name, too. */
const char *cluster_role_title(struct arena *arena, const struct cluster_role *role);

/* A route in words: "pods of the namespace data on port 5432", "192.0.2.0/24 except 192.0.2.1/32". */
const char *cluster_route_text(struct arena *arena, const struct cluster_route *route);

/* How many workers there are, of all groups. */
int64_t cluster_workers(const struct cluster *cluster);

/* Whether it ends by itself, sometime. */
bool cluster_ends(const struct cluster *cluster);

/* Whether its pods are admitted by a queue as one group. They wait as pods then, which their Jobs' deadlines don't
 * know: the pods have the deadline. */
bool cluster_is_queued_group(const struct cluster *cluster);

/* When it does, in words: "8h after its start, or 30m after its last work"; empty where it doesn't. */
const char *cluster_end(struct arena *arena, const struct cluster *cluster);

/* Whether it runs a program and ends with it. */
bool cluster_is_job(const struct cluster *cluster);

/* Whether the head of a job knows how many pods were killed before its own (backoffLimitPerIndex), and runs a program
 * again itself. Otherwise each retry is another pod. */
bool cluster_counts_failures(const struct cluster *cluster);

/* The object that all others go with, as the manager names it: kind/name; NULL unless the cluster ends by itself. */
const char *cluster_owner(struct arena *arena, const struct cluster *cluster);

/* Whether its head is watched, and ended once it has had no work for long enough. */
bool cluster_is_watched(const struct cluster *cluster);

/* Whether a role's pods have the file. */
bool cluster_file_concerns(const struct cluster_file *file, const struct cluster_role *role);

/* The profile's own files, as many as it names and in its order; they stand behind the framework's. */
const struct cluster_file *cluster_own_files(const struct cluster *cluster);

/* Whether a role's pods have the Secret, as a variable or as files. */
bool cluster_secret_concerns(const struct cluster_secret *secret, const struct cluster_role *role);

/* Whether a role's pods have the Secret as files. */
bool cluster_secret_is_mounted(const struct cluster_secret *secret, const struct cluster_role *role);

/* The keys of a Secret that a role's pods see, NULL-ended: all, but of a pair of ssh keys
 * workers only get what lets the head in. */
const char *const *cluster_secret_keys(enum secret_type type, const struct cluster_role *role);

/* What all pods ask for together. */
struct cluster_totals {
	int64_t pods, cpu, memory, storage, gpus;
};
struct cluster_totals cluster_totals(const struct cluster *cluster);

#endif
