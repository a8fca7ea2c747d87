/* floor.c - the least that any compiler on libyaml must do: parse each profile it
 * is given, event by event, and emit a manifest that is ready in memory. What
 * clusterc costs beyond this is its own work. bench/events.py makes events.h. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <yaml.h>

enum kind { DOCUMENT_START, DOCUMENT_END, MAPPING_START, SEQUENCE_START, MAPPING_END, SEQUENCE_END, SCALAR };

struct event {
	enum kind kind;
	int style;
	const char *text;
};

#include "events.h"

static bool parse(const char *path)
{
	yaml_parser_t parser;
	yaml_event_t event;
	FILE *file = fopen(path, "rb");
	bool good, ended = false;

	if (file == NULL)
		return false;
	good = yaml_parser_initialize(&parser);
	if (good)
		yaml_parser_set_input_file(&parser, file);
	while (good && !ended) {
		good = yaml_parser_parse(&parser, &event);
		if (good) {
			ended = event.type == YAML_STREAM_END_EVENT;
			yaml_event_delete(&event);
		}
	}
	yaml_parser_delete(&parser);
	fclose(file);
	return good;
}

static int make(const struct event *from, yaml_event_t *event)
{
	switch (from->kind) {
	case DOCUMENT_START:
		return yaml_document_start_event_initialize(event, NULL, NULL, NULL, 0);
	case DOCUMENT_END:
		return yaml_document_end_event_initialize(event, 1);
	case MAPPING_START:
		return yaml_mapping_start_event_initialize(event, NULL, NULL, 1, (yaml_mapping_style_t)from->style);
	case SEQUENCE_START:
		return yaml_sequence_start_event_initialize(event, NULL, NULL, 1, (yaml_sequence_style_t)from->style);
	case MAPPING_END:
		return yaml_mapping_end_event_initialize(event);
	case SEQUENCE_END:
		return yaml_sequence_end_event_initialize(event);
	case SCALAR:
		return yaml_scalar_event_initialize(event, NULL, NULL, (const yaml_char_t *)from->text,
				(int)strlen(from->text), 1, 1, (yaml_scalar_style_t)from->style);
	}
	return 0;
}

static bool emit(FILE *to)
{
	yaml_emitter_t emitter;
	yaml_event_t event;
	bool good;

	if (!yaml_emitter_initialize(&emitter))
		return false;
	yaml_emitter_set_output_file(&emitter, to);
	yaml_emitter_set_unicode(&emitter, 1);
	good = yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING) && yaml_emitter_emit(&emitter, &event);
	for (size_t i = 0; good && i < sizeof EVENTS / sizeof *EVENTS; i++)
		good = make(&EVENTS[i], &event) && yaml_emitter_emit(&emitter, &event);
	good = good && yaml_stream_end_event_initialize(&event) && yaml_emitter_emit(&emitter, &event);
	yaml_emitter_delete(&emitter);
	return good;
}

int main(int argc, char **argv)
{
	if (argc < 2) {
		fprintf(stderr, "usage: floor PROFILE...\n");
		return 2;
	}
	for (int i = 1; i < argc; i++)
		if (!parse(argv[i]) || !emit(stdout)) {
			fprintf(stderr, "floor: %s could not be read or the manifest not be written\n", argv[i]);
			return 1;
		}
	return fflush(stdout) != 0;
}
