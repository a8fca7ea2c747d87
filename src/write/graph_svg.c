/* graph_svg: the picture of a cluster as an SVG that needs no other program: no fonts, scripts or
 * style sheets of others, and a ground of its own, so that it is readable wherever it is shown.
 *
 * The layout is fixed. Boxes stand in four columns: who is outside, head and notebook, workers, what
 * the pods use; around the middle two goes the fence. Lines run in lanes between the columns, right
 * angles only: one lane for the talk of head and workers, one for each forwarded kind of pods, and
 * one for each thing that some pods use. What all use is tied to the fence. */
#include "write/graph.h"

#include <string.h>

/* All in pixels. */
enum {
	MARGIN = 20,
	TITLE_SIZE = 17,
	HEADING_SIZE = 13,
	LINE_SIZE = 12,
	LINE_HEIGHT = 18, /* even, as all heights are: what stands in the middle is on one line */
	PAD = 10,
	BOX_LEAST = 110,
	BOX_LINES = 12,
	TEXT_MOST = 300, /* what is longer is broken into lines, of which there are */
	LINES_MOST = 3,  /* and then cut */
	BETWEEN = 18,	 /* boxes of a column */
	STACK = 5,	 /* the edge of further pods */
	LANE = 12,
	FENCE_PAD = 24,
	HEADER = 24, /* between the picture's margin and the fence */
};

/* --- How wide a text is ---------------------------------------------------------------------------- */

/* Hundredths of the font's size: rather too wide than too narrow, after DejaVu Sans, which is wider
 * than most. */
static int character_width(const char *at)
{
	unsigned char c = (unsigned char)*at;

	if (c >= 0xe0)
		return 105;
	if (c >= 0x80 || strchr("mwMWOQGD%@", c))
		return c >= 0x80 ? 70 : 90;
	if (strchr("ijl.,:;'|! ", c))
		return 34;
	if (strchr("frtI()[]/-", c))
		return 42;
	return c >= 'A' && c <= 'Z' ? 70 : 64;
}

/* As much as MEASURED is as good as endless. */
static int text_width(const char *string, int size, bool bold)
{
	enum { MEASURED = 1000000 };
	int width = 0;

	for (; *string && width < MEASURED; string += utf8_length(*string))
		width += character_width(string);
	return width * size / 100 * (bold ? 112 : 100) / 100;
}

/* How many bytes of the text there is room for. */
static size_t room_for(const char *string, int size, bool bold, int room)
{
	const char *at = string;

	room = room * 10000 / size / (bold ? 112 : 100);
	while (*at && room >= character_width(at)) {
		room -= character_width(at);
		at += utf8_length(*at);
	}
	return (size_t)(at - string);
}

/* The text; or, where there is no room for all of it, its beginning and its end: names differ there. */
static const char *fitted(struct arena *arena, const char *string, int size, bool bold)
{
	enum { TAIL = 8 };
	size_t begin = room_for(string, size, bold, TEXT_MOST * 2 / 3), left = utf8_count(string + begin);
	const char *end = string + begin;

	if (text_width(string, size, bold) <= TEXT_MOST)
		return string;
	for (; left > TAIL; left--)
		end += utf8_length(*end);
	return text_join(arena, text_copy(arena, string, begin), "…", end, NULL);
}

/* Breaks a text at its spaces into lines that fit; what doesn't fit the last of them is cut. True if so. */
static bool add_fitted(struct arena *arena, struct texts *lines, const char *string)
{
	const char *last;

	for (int line = 1; line < LINES_MOST; line++) {
		size_t room = room_for(string, LINE_SIZE, false, TEXT_MOST), end = room;

		while (string[room] && end && string[end] != ' ')
			end--;
		if (!string[room] || !end)
			break;
		texts_add(arena, lines, text_copy(arena, string, end));
		string += end + strspn(string + end, " ");
	}
	last = fitted(arena, string, LINE_SIZE, false);
	texts_add(arena, lines, last);
	return last != string;
}

/* --- Where everything stands ------------------------------------------------------------------------- */

struct svg_box {
	const struct graph_node *node;
	const char *title;
	struct texts lines; /* fitted */
	bool cut;	    /* not all is shown */
	int x, y, width, height;
	int ends[2], taken[2]; /* of lines, on the left and on the right side: how many, and how many are drawn */
};

