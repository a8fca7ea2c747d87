/* manifest: the YAML file as a whole: a header that says what it is, then the objects. */
#include "write/manifest.h"

#include "base/quantity.h"
#include "write/yaml.h"

static const char *header(struct arena *arena, const struct cluster *cluster, const char *version)
{
	struct cluster_totals all = cluster_totals(cluster);

	return text_format(arena,
			   "The cluster '%s': %s.\n"
			   "Made by clusterc %s from the profile %s. Don't edit it: change the profile and generate it again.\n"
			   "\n"
			   "It asks for, in all: %lld pods, cpu %s, memory %s, ephemeral storage %s, no GPU.\n"
			   "It needs: rights to make these objects in one namespace; nothing else.\n"
			   "Docs: %s",
			   cluster->name, cluster->title, version, cluster->source_name,
			   (long long)all.pods, quantity_write(arena, UNIT_CPU, all.cpu),
			   quantity_write(arena, UNIT_BYTES, all.memory), quantity_write(arena, UNIT_BYTES, all.storage),
			   cluster->framework->docs);
}

void manifest_write(struct text *out, const struct manifest *manifest, const char *version)
{
	yaml_write_comment(out, header(manifest->arena, manifest->cluster, version));
	yaml_write(out, manifest->first);
}
