# What the runs of every kind of cluster have in common: a namespace and a
# directory of their own, steps with their times, waiting, and looking at pods.
#
# "begin" sets KIND (its name), HERE (its directory), CLUSTER (the name in its
# profile), MANAGER (the script that will be generated), WORK (an empty directory)
# and NS (an empty namespace). What one step finds out for another goes through
# files in WORK.
# shellcheck shell=sh

# ------------------------------------------------------------ the frame ----

# begin DIRECTORY: everything before the first step; cleans up when the script ends.
begin() {
	HERE=$1
	KIND=$(basename "$HERE")
	CLUSTER=$(sed -n 's/^name: //p' "$HERE/profile.yaml")
	check_tools
	WORK=$(mktemp -d)
	MANAGER=$WORK/out/$CLUSTER.sh
	NS=clusterc-e2e-$KIND-$$
	failures=0
	trap clean_up EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM HUP
	printf '%s, in namespace %s\n%7s  %-6s  %s\n' "$KIND" "$NS" seconds result step
	must 'a namespace that enforces the restricted standard' make_namespace
}

# Nothing works without these; CLUSTERC becomes a path that holds everywhere.
check_tools() {
	for tool in kubectl python3; do
		command -v "$tool" >/dev/null || give_up "$tool is not installed"
	done
	if [ -z "${CLUSTERC-}" ]; then
		CLUSTERC=$HERE/../../../src/clusterc
		[ -x "$CLUSTERC" ] || CLUSTERC=$HERE/../../../build/src/clusterc
		[ -x "$CLUSTERC" ] || CLUSTERC=$(command -v clusterc) ||
			give_up 'clusterc is not built; CLUSTERC=PATH says where it is'
	fi
	case $CLUSTERC in
	/*) ;;
	*) CLUSTERC=$PWD/$CLUSTERC ;;
	esac
	[ -x "$CLUSTERC" ] || give_up "$CLUSTERC is not a program"
	! grep -q notebook_answers "$HERE/run" || python3 -c 'import websocket' 2>/dev/null ||
		give_up "$(command -v python3) lacks the module websocket, for the notebook; install python3-websocket"
	kubectl get namespaces >/dev/null || give_up 'kubectl reaches no cluster'
}

give_up() {
	printf '%s: %s\n' "$0" "$1" >&2
	exit 3
}

make_namespace() {
	kubectl create namespace "$NS"
	kubectl label namespace "$NS" \
		pod-security.kubernetes.io/enforce=restricted \
		pod-security.kubernetes.io/warn=restricted
}

clean_up() {
	code=$?
	if [ -n "${KEEP-}" ]; then
		printf 'kept: namespace %s, files %s\n' "$NS" "$WORK"
	else
		kubectl delete namespace "$NS" --ignore-not-found >/dev/null
		rm -rf "$WORK"
	fi
	[ "$failures" -eq 0 ] || code=1
	exit "$code"
}

# step TITLE FUNCTION: passes when every command of the function does; otherwise
# the end of what it printed is shown. A function that ends with 77 could not be
# tried on this cluster, and its last line says why. Never to be called with && or
# ||, which would switch off the errexit that this rests on.
step() {
	started=$(date +%s)
	(
		set -e
		"$2"
	) >"$WORK/log" 2>&1
	step_code=$?
	case $step_code in
	0) result=ok shown=0 ;;
	77) result=skip shown=1 ;;
	*) result=FAILED shown=30 failures=$((failures + 1)) ;;
	esac
	printf '%7d  %-6s  %s\n' "$(($(date +%s) - started))" "$result" "$1"
	[ -z "${TALLY-}" ] || echo "$result $KIND" >>"$TALLY"
	[ "$shown" -eq 0 ] || tail -n "$shown" "$WORK/log" | sed 's/^/         | /'
}

# must TITLE FUNCTION: a step without which the others make no sense.
must() {
	step "$@"
	[ "$step_code" -eq 0 ] || exit 1
}

# ------------------------------------------------- what steps are made of ----

manager() {
	"$MANAGER" -n "$NS" "$@"
}

# generate_from PROFILE [DIRECTORY]: the two files.
generate_from() {
	"$CLUSTERC" generate "$1" -o "${2:-$WORK/out}"
}

# generate: manifest, head and body, and the same text as the one for standard output.
generate() {
	generate_from "$HERE/profile.yaml"
	[ "$(find "$WORK/out" -type f | wc -l)" -eq 3 ]
	[ -x "$MANAGER" ]
	"$CLUSTERC" generate "$HERE/profile.yaml" | cmp - "$WORK/out/$CLUSTER.yaml"
}

# strict: the API server finds no fault in the manifest, and warns of nothing.
strict() {
	kubectl -n "$NS" apply --dry-run=server --validate=strict -f "$WORK/out/$CLUSTER.yaml" >"$WORK/strict" 2>&1 ||
		{ cat "$WORK/strict" && false; }
	not grep -i warning "$WORK/strict"
}

# plain: the manifest is enough for a cluster without its manager, too.
plain() {
	kubectl -n "$NS" apply -f "$WORK/out/$CLUSTER.yaml"
	within 60 some_pod
	kubectl -n "$NS" delete -f "$WORK/out/$CLUSTER.yaml"
	within 120 nothing_left
}

# exits CODE COMMAND...: the command ends with that exit code and no other.
exits() {
	wanted_code=$1
	shift
	code=0
	"$@" || code=$?
	[ "$code" -eq "$wanted_code" ] || {
		printf 'exit code %d instead of %d: %s\n' "$code" "$wanted_code" "$*" >&2
		return 1
	}
}

not() {
	! "$@" || {
		printf 'succeeded, but should not: %s\n' "$*" >&2
		return 1
	}
}

# shows TEXT FILE: a line of the file has this text.
shows() {
	grep -F -q -e "$1" "$2" || {
		printf '"%s" is not in:\n' "$1" >&2
		cat "$2" >&2
		return 1
	}
}

# within SECONDS COMMAND...: tries until the command succeeds, with a second's pause.
within() {
	deadline=$(($(date +%s) + $1))
	shift
	until "$@"; do
		[ "$(date +%s)" -lt "$deadline" ] || {
			printf 'not in time: %s\n' "$*" >&2
			return 1
		}
		sleep 1
	done
}

# ours: the labels that everything of the cluster under test has.
ours() {
	echo "app.kubernetes.io/instance=$CLUSTER,app.kubernetes.io/managed-by=clusterc"
}

some_pod() {
	kubectl -n "$NS" get pod -l "$(ours)" -o name | grep .
}

# nothing_left: no object of any kind in the namespace has the cluster's labels.
nothing_left() {
	kubectl api-resources --namespaced --verbs=list,delete -o name >"$WORK/kinds" &&
		grep -v '^events' "$WORK/kinds" | tr '\n' ',' | sed 's/,$//' >"$WORK/kind-list" &&
		kubectl -n "$NS" get "$(cat "$WORK/kind-list")" -l "$(ours)" -o name >"$WORK/left" &&
		not grep . "$WORK/left"
}

# ------------------------------------------------------ the whole cluster ----

counts_all() {
	manager status >"$WORK/status" && grep -F -q "counts $1 of $1 " "$WORK/status"
}

# members_are N: everything is ready, and the head counts that many workers.
members_are() {
	within 180 counts_all "$1" || {
		cat "$WORK/status" >&2
		return 1
	}
}

# workers_below N: the worker pods whose number is below that, and whether they are
# still the same ones.
workers_below() {
	kubectl -n "$NS" get pod -l "$(ours),app.kubernetes.io/component=worker" --no-headers -o \
		'custom-columns=:.metadata.name,:.metadata.uid,:.status.containerStatuses[0].restartCount' |
		awk -v n="$1" '{ number = $1; sub(/.*-/, "", number) } NF && number + 0 < n' | LC_ALL=C sort
}

# scale_to N: with another number in its profile, the cluster gets or loses workers,
# and those that stay notice nothing. A definition that the profile names by its path
# is sought beside the profile, so the copy names it by the whole path.
scale_to() {
	sed -e "s/^  count: .*/  count: $1/" -e "s|^framework: [.]|framework: $HERE/.|" \
		"$HERE/profile.yaml" >"$WORK/scaled.yaml"
	workers_below "$1" >"$WORK/workers-before"
	generate_from "$WORK/scaled.yaml"
	manager --yes create
	members_are "$1"
	workers_below "$1" >"$WORK/workers-after"
	[ "$(wc -l <"$WORK/workers-after")" -eq "$1" ]
	LC_ALL=C comm -23 "$WORK/workers-before" "$WORK/workers-after" >"$WORK/workers-lost"
	not grep . "$WORK/workers-lost"
}

