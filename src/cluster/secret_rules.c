/* secret_rules: secrets that stand in the profile, and would stand in the manifest. language/secrets.c has the tables
 * of what looks like one. */
#include <string.h>

#include "cluster/ruling.h"
#include "language/secrets.h"

/* The rules, and what the profile says is none. */
struct secret_search {
	const struct rules *rules;
	struct index excepted;
};

/* Where in the profile it is, what it is called in notSecret, and the way that a secret takes instead: NULL for that of
 * a variable. */
struct suspect {
	const struct secret_search *search;
	struct span where;
	const char *name, *help;
};

static const char by_file[] =
	"put the file into a Secret (kubectl create secret generic NAME --from-file=...), and write "
	"volumes: [{name: NAME, path: DIRECTORY, secret: NAME}]";
static const char by_setting[] =
	"leave it out, and hand it over as a variable (envFrom: [{secret: NAME}]) or as a file "
	"(volumes: [{name: NAME, path: DIRECTORY, secret: NAME}])";

static const char *help_of(const struct suspect *it)
{
	return it->help ? it->help
			: SAY(it->search,
			      "kubectl create secret generic NAME --from-literal=%s=..., and write envFrom: "
			      "[{secret: NAME}] under head, worker, notebook or a group",
			      it->name);
}

/* `text` is how the message goes on behind the name. */
static void tell_secret(const struct suspect *it, const char *text)
{
	if (!index_find(&it->search->excepted, it->name))
		diag(it->search->rules->diags, CODE_LITERAL_SECRET, it->where,
		     SAY(it->search, "%s; if it isn't one: notSecret: [%s]", help_of(it), it->name), "%s %s", it->name,
		     text);
}

/* One value that goes by a name. */
static void judge_value(const struct suspect *it, const char *value)
{
	const char *what = secret_in_text(value);

	if (what)
		tell_secret(it,
			    SAY(it->search, "contains %s, and everybody who reads the manifest would read it", what));
	else if (secret_is_named(it->search->rules->arena, it->name, value))
		tell_secret(it, "looks like a secret by its name, and everybody who reads the manifest would read it");
}

/* Told of at their names. */
static void search_variables(const struct secret_search *it, const struct node *map, const struct pair *pairs,
			     size_t count)
{
	const struct node *entry = map ? map->first : NULL;

	for (size_t i = 0; i < count && entry; i++, entry = entry->next)
		judge_value(&(struct suspect){it, node_span(it->rules->document->source, node_get(entry, "name")),
					      pairs[i].name, NULL},
			    pairs[i].value);
}

/* Whether the definition says the very same: what stands there for everybody to read is none, and `resolve` repeats
 * it. */
static bool is_defined(const struct framework_config *config, const struct pair *setting)
{
	const char *defined = pairs_find(config->values, config->values_count, setting->name);

	return defined && !strcmp(defined, setting->value);
}

/* Settings become a file or variables. */
static void search_config(const struct secret_search *it)
{
	const struct framework_config *config = it->rules->cluster->framework->config;
	const struct profile *profile = it->rules->profile;
	const struct node *map = node_get(it->rules->document->root, "config"), *entry = map ? map->first : NULL;

	for (size_t i = 0; config && i < profile->config_count && entry; i++, entry = entry->next)
		if (!is_defined(config, &profile->config[i]))
			judge_value(&(struct suspect){it,
						      node_span(it->rules->document->source, node_get(entry, "name")),
						      profile->config[i].name,
						      *config->format == CONFIG_ENV ? NULL : by_setting},
				    profile->config[i].value);
}

static void search_files(const struct secret_search *it)
{
	const struct rules *rules = it->rules;
	const struct cluster_file *files = cluster_own_files(rules->cluster);
	const struct node *list = node_get(rules->document->root, "files"), *entry = list ? list->first : NULL;

	for (size_t i = 0; i < rules->profile->files_count && entry; i++, entry = entry->next) {
		const struct suspect file = {it, node_span(rules->document->source, node_get(entry, "path")),
					     files[i].path, by_file};
		const char *what = secret_in_text(files[i].content),
			   *name = what ? NULL : secret_in_settings(rules->arena, files[i].path, files[i].content);

		if (what || name)
			tell_secret(&file, SAY(it, "contains %s, and everybody who reads the manifest would read it",
					       what ? what : SAY(it, "the secret %s", name)));
	}
}

