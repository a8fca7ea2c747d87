/* values: what one value may look like. Each rule names where it comes from. */
#include "language/values.h"

#include <string.h>

#include "base/quote.h"
#include "language/address.h"
#include "language/amounts.h"
#include "language/image.h"
#include "language/letters.h"
#include "language/role.h"
#include "language/schedule.h"

static const char *too_long(struct arena *arena, const char *text, size_t most)
{
	size_t size = strlen(text);

	return size > most ? text_format(arena, "it has %zu characters, %zu more than the %zu allowed", size,
					 size - most, most)
			   : NULL;
}

/* RFC 1123, section 2.1, as Kubernetes takes it (IsDNS1123Label). */
static const char *label_fault(struct arena *arena, const char *text)
{
	size_t size = strlen(text);
	const char *fault;

	if (!size)
		return "it is empty";
	if ((fault = letters_fault(arena, text, false, "-")))
		return fault;
	if (text[0] == '-' || text[size - 1] == '-')
		return "it begins or ends with '-'";
	return too_long(arena, text, 63);
}

/* A part of names that have to be labels themselves. */
static const char *short_label_fault(struct arena *arena, const char *text)
{
	const char *fault = label_fault(arena, text);

	return fault ? fault : too_long(arena, text, 40);
}

/* Services are named by it, and those have to start with a letter (IsDNS1035Label). */
static const char *cluster_name_fault(struct arena *arena, const char *text)
{
	const char *fault = label_fault(arena, text);

	return fault ? fault : letter_is_lower(*text) ? NULL : "it doesn't begin with a letter";
}

/* RFC 6335, section 5.1, as Kubernetes takes it (IsValidPortName). */
static const char *port_name_fault(struct arena *arena, const char *text)
{
	const char *fault = label_fault(arena, text);

	if (!fault)
		fault = too_long(arena, text, 15);
	if (!fault && strstr(text, "--"))
		fault = "it has two '-' in a row";
	if (!fault && text[strspn(text, "0123456789-")] == '\0')
		fault = "it has no letter";
	return fault;
}

static const char *word_fault(struct arena *arena, const char *text)
{
	(void)arena;
	return *text ? NULL : "it is empty";
}

/* Whether something stands in it that ends lines, controls something or can't be seen. */
static bool has_hidden(const char *text)
{
	size_t length = 1;

	for (; *text && length; text += length)
		length = quote_printable(text);
	return !length;
}

static const char *line_fault(struct arena *arena, const char *text)
{
	(void)arena;
	return !*text             ? "it is empty"
	       : has_hidden(text) ? "it has a line break, or another character that can't be seen"
				  : NULL;
}

/* Readers of YAML look for the ':' of a key no further than 1,024 characters on (YAML 1.2.2, 7.4.2), and in quotes
 * some characters are two. */
static const char *setting_name_fault(struct arena *arena, const char *text)
{
	enum { MOST = 500 };
	const char *fault = line_fault(arena, text);

	return !fault && utf8_count(text) > MOST ? "it is longer than 500 characters" : fault;
}

/* A word of a command that runs in a container that is there already: Kubernetes expands $(NAME) only in what a
 * container starts with (kubernetes.io, Define Dependent Environment Variables). What isn't written like a variable is
 * a shell's: $(cat x). */
