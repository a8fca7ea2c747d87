/* main: the commands, and the way from the command line to one of them. */
#include <cyaml/cyaml.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "cli/commands.h"
#include "cli/words.h"
#include "clusterc.h"

/* What the commands that compile say of their arguments. */
#define INPUTS                                                                                                         \
	"FILE - is standard input. DIR stands for the profiles in it: its files called *.yaml or *.yml, "              \
	"in the order\n"                                                                                               \
	"of their names' bytes, without hidden ones (.*) and without looking into directories below it.\n"             \
	"With --each there is one FILE, which every row of the roster makes a cluster of; an empty cell leaves what\n" \
	"the profile says."

static const char *const graph_formats[] = {"svg", "mermaid", "dot", NULL};

const struct command commands[] = {
	{
		.name = "generate",
		.arguments = "FILE or DIR...",
		.summary = "compile profiles to manifests and managers",
		.details = "Compiles each profile. With -o, NAME.yaml (the manifest) and NAME.sh (the manager) are "
			   "written into the\n"
			   "directory, and once clusterc-manager-VERSION-CHECKSUM.sh, which all managers of this "
			   "version load: keep\n"
			   "it beside them. With `--manager standalone`, NAME.sh is complete in itself, to be carried "
			   "elsewhere. Files\n"
			   "that clusterc didn't write are never replaced without --force. Without -o, the manifest is "
			   "printed, ready\n"
			   "for `kubectl apply -f -`.\n" INPUTS "\n\n"
			   "With --check -o DIR nothing is written: where the files in DIR aren't what would be "
			   "written, a unified\n"
			   "diff is printed, which `patch -p0` takes, and the exit status is 1; where they are, "
			   "nothing and 0.",
		.least = 1,
		.most = -1,
		.options = "omFcseWh",
		.run = command_generate,
	},
	{
		.name = "validate",
		.arguments = "FILE or DIR...",
		.summary = "check profiles, sites and definitions, write nothing",
		.details = "Checks each profile and tells every problem there is. A file that is a site or a "
			   "framework's\n"
			   "definition, as its keys show, is checked by itself.\n" INPUTS "\n\n"
			   "Formats: text, on standard error (the usual one); json and sarif (SARIF 2.1.0), on "
			   "standard output\n"
			   "and of all files together. docs/validate.md describes both. The exit status doesn't depend "
			   "on it.",
		.least = 1,
		.most = -1,
		.options = "fseWh",
		.formats = (const char *const[]){"text", "json", "sarif", NULL},
		.run = command_validate,
	},
	{
		.name = "diff",
		.arguments = "OLD [NEW]",
		.summary = "say what a change does to a cluster",
		.details = "Says in words, object by object, what changes when the profile OLD becomes NEW; or, of one "
			   "profile with\n"
			   "-o DIR, when the manifests in DIR become what it makes now. It says what that means for a "
			   "cluster that\n"
			   "runs, too: pods are replaced, or Kubernetes doesn't allow it. One profile may be -, "
			   "standard input.\n"
			   "Edits by --set are made in NEW only (OLD and NEW may be the same file).\n\n"
			   "Exit status: 0 the objects are the same, 1 they differ (or a profile is wrong, as standard "
			   "error then\n"
			   "says).",
		.least = 1,
		.most = 2,
		.options = "osWh",
		.output_read = "compare with NAME.yaml in DIR, which is only read",
		.run = command_diff,
	},
	{
		.name = "resolve",
		.arguments = "FILE or DIR...",
		.summary = "print profiles with every value decided",
		.details = "Prints each profile with everything in it that was decided, and behind each value who said "
			   "it: a line\n"
			   "of the profile, the site, the framework's definition, or nobody. Compiled, it makes the "
			   "same cluster.\n" INPUTS,
		.least = 1,
		.most = -1,
		.options = "seWh",
		.run = command_resolve,
	},
	{
		.name = "init",
		.arguments = "[FRAMEWORK]",
		.summary = "print a profile to begin with",
		.details = "Prints a profile of the framework, or of the first that `clusterc frameworks` lists: the "
			   "two keys\n"
			   "that are needed, and all others as comments, with what they mean and the values that hold "
			   "anyway.\n"
			   "Its first line tells editors with a YAML language server where the JSON Schema of profiles "
			   "is: where\n"
			   "it was installed. Without that, or for a repository, keep a copy beside the profile, by\n"
			   "`clusterc schema profile >profile.schema.json`, and say `--schema profile.schema.json`.",
		.least = 0,
		.most = 1,
		.options = "oSh",
		.output_file = "write it to FILE, which must not be there yet",
		.words = words_of_init,
		.run = command_init,
	},
	{
		.name = "plan",
		.arguments = "FILE or DIR...",
		.summary = "print what a cluster comes to, on one screen",
		.details = "Prints of each profile's cluster: its pods and what each has, what a resource quota "
			   "counts, how the\n"
			   "memory of a pod is divided, its ports, who may connect, when it ends, what the site "
			   "leaves, and what has\n"
			   "to be there already.\n" INPUTS,
		.least = 1,
		.most = -1,
		.options = "seWh",
		.run = command_plan,
	},
	{
		.name = "graph",
		.arguments = "FILE",
		.summary = "draw a picture of a cluster",
		.details = "Draws the cluster: its pods, services and ports, what they read and write, and who may "
			   "talk to whom.\n"
			   "Formats: svg (the usual one, a picture complete in itself), mermaid (a flowchart for "
			   "Markdown), dot (for\n"
			   "Graphviz). FILE - is standard input; it holds one profile.",
		.least = 1,
		.most = 1,
		.options = "fsWh",
		.formats = graph_formats,
		.run = command_graph,
	},
	{
		.name = "sites",
		.arguments = "[rules NAME|rules FILE|show NAME]",
		.summary = "list the shared clusters that are built in, or print one's rules or description",
		.details = "Lists the sites that are built in. With rules NAME, prints in words what that one demands "
			   "and allows,\n"
			   "and where that was read; with rules FILE, the same of a site of your own. With show NAME, "
			   "prints its\n"
			   "description: a starting point for your own, which a profile names by its path.",
		.least = 0,
		.most = 2,
		.options = "h",
		.words = words_of_sites,
		.run = command_sites,
	},
	{
		.name = "frameworks",
		.arguments = "[show NAME]",
		.summary = "list what is built in, or print a definition",
		.details = "Lists the frameworks that are built in; with show NAME, prints that one's definition: a "
			   "starting\n"
			   "point for your own, which a profile names by its path.",
		.least = 0,
		.most = 2,
		.options = "h",
		.words = words_of_frameworks,
		.run = command_frameworks,
	},
	{
		.name = "schema",
		.arguments = "LANGUAGE",
		.summary = "print a JSON Schema for editors",
		.details = "Prints the JSON Schema (2020-12) of a language: profile, framework or site.",
		.least = 1,
		.most = 1,
		.options = "h",
		.words = words_of_languages,
		.run = command_schema,
	},
	{
		.name = "reference",
		.arguments = "PAGE",
		.summary = "print the reference of a language, of the diagnostics or of the commands",
		.details = "Prints as Markdown every key of a language (profile, framework or site), every diagnostic "
			   "with\n"
			   "examples (diagnostics), or every command with its options (commands).",
		.least = 1,
		.most = 1,
		.options = "h",
		.words = words_of_pages,
		.run = command_reference,
	},
	{
		.name = "explain",
		.arguments = "[KEY or CODE]",
		.summary = "say what a key or a diagnostic means",
		.details =
			"Says what there is to say of a key of the profile (worker.memory), of a definition\n"
			"(framework.head.args), of a site (site.limits.cpu), or of a diagnostic by the code that stood "
			"in\n"
			"brackets: why it matters, what gives it, and what to write instead. Alone, lists the codes.",
		.least = 0,
		.most = 1,
		.options = "h",
		.words = words_of_explain,
		.run = command_explain,
	},
	{
		.name = "completion",
		.arguments = "SHELL",
		.summary = "print what completes this command line in bash, zsh or fish",
		.details =
			"Prints a script for bash, zsh or fish that completes commands, options and what they take.\n"
			"For the running bash or zsh: `eval \"$(clusterc completion bash)\"`; for fish:\n"
			"`clusterc completion fish | source`. `make install` puts all three where the shells find "
			"them.",
		.least = 1,
		.most = 1,
		.options = "h",
		.words = completion_words_of_shells,
		.run = completion_command,
	},
	{
		.name = "man",
		.arguments = "",
		.summary = "print the manual page",
		.details = "Prints clusterc(1) as it is installed. To read it without: `clusterc man | man -l -`.",
		.least = 0,
		.most = 0,
		.options = "h",
		.run = command_man,
	},
	{
		.name = "help",
		.arguments = "[COMMAND]",
		.summary = "the same as --help",
		.details = "Says what a command does and takes.",
		.least = 0,
		.most = 1,
		.options = "h",
		.words = words_of_commands,
		.run = command_help,
	},
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
	if (argc > 1 && !strcmp(argv[1], "__complete"))
		return finish(completion_complete(argc - 2, argv + 2));
	status = options_read(argc, argv, &line);
	if (status)
		return status;
	if (line.version)
		printf("clusterc %s (libyaml %s, libcyaml %s)\n", clusterc_version(), yaml_get_version_string(),
		       cyaml_version_str);
	else if (line.help)
		options_help(line.command);
	else
		status = line.command->run(&line);
	return finish(status);
}
