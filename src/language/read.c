/* read: the passes that turn one file into a language's structure, one call each. */
#include "language/read.h"

#include "front/tree.h"
#include "language/bind.h"
#include "language/canonical.h"
#include "language/check.h"
#include "language/definition.h"
#include "language/site.h"
#include "language/site_check.h"
#include "language/variables.h"

/* What comes after check, for a tree that it took. */
static const struct document *read_checked(struct arena *arena, struct diags *diags, const struct source *source,
					   struct node *root, const struct block *language)
{
	struct document *document = NEW(arena, struct document);

	document->source = source;
	document->root = root;
	canonical(arena, root, language);
	document->text = bind_canonical_text(arena, root, language);
	document->bound = bind_text(arena, document->text, language);
	if (!document->bound)
		diag(diags, CODE_INTERNAL, node_span(source, root), NULL, "what the checker took, libcyaml refuses");
	return document->bound ? document : NULL;
}

const struct document *read_document(struct arena *arena, struct diags *diags, const struct source *source,
				     struct node *root, const struct block *language)
{
	return check(arena, diags, source, root, language) ? read_checked(arena, diags, source, root, language) : NULL;
}

const struct document *read_framework(struct arena *arena, struct diags *diags, const struct source *source)
{
	struct tree *tree = tree_parse(arena, diags, source);
	struct node *root = tree->first;
	size_t errors = diags->errors;

	if (!tree->whole || !root)
		return NULL;
	check(arena, diags, source, root, &framework_block);
	variables_check(arena, diags, source, root);
	definition_check(arena, diags, source, root);
	return diags->errors == errors ? read_checked(arena, diags, source, root, &framework_block) : NULL;
}

const struct document *read_site(struct arena *arena, struct diags *diags, const struct source *source)
{
	struct tree *tree = tree_parse(arena, diags, source);
	size_t errors = diags->errors;
	struct node *root = tree->first;

	if (!tree->whole || !root)
		return NULL;
	check(arena, diags, source, root, &site_block);
	site_check(arena, diags, source, root);
	return diags->errors == errors ? read_checked(arena, diags, source, root, &site_block) : NULL;
}