enum side { LEFT, RIGHT };

struct layout {
	struct text *out;
	struct arena *arena;
	const struct graph *graph;
	struct svg_box *boxes;
	int widths[COLUMNS], heights[COLUMNS], lefts[COLUMNS];
	int body_top, body_height;
	int fence_left, fence_right, fence_bottom;
	int width, height;
	int *lanes;			   /* of each node that only some pods use */
	int *users;			   /* how many kinds of pods that are */
	int lane_count, low_lane_count;	   /* how many; and how many of them come from the lead's column */
	int trunk, first_low, first_right; /* where lanes are */
	int forward_count, forward_width;
};

#define SAY(it, ...) text_format((it)->arena, __VA_ARGS__)

static int larger(int one, int other)
{
	return one > other ? one : other;
}

static void size_box(struct layout *it, int index)
{
	struct svg_box *box = &it->boxes[index];
	const struct graph_node *node = &it->graph->nodes[index];
	const char *title = graph_node_title(it->arena, node);

	box->node = node;
	box->title = fitted(it->arena, title, HEADING_SIZE, true);
	box->cut = box->title != title;
	box->width = larger(BOX_LEAST, text_width(box->title, HEADING_SIZE, true) + 2 * PAD);
	for (size_t i = 0; i < node->lines.count && i < BOX_LINES; i++)
		box->cut |= add_fitted(it->arena, &box->lines, node->lines.items[i]);
	if (node->lines.count > BOX_LINES) {
		box->cut = true;
		texts_add(it->arena, &box->lines, SAY(it, "and %zu more", node->lines.count - BOX_LINES));
	}
	for (size_t i = 0; i < box->lines.count; i++)
		box->width = larger(box->width, text_width(box->lines.items[i], LINE_SIZE, false) + 2 * PAD);
	box->height = 2 * PAD + LINE_HEIGHT * (1 + (int)box->lines.count);
	it->widths[node->column] = larger(it->widths[node->column], box->width);
}

/* All boxes of a column are as wide as the widest. */
static void size_boxes(struct layout *it)
{
	for (int i = 0; i < it->graph->node_count; i++)
		size_box(it, i);
	for (int i = 0; i < it->graph->node_count; i++) {
		int *height = &it->heights[it->boxes[i].node->column];

		it->boxes[i].width = it->widths[it->boxes[i].node->column];
		*height += (*height ? BETWEEN : 0) + it->boxes[i].height;
	}
}

static enum graph_column column_of(const struct layout *it, int node)
{
	return it->graph->nodes[node].column;
}

/* Lanes in the order of the boxes they lead to; the fence needs none. */
static void count_lanes(struct layout *it)
{
	int talk = 0;

	for (int i = 0; i < it->graph->edge_count; i++) {
		const struct graph_edge *edge = &it->graph->edges[i];

		if (edge->link == LINK_FORWARD) {
			it->forward_count++;
			it->forward_width = larger(it->forward_width, text_width(edge->label, LINE_SIZE, false));
		}
		if (edge->from == GRAPH_FENCE || edge->to == GRAPH_FENCE)
			continue;
		if (edge->link == LINK_USE && !it->users[edge->to]++)
			it->lanes[edge->to] = it->lane_count++;
		if (edge->link == LINK_USE && column_of(it, edge->from) == COLUMN_LEAD)
			it->low_lane_count = it->lane_count;
		/* The lead's own lines go from one to the next, straight. */
		if (edge->link == LINK_TALK && column_of(it, edge->to) == COLUMN_LEAD)
			continue;
		it->boxes[edge->from].ends[RIGHT] += edge->link != LINK_TALK || !talk++;
		it->boxes[edge->to].ends[LEFT] += edge->link != LINK_USE;
	}
}

