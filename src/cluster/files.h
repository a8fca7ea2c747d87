/* files: what the cluster's ConfigMap holds, and where it is mounted. */
#ifndef CLUSTERC_FILES_H
#define CLUSTERC_FILES_H

#include "cluster/cluster.h"

/* The framework's settings, the definition's files and the user's name, as files, and the
 * digest of each role's. After sizes and ports, which they speak of. */
void decide_files(struct cluster *cluster, struct arena *arena, const struct profile *profile);

#endif
