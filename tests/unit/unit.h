/* unit: what the unit tests share: an arena, diagnostics in it, and work done inside. */
#ifndef CLUSTERC_UNIT_H
#define CLUSTERC_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/diag.h"

struct scene {
	struct arena *arena;
	struct warnings warnings;
	struct diags diags;
	void (*work)(struct scene *);
};

static void scene_work(void *subject)
{
	struct scene *scene = subject;

	scene->work(scene);
}

/* Does the work of one test inside arena_try(), as all library code expects it. cmocka
 * leaves a failed test by longjmp; the arena is then lost with the test. */
static void in_arena(void (*work)(struct scene *))
{
	struct scene scene = {.arena = arena_new(), .work = work};

	assert_non_null(scene.arena);
	diags_start(&scene.diags, scene.arena, &scene.warnings);
	assert_true(arena_try(scene.arena, scene_work, &scene));
	arena_free(scene.arena);
}

/* A test whose body is in_NAME(scene). */
#define IN_ARENA(name)                                  \
	static void in_##name(struct scene *scene);       \
	static void name(void **state)                  \
	{                                               \
		(void)state;                            \
		in_arena(in_##name);                    \
	}                                               \
	static void in_##name(struct scene *scene)

#endif
