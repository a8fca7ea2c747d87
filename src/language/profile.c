/* profile: the tables of its language. */
#include "language/profile.h"

#include "language/values.h"

BLOCK_IN_LISTS(profile_port)
BLOCK_IN_LISTS(profile_volume)

BLOCK_TABLES(profile_volume, PROFILE_VOLUME_KEYS)
BLOCK_TABLES(profile_gpu, PROFILE_GPU_KEYS)
BLOCK_TABLES(profile_head, PROFILE_ROLE_KEYS)
BLOCK_TABLES(profile_worker, PROFILE_WORKER_KEYS)
BLOCK_TABLES(profile_notebook, PROFILE_ROLE_KEYS)
BLOCK_TABLES(profile_port, PROFILE_PORT_KEYS)
BLOCK_TABLES(profile, PROFILE_KEYS)
