/* queue: what Kueue reads on objects and pods (kueue.sigs.k8s.io, "Run Kubernetes Jobs" and "Run Plain Pods", v0.17).
 *
 * Each Job or StatefulSet with a queue is admitted on its own: a head could hold quota while its workers wait for
 * theirs. Pods that name one group are admitted together, whoever makes them; what makes them then has no queue. */
#include "kube/queue.h"

#include "kube/meta.h"

/* So many seconds after the lifetime Kueue takes the quota back. The cluster ends by itself before that: its lifetime
 * begins with its pods, which may find a node only some time after they are admitted. */
enum { ADMITTED_LONGER = 600 };

static void put_labels(struct object *labels, const struct cluster *cluster)
{
	object_put_text(labels, "kueue.x-k8s.io/queue-name", cluster->queue);
	if (cluster->lifetime)
		object_put_text(labels, "kueue.x-k8s.io/max-exec-time-seconds",
				text_number(labels->arena, cluster->lifetime + ADMITTED_LONGER));
}

void queue_put_on_workload(struct object *metadata, const struct cluster *cluster)
{
	if (cluster->queueing == QUEUEING_WORKLOADS)
		put_labels(object_map(metadata, "labels"), cluster);
}

/* A pod that Kueue takes for one whose owner it holds back gets no finalizer. A pod that failed would keep it until
 * another takes its place, and with it the cluster's quota (v0.17, pkg/controller/jobs/pod;
 * SkipFinalizersForPodsSuspendedByParent, on by default since v0.16). */
static void put_group(struct object *labels, struct object *annotations, const struct cluster *cluster)
{
	object_put_text(labels, "kueue.x-k8s.io/managed", "true");
	object_put_text(annotations, "kueue.x-k8s.io/pod-suspending-parent", managed_by);
	object_put_text(labels, "kueue.x-k8s.io/pod-group-name", cluster->name);
	labels->last->comment = "Kueue admits all pods of the group at once";
	object_put_text(annotations, "kueue.x-k8s.io/pod-group-total-count",
			text_number(labels->arena, cluster_totals(cluster).pods));
	/* The pod of a job that has ended is kept for its log. Where no other may come, the group has ended with it. */
	if (cluster_is_job(cluster) && !cluster->job.retries)
		object_put_text(annotations, "kueue.x-k8s.io/retriable-in-group", "false");
}

void queue_put_on_pods(struct object *metadata, const struct cluster *cluster)
{
	struct object *labels = object_map(metadata, "labels");

	if (!cluster_is_queued_group(cluster))
		return;
	put_labels(labels, cluster);
	put_group(labels, object_map(metadata, "annotations"), cluster);
}
