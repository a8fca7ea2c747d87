/* report: diagnostics as text for people. */
#ifndef CLUSTERC_REPORT_H
#define CLUSTERC_REPORT_H

#include <stdio.h>

#include "clusterc.h"

/* Prints all diagnostics: place, text, source line with a caret, help. What comes from files
 * can't reach the terminal as control characters. Returns how many errors there were. */
size_t report(const struct clusterc *compiler, FILE *to);

/* Prints bytes of files so that they do nothing to a terminal and all of them is seen: what unicode_is_hidden()
 * names, and what isn't UTF-8, becomes ?, a tab a space. What was printed so prints the same once more.
 * Line breaks stay with report_put_safe_lines(). */
void report_put_safe(const char *string, FILE *to);
void report_put_safe_lines(const char *bytes, size_t size, FILE *to);

/* Closes what was told of a profile on standard error: its name, how many errors, and what came of it; `same`
 * goes before the number. `outcome` may be NULL. Without errors, CLUSTERC_MACHINE is a lack of memory. Returns the
 * exit status, which is `status`. */
int report_sum(const char *name, const char *same, size_t errors, const char *outcome, int status);

/* Says on standard error that memory ran out; the exit status. */
int report_no_memory(void);

/* A message on standard error about a file or directory: "clusterc: PATH" and what follows, which brings its own
 * ": " or space and is a line without its end. */
__attribute__((format(printf, 2, 3))) void report_path(const char *path, const char *format, ...);

/* Begins a message on standard error with such a word, in quotes. */
void report_word(const char *before, const char *word);

#endif
