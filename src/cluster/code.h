/* code: the profile's code, on every pod at the same place. */
#ifndef CLUSTERC_CODE_H
#define CLUSTERC_CODE_H

#include "cluster/carried.h"

/* The volume, where it is while it is fetched, and where the credentials are then. */
#define CODE_VOLUME "code"
#define CODE_FETCHED "/code"
#define CODE_SECRET_VOLUME "code-secret"
#define CODE_SECRET_PATH "/etc/clusterc/git"
/* The program that fetches it: manager/process_code.sh. */
#define CODE_PROGRAM "/etc/clusterc/fetch-code"

/* What the profile's `code` says, with its defaults; before sizes are decided. */
void code_decide(struct cluster *cluster, struct arena *arena);

/* Reads its directory, if it is one. Keys aren't set. */
void code_read(struct cluster *cluster, const struct carried *reader);

/* Whether the profile has any; and whether it is fetched. */
bool code_is_there(const struct cluster *cluster);
bool code_is_fetched(const struct cluster *cluster);

/* Puts it in front of the variables by which the framework looks for it. When all others are decided. */
void code_add_paths(const struct cluster *cluster, struct arena *arena, struct cluster_role *role);

#endif
