/* variables: the ${...} of framework definitions. */
#include "language/variables.h"

#include <string.h>

const struct framework_role *framework_role_of(const struct framework *framework, enum role_kind role)
{
	return role == ROLE_HEAD ? framework->head : framework->worker;
}

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

static bool find_port(const struct framework *framework, const char *name, size_t size, size_t *index)
{
	for (*index = 0; *index < framework->ports_count; ++*index)
		if (equals(name, size, framework->ports[*index].name))
			return true;
	return false;
}

static bool find_share(const struct framework_budget *budget, const char *name, size_t size, size_t *index)
{
	for (*index = 0; *index < budget->shares_count; ++*index)
		if (equals(name, size, budget->shares[*index].name))
			return true;
	return false;
}

/* cpu, memory.mib, memory.usable.mib, memory.SHARE.mib */
static bool read_of_role(const struct framework *framework, const char *name, size_t size, struct variable *variable)
{
	const struct framework_budget *budget = framework_role_of(framework, variable->role)->budget;

	variable->kind = VARIABLE_CPU;
	if (equals(name, size, "cpu"))
		return true;
	variable->kind = VARIABLE_MEMORY;
	if (equals(name, size, "memory.mib"))
		return true;
	variable->kind = VARIABLE_MEMORY_USABLE;
	if (equals(name, size, "memory.usable.mib"))
		return true;
	variable->kind = VARIABLE_MEMORY_SHARE;
	if (!step_over(&name, &size, "memory.") || size < 4 || memcmp(name + size - 4, ".mib", 4))
		return false;
	return find_share(budget, name, size - 4, &variable->index);
}

bool variable_read(const struct framework *framework, enum role_kind own, const char *name, size_t size,
		   struct variable *variable)
{
	static const struct {
		const char *name;
		enum variable_kind kind;
	} plain[] = {
		{"name", VARIABLE_NAME}, {"head.host", VARIABLE_HEAD_HOST}, {"worker.count", VARIABLE_WORKER_COUNT}};

	*variable = (struct variable){.role = own};
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		if (equals(name, size, plain[i].name)) {
			variable->kind = plain[i].kind;
			return true;
		}
	variable->kind = VARIABLE_PORT;
	if (step_over(&name, &size, "port."))
		return find_port(framework, name, size, &variable->index);
	if (step_over(&name, &size, "head."))
		variable->role = ROLE_HEAD;
	else if (step_over(&name, &size, "worker."))
		variable->role = ROLE_WORKER;
	return variable->role != ROLE_NONE && read_of_role(framework, name, size, variable);
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

struct walk {
	struct arena *arena;
	struct diags *diags;
	const struct source *source;
	const struct framework *framework;
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

static void check_text(const struct walk *walk, const struct node *node, const struct rule *rule, enum role_kind own)
{
	const char *name, *at = node->text;
	struct variable variable;
	size_t size;

	for (; (at = variable_find(at, &name, &size)); at = name + size) {
		struct span where = node_span(walk->source, node);

		if (!name) {
			diag(walk->diags, CODE_UNKNOWN_VARIABLE, where, "write $${ for a literal ${", "the '}' that ends '%s' is missing", at);
			return;
		}
		if (!rule->expands)
			diag(walk->diags, CODE_UNKNOWN_VARIABLE, where, "write the value itself", "${%.*s} isn't replaced here",
			     (int)size, name);
		else if (!variable_read(walk->framework, own, name, size, &variable))
			diag(walk->diags, CODE_UNKNOWN_VARIABLE, where,
			     text_format(walk->arena, "known: %s%s", all_variables(walk->arena),
					 own == ROLE_NONE ? "; outside of a role, ROLE has to be said" : ""),
			     "there is no variable ${%.*s} here", (int)size, name);
	}
}

static void check_items(const struct walk *walk, const struct node *list, const struct rule *rule, enum role_kind own)
{
	for (const struct node *item = list->first; item; item = item->next)
		check_text(walk, item->kind == NODE_MAP ? item->last : item, rule, own);
}

static void check_all(const struct walk *walk, const struct node *map, const struct block *block, enum role_kind own)
{
	for (const struct node *entry = map->first; entry; entry = entry->next) {
		const struct key *key = block_key(block, entry->key->text);
		enum role_kind inside = own;

		if (block == &framework_block && key->block == &framework_role_block)
			inside = !strcmp(key->name, "head") ? ROLE_HEAD : ROLE_WORKER;
		if (key->kind == KIND_BLOCK)
			check_all(walk, entry, key->block, inside);
		else if (key->kind == KIND_LIST)
			for (const struct node *item = entry->first; item; item = item->next)
				check_all(walk, item, key->block, inside);
		else if (entry->kind == NODE_LIST)
			check_items(walk, entry, key->rule, inside);
		else
			check_text(walk, entry, key->rule, inside);
	}
}

void variables_check(struct arena *arena, struct diags *diags, const struct source *source, const struct node *root,
		     const struct framework *framework)
{
	struct walk walk = {arena, diags, source, framework};

	check_all(&walk, root, &framework_block, ROLE_NONE);
}
