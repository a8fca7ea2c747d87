/* package_rules: what only shows when the profile's packages meet the definition: whether any can be installed, and,
 * for Python's, what pip would refuse or take for something else. */
#include <string.h>

#include "cluster/packages.h"
#include "cluster/ruling.h"
#include "front/source.h"
#include "language/requirement.h"

/* A package that is asked for, and where. */
struct wanted_package {
	const char *text;
	struct span where;
	bool told; /* with pods that were looked at before: it is common to all of them */
};

/* The packages of one kind of pods, by their names, while they are looked at. */
struct package_search {
	const struct rules *rules;
	struct index names;
	bool told; /* what is looked at now was told of before, as it is common to all pods */
};

/* Whether two requirements say the same, blanks aside. */
static bool same_package(const char *one, const char *other)
{
	do {
		one += strspn(one, " \t");
		other += strspn(other, " \t");
	} while (*one == *other && *one++ && other++);
	return *one == *other;
}

/* The span is that of a whole entry or line. */
static void want_package(struct package_search *it, const char *text, struct span where)
{
	struct wanted_package *mine = NEW(it->rules->arena, struct wanted_package), *first;
	const char *help, *fault = requirement_fault(it->rules->arena, text, &help);

	*mine = (struct wanted_package){text, where, it->told};
	if (fault) {
		if (!it->told)
			diag(it->rules->diags, CODE_BAD_VALUE, where, help, "\"%s\" is no package that pip takes: %s",
			     text, fault);
		return;
	}
	first = index_add(&it->names, requirement_name(it->rules->arena, text), mine);
	if (first != mine && !same_package(first->text, text) && !(first->told && mine->told))
		diag(it->rules->diags, CODE_CONFLICTING_KEYS, where,
		     text_format(it->rules->arena, "leave one of them out; the other is in line %u of %s",
				 first->where.line, first->where.source->name),
		     "%s is asked for twice: as \"%s\" and as \"%s\"", requirement_name(it->rules->arena, text),
		     first->text, text);
}

static void want_list(struct package_search *it, const struct node *list)
{
	for (const struct node *item = list ? list->first : NULL; item; item = item->next)
		want_package(it, item->text, node_span(it->rules->document->source, item));
}

static void want_file(struct package_search *it, const struct cluster_package_file *file)
{
	struct requirement_line line;
	const char *help, *fault;
	size_t at = 0;

	while (requirement_next(it->rules->arena, file->source->bytes, &at, &line)) {
		struct span where = source_place(file->source, line.offset);

		if (*line.text != '-') {
			want_package(it, line.text, where);
			continue;
		}
		fault = requirement_option_fault(it->rules->arena, line.text, &help);
		if (fault && !it->told)
			diag(it->rules->diags, CODE_BAD_VALUE, where, help, "\"%s\": %s", line.text, fault);
	}
}

/* The file that goes by this path in the pods, if the role installs it, or NULL. */
static const struct cluster_package_file *file_of(const struct rules *it, const char *path)
{
	for (size_t i = 0; i < it->cluster->package_file_count; i++)
		if (!strcmp(it->cluster->package_files[i].path, path))
			return &it->cluster->package_files[i];
	return NULL;
}

/* What stands under `packages` in a block. The value is the list, or a map with one. */
static void want_block(struct package_search *it, const struct node *block)
{
	const struct node *value = block ? node_get(block, "packages") : NULL;

	if (value)
		want_list(it, value->kind == NODE_LIST ? value : node_get(value, "list"));
}

/* The files of a role are its first arguments, the common one before its own. */
static void want_role(const struct rules *it, const struct cluster_role *role, bool first)
{
	struct package_search search = {it, INDEX_IN(it->arena), false};
	const struct node *block = pod_rules_block(it, role);

	for (size_t i = 0; i + 1 < role->packages.count && !strcmp(role->packages.items[i], "-r"); i += 2) {
		const struct cluster_package_file *file = file_of(it, role->packages.items[i + 1]);

		search.told = !first && file->role == ROLE_NONE;
		want_file(&search, file);
	}
	search.told = !first;
	want_block(&search, it->document->root);
	search.told = false;
	want_block(&search, block);
}

/* Where the profile first asks for packages, or NULL. */
static const struct node *first_request(const struct rules *it)
{
	const struct node *found = node_get(it->document->root, "packages");

	for (size_t i = 0; i < it->cluster->role_count && !found; i++) {
		const struct node *block = pod_rules_block(it, &it->cluster->roles[i]);

		found = block ? node_get(block, "packages") : NULL;
	}
	return found;
}

/* A role that asks for packages and runs the default image. */
static bool uses_default_image(const struct rules *it)
{
	for (size_t i = 0; i < it->cluster->role_count; i++)
		if (it->cluster->roles[i].packages.count && it->cluster->roles[i].version)
			return true;
	return false;
}

static void packages_can_be_installed(const struct rules *it, const struct node *request)
{
	const struct framework *framework = it->cluster->framework;
	struct span where = node_key_span(it->document->source, request);

	if (!framework->packages)
		diag(it->diags, CODE_UNKNOWN_KEY, where, "leave it out, and build an image that has them: image: ...",
		     "the definition of %s doesn't say how packages are installed", framework->title);
	else if (framework->packages->lacks && uses_default_image(it))
		diag(it->diags, CODE_IMAGE_LACKS, where,
		     framework->build
			     ? text_format(it->arena,
					   "build %s, push it where the cluster can pull it, and name it: image: ...",
					   framework->build)
			     : "name an image that has it: image: ...",
		     "the default image %s lacks %s to install packages", framework->image, framework->packages->lacks);
}

void package_rules_check(const struct rules *it)
{
	const struct node *request = first_request(it);

	if (!request)
		return;
	packages_can_be_installed(it, request);
	for (size_t i = 0; i < it->cluster->role_count && packages_are_python(it->cluster->framework); i++)
		want_role(it, &it->cluster->roles[i], !i);
}
