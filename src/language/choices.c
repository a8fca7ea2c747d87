/* choices: the tables of words that keys take. */
#include "language/choices.h"

CHOICE_TABLES(spread, SPREADS, "a way to spread pods")
CHOICE_TABLES(isolation, ISOLATIONS, "who may connect")
CHOICE_TABLES(profile_egress_word, EGRESS_WORDS, "where pods may connect to")
CHOICE_TABLES(access_mode, ACCESS_MODES, "an access mode")
CHOICE_TABLES(pull_policy, PULL_POLICIES, "an image pull policy")
CHOICE_TABLES(protocol, PROTOCOLS, "a protocol")
CHOICE_TABLES(toleration_operator, TOLERATION_OPERATORS, "an operator")
CHOICE_TABLES(taint_effect, TAINT_EFFECTS, "a taint's effect")
CHOICE_TABLES(secret_type, SECRET_TYPES, "a type of secret")
CHOICE_TABLES(config_format, CONFIG_FORMATS, "a file format")
CHOICE_TABLES(job_leader, JOB_LEADERS, "the pod that runs the program")
CHOICE_TABLES(label_when, LABEL_WHENS, "a value of 'when'")
CHOICE_TABLES(site_end, SITE_ENDS, "how a cluster has to end")
CHOICE_TABLES(process_place, PROCESS_PLACES, "what has a process of its own")