/* --- Packages --------------------------------------------------------------------------------------------- */

static const char by_index[] =
	"kubectl create secret generic NAME --from-literal=PIP_INDEX_URL=..., and write envFrom: [{secret: NAME}] "
	"under head, worker, notebook or a group";

static void search_package(const struct secret_search *it, const struct node *node, const char *text)
{
	const char *what = secret_in_text(text);

	if (what)
		tell_secret(&(struct suspect){it, node_span(it->rules->document->source, node), "packages", by_index},
			    SAY(it, "contains %s, and everybody who reads the manifest would read it", what));
}

/* An address may have a password in it. Packages' names say nothing: there is one called tokenizers. */
static void search_packages(const struct secret_search *it, const struct node *block)
{
	const struct node *value = block ? node_get(block, "packages") : NULL, *list = value;

	if (value && value->kind == NODE_MAP)
		list = node_get(value, "list");
	for (const struct node *item = list ? list->first : NULL; item; item = item->next)
		search_package(it, item, item->text);
}

static void search_package_files(const struct secret_search *it)
{
	const struct cluster *cluster = it->rules->cluster;

	for (size_t i = 0; i < cluster->package_file_count; i++)
		search_package(it, cluster->package_files[i].from, cluster->package_files[i].source->bytes);
}

/* --- Commands and arguments ----------------------------------------------------------------------------- */

/* The name of an option or a variable in --NAME=VALUE, -DNAME=VALUE or NAME=VALUE; NULL where it isn't one. */
static const char *named_by(struct arena *arena, const char *word)
{
	size_t size = strcspn(word, "= \t\n");

	return size && word[size] == '=' ? text_copy(arena, word, size) : NULL;
}

/* The key that the word stands under names what has no name of its own. */
static void search_words(const struct secret_search *it, const struct node *block, const char *key,
			 const char *const *words, size_t count)
{
	const struct node *list = block ? node_get(block, key) : NULL, *item = list ? list->first : NULL;

	for (size_t i = 0; i < count && item; i++, item = item->next) {
		const char *name = named_by(it->rules->arena, words[i]),
			   *value = name ? words[i] + strlen(name) + 1 : words[i];

		/* --password VALUE */
		if (!name && i && !strncmp(words[i - 1], "--", 2) && !strchr(words[i - 1], '=') && *words[i] != '-')
			name = words[i - 1];
		judge_value(&(struct suspect){it, node_span(it->rules->document->source, item), name ? name : key,
					      by_setting},
			    value);
	}
}

static void search_role(const struct secret_search *it, const struct cluster_role *role)
{
	const struct profile_role *wish = &role->wish;
	const struct node *block = pod_rules_block(it->rules, role);

	if (!block)
		return;
	search_variables(it, node_get(block, "env"), wish->env, wish->env_count);
	search_words(it, block, "command", wish->command, wish->command_count);
	search_words(it, block, "args", wish->args, wish->args_count);
	search_packages(it, block);
}

void secret_rules_check(const struct rules *it)
{
	struct secret_search search = {it, INDEX_IN(it->arena)};

	for (size_t i = 0; i < it->profile->notSecret_count; i++)
		index_add(&search.excepted, it->profile->notSecret[i], it->profile->notSecret[i]);
	search_variables(&search, node_get(it->document->root, "env"), it->profile->env, it->profile->env_count);
	search_config(&search);
	if (it->profile->job)
		search_words(&search, node_get(it->document->root, "job"), "args", it->profile->job->args,
			     it->profile->job->args_count);
	search_files(&search);
	search_packages(&search, it->document->root);
	search_package_files(&search);
	for (size_t i = 0; i < it->cluster->role_count; i++)
		search_role(&search, &it->cluster->roles[i]);
}
