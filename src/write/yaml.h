/* yaml: trees of objects as YAML that every reader takes the same way.
 *
 * A writer of our own for the subset the compiler needs: block style, plain and quoted
 * scalars, literal blocks. Tests hold it to libyaml's parser, a YAML 1.1 and a YAML 1.2 reader. */
#ifndef CLUSTERC_YAML_H
#define CLUSTERC_YAML_H

#include "kube/object.h"

/* Writes the documents that `next` links, each with its comment before it. Keys, as they are written, have at most
 * 1,024 characters: readers look no further for the ':' (YAML 1.2.2, 7.4.2), and what Kubernetes calls by name is
 * shorter. */
void yaml_write(struct text *out, const struct object *documents);

/* Writes comment lines: "# " before each line of the text. */
void yaml_write_comment(struct text *out, const char *text);

/* The text's bytes, if it can stand without quotes: no reader, of YAML 1.1, 1.2 or JSON, may take
 * it for anything but this very string. Else 0. */
size_t yaml_plain_size(const char *text);

#endif
