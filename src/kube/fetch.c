/* fetch: what brings code and packages into a pod before its container starts. */
#include "kube/fetch.h"

#include <string.h>

#include "cluster/code.h"
#include "cluster/files.h"
#include "kube/container.h"

/* In front of the others. */
static void add_init_mount(struct arena *arena, struct init_container *init, struct cluster_mount mount)
{
	struct cluster_mount *added = NEW(arena, struct cluster_mount);

	*added = mount;
	added->next = (struct cluster_mount *)init->mounts;
	init->mounts = added;
}

/* ssh wants a name for the number that it runs as. */
static void mount_code_files(struct arena *arena, struct init_container *init, const struct cluster *cluster)
{
	for (size_t i = 0; i < cluster->file_count; i++) {
		const struct cluster_file *file = &cluster->files[i];

		if (file->first || !strcmp(file->path, "/etc/passwd"))
			add_init_mount(arena, init, (struct cluster_mount){.volume = "config",
									   .path = file->path,
									   .sub_path = file->key,
									   .read_only = true});
	}
}

void fetch_add_code(struct object *list, const struct cluster *cluster, const struct cluster_role *role)
{
	const struct cluster_code *code = &cluster->code;
	struct arena *arena = list->arena;
	struct init_container init = {.name = CODE_VOLUME, .image = code->image};

	texts_add(arena, &init.command, "/bin/sh");
	texts_add(arena, &init.command, CODE_PROGRAM);
	pairs_set(arena, &init.env, "CODE_GIT", code->git);
	pairs_set(arena, &init.env, "CODE_REF", code->ref);
	pairs_set(arena, &init.env, "CODE_PATH", code->path ? code->path : "");
	if (code->secret)
		add_init_mount(arena, &init,
			       (struct cluster_mount){
				       .volume = CODE_SECRET_VOLUME, .path = CODE_SECRET_PATH, .read_only = true});
	mount_code_files(arena, &init, cluster);
	add_init_mount(arena, &init, (struct cluster_mount){.volume = CODE_VOLUME, .path = CODE_FETCHED});
	container_add_init(list, cluster, role, &init);
}

void fetch_add_packages(struct object *list, const struct cluster *cluster, const struct cluster_role *role)
{
	/* The installer stops short of the volume's limit: what goes beyond is evicted before anybody is told why. */
	enum { KIB = 1024, SHARE = 7, OF = 8 };
	const struct cluster_packages *packages = &cluster->packages;
	struct arena *arena = list->arena;
	struct init_container init = {.name = "packages", .args = role->packages};

	texts_add(arena, &init.command, "/bin/sh");
	texts_add(arena, &init.command, INSTALLER_PATH);
	for (size_t i = 0; i < packages->variables.count; i++)
		pairs_add(arena, &init.env, packages->variables.items[i].name, packages->variables.items[i].value);
	pairs_add(arena, &init.env, "PACKAGES_ROOM", text_number(arena, role->packages_room / KIB * SHARE / OF));
	container_add_init(list, cluster, role, &init);
}
