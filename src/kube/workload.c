/* workload: StatefulSets and the pods they make.
 *
 * Pods meet the Pod Security Standard "restricted" (kubernetes.io, Pod Security Standards):
 * a numeric user that isn't root, no more privileges, no capabilities, the runtime's default
 * seccomp profile. Their root file system is read-only on top of that. */
#include "kube/workload.h"

#include "base/quantity.h"

/* --- The container --------------------------------------------------------------------------- */

static void put_field(struct object *env, const char *name, const char *path)
{
	struct object *variable = add_map(env);

	put_text(variable, "name", name);
	put_text(put_map(put_map(variable, "valueFrom"), "fieldRef"), "fieldPath", path);
}

/* What only the pod knows comes first: later values may speak of it as $(POD_IP). */
static void put_env(struct object *container, const struct cluster_role *role)
{
	struct object *env = put_list(container, "env");

	put_field(env, "POD_NAME", "metadata.name");
	put_field(env, "POD_IP", "status.podIP");
	for (size_t i = 0; i < role->env.count; i++) {
		struct object *variable = add_map(env);

		put_text(variable, "name", role->env.items[i].name);
		put_text(variable, "value", role->env.items[i].value);
	}
}

static void put_probe(struct object *container, const char *key, const struct cluster_probe *probe)
{
	struct object *object, *asked;

	if (!probe->period)
		return;
	object = put_map(container, key);
	if (probe->path) {
		asked = put_map(object, "httpGet");
		put_text(asked, "path", probe->path);
		put_text(asked, "port", probe->port);
	} else if (probe->port) {
		put_text(put_map(object, "tcpSocket"), "port", probe->port);
	} else {
		put_texts(put_map(object, "exec"), "command", &probe->command);
	}
	put_number(object, "periodSeconds", probe->period);
	put_number(object, "timeoutSeconds", probe->timeout);
	put_number(object, "failureThreshold", probe->failures);
}

static void put_amounts(struct object *resources, const char *key, const struct cluster_role *role)
{
	struct object *amounts = put_map(resources, key);

	put_text(amounts, "cpu", quantity_write(resources->arena, UNIT_CPU, role->cpu));
	put_text(amounts, "memory", quantity_write(resources->arena, UNIT_BYTES, role->memory));
	put_text(amounts, "ephemeral-storage", quantity_write(resources->arena, UNIT_BYTES, role->storage));
}

/* Requests equal limits: what a pod gets doesn't depend on its neighbours. */
static void put_resources(struct object *container, const struct cluster_role *role)
{
	struct object *resources = put_map(container, "resources");

	put_amounts(resources, "requests", role);
	put_amounts(resources, "limits", role);
}

static void put_container_security(struct object *container)
{
	struct object *security = put_map(container, "securityContext");

	put_truth(security, "allowPrivilegeEscalation", false);
	put_truth(security, "readOnlyRootFilesystem", true);
	add_text(put_list(put_map(security, "capabilities"), "drop"), "ALL");
}

static const char *scratch_name(struct arena *arena, size_t index)
{
	return text_format(arena, "scratch-%zu", index);
}

/* The directory a file is mounted in; files that stand alone are mounted by themselves. */
static const char *mount_path(struct arena *arena, const struct cluster_file *file)
{
	size_t size = 0;

	if (file->alone)
		return file->path;
	for (size_t i = 0; file->path[i]; i++)
		if (file->path[i] == '/')
			size = i;
	return text_copy(arena, file->path, size);
}

static void put_mounts(struct object *container, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *mounts = NULL, *mount;

	if (role->writable.count || cluster->file_count)
		mounts = put_list(container, "volumeMounts");
	for (size_t i = 0; i < role->writable.count; i++) {
		mount = add_map(mounts);
		put_text(mount, "name", scratch_name(container->arena, i));
		put_text(mount, "mountPath", role->writable.items[i]);
	}
	for (size_t i = 0; i < cluster->file_count; i++) {
		const struct cluster_file *file = &cluster->files[i];

		mount = add_map(mounts);
		put_text(mount, "name", "config");
		put_text(mount, "mountPath", mount_path(container->arena, file));
		put_text(mount, "subPath", file->alone ? file->key : NULL);
		put_truth(mount, "readOnly", true);
	}
}

