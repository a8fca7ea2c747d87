/* diag: the list of what was found. */
#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

const struct code_facts code_facts[CODE_COUNT] = {
#define CODE_FACTS(identifier, name, severity, meaning) {name, severity, meaning},
	CODES(CODE_FACTS)
#undef CODE_FACTS
};

const char *const severity_words[] = {[WARNING] = "warning", [ERROR] = "error", [FATAL] = "error"};

enum code diag_code_named(const char *name)
{
	unsigned code = 0;

	while (code < CODE_COUNT && strcmp(code_facts[code].name, name))
		code++;
	return (enum code)code;
}

void diags_start(struct diags *diags, struct arena *arena, const struct warnings *warnings)
{
	*diags = (struct diags){.arena = arena, .warnings = warnings};
}

static enum severity severity_of(const struct diags *diags, enum code code)
{
	enum severity severity = code_facts[code].severity;

	return severity == WARNING && diags->warnings->as_errors ? ERROR : severity;
}

/* What is too long to be read loses its middle: how a value begins stays, and what is wrong with it. */
static const char *readable(struct arena *arena, const char *text)
{
	enum { HEAD = 300, TAIL = 200 };
	size_t size = strlen(text);
	const char *tail = text + size - (size < TAIL ? size : TAIL);

	if (size <= HEAD + TAIL)
		return text;
	while ((*tail & 0xc0) == 0x80)
		tail++;
	return text_format(arena, "%.*s ... %s", (int)utf8_valid_prefix(text, HEAD), text, tail);
}

static void add_diag(struct diags *diags, struct diag *one)
{
	if (diags->count == diags->room) {
		size_t room = diags->room ? diags->room * 2 : 8;

		diags->items = arena_grow(diags->arena, diags->items, sizeof *diags->items * diags->room,
					  sizeof *diags->items * room);
		diags->room = room;
	}
	diags->items[diags->count++] = one;
}

void diag(struct diags *diags, enum code code, struct span where, const char *help, const char *text, ...)
{
	enum severity severity = severity_of(diags, code);
	struct diag *one;
	va_list values;

	if (diags->warnings->off[code])
		return;
	if (severity > diags->worst)
		diags->worst = severity;
	diags->errors += severity >= ERROR;
	if (diags->count == DIAGS_MOST) {
		diags->left_out++;
		return;
	}
	one = NEW(diags->arena, struct diag);
	one->severity = severity;
	one->turn = diags->count;
	one->code = code;
	one->where = where;
	one->help = help;
	va_start(values, text);
	one->text = readable(diags->arena, text_vformat(diags->arena, text, values));
	va_end(values);
	add_diag(diags, one);
}

void diags_forget(struct diags *diags, const struct diags *before)
{
	diags->count = before->count;
	diags->errors = before->errors;
	diags->left_out = before->left_out;
	diags->worst = before->worst;
}

static int compare_numbers(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int compare_places(const struct span *a, const struct span *b)
{
	int order = 0;

	if (a->source && b->source)
		order = compare_numbers(a->source->order, b->source->order);
	if (!order)
		order = compare_numbers(a->line, b->line);
	return order ? order : compare_numbers(a->column, b->column);
}

static int compare_turns(const struct diag *a, const struct diag *b)
{
	return (a->turn > b->turn) - (a->turn < b->turn);
}

static int compare_diags(const void *left, const void *right)
{
	const struct diag *a = *(const struct diag *const *)left, *b = *(const struct diag *const *)right;
	int order = compare_places(&a->where, &b->where);

	return order ? order : compare_turns(a, b);
}

/* What a diagnostic says, and where, but for its turn. */
static int compare_sayings(const struct diag *a, const struct diag *b)
{
	int order = compare_places(&a->where, &b->where);

	if (!order)
		order = compare_numbers(a->code, b->code);
	return order ? order : strcmp(a->text, b->text);
}

static int compare_same_together(const void *left, const void *right)
{
	const struct diag *a = *(const struct diag *const *)left, *b = *(const struct diag *const *)right;
	int order = compare_sayings(a, b);

	return order ? order : compare_turns(a, b);
}

/* What an alias repeats is told once. */
static void drop_repeated(struct diags *diags)
{
	size_t kept = 0;

	qsort(diags->items, diags->count, sizeof *diags->items, compare_same_together);
	for (size_t i = 0; i < diags->count; i++)
		if (kept && !compare_sayings(diags->items[kept - 1], diags->items[i]))
			diags->errors -= diags->items[i]->severity >= ERROR;
		else
			diags->items[kept++] = diags->items[i];
	diags->count = kept;
}

/* A line of a source: `at` is where it begins. */
struct diag_reading {
	const struct source *source;
	const char *at;
	uint32_t line;
	size_t size;
	bool known; /* its size */
};

static void read_on(struct diag_reading *it, uint32_t line)
{
	const char *end = it->source->bytes + it->source->size, *stop;

	for (; it->line < line && it->at < end; it->line++) {
		stop = memchr(it->at, '\n', (size_t)(end - it->at));
		it->at = stop ? stop + 1 : end;
	}
	stop = it->at < end ? memchr(it->at, '\n', (size_t)(end - it->at)) : NULL;
	if (!stop)
		stop = end;
	if (stop > it->at && stop[-1] == '\r')
		stop--;
	it->size = (size_t)(stop - it->at);
	it->known = true;
}

/* In their order, so that each source is read once. */
static void find_lines(struct diags *diags)
{
	struct diag_reading it = {0};

	for (size_t i = 0; i < diags->count; i++) {
		struct diag *one = diags->items[i];

		if (!one->where.line)
			continue;
		if (it.source != one->where.source)
			it = (struct diag_reading){one->where.source, one->where.source->bytes, 1, 0, false};
		if (!it.known || it.line < one->where.line)
			read_on(&it, one->where.line);
		one->line = it.at;
		one->line_size = it.size;
	}
}

void diags_sort(struct diags *diags)
{
	if (!diags->count)
		return;
	drop_repeated(diags);
	qsort(diags->items, diags->count, sizeof *diags->items, compare_diags);
	find_lines(diags);
}

const char *diag_source_line(const struct source *source, uint32_t line, size_t *size)
{
	struct diag_reading it = {source, source->bytes, 1, 0, false};

	read_on(&it, line);
	*size = it.size;
	return it.at;
}
