/* choices: the keys that take one of a few words. The words of each are one list, from which follow the enum that
 * the key is bound to, the rule that values are checked by, and libcyaml's schema. */
#ifndef CLUSTERC_CHOICES_H
#define CLUSTERC_CHOICES_H

#include "language/schema.h"

/* clang-format off */

#define SPREADS(WORD) \
	WORD(SPREAD_PREFERRED, "preferred") WORD(SPREAD_REQUIRED, "required") WORD(SPREAD_NONE, "none")
#define ISOLATIONS(WORD) \
	WORD(ISOLATION_CLUSTER, "cluster") WORD(ISOLATION_NAMESPACE, "namespace") WORD(ISOLATION_NONE, "none")
#define EGRESS_WORDS(WORD) \
	WORD(EGRESS_CLUSTER, "cluster")
#define ACCESS_MODES(WORD) \
	WORD(ACCESS_READ_WRITE_ONCE, "ReadWriteOnce") WORD(ACCESS_READ_ONLY_MANY, "ReadOnlyMany") \
	WORD(ACCESS_READ_WRITE_MANY, "ReadWriteMany") WORD(ACCESS_READ_WRITE_ONCE_POD, "ReadWriteOncePod")
#define PULL_POLICIES(WORD) \
	WORD(PULL_ALWAYS, "Always") WORD(PULL_IF_NOT_PRESENT, "IfNotPresent") WORD(PULL_NEVER, "Never")
#define PROTOCOLS(WORD) \
	WORD(PROTOCOL_TCP, "TCP") WORD(PROTOCOL_UDP, "UDP") WORD(PROTOCOL_SCTP, "SCTP")
#define TOLERATION_OPERATORS(WORD) \
	WORD(TOLERATION_EQUAL, "Equal") WORD(TOLERATION_EXISTS, "Exists")
#define TAINT_EFFECTS(WORD) \
	WORD(TAINT_NO_SCHEDULE, "NoSchedule") WORD(TAINT_PREFER_NO_SCHEDULE, "PreferNoSchedule") \
	WORD(TAINT_NO_EXECUTE, "NoExecute")
#define SECRET_TYPES(WORD) \
	WORD(SECRET_TOKEN, "token") WORD(SECRET_SSH, "ssh") WORD(SECRET_TLS, "tls")
#define CONFIG_FORMATS(WORD) \
	WORD(CONFIG_PROPERTIES, "properties") WORD(CONFIG_LINES, "lines") WORD(CONFIG_YAML, "yaml") \
	WORD(CONFIG_YAML_TEXT, "yamlText") WORD(CONFIG_YAML_TREE, "yamlTree") WORD(CONFIG_ENV, "env")
#define PROCESS_PLACES(WORD) \
	WORD(PROCESS_EACH_CORE, "core") WORD(PROCESS_EACH_POD, "pod")
#define JOB_LEADERS(WORD) \
	WORD(LEADER_HEAD, "head") WORD(LEADER_WORKER, "worker")
#define LABEL_WHENS(WORD) \
	WORD(LABEL_ALWAYS, "always") WORD(LABEL_WITH_GPU, "gpu")
#define SITE_ENDS(WORD) \
	WORD(SITE_ENDS_ITSELF, "itself") WORD(SITE_ENDS_JOB, "job")

/* clang-format on */

CHOICE_ENUM(spread, SPREADS)
CHOICE_ENUM(isolation, ISOLATIONS)
CHOICE_ENUM(profile_egress_word, EGRESS_WORDS)
CHOICE_ENUM(access_mode, ACCESS_MODES)
CHOICE_ENUM(pull_policy, PULL_POLICIES)
CHOICE_ENUM(protocol, PROTOCOLS)
CHOICE_ENUM(toleration_operator, TOLERATION_OPERATORS)
CHOICE_ENUM(taint_effect, TAINT_EFFECTS)
CHOICE_ENUM(secret_type, SECRET_TYPES)
CHOICE_ENUM(config_format, CONFIG_FORMATS)
CHOICE_ENUM(process_place, PROCESS_PLACES)
CHOICE_ENUM(job_leader, JOB_LEADERS)
CHOICE_ENUM(label_when, LABEL_WHENS)
CHOICE_ENUM(site_end, SITE_ENDS)

#endif
