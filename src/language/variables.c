/* variables: the ${...} of framework definitions. */
#include "language/variables.h"

#include <string.h>

#include "base/index.h"
#include "language/values.h"

static bool equals(const char *name, size_t size, const char *word)
{
	return strlen(word) == size && !memcmp(name, word, size);
}

/* If it begins with the word, steps over it. */
static bool step_over(const char **name, size_t *size, const char *word)
{
	size_t length = strlen(word);

	if (*size < length || memcmp(*name, word, length))
		return false;
	*name += length;
	*size -= length;
	return true;
}

/* If it ends with the word, takes it off. */
static bool take_off(const char *name, size_t *size, const char *word)
{
	size_t length = strlen(word);

	if (*size < length || memcmp(name + *size - length, word, length))
		return false;
	*size -= length;
	return true;
}

struct named_variable {
	const char *name;
	enum variable_kind kind;
};

static bool is_one_of(const struct named_variable *all, size_t count, const char *name, size_t size,
		      struct variable *variable)
{
	for (size_t i = 0; i < count; i++)
		if (equals(name, size, all[i].name)) {
			variable->kind = all[i].kind;
			return true;
		}
	return false;
}

/* memory, memory.usable or memory.SHARE, with .mib or .bytes behind it */
static bool read_memory(const char *name, size_t size, struct variable *variable)
{
	variable->in_bytes = take_off(name, &size, ".bytes");
	if (!variable->in_bytes && !take_off(name, &size, ".mib"))
		return false;
	variable->kind = VARIABLE_MEMORY;
	if (equals(name, size, "memory"))
		return true;
	variable->kind = VARIABLE_MEMORY_USABLE;
	if (equals(name, size, "memory.usable"))
		return true;
	variable->kind = VARIABLE_MEMORY_SHARE;
	if (!step_over(&name, &size, "memory."))
		return false;
	variable->word = name;
	variable->word_size = size;
	return true;
}

static bool read_of_role(const char *name, size_t size, struct variable *variable)
{
	static const struct named_variable sizes[] = {{"cpu", VARIABLE_CPU},
						      {"gpu.count", VARIABLE_GPU_COUNT},
						      {"processes", VARIABLE_PROCESSES},
						      {"threads", VARIABLE_THREADS}};

	return is_one_of(sizes, sizeof sizes / sizeof *sizes, name, size, variable) ||
	       read_memory(name, size, variable);
}

bool variable_read(enum role_kind own, const char *name, size_t size, struct variable *variable)
{
	static const struct named_variable plain[] = {{"name", VARIABLE_NAME},
						      {"head.host", VARIABLE_HEAD_HOST},
						      {"worker.host", VARIABLE_WORKER_HOST},
						      {"head.host.full", VARIABLE_HEAD_HOST_FULL},
						      {"worker.host.full", VARIABLE_WORKER_HOST_FULL},
						      {"worker.count", VARIABLE_WORKER_COUNT}};

	*variable = (struct variable){.role = own};
	if (is_one_of(plain, sizeof plain / sizeof *plain, name, size, variable))
		return true;
	variable->kind = VARIABLE_PORT;
	if (step_over(&name, &size, "port.")) {
		variable->word = name;
		variable->word_size = size;
		return true;
	}
	if (step_over(&name, &size, "head."))
		variable->role = ROLE_HEAD;
	else if (step_over(&name, &size, "worker."))
		variable->role = ROLE_WORKER;
	return variable->role != ROLE_NONE && read_of_role(name, size, variable);
}

const char *variable_find(const char *text, const char **name, size_t *size)
{
	for (const char *at = text; (at = strstr(at, "${")); at += 2) {
		if (at > text && at[-1] == '$')
			continue;
		*name = at + 2;
		*size = strcspn(*name, "}");
		if (!(*name)[*size])
			*name = NULL;
		return at;
	}
	return NULL;
}

/* --- Checking a definition ---------------------------------------------------------------- */

/* The names of a list's entries. */
struct names {
	struct index index;
	bool any; /* any other may be meant, too */
};

struct walk {
	struct arena *arena;
	struct diags *diags;
	const struct source *source;
	struct names ports, shares[ROLES];
};

static const char *all_variables(struct arena *arena)
{
	static const char *const forms[] = {
#define VARIABLE_FORM(kind, form, doc) form,
		VARIABLES(VARIABLE_FORM)
#undef VARIABLE_FORM
	};
	struct text text = TEXT_IN(arena);

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		text_add(&text, i ? ", " : "");
		text_add(&text, forms[i]);
	}
	return text_done(&text);
}

