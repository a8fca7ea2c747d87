/* manifest: the YAML file as a whole: a header that says what it is, then the objects. */
#include "write/manifest.h"

#include <string.h>

#include "base/quantity.h"
#include "cluster/needs.h"
#include "write/output.h"
#include "write/yaml.h"

/* The two pairs of keys, as the manager makes them (manager/secrets.sh). */
static const char *ssh_by_hand(struct arena *arena, const struct cluster_secret *secret)
{
	return text_join(arena,
			 "(umask 077; d=$(mktemp -d) && cd \"$d\" &&\n"
			 "    for key in id host_key; do ssh-keygen -q -t ed25519 -N '' -C '' -f $key; done &&\n"
			 "    cp id.pub authorized_keys && sed 's/^/* /' host_key.pub >known_hosts &&\n"
			 "    kubectl create secret generic ",
			 secret->object,
			 " --from-file=id --from-file=host_key \\\n"
			 "      --from-file=authorized_keys --from-file=known_hosts; rm -r \"$d\")",
			 NULL);
}

/* What makes a token or keys without the manager; of certificates, what is in them. */
static const char *by_hand(struct arena *arena, const struct cluster_secret *secret, const struct cluster_role *head)
{
	const char *between = "", *const *key = cluster_secret_keys(secret->type, head);
	struct text text = TEXT_IN(arena);

	if (secret->type == SECRET_TOKEN)
		return text_format(arena,
				   "kubectl create secret generic %s --from-literal=token=\"$(openssl rand -hex 32)\"",
				   secret->object);
	if (secret->type == SECRET_SSH)
		return ssh_by_hand(arena, secret);
	text_add(&text, text_format(arena, "a certificate in the Secret %s, with the keys ", secret->object));
	for (; *key; key++, between = ", ") {
		text_add(&text, between);
		text_add(&text, *key);
	}
	return text_done(&text);
}

/* By its labels the manager knows what is the cluster's. */
static const char *labelled_by_hand(struct arena *arena, const struct cluster *cluster)
{
	struct text text = TEXT_IN(arena);

	text_add(&text, "\n  # so that the manager knows them as this cluster's\n  kubectl label secret");
	for (size_t i = 0; i < cluster->secret_count; i++)
		text_add(&text, text_join(arena, " ", cluster->secrets[i].object, NULL));
	text_add(&text, text_join(arena, " app.kubernetes.io/instance=", cluster->name,
				  " app.kubernetes.io/managed-by=clusterc", NULL));
	return text_done(&text);
}

/* Who uses the manifest without its manager has to know what it takes for given. */
static const char *secrets_wanted(struct arena *arena, const struct cluster *cluster)
{
	struct text text = TEXT_IN(arena);

	if (cluster->secret_count)
		text_add(&text, "\n\nIts pods wait for Secrets that aren't in here: the manager's create makes them "
				"up. By hand:");
	for (size_t i = 0; i < cluster->secret_count; i++) {
		const struct cluster_secret *secret = &cluster->secrets[i];

		text_add(&text, secret->doc ? text_format(arena, "\n  # %s", secret->doc) : "");
		text_add(&text, text_join(arena, "\n  ", by_hand(arena, secret, &cluster->roles[ROLE_HEAD]), NULL));
	}
	if (cluster->secret_count)
		text_add(&text, labelled_by_hand(arena, cluster));
	return text_done(&text);
}

static const char *gpu_name(const struct cluster_role *role)
{
	if (!role->count)
		return NULL;
	return role->gpu.resource ? role->gpu.resource : role->gpu.device_class;
}

/* By what they are called: resources and device classes, each once. */
static const char *gpus_wanted(struct arena *arena, const struct cluster *cluster)
{
	struct text text = TEXT_IN(arena);

	for (size_t i = 0; i < cluster->role_count; i++) {
		const char *name = gpu_name(&cluster->roles[i]);
		int64_t count = 0;
		size_t before = 0;

		if (!name)
			continue;
		while (!gpu_name(&cluster->roles[before]) || strcmp(gpu_name(&cluster->roles[before]), name))
			before++;
		if (before < i)
			continue;
		for (size_t j = i; j < cluster->role_count; j++)
			if (gpu_name(&cluster->roles[j]) && !strcmp(gpu_name(&cluster->roles[j]), name))
				count += cluster->roles[j].count * cluster->roles[j].gpu.count;
		text_add(&text, text.size ? ", " : "");
		text_add(&text, text_format(arena, "%s %lld", name, (long long)count));
	}
	return text.size ? text_done(&text) : "no GPU";
}

/* Jobs end by themselves; what isn't a Job goes with the head's, once the manager has made it the
 * owner. Without a lifetime only the head's knows when. */
