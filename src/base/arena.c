/* arena: memory in a few large blocks; each allocation is a step of a pointer. */
#include "base/arena.h"

#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { ALIGNMENT = 16, FIRST_BLOCK = 32 * 1024, LARGEST_STEP = 1024 * 1024 };

/* Blocks up to this size stay with an arena that is emptied; with --enable-asan none does, which then finds who still
 * uses them. */
#ifdef ARENA_KEEPS_NOTHING
enum { KEPT_MOST = 0 };
#else
enum { KEPT_MOST = LARGEST_STEP / 2 };
#endif

struct arena_block {
	struct arena_block *older;
	size_t size;
};

struct deferred {
	struct deferred *older;
	void (*release)(void *);
	void *subject;
};

struct arena {
	struct arena_block *newest, *spare; /* spare: from before it was emptied */
	char *next, *end;
	struct deferred *deferred;
	jmp_buf *landing;
	size_t taken, most; /* bytes in all blocks, and how many they may be; 0: any number */
	bool full;
};

static size_t rounded(size_t size)
{
	return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

/* A spare block of just this size, or NULL: an arena's blocks, and with them its limit, are those of a new one. */
static struct arena_block *take_spare(struct arena *arena, size_t size)
{
	for (struct arena_block **at = &arena->spare; *at; at = &(*at)->older)
		if ((*at)->size == size) {
			struct arena_block *block = *at;

			*at = block->older;
			return block;
		}
	return NULL;
}

/* Adds a block that holds at least `size` bytes; blocks double up to a bound. This is rare, and kept apart so that
 * take() needn't save registers for it. */
__attribute__((cold)) static bool add_arena_block(struct arena *arena, size_t size)
{
	size_t wanted = arena->newest ? arena->newest->size * 2 : FIRST_BLOCK;
	size_t head = rounded(sizeof(struct arena_block));
	struct arena_block *block;

	if (wanted > LARGEST_STEP)
		wanted = LARGEST_STEP;
	if (size > SIZE_MAX - head)
		return false;
	if (wanted < size + head)
		wanted = size + head;
	if (arena->most && (arena->taken > arena->most || wanted > arena->most - arena->taken)) {
		arena->full = true;
		return false;
	}
	block = take_spare(arena, wanted);
	if (!block)
		block = malloc(wanted);
	if (!block)
		return false;
	block->older = arena->newest;
	block->size = wanted;
	arena->newest = block;
	arena->taken += wanted;
	arena->next = (char *)block + head;
	arena->end = (char *)block + wanted;
	return true;
}

struct arena *arena_new(void)
{
	return calloc(1, sizeof(struct arena));
}

static void free_blocks(struct arena_block *block)
{
	for (struct arena_block *older; block; block = older) {
		older = block->older;
		free(block);
	}
}

static void release_deferred(struct arena *arena)
{
	for (struct deferred *one = arena->deferred; one; one = one->older)
		one->release(one->subject);
}

void arena_empty(struct arena *arena)
{
	struct arena_block *block = arena->newest, *spare = NULL, *older;

	release_deferred(arena);
	free_blocks(arena->spare);
	for (; block; block = older) {
		older = block->older;
		if (block->size <= KEPT_MOST) {
			block->older = spare;
			spare = block;
		} else {
			free(block);
		}
	}
	*arena = (struct arena){.spare = spare};
}

void arena_free(struct arena *arena)
{
	if (!arena)
		return;
	release_deferred(arena);
	free_blocks(arena->newest);
	free_blocks(arena->spare);
	free(arena);
}

void arena_limit(struct arena *arena, size_t most)
{
	arena->most = most;
}

bool arena_is_full(const struct arena *arena)
{
	return arena->full;
}

struct arena *arena_new_within(const struct arena *arena)
{
	struct arena *new = arena_new();

	if (new && arena->most)
		new->most = arena->taken < arena->most ? arena->most - arena->taken : 1;
	return new;
}

size_t arena_taken(const struct arena *arena)
{
	return arena->taken;
}

void arena_fail(struct arena *arena, const struct arena *other)
{
	arena->full = arena->full || (other && other->full);
	longjmp(*arena->landing, 1);
}

bool arena_try(struct arena *arena, void (*work)(void *), void *subject)
{
	jmp_buf landing;
	jmp_buf *outer = arena->landing;

	if (setjmp(landing)) {
		arena->landing = outer;
		return false;
	}
	arena->landing = &landing;
	work(subject);
	arena->landing = outer;
	return true;
}

/* Room for `size` bytes, content unset, or NULL. */
static void *take(struct arena *arena, size_t size)
{
	void *memory;

	if (size > SIZE_MAX - ALIGNMENT)
		return NULL;
	size = rounded(size ? size : 1);
	if ((size_t)(arena->end - arena->next) < size && !add_arena_block(arena, size))
		return NULL;
	memory = arena->next;
	arena->next += size;
	return memory;
}

static void *take_or_land(struct arena *arena, size_t size)
{
	void *memory = take(arena, size);

	if (!memory)
		longjmp(*arena->landing, 1);
	return memory;
}

void *arena_alloc_or_null(struct arena *arena, size_t size)
{
	void *memory = take(arena, size);

	return memory ? memset(memory, 0, size) : NULL;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	return memset(take_or_land(arena, size), 0, size);
}

void *arena_grow(struct arena *arena, void *old, size_t old_size, size_t new_size)
{
	size_t taken = rounded(old_size ? old_size : 1);
	void *larger;

	if (old && (char *)old + taken == arena->next && new_size < SIZE_MAX - ALIGNMENT &&
	    rounded(new_size) - taken <= (size_t)(arena->end - arena->next)) {
		arena->next += rounded(new_size) - taken;
		return old;
	}
	larger = take_or_land(arena, new_size);
	return old ? memcpy(larger, old, old_size) : larger;
}

void *arena_make_room(struct arena *arena, void *items, size_t count, size_t *room, size_t size)
{
	enum { FIRST_ITEMS = 8 };
	size_t old = *room;

	if (count < old)
		return items;
	*room = old ? old * 2 : FIRST_ITEMS;
	return arena_grow(arena, items, size * old, size * *room);
}

void arena_defer(struct arena *arena, void (*release)(void *), void *subject)
{
	struct deferred *one = NEW(arena, struct deferred);

	one->release = release;
	one->subject = subject;
	one->older = arena->deferred;
	arena->deferred = one;
}
