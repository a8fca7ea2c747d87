/* read: the passes that turn one file into a language's structure, one call each. */
#include "language/read.h"

#include <string.h>

#include "base/quantity.h"
#include "language/bind.h"
#include "language/canonical.h"
#include "language/check.h"
#include "language/variables.h"

const struct document *document_read(struct arena *arena, struct diags *diags, const struct source *source,
				     struct node *root, const struct block *language)
{
	struct document *document = NEW(arena, struct document);

	document->source = source;
	document->root = root;
	if (!check(arena, diags, source, root, language))
		return NULL;
	canonical(arena, root, language);
	document->text = canonical_text(arena, root, language);
	document->bound = bind(arena, document->text, language);
	if (!document->bound)
		diag(diags, CODE_INTERNAL, node_span(source, root), NULL, "what the checker took, libcyaml refuses");
	return document->bound ? document : NULL;
}

/* A probe asks in one way: over HTTP, by connecting, or by a command. */
static void check_probe(struct diags *diags, const struct document *document, const char *role, const char *name,
			const struct framework_probe *probe)
{
	if (!probe || (probe->command != NULL) != (probe->port != NULL))
		return;
	diag(diags, CODE_MISSING_KEY, node_key_span(document->source, node_find(document->root, role, name, NULL)),
	     "write port and path, port alone, or command", "'%s' has to say what is asked: %s", name,
	     probe->command ? "a port or a command, not both" : "a port or a command");
}

static void check_probe_port(struct diags *diags, const struct document *document, const char *role, const char *name,
			     const struct framework_probe *probe)
{
	const struct framework *framework = document->bound;

	if (!probe || !probe->port)
		return;
	for (size_t i = 0; i < framework->ports_count; i++)
		if (!strcmp(framework->ports[i].name, probe->port) && !strcmp(framework->ports[i].role, role))
			return;
	diag(diags, CODE_BAD_VALUE, node_span(document->source, node_find(document->root, role, name, "port", NULL)),
	     "name a port of 'ports' with this role", "the %s has no port '%s'", role, probe->port);
}

/* reserve < minimum <= memory, so that every share is of something. */
static void check_budget(struct arena *arena, struct diags *diags, const struct document *document, const char *name,
			 const struct framework_role *role)
{
	int64_t reserve = 0, minimum = 0, memory = 0, percent = 0;

	if (role->budget->reserve)
		quantity_read(role->budget->reserve, UNIT_BYTES, &reserve);
	quantity_read(role->budget->minimum, UNIT_BYTES, &minimum);
	quantity_read(role->memory, UNIT_BYTES, &memory);
	if (reserve >= minimum)
		diag(diags, CODE_OUT_OF_RANGE,
		     node_span(document->source, node_find(document->root, name, "budget", "reserve", NULL)),
		     text_format(arena, "reserve less than the minimum of %s", role->budget->minimum),
		     "nothing would be left of the smallest %s", role->term);
	if (memory < minimum)
		diag(diags, CODE_OUT_OF_RANGE, node_span(document->source, node_find(document->root, name, "memory", NULL)),
		     text_format(arena, "the minimum is %s", role->budget->minimum),
		     "the default memory is less than the minimum");
	for (size_t i = 0; i < role->budget->shares_count; i++)
		percent += *role->budget->shares[i].percent;
	if (percent > 100)
		diag(diags, CODE_OUT_OF_RANGE,
		     node_key_span(document->source, node_find(document->root, name, "budget", "shares", NULL)),
		     "shares are parts of what is left after reserve", "the shares add up to %lld percent", (long long)percent);
}

static void check_role(struct arena *arena, struct diags *diags, const struct document *document, const char *name,
		       const struct framework_role *role)
{
	const struct {
		const char *name;
		const struct framework_probe *probe;
	} probes[] = {{"startup", role->startup}, {"readiness", role->readiness}, {"liveness", role->liveness}};

	for (size_t i = 0; i < sizeof probes / sizeof *probes; i++) {
		check_probe(diags, document, name, probes[i].name, probes[i].probe);
		check_probe_port(diags, document, name, probes[i].name, probes[i].probe);
	}
	check_budget(arena, diags, document, name, role);
}

const struct document *framework_read(struct arena *arena, struct diags *diags, const struct source *source)
{
	struct tree *tree = tree_parse(arena, diags, source);
	const struct document *document;
	const struct framework *framework;
	size_t errors = diags->errors;

	if (!tree->whole || !tree->first)
		return NULL;
	document = document_read(arena, diags, source, tree->first, &framework_block);
	if (!document || diags->errors > errors)
		return NULL;
	framework = document->bound;
	variables_check(arena, diags, source, document->root, framework);
	check_role(arena, diags, document, "head", framework->head);
	check_role(arena, diags, document, "worker", framework->worker);
	return diags->errors == errors ? document : NULL;
}
