/* edits: the shortest way from one list of lines to another. */
#include "compare/edits.h"

#include <stdlib.h>
#include <string.h>

struct pieces edits_lines_of(struct arena *arena, const char *bytes, size_t size)
{
	struct pieces lines = {0};
	const char *end = bytes + size, *stop;
	size_t count = size && end[-1] != '\n';

	for (size_t i = 0; i < size; i++)
		count += bytes[i] == '\n';
	lines.items = NEW_ARRAY(arena, struct piece, count);
	for (const char *at = bytes; at < end; at = stop) {
		stop = memchr(at, '\n', (size_t)(end - at));
		stop = stop ? stop + 1 : end;
		lines.items[lines.count++] = (struct piece){at, (size_t)(stop - at)};
	}
	return lines;
}

/* --- Numbers instead of lines: equal where the lines are ---------------------------------------- */

static int compare_pieces(const void *left, const void *right)
{
	const struct piece *a = *(const struct piece *const *)left, *b = *(const struct piece *const *)right;
	int order = memcmp(a->bytes, b->bytes, a->size < b->size ? a->size : b->size);

	return order ? order : (a->size > b->size) - (a->size < b->size);
}

/* Of the old lines, then of the new ones. Sorted, since lines that mean harm make a hash table slow. */
static uint32_t *numbers_of(struct arena *arena, struct pieces old, struct pieces new)
{
	size_t count = old.count + new.count;
	struct piece *all = NEW_ARRAY(arena, struct piece, count);
	const struct piece **sorted = NEW_ARRAY(arena, const struct piece *, count);
	uint32_t *numbers = NEW_ARRAY(arena, uint32_t, count), number = 0;

	memcpy(all, old.items, old.count * sizeof *all);
	memcpy(all + old.count, new.items, new.count * sizeof *all);
	for (size_t i = 0; i < count; i++)
		sorted[i] = &all[i];
	qsort(sorted, count, sizeof *sorted, compare_pieces);
	for (size_t i = 0; i < count; i++) {
		number += i && compare_pieces(&sorted[i - 1], &sorted[i]) != 0;
		numbers[sorted[i] - all] = number;
	}
	return numbers;
}

/* --- The search ------------------------------------------------------------------------------------ */

/* Edits that one search takes from either end, and steps that all of them take. */
enum { EDITS_FROM_AN_END = 4096, STEPS_MOST = 1 << 27 };

/* The part of both lists that is looked at: from..to of the old, and of the new. */
struct edit_box {
	int32_t old_from, old_to, new_from, new_to;
};

struct search {
	const uint32_t *old, *new;
	struct edits edits;
	int32_t *forward, *backward; /* how far each diagonal has been followed from an end, in lines of the old */
	int32_t steps;               /* how many are left */
};

struct point {
	int32_t x, y; /* lines of the old and of the new, from the box's beginning */
};

/* One end of the box: what is looked at from there, in which direction. */
struct end {
	const uint32_t *old, *new;
	int32_t direction, *reached;
	const int32_t *other; /* what was reached from the other end */
};

/* Follows diagonal k (x - y) one edit further, then as far as lines are the same. */
static struct point follow(struct search *search, const struct end *end, int32_t k, int32_t edits, int32_t width,
			   int32_t height)
{
	int32_t *reached = end->reached;
	bool down = k == -edits || (k != edits && reached[k - 1] < reached[k + 1]);
	int32_t x = down ? reached[k + 1] : reached[k - 1] + 1, y = x - k, before = x;

	while (x < width && y < height && end->old[end->direction * x] == end->new[end->direction * y]) {
		x++;
		y++;
	}
	search->steps -= x - before + 1;
	reached[k] = x;
	return (struct point){x, y};
}

static int32_t most(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

/* One round: every diagonal that can be reached by so many edits and lies in the box. True where one
 * meets what was reached from the other end by `others` edits. */
static bool advance_path(struct search *search, const struct end *end, int32_t edits, int32_t others, int32_t width,
			 int32_t height, struct point *meeting)
{
	int32_t first = 2 * most(0, edits - height) - edits, last = edits - 2 * most(0, edits - width);

	for (int32_t k = first; k <= last; k += 2) {
		int32_t mirrored = width - height - k;

		*meeting = follow(search, end, k, edits, width, height);
		if ((mirrored - others) % 2 == 0 && mirrored >= -others && mirrored <= others &&
		    meeting->x + end->other[mirrored] >= width)
			return true;
	}
	return false;
}

/* A point on a shortest way, in the middle of it. False where the search was given up. */
static bool find_middle(struct search *search, const struct edit_box *box, struct point *middle)
{
	int32_t width = box->old_to - box->old_from, height = box->new_to - box->new_from;
	bool odd = (width - height) % 2 != 0;
	const struct end start = {search->old + box->old_from, search->new + box->new_from, 1, search->forward,
				  search->backward};
	const struct end finish = {search->old + box->old_to - 1, search->new + box->new_to - 1, -1, search->backward,
				   search->forward};

	search->forward[1] = search->backward[1] = 0;
	for (int32_t edits = 0; edits <= EDITS_FROM_AN_END && search->steps > 0; edits++) {
		if (advance_path(search, &start, edits, odd ? edits - 1 : -1, width, height, middle))
			return true;
		if (advance_path(search, &finish, edits, odd ? -1 : edits, width, height, middle)) {
			*middle = (struct point){width - middle->x, height - middle->y};
			return true;
		}
	}
	return false;
}

static void trim(const struct search *search, struct edit_box *box)
{
	while (box->old_from < box->old_to && box->new_from < box->new_to &&
	       search->old[box->old_from] == search->new[box->new_from]) {
		box->old_from++;
		box->new_from++;
	}
	while (box->old_from < box->old_to && box->new_from < box->new_to &&
	       search->old[box->old_to - 1] == search->new[box->new_to - 1]) {
		box->old_to--;
		box->new_to--;
	}
}

/* Each half takes half of the edits, so the recursion is as deep as their number has bits. */
static void divide_box(struct search *search, struct edit_box box)
{
	struct point middle;
	int32_t x, y;

	trim(search, &box);
	if (box.old_from < box.old_to && box.new_from < box.new_to && find_middle(search, &box, &middle)) {
		x = box.old_from + middle.x;
		y = box.new_from + middle.y;
		divide_box(search, (struct edit_box){box.old_from, x, box.new_from, y});
		divide_box(search, (struct edit_box){x, box.old_to, y, box.new_to});
		return;
	}
	for (x = box.old_from; x < box.old_to; x++)
		search->edits.gone[x] = true;
	for (y = box.new_from; y < box.new_to; y++)
		search->edits.come[y] = true;
}

struct edits edits_between(struct arena *arena, struct pieces old, struct pieces new)
{
	struct search search = {.old = numbers_of(arena, old, new), .steps = STEPS_MOST};

	search.new = search.old + old.count;
	search.edits = (struct edits){NEW_ARRAY(arena, bool, old.count), NEW_ARRAY(arena, bool, new.count)};
	search.forward = NEW_ARRAY(arena, int32_t, 2 * EDITS_FROM_AN_END + 3) + EDITS_FROM_AN_END + 1;
	search.backward = NEW_ARRAY(arena, int32_t, 2 * EDITS_FROM_AN_END + 3) + EDITS_FROM_AN_END + 1;
	divide_box(&search, (struct edit_box){0, (int32_t)old.count, 0, (int32_t) new.count});
	return search.edits;
}
