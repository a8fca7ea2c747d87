/* site_check: the rules of sites that concern more than one value. */
#include "language/site_check.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "language/site.h"

struct site_checker {
	struct arena *arena;
	struct diags *diags;
	const struct source *source;
	const struct node *root;
};

/* The value under a path of keys; NULL where it isn't there or is told of already. */
static const struct node *site_value(const struct site_checker *it, const char *block, const char *key)
{
	const struct node *map = block ? node_get(it->root, block) : it->root, *value;

	if (!map || map->bad || map->kind != NODE_MAP)
		return NULL;
	value = node_get(map, key);
	return value && !value->bad ? value : NULL;
}

static void contradict(const struct site_checker *it, const struct node *where, const char *help, const char *text)
{
	diag(it->diags, CODE_CONFLICTING_KEYS, node_span(it->source, where), help, "%s", text);
}

/* Whether a rule is there by that name: a key at the top or in one of the blocks. */
static bool is_rule(struct arena *arena, const char *name)
{
	size_t size = strcspn(name, ".");
	const struct key *key = schema_block_key(&site_block, text_copy(arena, name, size));

	if (!key || !name[size])
		return key;
	return key->block && key->kind == KIND_BLOCK && schema_block_key(key->block, name + size + 1);
}

/* A reason that is about nothing would never be shown. */
static void check_reasons(const struct site_checker *it)
{
	const struct node *reasons = site_value(it, NULL, "reasons");

	if (!reasons || reasons->kind != NODE_MAP)
		return;
	for (const struct node *entry = reasons->first; entry; entry = entry->next) {
		const char *name = entry->key->text, *dot = strchr(name, '.');
		size_t size = strcspn(name, ".");
		const char *block = dot ? text_copy(it->arena, name, size) : NULL;

		if (entry->bad)
			continue;
		if (!is_rule(it->arena, name))
			diag(it->diags, CODE_UNKNOWN_KEY, node_key_span(it->source, entry),
			     "a rule goes by its place: limits.lifetime, gpus.classLabel, labels",
			     "there is no rule '%s'", name);
		else if (!site_value(it, block, dot ? dot + 1 : name))
			contradict(it, entry, text_format(it->arena, "set %s, or leave its reason out", name),
				   text_format(it->arena, "%s is given a reason, and isn't set", name));
	}
}

static void check_gpus(const struct site_checker *it)
{
	const struct node *label = site_value(it, "gpus", "classLabel"), *classes = site_value(it, "gpus", "classes");

	if (label && !node_get(node_get(it->root, "gpus"), "classes"))
		contradict(it, label, "write classes: [{name: small}, {name: large}]",
			   "'classLabel' needs the classes there are");
	if (classes && !node_get(node_get(it->root, "gpus"), "classLabel"))
		contradict(it, classes, "write classLabel: gpu-class, with the label's key",
			   "'classes' needs the label that says them");
	if (classes && classes->kind == NODE_LIST && !classes->first)
		contradict(it, classes, "write [{name: small}]", "there are no classes");
}

/* Whether a class has a rate that is good. */
static const struct node *first_rate(const struct site_checker *it)
{
	const struct node *classes = site_value(it, "gpus", "classes");

	for (const struct node *one = classes && classes->kind == NODE_LIST ? classes->first : NULL; one;
	     one = one->next)
		if (!one->bad && one->kind == NODE_MAP && node_get(one, "rate"))
			return node_get(one, "rate");
	return NULL;
}

static void check_discount(const struct site_checker *it)
{
	const struct node *discount = site_value(it, "charges", "discount"), *from, *to;

	if (!discount || discount->kind != NODE_MAP)
		return;
	from = node_get(discount, "from");
	to = node_get(discount, "to");
	if (from && to && !from->bad && !to->bad && atoi(from->text) >= atoi(to->text))
		contradict(it, to, "write the hours of one day, from the earlier to the later: {from: 1, to: 16}",
			   "the discount ends before it begins");
	if (!node_get(node_get(it->root, "charges"), "timeZone"))
		contradict(it, discount, "write timeZone: America/Los_Angeles",
			   "'discount' needs the time zone of its hours");
}

static void check_charges(const struct site_checker *it)
{
	const struct node *charges = node_get(it->root, "charges"), *rate = first_rate(it);

	if (rate && !charges)
		contradict(it, rate, "write charges: {unit: credits}", "'rate' needs the unit that it counts in");
	if (charges && !charges->bad && !rate && !site_value(it, "gpus", "classes"))
		contradict(it, charges, "give the classes of GPUs a rate", "'charges' needs rates");
	check_discount(it);
}

static void check_identity(const struct site_checker *it)
{
	const struct node *own = site_value(it, "limits", "ownUser"),
			  *assigned = site_value(it, "limits", "assignedUser");

	if (own && assigned && !strcmp(own->text, "true") && !strcmp(assigned->text, "true"))
		contradict(it, own, "keep the one that the cluster does",
			   "pods can't run as their user's own number and as one that the cluster assigns");
}

void site_check(struct arena *arena, struct diags *diags, const struct source *source, const struct node *root)
{
	struct site_checker it = {arena, diags, source, root};

	if (root->kind != NODE_MAP)
		return;
	check_reasons(&it);
	check_gpus(&it);
	check_charges(&it);
	check_identity(&it);
}
