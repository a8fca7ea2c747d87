/* graph: a picture of a cluster: boxes and lines, and three forms to write them in. */
#ifndef CLUSTERC_GRAPH_H
#define CLUSTERC_GRAPH_H

#include "kube/meta.h"

enum graph_kind { GRAPH_YOU, GRAPH_OTHERS, GRAPH_PODS, GRAPH_CONFIG, GRAPH_SECRET, GRAPH_STORAGE, GRAPH_KINDS };

/* Where a box stands, from left to right. */
enum graph_column { COLUMN_OUTSIDE, COLUMN_LEAD, COLUMN_WORK, COLUMN_STORE, COLUMNS };

struct graph_node {
	enum graph_kind kind;
	enum graph_column column;
	const char *title;
	struct texts lines; /* below the title */
	int64_t count;      /* of pods; 1 for everything else */
};

enum graph_link {
	LINK_FORWARD, /* from your machine, through kubectl */
	LINK_ENTER,   /* may connect */
	LINK_TALK,    /* both ways, on every port */
	LINK_USE,     /* reads, mounts */
};

/* In the place of a node: the fence around all pods. */
enum { GRAPH_FENCE = -1 };

struct graph_edge {
	int from, to;
	enum graph_link link;
	const char *label; /* or NULL */
};

struct graph {
	const char *title;       /* the cluster */
	const char *description; /* in words, for who doesn't see it */
	const char *fence;       /* what is true of the pods inside */
	struct graph_node *nodes;
	struct graph_edge *edges;
	int node_count, edge_count;
};

/* How each kind of box looks: dark enough on light paper, which every form brings along. */
struct graph_look {
	const char *name, *fill, *line;
};
extern const struct graph_look graph_looks[GRAPH_KINDS];

/* A box's title as it is shown: how many pods, and what they are. */
const char *graph_node_title(struct arena *arena, const struct graph_node *node);

/* What is in the picture. All pods come first, in the cluster's order. */
const struct graph *graph_of(struct arena *arena, const struct cluster *cluster);

/* Mermaid's flowchart, Graphviz' language, and an SVG that needs nothing else. */
void graph_write_mermaid(struct text *out, const struct graph *graph);
void graph_write_dot(struct text *out, const struct graph *graph);
void graph_write_svg(struct text *out, const struct graph *graph);

#endif
