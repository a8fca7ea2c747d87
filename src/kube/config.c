/* config: ServiceAccount and ConfigMap. */
#include "kube/config.h"

void add_service_account(struct manifest *manifest)
{
	struct object *account =
		manifest_add(manifest, "v1", "ServiceAccount", manifest->cluster->name, NULL,
			     "Who the pods are: nobody to the API server. They get no token.");

	put_truth(account, "automountServiceAccountToken", false);
}

void add_config_map(struct manifest *manifest)
{
	const struct cluster *cluster = manifest->cluster;
	struct object *map, *data;

	if (!cluster->file_count)
		return;
	map = manifest_add(manifest, "v1", "ConfigMap", cluster->config_object, NULL,
			   text_format(manifest->arena, "What %s reads; the pods are replaced when it changes.",
				       cluster->framework->title));
	data = put_map(map, "data");
	for (size_t i = 0; i < cluster->file_count; i++)
		put_text(data, cluster->files[i].key, cluster->files[i].content);
}
