/* index: a crit-bit tree. Each fork knows the first bit in which the names on its two sides differ. */
#include "base/index.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* A name and its value, or a fork: what begins both says which. */
struct leaf {
	bool is_fork; /* false */
	const char *name;
	size_t size;
	void *value;
};

struct fork {
	bool is_fork; /* true */
	uint16_t bit; /* one bit of a symbol */
	size_t at;    /* which symbol */
	void *sides[2];
};

static bool is_fork(const void *node)
{
	return *(const bool *)node;
}

/* A byte of the name, or its end, which differs from all bytes: no name is the beginning of another then. */
static unsigned symbol(const char *name, size_t size, size_t at)
{
	return at < size ? 256u + (unsigned char)name[at] : 0;
}

static size_t side_of(const struct fork *fork, const char *name, size_t size)
{
	return (symbol(name, size, fork->at) & fork->bit) != 0;
}

/* The only leaf that can have the name; the tree may not be empty. */
static const struct leaf *likely(void *node, const char *name, size_t size)
{
	while (is_fork(node))
		node = ((struct fork *)node)->sides[side_of(node, name, size)];
	return node;
}

static bool leaf_has_name(const struct leaf *leaf, const char *name, size_t size)
{
	return leaf->size == size && !memcmp(leaf->name, name, size);
}

void *index_find_bytes(const struct index *index, const char *name, size_t size)
{
	const struct leaf *leaf = index->root ? likely(index->root, name, size) : NULL;

	return leaf && leaf_has_name(leaf, name, size) ? leaf->value : NULL;
}

static struct leaf *new_leaf(struct index *index, const char *name, size_t size, const void *value)
{
	struct leaf *leaf = NEW(index->arena, struct leaf);

	*leaf = (struct leaf){false, name, size, (void *)value};
	return leaf;
}

/* Where two names that aren't the same first differ. */
static struct fork difference(const struct leaf *leaf, const char *name, size_t size)
{
	struct fork fork = {.is_fork = true, .bit = 256};
	unsigned bits;

	while (symbol(leaf->name, leaf->size, fork.at) == symbol(name, size, fork.at))
		fork.at++;
	bits = symbol(leaf->name, leaf->size, fork.at) ^ symbol(name, size, fork.at);
	while (!(bits & fork.bit))
		fork.bit >>= 1;
	return fork;
}

static bool is_before(const struct fork *fork, const struct fork *other)
{
	return fork->at < other->at || (fork->at == other->at && fork->bit > other->bit);
}

/* Puts the fork above the first one on the name's way whose names differ only later. */
static void put_fork(struct index *index, const struct fork *difference, const char *name, size_t size,
		     struct leaf *leaf)
{
	struct fork *fork = NEW(index->arena, struct fork);
	void **place = &index->root;

	while (is_fork(*place) && is_before(*place, difference))
		place = &((struct fork *)*place)->sides[side_of(*place, name, size)];
	*fork = *difference;
	fork->sides[side_of(fork, name, size)] = leaf;
	fork->sides[!side_of(fork, name, size)] = *place;
	*place = fork;
}

void *index_add_bytes(struct index *index, const char *name, size_t size, const void *value)
{
	const struct leaf *leaf = index->root ? likely(index->root, name, size) : NULL;
	struct fork fork;

	if (!leaf) {
		index->root = new_leaf(index, name, size, value);
		return (void *)value;
	}
	if (leaf_has_name(leaf, name, size))
		return leaf->value;
	fork = difference(leaf, name, size);
	put_fork(index, &fork, name, size, new_leaf(index, name, size, value));
	return (void *)value;
}

void *index_add(struct index *index, const char *name, const void *value)
{
	return index_add_bytes(index, name, strlen(name), value);
}

void *index_find(const struct index *index, const char *name)
{
	return index_find_bytes(index, name, strlen(name));
}
