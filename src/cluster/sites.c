/* sites: what a shared cluster gives to every profile that names it. Defaults lose against the
 * profile; lists and maps are put together, the profile's own first. */
#include "cluster/sites.h"

#include <string.h>

#include "language/image.h"

static const struct pair *merged_pairs(struct arena *arena, const struct pair *own, uint32_t *count, const struct pair *more,
				       uint32_t more_count)
{
	struct pair *all;

	if (!more_count)
		return own;
	all = NEW_ARRAY(arena, struct pair, *count + more_count);
	if (*count)
		memcpy(all, own, *count * sizeof *all);
	for (uint32_t i = 0, before = *count; i < more_count; i++)
		if (!pairs_find(own, before, more[i].name))
			all[(*count)++] = more[i];
	return all;
}

/* Lists of structures, one behind the other. */
static const void *joined(struct arena *arena, const void *own, uint32_t *count, const void *more, uint32_t more_count, size_t size)
{
	char *all;

	if (!more_count)
		return own;
	all = arena_alloc(arena, (*count + more_count) * size);
	if (*count)
		memcpy(all, own, *count * size);
	memcpy(all + *count * size, more, more_count * size);
	*count += more_count;
	return all;
}

/* Texts of both, each once, so that a profile that says them already is left as it is. */
static const char *const *joined_texts(struct arena *arena, const char *const *own, uint32_t *count, const char *const *more,
				       uint32_t more_count)
{
	for (uint32_t i = 0, before = *count; i < more_count; i++) {
		uint32_t at = 0;

		while (at < before && strcmp(own[at], more[i]))
			at++;
		if (at == before)
			own = joined(arena, own, count, &more[i], 1, sizeof more[i]);
	}
	return own;
}

static bool same_text(const char *one, const char *other)
{
	return one == other || (one && other && !strcmp(one, other));
}

static bool same_choice(const void *one, const void *other)
{
	return !one == !other && (!one || *(const unsigned *)one == *(const unsigned *)other);
}

static void join_tolerations(struct arena *arena, struct profile_role *wish, const struct site_pods *pods)
{
	uint32_t own = wish->tolerations_count;

	for (uint32_t i = 0; i < pods->tolerations_count; i++) {
		const struct profile_toleration *one = &pods->tolerations[i];
		uint32_t at = 0;

		while (at < own && !(same_text(wish->tolerations[at].key, one->key) && same_text(wish->tolerations[at].value, one->value) &&
				     same_choice(wish->tolerations[at].operator, one->operator) &&
				     same_choice(wish->tolerations[at].effect, one->effect)))
			at++;
		if (at == own)
			wish->tolerations = joined(arena, wish->tolerations, &wish->tolerations_count, one, 1, sizeof *one);
	}
}

/* The site mounts nothing where the profile does, nor under a name that it uses. */
static void join_volumes(struct arena *arena, struct profile_role *wish, const struct site_pods *pods)
{
	uint32_t own = wish->volumes_count;

	for (uint32_t i = 0; i < pods->volumes_count; i++) {
		const struct profile_volume *volume = &pods->volumes[i];
		uint32_t at = 0;

		while (at < own && strcmp(wish->volumes[at].path, volume->path) && strcmp(wish->volumes[at].name, volume->name))
			at++;
		if (at == own)
			wish->volumes = joined(arena, wish->volumes, &wish->volumes_count, volume, 1, sizeof *volume);
	}
}

/* Texts and numbers under keys that both languages have, where the profile doesn't say them itself. */
static void take_scalars(const struct block *block, void *own, const struct block *from, const void *defaults)
{
	for (size_t i = 0; i < from->key_count; i++) {
		const struct key *key = &from->keys[i], *its = block_key(block, key->name);
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
	wish->nodeSelector = merged_pairs(arena, wish->nodeSelector, &wish->nodeSelector_count, pods->nodeSelector, pods->nodeSelector_count);
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
	merged->labels = merged_pairs(arena, merged->labels, &merged->labels_count, defaults->labels, defaults->labels_count);
	merged->annotations =
		merged_pairs(arena, merged->annotations, &merged->annotations_count, defaults->annotations, defaults->annotations_count);
	merged->imagePullSecrets = joined_texts(arena, merged->imagePullSecrets, &merged->imagePullSecrets_count,
						defaults->imagePullSecrets, defaults->imagePullSecrets_count);
	return merged;
}

const char *site_image(struct arena *arena, const char *image, const struct site *site)
{
	size_t host = image_host_size(image), prefix = site && site->imagePrefix ? strlen(site->imagePrefix) : 0;

	if (!prefix || !strncmp(image, site->imagePrefix, prefix))
		return image;
	return text_join(arena, site->imagePrefix, site->imagePrefix[prefix - 1] == '/' ? "" : "/", host ? image + host + 1 : image, NULL);
}
