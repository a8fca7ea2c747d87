/* volume_rules: what is mounted into one kind of pods, and what it hides. One function a rule; the table at the end
 * lists them. */
#include <string.h>

#include "cluster/mounts.h"
#include "cluster/releases.h"
#include "cluster/ruling.h"

static const char *claim_text(const struct pods *it, const struct profile_claim *claim)
{
	return SAY(it, "%lld %s %s", (long long)*claim->size, claim->storageClass ? claim->storageClass : "",
		   claim->accessMode ? access_mode_words[*claim->accessMode] : "");
}

static size_t sources_of(const struct profile_volume *volume)
{
	return (size_t)(volume->claim != NULL) + (volume->scratch != NULL) + (volume->ephemeral != NULL) +
	       (volume->image != NULL) + (volume->configMap != NULL) + (volume->secret != NULL) +
	       (volume->newClaim != NULL) + (volume->nfs != NULL);
}

static void volumes_have_one_source(const struct pods *it)
{
	for (size_t i = 0; i < it->role->volume_count; i++) {
		const struct profile_volume *volume = &it->role->wish.volumes[i];

		if (sources_of(volume) != 1 && pod_rules_is_pruned(it, "volumes", i))
			continue;
		if (sources_of(volume) != 1)
			pod_rules_tell(it, CODE_CONFLICTING_KEYS, pod_rules_at_item(it, "volumes", i, "name"),
				       "write one of claim, scratch, ephemeral, image, configMap, secret, newClaim or "
				       "nfs",
				       SAY(it, "the volume '%s' has %s", volume->name,
					   sources_of(volume) ? "more than one source" : "no source"));
		else if (volume->nfs)
			pod_rules_tell(it, CODE_NFS_VOLUME, pod_rules_at_item(it, "volumes", i, "nfs"),
				       "ask whoever runs the cluster for a claim on it",
				       "the restricted Pod Security Standard refuses NFS volumes: the pods will not be "
				       "made where it is enforced");
	}
}

static void images_can_be_mounted(const struct pods *it)
{
	const struct cluster *cluster = it->rules->cluster;

	for (size_t i = 0; i < it->role->volume_count; i++) {
		const struct profile_volume *volume = &it->role->wish.volumes[i];

		if (!volume->image)
			continue;
		pod_rules_tell_of_tag(it->rules, pod_rules_at_item(it, "volumes", i, "image"), volume->image);
		if (volume->readOnly && !*volume->readOnly)
			pod_rules_tell(it, CODE_CONFLICTING_KEYS, pod_rules_at_item(it, "volumes", i, "readOnly"),
				       "leave it out, and mount a scratch volume for what is written",
				       SAY(it, "the volume '%s' is an image, which can only be read", volume->name));
		if (release_lacks(cluster, FEATURE_IMAGE_VOLUMES))
			pod_rules_tell(it, CODE_TOO_NEW, pod_rules_at_item(it, "volumes", i, "image"),
				       "copy the files into a claim, or into the image of the pods",
				       SAY(it, "image volumes need Kubernetes %s, and the site %s has %s",
					   release_text(it->rules->arena, release_of(FEATURE_IMAGE_VOLUMES)),
					   cluster->site->name, cluster->site->kubernetes));
	}
}

/* Who names a claim that comes with the cluster first, and how it wants it; and how many pods have it that may be on
 * nodes of their own. */
struct claimed {
	const struct cluster_role *role;
	const char *text;
	int64_t pods;
};

/* Roles share a claim that comes with the cluster by naming it alike: then they mean the same. */
static void claim_agrees(const struct pods *it, size_t index, const struct claimed *first, const char *text)
{
	if (strcmp(first->text, text))
		pod_rules_tell(it, CODE_CONFLICTING_KEYS, pod_rules_at_item(it, "volumes", index, "newClaim"),
			       "say the same in both, or choose another name",
			       SAY(it, "the %s's pods share the claim '%s', and want it otherwise", first->role->term,
				   it->role->wish.volumes[index].name));
}

/* What one node, or one pod, may use at a time is not for several. Told of where the second pod comes in. */
static void claim_suffices(const struct pods *it, size_t index, int64_t before, int64_t after)
{
	const struct cluster_claim *claim = it->role->volumes[index].made;
	struct span where = pod_rules_at_item(it, "volumes", index, "newClaim");

	if (!claim || before > 1 || after < 2)
		return;
	if (claim->access_mode == ACCESS_READ_WRITE_ONCE_POD)
		pod_rules_tell(it, CODE_CONFLICTING_KEYS, where,
			       "use accessMode: ReadWriteMany with a storageClass that offers it, or give each pod its "
			       "own claim",
			       SAY(it, "a ReadWriteOncePod claim is for one pod, and %lld pods mount '%s'",
				   (long long)after, claim->name));
	else if (claim->access_mode == ACCESS_READ_WRITE_ONCE)
		pod_rules_tell(
			it, CODE_ONE_NODE_CLAIM, where,
			"use accessMode: ReadWriteMany with a storageClass that offers it",
			SAY(it,
			    "%lld pods mount the claim '%s', and a ReadWriteOnce claim can only be used on one node",
			    (long long)after, claim->name));
}

