/* turns.c - runs commands in turn, ROUNDS times, so that what slows the machine down for a while slows all
 * of them: turns ROUNDS <COMMANDS, a line each: NAME, a tab, and its words. Prints a line for each run:
 * NAME, ROUND, wall time and processor time in microseconds, peak memory in KiB, divided by tabs.
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
	char *name, *words[WORDS_MOST + 1];
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
static int read_command(struct command *command)
{
	size_t count = 0;

	if (!fgets(command->line, LINE_MOST, stdin))
		return 0;
	command->name = strtok(command->line, "\t\n");
	while (count < WORDS_MOST && (command->words[count] = strtok(NULL, " \n")))
		count++;
	return command->name && count;
}

static void become(const struct command *command)
{
	int nowhere = open("/dev/null", O_WRONLY);

	if (dup2(nowhere, STDOUT_FILENO) >= 0)
		execvp(command->words[0], command->words);
	perror(command->words[0]);
	_exit(127);
}

static int run(const struct command *command, long round)
{
	struct rusage usage;
	long long start = now(), wall;
	pid_t child = fork();
	int status;

	if (!child)
		become(command);
	if (child < 0 || wait4(child, &status, 0, &usage) < 0)
		return 0;
	wall = now() - start;
	if (status)
		fprintf(stderr, "turns: %s failed\n", command->name);
	/* The first round fills the caches. */
	if (round)
		printf("%s\t%ld\t%lld\t%lld\t%ld\n", command->name, round, wall,
		       microseconds(usage.ru_utime) + microseconds(usage.ru_stime), usage.ru_maxrss);
	return !status;
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