static void place_columns(struct layout *it)
{
	int lanes = it->low_lane_count * LANE;

	it->lefts[COLUMN_OUTSIDE] = MARGIN;
	it->fence_left = MARGIN + it->widths[COLUMN_OUTSIDE] + 3 * LANE + it->forward_count * LANE;
	it->lefts[COLUMN_LEAD] = it->fence_left + (it->forward_count ? it->forward_width + 2 * LANE : FENCE_PAD);
	it->trunk = it->lefts[COLUMN_LEAD] + it->widths[COLUMN_LEAD] + STACK + 2 * LANE;
	it->first_low = it->trunk + LANE;
	it->lefts[COLUMN_WORK] = it->first_low + lanes + LANE;
	it->fence_right = larger(it->lefts[COLUMN_WORK] + it->widths[COLUMN_WORK] + STACK + FENCE_PAD,
				 it->fence_left + text_width(it->graph->fence, LINE_SIZE, false) + 2 * PAD);
	it->lefts[COLUMN_WORK] = it->fence_right - FENCE_PAD - STACK - it->widths[COLUMN_WORK];
	it->first_right = it->fence_right + LANE;
	it->lefts[COLUMN_STORE] = it->first_right + it->lane_count * LANE + 2 * LANE;
	it->width = it->lefts[COLUMN_STORE] + it->widths[COLUMN_STORE] + MARGIN;
}

/* Each column stands in the middle of the highest. */
static void place_boxes(struct layout *it)
{
	int tops[COLUMNS];

	for (int i = 0; i < COLUMNS; i++)
		it->body_height = larger(it->body_height, it->heights[i]);
	it->body_top = MARGIN + HEADER + LINE_HEIGHT + 2 * PAD;
	for (int i = 0; i < COLUMNS; i++)
		tops[i] = it->body_top + (it->body_height - it->heights[i]) / 2;
	for (int i = 0; i < it->graph->node_count; i++) {
		struct svg_box *box = &it->boxes[i];

		box->x = it->lefts[box->node->column];
		box->y = tops[box->node->column];
		tops[box->node->column] += box->height + BETWEEN;
	}
	it->fence_bottom = it->body_top + it->body_height + STACK + FENCE_PAD / 2 + it->low_lane_count * LANE;
	it->height = it->fence_bottom + MARGIN;
}

/* --- Writing ------------------------------------------------------------------------------------------- */

static void add_escaped(struct text *out, const char *string)
{
	static const struct {
		char c;
		const char *entity;
	} entities[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}};

	for (; *string; string++) {
		size_t i = 0;

		while (i < sizeof entities / sizeof *entities && entities[i].c != *string)
			i++;
		if (i < sizeof entities / sizeof *entities)
			text_add(out, entities[i].entity);
		else
			text_add_char(out, *string);
	}
}

static void add_element(const struct layout *it, const char *name, const char *content)
{
	text_add(it->out, text_join(it->arena, "<", name, ">", NULL));
	add_escaped(it->out, content);
	text_add(it->out, text_format(it->arena, "</%.*s>\n", (int)strcspn(name, " "), name));
}

static void svg_add_words(const struct layout *it, int x, int y, const char *class, const char *words)
{
	add_element(it, SAY(it, "text x=\"%d\" y=\"%d\" class=\"%s\"", x, y, class), words);
}

static void draw_box(const struct layout *it, const struct svg_box *box)
{
	const struct graph_look *look = &graph_looks[box->node->kind];
	const char *format =
		"<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"%s\" stroke=\"%s\"/>\n";
	int x = box->x + PAD, y = box->y + PAD + HEADING_SIZE;

	text_add(it->out, "<g>\n");
	if (box->cut) {
		struct text whole = TEXT_IN(it->arena);

		text_add(&whole, graph_node_title(it->arena, box->node));
		for (size_t i = 0; i < box->node->lines.count; i++)
			text_add(&whole, text_join(it->arena, "\n", box->node->lines.items[i], NULL));
		add_element(it, "title", text_done(&whole));
	}
	if (box->node->count > 1)
		text_add(it->out, SAY(it, format, box->x + STACK, box->y + STACK, box->width, box->height, look->fill,
				      look->line));
	text_add(it->out, SAY(it, format, box->x, box->y, box->width, box->height, look->fill, look->line));
	svg_add_words(it, x, y, "heading", box->title);
	for (size_t i = 0; i < box->lines.count; i++)
		svg_add_words(it, x, y + LINE_HEIGHT * (int)(i + 1), "line", box->lines.items[i]);
	text_add(it->out, "</g>\n");
}

