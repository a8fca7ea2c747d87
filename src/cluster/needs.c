/* needs: what has to be there before a cluster is made: claims, secrets, accounts, classes, and nodes that fit. */
#include "cluster/needs.h"

#include <string.h>

void needs_add(struct cluster *cluster, struct arena *arena, enum need_kind kind, const char *name)
{
	struct cluster_need *needs = cluster->needs;

	if (!name)
		return;
	for (size_t i = 0; i < cluster->need_count; i++)
		if (needs[i].kind == kind && !strcmp(needs[i].name, name))
			return;
	if (cluster->need_count == cluster->need_room) {
		cluster->need_room = cluster->need_room ? 2 * cluster->need_room : 8;
		cluster->needs = NEW_ARRAY(arena, struct cluster_need, cluster->need_room);
		if (cluster->need_count)
			memcpy(cluster->needs, needs, cluster->need_count * sizeof *needs);
	}
	cluster->needs[cluster->need_count++] = (struct cluster_need){kind, name};
}

struct texts needs_of_cluster(struct arena *arena, const struct cluster *cluster)
{
	static const char *const words[NEEDS] = {
		[NEED_NAMESPACE] = "namespace",
		[NEED_SERVICE_ACCOUNT] = "service account",
		[NEED_QUEUE] = "local queue",
		[NEED_SECRET] = "secret",
		[NEED_CONFIG_MAP] = "config map",
		[NEED_CLAIM] = "claim",
		[NEED_NFS_SERVER] = "NFS server",
		[NEED_STORAGE_CLASS] = "storage class",
		[NEED_PRIORITY_CLASS] = "priority class",
		[NEED_RUNTIME_CLASS] = "runtime class",
		[NEED_DEVICE_CLASS] = "device class",
		[NEED_GPU_PRODUCT] = "nodes with the GPU",
		[NEED_NODE_LABEL] = "nodes with the label",
	};
	struct texts all = {0};

	for (size_t i = 0; i < cluster->need_count; i++)
		texts_add(arena, &all,
			  text_join(arena, words[cluster->needs[i].kind], " ", cluster->needs[i].name, NULL));
	return all;
}
