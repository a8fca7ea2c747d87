/* words: what the arguments of commands can be. */
#include "cli/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/report.h"
#include "clusterc.h"

/* --- The words ---------------------------------------------------------------------------------------- */

static void add_all(struct arena *arena, struct texts *words, const char *const *list)
{
	for (; *list; list++)
		texts_add(arena, words, *list);
}

static void show_or_names(struct arena *arena, int position, struct texts *words, size_t count,
			  const char *(*name)(size_t))
{
	if (position == 0)
		texts_add(arena, words, "show");
	for (size_t i = 0; position == 1 && i < count; i++)
		texts_add(arena, words, name(i));
}

void words_of_frameworks(struct arena *arena, int position, struct texts *words)
{
	show_or_names(arena, position, words, clusterc_framework_count(), clusterc_framework_name);
}

void words_of_sites(struct arena *arena, int position, struct texts *words)
{
	if (position == 0)
		texts_add(arena, words, "rules");
	show_or_names(arena, position, words, clusterc_site_count(), clusterc_site_name);
}

void words_of_init(struct arena *arena, int position, struct texts *words)
{
	words_of_frameworks(arena, position + 1, words);
}

static const char *const languages[] = {"profile", "framework", "site", NULL};

void words_of_languages(struct arena *arena, int position, struct texts *words)
{
	(void)position;
	add_all(arena, words, languages);
}

void words_of_pages(struct arena *arena, int position, struct texts *words)
{
	static const char *const pages[] = {"diagnostics", "commands", NULL};

	words_of_languages(arena, position, words);
	add_all(arena, words, pages);
}

void words_of_commands(struct arena *arena, int position, struct texts *words)
{
	(void)position;
	for (const struct command *command = commands; command->name; command++)
		texts_add(arena, words, command->name);
}

/* The keys of a language, each behind `prefix`. */
static void add_keys(struct arena *arena, struct texts *words, const char *language, const char *prefix)
{
	char *keys = clusterc_keys(language);

	for (char *key = keys, *end; key && *key; key = end + 1) {
		end = key + strcspn(key, "\n");
		texts_add(arena, words, text_join(arena, prefix, text_copy(arena, key, (size_t)(end - key)), NULL));
	}
	free(keys);
}

void words_of_edits(struct arena *arena, const struct command *command, struct texts *words)
{
	(void)command;
	add_keys(arena, words, languages[0], "");
	for (size_t i = 0; i < words->count; i++)
		words->items[i] = text_join(arena, words->items[i], "=", NULL);
}

void words_of_explain(struct arena *arena, int position, struct texts *words)
{
	const char *name;

	(void)position;
	for (size_t i = 0; (name = clusterc_code_name(i)); i++)
		texts_add(arena, words, name);
	add_keys(arena, words, languages[0], "");
	for (size_t i = 1; languages[i]; i++)
		add_keys(arena, words, languages[i], text_join(arena, languages[i], ".", NULL));
}

/* --- Looking among them --------------------------------------------------------------------------------- */

/* What runs inside arena_try(). */
struct word_query {
	struct arena *arena;
	const struct request_line *line;
	void (*work)(struct arena *arena, const struct request_line *line);
	const char *what; /* for tell_words() */
	int position;
	bool found;
};

static struct texts words_at(const struct word_query *it)
{
	struct texts words = {0};

	it->line->command->words(it->arena, it->position, &words);
	return words;
}

static void find_words(void *subject)
{
	struct word_query *it = subject;
	struct texts words = words_at(it);

	for (size_t i = 0; i < words.count; i++)
		it->found = it->found || !strcmp(words.items[i], it->line->arguments[it->position]);
}

static const char *word_at(const void *subject, size_t i)
{
	const struct texts *words = subject;

	return i < words->count ? words->items[i] : NULL;
}

static void tell_words(void *subject)
{
	enum { FEW = 12 };
	struct word_query *it = subject;
	struct texts words = words_at(it);
	const char *word = it->line->arguments[it->position], *near = text_nearest(word, word_at, &words);

	report_word(text_join(it->arena, "there is no ", it->what, NULL), word);
	if (near)
		fprintf(stderr, "; did you mean '%s'?", near);
	for (size_t i = 0; !near && words.count <= FEW && i < words.count; i++)
		fprintf(stderr, "%s%s", i ? ", " : words.count == 1 ? "; there is " : "; there are ", words.items[i]);
	if (!near && words.count > FEW)
		fprintf(stderr, "; see %s %s --help", options_typed_as(), it->line->command->name);
	fputc('\n', stderr);
}

static void do_work(void *subject)
{
	struct word_query *it = subject;

	it->work(it->arena, it->line);
}

/* Whether there was memory enough. */
static bool run_query(struct word_query *it, void (*work)(void *))
{
	bool done;

	it->arena = arena_new();
	done = it->arena && arena_try(it->arena, work, it);
	arena_free(it->arena);
	if (!done)
		report_no_memory();
	return done;
}

bool words_stand_at(const struct request_line *line, int position)
{
	struct word_query it = {.line = line, .position = position};

	return run_query(&it, find_words) && it.found;
}

int words_no_such(const char *what, const struct request_line *line, int position)
{
	return run_query(&(struct word_query){.line = line, .what = what, .position = position}, tell_words)
		       ? STATUS_USAGE
		       : CLUSTERC_MACHINE;
}

int words_with_arena(void (*work)(struct arena *arena, const struct request_line *line),
		     const struct request_line *line)
{
	return run_query(&(struct word_query){.line = line, .work = work}, do_work) ? CLUSTERC_GOOD : CLUSTERC_MACHINE;
}
