/* config: ServiceAccount, ConfigMap and claims for storage. */
#include "kube/config.h"

#include "base/quantity.h"

void config_add_service_account(struct manifest *manifest)
{
	struct object *account;

	if (!manifest->cluster->makes_account)
		return;
	account = meta_add_object(manifest, "v1", "ServiceAccount", manifest->cluster->name, NULL,
				  "Who the pods are: nobody to the API server. They get no token.");

	object_put_truth(account, "automountServiceAccountToken", false);
}

void config_add_map(struct manifest *manifest)
{
	const struct cluster *cluster = manifest->cluster;
	struct object *map, *data;

	if (!cluster->file_count && !cluster->job.file_count && !cluster->code.file_count)
		return;
	map = meta_add_object(manifest, "v1", "ConfigMap", cluster->config_object, NULL,
			      cluster->job.schedule
				      ? "Its program, and what its pods read. The next run takes what changes here."
			      : cluster_is_job(cluster)
				      ? "Its program, and what its pods read."
			      : cluster_ends(cluster)
				      ? "Files of its pods. To change them, delete the cluster and create it again."
				      : text_format(manifest->arena,
						    "What %s reads; the pods are replaced when it changes.",
						    cluster->framework_title));
	data = object_put_map(map, "data");
	for (size_t i = 0; i < cluster->file_count; i++)
		object_put_text(data, cluster->files[i].key, cluster->files[i].content);
	for (size_t i = 0; i < cluster->job.file_count; i++)
		object_put_text(data, cluster->job.files[i].key, cluster->job.files[i].content);
	for (size_t i = 0; i < cluster->code.file_count; i++)
		object_put_text(data, cluster->code.files[i].key, cluster->code.files[i].content);
}

static void add_claim(struct manifest *manifest, const struct cluster_claim *claim)
{
	struct object *object, *spec;

	object = meta_add_object(
		manifest, "v1", "PersistentVolumeClaim", claim->object, NULL,
		text_format(manifest->arena, "Storage for '%s'. It stays when the cluster is deleted.", claim->name));
	spec = object_put_map(object, "spec");
	object_add_text(object_put_list(spec, "accessModes"), access_mode_words[claim->access_mode]);
	object_put_text(spec, "storageClassName", claim->storage_class);
	object_put_text(object_put_map(object_put_map(spec, "resources"), "requests"), "storage",
			quantity_write(manifest->arena, UNIT_BYTES, claim->size));
}

void config_add_claims(struct manifest *manifest)
{
	for (size_t i = 0; i < manifest->cluster->claim_count; i++)
		add_claim(manifest, &manifest->cluster->claims[i]);
}
