/* whole: the targets that compile: profiles, definitions, sites, edits. */
#include "fuzz.h"

#include <string.h>

#include "cli/report.h"
#include "clusterc.h"
#include "cluster/resolve.h"
#include "front/source.h"
#include "front/tree.h"
#include "kube/lower.h"
#include "language/builtin.h"
#include "readers.h"
#include "write/manager.h"
#include "write/manifest.h"
#include "write/resolved.h"

/* --- through the public door -------------------------------------------------------------------- */

/* What is printed for people has no characters that a terminal obeys, and is UTF-8. */
static void look_at_report(const struct clusterc *compiler)
{
	char *text = NULL;
	size_t size = 0;
	FILE *to = open_memstream(&text, &size);

	HOLDS(to);
	report(compiler, to);
	HOLDS(!fclose(to));
	HOLDS(utf8_valid_prefix(text, size) == size);
	for (size_t i = 0; i < size; i++) {
		HOLDS((unsigned char)text[i] >= 0x20 || text[i] == '\n');
		HOLDS(text[i] != 0x7f && ((unsigned char)text[i] != 0xc2 || (unsigned char)text[i + 1] >= 0xa0));
	}
	free(text);
}

/* All but the line with the digest, which a change of words changes. */
static bool same_manifests(const char *one, const char *other)
{
	static const char digest[] = "clusterc/input-digest: sha256:";

	while (*one && *one == *other) {
		bool here = !strncmp(one, digest, sizeof digest - 1) && !strncmp(other, digest, sizeof digest - 1);

		one += here ? sizeof digest - 1 + 64 : 1;
		other += here ? sizeof digest - 1 + 64 : 1;
	}
	return *one == *other;
}

/* What `resolve` prints compiles to the same cluster. */
static void look_at_resolved(struct clusterc *compiler, size_t index)
{
	size_t size, ignored;
	const char *resolved = clusterc_resolved(compiler, index, &size),
		   *before = clusterc_manifest(compiler, index, &ignored);
	struct clusterc *again = clusterc_new();

	HOLDS(resolved && before && again);
	if (size <= SOURCE_MOST) {
		enum clusterc_status status = clusterc_compile_bytes(again, "input", resolved, size);
		const char *after = status == CLUSTERC_GOOD ? clusterc_manifest(again, 0, &ignored) : NULL;

		if (!after || !same_manifests(before, after)) {
			report(again, stderr);
			fprintf(stderr, "%s", resolved);
		}
		HOLDS(after && same_manifests(before, after));
	}
	clusterc_free(again);
}

/* Any bytes end with an answer that is no defect; files that they name may be unreadable. */
static enum clusterc_status compile(struct clusterc *compiler, const char *bytes, size_t size)
{
	enum clusterc_status status = clusterc_compile_bytes(compiler, "input", bytes, size);

	look_at_report(compiler);
	HOLDS(status == CLUSTERC_GOOD || status == CLUSTERC_WRONG);
	HOLDS((status == CLUSTERC_GOOD) == (clusterc_cluster_count(compiler) > 0));
	for (size_t i = 0; i < clusterc_cluster_count(compiler); i++) {
		size_t length;

		HOLDS(clusterc_manager(compiler, i, &length));
		look_at_resolved(compiler, i);
	}
	return status;
}

static void edited(struct input *it)
{
	static const char profile[] =
		"name: words\nframework: spark\nworker: {count: 1}\nports: [{name: extra, port: 4321, web: true}]\n";
	struct clusterc *compiler = clusterc_new();
	char *rest = text_copy(it->arena, it->bytes, it->size);

	HOLDS(compiler);
	/* One edit a line. */
	for (char *edit = strtok_r(rest, "\n", &rest); edit; edit = strtok_r(NULL, "\n", &rest))
		clusterc_set(compiler, edit);
	compile(compiler, profile, sizeof profile - 1);
	clusterc_free(compiler);
}

void fuzz_set(const uint8_t *data, size_t size)
{
	with_input(data, size, edited);
}

/* --- from inside: with the trees that are meant ------------------------------------------------- */

