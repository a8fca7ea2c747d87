/* workload: StatefulSets and the pods they make.
 *
 * Pods meet the Pod Security Standard "restricted" (kubernetes.io, Pod Security Standards):
 * a numeric user that isn't root, no more privileges, no capabilities, the runtime's default
 * seccomp profile. Their root file system is read-only on top of that. */
#include "kube/workload.h"

#include "base/quantity.h"
#include "kube/volumes.h"

/* --- The container --------------------------------------------------------------------------- */

static void put_field(struct object *env, const char *name, const char *path)
{
	struct object *variable = add_map(env);

	put_text(variable, "name", name);
	put_text(put_map(put_map(variable, "valueFrom"), "fieldRef"), "fieldPath", path);
}

/* Not optional: without its Secret a pod waits, and never runs open to everybody. */
static void put_token(struct object *env, const struct cluster_secret *secret)
{
	struct object *variable = add_map(env), *reference;

	put_text(variable, "name", secret->env);
	reference = put_map(put_map(variable, "valueFrom"), "secretKeyRef");
	put_text(reference, "name", secret->object);
	put_text(reference, "key", "token");
}

/* What only the pod knows comes first: later values may speak of it as $(POD_IP). */
static void put_env(struct object *container, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *env = put_list(container, "env");

	put_field(env, "POD_NAME", "metadata.name");
	put_field(env, "POD_IP", "status.podIP");
	for (size_t i = 0; i < cluster->secret_count; i++)
		if (cluster->secrets[i].env && cluster->secrets[i].roles[role->kind])
			put_token(env, &cluster->secrets[i]);
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
	if (role->gpu.count)
		put_text(amounts, role->gpu.resource, text_format(resources->arena, "%lld", (long long)role->gpu.count));
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

static void put_container(struct object *pod, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *container = add_map(put_list(pod, "containers"));

	put_text(container, "name", role->component);
	put_text(container, "image", cluster->image);
	put_text(container, "imagePullPolicy", cluster->pull_policy);
	put_texts(container, "command", &role->command);
	put_texts(container, "args", &role->args);
	put_text(container, "workingDir", cluster->home);
	put_env(container, cluster, role);
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

/* Nodes with GPUs keep other pods away by a taint called like the resource; what a pod without
 * GPUs can't have is a reason to be on one. The product is a label that NVIDIA's GPU feature
 * discovery, and others like it, put on nodes. */
static void put_gpu_nodes(struct object *pod, const struct cluster_role *role)
{
	struct object *toleration;

	if (!role->gpu.count)
		return;
	if (role->gpu.product)
		put_text(put_map(pod, "nodeSelector"), text_join(pod->arena, role->gpu.resource, ".product", NULL), role->gpu.product);
	toleration = add_map(put_list(pod, "tolerations"));
	put_text(toleration, "key", role->gpu.resource);
	put_text(toleration, "operator", "Exists");
	put_text(toleration, "effect", "NoSchedule");
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

static void put_pod(struct object *spec, const struct cluster *cluster, const struct cluster_role *role)
{
	struct object *template = put_map(spec, "template"), *metadata = put_map(template, "metadata"), *pod;

	put_labels(metadata, cluster, role);
	put_text(put_map(metadata, "annotations"), "clusterc/config-digest",
		 text_join(spec->arena, "sha256:", role->files_digest, NULL));
	pod = put_map(template, "spec");
	put_text(pod, "serviceAccountName", cluster->name);
	put_truth(pod, "automountServiceAccountToken", false);
	put_truth(pod, "enableServiceLinks", false);
	put_number(pod, "terminationGracePeriodSeconds", role->stop_grace);
	put_pod_security(pod, cluster);
	put_gpu_nodes(pod, role);
	put_spread(pod, cluster, role);
	put_container(pod, cluster, role);
	put_volumes(pod, cluster, role);
}

static const char *comment_on(struct arena *arena, const struct cluster *cluster, const struct cluster_role *role)
{
	const char *cpu = quantity_write(arena, UNIT_CPU, role->cpu);
	const char *memory = quantity_write(arena, UNIT_BYTES, role->memory), *gpus = "";

	if (role->kind == ROLE_NOTEBOOK)
		return text_format(arena, "The %s, with cpu %s and memory %s; its programs run on the cluster.", role->term, cpu, memory);
	if (role->kind == ROLE_HEAD)
		return text_format(arena, "The %s of %s, with cpu %s and memory %s; programs are submitted from here.", role->term,
				   cluster->framework->title, cpu, memory);
	if (role->gpu.count)
		gpus = text_format(arena, ", and %s %lld", role->gpu.resource, (long long)role->gpu.count);
	return text_format(arena, "%lld %s%s of %s, %swith cpu %s and memory %s%s.", (long long)role->count, role->term,
			   role->count == 1 ? "" : "s", cluster->framework->title, role->count == 1 ? "" : "each ", cpu, memory, gpus);
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