/* Lines that end at the same side of a box share it evenly. */
static int end_at(struct svg_box *box, enum side side)
{
	return box->y + box->height * ++box->taken[side] / (box->ends[side] + 1);
}

static void draw_path(const struct layout *it, const char *class, const char *path)
{
	text_add(it->out, text_join(it->arena, "<path class=\"", class, "\" d=\"", path, "\"/>\n", NULL));
}

/* The upper line, which goes up or less far down, takes the lane to the right: no two of them cross. */
static void draw_forward(const struct layout *it, const struct graph_edge *edge, int index)
{
	struct svg_box *from = &it->boxes[edge->from], *to = &it->boxes[edge->to];
	int start = end_at(from, RIGHT), end = end_at(to, LEFT);
	int lane = MARGIN + from->width + LANE + (it->forward_count - 1 - index) * LANE;

	draw_path(it, "forward", SAY(it, "M%d %dH%dV%dH%d", from->x + from->width, start, lane, end, to->x - 2));
	svg_add_words(it, to->x - LANE - text_width(edge->label, LINE_SIZE, false), end - 5, "line", edge->label);
}

static void draw_enter(const struct layout *it, const struct graph_edge *edge)
{
	const struct svg_box *from = &it->boxes[edge->from];

	draw_path(it, "enter",
		  SAY(it, "M%d %dH%d", from->x + from->width, from->y + from->height / 2, it->fence_left - 2));
}

static void draw_talk(const struct layout *it, const struct graph_edge *edge, int start)
{
	struct svg_box *from = &it->boxes[edge->from], *to = &it->boxes[edge->to];
	int right = from->x + from->width;

	if (from->x == to->x) {
		int x = from->x + from->width / 2;

		draw_path(it, "talk", SAY(it, "M%d %dV%d", x, from->y + from->height + 2, to->y - 2));
		return;
	}
	draw_path(it, "talk", SAY(it, "M%d %dH%dV%dH%d", right + 2, start, it->trunk, end_at(to, LEFT), to->x - 2));
}

/* Where lines of several pods meet. */
static void draw_joint(const struct layout *it, int node, int x, int y)
{
	if (it->users[node] > 1)
		text_add(it->out, SAY(it, "<circle class=\"joint\" cx=\"%d\" cy=\"%d\" r=\"2.5\"/>\n", x, y));
}

static void draw_use(const struct layout *it, const struct graph_edge *edge)
{
	const struct svg_box *to = &it->boxes[edge->to];
	struct svg_box *from = edge->from == GRAPH_FENCE ? NULL : &it->boxes[edge->from];
	int middle = to->y + to->height / 2, end = to->x - 3, lane, low, under, right, y;

	if (!from) {
		draw_path(it, "use", SAY(it, "M%d %dH%d", it->fence_right, middle, end));
		return;
	}
	lane = it->lanes[edge->to] * LANE;
	right = it->first_right + lane;
	y = end_at(from, RIGHT);
	if (from->node->column == COLUMN_WORK) {
		draw_path(it, "use", SAY(it, "M%d %dH%dV%dH%d", from->x + from->width, y, right, middle, end));
		draw_joint(it, edge->to, right, y);
		return;
	}
	low = it->first_low + lane;
	under = it->fence_bottom - FENCE_PAD / 2 - lane;
	draw_path(it, "use",
		  SAY(it, "M%d %dH%dV%dH%dV%dH%d", from->x + from->width, y, low, under, right, middle, end));
	draw_joint(it, edge->to, low, y);
}

/* Of lines that go down beside each other the upper one takes the outer lane, so that they don't cross:
 * those of the lead are drawn from the last to the first. */
static void draw_uses(const struct layout *it)
{
	for (int i = 0; i < 2 * it->graph->edge_count; i++) {
		bool lead = i >= it->graph->edge_count;
		const struct graph_edge *edge = &it->graph->edges[lead ? 2 * it->graph->edge_count - 1 - i : i];

		if (edge->link == LINK_USE &&
		    lead == (edge->from != GRAPH_FENCE && column_of(it, edge->from) == COLUMN_LEAD))
			draw_use(it, edge);
	}
}

