/* sites: what a shared cluster gives to every profile that names it. Defaults lose against the
 * profile; lists and maps are put together, the profile's own first. */
#include "cluster/sites.h"

#include <string.h>

#include "language/image.h"

static const struct pair *merged_pairs(struct arena *arena, const struct pair *own, uint32_t *count,
				       const struct pair *more, uint32_t more_count)
{
	struct index names = INDEX_IN(arena);
	struct pair *all;

	if (!more_count)
		return own;
	all = NEW_ARRAY(arena, struct pair, *count + more_count);
	for (uint32_t i = 0; i < *count; i++) {
		all[i] = own[i];
		index_add(&names, own[i].name, &own[i]);
	}
	for (uint32_t i = 0; i < more_count; i++)
		if (!index_find(&names, more[i].name))
			all[(*count)++] = more[i];
	return all;
}

/* Room for `more_count` behind the list of structures, or texts, of `size` bytes each. */
static void *with_room(struct arena *arena, const void *own, uint32_t count, uint32_t more_count, size_t size)
{
	void *all = arena_alloc(arena, (count + more_count) * size);

	if (count)
		memcpy(all, own, count * size);
	return all;
}

/* Texts of both, each once, so that a profile that says them already is left as it is. */
static const char *const *joined_texts(struct arena *arena, const char *const *own, uint32_t *count,
				       const char *const *more, uint32_t more_count)
{
	struct index texts = INDEX_IN(arena);
	const char **all;

	if (!more_count)
		return own;
	all = with_room(arena, own, *count, more_count, sizeof *all);
	for (uint32_t i = 0; i < *count; i++)
		index_add(&texts, own[i], own[i]);
	for (uint32_t i = 0; i < more_count; i++)
		if (!index_find(&texts, more[i]))
			all[(*count)++] = more[i];
	return all;
}

/* All that tolerations are told apart by, but for their seconds. */
static const char *toleration_text(struct arena *arena, const struct profile_toleration *one)
{
	return text_format(arena, "%s%s\n%s%s\n%d %d", one->key ? "=" : "", one->key ? one->key : "",
			   one->value ? "=" : "", one->value ? one->value : "",
			   one->operator ? (int)*one->operator : -1, one->effect ? (int)*one->effect : -1);
}

static void join_tolerations(struct arena *arena, struct profile_role *wish, const struct site_pods *pods)
{
	struct index own = INDEX_IN(arena);
	struct profile_toleration *all;

	if (!pods->tolerations_count)
		return;
	all = with_room(arena, wish->tolerations, wish->tolerations_count, pods->tolerations_count, sizeof *all);
	for (uint32_t i = 0; i < wish->tolerations_count; i++)
		index_add(&own, toleration_text(arena, &all[i]), &all[i]);
	for (uint32_t i = 0; i < pods->tolerations_count; i++)
		if (!index_find(&own, toleration_text(arena, &pods->tolerations[i])))
			all[wish->tolerations_count++] = pods->tolerations[i];
	wish->tolerations = all;
}

/* The site mounts nothing where the profile does, nor under a name that it uses. */
static void join_volumes(struct arena *arena, struct profile_role *wish, const struct site_pods *pods)
{
	struct index paths = INDEX_IN(arena), names = INDEX_IN(arena);
	struct profile_volume *all;

	if (!pods->volumes_count)
		return;
	all = with_room(arena, wish->volumes, wish->volumes_count, pods->volumes_count, sizeof *all);
	for (uint32_t i = 0; i < wish->volumes_count; i++) {
		index_add(&paths, all[i].path, &all[i]);
		index_add(&names, all[i].name, &all[i]);
	}
	for (uint32_t i = 0; i < pods->volumes_count; i++)
		if (!index_find(&paths, pods->volumes[i].path) && !index_find(&names, pods->volumes[i].name))
			all[wish->volumes_count++] = pods->volumes[i];
	wish->volumes = all;
}

/* Texts and numbers under keys that both languages have, where the profile doesn't say them itself. */
static void take_scalars(const struct block *block, void *own, const struct block *from, const void *defaults)
{
	for (size_t i = 0; i < from->key_count; i++) {
		const struct key *key = &from->keys[i], *its = schema_block_key(block, key->name);
		const void *said;

		if (!its || (key->kind != KIND_TEXT && key->kind != KIND_NUMBER))
			continue;
		memcpy(&said, (char *)own + its->offset, sizeof said);
		if (!said)
			memcpy((char *)own + its->offset, (const char *)defaults + key->offset, sizeof said);
	}
}

void site_pods(struct arena *arena, struct profile_role *wish, const struct site *site)
{
	const struct site_pods *pods = site && site->defaults ? site->defaults->pods : NULL;

	if (!pods)
		return;
	wish->nodeSelector = merged_pairs(arena, wish->nodeSelector, &wish->nodeSelector_count, pods->nodeSelector,
					  pods->nodeSelector_count);
	join_tolerations(arena, wish, pods);
	wish->supplementalGroups = joined_texts(arena, wish->supplementalGroups, &wish->supplementalGroups_count,
						pods->supplementalGroups, pods->supplementalGroups_count);
	join_volumes(arena, wish, pods);
	take_scalars(&profile_role_block, wish, &site_pods_block, pods);
}

const struct profile *site_profile(struct arena *arena, const struct profile *profile, const struct site *site)
{
	const struct site_defaults *defaults = site ? site->defaults : NULL;
	struct profile *merged;

	if (!defaults)
		return profile;
	merged = NEW(arena, struct profile);
	*merged = *profile;
	take_scalars(&profile_block, merged, &site_defaults_block, defaults);
	merged->labels =
		merged_pairs(arena, merged->labels, &merged->labels_count, defaults->labels, defaults->labels_count);
	merged->annotations = merged_pairs(arena, merged->annotations, &merged->annotations_count,
					   defaults->annotations, defaults->annotations_count);
	merged->imagePullSecrets = joined_texts(arena, merged->imagePullSecrets, &merged->imagePullSecrets_count,
						defaults->imagePullSecrets, defaults->imagePullSecrets_count);
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
