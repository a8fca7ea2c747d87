/* packages: what is installed when a pod starts, beside what its image has. The definition says how; the profile says
 * what, for all pods and for each role. */
#include "cluster/packages.h"

#include <string.h>

#include "cluster/carried.h"
#include "cluster/expand.h"
#include "cluster/files.h"
#include "cluster/ruling.h"
#include "front/source.h"
#include "language/builtin.h"
#include "language/requirement.h"

/* The installer that a definition names instead of a program of its own. */
static const char python_installer[] = "pip";

bool packages_are_python(const struct framework *framework)
{
	return framework->packages && !strcmp(framework->packages->install, python_installer);
}

bool packages_supply(const struct framework *framework, enum role_kind role)
{
	const struct framework_role *defined = role_of_framework(framework, role);

	return framework->packages && !framework->packages->lacks && defined && defined->packages_count;
}

enum role_kind packages_only_role(const struct cluster *cluster)
{
	enum role_kind only = ROLE_NONE;

	for (size_t i = 0; i < cluster->role_count; i++) {
		const struct cluster_role *role = &cluster->roles[i];

		if (!role->packages.count)
			continue;
		if (only != ROLE_NONE && only != role->kind)
			return ROLE_NONE;
		only = role->kind;
	}
	return only;
}

struct collector {
	struct cluster *cluster;
	struct arena *arena;
	const struct carried *reader;
};

/* What one place of the profile asks for. */
struct asked {
	const char *from;
	const char *const *list;
	size_t count;
	const int64_t *storage;
	const struct node *node; /* of the key */
};

static struct asked asked_at(const char *const *list, size_t count, const struct profile_packages *map,
			     const struct node *block)
{
	struct asked asked = {.list = list, .count = count, .node = block ? node_get(block, "packages") : NULL};

	if (map) {
		asked.from = map->from;
		asked.list = map->list;
		asked.count = map->list_count;
		asked.storage = map->storage;
	}
	return asked;
}

/* The file as it will stand in the pods, `name` after "requirements" in its own name; NULL after a diagnostic. */
static const struct cluster_package_file *read_requirements(const struct collector *it, const struct asked *asked,
							    const char *name, enum role_kind kind)
{
	const struct node *from = node_get(asked->node, "from");
	const struct source *source = carried_source(it->reader, node_span(it->reader->document->source, from),
						     asked->from, "the path is relative to the profile's directory");
	struct cluster_package_file *file = &it->cluster->package_files[it->cluster->package_file_count];

	if (!source)
		return NULL;
	it->cluster->package_file_count++;
	*file = (struct cluster_package_file){
		.path = text_join(it->arena, PROCESS_PATH "requirements", name, ".txt", NULL),
		.source = source,
		.from = from,
		.role = kind,
	};
	return file;
}

static void add_package_file(const struct collector *it, struct cluster_role *role,
			     const struct cluster_package_file *file)
{
	if (!file)
		return;
	texts_add(it->arena, &role->packages, "-r");
	texts_add(it->arena, &role->packages, file->path);
}

static void add_packages(const struct collector *it, struct cluster_role *role, const struct asked *asked)
{
	for (size_t i = 0; i < asked->count; i++)
		texts_add(it->arena, &role->packages, asked->list[i]);
}

/* By what a package is the same as another. */
static const char *package_name(const struct collector *it, const char *package)
{
	return packages_are_python(it->cluster->framework) ? requirement_name(it->arena, package) : package;
}

/* Whether the profile asks for the package itself, in any version. */
static bool is_asked_for(const struct collector *it, const struct cluster_role *role, const char *package)
{
	const char *name = package_name(it, package);

	for (size_t i = 0; i < role->packages.count; i++)
		if (!strcmp(package_name(it, role->packages.items[i]), name))
			return true;
	return false;
}

