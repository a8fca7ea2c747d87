/* cluster: sums and questions about the decided thing. */
#include "cluster/cluster.h"

#include <string.h>

#include "base/quantity.h"
#include "cluster/releases.h"

int64_t cluster_number_or(const int64_t *number, int64_t otherwise)
{
	return number ? *number : otherwise;
}

struct cluster_totals cluster_totals(const struct cluster *cluster)
{
	struct cluster_totals all = {0};

	for (size_t i = 0; i < cluster->role_count; i++) {
		const struct cluster_role *role = &cluster->roles[i];

		all.pods += role->count;
		all.cpu += role->count * role->cpu;
		all.memory += role->count * role->memory;
		all.storage += role->count * role->disk;
		all.gpus += role->count * role->gpu.count;
	}
	return all;
}

const struct cluster_role *cluster_role_of(const struct cluster *cluster, enum role_kind kind)
{
	for (size_t i = 0; i < cluster->role_count; i++)
		if (cluster->roles[i].kind == kind)
			return &cluster->roles[i];
	return NULL;
}

bool cluster_is_group(const struct cluster_role *role)
{
	return role->kind == ROLE_WORKER && !role->united && strcmp(role->component, role_names[ROLE_WORKER]) != 0;
}

int64_t cluster_cores(int64_t cpu)
{
	return (cpu + 999) / 1000;
}

const char *cluster_role_title(struct arena *arena, const struct cluster_role *role)
{
	return cluster_is_group(role) ? text_join(arena, role->term, " ", role->component, NULL) : role->term;
}

const char *cluster_route_text(struct arena *arena, const struct cluster_route *route)
{
	struct text text = TEXT_IN(arena);

	text_add_all(&text, route->name_space ? "pods of the namespace " : "",
		     route->name_space ? route->name_space : route->cidr, NULL);
	for (size_t i = 0; i < route->except.count; i++)
		text_add_all(&text, i ? ", " : " except ", route->except.items[i], NULL);
	if (route->port_count)
		text_add(&text, route->port_count > 1 || route->ports->last != route->ports->first ? " on ports "
												    : " on port ");
	for (size_t i = 0; i < route->port_count; i++)
		text_add_all(&text, i ? ", " : "", address_ports_text(arena, &route->ports[i]), NULL);
	return text_done(&text);
}

int64_t cluster_workers(const struct cluster *cluster)
{
	int64_t count = 0;

	for (size_t i = 0; i < cluster->role_count; i++)
		count += cluster->roles[i].kind == ROLE_WORKER ? cluster->roles[i].count : 0;
	return count;
}

bool cluster_ends(const struct cluster *cluster)
{
	return cluster->lifetime || cluster->idle;
}

bool cluster_is_queued_group(const struct cluster *cluster)
{
	return cluster->queueing == QUEUEING_GROUP;
}

const char *cluster_end(struct arena *arena, const struct cluster *cluster)
{
	const char *lifetime = quantity_write(arena, UNIT_SECONDS, cluster->lifetime);
	const char *idle = quantity_write(arena, UNIT_SECONDS, cluster->idle);
	struct text text = TEXT_IN(arena);

	if (cluster->lifetime)
		text_add_all(&text, lifetime, " after its start", NULL);
	if (cluster->idle)
		text_add_all(&text, text.size ? ", or " : "", idle, " after its last work", NULL);
	return text_done(&text);
}

bool cluster_is_job(const struct cluster *cluster)
{
	return cluster->job.layout != JOB_NONE;
}

bool cluster_counts_failures(const struct cluster *cluster)
{
	return cluster_is_job(cluster) && release_has(cluster, FEATURE_BACKOFF_PER_INDEX);
}

const char *cluster_owner(struct arena *arena, const struct cluster *cluster)
{
	const struct cluster_role *owner = cluster->job.pods ? cluster->job.pods : &cluster->roles[ROLE_HEAD];

	if (!cluster_ends(cluster))
		return NULL;
	return text_join(arena, cluster->job.schedule ? "cronjob/" : "job/", owner->object, NULL);
}

bool cluster_is_watched(const struct cluster *cluster)
{
	return cluster->idle && cluster->framework->idle && !cluster_is_job(cluster);
}

bool cluster_file_concerns(const struct cluster_file *file, const struct cluster_role *role)
{
	return file->role == ROLE_NONE || file->role == role->kind || (role->united && file->role == ROLE_HEAD);
}

const struct cluster_file *cluster_own_files(const struct cluster *cluster)
{
	return cluster->files + cluster->file_count - cluster->profile->files_count;
}

bool cluster_secret_concerns(const struct cluster_secret *secret, const struct cluster_role *role)
{
	return secret->roles[role->kind] || (role->united && secret->roles[ROLE_HEAD]);
}

bool cluster_secret_is_mounted(const struct cluster_secret *secret, const struct cluster_role *role)
{
	return secret->path && cluster_secret_concerns(secret, role);
}

const char *const *cluster_secret_keys(enum secret_type type, const struct cluster_role *role)
{
	static const char *const token[] = {"token", NULL};
	static const char *const ssh[] = {"id", "authorized_keys", "host_key", "known_hosts", NULL};
	static const char *const ssh_of_worker[] = {"authorized_keys", "host_key", NULL};
	static const char *const tls[] = {"ca.crt", "tls.crt", "tls.key", NULL};

	switch (type) {
	case SECRET_SSH:
		return role->kind == ROLE_WORKER && !role->united ? ssh_of_worker : ssh;
	case SECRET_TLS:
		return tls;
	case SECRET_TOKEN:
		break;
	}
	return token;
}
