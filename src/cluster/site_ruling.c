/* site_ruling: what the rules of a site have in common. */
#include "cluster/site_ruling.h"

#include <string.h>

/* The line of the site that sets the rule. */
static struct span rule_span(const struct site_ruling *it, const char *rule)
{
	const struct node *node = it->document->root, *next;

	while (node && *rule) {
		size_t size = strcspn(rule, ".");

		next = node->kind == NODE_MAP ? node_get(node, text_copy(it->rules->arena, rule, size)) : NULL;
		if (!next)
			break;
		node = next;
		rule += size + (rule[size] == '.');
	}
	return node_span(it->document->source, node);
}

void site_ruling_tell(const struct site_ruling *it, enum code code, const char *rule, struct span where,
		      const char *write, const char *text)
{
	const char *reason = pairs_find(it->site->reasons, it->site->reasons_count, rule);
	struct span line = rule_span(it, rule);

	diag(it->rules->diags, code, where,
	     text_format(it->rules->arena, "%s%sthe site %s sets %s in %s:%u%s%s", write ? write : "",
			 write ? "; " : "", it->site->name, rule, line.source->name, line.line, reason ? ": " : "",
			 reason ? reason : ""),
	     "%s", text);
}

void site_ruling_refuse(const struct site_ruling *it, const char *rule, struct span where, const char *write,
			const char *text)
{
	site_ruling_tell(it, CODE_SITE_LIMIT, rule, where, write, text);
}

struct span site_ruling_at_top(const struct site_ruling *it, const char *key)
{
	const struct node *root = it->rules->document->root, *own = node_get(root, key);

	return node_span(it->rules->document->source, own ? own : node_get(root, "name"));
}

struct span site_ruling_at(const struct site_ruling *it, const struct cluster_role *role, const char *key)
{
	const struct node *block = pod_rules_block(it->rules, role), *its = block ? node_get(block, key) : NULL;
	const struct node *name = node_get(it->rules->document->root, "name");

	return its ? node_span(it->rules->document->source, its)
		   : node_key_span(it->rules->document->source, block && block->key ? block : name);
}
