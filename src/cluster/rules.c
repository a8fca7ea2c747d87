/* rules: what only shows when everything is put together. One function a rule; the table at
 * the end lists them. */
#include "cluster/rules.h"

#include <string.h>

#include "base/quantity.h"
#include "cluster/mounts.h"
#include "cluster/packages.h"
#include "cluster/ruling.h"

/* Every name that is derived from the cluster's fits its own limit. The pods of a workload get
 * a label with its name, '-' and a hash of up to 10 characters (controller-revision-hash),
 * and labels end at 63. */
static void names_fit(const struct rules *it)
{
	enum { LABEL_MOST = 63, REVISION = 11 };
	size_t longest = 0;
	const struct cluster_role *role = NULL;

	for (size_t i = 0; i < it->cluster->role_count; i++)
		if (strlen(it->cluster->roles[i].object) > longest) {
			role = &it->cluster->roles[i];
			longest = strlen(role->object);
		}
	if (longest + REVISION > LABEL_MOST)
		diag(it->diags, CODE_NAME_TOO_LONG, AT(it, "name"),
		     text_format(it->arena, "shorten it to %zu characters",
				 strlen(it->cluster->name) - (longest + REVISION - LABEL_MOST)),
		     "the workload '%s' would have %zu characters, %zu more than the %d its pods' labels leave it",
		     role->object, longest, longest + REVISION - LABEL_MOST, LABEL_MOST - REVISION);
}

/* The service account that a cluster makes has its name, and Kubernetes makes one called 'default' in each namespace.
 */
static void name_is_own(const struct rules *it)
{
	if (!strcmp(it->cluster->name, "default") && !it->profile->serviceAccount)
		diag(it->diags, CODE_RESERVED_NAME, AT(it, "name"),
		     "choose another name, or say serviceAccount: default",
		     "each namespace has a service account 'default' already, and the cluster would make one of that "
		     "name");
}

static void namespace_is_own(const struct rules *it)
{
	const char *name = it->cluster->name_space;
	struct span where;

	if (!name)
		return;
	where = it->profile->namespace
			? AT(it, "namespace")
			: node_span(it->site->source, node_find(it->site->root, "defaults", "namespace", NULL));
	if (!strncmp(name, "kube-", 5))
		diag(it->diags, CODE_RESERVED_NAMESPACE, where, "name your own namespace, or leave the key out",
		     "'%s' belongs to Kubernetes itself", name);
	else if (!strcmp(name, "default"))
		diag(it->diags, CODE_DEFAULT_NAMESPACE, where,
		     "name your own namespace, or leave the key out to take kubectl's", "the namespace is 'default'");
}

/* Where it isn't said, the same files are for any namespace, and full names can't stand in them. */
static void full_hosts_are_known(const struct rules *it)
{
	if (it->cluster->has_full_hosts && !it->cluster->name_space)
		diag(it->diags, CODE_CONFLICTING_KEYS, AT(it, "framework"), "add the key: namespace: NAME",
		     "the definition of %s has full host names in it, and the namespace is a part of these",
		     it->cluster->framework->title);
}

/* --- Ports ---------------------------------------------------------------------------------- */

static bool in_profile(const struct rules *it, const char *name)
{
	const struct node *ports = node_get(it->document->root, "ports");

	return ports && node_named(ports, name);
}

/* Where the other one of two clashing ports stands, in words. */
static const char *other_place(const struct rules *it, const char *name)
{
	if (in_profile(it, name))
		return text_format(it->arena, "port '%s' in line %u has it; give one of them another number", name,
				   AT(it, "ports", name, "port").line);
	return text_format(it->arena, "the framework's port '%s' has it; move that one too, or take another number",
			   name);
}

/* Where an entry of the list was bad, not all of it is known. */
static bool is_pruned(const struct node *list)
{
	bool pruned = list->pruned;

	for (const struct node *item = list->first; item; item = item->next)
		pruned = pruned || item->pruned;
	return pruned;
}

