/* report: diagnostics as text for people:
 *
 *     wordcount.yaml:4:11: error: 'memory' can't be "4GG": 'GG' isn't a unit Kubernetes knows [bad-value]
 *         4 |   memory: 4GG
 *           |           ^~~
 *     help: it takes bytes with a unit: 4Gi, 1536Mi, for example 4Gi
 */
#include "cli/report.h"

#include <stdarg.h>
#include <string.h>

#include "base/diag.h"
#include "base/text.h"

/* Of a long line only so much is shown, in characters, around the place. */
enum { SHOWN = 110, BEFORE = 50 };

/* Prints one character, and returns its size in bytes: a '?' for what can't be seen, or would do something to a
 * terminal. */
static size_t put_character(const char *at, size_t left, FILE *to)
{
	size_t size;
	bool hidden = unicode_is_hidden(utf8_decode(at, left, &size));

	if (hidden)
		fputc(*at == '\t' ? ' ' : '?', to);
	else
		fwrite(at, 1, size, to);
	return size;
}

void report_put_safe(const char *string, FILE *to)
{
	size_t left = strlen(string);

	while (left) {
		size_t size = put_character(string, left, to);

		string += size;
		left -= size;
	}
}

void report_put_safe_lines(const char *bytes, size_t size, FILE *to)
{
	while (size) {
		size_t taken = *bytes == '\n' ? 1 : put_character(bytes, size, to);

		if (*bytes == '\n')
			fputc('\n', to);
		bytes += taken;
		size -= taken;
	}
}

void report_path(const char *path, const char *format, ...)
{
	va_list rest;

	va_start(rest, format);
	fputs("clusterc: ", stderr);
	report_put_safe(path, stderr);
	vfprintf(stderr, format, rest);
	fputc('\n', stderr);
	va_end(rest);
}

void report_word(const char *before, const char *word)
{
	fprintf(stderr, "clusterc: %s '", before);
	report_put_safe(word, stderr);
	fputc('\'', stderr);
}

/* How wide a terminal shows the character: CJK and most emoji take two columns. */
static unsigned columns_of(const char *at, size_t left)
{
	size_t size;
	uint32_t code = utf8_decode(at, left, &size);

	if (unicode_is_hidden(code))
		return 1;
	return (code >= 0x3000 && code < 0xe000) || (code >= 0xff00 && code < 0x10000) ||
			       (code >= 0x1f000 && code < 0x40000)
		       ? 2
		       : 1;
}

/* How far a line has been read: diagnostics come in its order, and a line may be a whole file. */
struct report_reading {
	const char *line, *at;
	uint32_t column;
};

static size_t character_size(const char *at, size_t left)
{
	size_t size;

	utf8_decode(at, left, &size);
	return size;
}

/* Reads up to the column, or to the line's end; gives how many bytes are left. */
static size_t read_to(struct report_reading *it, const struct clusterc_diagnostic *one, uint32_t column)
{
	const char *end = one->source_line + one->source_line_size;

	if (it->line != one->source_line || it->column > column)
		*it = (struct report_reading){one->source_line, one->source_line, 1};
	for (; it->at < end && it->column < column; it->column++)
		it->at += character_size(it->at, (size_t)(end - it->at));
	return (size_t)(end - it->at);
}

/* The line around the place, and where in it the caret goes. */
static unsigned put_line(const struct clusterc_diagnostic *one, struct report_reading *reading, FILE *to)
{
	uint32_t first = one->column > BEFORE ? one->column - BEFORE : 1;
	unsigned caret = first > 1 ? 4 : 0;
	size_t left = read_to(reading, one, first);
	const char *at = reading->at;

	fprintf(to, "%5u | %s", one->line, first > 1 ? "... " : "");
	for (uint32_t column = first; left && column < first + SHOWN; column++) {
		size_t size = put_character(at, left, to);

		if (column < one->column)
			caret += columns_of(at, left);
		at += size;
		left -= size;
	}
	fprintf(to, "%s\n", left ? " ..." : "");
	return caret;
}

static void put_caret(const struct clusterc_diagnostic *one, unsigned caret, FILE *to)
{
	fprintf(to, "      | %*s^", (int)caret, "");
	for (uint32_t i = 1; i < one->width && i < SHOWN - BEFORE; i++)
		fputc('~', to);
	fputc('\n', to);
}

static void put_diagnostic(const struct clusterc_diagnostic *one, struct report_reading *reading, FILE *to)
{
	report_put_safe(one->file ? one->file : "clusterc", to);
	if (one->line)
		fprintf(to, ":%u:%u", one->line, one->column);
	fprintf(to, ": %s: ", severity_words[one->severity]);
	report_put_safe(one->text, to);
	fprintf(to, " [%s]\n", one->code);
	if (one->line && one->source_line)
		put_caret(one, put_line(one, reading, to), to);
	if (one->help) {
		fputs("help: ", to);
		report_put_safe(one->help, to);
		fputc('\n', to);
	}
}

size_t report(const struct clusterc *compiler, FILE *to)
{
	struct clusterc_diagnostic one;
	struct report_reading reading = {0};
	size_t errors = 0;

	for (size_t i = 0; clusterc_diagnostic(compiler, i, &one); i++) {
		put_diagnostic(&one, &reading, to);
		errors += one.severity != CLUSTERC_WARNING;
	}
	if (clusterc_diagnostics_left_out(compiler))
		fprintf(to, "clusterc: %zu more were found; these were the first\n",
			clusterc_diagnostics_left_out(compiler));
	return errors;
}

int report_no_memory(void)
{
	fprintf(stderr, "clusterc: out of memory\n");
	return CLUSTERC_MACHINE;
}

int report_sum(const char *name, const char *same, size_t errors, const char *outcome, int status)
{
	if (!errors)
		return status == CLUSTERC_MACHINE ? report_no_memory() : status;
	report_path(name, ": %s%zu error%s%s%s", same, errors, errors == 1 ? "" : "s", outcome ? ", " : "",
		    outcome ? outcome : "");
	return status;
}
