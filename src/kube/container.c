/* container: the one container of a pod: what it runs, reads, may use and is asked.
 *
 * It meets the Pod Security Standard "restricted" (kubernetes.io, Pod Security Standards): no
 * more privileges, no capabilities. Its root file system is read-only on top of that. */
#include "kube/container.h"

#include "base/quantity.h"
#include "kube/meta.h"
#include "kube/volumes.h"

/* The API server fills in apiVersion, and compares a fieldRef as a whole: without it, server-side apply takes what it
 * filled in for somebody else's change. */
static void put_field(struct object *env, const char *name, const char *path)
{
	struct object *variable = object_add_map(env), *reference;

	object_put_text(variable, "name", name);
	reference = object_put_map(object_put_map(variable, "valueFrom"), "fieldRef");
	object_put_text(reference, "apiVersion", "v1");
	object_put_text(reference, "fieldPath", path);
}

/* Not optional: without its Secret a pod waits, and never runs open to everybody. */
static void put_token(struct object *env, const struct cluster_secret *secret)
{
	struct object *variable = object_add_map(env), *reference;

	object_put_text(variable, "name", secret->env);
	reference = object_put_map(object_put_map(variable, "valueFrom"), "secretKeyRef");
	object_put_text(reference, "name", secret->object);
	object_put_text(reference, "key", "token");
}

static void put_variables(struct object *env, const struct pairs *variables)
{
	for (size_t i = 0; i < variables->count; i++) {
		struct object *variable = object_add_map(env);

		object_put_text(variable, "name", variables->items[i].name);
		object_put_text(variable, "value", variables->items[i].value);
	}
}

/* What only the pod knows comes first: later values may speak of it as $(POD_IP). */
static struct object *put_own_fields(struct object *container)
{
	struct object *env = object_put_list(container, "env");

	put_field(env, "POD_NAME", "metadata.name");
	put_field(env, "POD_IP", "status.podIP");
	return env;
}

static void put_env(struct object *container, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *env = put_own_fields(container);

	/* How many pods of this index were killed before it (kubernetes.io, Jobs, "Backoff limit per index"). */
	if (cluster_counts_failures(cluster) && (role->united || role->kind == ROLE_HEAD))
		put_field(env, "JOB_FAILURES", "metadata.annotations['batch.kubernetes.io/job-index-failure-count']");
	for (size_t i = 0; i < cluster->secret_count; i++)
		if (cluster->secrets[i].env && cluster_secret_concerns(&cluster->secrets[i], role))
			put_token(env, &cluster->secrets[i]);
	put_variables(env, &role->env);
}

static void put_probe(struct object *container, const char *key, const struct cluster_probe *probe)
{
	struct object *object, *asked;

	if (!probe->period)
		return;
	object = object_put_map(container, key);
	if (probe->path) {
		asked = object_put_map(object, "httpGet");
		object_put_text(asked, "path", probe->path);
		object_put_text(asked, "port", probe->port);
	} else if (probe->port) {
		object_put_text(object_put_map(object, "tcpSocket"), "port", probe->port);
	} else {
		object_put_texts(object_put_map(object, "exec"), "command", &probe->command);
	}
	object_put_number(object, "periodSeconds", probe->period);
	object_put_number(object, "timeoutSeconds", probe->timeout);
	object_put_number(object, "failureThreshold", probe->failures);
}

/* Everything in a Secret or a ConfigMap, as variables. */
static void put_env_from(struct object *container, const struct cluster_role *role)
{
	struct object *list = role->env_source_count ? object_put_list(container, "envFrom") : NULL;

	for (size_t i = 0; i < role->env_source_count; i++) {
		const struct cluster_env_source *from = &role->env_sources[i];
		struct object *source = object_add_map(list);

		object_put_text(source, "prefix", from->prefix);
		object_put_text(object_put_map(source, from->secret ? "secretRef" : "configMapRef"), "name",
				from->object);
	}
}

static void put_amounts(struct object *resources, const char *key, const struct cluster_role *role, int64_t cpu,
			int64_t memory)
{
	struct object *amounts = object_put_map(resources, key);

	object_put_text(amounts, "cpu", quantity_write(resources->arena, UNIT_CPU, cpu));
	object_put_text(amounts, "memory", quantity_write(resources->arena, UNIT_BYTES, memory));
	object_put_text(amounts, "ephemeral-storage", quantity_write(resources->arena, UNIT_BYTES, role->disk));
	if (role->gpu.resource)
		object_put_text(amounts, role->gpu.resource, text_number(resources->arena, role->gpu.count));
}

