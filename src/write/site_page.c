/* site_page: the rules of a site in words, for people. One function a section. */
#include "write/site_page.h"

#include <string.h>

#include "base/quantity.h"
#include "cluster/sites.h"
#include "write/page.h"

struct site_page {
	struct text *out;
	struct arena *arena;
	const struct site *site;
	const struct site_limits *limits; /* never NULL */
	const char *whole;                /* where all of the description is */
	const char *title;                /* of the section that is begun with its first line; or NULL */
};

#define SAY(it, ...) text_format((it)->arena, __VA_ARGS__)

static void begin(struct site_page *it, const char *title)
{
	it->title = title;
}

/* A line of the section, and the reason of the rule at that path, if it has one. `rule` may be NULL. */
static void say(struct site_page *it, const char *rule, const char *text)
{
	const char *reason = rule ? pairs_find(it->site->reasons, it->site->reasons_count, rule) : NULL;

	if (it->title)
		text_add_all(it->out, "\n", it->title, "\n", NULL);
	it->title = NULL;
	page_words(it->out, "  ", text);
	if (reason)
		page_words(it->out, "      ", reason);
}

static const char *site_amount(const struct site_page *it, enum unit unit, int64_t value)
{
	return quantity_write(it->arena, unit, value);
}

/* --- Demands -------------------------------------------------------------------------------------- */

static const char *end_words(enum site_end end)
{
	return end == SITE_ENDS_JOB ? "must have a job, and end with it" : "must end by itself: lifetime, idle or job";
}

static void say_end_rules(struct site_page *it)
{
	const struct site_limits *limits = it->limits;

	if (limits->lifetime)
		say(it, "limits.lifetime",
		    SAY(it, "a lifetime of %s or less", site_amount(it, UNIT_SECONDS, *limits->lifetime)));
	if (limits->ends)
		say(it, "limits.ends", SAY(it, "a cluster %s", end_words(*limits->ends)));
	if (limits->gpuEnds)
		say(it, "limits.gpuEnds", SAY(it, "a cluster with GPUs %s", end_words(*limits->gpuEnds)));
	if (site_says_true(limits->gpuLifetime))
		say(it, "limits.gpuLifetime", "a lifetime, if the cluster has GPUs");
	if (limits->waitingJobs && !*limits->waitingJobs)
		say(it, "limits.waitingJobs", "lifetime and idle only with a job: other Jobs would wait for programs");
	if (site_says_true(limits->generatedJobNames))
		say(it, "limits.generatedJobNames",
		    "no lifetime, idle or job: they are made of Jobs with a fixed name, which this site refuses");
	if (site_says_true(limits->gpuOnce))
		say(it, "limits.gpuOnce", "pods with a GPU that end or are deleted are not replaced");
}

static const char *queue_words(const struct site_page *it, const char *queue)
{
	const char *example = site_queue_of(it->arena, queue, "NAMESPACE");

	return strcmp(example, queue) != 0
		       ? SAY(it, "the queue of your namespace: queue: %s, with its name for NAMESPACE", example)
		       : SAY(it, "the queue %s", queue);
}

static void say_demands(struct site_page *it)
{
	const struct site_limits *limits = it->limits;

	begin(it, "What every cluster needs");
	for (uint32_t i = 0; i < it->site->labels_count; i++) {
		const struct site_label *label = &it->site->labels[i];

		say(it, i ? NULL : "labels",
		    SAY(it, "the label %s%s%s%s", label->key,
			label->when && *label->when == LABEL_WITH_GPU ? ", if it has GPUs" : "", label->doc ? ": " : "",
			label->doc ? label->doc : ""));
	}
	if (site_says_true(limits->ownUser))
		say(it, "limits.ownUser", "runAsUser for all pods: your own number");
	if (site_says_true(limits->assignedUser))
		say(it, "limits.assignedUser", "no runAsUser, runAsGroup or fsGroup: the site assigns them");
	if (limits->queue)
		say(it, "limits.queue", queue_words(it, limits->queue));
	if (site_says_true(limits->queuedWorkloads))
		say(it, "limits.queuedWorkloads", "the queue on each of the workloads, which are admitted one by one");
	say_end_rules(it);
}

/* --- Limits ---------------------------------------------------------------------------------------- */

static void say_amounts(struct site_page *it)
{
	const struct site_limits *limits = it->limits;
	const struct {
		const char *rule, *text;
		enum unit unit;
		const int64_t *most;
	} rows[] = {
		{"limits.cpu", "cores of a pod", UNIT_CPU, limits->cpu},
		{"limits.memory", "memory of a pod", UNIT_BYTES, limits->memory},
		{"limits.gpus", "GPUs of a pod", UNIT_COUNT, limits->gpus},
		{"limits.workers", "workers", UNIT_COUNT, limits->workers},
		{"limits.totalCpu", "cores of all pods together", UNIT_CPU, limits->totalCpu},
		{"limits.totalMemory", "memory of all pods together", UNIT_BYTES, limits->totalMemory},
		{"limits.totalGpus", "GPUs of all pods together", UNIT_COUNT, limits->totalGpus},
		{"limits.limitPercent", "limits of cpu and memory, in percent of the request", UNIT_COUNT,
		 limits->limitPercent},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].most)
			say(it, rows[i].rule,
			    SAY(it, "%s: %s", rows[i].text, site_amount(it, rows[i].unit, *rows[i].most)));
}