/* What the default image lacks for the role. An image of the profile's own may have it. */
static void supply_what_lacks(const struct collector *it, struct cluster_role *role)
{
	const struct framework_role *defined = role_of_framework(it->cluster->framework, role->kind);

	if (!role->version || !defined->packages_count)
		return;
	role->supplied = defined->lacks;
	for (size_t i = 0; i < defined->packages_count; i++)
		if (!is_asked_for(it, role, defined->packages[i]))
			texts_add(it->arena, &role->packages, defined->packages[i]);
}

static void decide_packages_of_role(const struct collector *it, struct cluster_role *role, const struct asked *common,
				    const struct cluster_package_file *common_file)
{
	const struct profile_role *wish = &role->wish;
	const struct node *block = pod_rules_block(&(struct rules){.document = it->reader->document}, role);
	const struct asked own = asked_at(wish->packages, wish->packages_count, wish->packages_map, block);
	const char *name = text_join(it->arena, "-", role->component, NULL);

	add_package_file(it, role, common_file);
	if (own.from)
		add_package_file(it, role, read_requirements(it, &own, name, role->kind));
	add_packages(it, role, common);
	add_packages(it, role, &own);
	supply_what_lacks(it, role);
	if (!role->packages.count)
		return;
	role->packages_room = cluster_number_or(
		own.storage, cluster_number_or(common->storage, *it->cluster->framework->packages->storage));
	role->disk += role->packages_room;
}

/* What the site says of indices, as variables of the installer. */
static void add_index_variables(struct cluster *cluster, struct arena *arena, const struct site_packages *site)
{
	const struct pair all[] = {
		{"PACKAGES_INDEX", site->index, false},
		{"PACKAGES_EXTRA_INDEX", text_list(arena, site->extraIndex, site->extraIndex_count, " "), false},
		{"PACKAGES_TRUSTED_HOST", text_list(arena, site->trustedHost, site->trustedHost_count, " "), false},
		{"PACKAGES_PROXY", site->proxy, false},
	};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (all[i].value && *all[i].value)
			pairs_add(arena, &cluster->packages.variables, all[i].name, all[i].value);
}

static void decide_installer(struct cluster *cluster, struct arena *arena)
{
	const struct framework_packages *defined = cluster->framework->packages;

	cluster->packages.path = defined->path;
	cluster->packages.commands = defined->commands;
	cluster->packages.python = packages_are_python(cluster->framework);
	cluster->packages.script =
		cluster->packages.python ? builtin_install_pip : expand_decided(arena, cluster, NULL, defined->install);
	pairs_add(arena, &cluster->packages.variables, "PACKAGES", defined->path);
	if (cluster->site && cluster->site->packages)
		add_index_variables(cluster, arena, cluster->site->packages);
}

void packages_decide(struct cluster *cluster, struct arena *arena, struct diags *diags, const struct document *document,
		     const char *directory)
{
	const struct carried reader = {arena, diags, document, directory};
	const struct collector it = {cluster, arena, &reader};
	const struct profile *profile = cluster->profile;
	const struct asked common =
		asked_at(profile->packages, profile->packages_count, profile->packages_map, document->root);
	const struct cluster_package_file *common_file;

	if (!cluster->framework->packages)
		return;
	cluster->package_files = NEW_ARRAY(arena, struct cluster_package_file, cluster->role_count + 1);
	common_file = common.from ? read_requirements(&it, &common, "", ROLE_NONE) : NULL;
	for (size_t i = 0; i < cluster->role_count; i++)
		decide_packages_of_role(&it, &cluster->roles[i], &common, common_file);
	decide_installer(cluster, arena);
}

void packages_add_env(const struct cluster *cluster, struct arena *arena, struct cluster_role *role)
{
	const struct framework_packages *defined = cluster->framework->packages;

	for (size_t i = 0; role->packages.count && i < defined->env_count; i++) {
		const char *name = defined->env[i].name, *value = expand(arena, cluster, role, defined->env[i].value);
		const char *before = pairs_find(role->env.items, role->env.count, name);

		pairs_set(arena, &role->env, name,
			  before && *before ? text_join(arena, value, ":", before, NULL) : value);
	}
}
