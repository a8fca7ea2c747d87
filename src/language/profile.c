/* profile: the tables of its language. */
#include "language/profile.h"

#include "language/values.h"

BLOCK_IN_LISTS(profile_port)
BLOCK_IN_LISTS(profile_volume)
BLOCK_IN_LISTS(profile_env_from)
BLOCK_IN_LISTS(profile_toleration)
BLOCK_IN_LISTS(profile_group)
BLOCK_IN_LISTS(profile_file)
BLOCK_IN_LISTS(profile_egress)

BLOCK_TABLES(profile_claim, PROFILE_CLAIM_KEYS)
BLOCK_TABLES(profile_ephemeral, PROFILE_EPHEMERAL_KEYS)
BLOCK_TABLES(profile_nfs, PROFILE_NFS_KEYS)
BLOCK_TABLES(profile_volume, PROFILE_VOLUME_KEYS)
BLOCK_TABLES(profile_gpu, PROFILE_GPU_KEYS)
BLOCK_TABLES(profile_packages, PROFILE_PACKAGES_KEYS)
BLOCK_TABLES(profile_env_from, PROFILE_ENV_FROM_KEYS)
BLOCK_TABLES(profile_toleration, PROFILE_TOLERATION_KEYS)
BLOCK_TABLES(profile_role, PROFILE_ROLE_KEYS)
BLOCK_TABLES(profile_worker, PROFILE_WORKER_KEYS)
BLOCK_TABLES(profile_group, PROFILE_GROUP_KEYS)
BLOCK_TABLES(profile_port, PROFILE_PORT_KEYS)
BLOCK_TABLES(profile_file, PROFILE_FILE_KEYS)
BLOCK_TABLES(profile_egress, PROFILE_EGRESS_KEYS)
BLOCK_TABLES(profile_network, PROFILE_NETWORK_KEYS)
BLOCK_TABLES(profile_logs, PROFILE_LOGS_KEYS)
BLOCK_TABLES(profile_job, PROFILE_JOB_KEYS)
BLOCK_TABLES(profile_code, PROFILE_CODE_KEYS)
BLOCK_TABLES(profile, PROFILE_KEYS)
