/* charges: what a cluster costs on a site that charges for GPUs. Rates are in thousandths of the site's unit. */
#include "write/charges.h"

#include "base/quantity.h"

enum { HOUR = 60, DAY = 24 * HOUR }; /* in minutes */

struct charging {
	struct arena *arena;
	const struct cluster *cluster;
	const struct site_charges *charges;
	int64_t rate; /* of all its GPUs, for an hour */
};

#define SAY(it, ...) text_format((it)->arena, __VA_ARGS__)

/* Far more than anybody is charged, so that what it comes to in a year fits 63 bits a hundred times. */
static const int64_t rate_most = INT64_C(10000000000);

static int64_t rate_of(struct arena *arena, const struct cluster *cluster)
{
	struct index classes = site_classes(arena, cluster->site);
	int64_t rate = 0;

	for (size_t i = 0; i < cluster->role_count; i++) {
		const struct cluster_role *role = &cluster->roles[i];
		const struct site_gpu_class *class =
			role->gpu.size_class ? index_find(&classes, role->gpu.size_class) : NULL;

		if (class && class->rate)
			rate += *class->rate * role->gpu.count * role->count;
	}
	return rate < rate_most ? rate : rate_most;
}

static const char *cost(const struct charging *it, int64_t value)
{
	return quantity_write(it->arena, UNIT_RATE, value);
}

/* "from 01:00 to 16:00" */
static const char *discount_hours(const struct charging *it)
{
	const struct site_discount *discount = it->charges->discount;

	return SAY(it, "from %02lld:00 to %02lld:00", (long long)*discount->from, (long long)*discount->to);
}

/* What so many minutes cost, if so many of them are discounted. */
static int64_t cost_of(const struct charging *it, int64_t minutes, int64_t discounted)
{
	int64_t percent = it->charges->discount ? *it->charges->discount->percent : 0;

	return (it->rate * minutes * 100 - it->rate * discounted * percent) / 100 / HOUR;
}

static int64_t most_discounted(const struct charging *it, int64_t minutes)
{
	const struct site_discount *discount = it->charges->discount;
	int64_t daily = discount ? (*discount->to - *discount->from) * HOUR : 0, rest = minutes % DAY;

	return minutes / DAY * daily + (rest < daily ? rest : daily);
}

/* " (40 % of the 10 a week)" */
static const char *share(const struct charging *it, int64_t value, bool brief)
{
	const int64_t *weekly = it->charges->weekly;

	if (!weekly)
		return "";
	return SAY(it, " (%lld %%%s)", (long long)(value * 100 / *weekly),
		   brief ? "" : SAY(it, " of the %s a week", cost(it, *weekly)));
}

static const char *say_rate(const struct charging *it)
{
	const char *reduced = "";

	if (it->charges->discount)
		reduced = SAY(it, ", and %s %s (%s)", cost(it, cost_of(it, HOUR, HOUR)), discount_hours(it),
			      it->charges->timeZone);
	return SAY(it, "%s %s per hour%s", cost(it, it->rate), it->charges->unit, reduced);
}

static const char *say_total(const struct charging *it)
{
	int64_t minutes = it->cluster->lifetime / 60, least = cost_of(it, minutes, most_discounted(it, minutes));
	int64_t most = cost_of(it, minutes, 0);

	return SAY(it, "%sup to %s%s until its lifetime of %s is over%s", it->cluster->job.schedule ? "each run: " : "",
		   cost(it, most), share(it, most, false),
		   quantity_write(it->arena, UNIT_SECONDS, it->cluster->lifetime),
		   least < most ? SAY(it, "; %s%s if as much of it as possible is %s", cost(it, least),
				      share(it, least, true), discount_hours(it))
				: "");
}

/* Without a lifetime: when the budget is used up. */
static const char *say_budget(const struct charging *it)
{
	if (!it->charges->weekly)
		return "it has no lifetime, and costs that until you delete it";
	return SAY(it, "it has no lifetime: the %s of a week are used up after %lld hours at the full rate",
		   cost(it, *it->charges->weekly), (long long)(*it->charges->weekly / it->rate));
}

struct texts charges_of(struct arena *arena, const struct cluster *cluster)
{
	struct charging it = {.arena = arena, .cluster = cluster};
	struct texts lines = {0};

	it.charges = cluster->site ? cluster->site->charges : NULL;
	it.rate = it.charges ? rate_of(arena, cluster) : 0;
	if (!it.rate)
		return lines;
	texts_add(arena, &lines, say_rate(&it));
	texts_add(arena, &lines, cluster->lifetime ? say_total(&it) : say_budget(&it));
	return lines;
}