/* Until when a job, or each run of it, goes on, and what is left then. */
static const char *when_over(struct arena *arena, const struct cluster *cluster)
{
	const struct cluster_job *job = &cluster->job;
	const char *lifetime = quantity_write(arena, UNIT_SECONDS, cluster->lifetime);
	const char *keep = quantity_write(arena, UNIT_SECONDS, job->keep);

	if (job->schedule)
		return text_format(
			arena,
			"It runs at \"%s\", %s, until you delete it. Each run ends\n"
			"with its program, or %s after its start; its Job and the log of its head stay for %s.\n",
			job->schedule, job->time_zone, lifetime, keep);
	return text_format(arena,
			   "It ends with its program, or %s after its start. The Job and the log of its head\n"
			   "stay for %s. If the manager created it, everything else goes with the Job.\n",
			   lifetime, keep);
}

/* What a job leaves behind, for how long, and what removes it. */
static const char *end_of_job(struct arena *arena, const struct cluster *cluster)
{
	const struct cluster_job *job = &cluster->job;
	struct text text = TEXT_IN(arena);

	text_add(&text, when_over(arena, cluster));
	if (job->logs_claim)
		text_add_all(&text, "The output of all pods stays in the claim ", job->logs_claim,
			     ", in the directory ", job->logs_path, ".\n", NULL);
	text_add_all(&text, job->schedule ? "To remove it" : "To remove what is left after kubectl apply",
		     ", Secrets included:\n"
		     "  kubectl delete job,cronjob,service,configmap,secret,serviceaccount,networkpolicy \\\n"
		     "    -l app.kubernetes.io/instance=",
		     cluster->name, ",app.kubernetes.io/managed-by=clusterc\n", NULL);
	return text_done(&text);
}

static const char *end_of_life(struct arena *arena, const struct cluster *cluster)
{
	const char *jobs = cluster->lifetime ? "all its Jobs and their pods" : "the head's Job and its pod";

	if (!cluster_ends(cluster))
		return "";
	if (cluster_is_job(cluster))
		return end_of_job(arena, cluster);
	return text_join(arena, "It ends ", cluster_end(arena, cluster),
			 ". What the manager's create made is then gone as a whole. Applied\n"
			 "by hand, ",
			 jobs, " go by themselves, and the rest stays until somebody deletes it.\n", NULL);
}

/* Whether head and workers have a secret in common that they know each other by. */
static bool knows_its_own(const struct cluster *cluster)
{
	for (size_t i = 0; i < cluster->secret_count; i++)
		if (cluster->secrets[i].roles[ROLE_HEAD] && cluster->secrets[i].roles[ROLE_WORKER])
			return true;
	return false;
}

/* What keeps others out, where the framework doesn't. */
static const char *kept_out_by(struct arena *arena, const struct cluster *cluster)
{
	if (knows_its_own(cluster) || cluster->isolation == ISOLATION_NONE)
		return "";
	return text_format(arena,
			   "%s itself asks nobody who they are: others are kept out by the network policy\n"
			   "below, where the cluster's network enforces such.\n",
			   cluster->framework_title);
}

/* Rights, and what is there already or isn't. */
static const char *needs(struct arena *arena, const struct cluster *cluster)
{
	struct texts all = needs_of_cluster(arena, cluster);
	struct text text = TEXT_IN(arena);

	text_add(&text, "It needs: rights to make these objects in one namespace; ");
	text_add(&text, all.count ? "and these, which have to be there already:\n" : "nothing else.\n");
	for (size_t i = 0; i < all.count; i++)
		text_add(&text, text_join(arena, "  ", all.items[i], "\n", NULL));
	return text_done(&text);
}

static const char *what_it_is(struct arena *arena, const struct cluster *cluster)
{
	return cluster_is_job(cluster) ? text_join(arena, cluster->job.program, " on ", cluster->title, NULL)
				       : cluster->title;
}

static const char *header(struct arena *arena, const struct cluster *cluster, const char *version)
{
	struct cluster_totals all = cluster_totals(cluster);

	return text_format(arena,
			   "The %s '%s': %s.\n" OUTPUT_MARK
			   "%s from the profile %s. Don't edit it: change the profile and generate it again.\n"
			   "\n"
			   "It asks for, in all: %lld pods, cpu %s, memory %s, ephemeral storage %s, %s.\n"
			   "%s%s%s"
			   "Docs: %s%s",
			   cluster_is_job(cluster) ? "job" : "cluster", cluster->name, what_it_is(arena, cluster),
			   version, cluster->source_name, (long long)all.pods, quantity_write(arena, UNIT_CPU, all.cpu),
			   quantity_write(arena, UNIT_BYTES, all.memory),
			   quantity_write(arena, UNIT_BYTES, all.storage), gpus_wanted(arena, cluster),
			   needs(arena, cluster), kept_out_by(arena, cluster), end_of_life(arena, cluster),
			   cluster->docs, secrets_wanted(arena, cluster));
}

void manifest_write(struct text *out, const struct manifest *manifest, const char *version)
{
	yaml_write_comment(out, header(manifest->arena, manifest->cluster, version));
	yaml_write(out, manifest->first);
}