/* Unless the profile wants it otherwise, requests equal limits: what a pod gets doesn't
 * depend on its neighbours. */
static void put_resources(struct object *container, const struct cluster_role *role)
{
	struct object *resources = object_put_map(container, "resources");

	put_amounts(resources, "requests", role, role->cpu, role->memory);
	put_amounts(resources, "limits", role, role->cpu_limit, role->memory_limit);
	if (role->gpu.device_class)
		object_put_text(object_add_map(object_put_list(resources, "claims")), "name", "gpu");
}

static void put_container_security(struct object *container, const struct cluster_role *role)
{
	struct object *security = object_put_map(container, "securityContext");

	object_put_truth(security, "allowPrivilegeEscalation", false);
	object_put_truth(security, "readOnlyRootFilesystem", role->read_only_root);
	object_add_text(object_put_list(object_put_map(security, "capabilities"), "drop"), "ALL");
}

/* The image's own PATH is only known in a container: a shell puts the packages' programs in front of it. */
static void put_command(struct object *container, const struct cluster *cluster, const struct cluster_role *role)
{
	struct arena *arena = container->arena;
	struct texts words = {0};

	if (role->packages.count && cluster->packages.commands) {
		texts_add(arena, &words, "/bin/sh");
		texts_add(arena, &words, "-c");
		texts_add(arena, &words,
			  text_join(arena, "PATH=", cluster->packages.commands, ":$PATH exec \"$@\"", NULL));
		texts_add(arena, &words, "sh");
	}
	for (size_t i = 0; i < role->command.count; i++)
		texts_add(arena, &words, role->command.items[i]);
	object_put_texts(container, "command", &words);
}

void container_put(struct object *pod, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *container = object_add_map(object_put_list(pod, "containers"));

	object_put_text(container, "name", role->component);
	object_put_text(container, "image", role->image);
	object_put_text(container, "imagePullPolicy", pull_policy_words[cluster->pull_policy]);
	put_command(container, cluster, role);
	object_put_texts(container, "args", &role->args);
	object_put_text(container, "workingDir", cluster->home);
	put_env_from(container, role);
	put_env(container, cluster, role);
	meta_put_ports(container, cluster, role, "containerPort", NULL);
	put_probe(container, "startupProbe", &role->startup);
	put_probe(container, "readinessProbe", &role->readiness);
	put_probe(container, "livenessProbe", &role->liveness);
	if (role->drain.count)
		object_put_texts(
			object_put_map(object_put_map(object_put_map(container, "lifecycle"), "preStop"), "exec"),
			"command", &role->drain);
	put_resources(container, role);
	put_container_security(container, role);
	volumes_put_mounts(container, role->mounts);
}

void container_add_init(struct object *list, const struct cluster *cluster, const struct cluster_role *role,
			const struct init_container *init)
{
	struct object *container = object_add_map(list), *env;
	struct cluster_role plain = *role;

	plain.gpu = (struct cluster_gpu){0};
	object_put_text(container, "name", init->name);
	object_put_text(container, "image", init->image ? init->image : role->image);
	object_put_text(container, "imagePullPolicy", pull_policy_words[cluster->pull_policy]);
	object_put_texts(container, "command", &init->command);
	object_put_texts(container, "args", &init->args);
	/* Without the pod's mounts, and in an image of its own, the home may not be there. */
	object_put_text(container, "workingDir", init->mounts ? NULL : cluster->home);
	put_env_from(container, role);
	env = put_own_fields(container);
	put_variables(env, &role->env);
	put_variables(env, &init->env);
	put_resources(container, &plain);
	/* What it printed last is what people see of it if it fails. */
	object_put_text(container, "terminationMessagePolicy", "FallbackToLogsOnError");
	put_container_security(container, role);
	volumes_put_mounts(container, init->mounts ? init->mounts : role->mounts);
}

struct object *container_put_reader(struct object *pod, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *container = object_add_map(object_put_list(pod, "containers"));

	object_put_text(container, "name", role->component);
	object_put_text(container, "image", role->image);
	object_put_text(container, "imagePullPolicy", pull_policy_words[cluster->pull_policy]);
	object_put_texts(container, "command", &role->command);
	put_resources(container, role);
	put_container_security(container, role);
	return container;
}
