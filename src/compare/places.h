/* places: where something is in an object, and what that is called. */
#ifndef CLUSTERC_PLACES_H
#define CLUSTERC_PLACES_H

#include "base/index.h"
#include "kube/object.h"

/* Lists whose items have a key that tells them apart, and maps whose keys are anybody's; and what one
 * entry is called. */
struct collection {
	const char *key;      /* under which it stands */
	const char *identity; /* of an item of a list; NULL: a map */
	const char *noun;
};

/* Where we are in an object. */
struct place {
	const struct place *parent;
	const char *name;
	const struct collection *in; /* what it is an entry of, or NULL */
};

/* The collection that stands at a place in two objects, one of which may be NULL; NULL where none does, or
 * where the items of a list don't have names that tell them apart. */
const struct collection *place_collection(struct arena *arena, const struct place *place, const struct object *old,
					  const struct object *new);
/* What tells an entry of a collection apart; of a map that is none (NULL), the key. */
const char *place_entry_name(const struct collection *collection, const struct object *entry);
/* All entries of a collection, or of a map that is none, by that; none where `parent` is NULL. */
struct index place_entries(struct arena *arena, const struct collection *collection, const struct object *parent);

/* "spec.template.spec.containers": the keys, without entries of collections. */
const char *place_field(struct arena *arena, const struct place *place);
/* "livenessProbe.periodSeconds of container head". */
const char *place_words(struct arena *arena, const struct place *place);
/* Any value on one line: {name: a, value: b}. `without` is a key that is told already, or NULL. */
const char *place_value(struct arena *arena, const struct object *object, const char *without);
/* A text on one line: as it is where that can be seen, else in quotes. */
const char *place_shown(struct arena *arena, const char *text);

#endif