static void say_site_limits(struct site_page *it)
{
	const struct site_limits *limits = it->limits;

	begin(it, "What is allowed at most");
	say_amounts(it);
	begin(it, "What may be used");
	if (limits->images_count)
		say(it, "limits.images",
		    SAY(it, "images from %s", text_list(it->arena, limits->images, limits->images_count, ", ")));
	if (it->site->imagePrefix)
		say(it, "imagePrefix", SAY(it, "%s instead of the registry of each image", it->site->imagePrefix));
	if (limits->gpuProducts_count)
		say(it, "limits.gpuProducts",
		    SAY(it, "the GPUs %s", text_list(it->arena, limits->gpuProducts, limits->gpuProducts_count, ", ")));
}

/* --- GPUs and what they cost ------------------------------------------------------------------------ */

static void say_classes(struct site_page *it, const struct site_gpus *gpus)
{
	const struct site_charges *charges = it->site->charges;

	if (gpus->classLabel)
		say(it, "gpus.classLabel",
		    SAY(it, "by class: gpu: {count: 1, class: %s}; pods get it as the label %s",
			gpus->classes_count ? gpus->classes[0].name : "NAME", gpus->classLabel));
	for (uint32_t i = 0; i < gpus->classes_count; i++) {
		const struct site_gpu_class *class = &gpus->classes[i];

		say(it, NULL,
		    SAY(it, "%s%s%s%s", class->name, class->doc ? ": " : "", class->doc ? class->doc : "",
			class->rate && charges
				? SAY(it, "; %s %s per hour", site_amount(it, UNIT_RATE, *class->rate), charges->unit)
				: ""));
	}
}

static void say_gpus(struct site_page *it)
{
	const struct site_gpus *gpus = it->site->gpus;
	const struct site_charges *charges = it->site->charges;

	begin(it, "GPUs");
	if (gpus)
		say_classes(it, gpus);
	for (uint32_t i = 0; gpus && i < gpus->resources_count; i++)
		say(it, i ? NULL : "gpus.resources",
		    SAY(it, "%s is requested as %s", gpus->resources[i].product, gpus->resources[i].resource));
	if (charges && charges->discount)
		say(it, "charges.discount",
		    SAY(it, "%lld %% less from %02lld:00 to %02lld:00 (%s)", (long long)*charges->discount->percent,
			(long long)*charges->discount->from, (long long)*charges->discount->to, charges->timeZone));
	if (charges && charges->weekly)
		say(it, "charges.weekly",
		    SAY(it, "%s %s a week, unless you have another budget",
			site_amount(it, UNIT_RATE, *charges->weekly), charges->unit));
}

/* --- What it says of pods ------------------------------------------------------------------------------- */

static void say_words(struct site_page *it)
{
	begin(it, "What its events and annotations mean");
	for (uint32_t i = 0; i < it->site->events_count; i++) {
		const struct site_event *event = &it->site->events[i];

		say(it, i ? NULL : "events",
		    SAY(it, "%s: %s%s%s", event->reason, event->means, event->advice ? "; " : "",
			event->advice ? event->advice : ""));
	}
	for (uint32_t i = 0; i < it->site->annotations_count; i++) {
		const struct site_annotation *one = &it->site->annotations[i];

		say(it, i ? NULL : "annotations", SAY(it, "%s: %s", one->name, one->means));
		if (one->wrong && one->advice)
			say(it, NULL, SAY(it, "%s: %s: %s", one->name, one->wrong, one->advice));
	}
	if (it->site->removed)
		say(it, NULL, SAY(it, "a pod that is gone, and no event says why: %s", it->site->removed));
}

/* --- What it gives, and where it was read -------------------------------------------------------------- */

static void say_given(struct site_page *it)
{
	const struct site_pods *pods = it->site->defaults ? it->site->defaults->pods : NULL;

	begin(it, "What pods get, unless the profile says otherwise");
	for (uint32_t i = 0; pods && i < pods->volumes_count; i++)
		say(it, NULL,
		    SAY(it, "%s at %s",
			pods->volumes[i].claim ? SAY(it, "the claim %s", pods->volumes[i].claim)
					       : SAY(it, "the volume %s", pods->volumes[i].name),
			pods->volumes[i].path));
	if (pods && pods->runAsUser)
		say(it, NULL, SAY(it, "the user %lld", (long long)*pods->runAsUser));
	if (pods && pods->runAsGroup)
		say(it, NULL, SAY(it, "the group %lld", (long long)*pods->runAsGroup));
	if (it->site->defaults && it->site->defaults->lifetime)
		say(it, NULL,
		    SAY(it, "a lifetime of %s", site_amount(it, UNIT_SECONDS, *it->site->defaults->lifetime)));
}

static void say_sources(struct site_page *it)
{
	begin(it, it->site->read ? SAY(it, "Where this was read, on %s", it->site->read) : "Where this was read");
	for (uint32_t i = 0; i < it->site->sources_count; i++)
		say(it, NULL, it->site->sources[i]);
	begin(it, "The whole description");
	say(it, NULL, it->whole);
}

void site_page_write(struct text *out, const struct site *site, const char *whole)
{
	static void (*const sections[])(struct site_page *) = {
		say_demands, say_site_limits, say_gpus, say_words, say_given, say_sources,
	};
	static const struct site_limits none;
	struct site_page it = {out, out->arena, site, site->limits ? site->limits : &none, whole, NULL};

	page_words(out, "", SAY(&it, "%s: %s", site->name, site->title));
	if (site->docs)
		page_words(out, "", site->docs);
	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
		sections[i](&it);
}
