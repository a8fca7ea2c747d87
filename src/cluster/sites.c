/* sites: what a shared cluster gives to every profile that names it. Defaults lose against the
 * profile; lists and maps are put together, the profile's own first. */
#include "cluster/sites.h"

#include <string.h>

#include "language/image.h"
#include "language/values.h"

/* All that tolerations are told apart by, but for their seconds. */
static const char *toleration_text(struct arena *arena, const struct profile_toleration *one)
{
	return text_format(arena, "%s%s\n%s%s\n%d %d", one->key ? "=" : "", one->key ? one->key : "",
			   one->value ? "=" : "", one->value ? one->value : "",
			   one->operator ? (int)*one->operator : -1, one->effect ? (int)*one->effect : -1);
}

/* What an entry of a list or of a map with free keys goes by: no two entries may have any of it in common. A volume
 * goes by its path and its name, which never look alike. */
static struct texts names_of_entry(struct arena *arena, const struct key *key, const void *entry)
{
	const struct profile_volume *volume = entry;
	struct texts names = {0};

	if (key->block == &profile_toleration_block) {
		texts_add(arena, &names, toleration_text(arena, entry));
	} else if (key->block == &profile_volume_block) {
		texts_add(arena, &names, volume->path);
		texts_add(arena, &names, volume->name);
	} else {
		texts_add(arena, &names, *(const char *const *)entry); /* a text, or a pair's name */
	}
	return names;
}

static bool has_any(const struct index *known, struct texts names)
{
	for (size_t i = 0; i < names.count; i++)
		if (index_find(known, names.items[i]))
			return true;
	return false;
}

/* Entries of both, each once, so that a profile that says them already is left as it is. */
static const void *joined(struct arena *arena, const struct key *key, const char *own, uint32_t *count,
			  const char *more, uint32_t more_count)
{
	struct index known = INDEX_IN(arena);
	size_t size = schema_entry_size(key);
	char *all = arena_alloc(arena, (*count + more_count) * size);

	for (uint32_t i = 0; i < *count; i++) {
		struct texts names = names_of_entry(arena, key, own + i * size);

		for (size_t j = 0; j < names.count; j++)
			index_add(&known, names.items[j], names.items[j]);
		memcpy(all + i * size, own + i * size, size);
	}
	for (uint32_t i = 0; i < more_count; i++)
		if (!has_any(&known, names_of_entry(arena, key, more + i * size)))
			memcpy(all + (*count)++ * size, more + i * size, size);
	return all;
}

/* What `defaults` says under keys that both languages have: a value if the profile has none, entries behind its own. */
static void take_defaults(struct arena *arena, const struct block *block, void *own, const struct block *from,
			  const void *defaults)
{
	for (size_t i = 0; i < from->key_count; i++) {
		const struct key *key = &from->keys[i], *its = schema_block_key(block, key->name);
		const void *value = schema_value(key, defaults), *said = schema_value(its, own);
		uint32_t count;

		if (!its || !value || (said && !its->count_offset))
			continue;
		if (its->count_offset) {
			count = schema_count(its, own);
			value = joined(arena, its, said, &count, value, schema_count(key, defaults));
			memcpy((char *)own + its->count_offset, &count, sizeof count);
		}
		memcpy((char *)own + its->offset, &value, sizeof value);
	}
}

void site_pods(struct arena *arena, struct profile_role *wish, const struct site *site)
{
	if (site && site->defaults)
		take_defaults(arena, &profile_role_block, wish, &site_pods_block, site->defaults->pods);
}

const struct profile *site_profile(struct arena *arena, const struct profile *profile, const struct site *site)
{
	struct profile *merged = NEW(arena, struct profile);

	*merged = *profile;
	if (site)
		take_defaults(arena, &profile_block, merged, &site_defaults_block, site->defaults);
	return merged;
}

const char *site_image(struct arena *arena, const char *image, const struct site *site)
{
	size_t host = image_host_size(image), prefix = site && site->imagePrefix ? strlen(site->imagePrefix) : 0;

	if (!prefix || !strncmp(image, site->imagePrefix, prefix))
		return image;
	return text_join(arena, site->imagePrefix, site->imagePrefix[prefix - 1] == '/' ? "" : "/",
			 host ? image + host + 1 : image, NULL);
}

const char *site_queue_of(struct arena *arena, const char *queue, const char *name_space)
{
	const char *place = strstr(queue, QUEUE_NAMESPACE);

	return place ? text_join(arena, text_copy(arena, queue, (size_t)(place - queue)), name_space,
				 place + sizeof QUEUE_NAMESPACE - 1, NULL)
		     : queue;
}
