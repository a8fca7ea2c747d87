/* definition: the rules of framework definitions that concern more than one value. One
 * function a rule; the tables at the end of each part list them.
 *
 * They look at the tree, not at the bound structure: a definition that lacks a key can't be
 * bound, and its other faults are to be told of in the same run. */
#include "language/definition.h"

#include <stdlib.h>
#include <string.h>

#include "base/index.h"
#include "base/quantity.h"
#include "language/scalars.h"
#include "language/values.h"
#include "language/variables.h"

struct definition_rules {
	struct arena *arena;
	struct diags *diags;
	const struct source *source;
	const struct node *root;
};

static struct span span_in_definition(const struct definition_rules *it, const struct node *node)
{
	return node_span(it->source, node);
}

static struct span at_key(const struct definition_rules *it, const struct node *node)
{
	return node_key_span(it->source, node);
}

/* --- What stands in the tree ------------------------------------------------------------------ */

static const struct node *good(const struct node *node, enum node_kind kind)
{
	return node && node->kind == kind && !node->bad ? node : NULL;
}

/* The text under a key, or NULL. */
static const char *text_at(const struct node *map, const char *key)
{
	const struct node *node = map && map->kind == NODE_MAP ? good(node_get(map, key), NODE_TEXT) : NULL;

	return node ? node->text : NULL;
}

static const struct node *map_at(const struct node *map, const char *key)
{
	const struct node *node = map && map->kind == NODE_MAP ? node_get(map, key) : NULL;

	return node && node->kind == NODE_MAP ? node : NULL;
}

static const struct node *list_at(const struct node *map, const char *key)
{
	return map && map->kind == NODE_MAP ? good(node_get(map, key), NODE_LIST) : NULL;
}

static bool is_true(const struct node *map, const char *key)
{
	const char *text = text_at(map, key);

	return text && !strcmp(text, "true");
}

/* What an amount under a key comes to; -1 if there is no good one. */
static int64_t amount_at(const struct node *map, const char *key)
{
	return text_at(map, key) ? node_get(map, key)->amount : -1;
}

/* The entry of that name. `unsure` where one has no good name, and could have been it. */
static const struct node *named(const struct node *list, const char *name, bool *unsure)
{
	*unsure = list && list->bad;
	for (const struct node *item = list ? list->first : NULL; item; item = item->next) {
		const char *its = text_at(item, "name");

		if (its && !strcmp(its, name))
			return item;
		*unsure = *unsure || !its;
	}
	return NULL;
}

/* Whether `path` is `directory` or inside it. */
static bool is_path_inside(const char *path, const char *directory)
{
	size_t size = strlen(directory);

	while (size && directory[size - 1] == '/')
		size--;
	return !strncmp(path, directory, size) && (!path[size] || path[size] == '/');
}

static bool is_writable(const struct node *role, const char *path)
{
	const struct node *writable = list_at(role, "writable");

	for (const struct node *item = writable ? writable->first : NULL; item; item = item->next)
		if (item->bad || is_path_inside(path, item->text))
			return true;
	return node_get(role, "writable") && !writable;
}

/* --- Rules of a role ---------------------------------------------------------------------------- */

/* A probe asks in one way: over HTTP, by connecting, or by a command. */
static void check_probe(const struct definition_rules *it, const char *role, const struct node *probe)
{
	const struct node *command = node_get(probe, "command"), *port = node_get(probe, "port"),
			  *path = node_get(probe, "path");
	const struct node *its;
	const char *role_of_port;
	bool unsure;

	if ((command != NULL) == (port != NULL))
		diag(it->diags, command ? CODE_CONFLICTING_KEYS : CODE_MISSING_KEY, at_key(it, probe),
		     "write port and path, port alone, or command", "'%s' has to say what is asked: %s",
		     probe->key->text, command ? "a port or a command, not both" : "a port or a command");
	else if (path && !port)
		diag(it->diags, CODE_CONFLICTING_KEYS, at_key(it, path), "add the port's name, or leave the path out",
		     "a path is asked of a port, and '%s' names none", probe->key->text);
	port = good(port, NODE_TEXT);
	if (!port)
		return;
	its = named(node_get(it->root, "ports"), port->text, &unsure);
	role_of_port = text_at(its, "role");
	if (its ? role_of_port && strcmp(role_of_port, role) : !unsure)
		diag(it->diags, CODE_UNKNOWN_REFERENCE, span_in_definition(it, port),
		     "name a port of 'ports' with this role", "the %s has no port '%s'", role, port->text);
}

