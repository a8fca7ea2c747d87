/* diag: the list of what was found. */
#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

const struct code_facts code_facts[CODE_COUNT] = {
#define CODE_FACTS(identifier, name, severity, meaning) {name, severity, meaning},
	CODES(CODE_FACTS)
#undef CODE_FACTS
};

enum code code_named(const char *name)
{
	unsigned code = 0;

	while (code < CODE_COUNT && strcmp(code_facts[code].name, name))
		code++;
	return (enum code)code;
}

void diags_start(struct diags *diags, struct arena *arena, const struct warnings *warnings)
{
	*diags = (struct diags){.arena = arena, .warnings = warnings};
	diags->end = &diags->first;
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
	*diags->end = one;
	diags->end = &one->next;
	diags->count++;
}

void diags_forget(struct diags *diags, const struct diags *before)
{
	*diags = *before;
	*diags->end = NULL;
}

static int compare_numbers(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int compare(const void *left, const void *right)
{
	const struct diag *a = *(const struct diag *const *)left, *b = *(const struct diag *const *)right;
	int order = 0;

	if (a->where.source && b->where.source)
		order = compare_numbers(a->where.source->order, b->where.source->order);
	if (!order)
		order = compare_numbers(a->where.line, b->where.line);
	if (!order)
		order = compare_numbers(a->where.column, b->where.column);
	return order ? order : (a->turn > b->turn) - (a->turn < b->turn);
}

static bool at_one_place(const struct diag *a, const struct diag *b)
{
	return a->where.source == b->where.source && a->where.line == b->where.line && a->where.column == b->where.column;
}

/* Whether one of those at the same place, which stand before it, says the same. */
static bool is_told(struct diag *const *all, size_t i)
{
	for (size_t j = i; j-- && at_one_place(all[j], all[i]);)
		if (all[j]->code == all[i]->code && !strcmp(all[j]->text, all[i]->text))
			return true;
	return false;
}

void diags_sort(struct diags *diags)
{
	struct diag **all;
	size_t count = 0;

	if (!diags->first)
		return;
	all = NEW_ARRAY(diags->arena, struct diag *, diags->count);
	for (struct diag *one = diags->first; one; one = one->next)
		all[count++] = one;
	qsort(all, count, sizeof *all, compare);
	diags->end = &diags->first;
	diags->count = 0;
	for (size_t i = 0; i < count; i++) {
		/* What an alias repeats is told once. */
		if (is_told(all, i)) {
			diags->errors -= all[i]->severity >= ERROR;
			continue;
		}
		*diags->end = all[i];
		diags->end = &all[i]->next;
		diags->count++;
	}
	*diags->end = NULL;
}

const char *source_line(const struct source *source, uint32_t line, size_t *size)
{
	const char *at = source->bytes, *end = source->bytes + source->size, *stop;

	for (; line > 1 && at < end; line--) {
		stop = memchr(at, '\n', (size_t)(end - at));
		at = stop ? stop + 1 : end;
	}
	stop = at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
	if (!stop)
		stop = end;
	if (stop > at && stop[-1] == '\r')
		stop--;
	*size = (size_t)(stop - at);
	return at;
}
