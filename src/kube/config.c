/* config: ServiceAccount, ConfigMap and claims for storage. */
#include "kube/config.h"

#include "base/quantity.h"

void add_service_account(struct manifest *manifest)
{
	struct object *account;

	if (!manifest->cluster->makes_account)
		return;
	account =
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
				       cluster->framework_title));
	data = put_map(map, "data");
	for (size_t i = 0; i < cluster->file_count; i++)
		put_text(data, cluster->files[i].key, cluster->files[i].content);
}

static void add_claim(struct manifest *manifest, const struct cluster_claim *claim)
{
	struct object *object, *spec;

	object = manifest_add(manifest, "v1", "PersistentVolumeClaim", claim->object, NULL,
			      text_format(manifest->arena, "Storage for '%s'. It stays when the cluster is deleted.", claim->name));
	spec = put_map(object, "spec");
	add_text(put_list(spec, "accessModes"), access_mode_words[claim->access_mode]);
	put_text(spec, "storageClassName", claim->storage_class);
	put_text(put_map(put_map(spec, "resources"), "requests"), "storage", quantity_write(manifest->arena, UNIT_BYTES, claim->size));
}

void add_claims(struct manifest *manifest)
{
	for (size_t i = 0; i < manifest->cluster->claim_count; i++)
		add_claim(manifest, &manifest->cluster->claims[i]);
}
