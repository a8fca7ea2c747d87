/* words: what the arguments of commands can be: for completion, and to say what may be meant. */
#ifndef CLUSTERC_WORDS_H
#define CLUSTERC_WORDS_H

#include "cli/options.h"

/* For struct command. Each adds what argument `position`, from 0, can be. */
void words_of_frameworks(struct arena *arena, int position, struct texts *words); /* show NAME */
void words_of_sites(struct arena *arena, int position, struct texts *words);	 /* show NAME */
void words_of_languages(struct arena *arena, int position, struct texts *words);
void words_of_pages(struct arena *arena, int position, struct texts *words); /* of the reference */
void words_of_explain(struct arena *arena, int position, struct texts *words); /* codes and keys */
void words_of_commands(struct arena *arena, int position, struct texts *words);
void completion_words_of_shells(struct arena *arena, int position, struct texts *words);
void words_of_edits(struct arena *arena, const struct command *command, struct texts *words); /* of --set */
void words_of_init(struct arena *arena, int position, struct texts *words); /* names of frameworks */

/* Whether the argument is one of those words. */
bool words_stand_at(const struct request_line *line, int position);

/* Says on standard error that there is none of this name, and which is meant, or which there are; the
 * exit status. */
int words_no_such(const char *what, const struct request_line *line, int position);

/* Does `work` with memory for it; the exit status. */
int words_with_arena(void (*work)(struct arena *arena, const struct request_line *line),
		     const struct request_line *line);

#endif