/* Which of two clashing ports to tell of: the one the profile names, or names last. */
static bool tells_of_first(const struct rules *it, const char *first, const char *second)
{
	if (!in_profile(it, first) || !in_profile(it, second))
		return in_profile(it, first);
	return AT(it, "ports", first, "port").line >= AT(it, "ports", second, "port").line;
}

static void tell_clash(const struct rules *it, const struct cluster_port *port, const struct cluster_port *other)
{
	bool first = tells_of_first(it, port->name, other->name);

	diag(it->diags, CODE_PORT_CLASH, AT(it, "ports", first ? port->name : other->name, "port"),
	     other_place(it, first ? other->name : port->name), "the %s would listen twice on port %lld",
	     cluster_role_of(it->cluster, port->role)->term, (long long)port->number);
}

/* What no two ports may have in common. */
static const char *place_of(const struct rules *it, const struct cluster_port *port)
{
	return text_format(it->arena, "%d %lld %d", (int)port->role, (long long)port->number, (int)port->protocol);
}

static void ports_differ(const struct rules *it)
{
	const struct node *ports = node_get(it->document->root, "ports");
	struct index places = INDEX_IN(it->arena);

	if (!ports || is_pruned(ports))
		return;
	for (size_t i = 0; i < it->cluster->port_count; i++) {
		const struct cluster_port *port = &it->cluster->ports[i], *first;

		if (!cluster_role_of(it->cluster, port->role))
			continue;
		first = index_add(&places, place_of(it, port), port);
		if (first != port)
			tell_clash(it, port, first);
	}
}

static bool range_has(const struct framework_range *range, const struct cluster_port *port)
{
	bool concerns = !range->roles_count;

	if (port->number < *range->first || *range->last < port->number || port->protocol != PROTOCOL_TCP)
		return false;
	for (size_t i = 0; i < range->roles_count; i++)
		concerns = concerns || role_named(range->roles[i]) == port->role;
	return concerns;
}

static void tell_reserved(const struct rules *it, const struct cluster_port *port, const struct framework_range *range)
{
	diag(it->diags, CODE_RESERVED_PORT, AT(it, "ports", port->name, "port"),
	     text_format(it->arena, "write a number below %lld or above %lld", (long long)*range->first,
			 (long long)*range->last),
	     "'%s' can't be port %lld: %s keeps %lld to %lld for %s", port->name, (long long)port->number,
	     it->cluster->framework->title, (long long)*range->first, (long long)*range->last, range->use);
}

/* What a definition keeps for itself its own ports don't take: that is checked where it is read. */
static void ports_are_free(const struct rules *it)
{
	const struct framework *framework = it->cluster->framework;

	for (size_t i = 0; i < it->profile->ports_count; i++) {
		const struct cluster_port *port = index_find(&it->cluster->port_index, it->profile->ports[i].name);

		for (size_t r = 0; r < framework->reservedPorts_count; r++)
			if (range_has(&framework->reservedPorts[r], port))
				tell_reserved(it, port, &framework->reservedPorts[r]);
	}
}

static const char *framework_port_name(const void *framework, size_t i)
{
	const struct framework *its = framework;

	return i < its->ports_count ? its->ports[i].name : NULL;
}

/* A name of the framework's moves that port, and any other is a new one. A digit at its end is no slip. */
static void port_names_are_meant(const struct rules *it)
{
	for (size_t i = 0; i < it->profile->ports_count; i++) {
		const char *name = it->profile->ports[i].name, *near;
		const struct cluster_port *port = index_find(&it->cluster->port_index, name);

		if (port->defined || strchr("0123456789", name[strlen(name) - 1]))
			continue;
		near = text_nearest(name, framework_port_name, it->cluster->framework);
		if (near && !in_profile(it, near))
			diag(it->diags, CODE_SIMILAR_PORT, AT(it, "ports", name, "name"),
			     text_format(it->arena, "did you mean %s? That port stays where it is", near),
			     "'%s' is no port of %s: it is added to the head", name, it->cluster->framework->title);
	}
}