smoke_works() {
	manager smoke >"$WORK/smoke"
	cat "$WORK/smoke"
	grep -q . "$WORK/smoke"
}

# --------------------------------------------- what happens to running jobs ----

# The worker is asked to go, and may hand over what it has.
worker_leaves() {
	kubectl -n "$NS" delete pod "$CLUSTER-worker-1" --wait=false
}

# The worker is gone, as when its node fails.
worker_vanishes() {
	kubectl -n "$NS" delete pod "$CLUSTER-worker-1" --wait=false --grace-period=0 --force
}

# "manager" in the background would be a shell of its own, and a signal would end
# that shell alone.
become() {
	[ "$1" != manager ] || {
		shift
		set -- "$MANAGER" -n "$NS" "$@"
	}
	exec "$@"
}

runs() {
	kill -0 "$1" 2>/dev/null
}

job_is_at() {
	grep -F -q -e "$1" "$WORK/job" || ! runs "$job"
}

# job_meets EVENT MARKER COMMAND...
job_meets() {
	event=$1
	marker=$2
	shift 2
	: >"$WORK/job"
	become "$@" >"$WORK/job" 2>&1 &
	job=$!
	trap 'kill "$job"' EXIT
	if within 180 job_is_at "$marker" && runs "$job"; then
		"$event"
		sed 's/^/up to the loss: /' "$WORK/job"
	else
		cat "$WORK/job" >&2
		return 1
	fi
	code=0
	wait "$job" || code=$?
	trap - EXIT
	[ "$code" -eq 0 ] || tail -n 20 "$WORK/job" >&2
	return "$code"
}

