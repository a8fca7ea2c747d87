/* main: the commands, and the way from the command line to one of them. */
#include <signal.h>
#include <stdio.h>

#include "cli/commands.h"
#include "clusterc.h"

const struct command commands[] = {
	{"generate", "FILE...", "compile profiles to manifests and managers",
	 "Compiles each profile. With -o, NAME.yaml (the manifest) and NAME.sh (the manager) are written\n"
	 "into the directory, both or neither; without it, the manifest is printed, ready for\n"
	 "`kubectl apply -f -`. FILE - is standard input.",
	 1, -1, "osWh", run_generate},
	{"validate", "FILE...", "check profiles, write nothing",
	 "Checks each profile and tells every problem there is. FILE - is standard input.", 1, -1, "sWh", run_validate},
	{"resolve", "FILE...", "print profiles with every value decided",
	 "Prints each profile with everything in it that was decided, and behind each value who said it: a line\n"
	 "of the profile, the site, the framework's definition, or nobody. Compiled, it makes the same cluster.",
	 1, -1, "sWh", run_resolve},
	{"sites", "[show NAME]", "list the shared clusters that are built in, or print one's description",
	 "Lists the sites that are built in; with show NAME, prints that one's description: a starting point\n"
	 "for your own, which a profile names by its path.",
	 0, 2, "h", run_sites},
	{"frameworks", "[show NAME]", "list what is built in, or print a definition",
	 "Lists the frameworks that are built in; with show NAME, prints that one's definition: a starting\n"
	 "point for your own, which a profile names by its path.",
	 0, 2, "h", run_frameworks},
	{"schema", "LANGUAGE", "print a JSON Schema for editors",
	 "Prints the JSON Schema (2020-12) of a language: profile, framework or site.", 1, 1, "h", run_schema},
	{"reference", "LANGUAGE", "print the reference of a language",
	 "Prints every key of a language, profile, framework or site, as Markdown.", 1, 1, "h", run_reference},
	{"explain", "[KEY or CODE]", "say what a key or a diagnostic means",
	 "Says what there is to say of a key of the profile (worker.memory), of a definition\n"
	 "(framework.head.args), of a site (site.limits.cpu), or of a diagnostic by the code that stood in brackets; alone, lists the codes.",
	 0, 1, "h", run_explain},
	{"help", "[COMMAND]", "the same as --help", "Says what a command does and takes.", 0, 1, "h", run_help},
	{0},
};

/* Output that didn't arrive is an error of the machine, not a success. */
static int finish(int status)
{
	if (fflush(stdout) || ferror(stdout)) {
		perror("clusterc: standard output");
		return CLUSTERC_MACHINE;
	}
	return status;
}

int main(int argc, char **argv)
{
	struct request_line line;
	int status;

	signal(SIGPIPE, SIG_IGN);
	status = options_read(argc, argv, &line);
	if (status)
		return status;
	if (line.version)
		printf("clusterc %s\n", clusterc_version());
	else if (line.help)
		options_help(line.command);
	else
		status = line.command->run(&line);
	return finish(status);
}