static void probes_are_clear(const struct definition_rules *it, const char *name, const struct node *role)
{
	static const char *const probes[] = {"startup", "readiness", "liveness"};

	for (size_t i = 0; i < sizeof probes / sizeof *probes; i++) {
		const struct node *probe = map_at(role, probes[i]);

		if (probe)
			check_probe(it, name, probe);
	}
}

/* reserve < minimum <= memory, so that every share is of something. */
static void budget_adds_up(const struct definition_rules *it, const char *name, const struct node *role)
{
	const struct node *budget = map_at(role, "budget");
	int64_t reserve = amount_at(budget, "reserve"), minimum = amount_at(budget, "minimum"),
		memory = amount_at(role, "memory");

	if (minimum < 0)
		return;
	if (reserve >= minimum)
		diag(it->diags, CODE_OUT_OF_RANGE, span_in_definition(it, node_get(budget, "reserve")),
		     text_format(it->arena, "reserve less than the minimum of %s", text_at(budget, "minimum")),
		     "nothing would be left of the smallest %s", name);
	if (memory >= 0 && memory < minimum)
		diag(it->diags, CODE_OUT_OF_RANGE, span_in_definition(it, node_get(role, "memory")),
		     text_format(it->arena, "the minimum is %s", text_at(budget, "minimum")),
		     "the default memory is less than the minimum");
}

static void cpu_reaches_minimum(const struct definition_rules *it, const char *name, const struct node *role)
{
	int64_t cpu = amount_at(role, "cpu"), minimum = amount_at(role, "cpuMinimum");

	(void)name;
	if (cpu >= 0 && cpu < minimum)
		diag(it->diags, CODE_OUT_OF_RANGE, span_in_definition(it, node_get(role, "cpu")),
		     text_format(it->arena, "cpuMinimum is %s", text_at(role, "cpuMinimum")),
		     "the default cpu is less than the minimum");
}

static void shares_fit(const struct definition_rules *it, const char *name, const struct node *role)
{
	const struct node *shares = list_at(map_at(role, "budget"), "shares"), *shared = NULL;
	long percent = 0;

	(void)name;
	for (const struct node *share = shares ? shares->first : NULL; share; share = share->next) {
		const char *part = text_at(share, "percent");

		percent += part ? strtol(part, NULL, 10) : 0;
		if (is_true(share, "shared") && shared)
			diag(it->diags, CODE_CONFLICTING_KEYS, at_key(it, node_get(share, "shared")),
			     "make one share of them", "there is one /dev/shm, and the share in line %u has it already",
			     shared->line);
		shared = is_true(share, "shared") ? share : shared;
	}
	if (percent > 100)
		diag(it->diags, CODE_OUT_OF_RANGE, at_key(it, shares), "shares are parts of what is left after reserve",
		     "the shares add up to %ld percent", percent);
}

static void home_is_writable(const struct definition_rules *it, const char *name, const struct node *role)
{
	const char *home = text_at(map_at(it->root, "user"), "home");

	if (home && !is_writable(role, home))
		diag(it->diags, CODE_CONFLICTING_KEYS,
		     span_in_definition(it, node_get(node_get(it->root, "user"), "home")),
		     text_format(it->arena, "add it to the %s's writable directories, or choose one of them", name),
		     "the home directory %s can't be written to on the %s", home, name);
}

/* One file holds the settings of all pods. */
static void settings_are_workers(const struct definition_rules *it, const char *name, const struct node *role)
{
	const struct node *gpu = map_at(role, "gpu"), *config = gpu ? node_get(gpu, "config") : NULL;

	if (config && strcmp(name, "worker"))
		diag(it->diags, CODE_CONFLICTING_KEYS, at_key(it, config), "say it under worker",
		     "settings are the whole cluster's, and follow the workers' GPUs");
}

static void (*const role_rules[])(const struct definition_rules *, const char *, const struct node *) = {
	probes_are_clear, budget_adds_up, cpu_reaches_minimum, shares_fit, home_is_writable, settings_are_workers,
};

/* --- What is mounted where ----------------------------------------------------------------------- */

