/* findings: what was found in several files, in one of the forms that programs read. */
#ifndef CLUSTERC_FINDINGS_H
#define CLUSTERC_FINDINGS_H

#include <stdio.h>

#include "base/json.h"
#include "clusterc.h"

struct findings;

/* A form: what is written of one file that was compiled, and the whole once all were. */
struct findings_form {
	const char *name;
	unsigned file_depth, fault_depth; /* how deep in the whole the two lists below stand */
	void (*add)(struct findings *findings, const struct clusterc *compiler, const char *path, int status);
	const char *(*whole)(struct findings *findings, int status);
};

struct findings {
	struct arena *arena;
	const struct findings_form *form;
	struct json files, faults; /* what has been written so far, by the form */
	bool out_of_memory;
};

/* The form of that name; NULL for any other, such as the text that report() prints. */
const struct findings_form *findings_form_named(const char *name);

/* Nothing found yet. Free them with findings_free(). */
void findings_begin(struct findings *findings, const struct findings_form *form);
void findings_free(struct findings *findings);

/* Adds what the compiler found in the file at `path`, which ended with `status`. */
void findings_add(struct findings *findings, const struct clusterc *compiler, const char *path, int status);

/* Prints them; gives the exit status, which is `status` unless memory ran out. */
int findings_print(struct findings *findings, int status, FILE *to);

#endif
