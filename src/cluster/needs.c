/* needs: what a cluster takes for given: claims, secrets, accounts, classes, and nodes that fit. */
#include "cluster/needs.h"

#include <string.h>

struct list {
	struct arena *arena;
	struct texts needs;
};

/* Something with that name, which may be NULL: then there is no need. */
static void need(struct list *it, const char *what, const char *name)
{
	const char *words;

	if (!name)
		return;
	words = text_join(it->arena, what, " ", name, NULL);
	for (size_t i = 0; i < it->needs.count; i++)
		if (!strcmp(it->needs.items[i], words))
			return;
	texts_add(it->arena, &it->needs, words);
}

static void need_volume(struct list *it, const struct cluster *cluster, const struct profile_volume *volume)
{
	need(it, "claim", volume->claim);
	need(it, "config map", volume->configMap);
	need(it, "secret", volume->secret);
	need(it, "NFS server", volume->nfs ? volume->nfs->server : NULL);
	if (volume->newClaim)
		need(it, "storage class", claim_class(cluster, volume->newClaim));
}

static void need_for_pods(struct list *it, const struct cluster *cluster, const struct cluster_role *role)
{
	const struct profile_role *wish = &role->wish;

	for (size_t i = 0; i < role->volume_count; i++)
		need_volume(it, cluster, &role->volumes[i]);
	for (size_t i = 0; i < wish->envFrom_count; i++) {
		need(it, "secret", wish->envFrom[i].secret);
		need(it, "config map", wish->envFrom[i].configMap);
	}
	need(it, "priority class", wish->priorityClass);
	need(it, "runtime class", wish->runtimeClass);
	need(it, "device class", role->gpu.device_class);
	need(it, "nodes with the GPU", role->gpu.product);
	for (size_t i = 0; i < wish->nodeSelector_count; i++)
		need(it, "nodes with the label", text_join(it->arena, wish->nodeSelector[i].name, "=", wish->nodeSelector[i].value, NULL));
}

struct texts cluster_needs(struct arena *arena, const struct cluster *cluster)
{
	const struct profile *profile = cluster->profile;
	struct list it = {.arena = arena};

	need(&it, "namespace", cluster->name_space);
	need(&it, "service account", profile->serviceAccount);
	need(&it, "local queue", profile->queue);
	for (size_t i = 0; i < profile->imagePullSecrets_count; i++)
		need(&it, "secret", profile->imagePullSecrets[i]);
	for (size_t i = 0; i < cluster->role_count; i++)
		need_for_pods(&it, cluster, &cluster->roles[i]);
	return it.needs;
}
