/* main: libFuzzer's door to the targets: the environment's FUZZ_TARGET says which one it is. */
#include "fuzz.h"

#include <string.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct target *chosen = targets;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	const char *name = getenv("FUZZ_TARGET");

	(void)argc;
	(void)argv;
	while (chosen->name && (!name || strcmp(chosen->name, name)))
		chosen++;
	if (!chosen->name) {
		fprintf(stderr, "FUZZ_TARGET has to be one of:\n");
		for (const struct target *one = targets; one->name; one++)
			fprintf(stderr, "  %s\n", one->name);
		exit(2);
	}
	return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	chosen->run(data, size);
	return 0;
}