/* Everything that is mounted into the pods of a role, with the place that says so. */
struct mounts {
	const struct definition_rules *rules;
	const char *role;
	struct index nodes; /* by the paths */
};

static void claim_mount_path(struct mounts *mounts, const struct node *node, const char *path)
{
	const struct definition_rules *it = mounts->rules;
	const struct node *first = path ? index_add(&mounts->nodes, path, node) : node;

	if (first != node)
		diag(it->diags, CODE_MOUNT_CLASH, span_in_definition(it, node), "give one of them another path",
		     "line %u mounts something at %s already, in the %s's pods", first->line, path, mounts->role);
}

static bool concerns(const struct node *roles, const char *role)
{
	for (const struct node *item = roles ? roles->first : NULL; item; item = item->next)
		if (item->bad || !strcmp(item->text, role))
			return true;
	return !roles;
}

static void mount_secrets_and_files(struct mounts *mounts)
{
	const struct definition_rules *it = mounts->rules;
	const struct node *secrets = list_at(it->root, "secrets"), *files = list_at(it->root, "files");

	for (const struct node *secret = secrets ? secrets->first : NULL; secret; secret = secret->next)
		if (!secret->bad && concerns(list_at(secret, "roles"), mounts->role))
			claim_mount_path(mounts, node_get(secret, "path"), text_at(secret, "path"));
	for (const struct node *file = files ? files->first : NULL; file; file = file->next) {
		const char *role = text_at(file, "role");

		if (!file->bad && (!role || !strcmp(role, mounts->role)))
			claim_mount_path(mounts, node_get(file, "path"), text_at(file, "path"));
	}
}

static void mounts_differ(const struct definition_rules *it, const char *name, const struct node *role)
{
	struct mounts mounts = {it, name, INDEX_IN(it->arena)};
	const struct node *writable = list_at(role, "writable"), *shares = list_at(map_at(role, "budget"), "shares");

	for (const struct node *item = writable ? writable->first : NULL; item; item = item->next)
		if (!item->bad)
			claim_mount_path(&mounts, item, item->text);
	for (const struct node *share = shares ? shares->first : NULL; share; share = share->next)
		if (is_true(share, "shared")) {
			claim_mount_path(&mounts, node_get(share, "shared"), "/dev/shm");
			break; /* a second one is told of elsewhere */
		}
	if (text_at(map_at(it->root, "user"), "name"))
		claim_mount_path(&mounts, node_get(node_get(it->root, "user"), "name"), "/etc/passwd");
	if (text_at(map_at(it->root, "config"), "path"))
		claim_mount_path(&mounts, node_get(node_get(it->root, "config"), "path"),
			  text_at(map_at(it->root, "config"), "path"));
	mount_secrets_and_files(&mounts);
}

/* --- Rules of the whole ---------------------------------------------------------------------------- */

static void roles_are_good(const struct definition_rules *it)
{
	for (enum role_kind kind = ROLE_HEAD; kind < ROLE_NONE; kind++) {
		const struct node *role = map_at(it->root, role_names[kind]);

		if (!role)
			continue;
		for (size_t i = 0; i < sizeof role_rules / sizeof *role_rules; i++)
			role_rules[i](it, role_names[kind], role);
		mounts_differ(it, role_names[kind], role);
	}
}

static bool lacks_notebook(const struct definition_rules *it, const char *role)
{
	return role && !strcmp(role, role_names[ROLE_NOTEBOOK]) && !node_get(it->root, "notebook");
}

/* Ports are told apart by their numbers, too; where a page needs a token there is one. */
static void ports_are_good(const struct definition_rules *it)
{
	const struct node *ports = list_at(it->root, "ports");
	struct index places = INDEX_IN(it->arena);

	for (const struct node *port = ports ? ports->first : NULL; port; port = port->next) {
		const char *role = text_at(port, "role"), *number = text_at(port, "port"),
			   *secret = text_at(port, "secret");
		const struct node *token, *first = port;
		bool unsure;

		if (role && number)
			first = index_add(&places, text_join(it->arena, role, " ", number, NULL), port);
		if (first != port)
			diag(it->diags, CODE_PORT_CLASH, span_in_definition(it, node_get(port, "port")),
			     "give one of them another number", "line %u has port %s on the %s already",
			     node_get(first, "port")->line, number, role);
		if (lacks_notebook(it, role))
			diag(it->diags, CODE_UNKNOWN_REFERENCE, span_in_definition(it, node_get(port, "role")),
			     "add the block 'notebook'", "the definition has no notebook");
		if (node_get(port, "query") && !node_get(port, "secret"))
			diag(it->diags, CODE_CONFLICTING_KEYS, at_key(it, node_get(port, "query")),
			     "add the key 'secret'", "which token the address takes isn't said");
		if (!secret)
			continue;
		token = named(node_get(it->root, "secrets"), secret, &unsure);
		if (token ? text_at(token, "type") && strcmp(text_at(token, "type"), "token") : !unsure)
			diag(it->diags, CODE_UNKNOWN_REFERENCE, span_in_definition(it, node_get(port, "secret")),
			     "name one of 'secrets' with type token", "there is no token '%s'", secret);
	}
}