static void draw_edges(const struct layout *it)
{
	int forwards = 0, talk = 0;

	for (int i = 0; i < it->graph->edge_count; i++) {
		const struct graph_edge *edge = &it->graph->edges[i];

		if (edge->link == LINK_FORWARD)
			draw_forward(it, edge, forwards++);
		if (edge->link == LINK_ENTER)
			draw_enter(it, edge);
		if (edge->link != LINK_TALK)
			continue;
		/* One line leaves the head, and goes to all workers. */
		if (!talk && column_of(it, edge->to) != COLUMN_LEAD)
			talk = end_at(&it->boxes[edge->from], RIGHT);
		draw_talk(it, edge, talk);
	}
	draw_uses(it);
}

static const char head[] =
	"<style>\n"
	"text { font-family: Helvetica, Arial, 'DejaVu Sans', sans-serif; fill: #1b1f23 }\n"
	".name { font-size: 17px; font-weight: bold }\n"
	".heading { font-size: 13px; font-weight: bold }\n"
	".line { font-size: 12px }\n"
	"path { fill: none; stroke-width: 1.5 }\n"
	".talk { stroke: #1565c0; marker-start: url(#talk); marker-end: url(#talk) }\n"
	".forward { stroke: #546e7a; stroke-dasharray: 5 3; marker-end: url(#grey) }\n"
	".enter { stroke: #546e7a; marker-end: url(#grey) }\n"
	".use { stroke: #8a8f94; marker-end: url(#dot) }\n"
	".joint { fill: #8a8f94 }\n"
	"</style>\n"
	"<defs>\n"
	"<marker id=\"talk\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"6\" markerHeight=\"6\" "
	"orient=\"auto-start-reverse\">"
	"<path d=\"M0 0L8 4L0 8z\" style=\"fill: #1565c0\"/></marker>\n"
	"<marker id=\"grey\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"6\" markerHeight=\"6\" "
	"orient=\"auto\">"
	"<path d=\"M0 0L8 4L0 8z\" style=\"fill: #546e7a\"/></marker>\n"
	"<marker id=\"dot\" viewBox=\"0 0 8 8\" refX=\"4\" refY=\"4\" markerWidth=\"4\" markerHeight=\"4\">"
	"<circle cx=\"4\" cy=\"4\" r=\"4\" fill=\"#8a8f94\"/></marker>\n"
	"</defs>\n";

static void svg_draw(const struct layout *it)
{
	const char *frame =
		"<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#ffffff\" stroke=\"%s\"%s/>\n";
	int top = MARGIN + HEADER;

	text_add(it->out, SAY(it,
			      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d "
			      "%d\" role=\"img\""
			      " aria-labelledby=\"title desc\">\n",
			      it->width, it->height, it->width, it->height));
	add_element(it, "title id=\"title\"", it->graph->title);
	add_element(it, "desc id=\"desc\"", it->graph->description);
	text_add(it->out, head);
	text_add(it->out, SAY(it, frame, 0, 0, it->width, it->height, "#d0d4d8", ""));
	svg_add_words(it, MARGIN, MARGIN + TITLE_SIZE / 2, "name", it->graph->title);
	text_add(it->out, SAY(it, frame, it->fence_left, top, it->fence_right - it->fence_left, it->fence_bottom - top,
			      "#546e7a", " stroke-dasharray=\"2 3\""));
	svg_add_words(it, it->fence_left + PAD, top + PAD + LINE_SIZE, "line", it->graph->fence);
	draw_edges(it);
	for (int i = 0; i < it->graph->node_count; i++)
		draw_box(it, &it->boxes[i]);
	text_add(it->out, "</svg>\n");
}

void graph_write_svg(struct text *out, const struct graph *graph)
{
	struct layout it = {.out = out, .arena = out->arena, .graph = graph};

	it.boxes = NEW_ARRAY(it.arena, struct svg_box, (size_t)graph->node_count);
	it.lanes = NEW_ARRAY(it.arena, int, (size_t)graph->node_count);
	it.users = NEW_ARRAY(it.arena, int, (size_t)graph->node_count);
	size_boxes(&it);
	count_lanes(&it);
	place_columns(&it);
	place_boxes(&it);
	svg_draw(&it);
}
