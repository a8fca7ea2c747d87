/* framework: the tables of the definitions' language. */
#include "language/framework.h"

#include "language/values.h"

BLOCK_IN_LISTS(framework_share)
BLOCK_IN_LISTS(framework_resource)
BLOCK_IN_LISTS(framework_port)
BLOCK_IN_LISTS(framework_range)
BLOCK_IN_LISTS(framework_setting)
BLOCK_IN_LISTS(framework_file)
BLOCK_IN_LISTS(framework_secret)

BLOCK_TABLES(framework_share, FRAMEWORK_SHARE_KEYS)
BLOCK_TABLES(framework_budget, FRAMEWORK_BUDGET_KEYS)
BLOCK_TABLES(framework_processes, FRAMEWORK_PROCESSES_KEYS)
BLOCK_TABLES(framework_probe, FRAMEWORK_PROBE_KEYS)
BLOCK_TABLES(framework_resource, FRAMEWORK_RESOURCE_KEYS)
BLOCK_TABLES(framework_discovery, FRAMEWORK_DISCOVERY_KEYS)
BLOCK_TABLES(framework_gpu, FRAMEWORK_GPU_KEYS)
BLOCK_TABLES(framework_role, FRAMEWORK_ROLE_KEYS)
BLOCK_TABLES(framework_port, FRAMEWORK_PORT_KEYS)
BLOCK_TABLES(framework_range, FRAMEWORK_RANGE_KEYS)
BLOCK_TABLES(framework_user, FRAMEWORK_USER_KEYS)
BLOCK_TABLES(framework_config, FRAMEWORK_CONFIG_KEYS)
BLOCK_TABLES(framework_setting, FRAMEWORK_SETTING_KEYS)
BLOCK_TABLES(framework_file, FRAMEWORK_FILE_KEYS)
BLOCK_TABLES(framework_secret, FRAMEWORK_SECRET_KEYS)
BLOCK_TABLES(framework_idle, FRAMEWORK_IDLE_KEYS)
BLOCK_TABLES(framework_submit, FRAMEWORK_SUBMIT_KEYS)
BLOCK_TABLES(framework_code, FRAMEWORK_CODE_KEYS)
BLOCK_TABLES(framework_job, FRAMEWORK_JOB_KEYS)
BLOCK_TABLES(framework_smoke, FRAMEWORK_SMOKE_KEYS)
BLOCK_TABLES(framework, FRAMEWORK_KEYS)
