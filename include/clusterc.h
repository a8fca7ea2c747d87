/* clusterc: compiles a profile of a cluster to a Kubernetes manifest and a manager script.
 *
 * The one public header of libclusterc. The library never prints, never exits, and never
 * talks to a cluster. One handle is used by one thread at a time; several handles don't
 * share anything.
 *
 *     struct clusterc *compiler = clusterc_new();
 *     if (clusterc_compile(compiler, "wordcount.yaml") == CLUSTERC_GOOD)
 *             clusterc_write(compiler, 0, "out");
 *     clusterc_free(compiler);
 */
#ifndef CLUSTERC_H
#define CLUSTERC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct clusterc;

/* How a call ended; the values are the exit statuses of the command. */
enum clusterc_status {
	CLUSTERC_GOOD = 0,
	CLUSTERC_WRONG = 1,    /* the profile, or a definition it names, is wrong */
	CLUSTERC_MACHINE = 3,  /* the machine got in the way: no memory, a file can't be read or written */
	CLUSTERC_INTERNAL = 4, /* the compiler contradicts itself: a defect */
};

enum clusterc_severity { CLUSTERC_WARNING, CLUSTERC_ERROR, CLUSTERC_FATAL };

/* What was found, and where. All strings belong to the compiler, until its next compile. `file`, `text`, `help` and
 * `source_line` hold what stands in the files, byte for byte: `file` may be no UTF-8, and any of them may have control
 * characters and marks that change the direction of text. Who shows them on a terminal or a page has to escape them. */
struct clusterc_diagnostic {
	enum clusterc_severity severity;
	const char *code; /* what stands in brackets */
	const char *file;
	uint32_t line, column, width; /* from 1, in characters; line 0: the file as a whole */
	const char *text, *help;      /* help may be NULL */
	const char *source_line;      /* not NUL-terminated; NULL where there is no line */
	size_t source_line_size;      /* in bytes */
};

/* "0.1.0" */
const char *clusterc_version(void);

/* A new compiler, or NULL where there is no memory. Free it with clusterc_free(). */
struct clusterc *clusterc_new(void);
/* NULL is fine. */
void clusterc_free(struct clusterc *compiler);

/* Sets how warnings are taken: "error" (as errors), "no-error", "no-CODE", "CODE" (on again).
 * False if there is no such code. */
bool clusterc_warning(struct clusterc *compiler, const char *choice);

/* Edits every profile before it is checked: PATH=VALUE, the steps of the path divided by dots,
 * the value YAML. Positions are reported as "--set #1" for the first. `edit` must outlive the
 * compiler. False where there are too many (100). */
bool clusterc_set(struct clusterc *compiler, const char *edit);

/* Whether a file may also be a framework's definition or a site. It is told by its keys, and only checked: it makes no
 * cluster. With edits, or with a roster, every file is a profile. */
void clusterc_any_language(struct clusterc *compiler, bool any);

/* Compiles a file, or standard input where the path is "-"; or `size` bytes that are called
 * `name` and must outlive the next compile. A definition that is named by path is looked for
 * beside the file. Results and diagnostics of the compile before are gone. */
enum clusterc_status clusterc_compile(struct clusterc *compiler, const char *path);
enum clusterc_status clusterc_compile_bytes(struct clusterc *compiler, const char *name, const char *bytes,
					    size_t size);

/* A roster is a CSV file (RFC 4180) of what clusters have of their own: the first row names keys of the
 * profile (worker.memory), as in clusterc_set(), every other row is one cluster, and an empty cell leaves
 * the profile as it is. At most 10,000 rows, 100 columns, 1 MiB. It belongs to the compiler that has read
 * it, until that reads another one or is freed; other compilers, on other threads too, may use it. NULL
 * where it can't be read or is wrong: the diagnostics say how. */
struct clusterc_roster;
const struct clusterc_roster *clusterc_roster_read(struct clusterc *compiler, const char *path);
size_t clusterc_roster_count(const struct clusterc_roster *roster);
/* The line where the row, counted from 0 without the first, begins. */
uint32_t clusterc_roster_line(const struct clusterc_roster *roster, size_t row);
/* Compiles the profile as the row has it, behind the edits of clusterc_set(). */
enum clusterc_status clusterc_compile_row(struct clusterc *compiler, const char *path,
					  const struct clusterc_roster *roster, size_t row);

/* How the last call that compiled, read a roster, or wrote, has ended. */
enum clusterc_status clusterc_status_of(const struct clusterc *compiler);

/* The diagnostics, in the order of their places. */
size_t clusterc_diagnostic_count(const struct clusterc *compiler);
/* Fills in diagnostic `index`; false if there is none. */
bool clusterc_diagnostic(const struct clusterc *compiler, size_t index, struct clusterc_diagnostic *diagnostic);
/* How many more there were than are kept (1,000). */
size_t clusterc_diagnostics_left_out(const struct clusterc *compiler);

/* What was compiled: one cluster for each document of the file; none after an error. */
size_t clusterc_cluster_count(const struct clusterc *compiler);
/* The cluster's name. `index` has to be less than the count, here and below. */
const char *clusterc_cluster_name(const struct clusterc *compiler, size_t index);
/* The bytes of its manifest, and of its manager as one file complete in itself ("standalone"), NUL-terminated, and
 * their size; NULL if there is no memory. */
const char *clusterc_manifest(struct clusterc *compiler, size_t index, size_t *size);
const char *clusterc_manager(struct clusterc *compiler, size_t index, size_t *size);

