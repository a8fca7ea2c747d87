/* outputs: what was compiled, as bytes; all but the manifest's are made when they are asked for. */
#include "clusterc.h"

#include <string.h>

#include "api/door.h"
#include "base/checksum.h"
#include "write/graph.h"
#include "write/manager.h"
#include "write/plan.h"
#include "write/resolved.h"
#include "write/site_page.h"

size_t clusterc_cluster_count(const struct clusterc *compiler)
{
	return compiler->diags.errors ? 0 : compiler->count;
}

struct result *outputs_result_at(const struct clusterc *compiler, size_t index)
{
	struct result *result = compiler->first;

	while (index--)
		result = result->next;
	return result;
}

const char *clusterc_cluster_name(const struct clusterc *compiler, size_t index)
{
	return outputs_result_at(compiler, index)->objects->cluster->name;
}

const char *clusterc_manifest(struct clusterc *compiler, size_t index, size_t *size)
{
	const struct result *result = outputs_result_at(compiler, index);

	*size = result->manifest.size;
	return result->manifest.bytes;
}

void outputs_make_manager(struct text *out, const struct result *result, enum clusterc_manager_form form)
{
	manager_write(out, result->objects,
		      &(struct manager_facts){
			      .version = CLUSTERC_VERSION,
			      .manifest_file = text_join(out->arena, result->objects->cluster->name, ".yaml", NULL),
			      .manifest_checksum = checksum_of(result->manifest.bytes, result->manifest.size),
			      .manifest_size = result->manifest.size,
			      .standalone = form == CLUSTERC_STANDALONE,
		      });
}

/* A text that is made when it is first asked for. */
struct output_request {
	const struct result *result;
	struct text *text;
	void (*write)(struct text *, const struct result *);
};

static void write_output(void *subject)
{
	struct output_request *it = subject;

	if (it->text->size)
		return;
	it->write(it->text, it->result);
	text_done(it->text);
}

static const char *output_text(struct clusterc *compiler, struct output_request request, size_t *size)
{
	if (!arena_try(compiler->arena, write_output, &request))
		return NULL;
	*size = request.text->size;
	return request.text->bytes;
}

static void write_manager(struct text *out, const struct result *result)
{
	outputs_make_manager(out, result, CLUSTERC_STANDALONE);
}

const char *clusterc_manager(struct clusterc *compiler, size_t index, size_t *size)
{
	struct result *result = outputs_result_at(compiler, index);

	return output_text(compiler, (struct output_request){result, &result->manager, write_manager}, size);
}

static void write_resolved(struct text *out, const struct result *result)
{
	resolved_write(out, result->objects->cluster, result->profile);
}

const char *clusterc_resolved(struct clusterc *compiler, size_t index, size_t *size)
{
	struct result *result = outputs_result_at(compiler, index);

	return output_text(compiler, (struct output_request){result, &result->resolved, write_resolved}, size);
}

static void write_plan(struct text *out, const struct result *result)
{
	plan_write(out, result->objects);
}

const char *clusterc_plan(struct clusterc *compiler, size_t index, size_t *size)
{
	struct result *result = outputs_result_at(compiler, index);

	return output_text(compiler, (struct output_request){result, &result->plan, write_plan}, size);
}

struct words_request {
	const struct clusterc *compiler;
	const char *words;
};

static void write_site_words(void *subject)
{
	struct words_request *it = subject;
	const struct document *site = it->compiler->site;
	struct text text = TEXT_IN(it->compiler->arena);

	site_page_write(&text, site->bound, site->source->name);
	it->words = text_done(&text);
}

const char *clusterc_site_words(struct clusterc *compiler)
{
	struct words_request request = {.compiler = compiler};

	return compiler->site && arena_try(compiler->arena, write_site_words, &request) ? request.words : NULL;
}

/* The forms that a picture can have. */
static const struct drawer {
	const char *name;
	void (*write)(struct text *, const struct graph *);
} drawers[] = {
	{"svg", graph_write_svg},
	{"mermaid", graph_write_mermaid},
	{"dot", graph_write_dot},
};

/* What clusterc_graph() does inside arena_try(). */
struct drawing {
	const struct drawer *drawer;
	const struct result *result;
	struct text out;
};

static void draw_graph(void *subject)
{
	struct drawing *it = subject;

	it->drawer->write(&it->out, graph_of(it->out.arena, it->result->objects->cluster));
	text_done(&it->out);
}

const char *clusterc_graph(struct clusterc *compiler, size_t index, const char *format, size_t *size)
{
	struct drawing drawing = {.result = outputs_result_at(compiler, index), .out = TEXT_IN(compiler->arena)};

	for (size_t i = 0; i < sizeof drawers / sizeof *drawers; i++)
		if (!strcmp(drawers[i].name, format))
			drawing.drawer = &drawers[i];
	if (!drawing.drawer || !arena_try(compiler->arena, draw_graph, &drawing))
		return NULL;
	*size = drawing.out.size;
	return drawing.out.bytes;
}
