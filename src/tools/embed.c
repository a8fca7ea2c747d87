/* embed: a program of the build. Reads framework definitions through the compiler's own
 * front end, refuses what that refuses, and writes them down as C data together with the
 * manager's body and the pages of docs/diagnostics, so that a start doesn't parse what can't have changed.
 *
 *     embed builtin-manager.sh frameworks/A.yaml ... sites sites/B.yaml ... > builtin-data.c */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/checksum.h"
#include "base/digest.h"
#include "front/source.h"
#include "language/framework.h"
#include "language/read.h"
#include "language/site.h"

/* --- C literals -------------------------------------------------------------------------- */

/* A string literal may only be 4,095 characters long (C11, 5.2.4.1); an array may be longer. */
static void write_long_string(const char *string)
{
	printf("(const char[]){");
	for (size_t i = 0; string[i]; i++)
		printf("%s%d,", i % 32 ? "" : "\n", (signed char)string[i]);
	printf("0}");
}

static void write_string(const char *string)
{
	if (strlen(string) > 4000) {
		write_long_string(string);
		return;
	}
	putchar('"');
	for (; *string; string++) {
		unsigned char c = (unsigned char)*string;

		if (c == '"' || c == '\\')
			printf("\\%c", c);
		else if (c < 0x20 || c >= 0x7f || c == '?')
			printf("\\%03o", c);
		else
			putchar(c);
	}
	putchar('"');
}

/* Bytes as numbers, for the same reason. */
static void write_bytes(const char *name, const struct source *source)
{
	printf("%s[] = {", name);
	for (size_t i = 0; i < source->size; i++)
		printf("%s%u,", i % 32 ? "" : "\n", (unsigned char)source->bytes[i]);
	printf("0};\n");
}

/* --- Structures: one expression of nested compound literals, led by the language's table --- */

static void write_struct(const struct block *block, const void *data);

static void embed_list(const struct key *key, const void *items, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		if (key->kind == KIND_TEXTS) {
			write_string(((const char *const *)items)[i]);
		} else if (key->kind == KIND_PAIRS) {
			const struct pair *pair = (const struct pair *)items + i;

			putchar('{');
			write_string(pair->name);
			putchar(',');
			write_string(pair->value);
			printf(",%s}", pair->plain ? "true" : "false");
		} else {
			write_struct(key->block, (const char *)items + i * key->block->size);
		}
		putchar(',');
	}
}

static void write_member(const struct key *key, const void *data)
{
	const void *value = schema_value(key, data);

	if (!value)
		return;
	printf("\n.%s = ", key->name);
	switch (key->kind) {
	case KIND_TEXT:
		write_string(value);
		break;
	case KIND_CHOICE:
		printf("(const enum %s[]){%u}", key->rule->choice, *(const unsigned *)value);
		break;
	case KIND_NUMBER:
	case KIND_AMOUNT:
		printf("(const int64_t[]){%lld}", (long long)*(const int64_t *)value);
		break;
	case KIND_TRUTH:
		printf("(const bool[]){%s}", *(const bool *)value ? "true" : "false");
		break;
	case KIND_BLOCK:
		printf("&(const struct %s)", key->block->type);
		write_struct(key->block, value);
		break;
	case KIND_TEXTS:
	case KIND_PAIRS:
	case KIND_LIST:
		printf("(%s%s[]){", key->kind == KIND_TEXTS ? "const char *const" : "const struct ",
		       key->kind == KIND_TEXTS   ? ""
		       : key->kind == KIND_PAIRS ? "pair"
						 : key->block->type);
		embed_list(key, value, schema_count(key, data));
		printf("},\n.%s_count = %u", key->name, schema_count(key, data));
		break;
	}
	putchar(',');
}

static void write_struct(const struct block *block, const void *data)
{
	bool any = false;

	putchar('{');
	for (size_t i = 0; i < block->key_count; i++) {
		any = any || schema_value(&block->keys[i], data);
		write_member(&block->keys[i], data);
	}
	/* C has no empty braces. */
	printf(any ? "}" : "0}");
}

/* --- Files ------------------------------------------------------------------------------------ */

struct job {
	struct arena *arena;
	struct diags diags;
	struct warnings warnings;
	const char *manager;
	char **frameworks, **sites;
	int framework_count, site_count;
};

static void write_source(const char *of, int index, const struct source *source)
{
	char name[60];

	snprintf(name, sizeof name, "static const char %s_source_%d", of, index);
	write_bytes(name, source);
}

static void write_frameworks(const struct job *job, const struct document **documents)
{
	for (int i = 0; i < job->framework_count; i++) {
		write_source("framework", i, documents[i]->source);
		printf("static const struct framework framework_%d = ", i);
		write_struct(&framework_block, documents[i]->bound);
		printf(";\n");
	}
	printf("const struct builtin_framework builtin_frameworks[] = {\n");
	for (int i = 0; i < job->framework_count; i++)
		printf("{\"%s\", \"%s\", &framework_%d, framework_source_%d, sizeof framework_source_%d - 1},\n",
		       ((const struct framework *)documents[i]->bound)->name,
		       digest_of(job->arena, documents[i]->text, strlen(documents[i]->text)), i, i, i);
	printf("};\nconst size_t builtin_framework_count = %d;\n", job->framework_count);
}