/* --- Maps ---------------------------------------------------------------------------------------- */

/* The place of a name in a map of the profile, or of the site it comes from. */
static struct span value_place(const struct rules *it, const char *map, const char *name)
{
	const struct node *own = node_find(it->document->root, map, name, "name", NULL);

	if (own->kind == NODE_TEXT && !strcmp(own->text, name))
		return node_span(it->document->source, own);
	return it->site ? node_span(it->site->source, node_find(it->site->root, "defaults", map, name, "name", NULL))
			: AT(it, "name");
}

/* Why a key of labels or annotations isn't the profile's to set, or NULL. With the labels of a job's pods the API
 * server refuses the job (k8s.io/kubernetes, pkg/apis/batch/validation); the others are written over, or loosen what
 * the pods are confined by. A key that ends with '/' stands for all with that prefix. */
static const char *reserved_because(const char *key)
{
	static const char ours[] = "is set by the compiler", theirs[] = "is set by Kubernetes",
			  confines[] = "says what confines the pods, which the compiler does";
	static const struct {
		const char *key, *why;
	} reserved[] = {
		{"app.kubernetes.io/name", ours},
		{"app.kubernetes.io/instance", ours},
		{"app.kubernetes.io/version", ours},
		{"app.kubernetes.io/component", ours},
		{"app.kubernetes.io/managed-by", ours},
		{"kueue.x-k8s.io/queue-name", ours},
		{"kueue.x-k8s.io/max-exec-time-seconds", ours},
		{"kueue.x-k8s.io/managed", ours},
		{"kueue.x-k8s.io/pod-suspending-parent", ours},
		{"kueue.x-k8s.io/retriable-in-group", ours},
		{"kueue.x-k8s.io/pod-group-name", ours},
		{"kueue.x-k8s.io/pod-group-total-count", ours},
		{"clusterc/", ours},
		{"job-name", theirs},
		{"controller-uid", theirs},
		{"batch.kubernetes.io/", theirs},
		{"controller-revision-hash", theirs},
		{"statefulset.kubernetes.io/pod-name", theirs},
		{"apps.kubernetes.io/pod-index", theirs},
		{"container.apparmor.security.beta.kubernetes.io/", confines},
		{"container.seccomp.security.alpha.kubernetes.io/", confines},
		{"seccomp.security.alpha.kubernetes.io/", confines},
	};

	for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++) {
		size_t size = strlen(reserved[i].key);
		bool prefix = reserved[i].key[size - 1] == '/';

		if (prefix ? !strncmp(key, reserved[i].key, size) : !strcmp(key, reserved[i].key))
			return reserved[i].why;
	}
	return NULL;
}

static void refuse_reserved(const struct rules *it, const char *map, const struct pair *pairs, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *why = reserved_because(pairs[i].name);

		if (why)
			diag(it->diags, CODE_RESERVED_LABEL, value_place(it, map, pairs[i].name), "leave it out",
			     "%s %s", pairs[i].name, why);
	}
}

static void labels_are_own(const struct rules *it)
{
	const struct profile *profile = it->cluster->profile;

	refuse_reserved(it, "labels", profile->labels, profile->labels_count);
	refuse_reserved(it, "annotations", profile->annotations, profile->annotations_count);
}

/* Kubernetes counts names and values (k8s.io/apimachinery, TotalAnnotationSizeLimitB: 256 KiB). */
static void annotations_fit(const struct rules *it)
{
	enum { ANNOTATIONS_MOST = 252 * 1024 };
	const struct pairs *all = &it->cluster->annotations;
	size_t size = 0;

	for (size_t i = 0; i < all->count; i++)
		size += strlen(all->items[i].name) + strlen(all->items[i].value);
	if (size > ANNOTATIONS_MOST)
		diag(it->diags, CODE_ANNOTATIONS_TOO_LARGE, AT_KEY(it, "annotations"),
		     "put large texts into files, or leave them out",
		     "the annotations have %zu bytes, and %d is the most", size, ANNOTATIONS_MOST);
}

