/* expand: puts values in the place of a definition's ${variables}. */
#include "cluster/expand.h"

#include <string.h>

enum { MIB = 1024 * 1024 };

static int64_t share(const struct cluster *cluster, const struct cluster_role *role, size_t index)
{
	const struct framework_budget *budget = framework_role_of(cluster->framework, role->kind)->budget;

	/* Whole MiB before the percentage, so that nothing overflows. */
	return (role->memory - role->reserve) / MIB * *budget->shares[index].percent / 100;
}

static void add_value(struct text *out, const struct cluster *cluster, const struct variable *variable)
{
	const struct cluster_role *role = &cluster->roles[variable->role == ROLE_WORKER ? ROLE_WORKER : ROLE_HEAD];

	switch (variable->kind) {
	case VARIABLE_NAME:
		text_add(out, cluster->name);
		break;
	case VARIABLE_HEAD_HOST:
		text_add(out, cluster->roles[ROLE_HEAD].object);
		break;
	case VARIABLE_WORKER_COUNT:
		text_add_number(out, cluster->roles[ROLE_WORKER].count);
		break;
	case VARIABLE_PORT:
		text_add_number(out, cluster->ports[variable->index].number);
		break;
	case VARIABLE_CPU:
		text_add_number(out, (role->cpu + 999) / 1000);
		break;
	case VARIABLE_MEMORY:
		text_add_number(out, role->memory / MIB);
		break;
	case VARIABLE_MEMORY_USABLE:
		text_add_number(out, (role->memory - role->reserve) / MIB);
		break;
	case VARIABLE_MEMORY_SHARE:
		text_add_number(out, share(cluster, role, variable->index));
		break;
	}
}

/* Copies up to `end`, or up to the end of the text, with "$${" made "${". */
static void add_literal(struct text *out, const char *from, const char *end)
{
	const char *escape;

	while ((escape = strstr(from, "$${")) && (!end || escape < end)) {
		text_add_bytes(out, from, (size_t)(escape - from));
		text_add(out, "${");
		from = escape + 3;
	}
	text_add_bytes(out, from, end ? (size_t)(end - from) : strlen(from));
}

const char *expand(struct arena *arena, const struct cluster *cluster, enum role_kind own, const char *text)
{
	struct text out = TEXT_IN(arena);
	struct variable variable;
	const char *at, *name;
	size_t size;

	if (!strstr(text, "${"))
		return text;
	while ((at = variable_find(text, &name, &size)) && name) {
		add_literal(&out, text, at);
		if (variable_read(cluster->framework, own, name, size, &variable))
			add_value(&out, cluster, &variable);
		text = name + size + 1;
	}
	add_literal(&out, text, NULL);
	return text_done(&out);
}
