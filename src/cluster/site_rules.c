/* site_rules: what a shared cluster doesn't allow. Each message points at the profile, and names
 * the site's own line. */
#include <string.h>

#include "base/quantity.h"
#include "cluster/releases.h"
#include "cluster/site_advice.h"
#include "cluster/site_ruling.h"
#include "language/values.h"

/* `write`: what to write instead. */
static void beyond(const struct site_ruling *it, const char *limit, struct span where, const char *write,
		   const char *text)
{
	site_ruling_refuse(it, SAY(it, "limits.%s", limit), where, write, text);
}

static const char *written(const struct site_ruling *it, enum unit unit, int64_t value)
{
	return quantity_write(it->rules->arena, unit, value);
}

/* --- One pod ------------------------------------------------------------------------------------ */

static void check_amount(const struct site_ruling *it, const struct cluster_role *role, const int64_t *most,
			 int64_t limit, const char *noun, const struct site_advice_amount *amount)
{
	if (most && limit > *most)
		beyond(it, amount->key, site_ruling_at(it, role, amount->key),
		       site_advice_for_amount(it, role, amount, *most),
		       SAY(it, "a pod may have %s%s, and the %s has %s", written(it, amount->unit, *most), noun,
			   role->term, written(it, amount->unit, limit)));
}

static void check_pod(const struct site_ruling *it, const struct cluster_role *role)
{
	const struct site_limits *limits = it->limits;

	check_amount(it, role, limits->cpu, role->cpu_limit, " cores",
		     &(struct site_advice_amount){"cpu", UNIT_CPU, role->cpu, role->wish.cpuLimit});
	check_amount(it, role, limits->memory, role->memory_limit, " of memory",
		     &(struct site_advice_amount){"memory", UNIT_BYTES, role->memory, role->wish.memoryLimit});
	if (limits->gpus && role->gpu.count > *limits->gpus)
		beyond(it, "gpus", site_ruling_at(it, role, "gpu"),
		       site_advice_for_gpus(it, role, *limits->gpus, role->gpu.product),
		       SAY(it, "a pod may have %lld GPUs, and the %s has %lld", (long long)*limits->gpus, role->term,
			   (long long)role->gpu.count));
}

static bool site_allows_text(const char *text, const char *const *all, uint32_t count, bool prefix)
{
	for (uint32_t i = 0; i < count; i++)
		if (prefix ? !strncmp(text, all[i], strlen(all[i])) : !strcmp(text, all[i]))
			return true;
	return !count;
}

static void check_image(const struct site_ruling *it, const struct cluster_role *role)
{
	const struct node *image = node_get(it->rules->document->root, "image");
	struct span where = role->wish.image || !image ? site_ruling_at(it, role, "image")
						       : node_span(it->rules->document->source, image);

	if (!site_allows_text(role->image, it->limits->images, it->limits->images_count, true))
		beyond(it, "images", where, site_advice_for_image(it, role->image),
		       SAY(it, "the image %s isn't from where images may come", role->image));
	for (size_t i = 0; i < role->volume_count; i++)
		if (role->volumes[i].source == VOLUME_IMAGE &&
		    !site_allows_text(role->volumes[i].object, it->limits->images, it->limits->images_count, true))
			beyond(it, "images", site_ruling_at(it, role, "volumes"),
			       site_advice_for_image(it, role->volumes[i].object),
			       SAY(it, "the image %s of the volume '%s' isn't from where images may come",
				   role->volumes[i].object, role->volumes[i].name));
}

static void check_product(const struct site_ruling *it, const struct cluster_role *role)
{
	if (role->gpu.product &&
	    !site_allows_text(role->gpu.product, it->limits->gpuProducts, it->limits->gpuProducts_count, false))
		beyond(it, "gpuProducts", site_ruling_at(it, role, "gpu"),
		       site_advice_for_gpus(it, role, role->gpu.count, it->limits->gpuProducts[0]),
		       SAY(it, "there is no GPU %s", role->gpu.product));
}

static void check_user(const struct site_ruling *it, const struct cluster_role *role)
{
	const struct profile_role *wish = &role->wish;

	if (site_assigns_user(it->site) && (wish->runAsUser || wish->runAsGroup || wish->fsGroup))
		beyond(it, "assignedUser",
		       site_ruling_at(it, role,
				      wish->runAsUser    ? "runAsUser"
				      : wish->runAsGroup ? "runAsGroup"
							 : "fsGroup"),
		       site_advice_for_user(it, wish),
		       "the cluster chooses the user's number itself, and refuses any other");
}

/* --- All pods ------------------------------------------------------------------------------------- */

static void check_worker_count(const struct site_ruling *it)
{
	const int64_t *most = it->limits->workers;
	int64_t workers = cluster_workers(it->rules->cluster);

	if (most && workers > *most)
		beyond(it, "workers", site_ruling_at(it, &it->rules->cluster->roles[ROLE_WORKER], "count"),
		       site_advice_for_total(it, &(struct site_advice_total){.keys = "count of the workers and groups",
									     .unit = UNIT_COUNT,
									     .over = workers - *most,
									     .each = 1}),
		       SAY(it, "there may be %lld workers, and the cluster has %lld", (long long)*most,
			   (long long)workers));
}

