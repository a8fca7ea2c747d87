/* config: ServiceAccount, ConfigMap and claims for storage. */
#include "kube/config.h"

#include "kube/volumes.h"

void add_service_account(struct manifest *manifest)
{
	struct object *account;

	if (manifest->cluster->profile->serviceAccount)
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
				       cluster->framework->title));
	data = put_map(map, "data");
	for (size_t i = 0; i < cluster->file_count; i++)
		put_text(data, cluster->files[i].key, cluster->files[i].content);
}

static void add_claim(struct manifest *manifest, const struct profile_volume *volume)
{
	const struct profile_claim *claim = volume->newClaim;
	struct object *object, *spec;

	object = manifest_add(manifest, "v1", "PersistentVolumeClaim", claim_object(manifest->arena, manifest->cluster, volume), NULL,
			      text_format(manifest->arena, "Storage for '%s'. It stays when the cluster is deleted.", volume->name));
	spec = put_map(object, "spec");
	add_text(put_list(spec, "accessModes"), claim->accessMode ? claim->accessMode : "ReadWriteOnce");
	put_text(spec, "storageClassName", claim_class(manifest->cluster, claim));
	put_text(put_map(put_map(spec, "resources"), "requests"), "storage", amount_written(manifest->arena, claim->size));
}

void add_claims(struct manifest *manifest)
{
	for (const struct profile_volume *const *claim = claims_made(manifest->arena, manifest->cluster); *claim; claim++)
		add_claim(manifest, *claim);
}
