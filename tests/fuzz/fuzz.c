/* fuzz: the list of targets, and the surroundings they run in. */
#include "fuzz.h"

#include <string.h>

const struct target targets[] = {
	{"tree", fuzz_tree},       {"roster", fuzz_roster},       {"bind", fuzz_bind},
	{"compile", fuzz_compile}, {"framework", fuzz_framework}, {"site", fuzz_site},
	{"set", fuzz_set},         {"quantity", fuzz_quantity},   {"shell", fuzz_shell},
	{"yaml", fuzz_yaml},       {"terminal", fuzz_terminal},   {0},
};

static void work(void *subject)
{
	struct input *it = subject;

	it->work(it);
}

void with_input(const uint8_t *data, size_t size, void (*its)(struct input *))
{
	struct input input = {.arena = arena_new(), .work = its, .size = size};
	char *bytes = malloc(size + 1);

	HOLDS(input.arena && bytes);
	if (size)
		memcpy(bytes, data, size);
	bytes[size] = '\0';
	input.bytes = bytes;
	diags_start(&input.diags, input.arena, &input.warnings);
	HOLDS(arena_try(input.arena, work, &input));
	arena_free(input.arena);
	free(bytes);
}
