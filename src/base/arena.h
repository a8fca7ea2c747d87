/* arena: all memory of one compilation, freed at once.
 *
 * Nobody who allocates from an arena checks for NULL: where memory runs out,
 * control returns to the innermost arena_try(), and with it to the edge of the
 * library, which reports it as an error of the machine. */
#ifndef CLUSTERC_ARENA_H
#define CLUSTERC_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* A new, empty arena, or NULL where there is no memory. Free it with arena_free(). */
struct arena *arena_new(void);

/* Runs what was given to arena_defer() and gives all memory back. NULL is fine. */
void arena_free(struct arena *arena);

/* Runs what was given to arena_defer() and makes the arena as new, but keeps some of its memory, less than 1 MiB,
 * for what comes next: who compiles file after file doesn't ask the system for the same again each time. */
void arena_empty(struct arena *arena);

/* A new arena that may take what `arena` may still take; NULL where there is no memory. */
struct arena *arena_new_within(const struct arena *arena);

/* How many bytes it has taken from the system. */
size_t arena_taken(const struct arena *arena);

/* Lands as if `arena` had no more memory, for the reason that `other` had none. */
_Noreturn void arena_fail(struct arena *arena, const struct arena *other);

/* Does `work(subject)`; false if memory ran out on the way. Calls may nest. */
bool arena_try(struct arena *arena, void (*work)(void *), void *subject);

/* From now on the arena gives `most` bytes in all, 0 for any number: what goes beyond is a lack of memory. */
void arena_limit(struct arena *arena, size_t most);

/* Whether memory ran out because of the limit. */
bool arena_is_full(const struct arena *arena);

/* `size` bytes, all zero, aligned for any type; never NULL. Must run inside arena_try(). */
void *arena_alloc(struct arena *arena, size_t size);

/* The same for libraries that expect NULL when memory runs out. */
void *arena_alloc_or_null(struct arena *arena, size_t size);

/* Makes the allocation `old` of `old_size` bytes larger, in place if it is the newest one.
 * What lies beyond `old_size` is not set. */
void *arena_grow(struct arena *arena, void *old, size_t old_size, size_t new_size);

/* Makes room for one more in a list of `count` items of `size` bytes each, which has room for `*room`. Returns the
 * list, which may have moved. */
void *arena_make_room(struct arena *arena, void *items, size_t count, size_t *room, size_t size);

/* `release(subject)` will be called when the arena is freed: for memory that other
 * libraries own. The newest goes first. */
void arena_defer(struct arena *arena, void (*release)(void *), void *subject);

#define NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define NEW_ARRAY(arena, type, count) ((type *)arena_alloc((arena), sizeof(type) * (count)))

#endif