# job_survives MARKER COMMAND...: a worker leaves as soon as the command has printed
# the marker; the exit code is the command's, its output is in WORK/job.
job_survives() {
	job_meets worker_leaves "$@"
}

# job_survives_loss MARKER COMMAND...: the same, but the worker is simply gone.
job_survives_loss() {
	job_meets worker_vanishes "$@"
}

# ---------------------------------------------------------------- notebook ----

# answers CODE URL: what HTTP answers to whoever brings nothing.
answers() {
	python3 - "$@" <<-'END'
		import sys, urllib.error, urllib.request
		try:
		    code = urllib.request.urlopen(sys.argv[2], timeout=20).status
		except urllib.error.HTTPError as error:
		    code = error.code
		sys.exit(None if code == int(sys.argv[1]) else f"{sys.argv[2]} answers {code} instead of {sys.argv[1]}")
	END
}

# notebook_answers CELL-FILE TEXT: who has the token may run the cell, and its
# output has the text; who has none is turned away.
notebook_answers() {
	"$MANAGER" -n "$NS" port-forward >"$WORK/forward" 2>&1 &
	forward=$!
	trap 'kill "$forward"; sed "s/token=.*/token=.../" "$WORK/forward"' EXIT
	within 30 grep -q 'http://[^ ]*[?]token=' "$WORK/forward"
	url=$(grep -o 'http://[^ ]*[?]token=[^ ]*' "$WORK/forward" | head -n 1)
	place=$(printf '%s
' "$url" | sed 's|\(http://[^/]*\).*|\1|')
	within 30 answers 403 "$place/api/kernels"
	python3 "$HERE/../cell.py" "$place" "${url##*token=}" "$1" >"$WORK/cell"
	shows "$2" "$WORK/cell"
	kill -TERM "$forward"
	wait "$forward" || echo "port-forward ended with $?"
	trap - EXIT
}

# -------------------------------------------------------------------- GPUs ----

nodes_have_gpus() {
	kubectl get nodes -o 'jsonpath={.items[*].status.allocatable.nvidia\.com/gpu}' | grep -q '[1-9]'
}

no_pods_of() {
	kubectl -n "$NS" get pod -l "app.kubernetes.io/instance=$1" -o name >"$WORK/left" && not grep . "$WORK/left"
}

# gpu_scheduled: a worker that wants a GPU (gpu.yaml, of a cluster CLUSTER-gpu) finds
# its node. Nothing has to start: the node need not have a driver, nor the pod its Secrets.
gpu_scheduled() {
	nodes_have_gpus || {
		echo 'no node has nvidia.com/gpu to give'
		return 77
	}
	generate_from "$HERE/gpu.yaml" "$WORK/gpu"
	kubectl -n "$NS" apply -f "$WORK/gpu/$CLUSTER-gpu.yaml"
	within 60 kubectl -n "$NS" get pod "$CLUSTER-gpu-worker-0"
	kubectl -n "$NS" get pod "$CLUSTER-gpu-worker-0" -o jsonpath='{.spec.containers[0].resources.limits}' >"$WORK/limits"
	shows 'nvidia.com/gpu' "$WORK/limits"
	kubectl -n "$NS" wait --for=condition=PodScheduled --timeout=60s "pod/$CLUSTER-gpu-worker-0"
	kubectl -n "$NS" delete -f "$WORK/gpu/$CLUSTER-gpu.yaml"
	within 120 no_pods_of "$CLUSTER-gpu"
}

# ------------------------------------------------------------- the network ----

# stranger IMAGE: a pod of the same namespace that is not of the cluster.
stranger() {
	kubectl -n "$NS" apply -f - <<-END
		apiVersion: v1
		kind: Pod
		metadata:
		  name: stranger
		spec:
		  terminationGracePeriodSeconds: 0
		  securityContext: {runAsNonRoot: true, runAsUser: 10002, seccompProfile: {type: RuntimeDefault}}
		  containers:
		  - name: stranger
		    image: $1
		    command: [sleep, "3600"]
		    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
		    resources: {limits: {cpu: 50m, memory: 64Mi}}
	END
	kubectl -n "$NS" wait --for=condition=Ready --timeout=60s pod/stranger
}

# resolves POD HOST: the pod finds an address for the name.
resolves() {
	kubectl -n "$NS" exec "$1" -- getent hosts "$2"
}

# reaches POD HOST PORT: a TCP connection from the pod is accepted.
reaches() {
	kubectl -n "$NS" exec "$1" -- timeout 5 bash -c ": <>/dev/tcp/$2/$3"
}

# closed_to IMAGE HOST PORT...: a stranger finds the host's address and reaches none
# of the ports, while a worker reaches them all.
closed_to() {
	stranger "$1"
	host=$2
	shift 2
	resolves stranger "$host"
	for port; do
		reaches "$CLUSTER-worker-1" "$host" "$port"
		not reaches stranger "$host" "$port"
	done
	kubectl -n "$NS" delete pod stranger
}
