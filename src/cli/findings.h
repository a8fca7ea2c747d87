/* findings: what was found in several files, in one of the forms that programs read. It is printed file by file: a
 * thousand files take no more memory than one. */
#ifndef CLUSTERC_FINDINGS_H
#define CLUSTERC_FINDINGS_H

#include <stdio.h>

#include "base/json.h"
#include "clusterc.h"

struct findings;

/* A form: how the whole begins, what is written of one file that was compiled, and how the whole ends. */
struct findings_form {
	const char *name;
	unsigned fault_depth; /* how deep in the whole the list of faults stands */
	void (*begin)(struct json *json);
	void (*add)(struct findings *findings, const struct clusterc *compiler, const char *path, int status);
	void (*end)(struct findings *findings, int status);
};

struct findings {
	const struct findings_form *form;
	FILE *to;
	struct arena *arena, *kept;
	struct json json;   /* in `arena`: what is printed next */
	struct json faults; /* in `kept`: what comes in the end */
	bool begun, out_of_memory;
};

/* The form of that name; NULL for any other, such as the text that report() prints. */
const struct findings_form *findings_form_named(const char *name);

/* Nothing found yet. Ends with findings_end(). */
void findings_begin(struct findings *findings, const struct findings_form *form, FILE *to);

/* Prints what the compiler found in the file at `path`, which ended with `status`. */
void findings_add(struct findings *findings, const struct clusterc *compiler, const char *path, int status);

/* Prints the rest, unless the command line was wrong and nothing was looked at; frees all. Gives the exit status, which
 * is `status` unless memory ran out: then what a file had is missing in what was printed. */
int findings_end(struct findings *findings, int status);

#endif
