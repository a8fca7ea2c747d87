/* setting_rules: what only shows when the profile's settings, and the variables that are some, meet the definition:
 * the form that settings take, and what the definition says of single ones. */
#include <string.h>

#include "base/quantity.h"
#include "cluster/expand.h"
#include "cluster/ruling.h"
#include "cluster/settings.h"
#include "language/scalars.h"
#include "language/values.h"

/* --- Their form ---------------------------------------------------------------------------------------- */

/* What settings in nested maps have to fit beside: the maps that hold any, and the definition's own by their names. */
struct setting_tree {
	struct index holding, defined;
};

static struct setting_tree tree_of(const struct rules *it, const struct framework_config *config)
{
	struct setting_tree tree = {INDEX_IN(it->arena), INDEX_IN(it->arena)};

	for (size_t i = 0; i < it->profile->config_count; i++)
		value_tree_name_add(&tree.holding, it->profile->config[i].name);
	for (size_t i = 0; i < config->values_count; i++) {
		value_tree_name_add(&tree.holding, config->values[i].name);
		index_add(&tree.defined, config->values[i].name, config->values[i].name);
	}
	return tree;
}

static const char *tree_fault(const struct rules *it, const struct setting_tree *tree, const char *name)
{
	const char *fault = value_tree_name_fault(&tree->holding, name), *defined;

	for (const char *dot = name; !fault && (dot = strchr(dot, '.')); dot++) {
		defined = index_find_bytes(&tree->defined, name, (size_t)(dot - name));
		if (defined)
			fault = text_format(it->arena, "'%s' has a value of its own", defined);
	}
	return fault;
}

/* The forms that settings have to fit, as messages call them. */
static const char *const forms[] = {
	[CONFIG_LINES] = "lines NAME = VALUE",
	[CONFIG_YAML_TREE] = "nested maps, by the dots in their names",
	[CONFIG_ENV] = "environment variables",
};

/* Settings that are no good for the form they take. */
static void settings_fit(const struct rules *it)
{
	const struct framework_config *config = it->cluster->framework->config;
	bool nested = config && it->profile->config_count && *config->format == CONFIG_YAML_TREE;
	struct setting_tree tree = nested ? tree_of(it, config) : (struct setting_tree){.holding.arena = it->arena};

	for (size_t i = 0; config && i < it->profile->config_count; i++) {
		const char *name = it->profile->config[i].name, *fault = NULL;

		if (*config->format == CONFIG_ENV)
			fault = rule_env_name.fault(it->arena, name);
		else if (nested)
			fault = tree_fault(it, &tree, name);
		else if (*config->format == CONFIG_LINES)
			fault = value_lines_fault(name, it->profile->config[i].value);
		if (fault)
			diag(it->diags, CODE_BAD_VALUE, AT(it, "config", name, "name"),
			     text_format(it->arena, "%s takes its settings as %s", it->cluster->framework->title,
					 forms[*config->format]),
			     *config->format == CONFIG_LINES ? "the setting \"%s\" can't be a line: %s"
							     : "a setting can't be called \"%s\": %s",
			     name, fault);
	}
}

/* In YAML it is clear whether a value is a number, a truth or text. */
static void settings_are_clear(const struct rules *it)
{
	const struct framework_config *config = it->cluster->framework->config;

	if (!config || !settings_are_yaml(*config->format))
		return;
	for (size_t i = 0; i < it->profile->config_count; i++) {
		const struct pair *setting = &it->profile->config[i];
		const char *help, *fault = setting->plain ? scalar_fault(it->arena, setting->value, &help) : NULL;

		if (fault)
			diag(it->diags, CODE_BAD_VALUE, AT(it, "config", setting->name, "value"), help,
			     "'%s' can't be %s: %s", setting->name, setting->value, fault);
	}
}

/* Without a place for them, settings would get lost. */
static void settings_have_a_place(const struct rules *it)
{
	if (it->profile->config_count && !it->cluster->framework->config)
		diag(it->diags, CODE_UNKNOWN_KEY, AT_KEY(it, "config"),
		     "leave it out; its definition may have other ways: env, args", "%s takes no settings",
		     it->cluster->framework->title);
}

/* --- What the definition says of them ------------------------------------------------------------------- */