/* Where an entry has no good name nobody knows what it was to be called: then any may be meant. */
static struct names names_in(struct arena *arena, const struct node *list)
{
	struct names names = {.index = INDEX_IN(arena), .any = list && list->bad};

	for (const struct node *item = list && !list->bad ? list->first : NULL; item; item = item->next) {
		const struct node *its = node_get(item, "name");

		if (its && !its->bad && its->kind == NODE_TEXT)
			index_add(&names.index, its->text, its);
		else
			names.any = true;
	}
	return names;
}

static bool names_have(const struct names *names, const struct variable *variable)
{
	return names->any || index_find_bytes(&names->index, variable->word, variable->word_size);
}

static const struct node *shares_of(const struct node *root, enum role_kind role)
{
	const struct node *its = node_get(root, role_names[role]), *budget = its ? node_get(its, "budget") : NULL;

	return budget ? node_get(budget, "shares") : NULL;
}

static bool is_there(const struct walk *walk, const struct variable *variable)
{
	if (variable->kind == VARIABLE_PORT)
		return names_have(&walk->ports, variable);
	if (variable->kind == VARIABLE_MEMORY_SHARE)
		return names_have(&walk->shares[variable->role], variable);
	return true;
}

static void check_variables_in(const struct walk *walk, const struct node *node, const struct rule *rule,
			       enum role_kind own)
{
	const char *name, *at = node->text;
	struct variable variable;
	size_t size;

	if (node->bad || node->kind != NODE_TEXT)
		return;
	for (; (at = variable_find(at, &name, &size)); at = name + size) {
		struct span where = node_span(walk->source, node);

		if (!name) {
			diag(walk->diags, CODE_UNKNOWN_VARIABLE, where, "write $${ for a literal ${",
			     "the '}' that ends '%s' is missing", text_copy(walk->arena, at, strcspn(at, "\n")));
			return;
		}
		if (!rule->expands)
			diag(walk->diags, CODE_UNKNOWN_VARIABLE, where, "write the value itself",
			     "${%.*s} isn't replaced here", (int)size, name);
		else if (!variable_read(own, name, size, &variable) || !is_there(walk, &variable))
			diag(walk->diags, CODE_UNKNOWN_VARIABLE, where,
			     text_format(walk->arena, "known: %s%s", all_variables(walk->arena),
					 own == ROLE_NONE ? "; outside of a role, ROLE has to be said" : ""),
			     "there is no variable ${%.*s} here", (int)size, name);
	}
}

static void check_all(const struct walk *walk, const struct node *map, const struct block *block, enum role_kind own);

/* What a file for one role says is said of that role. */
static enum role_kind role_of_file(const struct node *file)
{
	const struct node *role = node_get(file, "role");

	return role && role->kind == NODE_TEXT ? role_named(role->text) : ROLE_NONE;
}

static void check_entry(const struct walk *walk, const struct node *entry, const struct key *key, enum role_kind own)
{
	switch (key->kind) {
	case KIND_BLOCK:
		check_all(walk, entry, key->block, own);
		break;
	case KIND_LIST:
		for (const struct node *item = entry->first; item; item = item->next)
			check_all(walk, item, key->block,
				  key->block == &framework_file_block ? role_of_file(item) : own);
		break;
	case KIND_TEXTS:
	case KIND_PAIRS:
		for (const struct node *item = entry->first; item; item = item->next)
			check_variables_in(walk, item, key->rule, own);
		break;
	default:
		/* A program's text goes into its file as it is. */
		if (key->rule != &rule_program)
			check_variables_in(walk, entry, key->rule, own);
	}
}

/* Looks into maps that lack something, too: what is there can still be wrong. */
static void check_all(const struct walk *walk, const struct node *map, const struct block *block, enum role_kind own)
{
	if (map->kind != NODE_MAP)
		return;
	for (const struct node *entry = map->first; entry; entry = entry->next) {
		const struct key *key = schema_block_key(block, entry->key->text);
		bool is_role = key && block == &framework_block && key->block == &framework_role_block;

		if (key)
			check_entry(walk, entry, key, is_role ? role_named(key->name) : own);
	}
}

void variables_check(struct arena *arena, struct diags *diags, const struct source *source, const struct node *root)
{
	struct walk walk = {
		.arena = arena, .diags = diags, .source = source, .ports = names_in(arena, node_get(root, "ports"))};

	for (enum role_kind role = ROLE_HEAD; role < ROLE_NONE; role++)
		walk.shares[role] = names_in(arena, shares_of(root, role));
	check_all(&walk, root, &framework_block, ROLE_NONE);
}
