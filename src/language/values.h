/* values: what one value may look like, by itself: names, numbers, quantities, paths. */
#ifndef CLUSTERC_VALUES_H
#define CLUSTERC_VALUES_H

#include "language/schema.h"

extern const struct rule rule_any;             /* any text */
extern const struct rule rule_word;            /* text that isn't empty */
extern const struct rule rule_line;            /* text of one line */
extern const struct rule rule_truth;           /* true or false */
extern const struct rule rule_label;           /* DNS-1123 label */
extern const struct rule rule_short_label;     /* the same, of 40 characters: names are made with it */
extern const struct rule rule_cluster_name;    /* DNS-1035 label */
extern const struct rule rule_namespace;       /* DNS-1123 label */
extern const struct rule rule_port_name;       /* IANA service name */
extern const struct rule rule_port;            /* 1 to 65535 */
extern const struct rule rule_image;           /* image reference */
extern const struct rule rule_cpu;             /* quantity of cores */
extern const struct rule rule_memory;          /* quantity of bytes */
extern const struct rule rule_count;           /* 0 to 10000 */
extern const struct rule rule_env;             /* PAIRS: environment variables */
extern const struct rule rule_label_value, rule_gpu_product;
extern const struct rule rule_labels;          /* PAIRS: Kubernetes labels */
extern const struct rule rule_settings;        /* PAIRS: a framework's settings */
extern const struct rule rule_setting_name;    /* a setting's name */
extern const struct rule rule_template;        /* any text, with ${variables} */
extern const struct rule rule_template_word;   /* the same, not empty */
extern const struct rule rule_template_line;   /* the same, of one line */
extern const struct rule rule_template_exec;   /* a word of a command in a container that runs: no $(NAME) */
extern const struct rule rule_template_exec_line; /* the same, of one line */
extern const struct rule rule_template_env;    /* PAIRS: environment, with ${variables} */
extern const struct rule rule_template_settings; /* PAIRS: settings, with ${variables} */
extern const struct rule rule_path;            /* absolute path inside a container */
extern const struct rule rule_address_path;    /* absolute path in an address, or on a server */
extern const struct rule rule_url;             /* http or https */
extern const struct rule rule_uid;             /* 1 to 2147483647 */
extern const struct rule rule_seconds;         /* 1 to 86400 */
extern const struct rule rule_percent;         /* 1 to 100 */
extern const struct rule rule_role;            /* head, worker, notebook */
extern const struct rule rule_object_name;     /* DNS-1123 subdomain */
extern const struct rule rule_image_prefix;    /* what image references begin with */
extern const struct rule rule_claim;           /* DNS-1123 subdomain */
extern const struct rule rule_total_cpu;       /* cores of many pods */
extern const struct rule rule_total_memory;    /* bytes of many pods */
extern const struct rule rule_network;         /* CIDR: 10.0.0.0/8 */
extern const struct rule rule_ports;           /* 443, 8000-8100, 53/UDP */
extern const struct rule rule_release;         /* of Kubernetes: 1.25 */
extern const struct rule rule_host;            /* DNS name */
extern const struct rule rule_label_key;       /* [PREFIX/]NAME */
extern const struct rule rule_annotations;     /* PAIRS: Kubernetes annotations */
extern const struct rule rule_gid;             /* 0 to 2147483647 */
extern const struct rule rule_gid_text;        /* the same, in lists */
extern const struct rule rule_group_name;      /* of a group of workers */
extern const struct rule rule_profile_packages_text; /* a package, as an installer takes it */
extern const struct rule rule_file_path;       /* relative, without '..' */
extern const struct rule rule_file_mode;       /* 0400 to 0777 */
extern const struct rule rule_idle;            /* duration of at least a minute */
extern const struct rule rule_lifetime;        /* duration of at least 5 minutes */
extern const struct rule rule_job_program;     /* a path beside the profile, or an absolute one in a pod */
extern const struct rule rule_retries;         /* 0 to 10 */
extern const struct rule rule_schedule;        /* when a CronJob runs */
extern const struct rule rule_time_zone;       /* a name of the time zone database */
extern const struct rule rule_git;             /* a repository's address */
extern const struct rule rule_git_ref;         /* a commit, a branch or a tag */
extern const struct rule rule_sub_path;        /* path inside a volume */
extern const struct rule rule_file_name;       /* of one file, without directories */
extern const struct rule rule_program;         /* text of lines */
extern const struct rule rule_option;          /* of a command, with its values */
extern const struct rule rule_gpu_count;       /* 1 to 64 */
extern const struct rule rule_resource;        /* DOMAIN/NAME of an extended resource */
extern const struct rule rule_env_name;        /* an environment variable's name */
extern const struct rule rule_site;            /* a built-in name or a path */
extern const struct rule rule_framework;       /* a built-in name or a path */

/* Releases of Kubernetes, by their second numbers: the oldest that the output is made for; what a cluster is taken to
 * have where no site says it; and the newest that tests/kubernetes holds the output to. */
enum { VALUE_RELEASE_OLDEST = 25, VALUE_RELEASE_DEFAULT = 31, VALUE_RELEASE_NEWEST = 37 };
extern const struct rule rule_rate;            /* what something costs */
extern const struct rule rule_from_hour;       /* 0 to 23 */
extern const struct rule rule_to_hour;         /* 1 to 24 */
extern const struct rule rule_limit_percent;   /* 100 to 1000 */
extern const struct rule rule_date;            /* 2026-11-29 */
extern const struct rule rule_queue_form;      /* a queue's name, maybe with the namespace in it */
extern const struct rule rule_event_reason;    /* why an event was written, in a word */
extern const struct rule rule_product_form;    /* a GPU's product, or how it begins */
extern const struct rule rule_reasons;         /* PAIRS: rules of a site, and its words about them */

/* What a queue's name has in place of the namespace. */
#define QUEUE_NAMESPACE "${namespace}"

/* The second number of a release of Kubernetes: 25 of 1.25. */
int value_release_minor(const char *release);

/* What keeps a setting from being a line NAME = VALUE in which nothing is quoted or escaped, or NULL. */
const char *value_lines_fault(const char *name, const char *value);

/* In nested maps the dots in a setting's name separate the levels. Adds the maps that hold the setting; the name has
 * to stay. */
void value_tree_name_add(struct index *holding, const char *name);
/* Why a setting can't stand in nested maps, by itself or because it would be one of `holding`; NULL where it can. */
const char *value_tree_name_fault(const struct index *holding, const char *name);

#endif
