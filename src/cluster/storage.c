/* storage: the volumes of pods, and the claims for storage that come with the cluster. */
#include "cluster/storage.h"

#include <string.h>

#include "cluster/needs.h"
#include "cluster/sites.h"

void storage_decide_start(struct cluster *cluster, struct arena *arena)
{
	size_t volumes = 0;

	for (size_t i = 0; i < cluster->role_count; i++)
		volumes += cluster->roles[i].wish.volumes_count;
	cluster->claims = NEW_ARRAY(arena, struct cluster_claim, volumes + 1);
	cluster->claim_index = INDEX_IN(arena);
}

static const char *storage_class_of(const struct cluster *cluster, const char *own)
{
	const struct site_defaults *defaults = cluster->site ? cluster->site->defaults : NULL;

	return own || !defaults ? own : defaults->storageClass;
}

/* The claim of that name, which the first volume that asks for it decides. */
static const struct cluster_claim *claim_of(struct cluster *cluster, struct arena *arena,
					    const struct profile_volume *wish)
{
	struct cluster_claim *claim = &cluster->claims[cluster->claim_count];
	const struct cluster_claim *first = index_add(&cluster->claim_index, wish->name, claim);

	if (first != claim)
		return first;
	cluster->claim_count++;
	*claim = (struct cluster_claim){
		.name = wish->name,
		.object = text_join(arena, cluster->name, "-", wish->name, NULL),
		.size = *wish->newClaim->size,
		.storage_class = storage_class_of(cluster, wish->newClaim->storageClass),
		.access_mode = wish->newClaim->accessMode ? *wish->newClaim->accessMode : ACCESS_READ_WRITE_ONCE,
	};
	return claim;
}

/* A volume has one source: a rule holds it. */
static void decide_source(struct cluster *cluster, struct arena *arena, struct cluster_volume *volume,
			  const struct profile_volume *wish)
{
	if (wish->claim) {
		volume->source = VOLUME_CLAIM;
		volume->object = wish->claim;
	} else if (wish->newClaim) {
		volume->source = VOLUME_CLAIM;
		volume->made = claim_of(cluster, arena, wish);
		volume->object = volume->made->object;
	} else if (wish->ephemeral) {
		volume->source = VOLUME_EPHEMERAL;
		volume->claimed = *wish->ephemeral->size;
		volume->storage_class = storage_class_of(cluster, wish->ephemeral->storageClass);
	} else if (wish->image) {
		volume->source = VOLUME_IMAGE;
		volume->object = site_image(arena, wish->image, cluster->site);
		volume->read_only = true;
	} else if (wish->configMap) {
		volume->source = VOLUME_CONFIG_MAP;
		volume->object = wish->configMap;
	} else if (wish->secret) {
		volume->source = VOLUME_SECRET;
		volume->object = wish->secret;
	} else if (wish->nfs) {
		volume->source = VOLUME_NFS;
		volume->server = wish->nfs->server;
		volume->exported = wish->nfs->path;
	} else {
		volume->source = VOLUME_SCRATCH;
		volume->scratch = wish->scratch ? *wish->scratch : 0;
	}
}

static void need_volume(struct cluster *cluster, struct arena *arena, const struct cluster_volume *volume)
{
	static const enum need_kind kinds[] = {
		[VOLUME_CLAIM] = NEED_CLAIM, [VOLUME_CONFIG_MAP] = NEED_CONFIG_MAP, [VOLUME_SECRET] = NEED_SECRET};

	if (volume->made)
		needs_add(cluster, arena, NEED_STORAGE_CLASS, volume->made->storage_class);
	else if (volume->source == VOLUME_EPHEMERAL)
		needs_add(cluster, arena, NEED_STORAGE_CLASS, volume->storage_class);
	else if (volume->source == VOLUME_NFS)
		needs_add(cluster, arena, NEED_NFS_SERVER, volume->server);
	else if (volume->source != VOLUME_SCRATCH && volume->source != VOLUME_IMAGE)
		needs_add(cluster, arena, kinds[volume->source], volume->object);
}

/* The user's own names can't be ours by chance. A pod with two volumes of one claim never starts
 * (kubernetes/kubernetes, issues 51853 and 132921): the first one is mounted in all their places. `claims`: the
 * volumes that were asked for so far, by their claims. */
static void decide_mounted(struct arena *arena, struct index *claims, struct cluster_volume *volume)
{
	const struct cluster_volume *first =
		volume->source == VOLUME_CLAIM ? index_add(claims, volume->object, volume) : volume;

	volume->shared = first != volume;
	volume->mounted = text_join(arena, "volume-", first->name, NULL);
}

void storage_decide_volumes(struct cluster *cluster, struct arena *arena, struct cluster_role *role)
{
	struct index claims = INDEX_IN(arena);

	role->volume_count = role->wish.volumes_count;
	role->volumes = NEW_ARRAY(arena, struct cluster_volume, role->volume_count);
	for (size_t i = 0; i < role->volume_count; i++) {
		const struct profile_volume *wish = &role->wish.volumes[i];

		role->volumes[i] = (struct cluster_volume){
			.name = wish->name,
			.path = wish->path,
			.sub_path = wish->subPath,
			.read_only = wish->readOnly && *wish->readOnly,
		};
		decide_source(cluster, arena, &role->volumes[i], wish);
		decide_mounted(arena, &claims, &role->volumes[i]);
		need_volume(cluster, arena, &role->volumes[i]);
	}
}
