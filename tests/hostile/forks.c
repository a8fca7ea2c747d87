/* forks: stands between the command and the C library (LD_PRELOAD). Called as `clusterc forks`, the program runs once
 * for each line that it reads: in a process of its own, or, behind a plus sign, in this one. Under valgrind each
 * process leaves its own counts, and finds translated already what was run in this one.
 *
 * A line is a directory, a tab, and arguments with tabs between. The answer, when that has ended, is the number of the
 * process and its status as wait() gives it, each an int; 0 and 0 behind a plus sign. What it says on standard error is
 * in the file stderr there. */
#include <dlfcn.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef int program(int argc, char **argv, char **environment);
typedef int starter(program *main, int argc, char **argv, void (*init)(void), void (*fini)(void), void (*last)(void),
		    void *stack_end);

enum { MOST_ARGUMENTS = 1000 };

static program *forks_main;
static char line[1 << 20];

/* A line, which comes whole, without its break; 0 at the end. What the reader does is counted, so it does little. */
static size_t forks_line(int from)
{
	size_t length = 0;
	ssize_t more;

	while (length < sizeof(line)) {
		more = read(from, line + length, sizeof(line) - length);
		if (more <= 0)
			return 0;
		length += (size_t)more;
		if (line[length - 1] == '\n')
			return length - 1;
	}
	return 0;
}

static int forks_redirect(int from, const char *path, int flags)
{
	int file = open(path, flags, 0600), got = dup2(file, from);

	close(file);
	return got;
}

/* What main returns to the words of the line. */
static int forks_run(char *words, char **argv, char **environment)
{
	char *arguments[MOST_ARGUMENTS + 2] = {argv[0]}, *directory = strtok(words, "\t"), *word;
	int count = 1;

	while (count <= MOST_ARGUMENTS && (word = strtok(NULL, "\t")))
		arguments[count++] = word;
	if (!directory || chdir(directory) || forks_redirect(STDIN_FILENO, "/dev/null", O_RDONLY) < 0 ||
	    forks_redirect(STDOUT_FILENO, "/dev/null", O_WRONLY) < 0 ||
	    forks_redirect(STDERR_FILENO, "stderr", O_WRONLY | O_CREAT | O_TRUNC) < 0)
		_exit(127);
	/* As the C library wants it before other arguments. */
	optind = 0;
	return forks_main(count, arguments, environment);
}

static int forks_serve(int argc, char **argv, char **environment)
{
	int in = dup(STDIN_FILENO), out = dup(STDOUT_FILENO), answer[2];
	size_t length;

	if (argc != 2 || strcmp(argv[1], "forks") != 0)
		return forks_main(argc, argv, environment);
	while ((length = forks_line(in)) > 0) {
		line[length] = 0;
		answer[0] = answer[1] = 0;
		if (line[0] == '+')
			forks_run(line + 1, argv, environment);
		else if ((answer[0] = fork()) == 0)
			return forks_run(line, argv, environment);
		else if (answer[0] < 0 || waitpid(answer[0], &answer[1], 0) < 0)
			return 1;
		if (write(out, answer, sizeof(answer)) < 0)
			return 1;
	}
	return 0;
}

/* What the C library's beginning calls with the program's main. */
int __libc_start_main(program *main, int argc, char **argv, void (*init)(void), void (*fini)(void), void (*last)(void),
		      void *stack_end)
{
	starter *start;

	*(void **)&start = dlsym(RTLD_NEXT, "__libc_start_main");
	forks_main = main;
	return start(forks_serve, argc, argv, init, fini, last, stack_end);
}
