/* diag: diagnostics are values: made anywhere, collected here, printed once, at the edge. */
#ifndef CLUSTERC_DIAG_H
#define CLUSTERC_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/codes.h"
#include "base/text.h"

enum severity { WARNING, ERROR, FATAL };
/* What people read for each: what is fatal is an error, too. */
extern const char *const severity_words[];

enum code {
#define CODE_IDENTIFIER(identifier, name, severity, meaning) CODE_##identifier,
	CODES(CODE_IDENTIFIER)
#undef CODE_IDENTIFIER
	CODE_COUNT,
};

struct code_facts {
	const char *name;
	enum severity severity;
	const char *meaning;
};
extern const struct code_facts code_facts[CODE_COUNT];

/* The code of that name, or CODE_COUNT. */
enum code diag_code_named(const char *name);

/* What diagnostics point into: a name as the user knows it, and the bytes. `order` says
 * which file comes first where several are spoken of. */
struct source {
	const char *name;
	const char *bytes;
	size_t size;
	unsigned order;
	bool outside; /* a file that another one names, and that doesn't lie in that one's directory */
};

/* A place in a source: line and column from 1, columns and width in characters.
 * Line 0 is the file as a whole. */
struct span {
	const struct source *source;
	uint32_t line, column, width;
};

struct diag {
	enum severity severity;
	enum code code;
	struct span where;
	const char *text, *help; /* help may be NULL */
	size_t turn;             /* which one it was: keeps those of one place in order */
	const char *line;        /* of the source, once sorted; NULL where there is none */
	size_t line_size;        /* in bytes, without its end */
};

/* How warnings are taken. */
struct warnings {
	bool as_errors;
	bool off[CODE_COUNT];
};

/* At most DIAGS_MOST are kept; `left_out` counts the rest. */
enum { DIAGS_MOST = 1000 };

struct diags {
	struct arena *arena;
	const struct warnings *warnings;
	struct diag **items;
	size_t count, room, errors, left_out;
	enum severity worst;
};

void diags_start(struct diags *diags, struct arena *arena, const struct warnings *warnings);

/* Adds one, of the code's own severity, unless the warning is off. `help` may be NULL. */
void diag(struct diags *diags, enum code code, struct span where, const char *help, const char *text, ...)
	LIKE_PRINTF(5, 6);

/* Forgets what was added since `before`, a copy of `diags`. */
void diags_forget(struct diags *diags, const struct diags *before);

/* Puts them in the order of files, lines and columns, drops repeated ones, and finds the line of each. */
void diags_sort(struct diags *diags);

/* The line of the source, without its end; its size in bytes is put into `size`. */
const char *diag_source_line(const struct source *source, uint32_t line, size_t *size);

#endif