/* --- The cluster as a whole ------------------------------------------------------------------------ */

static void notebook_is_there(const struct rules *it)
{
	const struct framework *framework = it->cluster->framework;

	if (!it->profile->notebook)
		return;
	if (!framework->notebook)
		diag(it->diags, CODE_NO_NOTEBOOK, AT_KEY(it, "notebook"),
		     "leave it out, and submit programs from your own machine", "%s has no notebook", framework->title);
	else if (framework->notebook->lacks && !it->profile->image && !it->profile->notebook->image &&
		 !packages_supply(framework, ROLE_NOTEBOOK))
		diag(it->diags, CODE_IMAGE_LACKS, AT_KEY(it, "notebook"),
		     framework->build
			     ? text_format(it->arena,
					   "build %s, push it where the cluster can pull it, and name it: image: ...",
					   framework->build)
			     : "name an image that has it: image: ...",
		     "the default image %s lacks %s", framework->image, framework->notebook->lacks);
}

static void idleness_is_told(const struct rules *it)
{
	if (it->profile->idle && !it->cluster->framework->idle)
		diag(it->diags, CODE_NO_IDLE, AT(it, "idle"), "use lifetime, which ends any cluster",
		     "the definition of %s doesn't say how it is told that there is no work",
		     it->cluster->framework->title);
}

static void idleness_comes_first(const struct rules *it)
{
	const struct cluster *cluster = it->cluster;

	if (it->profile->idle && cluster->lifetime && cluster->idle >= cluster->lifetime)
		diag(it->diags, CODE_IDLE_UNUSED, AT(it, "idle"),
		     "write less than the lifetime, or leave one of them out",
		     "the cluster ends after %s, before it can have been idle for %s",
		     quantity_write(it->arena, UNIT_SECONDS, cluster->lifetime),
		     quantity_write(it->arena, UNIT_SECONDS, cluster->idle));
}

/* Where the site wants it so, nothing can be done about it. */
static void queue_admits_all_at_once(const struct rules *it)
{
	const struct cluster *cluster = it->cluster;

	if (cluster->queueing == QUEUEING_WORKLOADS && cluster->maker_count > 1 && !cluster_ends(cluster) &&
	    !site_queues_workloads(cluster->site))
		diag(it->diags, CODE_QUEUED_APART, AT_KEY(it, "queue"),
		     "lifetime: 8h  # whatever ends by itself is admitted as a whole",
		     "the queue %s admits the %s and the %ss one by one, as the cluster never ends by itself",
		     cluster->queue, cluster->roles[ROLE_HEAD].term, cluster->roles[ROLE_WORKER].term);
}

/* One worker is enough to try things; many are for work that needs them. */
static void workers_are_few(const struct rules *it)
{
	enum { FEW = 4 };
	int64_t count = cluster_workers(it->cluster);

	if (count > FEW)
		diag(it->diags, CODE_MANY_WORKERS, AT(it, "worker", "count"),
		     "fewer do for trying things out; -Wno-many-workers if it has to be",
		     "the cluster has %lld workers", (long long)count);
}

/* The paths where the framework mounts something, in any pods. */
static struct index framework_mounts(const struct rules *it)
{
	struct index mounts = INDEX_IN(it->arena);

	for (size_t i = 0; i < it->cluster->role_count; i++)
		mounts_add(&mounts, &it->cluster->roles[i], MOUNT_FRAMEWORK);
	return mounts;
}