static void write_sites(const struct job *job, const struct document **documents)
{
	for (int i = 0; i < job->site_count; i++)
		write_source("site", i, documents[i]->source);
	printf("const struct builtin_site builtin_sites[] = {\n");
	for (int i = 0; i < job->site_count; i++) {
		const struct site *site = documents[i]->bound;

		printf("{\"%s\", ", site->name);
		write_string(site->title);
		printf(", site_source_%d, sizeof site_source_%d - 1},\n", i, i);
	}
	/* C has no empty arrays. */
	printf("{0}};\nconst size_t builtin_site_count = %d;\n", job->site_count);
}

/* Each file by the function that reads its language. */
static const struct document **read_definitions(struct job *job, char **files, int count,
						const struct document *(*read)(struct arena *, struct diags *,
									       const struct source *))
{
	const struct document **documents = NEW_ARRAY(job->arena, const struct document *, (size_t)count + 1);

	for (int i = 0; i < count; i++) {
		const struct source *source = source_read(job->arena, &job->diags, files[i], (unsigned)i);

		documents[i] = source ? read(job->arena, &job->diags, source) : NULL;
	}
	return documents;
}

/* The page of each diagnostic that base/codes.h has, behind its title. */
static void write_pages(struct job *job)
{
	const char *pages[CODE_COUNT];

	for (unsigned code = 0; code < CODE_COUNT; code++) {
		const char *path = text_join(job->arena, "docs/diagnostics/", code_facts[code].name, ".md", NULL);
		const struct source *source = source_read(job->arena, &job->diags, path, code);
		const char *title = source ? strstr(source->bytes, "\n\n") : NULL;

		pages[code] = title ? title + 2 : "";
	}
	printf("const char *const builtin_code_pages[] = {\n");
	for (unsigned code = 0; code < CODE_COUNT; code++) {
		write_string(pages[code]);
		printf(",\n");
	}
	printf("};\n");
}

/* Scripts that aren't parts of the manager's body: the name of the array, and the file. */
static const struct {
	const char *name, *path;
} scripts[] = {
	{"process", "manager/process.sh"},
	{"process_job", "manager/process_job.sh"},
	{"process_code", "manager/process_code.sh"},
	{"install_pip", "manager/install_pip.sh"},
	{"here", "manager/here.sh"},
	{"load", "manager/load.sh"},
};

static void embed(void *subject)
{
	struct job *job = subject;
	const struct source *manager = source_read(job->arena, &job->diags, job->manager, 0);
	const struct document **frameworks =
		read_definitions(job, job->frameworks, job->framework_count, read_framework);
	const struct document **sites = read_definitions(job, job->sites, job->site_count, read_site);

	if (job->diags.errors)
		return;
	printf("/* Made by embed from the files in frameworks/, sites/, manager/ and docs/diagnostics/. */\n#include "
	       "\"language/builtin.h\"\n\n");
	write_bytes("const char builtin_manager", manager);
	printf("const size_t builtin_manager_size = sizeof builtin_manager - 1;\n");
	printf("const uint32_t builtin_manager_checksum = %luu;\n",
	       (unsigned long)checksum_of(manager->bytes, manager->size));
	for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
		write_bytes(text_join(job->arena, "const char builtin_", scripts[i].name, NULL),
			    source_read(job->arena, &job->diags, scripts[i].path, 0));
	write_frameworks(job, frameworks);
	write_sites(job, sites);
	write_pages(job);
}

static int report_faults(struct diags *diags)
{
	diags_sort(diags);
	for (size_t i = 0; i < diags->count; i++) {
		const struct diag *one = diags->items[i];

		fprintf(stderr, "%s:%u:%u: error: %s [%s]\n", one->where.source->name, one->where.line,
			one->where.column, one->text, code_facts[one->code].name);
	}
	return diags->errors ? 1 : 0;
}

/* Frameworks up to the word "sites", sites behind it. */
static void divide_arguments(struct job *job, int argc, char **argv)
{
	int at = 2;

	job->manager = argv[1];
	job->frameworks = argv + at;
	while (at < argc && strcmp(argv[at], "sites"))
		at++;
	job->framework_count = at - 2;
	job->sites = argv + at + 1;
	job->site_count = at < argc ? argc - at - 1 : 0;
}

int main(int argc, char **argv)
{
	struct job job = {.arena = arena_new()};
	int status;

	if (argc < 2) {
		fprintf(stderr, "usage: embed MANAGER FRAMEWORK... [sites SITE...] > FILE.c\n");
		return 2;
	}
	if (!job.arena)
		return 3;
	divide_arguments(&job, argc, argv);
	diags_start(&job.diags, job.arena, &job.warnings);
	status = arena_try(job.arena, embed, &job) ? report_faults(&job.diags) : 3;
	if (!status && fflush(stdout))
		status = 3;
	arena_free(job.arena);
	return status;
}