bool setting_rules_match(const char *pattern, const char *name)
{
	size_t size = strlen(pattern);

	return pattern[size - 1] == '*' ? !strncmp(pattern, name, size - 1) : !strcmp(pattern, name);
}

const struct framework_setting *setting_rules_find(const struct framework *framework, const char *name)
{
	for (size_t i = 0; i < framework->settings_count; i++)
		if (setting_rules_match(framework->settings[i].name, name))
			return &framework->settings[i];
	return NULL;
}

/* The most that any kind of workers has room for, as the definition writes it; `unit` is that of its number. */
static const char *most_of(const struct rules *it, const struct framework_setting *limit, int64_t *unit, int64_t *most)
{
	const struct cluster *cluster = it->cluster;
	const char *text = NULL;

	*most = -1;
	for (size_t i = 0; i < cluster->role_count; i++) {
		const char *its = expand(it->arena, cluster, &cluster->roles[i], limit->atMost);
		int64_t its_unit = 1, value;

		if (cluster->roles[i].kind != ROLE_WORKER || !quantity_read_size(its, &its_unit, &value) ||
		    value <= *most)
			continue;
		text = its;
		*unit = its_unit;
		*most = value;
	}
	return text;
}

/* A value that is no number, such as 60%, is the framework's business. */
static void tell_too_large(const struct rules *it, struct span where, const struct framework_setting *limit,
			   const struct pair *setting)
{
	int64_t unit = 1, most, value;
	const char *text = most_of(it, limit, &unit, &most);

	if (text && quantity_read_size(setting->value, &unit, &value) && value > most)
		diag(it->diags, CODE_SETTING_TOO_LARGE, where,
		     text_join(it->arena, "write ", text, " or less", limit->instead ? ", or " : NULL, limit->instead,
			       NULL),
		     "'%s' can't be %s: the pods have room for %s", setting->name, setting->value, text);
}

/* Whether the value is the one that the definition sets, as a profile has it that `resolve` printed. */
static bool is_defined_value(const struct rules *it, const struct pair *setting)
{
	const struct framework_config *config = it->cluster->framework->config;
	const char *defined = config ? pairs_find(config->values, config->values_count, setting->name) : NULL;

	return defined && !strcmp(expand(it->arena, it->cluster, NULL, defined), setting->value);
}

/* `where` is the place of the name, `value` that of the value. */
static void hold_setting(const struct rules *it, struct span where, struct span value, const struct pair *setting)
{
	const struct framework_setting *known = setting_rules_find(it->cluster->framework, setting->name);
	const char *title = it->cluster->framework->title, *help;

	if (!known || known->allowed || is_defined_value(it, setting))
		return;
	help = known->instead ? known->instead : "leave it out";
	if (known->atMost)
		tell_too_large(it, value, known, setting);
	else if (known->refused)
		diag(it->diags, CODE_SETTING_REFUSED, where, help, "'%s' can't be set: %s", setting->name,
		     known->refused);
	else
		diag(it->diags, CODE_SETTING_IGNORED, where, help, "'%s' has no effect on %s here: %s", setting->name,
		     title, known->ignored);
}

/* Those of a map of the profile that stands in `block`. */
static void hold_map(const struct rules *it, const struct node *block, const char *map, const struct pair *pairs,
		     size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct node *pair = node_find(block, map, pairs[i].name, NULL);

		hold_setting(it, node_span(it->document->source, node_get(pair, "name")),
			     node_span(it->document->source, node_get(pair, "value")), &pairs[i]);
	}
}

static void settings_are_possible(const struct rules *it)
{
	const struct profile *profile = it->profile;

	if (!it->cluster->framework->settings_count)
		return;
	hold_map(it, it->document->root, "config", profile->config, profile->config_count);
	hold_map(it, it->document->root, "env", profile->env, profile->env_count);
	for (size_t i = 0; i < it->cluster->role_count; i++) {
		const struct cluster_role *role = &it->cluster->roles[i];

		hold_map(it, pod_rules_block(it, role), "env", role->wish.env, role->wish.env_count);
	}
}

void setting_rules_check(const struct rules *it)
{
	settings_fit(it);
	settings_are_clear(it);
	settings_have_a_place(it);
	settings_are_possible(it);
}
