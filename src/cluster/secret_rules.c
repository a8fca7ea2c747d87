/* secret_rules: secrets that stand in the profile, and would stand in the manifest. language/secrets.c has the tables
 * of what looks like one. */
#include <string.h>

#include "cluster/ruling.h"
#include "language/secrets.h"

/* Where in the profile it is, and the way that a secret takes instead. */
struct suspect {
	const struct rules *rules;
	struct span where;
	const char *name; /* as it is called in notSecret */
	const char *help;
};

static const char by_file[] =
	"put the file into a Secret (kubectl create secret generic NAME --from-file=...), and write "
	"volumes: [{name: NAME, path: DIRECTORY, secret: NAME}]";
static const char by_setting[] =
	"leave it out, and hand it over as a variable (envFrom: [{secret: NAME}]) or as a file "
	"(volumes: [{name: NAME, path: DIRECTORY, secret: NAME}])";

static bool is_excepted(const struct rules *it, const char *name)
{
	for (size_t i = 0; i < it->profile->notSecret_count; i++)
		if (!strcmp(it->profile->notSecret[i], name))
			return true;
	return false;
}

static void tell_secret(const struct suspect *it, const char *text)
{
	if (!is_excepted(it->rules, it->name))
		diag(it->rules->diags, CODE_LITERAL_SECRET, it->where,
		     SAY(it, "%s; if it is none: notSecret: [%s]", it->help, it->name), "%s", text);
}

/* One value that goes by a name. */
static void check_value(const struct suspect *it, const char *value)
{
	const char *what = secret_in_text(value);

	if (what)
		tell_secret(it, SAY(it, "%s holds %s, which would stand in the manifest for everybody to read",
				    it->name, what));
	else if (secret_is_named(it->rules->arena, it->name, value))
		tell_secret(it, SAY(it,
				    "%s is called like a secret, and its value would stand in the manifest for "
				    "everybody to read",
				    it->name));
}

static void check_variables(const struct rules *it, const struct node *map, const struct pair *pairs, size_t count)
{
	const struct node *entry = map ? map->first : NULL;

	for (size_t i = 0; i < count && entry; i++, entry = entry->next) {
		const char *help =
			text_format(it->arena,
				    "kubectl create secret generic NAME --from-literal=%s=..., and write envFrom: "
				    "[{secret: NAME}] under head, worker, notebook or a group",
				    pairs[i].name);

		check_value(&(struct suspect){it, node_span(it->document->source, node_get(entry, "name")),
					      pairs[i].name, help},
			    pairs[i].value);
	}
}

/* Whether the definition says the very same: what stands there for everybody to read is none, and `resolve` repeats
 * it. */
static bool is_defined(const struct framework_config *config, const struct pair *setting)
{
	const char *defined = config ? pairs_find(config->values, config->values_count, setting->name) : NULL;

	return defined && !strcmp(defined, setting->value);
}

static void check_config_secrets(const struct rules *it)
{
	const struct framework_config *config = it->cluster->framework->config;
	const struct node *map = node_get(it->document->root, "config"), *entry = map ? map->first : NULL;

	if (config && *config->format == CONFIG_ENV) {
		check_variables(it, map, it->profile->config, it->profile->config_count);
		return;
	}
	for (size_t i = 0; i < it->profile->config_count && entry; i++, entry = entry->next)
		if (!is_defined(config, &it->profile->config[i]))
			check_value(&(struct suspect){it, node_span(it->document->source, node_get(entry, "name")),
						      it->profile->config[i].name, by_setting},
				    it->profile->config[i].value);
}

static void check_files(const struct rules *it)
{
	const struct cluster_file *files = cluster_own_files(it->cluster);
	const struct node *list = node_get(it->document->root, "files"), *entry = list ? list->first : NULL;

	for (size_t i = 0; i < it->profile->files_count && entry; i++, entry = entry->next) {
		const struct suspect file = {it, node_span(it->document->source, node_get(entry, "path")),
					     files[i].path, by_file};
		const char *what = secret_in_text(files[i].content),
			   *name = what ? NULL : secret_in_settings(it->arena, files[i].path, files[i].content);

		if (what || name)
			tell_secret(&file, text_format(it->arena,
						       "%s holds %s, and would stand in the manifest for "
						       "everybody to read",
						       files[i].path,
						       what ? what : text_format(it->arena, "a secret, %s", name)));
	}
}

/* --- Commands and arguments ----------------------------------------------------------------------------- */

/* The name of an option or a variable in --NAME=VALUE, -DNAME=VALUE or NAME=VALUE; NULL where it isn't one. */
static const char *named_by(struct arena *arena, const char *word)
{
	size_t size = strcspn(word, "= \t\n");

	return size && word[size] == '=' ? text_copy(arena, word, size) : NULL;
}

/* The key that the word stands under names what has no name of its own. */
static void check_words(const struct rules *it, const struct node *block, const char *key, const char *const *words,
			size_t count)
{
	const struct node *list = block ? node_get(block, key) : NULL, *item = list ? list->first : NULL;

	for (size_t i = 0; i < count && item; i++, item = item->next) {
		const char *name = named_by(it->arena, words[i]),
			   *value = name ? words[i] + strlen(name) + 1 : words[i];

		/* --password VALUE */
		if (!name && i && !strncmp(words[i - 1], "--", 2) && !strchr(words[i - 1], '=') && *words[i] != '-')
			name = words[i - 1];
		check_value(&(struct suspect){it, node_span(it->document->source, item), name ? name : key, by_setting},
			    value);
	}
}

void secret_rules_check(const struct rules *it)
{
	check_variables(it, node_get(it->document->root, "env"), it->profile->env, it->profile->env_count);
	check_config_secrets(it);
	check_files(it);
	for (size_t i = 0; i < it->cluster->role_count; i++) {
		const struct cluster_role *role = &it->cluster->roles[i];
		const struct profile_role *wish = &role->wish;
		const struct node *block = pod_rules_block(it, role);

		check_variables(it, block ? node_get(block, "env") : NULL, wish->env, wish->env_count);
		check_words(it, block, "command", wish->command, wish->command_count);
		check_words(it, block, "args", wish->args, wish->args_count);
	}
}
