/* env_rules: what becomes of the profile's variables, commands and arguments on their way to a process. Kubernetes
 * expands them, and the kernel takes no word of any length. */
#include <string.h>

#include "cluster/ruling.h"

/* The variables that a definition sets in a kind of pods. */
static struct index defined_env(const struct rules *it, enum role_kind kind)
{
	const struct framework *framework = it->cluster->framework;
	const struct framework_role *role = role_of_framework(framework, kind);
	struct index names = INDEX_IN(it->arena);

	for (size_t i = 0; i < framework->env_count; i++)
		index_add(&names, framework->env[i].name, &framework->env[i]);
	for (size_t i = 0; role && i < role->env_count; i++)
		index_add(&names, role->env[i].name, &role->env[i]);
	return names;
}

static void tell_override(const struct rules *it, struct span where, const char *name)
{
	diag(it->diags, CODE_ENV_OVERRIDE, where,
	     "leave it out unless you know that the framework can do without its own value",
	     "%s sets the variable %s itself; this value takes its place", it->cluster->framework->title, name);
}

/* Whether a list of directories has one. */
static bool has_directory(const char *list, const char *directory)
{
	for (size_t size; *list; list += size + (list[size] == ':')) {
		size = strcspn(list, ":");
		if (strlen(directory) == size && !strncmp(list, directory, size))
			return true;
	}
	return false;
}

/* Kubernetes doesn't know the image's own value: $(PATH) in it stays as it is. */
static void path_is_whole(const struct rules *it, struct span where, const struct pair *variable)
{
	if (!strcmp(variable->name, "PATH") && !has_directory(variable->value, "/usr/bin") &&
	    !has_directory(variable->value, "/bin"))
		diag(it->diags, CODE_ENV_OVERRIDE, where,
		     "write the whole list, with /usr/local/bin:/usr/bin:/bin and what your image has there",
		     "PATH is the image's; this value takes its place, and programs aren't found");
}

/* What the compiler sets in every pod, and other values are made of. */
static bool is_own(const char *name, size_t size)
{
	static const char *const own[] = {"POD_NAME", "POD_IP"};

	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (strlen(own[i]) == size && !strncmp(own[i], name, size))
			return true;
	return false;
}

static void refuse_own(const struct rules *it, struct span where, const char *name)
{
	if (is_own(name, strlen(name)))
		diag(it->diags, CODE_RESERVED_VARIABLE, where, "choose another name",
		     "%s is set by the compiler, in every pod", name);
}

/* --- Words of a process -------------------------------------------------------------------------------- */

/* `size` is without the NUL at its end, which counts. */
static void word_fits(const struct rules *it, struct span where, const char *what, size_t size)
{
	/* Linux, include/uapi/linux/binfmts.h: MAX_ARG_STRLEN, 32 pages of 4 KiB. */
	enum { WORD_MOST = 128 * 1024 };

	if (size + 1 > WORD_MOST)
		diag(it->diags, CODE_ARGUMENT_TOO_LONG, where, "put it into a file: files: [{path: ..., from: ...}]",
		     "%s has %zu bytes; Linux starts no process with more than %d in one argument or variable", what,
		     size, WORD_MOST - 1);
}

/* Kubernetes takes $$ for one $ (k8s.io/kubernetes, third_party/forked/golang/expansion). Four are two on purpose, and
 * those before a parenthesis are there for it. */
static bool loses_dollar(const char *text)
{
	for (size_t size; (text = strchr(text, '$')); text += size) {
		size = strspn(text, "$");
		if (size % 4 >= 2 && text[size] != '(')
			return true;
	}
	return false;
}

static void dollars_stay(const struct rules *it, struct span where, const char *text)
{
	if (loses_dollar(text))
		diag(it->diags, CODE_DOUBLE_DOLLAR, where, "write $$$$ if two are meant, $ if one is",
		     "Kubernetes makes one $ of $$ before the program sees it");
}

static void check_variable(const struct rules *it, struct span where, const struct pair *variable)
{
	word_fits(it, where, variable->name, strlen(variable->name) + 1 + strlen(variable->value));
	dollars_stay(it, where, variable->value);
}

static void check_env(const struct rules *it, struct span where, const struct pair *variable, bool defined)
{
	if (defined && !setting_rules_find(it->cluster->framework, variable->name))
		tell_override(it, where, variable->name);
	path_is_whole(it, where, variable);
	refuse_own(it, where, variable->name);
	check_variable(it, where, variable);
}

static void words_are_good(const struct pods *it, const char *key, const char *const *words, size_t count)
{
	const struct node *list = it->block ? node_get(it->block, key) : NULL, *item = list ? list->first : NULL;

	for (size_t i = 0; i < count && item; i++, item = item->next) {
		struct span where = node_span(it->rules->document->source, item);

		word_fits(it->rules, where, SAY(it, "this word of '%s'", key), strlen(words[i]));
		dollars_stay(it->rules, where, words[i]);
	}
}

/* --- References ----------------------------------------------------------------------------------------- */

/* The next $(NAME) at or behind `at`, which Kubernetes would replace; NULL where there is none. */
static const char *next_reference(const char *at, size_t *size)
{
	while ((at = strchr(at, '$'))) {
		const char *end = at[1] == '(' ? strchr(at, ')') : NULL;

		if (end) {
			*size = (size_t)(end - at) - 2;
			return at + 2;
		}
		at += at[1] == '$' ? 2 : 1;
	}
	return NULL;
}