static const char *exec_fault(struct arena *arena, const char *text)
{
	for (const char *at = text; (at = strstr(at, "$(")); at += 2) {
		size_t size = strspn(at + 2, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

		if (size && at[2 + size] == ')')
			return text_format(
				arena, "Kubernetes expands $(%.*s) only in a container's command, args and env",
				(int)size, at + 2);
	}
	return word_fault(arena, text);
}

static const char *exec_line_fault(struct arena *arena, const char *text)
{
	const char *fault = exec_fault(arena, text);

	return fault ? fault : line_fault(arena, text);
}

int value_release_minor(const char *release)
{
	return (release[2] - '0') * 10 + (release[3] - '0');
}

/* Two digits last for the years to come. */
static const char *release_fault(struct arena *arena, const char *text)
{
	(void)arena;
	if (strncmp(text, "1.", 2) || strlen(text) != 4 || strspn(text + 2, "0123456789") != 2)
		return "it isn't 1. and two digits";
	return value_release_minor(text) < VALUE_RELEASE_OLDEST ? "it is older than 1.25, which the output needs"
								: NULL;
}

/* --- Keys and values of maps -------------------------------------------------------------- */

/* What every Kubernetes release from 1.25 on takes as a variable's name (IsEnvVarName). */
static const char *env_name_fault(struct arena *arena, const char *text)
{
	if (!*text)
		return "it is empty";
	if (letter_is_digit(*text))
		return "it begins with a digit";
	if (*text == '.' && (!text[1] || text[1] == '.'))
		return "it can't be '.' or begin with '..'";
	return letters_fault(arena, text, true, "_.-");
}

/* The part behind a key's '/', and a label's value: letters, digits, '-', '_', '.' with a
 * letter or digit at both ends, 63 at most (IsQualifiedName, IsValidLabelValue). */
static const char *label_part_fault(struct arena *arena, const char *text)
{
	size_t size = strlen(text);
	const char *fault = letters_fault(arena, text, true, "_.-");

	if (!fault && size && (letter_is_in(text[0], "_.-") || letter_is_in(text[size - 1], "_.-")))
		fault = "it begins or ends with '-', '_' or '.'";
	return fault ? fault : too_long(arena, text, 63);
}

/* A DNS-1123 subdomain: labels with dots between them, 253 characters at most. */
static const char *subdomain_fault(struct arena *arena, const char *text)
{
	const char *fault = too_long(arena, text, 253);
	size_t size;

	for (; !fault; text += size + 1) {
		size = strcspn(text, ".");
		fault = label_fault(arena, text_copy(arena, text, size));
		if (!text[size])
			break;
	}
	return fault;
}

static const char *label_key_fault(struct arena *arena, const char *text)
{
	const char *slash = strchr(text, '/'), *name = slash ? slash + 1 : text, *fault = NULL;

	if (slash)
		fault = subdomain_fault(arena, text_copy(arena, text, (size_t)(slash - text)));
	if (fault)
		return text_format(arena, "in the prefix before '/': %s", fault);
	return *name ? label_part_fault(arena, name) : "it has no name";
}

enum { TREE_PARTS_MOST = 32 };

const char *value_lines_fault(const char *name, const char *value)
{
	size_t size = strlen(value);

	if (name[strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.")])
		return "its name has something else than letters, digits, '-', '_' and '.'";
	if (value[strcspn(value, "\n\r\f")])
		return "its value has a line break";
	return size && (strchr(" \t", value[0]) || strchr(" \t", value[size - 1]))
		       ? "its value begins or ends with a space, which would be lost"
		       : NULL;
}

void value_tree_name_add(struct index *holding, const char *name)
{
	size_t size = strcspn(name, ".");

	for (size_t parts = 1; name[size] && parts < TREE_PARTS_MOST; parts++) {
		index_add_bytes(holding, name, size, name);
		size += 1 + strcspn(name + size + 1, ".");
	}
}

const char *value_tree_name_fault(const struct index *holding, const char *name)
{
	const char *held = index_find(holding, name);
	size_t parts = 1;

	for (const char *at = name; *at; at++) {
		parts += *at == '.';
		if (*at == '.' && (at == name || !at[1] || at[1] == '.'))
			return "a part between its dots is empty";
	}
	if (parts > TREE_PARTS_MOST)
		return text_format(holding->arena, "it has %zu parts between dots; %d are allowed", parts,
				   TREE_PARTS_MOST);
	return held ? text_format(holding->arena, "it can't have a value of its own and hold '%s', too", held) : NULL;
}

/* --- Places --------------------------------------------------------------------------------- */

static const char *address_path_fault(struct arena *arena, const char *text)
{
	if (*text != '/')
		return "it doesn't begin with '/'";
	if (strchr(text, ':'))
		return "it may not have ':'";
	for (const char *step = text; *step; step += strcspn(step, "/")) {
		step += *step == '/';
		if (!strncmp(step, "..", 2) && (!step[2] || step[2] == '/'))
			return "it may not have '..'";
	}
	return line_fault(arena, text);
}

/* A path where something is mounted, in its one form: two that differ are two places. */
static const char *path_fault(struct arena *arena, const char *text)
{
	const char *fault = address_path_fault(arena, text);

	if (fault)
		return fault;
	if (!text[1])
		return "it is the root of all";
	if (text[strlen(text) - 1] == '/' || strstr(text, "//"))
		return "it has a '/' too many";
	return NULL;
}

/* The same, as a place in a pod: as Linux has room for it (PATH_MAX, NAME_MAX). */
static const char *mount_path_fault(struct arena *arena, const char *text)
{
	enum { PATH_MOST = 4095, NAME_MOST = 255 };
	const char *fault = path_fault(arena, text);

	if (fault)
		return fault;
	for (const char *step = text + 1, *end; *step; step = *end ? end + 1 : end) {
		end = step + strcspn(step, "/");
		if (end - step == 1 && *step == '.')
			return "it may not have '.' for a directory";
		if (end - step > NAME_MOST)
			return "a name in it has more than 255 bytes";
	}
	return strlen(text) > PATH_MOST ? "it has more than 4,095 bytes" : NULL;
}

/* A path from a volume's root, as Kubernetes takes it (validateLocalDescendingPath). */
static const char *sub_path_fault(struct arena *arena, const char *text)
{
	const char *fault = *text == '/' ? "it begins with '/'" : path_fault(arena, text_join(arena, "/", text, NULL));

	return *text ? fault : "it is empty";
}

static const char *file_name_fault(struct arena *arena, const char *text)
{
	if (strchr(text, '/'))
		return "it has a '/'";
	if (letter_is_in(*text, ".-"))
		return "it begins with '.' or '-'";
	return line_fault(arena, text);
}

static size_t option_word(const char *text)
{
	size_t size = 0;

	while (letter_is_alphabetic(text[size]) || letter_is_digit(text[size]) || letter_is_in(text[size], "_.=:-"))
		size++;
	return size;
}

/* A command's option and its values: -c, --class NAME. */
static const char *option_fault(struct arena *arena, const char *text)
{
	const char *at = text;
	bool names = true;

	(void)arena;
	while (names) {
		size_t dashes = strspn(at, "-"), size = option_word(at);

		if (memchr(at, '=', size))
			return "a '=' follows a name in it, instead of a space";
		if (dashes < 1 || dashes > 2 || size == dashes || memchr(at, ':', size))
			return "it doesn't begin with names such as -c or --class";
		names = at[size] == ',';
		at += size + names;
		if (*at++ != ' ')
			return names ? "a comma in it isn't followed by a space"
				     : "no value follows its names";
	}
	for (;; at++) {
		size_t size = option_word(at);

		if (*at == '-')
			return "its names aren't separated by commas";
		if (!*at || *at == ' ')
			return "there is a space too many in it";
		at += size;
		if (size && !*at)
			return NULL;
		if (!size || *at != ' ')
			return "a value in it isn't a word such as NAME or KEY=VALUE";
	}
}

/* What can stand in a shell script, whoever reads that. */
static const char *program_fault(struct arena *arena, const char *text)
{
	char *lines = text_copy(arena, text, strlen(text));

	for (char *at = lines; *at; at++)
		if (*at == '\n' || *at == '\t')
			*at = ' ';
	return !*text ? "it is empty" : has_hidden(lines) ? "it has a character that can't be seen" : NULL;
}

/* An extended resource's name (IsExtendedResourceName): never one of Kubernetes' own. */
static const char *resource_fault(struct arena *arena, const char *text)
{
	const char *slash = strchr(text, '/'), *fault = label_key_fault(arena, text);

	if (fault)
		return fault;
	if (!slash)
		return "it has no domain, as nvidia.com/gpu has";
	if (!strncmp(text, "requests.", 9))
		return "quotas call requests so";
	return strstr(text_copy(arena, text, (size_t)(slash - text)), "kubernetes.io")
		       ? "Kubernetes' own resources are no GPUs"
		       : NULL;
}

static const char *file_path_fault(struct arena *arena, const char *text)
{
	if (*text == '/')
		return "it begins with '/': only files beside the profile, or in directories there, can be taken";
	return sub_path_fault(arena, text);
}

static const char *job_program_fault(struct arena *arena, const char *text)
{
	return *text == '/' ? mount_path_fault(arena, text) : file_path_fault(arena, text);
}

static const char *file_mode_fault(struct arena *arena, const char *text)
{
	(void)arena;
	if (strlen(text) != 4 || *text != '0' || strspn(text, "01234567") != 4)
		return "it isn't a '0' and three octal digits";
	return text[1] < '4' ? "its owner couldn't read it" : NULL;
}

static const char *ports_fault(struct arena *arena, const char *text)
{
	struct address_ports ports;

	return address_read_ports(arena, text, &ports);
}

static const char *gid_fault(struct arena *arena, const char *text)
{
	(void)arena;
	if (!*text || strspn(text, "0123456789") != strlen(text) || (*text == '0' && text[1]))
		return "it isn't a whole number";
	return strlen(text) > 10 || (strlen(text) == 10 && strcmp(text, "2147483647") > 0)
		       ? "it is more than 2147483647"
		       : NULL;
}

/* Pods and Services are named by it, as they are by these. */
static const char *group_name_fault(struct arena *arena, const char *text)
{
	static const char *const taken[] = {"head", "worker", "notebook", "config", "job", "reader"};
	const char *fault = label_fault(arena, text);

	for (size_t i = 0; !fault && i < sizeof taken / sizeof *taken; i++)
		if (!strcmp(text, taken[i]))
			return "the cluster's own pods are called so";
	return fault ? fault : too_long(arena, text, 20);
}

static const char *url_fault(struct arena *arena, const char *text)
{
	if (strncmp(text, "https://", 8) && strncmp(text, "http://", 7))
		return "it doesn't begin with https:// or http://";
	return strchr(text, ' ') ? "it has a space" : line_fault(arena, text);
}

/* An address as git takes it, for schemes that reach another machine. */
static const char *git_fault(struct arena *arena, const char *text)
{
	static const char *const schemes[] = {"https://", "http://", "ssh://", "git://"};
	const char *rest = NULL;

	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (!strncmp(text, schemes[i], strlen(schemes[i])))
			rest = text + strlen(schemes[i]);
	if (!rest)
		return "it doesn't begin with https://, http://, ssh:// or git://";
	if (!*rest || letter_is_in(*rest, "/-"))
		return "it names no server";
	return strchr(text, ' ') ? "it has a space" : line_fault(arena, text);
}

/* git-check-ref-format(1), without what a name of one level may not have either. */
static const char *git_ref_fault(struct arena *arena, const char *text)
{
	(void)arena;
	if (letter_is_in(*text, "-./") || !*text)
		return *text ? "it begins with '-', '.' or '/'" : "it is empty";
	if (strstr(text, "..") || strstr(text, "//"))
		return "it has '..' or '//'";
	for (const char *at = text; *at; at++)
		if (!letter_is_alphabetic(*at) && !letter_is_digit(*at) && !letter_is_in(*at, "_.-/+#="))
			return "it has a character other than letters, digits and _ . - / + # =";
	return NULL;
}

/* 2026-11-29 */
static const char *date_fault(struct arena *arena, const char *text)
{
	static const char form[] = "0000-00-00";

	(void)arena;
	for (size_t i = 0; i < sizeof form; i++)
		if (form[i] == '0' ? !letter_is_digit(text[i]) : form[i] != text[i])
			return "it isn't a year, a month and a day";
	return NULL;
}

/* A queue's name when a namespace, of one letter at least, is put into it. */
static const char *event_reason_fault(struct arena *arena, const char *text)
{
	size_t size = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

	(void)arena;
	if (!size || text[size])
		return "it isn't a word of letters and digits";
	return size > 128 ? "it is longer than 128 characters" : NULL;
}

static const char *queue_form_fault(struct arena *arena, const char *text)
{
	const char *place = strstr(text, QUEUE_NAMESPACE);
	const char *rest = place ? place + sizeof QUEUE_NAMESPACE - 1 : "";

	return label_fault(arena, place ? text_join(arena, text_copy(arena, text, (size_t)(place - text)), "n", rest,
						    NULL)
					: text);
}

/* '*' at the end stands for any rest. */
static const char *product_form_fault(struct arena *arena, const char *text)
{
	size_t size = strlen(text);

	if (size > 1 && text[size - 1] == '*')
		return label_part_fault(arena, text_join(arena, text_copy(arena, text, size - 1), "0", NULL));
	return *text ? label_part_fault(arena, text) : "it is empty";
}

#define LABEL_PATTERN "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"
/* A digit of it isn't zero, and none is a zero in front. */
#define QUANTITY_PATTERN                                                                                               \
	"^(?=[0-9.]*[1-9])(?!0[0-9])([0-9]+\\.?[0-9]*|\\.[0-9]+)(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][-+]?[0-9]+)?$"

/* Relative, and never up. */
#define DESCENDING_PATTERN "^(?!(.*/)?\\.\\.(/|$))[^/:][^:]*$"

const struct rule rule_any = {.expects = "text"};
const struct rule rule_word = {.expects = "text that isn't empty", .pattern = "^[\\s\\S]", .fault = word_fault};
/* unicode_is_hidden() as far as JSON Schema's patterns go: U+FFFF. */
#define LINE_CHARACTER                                                                                                 \
	"[^\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e"                            \
	"\\u200b\\u200e\\u200f\\u2028-\\u202e"                                                                        \
	"\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff0-\\ufffb\\ufffe\\uffff]"
#define OPTION_NAME "--?[A-Za-z0-9_.][A-Za-z0-9_.-]*"
const struct rule rule_option = {.expects = "an option's names, and a word for each of its values",
				 .pattern = "^" OPTION_NAME "(, " OPTION_NAME ")*( [A-Za-z0-9_.=:][A-Za-z0-9_.=:-]*)+$",
				 .fault = option_fault,
				 .example = "-c, --class NAME"};
const struct rule rule_line = {.expects = "one line of text", .pattern = "^" LINE_CHARACTER "+$", .fault = line_fault};
const struct rule rule_truth = {.expects = "true or false"};
const struct rule rule_label = {.expects = "a DNS label: lower-case letters, digits and '-', at most 63",
				.pattern = LABEL_PATTERN,
				.fault = label_fault};
const struct rule rule_short_label = {
	.expects = "a DNS label: lower-case letters, digits and '-', at most 40",
	.pattern = "^[a-z0-9]([-a-z0-9]{0,38}[a-z0-9])?$", .fault = short_label_fault, .example = "home"};
const struct rule rule_cluster_name = {
	.expects = "a DNS label that begins with a letter: lower-case letters, digits and '-'",
	.pattern = "^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$", .fault = cluster_name_fault, .example = "wordcount"};
const struct rule rule_namespace = {
	.expects = "a DNS label: lower-case letters, digits and '-', at most 63",
	.pattern = LABEL_PATTERN, .fault = label_fault, .example = "team-a"};
const struct rule rule_port_name = {
	.expects = "a port's name: lower-case letters, digits and single '-', at most 15, with a letter",
	.pattern = "^(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?$",
	.fault = port_name_fault,
	.example = "dashboard"};
const struct rule rule_port = {.expects = "a port number", .least = 1, .most = 65535, .example = "8080"};
/* The grammar of language/image.c, but for how long a name may be. */
#define IMAGE_LABEL "[A-Za-z0-9]+(-+[A-Za-z0-9]+)*"
#define IMAGE_HOST "(" IMAGE_LABEL "(\\." IMAGE_LABEL ")+(:[0-9]{1,5})?|" IMAGE_LABEL ":[0-9]{1,5}|localhost)"
#define IMAGE_PART "[a-z0-9]+((\\.|__?|-+)[a-z0-9]+)*"
const struct rule rule_image = {
	.expects = "an image reference: [REGISTRY/]NAME[:TAG][@DIGEST]",
	.pattern = "^(" IMAGE_HOST "/)?" IMAGE_PART "(/" IMAGE_PART ")*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?"
		   "(@(sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128}))?$",
	.fault = image_fault, .example = "registry.example.org/team/image:1.0"};
const struct rule rule_cpu = {
	.expects = "cores: 2, 0.5 or 500m", .pattern = QUANTITY_PATTERN, .read = amount_cpu, .unit = UNIT_CPU};
const struct rule rule_memory = {
	.expects = "bytes with a unit: 4Gi, 1536Mi",
	.pattern = QUANTITY_PATTERN,
	.read = amount_memory,
	.unit = UNIT_BYTES};
const struct rule rule_count = {.expects = "a number of pods", .least = 0, .most = 10000, .example = "2"};
const struct rule rule_env_name = {
	.expects = "a variable's name: letters, digits, '_', '-' and '.', not beginning with a digit",
	.pattern = "^(?!\\.$|\\.\\.)[-._A-Za-z][-._A-Za-z0-9]*$", .fault = env_name_fault};
const struct rule rule_env = {.expects = "text", .names = &rule_env_name, .example = "PYTHONHASHSEED: \"0\""};
const struct rule rule_label_key = {.expects = "a label's key: [PREFIX/]NAME",
				    .pattern = "^([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$",
				    .fault = label_key_fault};
#define LABEL_VALUE \
	.expects = "a label's value: letters, digits, '-', '_' and '.', at most 63", \
	.pattern = "^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$", .fault = label_part_fault
const struct rule rule_label_value = {LABEL_VALUE};
const struct rule rule_gpu_product = {LABEL_VALUE, .example = "NVIDIA-A100-SXM4-80GB"};
const struct rule rule_labels = {LABEL_VALUE, .names = &rule_label_key, .example = "course: dsc102"};
const struct rule rule_annotations = {.expects = "text", .names = &rule_label_key, .example = "team: physics"};
const struct rule rule_setting_name = {.expects = "one line of text, of at most 500 characters",
					      .pattern = "^" LINE_CHARACTER "{1,500}$",
					      .fault = setting_name_fault};
const struct rule rule_settings = {.expects = "text", .names = &rule_setting_name, .typed = true};
/* What definitions say of a role: ${...} in it is replaced. */
const struct rule rule_template = {.expects = "text", .expands = true};
const struct rule rule_template_word = {
	.expects = "text that isn't empty", .pattern = "^[\\s\\S]", .fault = word_fault, .expands = true};
const struct rule rule_template_line = {
	.expects = "one line of text", .pattern = "^" LINE_CHARACTER "+$", .fault = line_fault, .expands = true};
/* No $(NAME) that looks like a variable; and what to write instead. */
#define EXEC_SHELL "; a shell expands variables: [sh, -c, 'check \"$POD_NAME\"']"
#define EXEC_PATTERN "(?![\\s\\S]*\\$\\([A-Z0-9_]+\\))"
const struct rule rule_template_exec = {.expects = "text that isn't empty" EXEC_SHELL,
					.pattern = "^" EXEC_PATTERN "[\\s\\S]",
					.fault = exec_fault,
					.expands = true};
const struct rule rule_template_exec_line = {.expects = "one line of text" EXEC_SHELL,
					     .pattern = "^" EXEC_PATTERN LINE_CHARACTER "+$",
					     .fault = exec_line_fault,
					     .expands = true};
const struct rule rule_template_env = {.expects = "text", .names = &rule_env_name, .expands = true};
const struct rule rule_template_settings = {
	.expects = "text", .names = &rule_setting_name, .expands = true, .typed = true};
const struct rule rule_path = {.expects = "an absolute path",
			       .pattern = "^(/(?!\\.{1,2}(/|$))[^:/]{1,255})+$",
			       .fault = mount_path_fault,
			       .example = "/data"};
const struct rule rule_address_path = {.expects = "an absolute path",
				       .pattern = "^(?!.*/\\.\\.(/|$))/[^:]*$",
				       .fault = address_path_fault,
				       .example = "/health"};
const struct rule rule_url = {.expects = "a web address", .pattern = "^https?://[^ ]+$", .fault = url_fault};
const struct rule rule_uid = {.expects = "a user or group number", .least = 1, .most = 2147483647};
const struct rule rule_seconds = {.expects = "seconds", .least = 1, .most = 86400};
const struct rule rule_percent = {.expects = "a percentage", .least = 1, .most = 100};
const struct rule rule_role = {.expects = "a role", .choices = role_names};
const struct rule rule_claim = {.expects = "a claim's name: a DNS subdomain",
				.pattern = "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$",
				.fault = subdomain_fault,
				.example = "home-nfs"};
const struct rule rule_sub_path = {.expects = "a path inside the volume, without '..'",
				   .pattern = DESCENDING_PATTERN,
				   .fault = sub_path_fault,
				   .example = "data/2026"};
const struct rule rule_git = {.expects = "a repository's address: https://HOST/PATH, ssh://USER@HOST/PATH",
			      .pattern = "^(https?|ssh|git)://[^-/ ][^ ]*$",
			      .fault = git_fault,
			      .example = "https://git.example.org/team/code.git"};
const struct rule rule_git_ref = {.expects = "a commit, a branch or a tag",
				  .pattern = "^(?!.*(\\.\\.|//))[A-Za-z0-9_+#=][A-Za-z0-9_.+#=/-]*$",
				  .fault = git_ref_fault,
				  .example = "0123456789abcdef0123456789abcdef01234567"};
const struct rule rule_file_name = {
	.expects = "a file's name", .pattern = "^[^-./][^/]*$", .fault = file_name_fault, .example = "smoke.py"};
const struct rule rule_program = {.expects = "a program's text", .fault = program_fault};
const struct rule rule_gpu_count = {.expects = "a number of GPUs", .least = 1, .most = 64, .example = "1"};
const struct rule rule_resource = {.expects = "an extended resource's name: DOMAIN/NAME",
				   .pattern = "^(?!requests\\.)(?![^/]*kubernetes\\.io)[a-z0-9.-]{1,253}/"
					      "[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$",
				   .fault = resource_fault,
				   .example = "nvidia.com/mig-1g.5gb"};
const struct rule rule_total_cpu = {
	.expects = "cores: 64, 500m", .pattern = QUANTITY_PATTERN, .read = amount_total_cpu, .unit = UNIT_CPU};
const struct rule rule_total_memory = {
	.expects = "bytes with a unit: 256Gi",
	.pattern = QUANTITY_PATTERN,
	.read = amount_total_memory,
	.unit = UNIT_BYTES};
const struct rule rule_network = {.expects = "addresses as CIDR has them",
				  .pattern = "^[0-9a-f:.]+/(0|[1-9][0-9]{0,2})$",
				  .fault = address_network_fault,
				  .example = "192.0.2.0/24"};
const struct rule rule_ports = {.expects = "ports: 443, 8000-8100, 53/UDP",
				.pattern = "^[1-9][0-9]{0,4}(-[1-9][0-9]{0,4})?(/(TCP|UDP|SCTP))?$",
				.fault = ports_fault,
				.example = "443"};
const struct rule rule_release = {.expects = "a release of Kubernetes",
				  .pattern = "^1\\.[2-9][0-9]$",
				  .fault = release_fault,
				  .example = "\"1.34\""};
const struct rule rule_host = {
	.expects = "a host's name", .pattern = "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$", .fault = subdomain_fault,
	.example = "login.example.org"};
const struct rule rule_object_name = {.expects = "an object's name: a DNS subdomain",
				      .pattern = "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$",
				      .fault = subdomain_fault};
const struct rule rule_image_prefix = {.expects = "a registry, and maybe a path in it",
				       .pattern = "^(" IMAGE_HOST "|" IMAGE_PART ")(/" IMAGE_PART ")*/?$",
				       .fault = image_prefix_fault,
				       .example = "registry.example.org/mirror"};
const struct rule rule_gid = {.expects = "a group number", .least = 0, .most = 2147483647};
const struct rule rule_gid_text = {
	.expects = "group numbers", .pattern = "^(0|[1-9][0-9]{0,9})$", .fault = gid_fault, .example = "100"};
const struct rule rule_group_name = {
	.expects = "a DNS label: lower-case letters, digits and '-', at most 20",
	.pattern = "^(?!(head|worker|notebook|config|job|reader)$)[a-z0-9]([-a-z0-9]{0,18}[a-z0-9])?$",
	.fault = group_name_fault, .example = "gpu"};
const struct rule rule_profile_packages_text = {.expects = "a package and its version",
						 .pattern = "^" LINE_CHARACTER "+$",
						 .fault = line_fault,
						 .example = "pandas==2.3.3"};
const struct rule rule_file_path = {.expects = "a path beside the profile, without '..'",
				    .pattern = DESCENDING_PATTERN,
				    .fault = file_path_fault,
				    .example = "data/roster.csv"};
const struct rule rule_job_program = {.expects = "a path beside the profile, without '..', or an absolute one",
				      .pattern = "^(?!(.*/)?\\.\\.(/|$))[^:]+$",
				      .fault = job_program_fault,
				      .example = "count.py"};
const struct rule rule_retries = {.expects = "a number of retries", .least = 0, .most = 10, .example = "1"};
const struct rule rule_schedule = {
	.expects = "five fields of crontab, or @hourly, @daily, @weekly, @monthly, @yearly",
	.pattern = "^([^ ]+( +[^ ]+){4}|@(hourly|daily|midnight|weekly|monthly|yearly|annually))$",
	.fault = schedule_fault,
	.example = "\"0 3 * * *\""};
const struct rule rule_time_zone = {.expects = "a name of the time zone database: Europe/Berlin",
				    .pattern = "^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2}$",
				    .fault = schedule_zone_fault,
				    .example = "America/Los_Angeles"};
const struct rule rule_file_mode = {.expects = "permissions in octal",
				    .pattern = "^0[4-7][0-7]{2}$",
				    .fault = file_mode_fault,
				    .example = "\"0755\""};
const struct rule rule_idle = {.expects = "a duration of at least a minute",
			       .pattern = "^[1-9][0-9]{0,8}[smhd]$",
			       .read = amount_idle,
			       .unit = UNIT_SECONDS,
			       .example = "30m"};
const struct rule rule_lifetime = {.expects = "a duration of at least 5 minutes",
				   .pattern = "^[1-9][0-9]{0,8}[smhd]$",
				   .read = amount_lifetime,
				   .unit = UNIT_SECONDS,
				   .example = "8h"};
const struct rule rule_rate = {.expects = "a number with at most three decimals: 2, 0.125",
			       .pattern = "^(?=[0-9.]*[1-9])(?!0[0-9])([0-9]{1,6}(\\.[0-9]{0,3})?|\\.[0-9]{1,3})$",
			       .read = amount_rate,
			       .unit = UNIT_RATE,
			       .example = "0.5"};
const struct rule rule_from_hour = {.expects = "an hour", .least = 0, .most = 23};
const struct rule rule_to_hour = {.expects = "an hour", .least = 1, .most = 24};
const struct rule rule_limit_percent = {.expects = "a percentage", .least = 100, .most = 1000, .example = "120"};
const struct rule rule_date = {.expects = "a date",
			       .pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
			       .fault = date_fault,
			       .example = "2026-11-29"};
const struct rule rule_queue_form = {
	.expects = "a queue's name, in which " QUEUE_NAMESPACE " is the namespace",
	.pattern = "^([a-z0-9]|\\$\\{namespace\\})([-a-z0-9]|\\$\\{namespace\\})*$",
	.fault = queue_form_fault,
	.example = QUEUE_NAMESPACE "-user-queue"};
const struct rule rule_event_reason = {.expects = "the reason of an event, as kubectl get events shows it",
				       .pattern = "^[A-Za-z0-9]{1,128}$",
				       .fault = event_reason_fault,
				       .example = "FailedScheduling"};
const struct rule rule_product_form = {.expects = "a GPU's product, or how it begins and '*'",
				       .pattern = "^[A-Za-z0-9][-A-Za-z0-9_.]{0,62}\\*?$",
				       .fault = product_form_fault,
				       .example = "NVIDIA-A100*"};
static const struct rule rule_rule_name = {.expects = "a rule's name: limits.lifetime",
					   .pattern = "^" LINE_CHARACTER "+$",
					   .fault = line_fault};
const struct rule rule_reasons = {.expects = "one line of text",
				  .pattern = "^" LINE_CHARACTER "+$",
				  .fault = line_fault,
				  .names = &rule_rule_name,
				  .example = "limits.lifetime: at most 12 hours"};
const struct rule rule_site = {
	.expects = "a built-in site's name, or a path to a description", .pattern = "^" LINE_CHARACTER "+$",
	.fault = line_fault};
const struct rule rule_framework = {
	.expects = "a built-in framework's name, or a path to a definition", .pattern = "^" LINE_CHARACTER "+$",
	.fault = line_fault};
