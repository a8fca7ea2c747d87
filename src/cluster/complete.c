/* complete: the profile that says everything that was decided: what it says itself or the site does is there already,
 * and what follows from the definition or holds by default is put in. */
#include "cluster/complete.h"

static void complete_gpu(struct arena *arena, struct profile_role *full, const struct cluster_role *role)
{
	struct profile_gpu *gpu = full->gpu ? NEW(arena, struct profile_gpu) : NULL;

	if (!gpu)
		return;
	*gpu = *full->gpu;
	gpu->resource = role->gpu.resource;
	full->gpu = gpu;
}

static struct profile_role complete_role(struct arena *arena, const struct cluster *cluster,
					 const struct cluster_role *role)
{
	struct profile_role full = role->wish;

	complete_gpu(arena, &full, role);
	full.cpu = &role->cpu;
	full.memory = &role->memory;
	full.storage = &role->storage;
	full.sharedMemory = role->shared_memory ? &role->shared_memory : NULL;
	/* A profile can't say a number that the cluster chooses. */
	full.runAsUser = cluster->assigned_user ? NULL : &role->uid;
	full.runAsGroup = cluster->assigned_user ? NULL : &role->gid;
	full.fsGroup = cluster->assigned_user ? NULL : &role->fs_group;
	full.readOnlyRoot = &role->read_only_root;
	full.spread = &role->spread;
	full.stopGrace = &role->stop_grace;
	return full;
}

static void complete_roles(struct arena *arena, struct profile *full, const struct cluster *cluster)
{
	struct profile_group *groups = NEW_ARRAY(arena, struct profile_group, cluster->role_count);
	struct profile_worker *worker = NEW(arena, struct profile_worker);
	struct profile_role *single = NEW_ARRAY(arena, struct profile_role, ROLES);
	uint32_t count = 0;

	for (size_t i = 0; i < cluster->role_count; i++) {
		const struct cluster_role *role = &cluster->roles[i];

		single[role->kind] = complete_role(arena, cluster, role);
		if (cluster_is_group(role))
			groups[count++] = role_make_group(role->component, &role->count, &single[role->kind]);
		else if (role->kind == ROLE_WORKER)
			*worker = role_make_worker(&role->count, &single[role->kind]);
	}
	full->head = &single[ROLE_HEAD];
	full->worker = worker;
	full->groups = groups;
	full->groups_count = count;
	full->notebook = cluster_role_of(cluster, ROLE_NOTEBOOK) ? &single[ROLE_NOTEBOOK] : NULL;
}

static void complete_ports(struct arena *arena, struct profile *full, const struct cluster *cluster)
{
	struct profile_port *ports = NEW_ARRAY(arena, struct profile_port, cluster->port_count);

	for (size_t i = 0; i < cluster->port_count; i++) {
		const struct cluster_port *port = &cluster->ports[i];

		ports[i] = (struct profile_port){port->name, &port->number, &port->protocol, port->title, &port->web};
	}
	full->ports = ports;
	full->ports_count = (uint32_t)cluster->port_count;
}

static void complete_network(struct arena *arena, struct profile *full, const struct cluster *cluster)
{
	struct profile_network *network = NEW(arena, struct profile_network);

	if (full->network)
		*network = *full->network;
	network->isolation = &cluster->isolation;
	full->network = network;
}

static void complete_job(struct arena *arena, struct profile *full, const struct cluster *cluster)
{
	struct profile_job *job = full->job ? NEW(arena, struct profile_job) : NULL;
	struct profile_logs *logs = full->job && full->job->logs ? NEW(arena, struct profile_logs) : NULL;

	if (!job)
		return;
	*job = *full->job;
	job->startTimeout = &cluster->job.start_timeout;
	job->retries = &cluster->job.retries;
	job->keep = &cluster->job.keep;
	job->timeZone = cluster->job.time_zone;
	if (logs)
		*logs = (struct profile_logs){cluster->job.logs_claim, cluster->job.logs_path};
	job->logs = logs;
	full->job = job;
}

const struct profile *complete_profile(struct arena *arena, const struct cluster *cluster)
{
	struct profile *full = NEW(arena, struct profile);

	*full = *cluster->profile;
	full->image = full->image ? full->image : cluster->framework->image;
	full->imagePullPolicy = &cluster->pull_policy;
	full->config = cluster->settings.items;
	full->config_count = (uint32_t)cluster->settings.count;
	complete_roles(arena, full, cluster);
	complete_ports(arena, full, cluster);
	complete_network(arena, full, cluster);
	complete_job(arena, full, cluster);
	return full;
}