/* Where the profile sets the variable for these pods. */
static const struct node *where_set(const struct pods *it, const char *name)
{
	const struct node *root = it->rules->document->root,
			  *maps[] = {it->block ? node_get(it->block, "env") : NULL, node_get(root, "env"),
				     node_get(root, "config")};

	for (size_t i = 0; i < sizeof maps / sizeof *maps; i++) {
		const struct node *entry = maps[i] ? node_named(maps[i], name) : NULL;

		if (entry)
			return node_get(entry, "name");
	}
	return NULL;
}

/* Whether a variable that isn't set here may be there all the same: out of a Secret or a config map, or as the address
 * of the API server. What isn't written like a variable is more likely meant for a shell. */
static bool may_come_from_elsewhere(const struct pods *it, const char *name, size_t size)
{
	return it->role->env_source_count || !strncmp(name, "KUBERNETES_", 11) ||
	       strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") != size;
}

static bool is_of_secret(const struct pods *it, const char *name, size_t size)
{
	const struct cluster *cluster = it->rules->cluster;

	for (size_t i = 0; i < cluster->secret_count; i++)
		if (cluster->secrets[i].env && cluster->secrets[i].roles[it->role->kind] &&
		    strlen(cluster->secrets[i].env) == size && !strncmp(cluster->secrets[i].env, name, size))
			return true;
	return false;
}

static void tell_reference(const struct pods *it, const struct pair *variable, const char *name, bool later)
{
	const struct node *where = where_set(it, variable->name);

	if (where)
		pod_rules_tell(it, CODE_NOT_EXPANDED, node_span(it->rules->document->source, where),
			       later ? SAY(it, "set %s before it, or write $$(%s) if that is what you want", name, name)
				     : SAY(it, "write $$(%s) if that is what you want", name),
			       later ? SAY(it, "%s uses %s, which is set later: $(%s) stays as it is", variable->name,
					   name, name)
				     : SAY(it, "%s uses %s, which isn't set: $(%s) stays as it is", variable->name,
					   name, name));
}

/* Variables are known from where they are set on (kubernetes.io, Define Dependent Environment Variables). */
static void check_reference(const struct pods *it, const struct index *set, const struct pair *variable,
			    const char *name, size_t size)
{
	const struct pair *its = index_find_bytes(set, name, size);

	if (its ? its < variable : may_come_from_elsewhere(it, name, size))
		return;
	if (!is_own(name, size) && !is_of_secret(it, name, size))
		tell_reference(it, variable, text_copy(it->rules->arena, name, size), its && its != variable);
}

static void references_are_known(const struct pods *it)
{
	const struct pairs *env = &it->role->env;
	struct index set = INDEX_IN(it->rules->arena);
	bool any = false;

	for (size_t i = 0; i < env->count && !any; i++)
		any = strstr(env->items[i].value, "$(");
	if (!any)
		return;
	for (size_t i = 0; i < env->count; i++)
		index_add(&set, env->items[i].name, &env->items[i]);
	for (size_t i = 0; i < env->count; i++) {
		size_t size = 0;

		for (const char *at = env->items[i].value; (at = next_reference(at, &size)); at += size)
			if (strcmp(env->items[i].name, "PATH") != 0)
				check_reference(it, &set, &env->items[i], at, size);
	}
}

/* --- Where they come from ------------------------------------------------------------------------------- */

static void env_has_one_source(const struct pods *it)
{
	for (size_t i = 0; i < it->role->wish.envFrom_count; i++) {
		const struct profile_env_from *from = &it->role->wish.envFrom[i];

		if (!from->secret == !from->configMap && !pod_rules_is_pruned(it, "envFrom", i))
			pod_rules_tell(it, CODE_CONFLICTING_KEYS, pod_rules_at_item(it, "envFrom", i, "secret"),
				       "write secret or configMap",
				       from->secret ? "variables come from a secret or a config map, not both"
						    : "where the variables come from isn't said");
	}
}

void env_rules_check_pods(const struct pods *it)
{
	const struct profile_role *wish = &it->role->wish;

	for (size_t i = 0; i < wish->env_count; i++)
		check_env(it->rules,
			  node_span(it->rules->document->source,
				    node_find(it->block, "env", wish->env[i].name, "name", NULL)),
			  &wish->env[i], index_find(&it->defined[it->role->kind], wish->env[i].name));
	words_are_good(it, "command", wish->command, wish->command_count);
	words_are_good(it, "args", wish->args, wish->args_count);
	references_are_known(it);
	env_has_one_source(it);
}

static bool has_env(const struct rules *it)
{
	for (size_t i = 0; i < it->cluster->role_count; i++)
		if (it->cluster->roles[i].wish.env_count)
			return true;
	return it->profile->env_count;
}

/* Settings that become variables. */
static void check_config_variables(const struct rules *it)
{
	const struct framework_config *config = it->cluster->framework->config;

	for (size_t i = 0; config && *config->format == CONFIG_ENV && i < it->profile->config_count; i++)
		check_variable(it, AT(it, "config", it->profile->config[i].name, "name"), &it->profile->config[i]);
}

void env_rules_check(const struct rules *it, struct index defined[ROLES])
{
	for (enum role_kind kind = ROLE_HEAD; has_env(it) && kind < ROLE_NONE; kind++)
		defined[kind] = defined_env(it, kind);
	for (size_t i = 0; i < it->profile->env_count; i++) {
		const char *name = it->profile->env[i].name;
		bool sets = false;

		for (enum role_kind role = ROLE_HEAD; role < ROLE_NONE; role++)
			sets = sets || index_find(&defined[role], name);
		check_env(it, AT(it, "env", name, "name"), &it->profile->env[i], sets);
	}
	check_config_variables(it);
}
