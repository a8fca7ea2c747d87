/* graph_text: the picture of a cluster in the languages of two programs that draw: Mermaid and
 * Graphviz. */
#include "write/graph.h"

#include <string.h>

/* The first of the pods' nodes: stands for the fence where a line has to end at a node. */
enum { FIRST_POD = 0 };

/* The nodes that are in the fence, or those that aren't. */
static void write_nodes(struct text *out, const struct graph *graph, bool in_fence,
			void (*write)(struct text *out, const struct graph_node *node, int index))
{
	for (int i = 0; i < graph->node_count; i++)
		if ((graph->nodes[i].kind == GRAPH_PODS) == in_fence)
			write(out, &graph->nodes[i], i);
}

/* --- Mermaid --------------------------------------------------------------------------------------- */

static bool is_plain(char c)
{
	return (unsigned char)c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Mermaid reads labels as HTML, as Markdown and by its own grammar; inside a word, '-', '.' and ':' are
 * nothing to any of them. For all else there are its entity codes, #35; for the number sign, which are
 * replaced after that (mermaid.js.org, "Entity codes to escape characters"). */
static void add_mermaid(struct text *out, const char *string)
{
	for (const char *at = string; *at; at++) {
		bool inside = at > string && is_plain(at[-1]) && is_plain(at[1]);

		if (is_plain(*at) || strchr(inside ? " ,/-.:" : " ,/", *at))
			text_add_char(out, *at);
		else
			text_add(out, text_format(out->arena, "#%u;", (unsigned)*at));
	}
}

static void write_mermaid_node(struct text *out, const struct graph_node *node, int index)
{
	text_add(out, text_format(out->arena, "    n%d[\"", index));
	add_mermaid(out, graph_node_title(out->arena, node));
	for (size_t i = 0; i < node->lines.count; i++) {
		text_add(out, "<br/>");
		add_mermaid(out, node->lines.items[i]);
	}
	text_add(out, text_format(out->arena, "\"]:::%s\n", graph_looks[node->kind].name));
}

static const char *mermaid_id(struct arena *arena, int node)
{
	return node == GRAPH_FENCE ? "fence" : text_format(arena, "n%d", node);
}

static void write_mermaid_edge(struct text *out, const struct graph_edge *edge)
{
	static const char *const arrows[] = {" -.->", " -->", " <-->", " ---"};

	text_add(out, text_join(out->arena, "    ", mermaid_id(out->arena, edge->from), arrows[edge->link], NULL));
	if (edge->label) {
		text_add(out, "|\"");
		add_mermaid(out, edge->label);
		text_add(out, "\"|");
	}
	text_add(out, text_join(out->arena, " ", mermaid_id(out->arena, edge->to), "\n", NULL));
}

void graph_write_mermaid(struct text *out, const struct graph *graph)
{
	text_add(out, "flowchart LR\n    accTitle: ");
	add_mermaid(out, graph->title);
	text_add(out, "\n    subgraph fence[\"");
	add_mermaid(out, graph->title);
	text_add(out, "<br/>");
	add_mermaid(out, graph->fence);
	text_add(out, "\"]\n");
	write_nodes(out, graph, true, write_mermaid_node);
	text_add(out, "    end\n");
	write_nodes(out, graph, false, write_mermaid_node);
	for (int i = 0; i < graph->edge_count; i++)
		write_mermaid_edge(out, &graph->edges[i]);
	for (enum graph_kind kind = GRAPH_YOU; kind < GRAPH_KINDS; kind++)
		text_add(out, text_format(out->arena, "    classDef %s fill:%s,stroke:%s,color:#1b1f23\n",
					  graph_looks[kind].name, graph_looks[kind].fill, graph_looks[kind].line));
}

/* --- Graphviz ----------------------------------------------------------------------------------------- */

/* In a quoted string of the dot language only '"' ends it; labels then read backslashes as escapes
 * and '&' as the beginning of an HTML entity (graphviz.org, escString, "Character Encodings"). */
static void add_dot(struct text *out, const char *string)
{
	for (; *string; string++) {
		if (*string == '"' || *string == '\\')
			text_add_char(out, '\\');
		text_add(out, *string == '&' ? "&amp;" : (char[]){*string, '\0'});
	}
}

static void write_dot_node(struct text *out, const struct graph_node *node, int index)
{
	text_add(out, text_format(out->arena, "  n%d [fillcolor=\"%s\", color=\"%s\", label=\"", index,
				  graph_looks[node->kind].fill, graph_looks[node->kind].line));
	add_dot(out, graph_node_title(out->arena, node));
	for (size_t i = 0; i < node->lines.count; i++) {
		text_add(out, "\\n");
		add_dot(out, node->lines.items[i]);
	}
	text_add(out, "\"];\n");
}

/* A line ends at nodes only, and is cut where it meets the fence. */
static void write_dot_edge(struct text *out, const struct graph_edge *edge)
{
	static const char *const styles[] = {"style=dashed", "style=solid", "dir=both", "arrowhead=none"};
	int from = edge->from == GRAPH_FENCE ? FIRST_POD : edge->from,
	    to = edge->to == GRAPH_FENCE ? FIRST_POD : edge->to;

	text_add(out, text_format(out->arena, "  n%d -> n%d [%s%s%s", from, to, styles[edge->link],
				  edge->from == GRAPH_FENCE ? ", ltail=cluster_fence" : "",
				  edge->to == GRAPH_FENCE ? ", lhead=cluster_fence" : ""));
	if (edge->label) {
		text_add(out, ", label=\"");
		add_dot(out, edge->label);
		text_add(out, "\"");
	}
	text_add(out, "];\n");
}

void graph_write_dot(struct text *out, const struct graph *graph)
{
	text_add(out, "digraph \"");
	add_dot(out, graph->title);
	text_add(out, "\" {\n  rankdir=LR; compound=true; fontname=\"sans-serif\";\n"
		      "  node [shape=box, style=\"rounded,filled\", fontname=\"sans-serif\"];\n"
		      "  edge [fontname=\"sans-serif\"];\n"
		      "  subgraph cluster_fence {\n  style=dashed; label=\"");
	add_dot(out, graph->title);
	text_add(out, "\\n");
	add_dot(out, graph->fence);
	text_add(out, "\";\n");
	write_nodes(out, graph, true, write_dot_node);
	text_add(out, "  }\n");
	write_nodes(out, graph, false, write_dot_node);
	for (int i = 0; i < graph->edge_count; i++)
		write_dot_edge(out, &graph->edges[i]);
	text_add(out, "}\n");
}