/* A file says once what is in it; of an entry that a bad key was taken out of not all is known. */
static void file_has_content(const struct rules *it, const struct profile_file *file, const struct node *entry,
			     struct span where)
{
	if (!file->content == !file->from && !entry->pruned)
		diag(it->diags, CODE_CONFLICTING_KEYS, where, "write content or from",
		     file->from ? "a file has its content here or from elsewhere, not both"
				: "the file's content isn't said");
}

/* Files of the profile stand where nothing else is. */
static void files_differ(const struct rules *it)
{
	const struct node *files = node_get(it->document->root, "files"), *entry = files ? files->first : NULL;
	struct index framework, own = INDEX_IN(it->arena);

	if (!entry)
		return;
	framework = framework_mounts(it);
	for (size_t i = 0; i < it->profile->files_count; i++, entry = entry->next) {
		const struct profile_file *file = &it->profile->files[i];
		struct span where = node_span(it->document->source, node_get(entry, "path"));
		const char *there = index_find(&framework, file->path), *fault = mounts_fault(file->path);

		file_has_content(it, file, entry, where);
		if (index_add(&own, file->path, file) != file)
			diag(it->diags, CODE_MOUNT_CLASH, where, "choose another path",
			     "another file has the path %s already", file->path);
		if (there)
			diag(it->diags, CODE_MOUNT_CLASH, where, "choose another path", "%s is mounted at %s already",
			     there, file->path);
		else if (fault)
			diag(it->diags, CODE_MOUNT_CLASH, where, "choose another path",
			     "nothing can be mounted at %s: %s", file->path, fault);
	}
}

/* Linux reads a script's first line as bytes: #! at its very beginning, and the interpreter's name up to the line
 * feed (execve(2)). */
static void script_can_start(const struct rules *it, const struct cluster_file *file, struct span where)
{
	const char *mark = "\xef\xbb\xbf", *text = file->content;
	bool marked = !strncmp(text, mark, strlen(mark));
	size_t line;

	text += marked ? strlen(mark) : 0;
	line = strcspn(text, "\n");
	if (strncmp(text, "#!", 2) != 0)
		return;
	if (marked)
		diag(it->diags, CODE_BAD_INTERPRETER, where, "save it without a byte order mark",
		     "a byte order mark stands before the #! of %s: it can't be run", file->path);
	else if (text[line - 1] == '\r')
		diag(it->diags, CODE_BAD_INTERPRETER, where, "save it with line ends of Unix: sed -i 's/\\r$//' FILE",
		     "the first line of %s ends with a carriage return: its interpreter isn't found", file->path);
}

static void scripts_can_start(const struct rules *it)
{
	const struct cluster_file *files = cluster_own_files(it->cluster);
	const struct node *list = node_get(it->document->root, "files"), *entry = list ? list->first : NULL;

	for (size_t i = 0; i < it->profile->files_count; i++, entry = entry->next)
		script_can_start(it, &files[i], node_span(it->document->source, node_get(entry, "path")));
}

static void (*const all_rules[])(const struct rules *) = {
	names_fit,
	name_is_own,
	namespace_is_own,
	full_hosts_are_known,
	ports_differ,
	ports_are_free,
	port_names_are_meant,
	labels_are_own,
	annotations_fit,
	setting_rules_check,
	notebook_is_there,
	idleness_is_told,
	idleness_comes_first,
	queue_admits_all_at_once,
	workers_are_few,
	code_rules_check,
	job_rules_check,
	gpu_rules_check,
	network_rules_check,
	files_differ,
	scripts_can_start,
	package_rules_check,
	secret_rules_check,
	pod_rules_check,
	site_rules_check,
};

void rules_check(struct arena *arena, struct diags *diags, const struct cluster *cluster,
		 const struct document *profile, const struct document *site)
{
	struct rules it = {arena, diags, cluster, profile, profile->bound, site};

	for (size_t i = 0; i < sizeof all_rules / sizeof *all_rules; i++)
		all_rules[i](&it);
}
