/* site_advice: what to write instead of what a site doesn't allow, as lines that can be pasted. */
#include "cluster/site_advice.h"

#include <string.h>

/* Where the profile says it of these pods: "write worker: {cpu: 2}". */
static const char *advice_in(const struct site_ruling *it, const struct cluster_role *role, const char *line)
{
	return cluster_is_group(role) ? SAY(it, "write %s in the group %s", line, role->component)
				      : SAY(it, "write %s: {%s}", role->component, line);
}

const char *site_advice_for_amount(const struct site_ruling *it, const struct cluster_role *role,
				   const struct site_advice_amount *amount, int64_t most)
{
	const char *written = quantity_write(it->rules->arena, amount->unit, most);

	if (!amount->own_limit)
		return advice_in(it, role, SAY(it, "%s: %s", amount->key, written));
	if (amount->request <= most)
		return advice_in(it, role, SAY(it, "%sLimit: %s", amount->key, written));
	return SAY(it, "%s, and leave %sLimit out", advice_in(it, role, SAY(it, "%s: %s", amount->key, written)),
		   amount->key);
}

const char *site_advice_for_gpus(const struct site_ruling *it, const struct cluster_role *role, int64_t count,
				 const char *product)
{
	const char *class = role->gpu.size_class;

	if (!count)
		return SAY(it, "leave gpu out, for the %s", role->term);
	return advice_in(it, role,
			 SAY(it, "gpu: {count: %lld%s%s%s%s}", (long long)count, product ? ", product: " : "",
			     product ? product : "", class ? ", class: " : "", class ? class : ""));
}

const char *site_advice_for_image(const struct site_ruling *it, const char *image)
{
	const char *slash = strrchr(image, '/');

	return SAY(it, "write image: %s%s if it is there; images may come from %s", it->limits->images[0],
		   slash ? slash + 1 : image,
		   text_list(it->rules->arena, it->limits->images, it->limits->images_count, ", "));
}

const char *site_advice_for_user(const struct site_ruling *it, const struct profile_role *wish)
{
	const struct {
		const char *key;
		bool said;
	} rows[] = {
		{"runAsUser", wish->runAsUser},
		{"runAsGroup", wish->runAsGroup},
		{"fsGroup", wish->fsGroup},
	};
	struct text keys = TEXT_IN(it->rules->arena);

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].said)
			text_add_all(&keys, keys.size ? ", " : "", rows[i].key, NULL);
	return SAY(it, "leave out: %s", text_done(&keys));
}

/* The workers, if all of them are alike; or NULL. */
static const struct cluster_role *like_workers(const struct cluster *cluster)
{
	const struct cluster_role *workers = NULL;

	for (size_t i = 0; i < cluster->role_count; i++) {
		if (cluster->roles[i].kind != ROLE_WORKER)
			continue;
		if (workers)
			return NULL;
		workers = &cluster->roles[i];
	}
	return workers;
}

/* The same number of workers with less in each, so that all have `over` less; or NULL. */
static const char *advice_to_shrink(const struct site_ruling *it, const struct cluster_role *workers,
				    const struct site_advice_total *total)
{
	static const int64_t mebibyte = 1024 * 1024;
	int64_t each = total->each - (total->over + workers->count - 1) / workers->count;

	each -= total->unit == UNIT_BYTES && each > 0 ? each % mebibyte : 0;
	if (each <= 0)
		return NULL;
	return total->unit == UNIT_COUNT
		       ? site_advice_for_gpus(it, workers, each, workers->gpu.product)
		       : advice_in(it, workers,
				   SAY(it, "%s: %s", total->key, quantity_write(it->rules->arena, total->unit, each)));
}

const char *site_advice_for_total(const struct site_ruling *it, const struct site_advice_total *total)
{
	const struct cluster_role *workers = like_workers(it->rules->cluster);
	int64_t too_many = total->each ? (total->over + total->each - 1) / total->each : 0;
	const char *line = NULL;

	if (workers && too_many && workers->count > too_many)
		line = advice_in(it, workers, SAY(it, "count: %lld", (long long)(workers->count - too_many)));
	else if (workers && workers->count)
		line = advice_to_shrink(it, workers, total);
	return line ? line
		    : SAY(it, "lower %s, by %s in all", total->keys,
			  quantity_write(it->rules->arena, total->unit, total->over));
}
