/* replay: runs the fuzz targets over inputs that are kept: replay TARGET FILE... An input for
 * which something doesn't hold ends the program by abort(), as it does for the fuzzer. */
#include "fuzz.h"

#include <string.h>

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
	if (argc < 3 || !target->name) {
		fprintf(stderr, "usage: replay TARGET FILE...\n");
		return 2;
	}
	for (int i = 2; i < argc; i++)
		run_file(target, argv[i]);
	return 0;
}
