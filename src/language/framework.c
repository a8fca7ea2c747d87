/* framework: the tables of the definitions' language. */
#include "language/framework.h"

#include "language/values.h"

BLOCK_IN_LISTS(framework_share)
BLOCK_IN_LISTS(framework_port)

BLOCK_TABLES(framework_share, FRAMEWORK_SHARE_KEYS)
BLOCK_TABLES(framework_budget, FRAMEWORK_BUDGET_KEYS)
BLOCK_TABLES(framework_probe, FRAMEWORK_PROBE_KEYS)
BLOCK_TABLES(framework_role, FRAMEWORK_ROLE_KEYS)
BLOCK_TABLES(framework_port, FRAMEWORK_PORT_KEYS)
BLOCK_TABLES(framework_user, FRAMEWORK_USER_KEYS)
BLOCK_TABLES(framework_config, FRAMEWORK_CONFIG_KEYS)
BLOCK_TABLES(framework_submit, FRAMEWORK_SUBMIT_KEYS)
BLOCK_TABLES(framework, FRAMEWORK_KEYS)