/* Ports that the framework gives its own processes. */
struct port_range {
	long first, last;
	const struct node *node;
};

static size_t read_ranges(const struct definition_rules *it, const struct node *list, struct port_range *ranges)
{
	size_t count = 0;

	for (const struct node *node = list->first; node; node = node->next) {
		const char *first = text_at(node, "first"), *last = text_at(node, "last");

		if (node->bad || !first || !last)
			continue;
		ranges[count] = (struct port_range){strtol(first, NULL, 10), strtol(last, NULL, 10), node};
		if (ranges[count].first > ranges[count].last)
			diag(it->diags, CODE_OUT_OF_RANGE, span_in_definition(it, node_get(node, "last")),
			     text_format(it->arena, "write %s or more", first), "the range ends before it begins");
		count++;
	}
	return count;
}

/* A port that the framework may give a process of its own is none of `ports`. */
static void port_is_free(const struct definition_rules *it, const struct node *port, const struct port_range *ranges,
			 size_t count)
{
	const char *text = text_at(port, "port"), *role = text_at(port, "role");
	long number = text ? strtol(text, NULL, 10) : 0;

	for (size_t i = 0; role && i < count; i++)
		if (ranges[i].first <= number && number <= ranges[i].last &&
		    concerns(list_at(ranges[i].node, "roles"), role))
			diag(it->diags, CODE_RESERVED_PORT, span_in_definition(it, node_get(port, "port")),
			     "give it another number, or make the range smaller",
			     "line %u reserves %ld to %ld, and port %ld is one of them", ranges[i].node->line,
			     ranges[i].first, ranges[i].last, number);
}

static void reserved_ports_are_free(const struct definition_rules *it)
{
	const struct node *list = list_at(it->root, "reservedPorts"), *ports = list_at(it->root, "ports");
	struct port_range *ranges;
	size_t count = 0;

	for (const struct node *node = list ? list->first : NULL; node; node = node->next)
		count++;
	ranges = NEW_ARRAY(it->arena, struct port_range, count);
	count = list ? read_ranges(it, list, ranges) : 0;
	for (const struct node *port = ports ? ports->first : NULL; count && port; port = port->next)
		port_is_free(it, port, ranges, count);
}

/* Every format but env becomes a file. */
static void config_has_a_place(const struct definition_rules *it)
{
	const struct node *config = map_at(it->root, "config");
	const char *format = text_at(config, "format");
	const struct node *path = config ? node_get(config, "path") : NULL;

	if (format && !strcmp(format, "env") && path)
		diag(it->diags, CODE_CONFLICTING_KEYS, at_key(it, path), "leave the path out",
		     "settings that become environment variables are in no file");
	else if (format && strcmp(format, "env") && !path)
		diag(it->diags, CODE_MISSING_KEY, at_key(it, config), "add 'path': the file the settings become",
		     "the key 'path' is missing in 'config'");
}

/* Settings of format env are named like variables. */
static void settings_can_be_variables(const struct definition_rules *it)
{
	const struct node *config = map_at(it->root, "config");
	const struct node *maps[] = {map_at(config, "values"),
				     map_at(map_at(map_at(it->root, "worker"), "gpu"), "config")};
	const char *format = text_at(config, "format");

	if (node_get(it->root, "worker") && maps[1] && !config)
		diag(it->diags, CODE_CONFLICTING_KEYS, at_key(it, maps[1]), "add the block 'config'",
		     "where settings go isn't said in this definition");
	for (size_t i = 0; format && !strcmp(format, "env") && i < 2; i++)
		for (const struct node *entry = maps[i] ? maps[i]->first : NULL; entry; entry = entry->next) {
			const char *fault = entry->bad ? NULL : rule_env_name.fault(it->arena, entry->key->text);

			if (fault)
				diag(it->diags, CODE_BAD_VALUE, span_in_definition(it, entry->key), NULL,
				     "the setting \"%s\" can't become an environment variable: %s", entry->key->text,
				     fault);
		}
}