/* The profile with everything decided, and behind each value who said it; compiled, it makes the
 * same cluster. As above. */
const char *clusterc_resolved(struct clusterc *compiler, size_t index, size_t *size);

/* The cluster on one screen, for people: what runs, what a resource quota counts, how memory is divided
 * and why, ports, end, what the site leaves, what has to be there already. As above. */
const char *clusterc_plan(struct clusterc *compiler, size_t index, size_t *size);

/* A picture of the cluster: "svg", complete in itself; "mermaid", for Markdown; "dot", for Graphviz. Made
 * anew with each call; lives until the next compile. NULL also where there is no such format. */
const char *clusterc_graph(struct clusterc *compiler, size_t index, const char *format, size_t *size);

/* How clusterc_write() and clusterc_check() take a cluster's manager. */
enum clusterc_manager_form {
	CLUSTERC_SHARED, /* NAME.sh, and beside it one file for all clusters: clusterc-manager-VERSION-CHECKSUM.sh */
	CLUSTERC_STANDALONE, /* NAME.sh, complete in itself */
	CLUSTERC_NONE,       /* the manifest only */
};

/* Chooses one by name: "shared" (the default), "standalone" or "none". False if there is no such form. */
bool clusterc_manager_as(struct clusterc *compiler, const char *form);

/* Whether clusterc_write() replaces files that clusterc didn't write. Without it, they are a diagnostic. */
void clusterc_force(struct clusterc *compiler, bool force);

/* Writes the files of one cluster into a directory, which is made if it is missing: the file that all managers share,
 * NAME.yaml, NAME.sh. Each is the old one or the new one, whole, whatever happens; all are complete before the first
 * takes its name; what is the same already isn't touched. What went wrong is a diagnostic. */
enum clusterc_status clusterc_write(struct clusterc *compiler, size_t index, const char *directory);
/* Whether one of the files had to be written since the last compile. */
bool clusterc_written(const struct clusterc *compiler);

/* Makes it an error of the profile that another one, `other`, has a cluster of this name, too; for
 * who compiles several into one directory. The clusters are gone then. Returns CLUSTERC_WRONG. */
enum clusterc_status clusterc_refuse_name(struct clusterc *compiler, size_t index, const char *other);

/* What clusterc_write() would change in the directory, as `diff -u` prints it, for `patch -p0`: of what is there
 * into what would be written. Its size is 0 where nothing would change. Writes nothing. The file that all managers
 * share is compared once for a directory. A file that can't be read is a diagnostic, and the rest isn't compared.
 * `difference` belongs to the compiler, until its next compile. */
enum clusterc_status clusterc_check(struct clusterc *compiler, size_t index, const char *directory,
				    const char **difference, size_t *size);

/* What it does to the objects, and to a cluster that runs, when what `before` compiled becomes what `compiler`
 * did: words, line by line, grouped by object; empty where nothing changes. They belong to `compiler`, until its
 * next compile. Both have to have compiled well. NULL where there is no memory. */
const char *clusterc_diff(struct clusterc *compiler, const struct clusterc *before, size_t *size);

/* The same, when what is in the manifests in the directory becomes what `compiler` compiled. A manifest that isn't
 * there has no objects; one that can't be read is a diagnostic. */
enum clusterc_status clusterc_diff_directory(struct clusterc *compiler, const char *directory, const char **words,
					     size_t *size);

/* The built-in frameworks: name, title with version, and the definition's text. */
size_t clusterc_framework_count(void);
const char *clusterc_framework_name(size_t index);
const char *clusterc_framework_title(size_t index);
const char *clusterc_framework_source(size_t index, size_t *size);

/* A commented profile of a built-in framework to begin with; `schema` is the path or address, of one
 * line, where editors find the JSON Schema of profiles. Text that the caller frees with free(); NULL if
 * there is no such framework, or no memory. */
char *clusterc_starter(const char *framework, const char *schema);

/* The built-in sites: name, title, and the description's text. */
size_t clusterc_site_count(void);
const char *clusterc_site_name(size_t index);
const char *clusterc_site_title(size_t index);
const char *clusterc_site_source(size_t index, size_t *size);
/* The rules of a built-in site in words, as text that the caller frees with free(); NULL if there is no such site, or
 * no memory. */
char *clusterc_site_rules(const char *name);
/* The same of the file that was compiled, if it was a site (see clusterc_any_language()) and is good; or NULL. The text
 * belongs to the compiler, until its next compile. */
const char *clusterc_site_words(struct clusterc *compiler);

/* The JSON Schema (2020-12) of a language, "profile", "framework" or "site", as text that the caller
 * frees with free(); NULL if there is no such language, or no memory. */
char *clusterc_schema(const char *language);

/* The reference page of a language, or of all "diagnostics", in Markdown; and what there is to say of one
 * of a language's keys ("worker.memory"). As above: free(), NULL. */
char *clusterc_reference(const char *language);
char *clusterc_explain_key(const char *language, const char *path);
/* The paths of all keys of a language, one a line. As above. */
char *clusterc_keys(const char *language);

/* The codes of all diagnostics, what each means, and how grave it is; NULL behind the last. */
const char *clusterc_code_name(size_t index);
const char *clusterc_code_meaning(size_t index);
enum clusterc_severity clusterc_code_severity(size_t index);

/* All there is to say of a diagnostic, with examples of what gives it and what to write instead. As
 * above: free(), NULL if there is no such code. */
char *clusterc_explain_code(const char *name);

#ifdef __cplusplus
}
#endif

#endif
