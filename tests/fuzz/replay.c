/* replay: runs the fuzz targets over inputs that are kept: replay TARGET FILE... An input for
 * which something doesn't hold ends the program by abort(), as it does for the fuzzer. Instead of a target,
 * `quote` prints a program for the shell that prints the file, which it holds as one quoted word, and `plain` those
 * of the file's lines that would be written without quotes. */
#include "fuzz.h"

#include <string.h>

#include "base/quote.h"
#include "write/manager.h"
#include "write/yaml.h"

static void print_quoted(struct input *it)
{
	struct text quoted = TEXT_IN(it->arena);

	quote_shell(&quoted, it->bytes);
	printf("printf %%s %s\n", text_done(&quoted));
}

static void quote(const uint8_t *data, size_t size)
{
	with_input(data, size, print_quoted);
}

static void print_plain(struct input *it)
{
	for (const char *at = it->bytes; *at;) {
		size_t size = strcspn(at, "\n");
		const char *line = text_copy(it->arena, at, size);

		if (yaml_plain_size(line))
			puts(line);
		at += size + (at[size] == '\n');
	}
}

static void plain(const uint8_t *data, size_t size)
{
	with_input(data, size, print_plain);
}

/* What isn't a property, but printed. */
static const struct target printers[] = {{"quote", quote}, {"plain", plain}, {0}};

static void run_file(const struct target *target, const char *path)
{
	FILE *file = fopen(path, "rb");
	uint8_t *bytes = malloc(4 * 1024 * 1024);
	size_t size;

	HOLDS(file && bytes);
	size = fread(bytes, 1, 4 * 1024 * 1024, file);
	HOLDS(!ferror(file));
	fclose(file);
	fprintf(stderr, "%s\n", path); /* the last one named is the one it ended with */
	target->run(bytes, size);
	free(bytes);
}

int main(int argc, char **argv)
{
	const struct target *target = targets;

	while (argc > 1 && target->name && strcmp(target->name, argv[1]))
		target++;
	for (const struct target *printer = printers; argc > 1 && printer->name; printer++)
		if (!strcmp(argv[1], printer->name))
			target = printer;
	if (argc < 3 || !target->name) {
		fprintf(stderr, "usage: replay TARGET FILE...\n");
		return 2;
	}
	for (int i = 2; i < argc; i++)
		run_file(target, argv[i]);
	return 0;
}
