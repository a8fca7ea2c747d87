/* turns.c - runs commands in turn, ROUNDS times, so that what slows the machine down for a while slows all
 * of them: turns ROUNDS <COMMANDS, a line each: NAME, a tab, and its words; perhaps another tab, and the words of
 * what is to be run before, which isn't measured. Prints a line for each run: NAME, ROUND, wall time and processor
 * time in microseconds, peak memory in KiB, divided by tabs.
 *
 * It is in C because a child's peak memory begins with that of who starts it. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { COMMANDS_MOST = 32, WORDS_MOST = 32, LINE_MOST = 4096 };

struct command {
	char line[LINE_MOST];
	char *name, *words[WORDS_MOST + 1], *before[WORDS_MOST + 1];
};

static long long microseconds(struct timeval time)
{
	return time.tv_sec * 1000000LL + time.tv_usec;
}

static long long now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000000LL + time.tv_nsec / 1000;
}

/* Words are divided by spaces; there is no quoting. */
static int divide(char *text, char **words)
{
	size_t count = 0;

	for (char *word = text ? strtok(text, " ") : NULL; word && count < WORDS_MOST; word = strtok(NULL, " "))
		words[count++] = word;
	return count > 0;
}

static int read_command(struct command *command)
{
	char *words, *before;

	if (!fgets(command->line, LINE_MOST, stdin))
		return 0;
	command->name = strtok(command->line, "\t\n");
	words = strtok(NULL, "\t\n");
	before = strtok(NULL, "\t\n");
	divide(before, command->before);
	return command->name && divide(words, command->words);
}

static void become(char **words)
{
	int nowhere = open("/dev/null", O_WRONLY);

	if (dup2(nowhere, STDOUT_FILENO) >= 0)
		execvp(words[0], words);
	perror(words[0]);
	_exit(127);
}

static int is_well(pid_t child, struct rusage *usage)
{
	int status;

	return child > 0 && wait4(child, &status, 0, usage) > 0 && !status;
}

static pid_t start(char **words)
{
	pid_t child = fork();

	if (!child)
		become(words);
	return child;
}

static int run(struct command *command, long round)
{
	struct rusage usage;
	long long begun;

	if (command->before[0] && !is_well(start(command->before), &usage))
		return 0;
	begun = now();
	if (!is_well(start(command->words), &usage)) {
		fprintf(stderr, "turns: %s failed\n", command->name);
		return 0;
	}
	/* The first round fills the caches. */
	if (round)
		printf("%s\t%ld\t%lld\t%lld\t%ld\n", command->name, round, now() - begun,
		       microseconds(usage.ru_utime) + microseconds(usage.ru_stime), usage.ru_maxrss);
	return 1;
}

int main(int argc, char **argv)
{
	static struct command commands[COMMANDS_MOST];
	long rounds = argc == 2 ? strtol(argv[1], NULL, 10) : 0;
	size_t count = 0;

	if (rounds < 1) {
		fprintf(stderr, "usage: turns ROUNDS <COMMANDS\n");
		return 2;
	}
	while (count < COMMANDS_MOST && read_command(&commands[count]))
		count++;
	for (long round = 0; round <= rounds; round++)
		for (size_t i = 0; i < count; i++)
			if (fflush(stdout) || !run(&commands[i], round))
				return 1;
	return 0;
}
