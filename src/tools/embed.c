/* embed: a program of the build. Reads framework definitions through the compiler's own
 * front end, refuses what that refuses, and writes them down as C data together with the
 * manager's body, so that a start doesn't parse what can't have changed.
 *
 *     embed manager/manager.sh frameworks/A.yaml frameworks/B.yaml ... > builtin-data.c */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "front/source.h"
#include "language/framework.h"
#include "language/read.h"

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

static void write_struct(const struct block *block, const char *data);

static const void *pointer_at(const char *data, size_t offset)
{
	const void *pointer;

	memcpy(&pointer, data + offset, sizeof pointer);
	return pointer;
}

static void write_list(const struct key *key, const void *items, uint32_t count)
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
			putchar('}');
		} else {
			write_struct(key->block, (const char *)items + i * key->block->size);
		}
		putchar(',');
	}
}

static void write_member(const struct key *key, const char *data)
{
	const void *value = pointer_at(data, key->offset);
	uint32_t count = 0;

	if (!value)
		return;
	printf("\n.%s = ", key->name);
	switch (key->kind) {
	case KIND_TEXT:
		write_string(value);
		break;
	case KIND_NUMBER:
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
		memcpy(&count, data + key->count_offset, sizeof count);
		printf("(%s%s[]){", key->kind == KIND_TEXTS ? "const char *const" : "const struct ",
		       key->kind == KIND_TEXTS   ? ""
		       : key->kind == KIND_PAIRS ? "pair"
						 : key->block->type);
		write_list(key, value, count);
		printf("},\n.%s_count = %u", key->name, count);
		break;
	}
	putchar(',');
}

static void write_struct(const struct block *block, const char *data)
{
	bool any = false;

	putchar('{');
	for (size_t i = 0; i < block->key_count; i++) {
		any = any || pointer_at(data, block->keys[i].offset);
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
	char **files;
	int count;
};

static void write_framework(int index, const struct document *document)
{
	char name[40];

	snprintf(name, sizeof name, "static const char source_%d", index);
	write_bytes(name, document->source);
	printf("static const struct framework framework_%d = ", index);
	write_struct(&framework_block, document->bound);
	printf(";\n");
}

static void write_table(struct job *job, const struct document **documents)
{
	printf("const struct builtin_framework builtin_frameworks[] = {\n");
	for (int i = 0; i < job->count - 1; i++) {
		const struct framework *framework = documents[i]->bound;

		printf("{\"%s\", \"%s\", &framework_%d, source_%d, sizeof source_%d - 1},\n", framework->name,
		       digest_of(job->arena, documents[i]->text, strlen(documents[i]->text)), i, i, i);
	}
	printf("};\nconst size_t builtin_framework_count = %d;\n", job->count - 1);
}

static void embed(void *subject)
{
	struct job *job = subject;
	const struct document **documents = NEW_ARRAY(job->arena, const struct document *, (size_t)job->count);
	const struct source *manager = source_read(job->arena, &job->diags, job->files[0], 0);

	for (int i = 1; i < job->count; i++) {
		const struct source *source = source_read(job->arena, &job->diags, job->files[i], (unsigned)i);

		if (source)
			documents[i - 1] = framework_read(job->arena, &job->diags, source);
	}
	if (job->diags.errors)
		return;
	printf("/* Made by embed from the files in frameworks/ and manager/. */\n#include \"language/builtin.h\"\n\n");
	write_bytes("const char builtin_manager", manager);
	printf("const size_t builtin_manager_size = sizeof builtin_manager - 1;\n");
	for (int i = 0; i < job->count - 1; i++)
		write_framework(i, documents[i]);
	write_table(job, documents);
}

static int report(struct diags *diags)
{
	diags_sort(diags);
	for (const struct diag *one = diags->first; one; one = one->next)
		fprintf(stderr, "%s:%u:%u: error: %s [%s]\n", one->where.source->name, one->where.line, one->where.column,
			one->text, code_facts[one->code].name);
	return diags->errors ? 1 : 0;
}

int main(int argc, char **argv)
{
	struct job job = {.arena = arena_new(), .files = argv + 1, .count = argc - 1};
	int status;

	if (argc < 2) {
		fprintf(stderr, "usage: embed MANAGER FRAMEWORK... > FILE.c\n");
		return 2;
	}
	if (!job.arena)
		return 3;
	diags_start(&job.diags, job.arena, &job.warnings);
	status = arena_try(job.arena, embed, &job) ? report(&job.diags) : 3;
	if (!status && fflush(stdout))
		status = 3;
	arena_free(job.arena);
	return status;
}