/* Whether the profile keeps all pods of the role on one node. */
static bool is_on_one_node(const struct cluster_role *role)
{
	return pairs_find(role->node_selector.items, role->node_selector.count, "kubernetes.io/hostname");
}

static void claims_are_shared(const struct pods *it)
{
	for (size_t i = 0; i < it->role->volume_count; i++) {
		const struct profile_volume *wish = &it->role->wish.volumes[i];
		struct claimed *mine, *first;
		int64_t before;

		if (!wish->newClaim)
			continue;
		mine = NEW(it->rules->arena, struct claimed);
		*mine = (struct claimed){it->role, claim_text(it, wish->newClaim), 0};
		first = index_add(it->claims, wish->name, mine);
		claim_agrees(it, i, first, mine->text);
		before = first->pods;
		first->pods += is_on_one_node(it->role) ? 0 : it->role->count;
		claim_suffices(it, i, before, first->pods);
	}
}

static void volumes_have_room(const struct pods *it)
{
	struct index mounts = INDEX_IN(it->rules->arena);

	if (!it->role->volume_count)
		return;
	mounts_add(&mounts, it->role, MOUNT_FRAMEWORK);
	mounts_add(&mounts, it->role, MOUNT_FILE);
	for (size_t i = 0; i < it->role->volume_count; i++) {
		const struct cluster_volume *volume = &it->role->volumes[i];
		const char *own = SAY(it, "the volume '%s'", volume->name), *fault = mounts_fault(volume->path),
			   *there = index_add(&mounts, volume->path, own);

		if (there != own)
			pod_rules_tell(it, CODE_MOUNT_CLASH, pod_rules_at_item(it, "volumes", i, "path"),
				       "choose another path",
				       SAY(it, "%s is mounted at %s already", there, volume->path));
		else if (fault)
			pod_rules_tell(it, CODE_MOUNT_CLASH, pod_rules_at_item(it, "volumes", i, "path"),
				       "choose a directory of its own, for example /data",
				       SAY(it, "nothing can be mounted at %s: %s", volume->path, fault));
	}
}

/* In a claim that is there already no directory can be made for the pods to write to. */
static void claims_have_directories(const struct pods *it)
{
	size_t i = 0;

	for (const struct cluster_mount *mount = it->role->mounts; mount; mount = mount->next) {
		if (mount->missing && !mounts_fault(mount->path))
			pod_rules_tell(it, CODE_CLAIM_DIRECTORY, pod_rules_at_item(it, "volumes", i, "path"),
				     SAY(it,
					 "create it once, as the volume's owner: mkdir -p %s; or mount elsewhere, for "
					 "example below /etc",
					 mount->missing),
				     SAY(it,
					 "the directory %s will belong to root, who alone can write to it, unless the "
					 "volume '%s' has it already",
					 mount->missing, it->role->volumes[i].name));
		i += mount->origin == MOUNT_VOLUME;
	}
}

/* Whether the cluster mounts the file itself: then it is there, whatever is mounted above it. */
static bool is_mounted(const struct cluster *cluster, const char *path)
{
	for (size_t i = 0; i < cluster->file_count; i++)
		if (!strcmp(cluster->files[i].path, path))
			return true;
	return false;
}

/* The word of the framework's command that is a file of the image in the directory, or NULL. */
static const char *program_in(const struct pods *it, const char *directory)
{
	const struct texts *command = &it->role->command;
	size_t size = strlen(directory);

	for (size_t i = 0; i < command->count; i++) {
		const char *word = command->items[i];

		if (!strncmp(word, directory, size) && word[size] == '/' && !is_mounted(it->rules->cluster, word))
			return word;
	}
	return NULL;
}

/* A volume has what is in it, and nothing of what the image has at its path. */
static void programs_are_seen(const struct pods *it)
{
	for (size_t i = 0; i < it->role->volume_count && !it->role->wish.command_count; i++) {
		const struct cluster_volume *volume = &it->role->volumes[i];
		const char *program = mounts_fault(volume->path) ? NULL : program_in(it, volume->path);

		if (program)
			pod_rules_tell(it, CODE_HIDDEN_PROGRAM, pod_rules_at_item(it, "volumes", i, "path"),
				       "choose another path",
				       SAY(it, "the volume '%s' hides %s in the image, the program that these pods run",
					   volume->name, program));
	}
}

static void (*const all_rules[])(const struct pods *) = {
	volumes_have_one_source,
	images_can_be_mounted,
	volumes_have_room,
	claims_are_shared,
	claims_have_directories,
	programs_are_seen,
};

void volume_rules_check(const struct pods *it)
{
	for (size_t i = 0; i < sizeof all_rules / sizeof *all_rules; i++)
		all_rules[i](it);
}