/* The manifest is read back as the very objects, and the manager's assignments have nothing that runs. */
static void look_at_output(struct input *it, const struct cluster *cluster)
{
	const struct manifest *objects = lower(it->arena, cluster);
	struct text manifest = TEXT_IN(it->arena), manager = TEXT_IN(it->arena);
	const char *difference, *end = text_join(it->arena, builtin_here, builtin_load, NULL), *body;

	manifest_write(&manifest, objects, "0");
	text_done(&manifest);
	difference = yaml_difference(it->arena, manifest.bytes, manifest.size, objects->first);
	if (difference)
		fprintf(stderr, "%s\n%s", difference, manifest.bytes);
	HOLDS(!difference);
	manager_write(&manager, objects, &(struct manager_facts){.version = "0", .manifest_file = "words.yaml"});
	text_done(&manager);
	body = manager.bytes + manager.size - strlen(end);
	HOLDS(!strcmp(body, end));
	HOLDS(shell_is_data(it->arena, manager.bytes, body));
}

static const struct source *source(struct input *it, const char *name, const char *bytes, size_t size, unsigned order)
{
	return source_of(it->arena, &it->diags, name, bytes, size, order);
}

/* A profile with definition and site as they are given. */
static void compile_inside(struct input *it, const struct source *profile, const struct framework *framework,
			   const struct document *site)
{
	struct tree *tree = tree_parse(it->arena, &it->diags, profile);
	const struct document *document =
		tree->whole && tree->first ? read_document(it->arena, &it->diags, profile, tree->first, &profile_block)
					   : NULL;
	const struct cluster *cluster =
		document ? resolve(it->arena, &it->diags,
				   &(struct request){document, framework, "digest", site, "", "0"})
			 : NULL;
	struct text resolved = TEXT_IN(it->arena);

	HOLDS(cluster || it->diags.errors);
	if (!cluster || it->diags.errors)
		return;
	look_at_output(it, cluster);
	resolved_write(&resolved, cluster, document);
}

static void profile(struct input *it)
{
	struct clusterc *compiler = clusterc_new();
	enum clusterc_status status;

	HOLDS(compiler);
	status = compile(compiler, it->bytes, it->size);
	clusterc_free(compiler);
	/* Whichever definition it names: the outputs are looked at with each of a few. */
	for (size_t i = 0; status == CLUSTERC_GOOD && i < builtin_framework_count; i += 2)
		compile_inside(it, source(it, "input", it->bytes, it->size, 0), builtin_frameworks[i].framework, NULL);
}

void fuzz_compile(const uint8_t *data, size_t size)
{
	with_input(data, size, profile);
}

/* What asks for most of what a definition or a site may say. */
static const char *const profiles[] = {
	"name: words\nframework: spark\n",
	"name: words\nframework: spark\nnotebook: {}\nidle: 10m\nlifetime: 8h\nimage: a.example/b:1\nconfig: {a.b: c}\n"
	"worker: {count: 2, gpu: {count: 1}, sharedMemory: 64Mi}\nenv: {A: b}\nfiles: [{path: a/b, content: c}]\n",
};

static void framework(struct input *it)
{
	const struct source *text = source(it, "input", it->bytes, it->size, 1);
	const struct document *definition = text ? read_framework(it->arena, &it->diags, text) : NULL;

	HOLDS(definition || it->diags.errors);
	for (size_t i = 0; definition && i < 2; i++) {
		compile_inside(it, source(it, "profile", profiles[i], strlen(profiles[i]), 0), definition->bound, NULL);
		it->diags.errors = 0;
	}
}

void fuzz_framework(const uint8_t *data, size_t size)
{
	with_input(data, size, framework);
}

static void site(struct input *it)
{
	const struct source *text = source(it, "input", it->bytes, it->size, 1);
	const struct document *description = text ? read_site(it->arena, &it->diags, text) : NULL;

	HOLDS(description || it->diags.errors);
	for (size_t i = 0; description && i < 2; i++) {
		compile_inside(it, source(it, "profile", profiles[i], strlen(profiles[i]), 0),
			       builtin_frameworks[0].framework, description);
		it->diags.errors = 0;
	}
}

void fuzz_site(const uint8_t *data, size_t size)
{
	with_input(data, size, site);
}