static void put_container(struct object *pod, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *container = add_map(put_list(pod, "containers"));

	put_text(container, "name", role->component);
	put_text(container, "image", cluster->image);
	put_text(container, "imagePullPolicy", cluster->pull_policy);
	put_texts(container, "command", &role->command);
	put_texts(container, "args", &role->args);
	put_text(container, "workingDir", cluster->home);
	put_env(container, role);
	put_ports(container, cluster, role, "containerPort", NULL);
	put_probe(container, "startupProbe", &role->startup);
	put_probe(container, "readinessProbe", &role->readiness);
	put_probe(container, "livenessProbe", &role->liveness);
	if (role->drain.count)
		put_texts(put_map(put_map(put_map(container, "lifecycle"), "preStop"), "exec"), "command", &role->drain);
	put_resources(container, role);
	put_container_security(container);
	put_mounts(container, cluster, role);
}

/* --- The pod ------------------------------------------------------------------------------------ */

static void put_pod_security(struct object *pod, const struct cluster *cluster)
{
	struct object *security = put_map(pod, "securityContext");

	put_truth(security, "runAsNonRoot", true);
	put_number(security, "runAsUser", cluster->uid);
	put_number(security, "runAsGroup", cluster->gid);
	put_number(security, "fsGroup", cluster->gid);
	put_text(put_map(security, "seccompProfile"), "type", "RuntimeDefault");
}

/* Workers spread over nodes where there is room for that; never at the cost of not starting. */
static void put_spread(struct object *pod, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *term, *peers;

	if (role->kind != ROLE_WORKER)
		return;
	term = add_map(put_list(put_map(put_map(pod, "affinity"), "podAntiAffinity"),
				"preferredDuringSchedulingIgnoredDuringExecution"));
	put_number(term, "weight", 100);
	peers = put_map(term, "podAffinityTerm");
	put_text(peers, "topologyKey", "kubernetes.io/hostname");
	put_selector(put_map(peers, "labelSelector"), "matchLabels", cluster, role);
}

static void put_volumes(struct object *pod, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *volumes = NULL, *volume;

	if (role->writable.count || cluster->file_count)
		volumes = put_list(pod, "volumes");
	for (size_t i = 0; i < role->writable.count; i++) {
		volume = add_map(volumes);
		put_text(volume, "name", scratch_name(pod->arena, i));
		put_text(put_map(volume, "emptyDir"), "sizeLimit", quantity_write(pod->arena, UNIT_BYTES, role->storage));
	}
	if (cluster->file_count) {
		volume = add_map(volumes);
		put_text(volume, "name", "config");
		put_text(put_map(volume, "configMap"), "name", cluster->config_object);
	}
}

static void put_pod(struct object *spec, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *template = put_map(spec, "template"), *metadata = put_map(template, "metadata"), *pod;

	put_labels(metadata, cluster, role);
	put_text(put_map(metadata, "annotations"), "clusterc/config-digest",
		 text_join(spec->arena, "sha256:", cluster->files_digest, NULL));
	pod = put_map(template, "spec");
	put_text(pod, "serviceAccountName", cluster->name);
	put_truth(pod, "automountServiceAccountToken", false);
	put_truth(pod, "enableServiceLinks", false);
	put_number(pod, "terminationGracePeriodSeconds", role->stop_grace);
	put_pod_security(pod, cluster);
	put_spread(pod, cluster, role);
	put_container(pod, cluster, role);
	put_volumes(pod, cluster, role);
}

static const char *comment_on(struct arena *arena, const struct cluster *cluster, const struct cluster_role *role)
{
	const char *cpu = quantity_write(arena, UNIT_CPU, role->cpu);
	const char *memory = quantity_write(arena, UNIT_BYTES, role->memory);

	if (role->kind == ROLE_HEAD)
		return text_format(arena, "The %s of %s, with cpu %s and memory %s; programs are submitted from here.", role->term,
				   cluster->framework->title, cpu, memory);
	return text_format(arena, "%lld %s%s of %s, %swith cpu %s and memory %s.", (long long)role->count, role->term,
			   role->count == 1 ? "" : "s", cluster->framework->title, role->count == 1 ? "" : "each ", cpu, memory);
}

void add_stateful_set(struct manifest *manifest, const struct cluster_role *role)
{
	const struct cluster *cluster = manifest->cluster;
	struct object *set = manifest_add(manifest, "apps/v1", "StatefulSet", role->object, role,
					  comment_on(manifest->arena, cluster, role));
	struct object *spec = put_map(set, "spec");

	put_text(spec, "serviceName", role->object);
	put_number(spec, "replicas", role->count);
	put_text(spec, "podManagementPolicy", "Parallel");
	put_selector(put_map(spec, "selector"), "matchLabels", cluster, role);
	put_pod(spec, cluster, role);
}
