/* code_rules: what the keys of `code` need, and what doesn't go together. One function a rule; the table at the end
 * lists them. */
#include <string.h>

#include "cluster/code.h"
#include "cluster/ruling.h"

static void code_is_one(const struct rules *it)
{
	const struct profile_code *code = it->profile->code;

	if (node_get(it->document->root, "code")->pruned)
		return;
	if (!code->directory && !code->git)
		diag(it->diags, CODE_MISSING_KEY, AT_KEY(it, "code"),
		     "write code: {directory: NAME}, or code: {git: URL, ref: COMMIT}",
		     "code has neither directory nor git");
	else if (code->directory && code->git)
		diag(it->diags, CODE_CONFLICTING_KEYS, AT_KEY(it, "code", "git"), "leave one of them out",
		     "code is a directory or comes from git, not both");
}

static void keys_of_git_have_it(const struct rules *it)
{
	const struct profile_code *code = it->profile->code;
	const struct {
		const char *key;
		bool there;
	} rows[] = {
		{"ref", code->ref}, {"path", code->path}, {"secret", code->secret}, {"image", code->image},
		{"size", code->size},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows && !code->git && code->directory; i++)
		if (rows[i].there)
			diag(it->diags, CODE_CONFLICTING_KEYS, AT_KEY(it, "code", rows[i].key), "leave it out",
			     "%s is for code from git, and the code is a directory", rows[i].key);
}

/* Pods start at different times. */
static void ref_is_a_commit(const struct rules *it)
{
	const struct cluster_code *code = &it->cluster->code;

	if (!code->git || node_get(it->document->root, "code")->pruned)
		return;
	if (!it->profile->code->ref)
		diag(it->diags, CODE_MISSING_KEY, AT(it, "code", "git"), "ref: COMMIT, as git rev-parse HEAD prints it",
		     "code has no ref: write which commit is fetched");
	else if (!code->pinned)
		diag(it->diags, CODE_CODE_NOT_PINNED, AT(it, "code", "ref"),
		     text_format(it->arena, "write the commit that it is now: git ls-remote %s %s", code->git,
				 code->ref),
		     "'%s' isn't a whole commit: a pod that starts later may get other code than the rest",
		     code->ref);
}

/* https://USER:PASSWORD@HOST/PATH */
static void address_has_no_password(const struct rules *it)
{
	const char *server = it->profile->code->git ? strstr(it->profile->code->git, "//") + 2 : "";
	const char *at = memchr(server, '@', strcspn(server, "/"));

	if (at && memchr(server, ':', (size_t)(at - server)))
		diag(it->diags, CODE_LITERAL_SECRET, AT(it, "code", "git"),
		     "kubectl create secret generic NAME --from-literal=username=... --from-literal=password=..., and "
		     "write code: {secret: NAME} with the address without them",
		     "the address has a password, and everybody who reads the manifest would read it");
}

static void (*const all_rules[])(const struct rules *) = {
	code_is_one,
	keys_of_git_have_it,
	ref_is_a_commit,
	address_has_no_password,
};

void code_rules_check(const struct rules *it)
{
	if (it->profile->code && it->profile->code->image)
		pod_rules_tell_of_tag(it, AT(it, "code", "image"), it->profile->code->image);
	for (size_t i = 0; i < sizeof all_rules / sizeof *all_rules && it->profile->code; i++)
		all_rules[i](it);
}