/* In YAML it is clear whether a setting's value is a number, a truth or text. */
static void defined_settings_are_clear(const struct definition_rules *it)
{
	const struct node *config = map_at(it->root, "config");
	const struct node *maps[] = {map_at(config, "values"),
				     map_at(map_at(map_at(it->root, "worker"), "gpu"), "config")};
	const char *format = text_at(config, "format");

	for (size_t i = 0; format && !strncmp(format, "yaml", 4) && i < 2; i++)
		for (const struct node *entry = maps[i] ? maps[i]->first : NULL; entry; entry = entry->next) {
			const char *help, *fault = entry->kind == NODE_TEXT && entry->plain
							   ? scalar_fault(it->arena, entry->text, &help)
							   : NULL;

			if (fault)
				diag(it->diags, CODE_BAD_VALUE, span_in_definition(it, entry), help,
				     "'%s' can't be %s: %s", entry->key->text, entry->text, fault);
		}
}

/* Settings of format lines have no escapes. */
static void settings_can_be_lines(const struct definition_rules *it)
{
	const struct node *config = map_at(it->root, "config"), *values = map_at(config, "values");
	const char *format = text_at(config, "format");

	if (!format || strcmp(format, "lines"))
		return;
	for (const struct node *entry = values ? values->first : NULL; entry; entry = entry->next) {
		const char *fault = entry->kind == NODE_TEXT ? value_lines_fault(entry->key->text, entry->text) : NULL;

		if (fault)
			diag(it->diags, CODE_BAD_VALUE, span_in_definition(it, entry->key), NULL,
			     "the setting \"%s\" can't be a line: %s", entry->key->text, fault);
	}
}

/* Settings of format yamlTree form a tree. */
static void settings_can_be_nested(const struct definition_rules *it)
{
	const struct node *config = map_at(it->root, "config"), *values = map_at(config, "values");
	const char *format = text_at(config, "format");
	struct index holding = INDEX_IN(it->arena);

	if (!format || strcmp(format, "yamlTree"))
		return;
	for (const struct node *entry = values ? values->first : NULL; entry; entry = entry->next)
		value_tree_name_add(&holding, entry->key->text);
	for (const struct node *entry = values ? values->first : NULL; entry; entry = entry->next) {
		const char *fault = value_tree_name_fault(&holding, entry->key->text);

		if (fault)
			diag(it->diags, CODE_BAD_VALUE, span_in_definition(it, entry->key), NULL,
			     "a setting can't be called \"%s\": %s", entry->key->text, fault);
	}
}

/* An entry of settings says one thing about its name. */
static void setting_limits_are_clear(const struct definition_rules *it)
{
	static const char *const kinds[] = {"atMost", "refused", "ignored", "allowed"};
	const struct node *settings = list_at(it->root, "settings");

	for (const struct node *setting = settings ? settings->first : NULL; setting; setting = setting->next) {
		size_t said = 0;

		for (size_t i = 0; !setting->bad && i < sizeof kinds / sizeof *kinds; i++)
			said += node_get(setting, kinds[i]) != NULL;
		if (!setting->bad && said != 1)
			diag(it->diags, said ? CODE_CONFLICTING_KEYS : CODE_MISSING_KEY,
			     span_in_definition(it, setting), "write atMost, refused, ignored or allowed",
			     said ? "'%s' has more than one of atMost, refused, ignored and allowed"
				  : "'%s' has none of atMost, refused, ignored and allowed",
			     text_at(setting, "name"));
	}
}

/* A secret that reaches nobody is one too many; only a token fits into a variable. */
static void secrets_are_used(const struct definition_rules *it)
{
	const struct node *secrets = list_at(it->root, "secrets");

	for (const struct node *secret = secrets ? secrets->first : NULL; secret; secret = secret->next) {
		const struct node *env = node_get(secret, "env");
		const char *type = text_at(secret, "type");

		if (secret->bad)
			continue;
		if (!env && !node_get(secret, "path"))
			diag(it->diags, CODE_MISSING_KEY, span_in_definition(it, secret), "add env or path",
			     "the secret '%s' would reach no pod", text_at(secret, "name"));
		if (env && type && strcmp(type, "token"))
			diag(it->diags, CODE_CONFLICTING_KEYS, at_key(it, env), "take path instead",
			     "a secret of type %s is files, and fits into no variable", type);
	}
}

