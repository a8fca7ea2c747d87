/* job: a program that the cluster runs, and whether its pods are of one Job. */
#ifndef CLUSTERC_JOB_H
#define CLUSTERC_JOB_H

#include "cluster/carried.h"

/* What the profile's `job` says, with its defaults, once name and lifetime are decided; does nothing without a job. */
void job_decide(struct cluster *cluster, struct arena *arena);

/* Who leads, once the sizes of the pods are decided. */
void job_decide_leader(struct cluster *cluster);

/* Reads the program and the files of its directory, which lie beside the profile, once the profile's code is read. Keys
 * aren't set. */
void job_read_files(struct cluster *cluster, const struct carried *it);

/* The settings of the program that runs a job's main processes, for the shell. Once it is decided how a cluster is
 * used. */
const char *job_settings(struct arena *arena, const struct cluster *cluster);

/* Decides whether head and workers can be pods of one Job, and makes what all of them are made after. When each role
 * is decided. */
void job_unite(struct cluster *cluster, struct arena *arena);

#endif
