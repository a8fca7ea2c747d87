/* replay: runs the fuzz targets over inputs that are kept: replay TARGET FILE... An input for
 * which something doesn't hold ends the program by abort(), as it does for the fuzzer. Instead of a target,
 * `quote` prints a program for the shell that prints the file, which it holds as one quoted word. */
#include "fuzz.h"

#include <string.h>

#include "write/manager.h"

static void print_quoted(struct input *it)
{
	struct text quoted = TEXT_IN(it->arena);

	shell_quote(&quoted, it->bytes);
	printf("printf %%s %s\n", text_done(&quoted));
}

static void quote(const uint8_t *data, size_t size)
{
	with_input(data, size, print_quoted);
}

static const struct target quoting = {"quote", quote};

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
	if (argc > 1 && !strcmp(argv[1], quoting.name))
		target = &quoting;
	if (argc < 3 || !target->name) {
		fprintf(stderr, "usage: replay TARGET FILE...\n");
		return 2;
	}
	for (int i = 2; i < argc; i++)
		run_file(target, argv[i]);
	return 0;
}
