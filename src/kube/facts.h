/* facts: what the manager has to know of Kubernetes' kinds, names and quotas for one cluster. */
#ifndef CLUSTERC_FACTS_H
#define CLUSTERC_FACTS_H

#include "kube/meta.h"

/* Names of the manager's variables and their values; where a value has several items, one a line:
 *
 *     KINDS           kinds of what create makes, claims for storage left out: a word for kubectl
 *     WORKLOAD_KINDS  those of them that make pods
 *     OTHER_KINDS     kinds that only the other form of the cluster has: with or without a lifetime
 *     FORMER_KINDS    kinds that another version of the cluster may have made, and this one doesn't
 *     POD_QUOTA       for each kind of pods: COMPONENT COUNT GPUS NAME=AMOUNT..., as quotas count one of them
 *     OBJECT_QUOTA    for each object that create makes: KIND/NAME NAME=AMOUNT...
 *     NEEDED_OBJECTS  kind/name of each object that has to be there already
 *     SERVER_SIDE     "yes" where an object is too large for the annotation in which plain apply keeps a copy of it
 *     ENDS            when the cluster ends by itself, in words; empty: it doesn't
 *     TLS_HOSTS       where there is a certificate: HOST COUNT, of a head or of workers; with COUNT pods below a host,
 *                     HOST-0.HOST and so on are names of it, too
 *
 * `manifest_size` is that of its YAML, in bytes. */
struct pairs facts_of(struct arena *arena, const struct manifest *manifest, size_t manifest_size);

/* A pod that shows the claim which a job writes its output to; NULL unless the job has one. */
struct object *facts_reader(struct arena *arena, const struct cluster *cluster);

#endif
