/* expand: puts values in the place of a definition's ${variables}. */
#include "cluster/expand.h"

#include <string.h>

#include "language/variables.h"

enum { MIB = 1024 * 1024 };

static bool is_variable(const struct variable *variable, const char *name)
{
	return strlen(name) == variable->word_size && !memcmp(variable->word, name, variable->word_size);
}

int64_t expand_share_mib(const struct framework_share *share, const struct cluster_role *role)
{
	/* Whole MiB before the percentage, so that nothing overflows. */
	return (role->memory - role->reserve) / MIB * *share->percent / 100;
}

static int64_t named_share(const struct cluster *cluster, const struct cluster_role *role,
			   const struct variable *variable)
{
	const struct framework_budget *budget = role_of_framework(cluster->framework, role->kind)->budget;
	size_t i = 0;

	while (i < budget->shares_count && !is_variable(variable, budget->shares[i].name))
		i++;
	return i < budget->shares_count ? expand_share_mib(&budget->shares[i], role) : 0;
}

static int64_t named_port(const struct cluster *cluster, const struct variable *variable)
{
	const struct cluster_port *port = index_find_bytes(&cluster->port_index, variable->word, variable->word_size);

	return port ? port->number : 0;
}

/* In MiB. */
static int64_t memory(const struct cluster *cluster, const struct cluster_role *role, const struct variable *variable)
{
	return variable->kind == VARIABLE_MEMORY	  ? role->memory / MIB
	       : variable->kind == VARIABLE_MEMORY_USABLE ? (role->memory - role->reserve) / MIB
							  : named_share(cluster, role, variable);
}

/* As any pod of the Kubernetes cluster can ask DNS for it, without a list of domains to search. */
static void add_full_host(struct text *out, const struct cluster *cluster, enum role_kind role)
{
	const char *name_space = cluster->name_space ? cluster->name_space : "";

	text_add_all(out, cluster->roles[role].object, ".", name_space, ".svc.", cluster->cluster_domain, NULL);
}

/* Of each process, so that all of them together have as many as the pod has cores; at least one. */
static int64_t threads_of(const struct cluster_role *role)
{
	int64_t threads = cluster_cores(role->cpu) / role->processes;

	return threads ? threads : 1;
}

/* A group of workers speaks of its own sizes where a definition speaks of the worker's. */
static void expand_variable(struct text *out, const struct cluster *cluster, const struct cluster_role *own,
			    const struct variable *variable)
{
	const struct cluster_role *role = own && own->kind == variable->role ? own
					  : variable->role == ROLE_WORKER    ? &cluster->roles[ROLE_WORKER]
									     : &cluster->roles[ROLE_HEAD];

	switch (variable->kind) {
	case VARIABLE_NAME:
		text_add(out, cluster->name);
		break;
	case VARIABLE_HEAD_HOST:
		text_add(out, cluster->roles[ROLE_HEAD].object);
		break;
	case VARIABLE_WORKER_HOST:
		text_add(out, cluster->roles[ROLE_WORKER].object);
		break;
	case VARIABLE_HEAD_HOST_FULL:
		add_full_host(out, cluster, ROLE_HEAD);
		break;
	case VARIABLE_WORKER_HOST_FULL:
		add_full_host(out, cluster, ROLE_WORKER);
		break;
	case VARIABLE_WORKER_COUNT:
		text_add_number(out, cluster_workers(cluster));
		break;
	case VARIABLE_PORT:
		text_add_number(out, named_port(cluster, variable));
		break;
	case VARIABLE_CPU:
		text_add_number(out, cluster_cores(role->cpu));
		break;
	case VARIABLE_PROCESSES:
		text_add_number(out, role->processes);
		break;
	case VARIABLE_THREADS:
		text_add_number(out, threads_of(role));
		break;
	case VARIABLE_GPU_COUNT:
		text_add_number(out, role->gpu.count);
		break;
	case VARIABLE_MEMORY:
	case VARIABLE_MEMORY_USABLE:
	case VARIABLE_MEMORY_SHARE:
		text_add_number(out, memory(cluster, role, variable) * (variable->in_bytes ? MIB : 1));
		break;
	}
}

/* Copies up to `end`, with "$${" made "${". */
static void add_literal(struct text *out, const char *from, const char *end)
{
	for (const char *at = from; (at = memchr(at, '$', (size_t)(end - at))); at++)
		if (end - at >= 3 && !memcmp(at, "$${", 3)) {
			text_add_bytes(out, from, (size_t)(at - from + 1));
			from = at + 2;
			at++;
		}
	text_add_bytes(out, from, (size_t)(end - from));
}

/* What a text speaks of. */
struct seen {
	bool count, full_host;
};

static void note_seen(struct seen *seen, const struct variable *variable)
{
	seen->count = seen->count || variable->kind == VARIABLE_WORKER_COUNT;
	seen->full_host = seen->full_host || variable->kind == VARIABLE_HEAD_HOST_FULL ||
			  variable->kind == VARIABLE_WORKER_HOST_FULL;
}

static const char *expand_text(struct arena *arena, const struct cluster *cluster, const struct cluster_role *own,
			       const char *text, struct seen *seen)
{
	struct text out = TEXT_IN(arena);
	struct variable variable;
	const char *at, *name;
	size_t size;

	if (!strstr(text, "${"))
		return text;
	while ((at = variable_find(text, &name, &size)) && name) {
		add_literal(&out, text, at);
		if (variable_read(own ? own->kind : ROLE_NONE, name, size, &variable)) {
			expand_variable(&out, cluster, own, &variable);
			note_seen(seen, &variable);
		}
		text = name + size + 1;
	}
	add_literal(&out, text, text + strlen(text));
	return text_done(&out);
}

const char *expand(struct arena *arena, const struct cluster *cluster, const struct cluster_role *own, const char *text)
{
	struct seen seen = {0};

	return expand_text(arena, cluster, own, text, &seen);
}

const char *expand_counting(struct arena *arena, struct cluster *cluster, const struct cluster_role *own,
			    const char *text, bool *counts)
{
	struct seen seen = {0};

	text = expand_text(arena, cluster, own, text, &seen);
	cluster->has_full_hosts = cluster->has_full_hosts || seen.full_host;
	*counts = seen.count;
	return text;
}

const char *expand_decided(struct arena *arena, struct cluster *cluster, const struct cluster_role *own,
			   const char *text)
{
	bool counts;

	return expand_counting(arena, cluster, own, text, &counts);
}
