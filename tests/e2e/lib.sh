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
# the end of what it printed is shown. Never to be called with && or ||, which
# would switch off the errexit that this rests on.
step() {
	started=$(date +%s)
	(
		set -e
		"$2"
	) >"$WORK/log" 2>&1
	step_code=$?
	if [ "$step_code" -eq 0 ]; then result=ok; else result=FAILED; fi
	printf '%7d  %-6s  %s\n' "$(($(date +%s) - started))" "$result" "$1"
	[ -z "${TALLY-}" ] || echo "$result $KIND" >>"$TALLY"
	if [ "$step_code" -ne 0 ]; then
		failures=$((failures + 1))
		tail -n 30 "$WORK/log" | sed 's/^/         | /'
	fi
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

# generate: the two files, and the same text as the one for standard output.
generate() {
	"$CLUSTERC" generate "$HERE/profile.yaml" -o "$WORK/out"
	[ "$(find "$WORK/out" -type f | wc -l)" -eq 2 ]
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

# within SECONDS COMMAND...: tries once a second until the command succeeds.
within() {
	tries=$1
	shift
	until "$@"; do
		tries=$((tries - 1))
		[ "$tries" -gt 0 ] || {
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