/* What a role's packages go into, and what their programs are in. */
static void packages_have_a_place(const struct definition_rules *it)
{
	const struct node *packages = map_at(it->root, "packages");
	const char *path = text_at(packages, "path"), *programs = text_at(packages, "commands");
	size_t size = path ? strlen(path) : 0;

	for (enum role_kind role = ROLE_HEAD; role < ROLE_NONE; role++) {
		const struct node *defined = map_at(it->root, role_names[role]);
		const struct node *list = defined ? node_get(defined, "packages") : NULL;

		if (list && !node_get(it->root, "packages"))
			diag(it->diags, CODE_CONFLICTING_KEYS, at_key(it, list), "add the block 'packages'",
			     "nothing says how packages are installed");
	}
	if (path && programs && (strncmp(programs, path, size) || programs[size] != '/'))
		diag(it->diags, CODE_CONFLICTING_KEYS, span_in_definition(it, node_get(packages, "commands")),
		     text_format(it->arena, "write a directory in %s, for example %s/bin", path, path),
		     "%s isn't where packages go", programs);
}

static void submit_can_write(const struct definition_rules *it)
{
	const struct node *submit = map_at(it->root, "submit"), *head = map_at(it->root, "head");
	const char *directory = text_at(submit, "directory");

	if (head && directory && !is_writable(head, directory))
		diag(it->diags, CODE_CONFLICTING_KEYS, span_in_definition(it, node_get(submit, "directory")),
		     "choose one of the head's writable directories", "the head can't write to %s", directory);
	if (map_at(it->root, "smoke") && !node_get(it->root, "submit"))
		diag(it->diags, CODE_CONFLICTING_KEYS, at_key(it, node_get(it->root, "smoke")),
		     "add the block 'submit'", "smoke is run as submit would run it, and there is no submit");
}

/* What comes alone brings no directory along. */
static void directory_can_go_along(const struct definition_rules *it)
{
	static const char *const others[] = {"distribute", "reach"};
	const struct node *submit = map_at(it->root, "submit");

	for (size_t i = 0; i < sizeof others / sizeof *others && text_at(submit, "alone"); i++)
		if (text_at(submit, others[i]))
			diag(it->diags, CODE_CONFLICTING_KEYS, at_key(it, node_get(submit, others[i])),
			     "leave one of them out",
			     "'alone' says that no directory can be submitted, and '%s' what becomes of it", others[i]);
}

/* Which values follow an option is said once. */
static void options_differ(const struct definition_rules *it)
{
	const struct node *options = list_at(map_at(it->root, "submit"), "options");
	struct index names = INDEX_IN(it->arena);

	for (const struct node *option = options ? options->first : NULL; option; option = option->next)
		for (const char *at = option->bad ? "" : option->text; *at == '-'; at += strspn(at, ", ")) {
			const char *name = text_copy(it->arena, at, strcspn(at, ", "));
			const struct node *first = index_add(&names, name, option);

			if (first != option)
				diag(it->diags, CODE_DUPLICATE_NAME, span_in_definition(it, option),
				     "leave one of them out", "line %u has the option '%s' already", first->line, name);
			at += strlen(name);
		}
}

static void (*const all_rules[])(const struct definition_rules *) = {
	roles_are_good,
	ports_are_good,
	reserved_ports_are_free,
	config_has_a_place,
	settings_can_be_variables,
	defined_settings_are_clear,
	settings_can_be_lines,
	settings_can_be_nested,
	setting_limits_are_clear,
	secrets_are_used,
	packages_have_a_place,
	submit_can_write,
	directory_can_go_along,
	options_differ,
};

void definition_check(struct arena *arena, struct diags *diags, const struct source *source, const struct node *root)
{
	struct definition_rules it = {arena, diags, source, root};

	if (root->kind != NODE_MAP)
		return;
	for (size_t i = 0; i < sizeof all_rules / sizeof *all_rules; i++)
		all_rules[i](&it);
}