static void check_totals(const struct site_ruling *it)
{
	const struct site_limits *limits = it->limits;
	struct cluster_totals all = cluster_totals(it->rules->cluster);
	const struct cluster_role *worker = cluster_role_of(it->rules->cluster, ROLE_WORKER);
	struct span where = node_span(it->rules->document->source, node_get(it->rules->document->root, "name"));
	const struct {
		const char *rule, *key, *keys, *noun;
		enum unit unit;
		const int64_t *most;
		int64_t all, each;
	} rows[] = {
		{"totalCpu", "cpu", "cpu or count", " cores", UNIT_CPU, limits->totalCpu, all.cpu,
		 worker ? worker->cpu : 0},
		{"totalMemory", "memory", "memory or count", " of memory", UNIT_BYTES, limits->totalMemory, all.memory,
		 worker ? worker->memory : 0},
		{"totalGpus", "gpu", "gpu.count or count", " GPUs", UNIT_COUNT, limits->totalGpus, all.gpus,
		 worker ? worker->gpu.count : 0},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].most && rows[i].all > *rows[i].most)
			beyond(it, rows[i].rule, where,
			       site_advice_for_total(
				       it, &(struct site_advice_total){rows[i].key, rows[i].keys, rows[i].unit,
								       rows[i].all - *rows[i].most, rows[i].each}),
			       SAY(it, "all pods together may have %s%s, and have %s",
				   written(it, rows[i].unit, *rows[i].most), rows[i].noun,
				   written(it, rows[i].unit, rows[i].all)));
}

static void check_lifetime(const struct site_ruling *it)
{
	const struct cluster *cluster = it->rules->cluster;
	const struct node *own = node_get(it->rules->document->root, "lifetime");
	struct span where =
		node_span(it->rules->document->source, own ? own : node_get(it->rules->document->root, "name"));
	const int64_t *most = it->limits->lifetime;

	if (most && !cluster->lifetime)
		site_ruling_refuse(it, "limits.lifetime", where,
				   SAY(it, "write lifetime: %s or less", written(it, UNIT_SECONDS, *most)),
				   SAY(it, "every cluster has to have a lifetime, of %s at most",
				       written(it, UNIT_SECONDS, *most)));
	else if (most && cluster->lifetime > *most)
		site_ruling_refuse(it, "limits.lifetime", where,
				   SAY(it, "write lifetime: %s or less", written(it, UNIT_SECONDS, *most)),
				   SAY(it, "the longest lifetime is %s", written(it, UNIT_SECONDS, *most)));
	if (site_says_true(it->limits->gpuLifetime) && cluster_totals(cluster).gpus && !cluster->lifetime)
		site_ruling_refuse(it, "limits.gpuLifetime", where, "write lifetime: 8h",
				   "a cluster with GPUs has to have a lifetime");
}

/* A template's names are nobody's: what it would say of the profile is no help. */
static bool is_template(const struct rules *it)
{
	const struct site *site = it->cluster->site;
	const char *name = it->profile->site;

	if (!site || !site->template || !*site->template)
		return false;
	diag(it->diags, CODE_TEMPLATE_SITE, AT(it, "site"),
	     !name || strchr(name, '/')
		     ? "put your cluster's names in, and take its line 'template: true' out"
		     : text_format(it->arena,
				   "clusterc sites show %s > sites/mine.yaml; put your cluster's names in, take the "
				   "line 'template: true' out, and write site: ./sites/mine.yaml",
				   name),
	     "the site %s is a template, to be copied and filled in", site->name);
	return true;
}

/* Of a release that came later nobody knows here what it has taken out, or refuses. */
static void release_is_known(const struct rules *it)
{
	const struct site *site = it->cluster->site;

	if (site && it->cluster->kubernetes > VALUE_RELEASE_NEWEST)
		diag(it->diags, CODE_NEWER_KUBERNETES,
		     node_span(it->site->source, node_get(it->site->root, "kubernetes")),
		     "use a newer clusterc if there is one; or check the manifest with kubectl apply --dry-run=server, "
		     "and pass -Wno-newer-kubernetes",
		     "the site %s has Kubernetes %s, and the newest release that clusterc was checked against is %s",
		     site->name, site->kubernetes, release_text(it->arena, VALUE_RELEASE_NEWEST));
}

void site_rules_check(const struct rules *it)
{
	static const struct site_limits none;
	struct site_ruling limits = {.rules = it, .site = it->cluster->site, .document = it->site};

	release_is_known(it);
	if (!limits.site || is_template(it))
		return;
	limits.limits = limits.site->limits ? limits.site->limits : &none;
	for (size_t i = 0; i < it->cluster->role_count; i++) {
		check_pod(&limits, &it->cluster->roles[i]);
		check_image(&limits, &it->cluster->roles[i]);
		check_product(&limits, &it->cluster->roles[i]);
		check_user(&limits, &it->cluster->roles[i]);
	}
	check_worker_count(&limits);
	check_totals(&limits);
	check_lifetime(&limits);
	site_demands_check(&limits);
}
