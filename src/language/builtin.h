/* builtin: the definitions in the binary, bound while building, and the bodies of scripts.
 * The tables are made by src/tools/embed.c from frameworks/, sites/, manager/ and docs/diagnostics/. */
#ifndef CLUSTERC_BUILTIN_H
#define CLUSTERC_BUILTIN_H

#include "language/framework.h"

struct builtin_framework {
	const char *name;
	const char *digest;                /* of the canonical text */
	const struct framework *framework; /* bound and checked */
	const char *source;                /* the file as it is, for people to read */
	size_t source_size;
};

extern const struct builtin_framework builtin_frameworks[];
extern const size_t builtin_framework_count;

/* Sites are read when they are asked for: few profiles name one. */
struct builtin_site {
	const char *name, *title;
	const char *source;
	size_t source_size;
};

extern const struct builtin_site builtin_sites[];
extern const size_t builtin_site_count;

/* What docs/diagnostics has on each diagnostic, without its title: see explain/code_page. */
extern const char *const builtin_code_pages[];

/* The body that all managers share, and what `cksum` prints for it. */
extern const char builtin_manager[];
extern const size_t builtin_manager_size;
extern const uint32_t builtin_manager_checksum;
/* NUL-ended: manager/process.sh, manager/process_job.sh, manager/process_code.sh and manager/install_pip.sh; and what a
 * manager has before its body: how it finds itself, and how it loads a body from another file. */
extern const char builtin_process[], builtin_process_job[], builtin_process_code[], builtin_install_pip[];
extern const char builtin_here[], builtin_load[];

/* The framework, or the site, of that name, or NULL. */
const struct builtin_framework *builtin_framework_named(const char *name);
const struct builtin_site *builtin_site_named(const char *name);

#endif
