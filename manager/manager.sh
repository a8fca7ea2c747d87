#!/bin/sh
# The body of every manager: creates, watches, reaches, uses and deletes one
# cluster, with kubectl and POSIX tools only.
#
# The compiler writes assignments in front of these lines (CLUSTER, OBJECTS,
# SELECTOR, ...) and changes nothing below. Lists hold one word a line; they are
# split at newlines, never evaluated. Verbs are the rows of verb_table.
#
# Exit codes: 0 good, 1 what was asked for failed, 2 wrong use, 3 kubectl or the
# cluster cannot be reached. submit, run, smoke and shell return the program's own code.

set -fu

NEWLINE='
'
TAB=$(printf '\t')
# The two-byte forms of the C1 control characters, for a bracket expression.
C1=$(printf '\302[\200-\237]')

# What create and delete wait for at most, and how long a failure that somebody
# may be mending (an image, a Secret, a quota) is watched before giving up.
TIMEOUT=300
PATIENCE=60
# More workers than this are asked about.
MANY_WORKERS=4

CONTEXT=
# The namespace the profile names; -n may not contradict it.
FIXED_NAMESPACE=$NAMESPACE
YES=
QUIET=
VERB=
SCRATCH=
# What has to be done at the end, whatever the end is: a function.
FINALLY=
# The processes that forward ports, each between two spaces.
FORWARDS=' '
# The descriptor that a program's output goes to.
OUT=1
# Whether kubectl and the namespace are known, and whether the cluster has answered.
PLACED=
REACHED=

# ---------------------------------------------------------------- words ----

# Drops control characters, so that no text from a cluster or a profile can
# steer the terminal.
clean() {
	LC_ALL=C tr -d '\000-\010\013-\037\177' | LC_ALL=C sed "s/$C1//g"
}

say() {
	printf '%s\n' "$*" | clean
}

# Progress: what --quiet silences.
note() {
	[ -n "$QUIET" ] || say "$*"
}

warn() {
	printf '%s: %s\n' "$ME" "$*" | clean >&2
}

# die CODE WHAT [NEXT]: one line for what is wrong, one for what to do.
die() {
	complain "$2" "${3-}"
	exit "$1"
}

complain() {
	printf '%s%s%s\n' "$RED" "$(printf '%s: %s' "$ME" "$1" | clean)" "$PLAIN" >&2
	[ -z "${2-}" ] || printf '  %s\n' "$2" | clean >&2
}

# usage WHAT: the words on the command line make no sense.
usage() {
	die 2 "$1" "see: $RUN ${VERB:+$VERB }--help"
}

good() {
	printf '%s%s%s\n' "$GREEN" "$(printf '%s' "$*" | clean)" "$PLAIN"
}

bad() {
	printf '%s%s%s\n' "$RED" "$(printf '%s' "$*" | clean)" "$PLAIN"
}

# Colours only where a person looks, and not against NO_COLOR.
choose_colours() {
	RED='' GREEN='' PLAIN=''
	if [ -t 1 ] && [ -t 2 ] && [ -z "${NO_COLOR-}" ] && [ "${TERM:-dumb}" != dumb ]; then
		RED=$(printf '\033[31m') GREEN=$(printf '\033[32m') PLAIN=$(printf '\033[0m')
	fi
}

# A word as it has to be typed into a shell.
quoted() {
	case $1 in
	'' | *[!A-Za-z0-9_./:=@%+-]*) printf '%s\n' "$1" | sed "s/'/'\\\\''/g; 1s/^/'/; \$s/\$/'/" ;;
	*) printf '%s\n' "$1" ;;
	esac
}

# How this script is called, for the lines that say what to do next.
call_line() {
	RUN=$(quoted "$0")
	case $0 in
	*/*) [ -x "$0" ] || RUN="sh $RUN" ;;
	*) RUN="sh $RUN" ;;
	esac
}

# The same with the options that choose the place, once they are known.
place_line() {
	[ -z "$CONTEXT" ] || RUN="$RUN --context $(quoted "$CONTEXT")"
	[ "$NAMESPACE" = "$FIXED_NAMESPACE" ] || RUN="$RUN -n $(quoted "$NAMESPACE")"
}

# Asks; without a terminal there is nobody to ask, and only --yes goes on.
confirm() {
	[ -z "$YES" ] || return 0
	[ -t 0 ] || die 2 "$1 There is no terminal to answer on." "add --yes if that is wanted"
	printf '%s [y/N] ' "$1" | clean
	read -r answer || answer=
	case $answer in
	[Yy] | [Yy][Ee][Ss]) ;;
	*) die 1 "nothing was done" ;;
	esac
}

# For what cannot be undone: the cluster's name has to be typed.
confirm_by_name() {
	[ -z "$YES" ] || return 0
	[ -t 0 ] || die 2 "$1 There is no terminal to answer on." "add --yes if that is wanted"
	bad "$1"
	printf 'To go on, type the name of the cluster, %s: ' "$CLUSTER" | clean
	read -r answer || answer=
	[ "$answer" = "$CLUSTER" ] || die 1 "nothing was done"
}

# Lines of tab-separated fields, as columns.
columns() {
	awk -F '\t' '
		{
			fields[NR] = NF
			for (i = 1; i <= NF; i++) {
				cell[NR, i] = $i
				if (i < NF && length($i) > wide[i]) wide[i] = length($i)
			}
		}
		END {
			for (r = 1; r <= NR; r++) {
				line = ""
				for (i = 1; i < fields[r]; i++) line = line sprintf("%-" (wide[i] + 2) "s", cell[r, i])
				print line cell[r, fields[r]]
			}
		}'
}

now() {
	date +%s
}

# Is line $1 one of the lines in $2?
has_line() {
	case $NEWLINE$2$NEWLINE in
	*"$NEWLINE$1$NEWLINE"*) return 0 ;;
	*) return 1 ;;
	esac
}

count_lines() {
	printf '%s\n' "$1" | awk 'NF { n++ } END { print n + 0 }'
}

plural() {
	if [ "$1" -eq 1 ]; then printf '%s %s\n' "$1" "$2"; else printf '%s %ss\n' "$1" "$2"; fi
}

# A directory of our own. mkdir fails on a name that somebody else made.
make_scratch() {
	trap leave EXIT
	SCRATCH=${TMPDIR:-/tmp}/clusterc-$$
	mkdir -m 700 "$SCRATCH" || {
		SCRATCH=
		die 1 "cannot make a directory in ${TMPDIR:-/tmp}" "set TMPDIR to a directory you can write to"
	}
}

# Some shells forget the code when a signal's trap has ended the script.
leave() {
	left_with=$? finally=$FINALLY
	trap '' INT TERM HUP
	FINALLY=
	end_forwards
	remove_scratch
	[ -z "$finally" ] || "$finally"
	remove_scratch
	exit "$left_with"
}

# Ends each kubectl port-forward that was started and has not ended.
end_forwards() {
	for pid in $FORWARDS; do
		kill "$pid" 2>/dev/null
		wait "$pid" 2>/dev/null
	done
}

remove_scratch() {
	[ -z "$SCRATCH" ] || rm -rf "$SCRATCH"
	SCRATCH=
}

# ------------------------------------------------------ common options ----

# common_option WORD...: takes an option that every verb knows off the front.
# TOOK says how many words it was: 0, if it is none of these.
common_option() {
	TOOK=1
	case $1 in
	-n | --namespace | --context)
		[ $# -ge 2 ] || usage "$1 needs a value"
		TOOK=2
		place_option "$1" "$2"
		;;
	--namespace=* | --context=*) place_option "${1%%=*}" "${1#*=}" ;;
	-y | --yes) YES=yes ;;
	-q | --quiet) QUIET=yes ;;
	-[yq][yq]*)
		common_option "${1%"${1#-?}"}"
		common_option "-${1#-?}"
		;;
	-h | --help)
		help "$VERB"
		exit 0
		;;
	*) TOOK=0 ;;
	esac
}

place_option() {
	[ -n "$2" ] || usage "$1 needs a value"
	case $1 in
	--context) CONTEXT=$2 ;;
	*) NAMESPACE=$2 ;;
	esac
}

# For verbs that know nothing but the common options.
only_common_options() {
	while [ $# -gt 0 ]; do
		common_option "$@"
		[ "$TOOK" -gt 0 ] || usage "$VERB does not take '$1'"
		shift "$TOOK"
	done
}

# For verbs that wait: --timeout SECONDS as well. TOOK as above.
waiting_option() {
	case $1 in
	--timeout)
		[ $# -ge 2 ] || usage "--timeout needs a number of seconds"
		set_timeout "$2"
		TOOK=2
		;;
	--timeout=*)
		set_timeout "${1#*=}"
		TOOK=1
		;;
	*) common_option "$@" ;;
	esac
}

waiting_options() {
	while [ $# -gt 0 ]; do
		waiting_option "$@"
		[ "$TOOK" -gt 0 ] || usage "$VERB does not take '$1'"
		shift "$TOOK"
	done
}

set_timeout() {
	case $1 in
	'' | *[!0-9]* | ???????*) usage "--timeout needs a number of seconds, not '$1'" ;;
	esac
	TIMEOUT=$1
}

# -------------------------------------------------------------- kubectl ----

# For subshells and background processes, whose own process kubectl becomes.
become_kubectl() {
	exec kubectl ${CONTEXT:+"--context=$CONTEXT"} ${NAMESPACE:+"--namespace=$NAMESPACE"} "$@"
}

kube() {
	(become_kubectl "$@")
}

# A question whose answer is wanted soon or not at all.
ask() {
	kube "$@" --request-timeout=20s
}

# What every verb that talks to the cluster does first.
need_cluster() {
	[ -z "$REACHED" ] || return 0
	need_kubectl
	reply=$(ask get pods --selector "$SELECTOR" -o name 2>&1) || refused "$reply"
	REACHED=yes
}

need_kubectl() {
	[ -z "$PLACED" ] || return 0
	command -v kubectl >/dev/null 2>&1 ||
		die 3 "kubectl is not on the PATH" "install it: https://kubernetes.io/docs/tasks/tools/"
	find_namespace
	place_line
	PLACED=yes
}

# Without one in the profile or on the command line: what the context says, or
# inside a pod what its service account says.
find_namespace() {
	if [ -n "$FIXED_NAMESPACE" ] && [ "$NAMESPACE" != "$FIXED_NAMESPACE" ]; then
		usage "this cluster belongs into namespace $FIXED_NAMESPACE, as its profile says, not into $NAMESPACE"
	fi
	[ -z "$NAMESPACE" ] || return 0
	account=/var/run/secrets/kubernetes.io/serviceaccount/namespace
	if NAMESPACE=$(become_kubectl config view --minify -o 'jsonpath={.contexts[0].context.namespace}' 2>/dev/null); then
		:
	elif [ -r "$account" ]; then
		NAMESPACE=$(cat "$account")
	fi
	NAMESPACE=${NAMESPACE:-default}
	# A namespace that nobody named need not be named in what to type next.
	FIXED_NAMESPACE=$NAMESPACE
}

# What kubectl says last is what went wrong.
last_line() {
	printf '%s\n' "$1" | awk 'NF { line = $0 } END { print line }'
}

# refused REPLY: says why kubectl got no answer.
refused() {
	last=$(last_line "$1")
	case $1 in
	*'(Forbidden)'*)
		die 1 "$(refused_words "$1")" "choose your own namespace with -n, or ask its owner for the role 'edit'"
		;;
	*'(Unauthorized)'* | *'must be logged in'*)
		die 3 "the cluster does not know you: $last" "log in again, the way your site describes it"
		;;
	*'localhost:8080'*)
		die 3 "kubectl knows of no cluster: $last" "log in the way your site describes it, or set KUBECONFIG to the file you were given"
		;;
	*)
		die 3 "the cluster cannot be reached: $last" \
			"check the context with 'kubectl config get-contexts', and that 'kubectl get pods' works"
		;;
	esac
}

# What may not be done, each verb and resource once, out of what the API server says of it.
refused_words() {
	words=$(printf '%s\n' "$1" | sed -n \
		-e 's/.* cannot \([a-z]*\) resource "\([^"]*\)" in API group "\([^"]*\)"\(.*\)/\1 \2 (\3)\4/' \
		-e 's/ ()//' -e 's/ in the namespace "\([^"]*\)".*/ in namespace \1/p' -e 's/ at the cluster scope.*/ in the whole cluster/p' |
		sort -u | awk '{ print (NR > 1 ? "; " : "you may not ") $0 }' | tr -d '\n')
	printf '%s\n' "${words:-$(last_line "$1")}"
}

# Does this cluster end by itself? Its pods are then of Jobs.
ends() {
	[ "$((LIFETIME + IDLE))" -gt 0 ]
}

# The kinds of what create makes, as one word for kubectl. Claims for storage
# are left out: they outlive the cluster.
kinds() {
	printf '%s\n' "$OBJECTS" | awk -F / '
		$1 != "" && $1 != "persistentvolumeclaim" && !seen[$1]++ { list = list (list == "" ? "" : ",") $1 }
		END { print list }'
}

# The kinds that only the other form of the cluster has.
other_kinds() {
	if ends; then printf '%s\n' statefulset,poddisruptionbudget; else printf '%s\n' job; fi
}

# What there is of the other form, one kind/name a line: a profile that got a lifetime, or lost
# it, makes nothing of the same kind. Who may not look at those kinds made none.
other_form() {
	ask get "$(other_kinds)" --selector "$SELECTOR" -o name 2>/dev/null || :
}

# Those of them that make pods.
workload_kinds() {
	printf '%s\n' "$OBJECTS" | awk -F / '
		($1 == "statefulset" || $1 == "job") && !seen[$1]++ { list = list "," $1 }
		END { print list }'
}

# What there is of kinds that this version of the cluster does not have: what an earlier one made.
former_objects() {
	elsewhere=$(printf '%s\n' serviceaccount configmap secret service statefulset job poddisruptionbudget networkpolicy |
		KINDS=$(kinds) awk 'BEGIN { known = "," ENVIRON["KINDS"] "," }
			!index(known, "," $1 ",") { list = list (list == "" ? "" : ",") $1 }
			END { print list }')
	[ -z "$elsewhere" ] || ask get "$elsewhere" --selector "$SELECTOR" -o name 2>/dev/null || :
}

# The kinds in a list of objects, with a comma before each.
kinds_of() {
	printf '%s\n' "$1" | awk -F / 'NF > 1 && !seen[$1]++ { list = list "," $1 } END { print list }'
}

our_claims() {
	ask get persistentvolumeclaims --selector "$SELECTOR" -o name 2>/dev/null || :
}

has_claims() {
	case $NEWLINE$OBJECTS in
	*"${NEWLINE}persistentvolumeclaim/"*) return 0 ;;
	*) return 1 ;;
	esac
}

# What there is of this cluster, one kind/name a line.
existing() {
	ask get "$(kinds)${1-}" --selector "$SELECTOR" -o name
}

# ----------------------------------------------------------------- pods ----

# One line of tab-separated fields for each pod (P) and for each object that
# makes pods (W). Free text comes last, quoted, so that it stays on its line.
look_template() {
	cat <<'END'
{{range .items}}{{if eq .kind "Pod" -}}
{{- $role := or (index .metadata.labels "app.kubernetes.io/component") "-" -}}
{{- $index := or (index .metadata.labels "apps.kubernetes.io/pod-index") (index .metadata.labels "batch.kubernetes.io/job-completion-index") "-" -}}
{{- with .metadata.annotations}}{{$index = or (index . "batch.kubernetes.io/job-completion-index") $index}}{{end -}}
{{- $ready := "False"}}{{$why := "-"}}{{$room := ""}}{{$image := "-" -}}
{{- $restarts := 0}}{{$state := "-"}}{{$wait := "-"}}{{$last := "-"}}{{$code := "-"}}{{$waiting := ""}}{{$ended := "" -}}
{{- range .status.conditions -}}
	{{- if eq .type "Ready"}}{{$ready = .status}}{{end -}}
	{{- if and (eq .type "PodScheduled") (ne .status "True")}}{{$why = or .reason "-"}}{{$room = or .message ""}}{{end -}}
{{- end -}}
{{- range .spec.containers}}{{if eq .name $role}}{{$image = .image}}{{end}}{{end -}}
{{- range .status.initContainerStatuses -}}
	{{- with .state.waiting}}{{$state = "waiting"}}{{$wait = or .reason "-"}}{{$waiting = or .message ""}}{{end -}}
	{{- with .lastState.terminated}}{{$last = or .reason "-"}}{{$code = .exitCode}}{{$ended = or .message ""}}{{end -}}
{{- end -}}
{{- range .status.containerStatuses}}{{if eq .name $role -}}
	{{- if .restartCount}}{{$restarts = .restartCount}}{{end -}}
	{{- with .lastState.terminated}}{{$last = or .reason "-"}}{{$code = .exitCode}}{{$ended = or .message ""}}{{end -}}
	{{- with .state.terminated}}{{$state = "ended"}}{{$last = or .reason "-"}}{{$code = .exitCode}}{{$ended = or .message ""}}{{end -}}
	{{- with .state.running}}{{$state = "running"}}{{end -}}
	{{- with .state.waiting}}{{if not (and (eq $state "waiting") (eq .reason "PodInitializing"))}}{{$state = "waiting"}}{{$wait = or .reason "-"}}{{$waiting = or .message ""}}{{end}}{{end -}}
{{- end}}{{end -}}
P	{{.metadata.name}}	{{.metadata.uid}}	{{$role}}	{{$index}}	{{or (index .metadata.labels "controller-revision-hash") "-"}}	{{.status.phase}}	{{if .metadata.deletionTimestamp}}yes{{else}}-{{end}}	{{$ready}}	{{$restarts}}	{{$state}}	{{$wait}}	{{$last}}	{{$code}}	{{or .spec.nodeName "-"}}	{{.metadata.creationTimestamp}}	{{$image}}	{{$why}}	{{printf "%q" $room}}	{{printf "%q" $waiting}}	{{printf "%q" $ended}}
{{else -}}
W	{{.metadata.name}}	{{.metadata.uid}}	{{.metadata.generation}}	{{or .status.observedGeneration "-"}}	{{or .status.updateRevision "-"}}	{{with .metadata.annotations}}{{or (index . "clusterc/input-digest") "-"}}{{else}}-{{end}}	{{or .status.startTime "-"}}	{{or (index .metadata.labels "app.kubernetes.io/component") "-"}}	{{if eq .kind "Job"}}{{.spec.completions}}{{else}}{{.spec.replicas}}{{end}}
{{end}}{{end}}
END
}

# Asks the cluster once: LOOK is what it says about pods and their makers.
look() {
	LOOK=$(ask get "pods$(workload_kinds)" --selector "$SELECTOR" -o "go-template=$(look_template)" 2>/dev/null)
}

pod_rows() {
	printf '%s\n' "$LOOK" | sed -n "s/^P$TAB//p"
}

workload_rows() {
	printf '%s\n' "$LOOK" | sed -n "s/^W$TAB//p"
}

# The lines of POD_SIZES with how many pods of each kind there are to be now: scale changes that.
sizes_now() {
	printf '%s\n' "$POD_SIZES" | ROWS=$(workload_rows) awk '
		BEGIN {
			n = split(ENVIRON["ROWS"], rows, "\n")
			for (i = 1; i <= n; i++) if (split(rows[i], f, "\t") > 8 && f[9] ~ /^[0-9]+$/) count[f[8]] = f[9]
		}
		NF { if ($1 in count) $2 = count[$1]; print }'
}

# WANTED, WANTED_WORKERS, GPUS_TAKEN: how many pods, workers and GPUs there are to be now.
count_wanted() {
	counts=$(sizes_now | SIZES=$POD_SIZES awk '
		BEGIN {
			n = split(ENVIRON["SIZES"], lines, "\n")
			for (i = 1; i <= n; i++) if (split(lines[i], f, " ")) { before[f[1]] = f[2] }
		}
		{ more = $2 - before[$1]; pods += more; gpus += more * $8; if ($1 != "head" && $1 != "notebook") workers += more }
		END { print pods + 0, workers + 0, gpus + 0 }')
	WANTED=${counts%% *} GPUS_TAKEN=$((GPUS + ${counts##* }))
	counts=${counts#* }
	WANTED=$((PODS + WANTED)) WANTED_WORKERS=$((WORKERS + ${counts%% *}))
}

# Reads one pod's line into variables; 1 at the end.
read_pod() {
	IFS=$TAB read -r P_NAME P_UID P_ROLE P_INDEX P_REVISION P_PHASE P_DELETING P_READY P_RESTARTS P_STATE P_WAIT \
		P_LAST P_CODE P_NODE P_CREATED P_IMAGE P_WHY P_ROOM P_WAITING P_ENDED || return 1
	[ "$P_INDEX" != - ] || P_INDEX=${P_NAME##*-}
	[ -n "$P_NAME" ]
}

# Quoted text from a template, as one plain line.
unquoted() {
	printf '%s\n' "$1" | sed -e 's/^"//' -e 's/"$//' -e 's/\\[nrt]/ /g' -e 's/\\\(["\\]\)/\1/g'
}

# judge: what the pod just read is doing. STATE says it in plain words, CAUSE
# names what is wrong, GRAVE is 'now' for what will not heal, 'soon' for what
# will not unless somebody mends it.
judge() {
	CAUSE='' GRAVE=''
	if [ "$P_DELETING" = yes ]; then
		STATE='being removed'
	elif is_outdated; then
		STATE='of an earlier version, to be replaced'
	elif [ "$P_READY" = True ]; then
		STATE=ready
	elif is_over; then
		judge_over
	elif [ "$P_STATE" = waiting ]; then
		judge_waiting
	elif [ "$P_STATE" = ended ]; then
		judge_ended
	elif [ "$P_WHY" = Unschedulable ]; then
		STATE='no node has room for it yet' CAUSE=room
	elif [ "$P_STATE" = running ]; then
		STATE='running, not ready yet' CAUSE=probe
		[ "$P_RESTARTS" -eq 0 ] || STATE="$STATE (restarts: $P_RESTARTS)"
	else
		STATE='waiting for a node' CAUSE=starting
	fi
}

# Is it from before the last change of the manifest? Pods of a Job have no
# revision.
is_outdated() {
	[ "$P_REVISION" != - ] && ! has_line "$P_REVISION" "$REVISIONS"
}

# A pod of a Job that failed stays beside the one that takes its place.
is_over() {
	[ "$P_PHASE" = Failed ] || [ "$P_PHASE" = Succeeded ]
}

judge_over() {
	STATE=ended
	[ "$P_CODE" = - ] || STATE="ended with code $P_CODE"
	[ "$P_LAST" != OOMKilled ] || STATE='ended, out of memory'
	if is_replaced; then
		STATE="$STATE, replaced"
	else
		CAUSE=ended
		# A Job makes no other for a pod that ended well, nor for its head.
		if ends && { [ "$P_PHASE" = Succeeded ] || [ "$P_ROLE" = head ]; }; then GRAVE=now; fi
	fi
}

# Is there another pod in the place of the one just read?
is_replaced() {
	pod_rows | NAME=$P_NAME ROLE=$P_ROLE PLACE=$P_INDEX awk -F '\t' '
		$3 == ENVIRON["ROLE"] && $4 == ENVIRON["PLACE"] && $1 != ENVIRON["NAME"] && $7 != "yes" &&
			$6 != "Failed" && $6 != "Succeeded" { found = 1 }
		END { exit !found }'
}

judge_waiting() {
	case $P_WAIT in
	InvalidImageName | ErrImageNeverPull)
		STATE="its image cannot be used ($P_WAIT)" CAUSE=image GRAVE=now
		;;
	*Image* | RegistryUnavailable | SignatureValidationFailed)
		STATE='its image cannot be pulled' CAUSE=image GRAVE=soon
		;;
	CreateContainerConfigError)
		STATE='something its settings refer to is missing' CAUSE=config GRAVE=soon
		;;
	CreateContainerError | RunContainerError)
		STATE='its program cannot be started' CAUSE=container GRAVE=soon
		;;
	CrashLoopBackOff) judge_ended ;;
	*) STATE='starting: image and volumes' CAUSE=starting ;;
	esac
}

# Its program ended, and is started again with growing pauses.
judge_ended() {
	case $P_LAST in
	OOMKilled) STATE='killed, out of memory' CAUSE=memory ;;
	StartError | ContainerCannotRun) STATE='its program cannot be started' CAUSE=container ;;
	Completed) STATE='ended by itself' CAUSE=crash ;;
	*) STATE="crashed with code $P_CODE" CAUSE=crash ;;
	esac
	STATE="$STATE (restarts: $P_RESTARTS)"
	[ "$P_RESTARTS" -lt 3 ] || GRAVE=now
}

# Judges every pod. MADE, READY: how many there are, without those whose place
# somebody else has or is to get; NEWS: what each is doing,
# a line a pod; WORST: the gravest of all.
judge_all() {
	MADE=0 READY=0 NEWS='' WORST=''
	count_wanted
	REVISIONS=$(workload_rows | cut -f 5)
	rows=$(pod_rows)
	while read_pod; do
		judge
		[ "$P_DELETING" = yes ] || [ "$P_PHASE" = Failed ] || MADE=$((MADE + 1))
		[ "$STATE" != ready ] || READY=$((READY + 1))
		NEWS="$NEWS$P_NAME: $STATE$NEWLINE"
		case $GRAVE in
		now) WORST=now ;;
		soon) WORST=${WORST:-soon} ;;
		esac
	done <<END
$rows
END
}

# Has every maker of pods taken note of the last change?
observed() {
	workload_rows | awk -F '\t' '$4 != "-" && $4 + 0 < $3 + 0 { behind = 1 } END { exit behind }'
}

# The cluster's warnings about our pods and their makers, newest last: name,
# reason, quoted text, time. Those of KNOWN_WARNINGS are left out.
warnings() {
	ids=$(printf '%s\n' "$LOOK" | cut -f 3)
	ask get events --field-selector type=Warning --sort-by=.lastTimestamp \
		-o "go-template=$(warnings_template)" 2>/dev/null |
		IDS=$ids KNOWN=$KNOWN_WARNINGS awk -F '\t' '
			BEGIN {
				n = split(ENVIRON["IDS"], list, "\n")
				for (i = 1; i <= n; i++) ours[list[i]] = 1
				n = split(ENVIRON["KNOWN"], list, "\n")
				for (i = 1; i <= n; i++) known[list[i]] = 1
			}
			$1 != "" && ours[$1] { sub(/^[^\t]*\t/, ""); if (!known[$0]) print }'
}

warnings_template() {
	cat <<'END'
{{range .items -}}
{{.involvedObject.uid}}	{{.involvedObject.name}}	{{or .reason "-"}}	{{printf "%q" (or .message "")}}	{{or .lastTimestamp .eventTime "-"}}
{{end}}
END
}

# find_pod ROLE [N]: reads the pod of that role into P_*, a running one if there
# is one, else one that has not ended. The worker of number N; without N the head,
# or worker 0.
find_pod() {
	look || die 3 "the cluster does not answer" "try again: $RUN status"
	wanted=$1 number=${2:-0} best='' over=''
	rows=$(pod_rows)
	while read_pod; do
		case $P_ROLE:$P_INDEX:$P_DELETING:$P_PHASE in
		"$wanted:$number:-:Running") best=$P_NAME ;;
		"$wanted:$number:-:Failed" | "$wanted:$number:-:Succeeded") over=$P_NAME ;;
		"$wanted:$number:-:"*) best=${best:-$P_NAME} ;;
		esac
	done <<END
$rows
END
	best=${best:-$over}
	[ -n "$best" ] || return 1
	while read_pod && [ "$P_NAME" != "$best" ]; do :; done <<END
$rows
END
}

need_pod() {
	find_pod "$@" && return
	if [ -z "$LOOK" ]; then
		not_created
	elif is_counted "$1"; then
		die 1 "there is no $1 ${2:-0}" "see which there are: $RUN status"
	else
		die 1 "the $1's pod is not there" "see: $RUN status"
	fi
}

need_running_pod() {
	need_pod "$@"
	! is_over || die 1 "$P_NAME has ended" "see: $RUN status"
	[ "$P_PHASE" = Running ] ||
		die 1 "$P_NAME is not running yet" "see: $RUN status"
}

not_created() {
	die 1 "the cluster $CLUSTER is not there in namespace $NAMESPACE: not created" "create it: $RUN create"
}

# A role by its own name or by the framework's word for it.
role_named() {
	case $1 in
	head | "$HEAD") ROLE='head' ;;
	worker | "$WORKER") ROLE='worker' ;;
	notebook | "$NOTEBOOK")
		[ -n "$NOTEBOOK" ] || return 1
		ROLE='notebook'
		;;
	*)
		[ -n "$1" ] && has_line "$1" "$GROUPS_OF_WORKERS" || return 1
		ROLE=$1
		;;
	esac
}

# Workers are counted, in each group of them.
is_counted() {
	[ "$1" = worker ] || { [ -n "$GROUPS_OF_WORKERS" ] && has_line "$1" "$GROUPS_OF_WORKERS"; }
}

# Each group of workers, a word in front and one behind.
each_group() {
	[ -n "$GROUPS_OF_WORKERS" ] || return 0
	printf '%s\n' "$GROUPS_OF_WORKERS" | BEFORE=$1 AFTER=$2 awk '
		NF { list = list ENVIRON["BEFORE"] $0 ENVIRON["AFTER"] }
		END { print list }'
}

# The framework's word for a role.
role_word() {
	case $1 in
	head) printf '%s\n' "$HEAD" ;;
	worker) printf '%s\n' "$WORKER" ;;
	notebook) printf '%s\n' "$NOTEBOOK" ;;
	*) printf '%s\n' "$1" ;;
	esac
}

# --------------------------------------------------------------- create ----

help_create() {
	cat <<END
Creates the cluster and waits until every pod is ready. For a cluster that is
there already it brings what changed up to date. The Secrets it needs are made
of random bytes; those that are there are kept as they are.

  --timeout SECONDS  give up waiting after this long (default: $TIMEOUT); what was
                     made stays, for you to look at

It asks first if the cluster wants GPUs or more than $MANY_WORKERS workers (--yes answers).
It touches nothing that it did not make itself. The manifest $MANIFEST
has to lie beside this script, as it was generated.
END
}

do_create() {
	waiting_options "$@"
	prepare_create
	make_cluster
	show_connections
}

# All that can be said before anything is made.
prepare_create() {
	need_manifest
	need_cluster
	need_namespace
	need_same_form
	wait_for_the_ended
	need_only_ours
	find_new_secrets
	show_request
	need_room
	tell_missing
	confirm_request
}

make_cluster() {
	adopted=
	trap 'create_interrupted 130' INT
	trap 'create_interrupted 143' TERM
	trap 'create_interrupted 129' HUP
	make_secrets
	apply_manifest
	adopt_objects
	note "waiting for $(plural "$PODS" pod), at most $TIMEOUT s"
	wait_until_ready
}

# What cksum prints for a file, with one blank between its two numbers.
checksum_of() {
	cksum <"$1" | awk '{ print $1 " " $2 }'
}

# A compiler that was killed after this script had its name and before the manifest had, has left that
# behind complete: it is known by its checksum.
finish_pair() {
	waiting=$(dirname "$0")/.$MANIFEST.clusterc-new
	if [ -f "$waiting" ] && [ "$(checksum_of "$waiting")" = "$MANIFEST_CKSUM" ]; then
		mv -f "$waiting" "$path" || die 1 "$waiting could not be made $MANIFEST"
	fi
}

# The manifest and this script have to come from the same run of the compiler.
need_manifest() {
	path=$(dirname "$0")/$MANIFEST
	finish_pair
	[ -r "$path" ] ||
		die 1 "there is no $MANIFEST beside this script" "keep both files in one directory, or generate them again with clusterc"
	[ "$(checksum_of "$path")" = "$MANIFEST_CKSUM" ] ||
		die 1 "$MANIFEST is not the one this script was generated with" \
			"generate both again with clusterc; change the profile, do not edit its output"
}

# Who may not look at namespaces learns it from apply, if there is none.
need_namespace() {
	reply=$(ask get namespace "$NAMESPACE" -o 'jsonpath={.status.phase}' 2>&1) || case $reply in
	*'(NotFound)'*)
		die 1 "there is no namespace $NAMESPACE" \
			"name yours with -n NAMESPACE, or make it: kubectl create namespace $NAMESPACE"
		;;
	esac
	[ "$reply" != Terminating ] ||
		die 1 "the namespace $NAMESPACE is being deleted" "wait until it is gone, or name another with -n NAMESPACE"
}

# What belonged to a cluster that ended is being removed, Secrets too: what would be kept of it
# now would be gone in a moment. An owner that is gone, or going, tells.
wait_for_the_ended() {
	started=$(now) told=''
	while :; do
		leaving=$(ask get "$(kinds)" --selector "$SELECTOR" -o "go-template=$(owners_template)" 2>/dev/null |
			CLUSTER=$CLUSTER awk -F '\t' '
				$2 == "owner" { owned[$1] = owned[$1] " " $3; next }
				$1 == "Job/" ENVIRON["CLUSTER"] "-head" { uid = $2 }
				$1 == "Job/" ENVIRON["CLUSTER"] "-head" && $3 != "-" { print $1 }
				END { for (name in owned) if (owned[name] != " " uid) print name }' | sort)
		[ -n "$leaving" ] || return 0
		[ -n "$told" ] || note "an earlier $CLUSTER has ended; waiting until it is gone"
		told=yes
		[ "$(($(now) - started))" -lt "$TIMEOUT" ] ||
			die 1 "an earlier $CLUSTER has ended and is not gone yet: $(printf '%s\n' "$leaving" | paste -s -d ' ' -)" \
				"remove what is left of it: $RUN delete"
		sleep 1
	done
}

# Each object with its uid and whether it is going, and each owner of that name that it has.
owners_template() {
	cat <<END
{{range .items}}{{\$name := printf "%s/%s" .kind .metadata.name -}}
{{\$name}}	{{.metadata.uid}}	{{or .metadata.deletionTimestamp "-"}}
{{range .metadata.ownerReferences}}{{if and (eq .kind "Job") (eq .name "$CLUSTER-head") -}}
{{\$name}}	owner	{{.uid}}
{{end}}{{end}}{{end}}
END
}

# Two forms of one cluster side by side would be two clusters.
need_same_form() {
	former=$(other_form)
	[ -z "$former" ] ||
		die 1 "$CLUSTER is there in another form: $(printf '%s\n' "$former" | paste -s -d ' ' -)" \
			"with or without a lifetime, this cannot be changed in place: $RUN delete, then $RUN create"
}

# Objects with our names but without our labels belong to somebody else.
need_only_ours() {
	set --
	IFS=$NEWLINE
	for object in $OBJECTS; do set -- "$@" "$object"; done
	unset IFS
	there=$(ask get "$@" --ignore-not-found -o name 2>&1) || refused_objects "$there"
	claims=
	! has_claims || claims=,persistentvolumeclaim
	ours=$(existing "$claims,pods" 2>&1) || refused_objects "$ours"
	others=
	while IFS= read -r object; do
		[ -z "$object" ] || has_line "$object" "$ours" || case $object in
		*/*) others="$others $object" ;;
		esac
	done <<END
$there
END
	[ -z "$others" ] ||
		die 1 "these exist in namespace $NAMESPACE and are not this cluster's:$others" \
			"delete or rename them, give the profile another name, or choose another namespace"
}

refused_objects() {
	die 1 "the cluster does not show what is there already: $(refused_words "$1")" \
		"ask the owner of namespace $NAMESPACE for the role 'edit'"
}

show_request() {
	note "$CLUSTER: $TITLE, in namespace $NAMESPACE"
	note "  asks for $(plural "$PODS" pod): $CPU CPU, $MEMORY memory, $STORAGE ephemeral storage, $(plural "$GPUS" GPU)"
	[ -n "$QUIET" ] || show_quota
}

# GPUs and many workers are what others miss most.
confirm_request() {
	if [ "$GPUS" -gt 0 ]; then
		confirm "Create a cluster that takes $(plural "$GPUS" GPU) from everybody else, $(how_long), with $(plural "$WORKERS" worker)?"
	elif [ "$WORKERS" -gt "$MANY_WORKERS" ]; then
		confirm "Create a cluster with $(plural "$WORKERS" worker)?"
	fi
}

# For how long what the cluster has is taken.
how_long() {
	if ends; then printf 'until %s\n' "$(end_in_words)"; else printf 'until you delete it\n'; fi
}

# What the namespace may use, where there is a limit and it can be read.
show_quota() {
	quota_rows | awk -F '\t' '$2 ~ /cpu|memory|gpu|^pods$|ephemeral/ { print "  quota " $1 ": " $4 " of " $3 " " $2 " in use" }' | clean
}

# Each limit of each quota: its name, resource, limit, use, and whether it is for some pods only.
quota_rows() {
	ask get resourcequota -o "go-template=$(quota_template)" 2>/dev/null
}

quota_template() {
	cat <<'END'
{{range .items}}{{$quota := . -}}
{{range $resource, $limit := .status.hard -}}
{{$quota.metadata.name}}	{{$resource}}	{{$limit}}	{{with $quota.status.used}}{{or (index . $resource) "0"}}{{else}}0{{end}}	{{if or $quota.spec.scopes $quota.spec.scopeSelector}}some{{else}}all{{end}}
{{end}}{{end}}
END
}

# Each bound of each limit range: its name, Pod or Container, min or max, resource, bound.
range_rows() {
	ask get limitrange -o "go-template=$(range_template)" 2>/dev/null
}

range_template() {
	cat <<'END'
{{range .items}}{{$name := .metadata.name}}{{range .spec.limits}}{{$type := .type -}}
{{range $resource, $bound := .min}}{{$name}}	{{$type}}	min	{{$resource}}	{{$bound}}
{{end}}{{range $resource, $bound := .max}}{{$name}}	{{$type}}	max	{{$resource}}	{{$bound}}
{{end}}{{end}}{{end}}
END
}

# awk that reads amounts as Kubernetes writes them, and writes them for people; `of` is the
# resource's name.
amount_functions() {
	cat <<'END'
function amount(text, number, unit) {
	number = text + 0
	unit = text
	sub(/^[0-9.]+([eE][0-9]+)?/, "", unit)
	return number * (unit == "" ? 1 : unit in UNIT ? UNIT[unit] : 1)
}
function written(value, of) {
	if (of ~ /cpu$/) return value >= 1 || value == 0 ? value "" : value * 1000 "m"
	if (of ~ /memory$|storage$/) {
		if (value >= UNIT["Gi"] && value % (UNIT["Gi"] / 10) == 0) return value / UNIT["Gi"] "Gi"
		if (value >= UNIT["Gi"] * 10) return sprintf("%.1fGi", value / UNIT["Gi"])
		return int(value / UNIT["Mi"]) "Mi"
	}
	return value ""
}
BEGIN {
	split("k M G T P", decimal, " ")
	UNIT["m"] = 0.001
	for (i = 1; i <= 5; i++) {
		UNIT[decimal[i]] = 1000 ^ i
		UNIT[(i == 1 ? "K" : decimal[i]) "i"] = 1024 ^ i
	}
}
END
}

# awk: sums lines like those of POD_SIZES into asked[resource].
sum_function() {
	cat <<'END'
function sum_sizes(lines, i, n, line, f) {
	n = split(lines, line, "\n")
	for (i = 1; i <= n; i++) {
		if (split(line[i], f, " ") < 9) continue
		asked["pods"] += f[2]
		asked["requests.cpu"] += f[2] * f[3] / 1000
		asked["limits.cpu"] += f[2] * f[4] / 1000
		asked["requests.memory"] += f[2] * f[5]
		asked["limits.memory"] += f[2] * f[6]
		asked["requests.ephemeral-storage"] += f[2] * f[7]
		if (f[8]) asked["requests." f[9]] += f[2] * f[8]
	}
	asked["count/pods"] = asked["pods"]
	asked["cpu"] = asked["requests.cpu"]
	asked["memory"] = asked["requests.memory"]
	asked["ephemeral-storage"] = asked["limits.ephemeral-storage"] = asked["requests.ephemeral-storage"]
}
END
}

# quota_lacks SIZES OBJECTS: which quota has not enough left for pods and objects like these, a
# line each. Quotas for some pods only may not be meant: they are left out.
quota_lacks() {
	quota_rows | SIZES=$1 MADE_OF=$2 awk -F '\t' "$(amount_functions)$(sum_function)"'
		BEGIN {
			sum_sizes(ENVIRON["SIZES"])
			n = split(ENVIRON["MADE_OF"], object, "\n")
			for (i = 1; i <= n; i++) {
				kind = object[i]
				sub(/\/.*/, "", kind)
				if (kind != "") kinds[kind]++
			}
			for (kind in kinds) {
				group = kind == "statefulset" ? ".apps" : kind == "job" ? ".batch" : kind == "networkpolicy" ? \
					".networking.k8s.io" : kind == "poddisruptionbudget" ? ".policy" : ""
				several = kind == "networkpolicy" ? "networkpolicies" : kind "s"
				asked["count/" several group] = kinds[kind]
				if (group == "") asked[several] = kinds[kind]
			}
		}
		$5 == "all" && asked[$2] > 0 && amount($4) + asked[$2] > amount($3) * (1 + 1e-12) {
			left = amount($3) - amount($4)
			print "quota " $1 ": " $2 ": asked for " written(asked[$2], $2) ", left " written(left > 0 ? left : 0, $2) " of " $3
		}'
}

# ranges_forbid SIZES: which limit range forbids a pod like these, a line each.
ranges_forbid() {
	range_rows | SIZES=$1 awk -F '\t' "$(amount_functions)"'
		BEGIN {
			n = split(ENVIRON["SIZES"], line, "\n")
			for (i = 1; i <= n; i++) {
				if (split(line[i], f, " ") < 9 || !f[2]) continue
				role[++roles] = f[1]
				least[roles, "cpu"] = f[3] / 1000; most[roles, "cpu"] = f[4] / 1000
				least[roles, "memory"] = f[5]; most[roles, "memory"] = f[6]
				least[roles, "ephemeral-storage"] = most[roles, "ephemeral-storage"] = f[7]
			}
		}
		$2 == "Pod" || $2 == "Container" {
			for (i = 1; i <= roles; i++) {
				if (!((i, $4) in most)) continue
				has = $3 == "max" ? most[i, $4] : least[i, $4]
				if ($3 == "max" ? has > amount($5) : has < amount($5))
					print "limit range " $1 ": " $4 ": " role[i] " has " written(has, $4) ", a " tolower($2) " may have " \
						($3 == "max" ? "at most " : "no less than ") $5
			}
		}'
}

# What cannot fit is not begun. Of a cluster that is there already, all counts as used.
need_room() {
	case $NEWLINE$ours in
	*"${NEWLINE}pod/"* | *"${NEWLINE}statefulset"* | *"${NEWLINE}job"*) return ;;
	esac
	lacks=$(
		quota_lacks "$POD_SIZES" "$(printf '%s\n' "$OBJECTS" | THERE=$there awk '
			BEGIN { n = split(ENVIRON["THERE"], line, "\n"); for (i = 1; i <= n; i++) { sub(/[.][^\/]*/, "", line[i]); there[line[i]] = 1 } }
			!($0 in there)')"
		ranges_forbid "$POD_SIZES"
	)
	[ -n "$lacks" ] || return 0
	printf '%s\n' "$lacks" | sed 's/^/  /' | clean >&2
	die 1 "the namespace $NAMESPACE has no room for this cluster; nothing was made" \
		"ask for less in the profile, delete what is not needed any more, or ask for a larger quota"
}

# What the profile takes to be there already, as kubectl calls it, one kind/name a line; without
# what is no object.
needed_objects() {
	printf '%s\n' "$NEEDS" | sed -n -e 's|^claim |persistentvolumeclaim/|p' -e 's|^secret |secret/|p' \
		-e 's|^config map |configmap/|p' -e 's|^service account |serviceaccount/|p' \
		-e 's|^storage class |storageclass/|p' -e 's|^priority class |priorityclass/|p' -e 's|^runtime class |runtimeclass/|p'
}

# Those of them that are not there. What may not be looked at may be there.
missing_needs() {
	needed_objects | while read -r object; do
		[ -n "$object" ] || continue
		reply=$(ask get "$object" -o name 2>&1) || case $reply in
		*'(NotFound)'*) printf '%s\n' "$object" ;;
		esac
	done
}

tell_missing() {
	missing=$(missing_needs)
	[ -z "$missing" ] || warn "the profile names $(printf '%s\n' "$missing" | paste -s -d ' ' -), which is not there: pods will wait until somebody makes it"
}

# Which of SECRETS are not there yet, each line an object's name and its type,
# and whether their keys can be made here. Those that are there are kept: the
# pods that run know them.
find_new_secrets() {
	NEW_SECRETS=
	while read -r name type; do
		if [ -z "$name" ] || has_line "secret/$name" "$there"; then continue; fi
		NEW_SECRETS="$NEW_SECRETS$name $type$NEWLINE"
		case $type in
		ssh) need_key_maker ssh-keygen ;;
		tls) need_key_maker openssl ;;
		esac
	done <<END
$SECRETS
END
}

need_key_maker() {
	command -v "$1" >/dev/null 2>&1 ||
		die 1 "$1 is not on the PATH: it makes the keys of the Secret $name" "install it, or run this where it is"
}

# How to be rid of what was made so far, where that is not done anyway.
removal_hint() {
	[ -n "$FINALLY" ] || printf '%s\n' "; what was made is removed with: $RUN delete"
}

# What is secret is never among a process's arguments or in its environment,
# where others could read it. Hence here-documents, since printf is a program of
# its own in some shells, and unset: a variable that came with the environment is
# handed on with whatever is assigned to it.
make_secrets() {
	[ -n "$NEW_SECRETS" ] || return 0
	note "making Secrets"
	made=
	while read -r name type; do
		[ -z "$name" ] || make_secret
	done <<END
$NEW_SECRETS
END
}

make_secret() {
	unset keys
	[ "$type" = token ] || make_scratch
	keys=$("${type}_keys") ||
		die 1 "the keys of the Secret $name could not be made" \
			"the lines above say why${made:+$(removal_hint)}"
	remove_scratch
	if reply=$(secret_object | ask create -f - 2>&1); then
		unset keys
		made=yes
		[ -n "$QUIET" ] || printf '%s\n' "$reply" | sed 's/^/  /' | clean
		return
	fi
	case $reply in
	*'exceeded quota'*) next="delete what is not needed any more, or ask for a larger quota" ;;
	*'(Forbidden)'* | *'is forbidden'*) next="ask the owner of namespace $NAMESPACE for the role 'edit'" ;;
	*) next="try again: $RUN create" ;;
	esac
	die 1 "the Secret $name was not made: $(last_line "$reply")" "$next${made:+$(removal_hint)}"
}

secret_object() {
	cat <<END
${SECRET_METADATA}  name: "$name"
apiVersion: v1
kind: Secret
type: Opaque
stringData:
$keys
END
}

# 32 bytes of the system's random source.
token_keys() {
	od -A n -v -t x1 -N 32 /dev/urandom | awk '
		{ for (i = 1; i <= NF; i++) digits = digits $i }
		END { if (length(digits) != 64) exit 1; print "  token: \"" digits "\"" }'
}

# One pair for whoever logs in, one for the hosts, which are all known by it.
ssh_keys() {
	for file in id host_key; do
		ssh-keygen -q -t ed25519 -N '' -C "$CLUSTER" -f "$SCRATCH/$file" </dev/null >&2 || return 1
	done
	awk '{ print "* " $1 " " $2 }' "$SCRATCH/host_key.pub" >"$SCRATCH/known_hosts"
	key id id
	key authorized_keys id.pub
	key host_key host_key
	key known_hosts known_hosts
}

# One self-signed pair for all pods, in both directions. It says of itself what
# strict readers want of a certificate that is its own authority.
tls_keys() {
	cat >"$SCRATCH/request" <<END
[req]
prompt = no
distinguished_name = subject
x509_extensions = extensions
[subject]
CN = $CLUSTER
[extensions]
basicConstraints = critical, CA:TRUE
keyUsage = critical, digitalSignature, keyCertSign
extendedKeyUsage = serverAuth, clientAuth
subjectKeyIdentifier = hash
subjectAltName = DNS:$CLUSTER-head, DNS:$CLUSTER-worker, DNS:*.$CLUSTER-worker$(worker_names worker)$(group_names)
END
	{
		openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:prime256v1 \
			-pkeyopt ec_param_enc:named_curve -out "$SCRATCH/key" &&
			openssl req -new -x509 -sha256 -days 365 -config "$SCRATCH/request" \
				-key "$SCRATCH/key" -out "$SCRATCH/certificate"
	} >"$SCRATCH/log" 2>&1 || {
		cat "$SCRATCH/log" >&2
		return 1
	}
	key tls.crt certificate
	key tls.key key
	key ca.crt certificate
}

# Each worker by its own name: OpenSSL takes no star with only one dot behind it. scale may
# make more of them.
worker_names() {
	awk -v name="$CLUSTER-$1" -v workers="$((WORKERS > 64 ? WORKERS : 64))" 'BEGIN {
		for (i = 0; i < workers; i++) printf ", DNS:%s-%d.%s", name, i, name
	}'
}

# How many of the workers are of which group isn't known here.
group_names() {
	for group in $GROUPS_OF_WORKERS; do
		printf ', DNS:%s, DNS:*.%s%s' "$CLUSTER-$group" "$CLUSTER-$group" "$(worker_names "$group")"
	done
}

# key NAME FILE: a file of the scratch directory as a key of a Secret.
key() {
	printf '  %s: |\n' "$1"
	sed 's/^/    /' "$SCRATCH/$2"
}

apply_manifest() {
	# What an earlier attempt was warned about says nothing about this one.
	KNOWN_WARNINGS=''
	look && KNOWN_WARNINGS=$(warnings)
	note "applying $MANIFEST"
	if reply=$(kube apply -f "$path" 2>&1); then
		[ -n "$QUIET" ] || printf '%s\n' "$reply" | sed 's/^/  /' | clean
		return
	fi
	hint=$(removal_hint)
	case $reply in
	*' cannot '*' resource '*)
		die 1 "$(refused_words "$reply")" "ask the owner of namespace $NAMESPACE for the role 'edit'$hint" ;;
	esac
	# Of a Job's pods all of what they are is told.
	printf '%s\n' "$reply" | sed -e 's/core\.PodTemplateSpec{.*}: /its pods: /' -e 's/^/  /' | clean >&2
	case $reply in
	*'updates to statefulset spec'* | *'field is immutable'*)
		next="what changed cannot be changed in place: $RUN delete, then $RUN create" ;;
	*'exceeded quota'*)
		next="the namespace's quota is used up: delete what is not needed any more, or ask for a larger one$hint" ;;
	*'(Forbidden)'* | *'is forbidden'*)
		next="ask the owner of namespace $NAMESPACE for what the lines above name$hint" ;;
	*'namespaces "'*'" not found'*)
		die 1 "there is no namespace $NAMESPACE" "name yours with -n NAMESPACE" ;;
	*)
		next=${hint#; } ;;
	esac
	die 1 "the cluster did not take the manifest" "$next"
}

# A cluster that ends by itself goes as a whole: what the head's Job owns is removed with it by
# the Kubernetes cluster, without anybody's help. Only now does the Job have the uid that owners
# are known by. Claims for storage outlive the cluster.
adopt_objects() {
	ends || return 0
	owner=$CLUSTER-head
	uid=$(ask get "job/$owner" -o 'jsonpath={.metadata.uid}' 2>&1) || not_adopted "job/$owner" "$uid"
	case $uid in
	'' | *[!0-9a-f-]*) not_adopted "job/$owner" "its uid is not known (${uid:-empty})" ;;
	esac
	for object in $OBJECTS; do
		case $object in
		"job/$owner" | persistentvolumeclaim/*) continue ;;
		esac
		reply=$(ask patch "$object" --type merge --patch "$(owner_patch)" 2>&1) || not_adopted "$object" "$reply"
	done
	adopted=yes
	note "everything goes with job/$owner, $(end_in_words)"
}

# not_adopted OBJECT REPLY
not_adopted() {
	next="try again: $RUN create, or remove all: $RUN delete"
	case $2 in
	*'(NotFound)'*)
		[ "$1" != "job/$owner" ] ||
			die 1 "job/$owner is gone: the $HEAD ended at once, and not all goes with it" "remove all: $RUN delete"
		;;
	*'(Forbidden)'* | *'is forbidden'*) next="ask the owner of namespace $NAMESPACE for the role 'edit'; $next" ;;
	esac
	die 1 "the cluster would not go as a whole, because of $1: $(last_line "$2")" "$next"
}

owner_patch() {
	printf '{"metadata":{"ownerReferences":[{"apiVersion":"batch/v1","kind":"Job","name":"%s","uid":"%s"}]}}\n' "$owner" "$uid"
}

# When a cluster that ends by itself does so.
end_in_words() {
	words=
	[ "$LIFETIME" -eq 0 ] || words="$(in_words "$LIFETIME") after its start"
	[ "$IDLE" -eq 0 ] || words="$words${words:+, or }$(in_words "$IDLE") after its last work"
	printf '%s\n' "$words"
}

# Seconds as people say them: the two largest units.
in_words() {
	awk -v s="$1" 'BEGIN {
		d = int(s / 86400); h = int(s % 86400 / 3600); m = int(s % 3600 / 60)
		if (d) print d "d" (h ? " " h "h" : "")
		else if (h) print h "h" (m ? " " m "m" : "")
		else if (m) print m "m" (s % 60 ? " " s % 60 "s" : "")
		else print s "s"
	}'
}

create_interrupted() {
	trap '' INT TERM HUP
	if [ -n "$FINALLY" ]; then
		complain "interrupted"
		exit "$1"
	fi
	there=$(existing ,pods 2>/dev/null)
	printf '\n'
	if [ -n "$there" ]; then
		complain "interrupted; this exists and goes on starting: $(printf '%s\n' "$there" | paste -s -d ' ' -)" \
			"look at it: $RUN status; remove it: $RUN delete"
		! ends || [ -n "$adopted" ] ||
			printf '  not all of it goes when the cluster ends; to finish that: %s create\n' "$RUN" | clean >&2
	else
		complain "interrupted; nothing was made"
	fi
	exit "$1"
}

# Watches the pods until all are ready, tells what changes, and gives up on
# what will not heal. EXACT: until those that are too many are going, too.
wait_until_ready() {
	started=$(now) told='' ill_since='' silent=0 round=0 refusal='' unmounted='' warned=''
	choose_live
	while :; do
		elapsed=$(($(now) - started))
		if look; then
			silent=0
			need_its_job
			judge_all
			tell_news
			if [ "$READY" -ge "$WANTED" ] && observed && { [ -z "${EXACT-}" ] || [ "$MADE" -le "$WANTED" ]; }; then return; fi
			[ $((round % 5)) -ne 4 ] || tell_warnings
			consider_giving_up
		else
			silent=$((silent + 1))
			[ "$silent" -lt 10 ] || die 3 "the cluster does not answer any more" \
				"what was made goes on starting; later: $RUN status"
		fi
		[ "$elapsed" -lt "$TIMEOUT" ] || give_up "not ready after $elapsed s"
		round=$((round + 1))
		sleep 2
	done
}

# The head's end is the cluster's: nothing of it is left then to be looked at.
need_its_job() {
	! ends || workload_rows | NAME=$CLUSTER-head awk -F '\t' '$1 == ENVIRON["NAME"] { found = 1 } END { exit !found }' ||
		die 1 "the $HEAD has ended, and the cluster with it" \
			"without lifetime and idle in the profile its pod stays, with what it said"
}

# On a terminal each pod has a line, which is written anew; LIVE is then the terminal's width.
# DRAWN is how many such lines stand above the cursor.
choose_live() {
	LIVE='' DRAWN=0
	if [ -n "$QUIET" ] || ! [ -t 1 ] || [ "${TERM:-dumb}" = dumb ]; then return; fi
	size=$(stty size <&1 2>/dev/null) || size='24 80'
	case $size in
	'0 '* | *' 0' | *[!0-9\ ]* | '') size='24 80' ;;
	esac
	[ "$PODS" -ge "$((${size% *} - 4))" ] || LIVE=${size#* }
}

draw_live() {
	frame=$(printf '%s' "$NEWS" | clean | WIDTH=$LIVE TIME=$elapsed awk '
		NF { print substr(sprintf("%4s s  %s", ENVIRON["TIME"], $0), 1, ENVIRON["WIDTH"] - 1) }')
	erase_live
	[ -n "$frame" ] || return 0
	printf '%s\n' "$frame"
	DRAWN=$(count_lines "$frame")
}

# So that what follows is not written between the lines.
erase_live() {
	[ "$DRAWN" -eq 0 ] || printf '\033[%dA\r\033[J' "$DRAWN"
	DRAWN=0
}

# Says what each pod is doing, when that has changed.
tell_news() {
	if [ -n "$LIVE" ]; then
		draw_live
		return
	fi
	while IFS= read -r line; do
		[ -z "$line" ] || has_line "$line" "$told" || note "$(printf '%4s s  %s' "$elapsed" "$line")"
	done <<END
$NEWS
END
	told=$NEWS
}

# Passes on the cluster's warnings that the pods' own states do not show. A pod
# that is refused leaves no other trace. refusal: the last reason of one. unmounted: something
# that a pod mounts is not there.
tell_warnings() {
	refusal='' unmounted=''
	events=$(warnings)
	while IFS=$TAB read -r name reason text _; do
		case $reason in
		'' | Unhealthy | BackOff | Failed | FailedScheduling) continue ;;
		esac
		text=$(unquoted "$text")
		text=${text#*failed error: }
		text=${text#Error creating: }
		[ "$reason" != FailedCreate ] || [ "$MADE" -ge "$WANTED" ] || refusal=$text
		case $reason:$text in
		FailedMount:*'not found'*) ! has_news "$name: starting" || unmounted=yes ;;
		esac
		has_line "$name $reason" "$warned" || {
			erase_live
			note "$(printf '%4s s  %s: %s: %s' "$elapsed" "$name" "$reason" "$text")"
		}
		warned="$warned$NEWLINE$name $reason"
	done <<END
$events
END
	[ -n "$refusal" ] || return 0
	case $refusal in
	*'violates PodSecurity'* | *'per Container is'* | *'per Pod is'*) WORST=now ;;
	*) WORST=${WORST:-soon} ;;
	esac
}

# Does a line of NEWS begin so?
has_news() {
	case $NEWLINE$NEWS in
	*"$NEWLINE$1"*) return 0 ;;
	*) return 1 ;;
	esac
}

consider_giving_up() {
	[ -z "$refusal$unmounted" ] || WORST=${WORST:-soon}
	case $WORST in
	now) give_up "this will not heal by itself" ;;
	soon)
		ill_since=${ill_since:-$elapsed}
		[ $((elapsed - ill_since)) -lt "$PATIENCE" ] || give_up "no better after $PATIENCE s"
		;;
	*) ill_since= ;;
	esac
}

# give_up WHY: explains each kind of trouble once, leaves everything as it is.
give_up() {
	complain "$READY of $WANTED pods are ready: $1"
	refusal='' EVENTS=$(warnings) explained=''
	rows=$(pod_rows)
	while read_pod; do
		judge
		case $CAUSE in
		'') continue ;;
		image) same="$CAUSE $P_IMAGE" ;;
		config | room) same="$CAUSE $P_WAITING $P_ROOM" ;;
		*) same="$CAUSE $P_ROLE" ;;
		esac
		has_line "$same" "$explained" || explain_pod >&2
		explained="$explained$NEWLINE$same"
	done <<END
$rows
END
	[ "$MADE" -ge "$WANTED" ] || explain_refusals >&2
	[ -n "$FINALLY" ] || {
		say "everything is left as it is, for you to look at:"
		say "  $RUN status"
		say "  kubectl --namespace $NAMESPACE describe pods --selector $SELECTOR"
		say "and to remove:"
		say "  $RUN delete"
	} >&2
	exit 1
}

# The pod just judged: what is wrong, in whose words, and what to do.
explain_pod() {
	say "$P_NAME: $STATE"
	case $CAUSE in
	image)
		say "  image: $P_IMAGE"
		tell_quoted "$P_WAITING"
		say "  check the image's name and tag in the profile, and that the nodes may pull it (a private registry wants a pull secret)"
		;;
	config)
		tell_quoted "$P_WAITING"
		say "  make the Secret or ConfigMap it names in namespace $NAMESPACE, or mend its name in the profile"
		;;
	container)
		tell_quoted "$P_ENDED"
		[ "$P_ENDED" != '""' ] || tell_quoted "$P_WAITING"
		say "  the image does not fit the profile: a program or a path is missing in it"
		;;
	room) explain_room ;;
	memory)
		say "  it used more memory than its pod may have: give the $P_ROLE more in the profile"
		tell_last_log
		;;
	crash)
		tell_quoted "$P_ENDED"
		tell_warning_about "$P_NAME" Unhealthy
		tell_last_log
		say "  its program ends by itself: mend what it says, or its command and settings in the profile"
		;;
	probe)
		tell_warning_about "$P_NAME"
		say "  its program runs but does not answer; what it says: $RUN logs $(seat_words)"
		;;
	ended)
		tell_quoted "$P_ENDED"
		tell_last_log
		tell_warning_about "$P_NAME"
		;;
	*)
		tell_warning_about "$P_NAME"
		case $text in
		*MountVolume*'not found'*) say "  make what it names in namespace $NAMESPACE, or mend its name in the profile" ;;
		esac
		;;
	esac
}

explain_room() {
	words=$(unquoted "$P_ROOM")
	# What follows is about making room by ending others, which nobody asked for.
	words=${words%% preemption:*}
	words=${words%. not found}
	say "  the scheduler says: ${words%% no new claims*}"
	lacking=$(printf '%s\n' "$words" | lacking_resources)
	case $words in
	*persistentvolumeclaim* | *PersistentVolumeClaim*)
		explain_claims
		say "  storage it needs is not there: mend the claim or its storage class in the profile, or ask whoever runs the cluster"
		;;
	*)
		[ -z "$lacking" ] || {
			say "  the nodes lack: $lacking"
			compare_with_nodes | clean
		}
		say "  ask for less of it in the profile, or wait until others are done"
		;;
	esac
}

# For each resource that is lacking: what the pod asks for, and what the largest node has, where
# nodes may be looked at.
compare_with_nodes() {
	nodes=$(ask get nodes -o "go-template=$(nodes_template)" 2>/dev/null) || nodes=
	printf '%s\n' "$nodes" | ROLE=$P_ROLE SIZES=$POD_SIZES LACKING=$lacking awk -F '\t' "$(amount_functions)"'
		BEGIN {
			n = split(ENVIRON["SIZES"], line, "\n")
			for (i = 1; i <= n; i++) if (split(line[i], f, " ") > 8 && f[1] == ENVIRON["ROLE"]) {
				asked["cpu"] = f[3] / 1000
				asked["memory"] = f[5]
				asked["ephemeral-storage"] = f[7]
				if (f[9] != "-") asked[f[9]] = f[8]
			}
		}
		NF == 2 { nodes[$1]++; if (amount($2) > most[$1]) most[$1] = amount($2) }
		END {
			n = split(ENVIRON["LACKING"], lacking, ", ")
			for (i = 1; i <= n; i++) {
				name = lacking[i]
				if (!(name in asked)) continue
				words = "  " name ": it asks for " written(asked[name], name)
				if (name in nodes) words = words ", the largest node has " written(most[name], name) \
					(most[name] < asked[name] ? ": no node is large enough" : " in all, of which others have too much now")
				else if (length(nodes)) words = words ", no node has any"
				print words
			}
		}'
}

nodes_template() {
	cat <<'END'
{{range .items}}{{range $name, $value := .status.allocatable}}{{$name}}	{{$value}}
{{end}}{{end}}
END
}

# The claims of this cluster that are not bound: their state, and what the cluster says of them.
explain_claims() {
	rows=$(claim_rows)
	said=$(ask get events --field-selector involvedObject.kind=PersistentVolumeClaim --sort-by=.lastTimestamp \
		-o 'go-template={{range .items}}{{.involvedObject.name}}{{"\t"}}{{printf "%q" (or .message "")}}{{"\n"}}{{end}}' 2>/dev/null)
	while IFS=$TAB read -r name phase class size; do
		if [ -z "$name" ] || [ "$phase" = Bound ]; then continue; fi
		say "  the claim $name, of $size with storage class $class: $phase"
		text=$(printf '%s\n' "$said" | CLAIM=$name awk -F '\t' '$1 == ENVIRON["CLAIM"] { text = $2 } END { print text }')
		[ -z "$text" ] || say "  the cluster says of it: $(unquoted "$text")"
	done <<END
$rows
END
}

# The claims the pods refer to: name, phase, storage class, size.
claim_rows() {
	printf '%s\n%s\n' "$OBJECTS" "$(needed_objects)" | sed -n 's|^persistentvolumeclaim/||p' | sort -u | while read -r claim; do
		ask get persistentvolumeclaim "$claim" --ignore-not-found -o 'go-template={{.metadata.name}}{{"\t"}}{{or .status.phase "-"}}{{"\t"}}{{or .spec.storageClassName "-"}}{{"\t"}}{{.spec.resources.requests.storage}}{{"\n"}}' 2>/dev/null
	done
}

# The resources named in "Insufficient cpu, 2 Insufficient nvidia.com/gpu.", once each.
lacking_resources() {
	awk '
		{
			while (match($0, /Insufficient [^,. ]+([.\/][^,. ]+)*/)) {
				name = substr($0, RSTART + 13, RLENGTH - 13)
				if (!seen[name]++) list = list (list == "" ? "" : ", ") name
				$0 = substr($0, RSTART + RLENGTH)
			}
		}
		END { print list }'
}

# The pod just read, as logs and shell are told of it.
seat_words() {
	if is_counted "$P_ROLE"; then printf '%s %s\n' "$P_ROLE" "$P_INDEX"; else printf '%s\n' "$P_ROLE"; fi
}

tell_quoted() {
	[ "$1" = '""' ] || say "  the node says: $(unquoted "$1")"
}

tell_last_log() {
	# Between restarts the plain log is the one of the container that ended.
	before=
	[ "$P_STATE" != running ] || before=--previous
	lines=$(kube logs "$P_NAME" --container "$P_ROLE" --tail=10 ${before:+"$before"} 2>/dev/null) || lines=
	case $lines in
	'' | 'unable to retrieve container logs'*) return ;;
	esac
	say "  the last it said:"
	printf '%s\n' "$lines" | sed 's/^/    /' | clean
}

# tell_warning_about POD [REASON]: the latest warning about it.
tell_warning_about() {
	text=$(printf '%s\n' "$EVENTS" | POD=$1 REASON=${2-} awk -F '\t' '
		$1 == ENVIRON["POD"] && (ENVIRON["REASON"] == "" || $2 == ENVIRON["REASON"]) { text = $3 }
		END { print text }')
	[ -z "$text" ] || say "  the cluster says: $(unquoted "$text")"
}

# Pods that were never made: what their makers say.
explain_refusals() {
	refusals=$(printf '%s\n' "$EVENTS" | awk -F '\t' '$2 == "FailedCreate" { text[$1] = $3 } END { for (name in text) print name "\t" text[name] }' | sort)
	while IFS=$TAB read -r name text; do
		[ -n "$name" ] || continue
		text=$(unquoted "$text")
		text=${text#*failed error: }
		text=${text#Error creating: }
		case $text in
		*'exceeded quota'*)
			say "$name: its pods are not made: the namespace's quota is used up"
			next="ask for less in the profile, delete what is not needed any more, or ask for a larger quota"
			;;
		*'violates PodSecurity'*)
			say "$name: its pods are not made: the namespace forbids pods like these (Pod Security)"
			next="use a namespace that allows them, or generate again without what is named here"
			;;
		*)
			say "$name: its pods are not made"
			next="ask whoever runs the cluster, and show these words"
			;;
		esac
		say "  the cluster says: $text"
		say "  $next"
	done <<END
$refusals
END
}

show_connections() {
	[ -n "$QUIET" ] || {
		good "$CLUSTER is ready: $(plural "$PODS" pod)"
		roles=$(web_roles)
		! has_line head "$roles" || say "  dashboards:          $RUN port-forward"
		! has_line notebook "$roles" || say "  the notebook:        $RUN port-forward"
		[ -z "$SMOKE_PROGRAM" ] || say "  see that it works:   $RUN smoke"
		[ -z "$SUBMIT" ] || say "  run a program on it: $RUN submit FILE [ARGUMENTS]"
		say "  a shell in it:       $RUN shell"
		[ -z "$CONNECT" ] || say "  from pods inside:    $CONNECT"
		say "  remove it all:       $RUN delete"
	}
}

# --------------------------------------------------------------- status ----

help_status() {
	cat <<END
Shows the pods, how many workers the $HEAD itself counts, and the dashboards.
The exit code is 0 if everything is ready, and 1 if it is not or not created.

  --json  the same for programs, as docs/manager.md of clusterc describes it
END
}

do_status() {
	json=
	while [ $# -gt 0 ]; do
		if [ "$1" = --json ]; then
			json=yes TOOK=1
		else
			common_option "$@"
		fi
		[ "$TOOK" -gt 0 ] || usage "status does not take '$1'"
		shift "$TOOK"
	done
	need_cluster
	look || die 3 "the cluster does not answer" "try again: $RUN status"
	judge_all
	if [ -n "$json" ]; then
		status_as_json
		return
	fi
	[ -n "$LOOK" ] || not_created
	show_request
	show_pods
	show_members
	show_dashboards
	show_end
	show_gpus
	show_difference
	if is_whole; then
		good "$CLUSTER is ready"
	else
		fit=
		members_fit || fit=", and the $HEAD does not count every $WORKER"
		bad "$CLUSTER is not ready: $READY of $(plural "$WANTED" pod)$fit"
		return 1
	fi
}

is_whole() {
	[ "$READY" -ge "$WANTED" ] && observed && members_fit
}

show_pods() {
	rows=$(pod_rows)
	{
		printf 'POD\tROLE\tRESTARTS\tAGE\tNODE\tSTATE\n'
		while read_pod; do
			judge
			printf '%s\t%s\t%s\t%s\t%s\t%s\n' \
				"$P_NAME" "$(role_word "$P_ROLE")" "$P_RESTARTS" "$P_CREATED" "$P_NODE" "$STATE"
		done <<END
$rows
END
	} | ages 4 | columns | clean
}

# awk that counts seconds up to a time as Kubernetes writes it, for differences. Days since
# 0000-03-01: months of the shifted year have 30.6 days.
seconds_function() {
	cat <<'END'
function seconds(t, y, m) {
	y = substr(t, 1, 4) + 0; m = substr(t, 6, 2) + 0
	if (m < 3) { y--; m += 12 }
	return (y * 365 + int(y / 4) - int(y / 100) + int(y / 400) + int((m - 3) * 30.6 + 0.5) + substr(t, 9, 2)) * 86400 \
		+ substr(t, 12, 2) * 3600 + substr(t, 15, 2) * 60 + substr(t, 18, 2)
}
END
}

utc_now() {
	date -u +%Y-%m-%dT%H:%M:%SZ
}

# Seconds from the time on standard input to now.
seconds_since() {
	NOW=$(utc_now) awk "$(seconds_function)"'{ print seconds(ENVIRON["NOW"]) - seconds($0) }'
}

# Replaces the time in field $1 by its distance from now, as kubectl shows ages.
ages() {
	FIELD=$1 NOW=$(utc_now) awk -F '\t' "$(seconds_function)"'
		BEGIN { OFS = "\t"; f = ENVIRON["FIELD"] + 0 }
		$f ~ /^[0-9]+-[0-9]+-[0-9]+T/ {
			s = seconds(ENVIRON["NOW"]) - seconds($f)
			if (s < 0) s = 0
			$f = s < 120 ? s "s" : s < 7200 ? int(s / 60) "m" : s < 172800 ? int(s / 3600) "h" : int(s / 86400) "d"
		}
		{ print }'
}

# Asks the framework how many workers it has: a pod that is ready need not be a member yet.
# COUNTED is its answer, or nothing, and UNCOUNTED then says why.
count_members() {
	COUNTED='' UNCOUNTED=''
	[ -n "$MEMBERS" ] || return 0
	if ! find_pod head || [ "$P_READY" != True ]; then
		UNCOUNTED="the $HEAD is not ready"
		return
	fi
	set --
	IFS=$NEWLINE
	for word in $MEMBERS; do set -- "$@" "$word"; done
	unset IFS
	COUNTED=$(within 30 exec "$P_NAME" --container head -- "$@" 2>/dev/null | awk 'NF { print $1; exit }')
	case $COUNTED in
	'' | *[!0-9]*) COUNTED='' UNCOUNTED="the $HEAD does not tell" ;;
	esac
}

members_fit() {
	[ -z "$MEMBERS" ] || [ "$COUNTED" = "$WANTED_WORKERS" ]
}

show_members() {
	count_members
	if [ -n "$COUNTED" ]; then
		say "members: the $HEAD counts $COUNTED of $(plural "$WANTED_WORKERS" "$WORKER")"
	elif [ -n "$MEMBERS" ]; then
		say "members: unknown, $UNCOUNTED"
	fi
}

# within SECONDS KUBECTL-WORDS...: kubectl, ended if it takes longer.
within() {
	patience=$1
	shift
	become_kubectl "$@" &
	child=$!
	(
		while [ "$patience" -gt 0 ] && kill -0 "$child"; do
			sleep 1
			patience=$((patience - 1))
		done
		kill "$child"
	) >/dev/null 2>&1 </dev/null &
	guard=$!
	wait "$child" 2>/dev/null
	code=$?
	kill "$guard" 2>/dev/null
	return "$code"
}

show_dashboards() {
	[ -n "$WEB_PORTS" ] || return 0
	say "dashboards, once '$RUN port-forward' runs:"
	while read -r name role port secret query page caption; do
		[ -n "$name" ] || continue
		opened=
		[ "$secret" = - ] || opened=', with a token'
		say "  $name: $caption (port $port, $page$opened)"
	done <<END
$WEB_PORTS
END
}

# How many seconds of its lifetime are left; nothing where it has none, or has not begun.
seconds_left() {
	begun=$(workload_rows | NAME=$CLUSTER-head awk -F '\t' '$1 == ENVIRON["NAME"] { print $7 }')
	case $LIFETIME:$begun in
	0:* | *:- | *:) return ;;
	esac
	left=$((LIFETIME - $(printf '%s\n' "$begun" | seconds_since)))
	[ "$left" -gt 0 ] || left=0
	printf '%s\n' "$left"
}

# How long a cluster that ends by itself still has.
show_end() {
	ends || return 0
	left=$(seconds_left)
	if [ -z "$left" ]; then
		say "it ends $(end_in_words)"
	else
		say "time left: $(in_words "$left") of $(in_words "$LIFETIME")$([ "$IDLE" -eq 0 ] || printf ', less if it has no work for %s' "$(in_words "$IDLE")")"
	fi
}

show_gpus() {
	[ "$GPUS_TAKEN" -eq 0 ] ||
		say "it takes $(plural "$GPUS_TAKEN" GPU) from everybody else, $(how_long); when you are done: $RUN delete"
}

# The objects that make the pods were made by another version of this script.
is_of_another_version() {
	digests=$(workload_rows | cut -f 6)
	while IFS= read -r digest; do
		[ -z "$digest" ] || [ "$digest" = "$INPUT_DIGEST" ] || return 0
	done <<END
$digests
END
	return 1
}

show_difference() {
	former=$(other_form)
	if [ -n "$former" ]; then
		say "it was created in another form; bring it up to date: $RUN delete, then $RUN create"
		return
	fi
	! is_of_another_version || say "it was created by another version of this script; bring it up to date: $RUN create"
}

# ------------------------------------------------------ status --json ----

# One object. What is unknown, or does not apply, is null. Ends with status's exit code.
status_as_json() {
	created=false ready=false outdated=false
	if [ -n "$LOOK" ]; then
		created=true
		count_members
		! is_whole || ready=true
		! is_of_another_version || outdated=true
	else
		COUNTED=
	fi
	{
		json_scalars
		pod_facts
		printf '%s\n' "$WEB_PORTS" | awk 'NF { t = $7; for (i = 8; i <= NF; i++) t = t " " $i
			print "page\t" $1 "\t" $2 "\t" $3 "\t" $6 "\t" t "\t" ($4 == "-" ? "false" : "true") }'
	} | LC_ALL=C awk -F '\t' "$(json_program)" | clean
	[ "$ready" = true ]
}

# Each line: set, a key, its type and its value. Only text has to be escaped.
json_scalars() {
	while read -r key type value; do
		printf 'set\t%s\t%s\t%s\n' "$key" "$type" "$value"
	done <<END
form plain 1
cluster text $CLUSTER
namespace text $NAMESPACE
framework text $TITLE
created plain $created
ready plain $ready
outdated plain $outdated
podsWanted plain $WANTED
podsReady plain $READY
workersWanted plain $WANTED_WORKERS
workersCounted plain $COUNTED
cpu text $CPU
memory text $MEMORY
storage text $STORAGE
gpus plain $GPUS_TAKEN
lifetime plain $([ "$LIFETIME" -eq 0 ] || echo "$LIFETIME")
idle plain $([ "$IDLE" -eq 0 ] || echo "$IDLE")
secondsLeft plain $(seconds_left)
END
}

pod_facts() {
	rows=$(pod_rows)
	while read_pod; do
		judge
		word=${CAUSE:-ready}
		case $STATE in
		ready) ;;
		'being removed') word=leaving ;;
		*', replaced') word=replaced ;;
		*) word=${CAUSE:-outdated} ;;
		esac
		printf 'pod\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$P_NAME" "$P_ROLE" "$P_INDEX" "$word" "$STATE" \
			"$P_RESTARTS" "$P_NODE" "$P_CREATED" "$P_IMAGE"
	done <<END
$rows
END
}

json_program() {
	cat <<'PROGRAM'
function text(s, i, c, out) {
	out = ""
	for (i = 1; i <= length(s); i++) {
		c = substr(s, i, 1)
		out = out (c == "\\" || c == "\"" ? "\\" c : c in escaped ? escaped[c] : c)
	}
	return "\"" out "\""
}
function known(s) { return s == "" || s == "-" ? "null" : text(s) }
function plain(s) { return s == "" ? "null" : s }
BEGIN { for (i = 1; i < 32; i++) escaped[sprintf("%c", i)] = sprintf("\\u%04x", i) }
$1 == "set" { line[++n] = "  \"" $2 "\": " ($3 == "text" ? text($4) : plain($4)) }
$1 == "pod" {
	pod[++pods] = "    {\"name\": " text($2) ", \"role\": " text($3) ", \"number\": " plain($4 ~ /^[0-9]+$/ ? $4 + 0 "" : "") \
		", \"state\": " text($5) ", \"words\": " text($6) ", \"restarts\": " plain($7) \
		", \"node\": " known($8) ", \"created\": " known($9) ", \"image\": " known($10) "}"
}
$1 == "page" {
	page[++pages] = "    {\"name\": " text($2) ", \"role\": " text($3) ", \"port\": " $4 ", \"path\": " text($5) \
		", \"title\": " text($6) ", \"token\": " $7 "}"
}
END {
	print "{"
	for (i = 1; i <= n; i++) print line[i] ","
	print "  \"pods\": [" (pods ? "" : "],")
	for (i = 1; i <= pods; i++) print pod[i] (i < pods ? "," : "")
	if (pods) print "  ],"
	print "  \"pages\": [" (pages ? "" : "]")
	for (i = 1; i <= pages; i++) print page[i] (i < pages ? "," : "")
	if (pages) print "  ]"
	print "}"
}
PROGRAM
}

# --------------------------------------------------------- port-forward ----

help_port_forward() {
	cat <<END
Makes the web pages of the cluster reachable under http://127.0.0.1 on this
machine until it is ended with Ctrl-C. If a port is taken, another one is used.
Forwards that break, also because the pod was replaced, are made again. The token
of a page that wants one is shown with its address: keep it to yourself.

  --port NAME=LOCAL  use this local port for this page, and no other
  --background       go on in the background, and show the addresses
  --stop             end what runs in the background; nothing else is ever ended

On a login host it prints what to run on your own machine.

The pages: $(list_pages)
END
}

list_pages() {
	printf '%s\n' "$WEB_PORTS" | awk '
		NF { list = list (list == "" ? "" : ", ") $1 " (" $3 ")" }
		END { print list == "" ? "none" : list }'
}

# The roles whose pods have pages, one a line.
web_roles() {
	printf '%s\n' "$WEB_PORTS" | awk 'NF && !seen[$2]++ { print $2 }'
}

do_port_forward() {
	forced='' mode='' WORD=''
	while [ $# -gt 0 ]; do
		forward_option "$@"
		[ "$TOOK" -gt 0 ] || usage "port-forward does not take '$1'"
		shift "$TOOK"
	done
	if [ "$mode" = stop ]; then
		need_kubectl
		stop_background
		return
	fi
	[ -n "$WEB_PORTS" ] || die 2 "$TITLE has no web pages to forward" "a shell on the $HEAD: $RUN shell"
	need_cluster
	need_some_server
	if [ "$mode" = background ]; then
		start_background
		return
	fi
	trap 'exit 130' INT
	trap 'exit 143' TERM
	trap 'exit 129' HUP
	make_scratch
	[ -z "$WORD" ] || become_background
	keep_forwarding
}

# --forwarder is for start_background alone.
forward_option() {
	TOOK=1
	case $1 in
	--background) mode=background ;;
	--stop) mode=stop ;;
	--forwarder=*) WORD=${1#--forwarder=} ;;
	--port)
		[ $# -ge 2 ] || usage "--port needs NAME=LOCAL"
		force_port "$2"
		TOOK=2
		;;
	--port=*) force_port "${1#--port=}" ;;
	*) common_option "$@" ;;
	esac
}

# One running pod that has pages is enough to begin with.
need_some_server() {
	first=
	for role in $(web_roles); do
		if find_pod "$role" && [ "$P_PHASE" = Running ]; then return; fi
		first=${first:-$role}
	done
	need_running_pod "$first"
}

force_port() {
	case $1 in
	?*=*) ;;
	*) usage "--port needs NAME=LOCAL, not '$1'" ;;
	esac
	case ${1#*=} in
	'' | *[!0-9]* | ??????*) usage "--port: '${1#*=}' is not a port" ;;
	esac
	printf '%s\n' "$WEB_PORTS" | NAME=${1%%=*} awk '$1 == ENVIRON["NAME"] { found = 1 } END { exit !found }' ||
		usage "--port: there is no page '${1%%=*}'"
	forced="$forced$1$NEWLINE"
}

# In the background runs another process of this script. Who it is stands in NOTE.pid, its number
# and a word that only its command line has: a number alone may be somebody else's by now. NOTE.pages
# are the addresses it made, NOTE.log what it says. They are for their owner's eyes only.
name_note() {
	home=${TMPDIR:-/tmp}/clusterc-$(id -u)
	NOTE=$home/$CLUSTER-$NAMESPACE-$(printf '%s' "$CONTEXT ${KUBECONFIG-}" | cksum | awk '{ print $1 }')
}

# A directory of that name that others can look into, or put there, is not ours.
need_private_home() {
	mkdir -m 700 "$home" 2>/dev/null
	[ -n "$(find "$home" -prune -type d -perm 700 -user "$(id -u)" 2>/dev/null)" ] ||
		die 1 "$home is not a directory that is yours alone" "remove it, or set TMPDIR to a directory of your own"
}

# find_background: is there one of ours? BACKGROUND is its process.
find_background() {
	name_note
	BACKGROUND=
	[ -r "$NOTE.pid" ] || return 1
	need_private_home
	read -r number word <"$NOTE.pid" || return 1
	case $number:$word in
	*[!0-9]*:* | :* | *:) return 1 ;;
	esac
	case " $(command_of "$number") " in
	*" --forwarder=$word "*) BACKGROUND=$number ;;
	*) return 1 ;;
	esac
}

# A process's command line. Linux has it in a file even where there is no ps.
command_of() {
	if [ -d /proc/self ]; then
		[ -r "/proc/$1/cmdline" ] && tr '\000' ' ' <"/proc/$1/cmdline"
	else
		ps -o args= -p "$1"
	fi 2>/dev/null
}

start_background() {
	if find_background; then
		say "it runs already, as process $BACKGROUND"
	else
		need_private_home
		rm -f "$NOTE.pid" "$NOTE.pages"
		launch_background
		waited=0
		until [ -s "$NOTE.pages" ]; do
			kill -0 "$child" 2>/dev/null || background_failed
			waited=$((waited + 1))
			[ "$waited" -lt 60 ] || background_failed
			sleep 1
		done
	fi
	clean <"$NOTE.pages"
	say "end it: $RUN port-forward --stop"
}

# Where there is setsid, Ctrl-C in this terminal is not heard by it.
launch_background() {
	word=$CLUSTER-$$-$(now) detach=
	! command -v setsid >/dev/null 2>&1 || detach=setsid
	set -- port-forward "--forwarder=$word" -n "$NAMESPACE"
	[ -z "$CONTEXT" ] || set -- "$@" --context "$CONTEXT"
	while IFS= read -r pair; do
		[ -z "$pair" ] || set -- "$@" --port "$pair"
	done <<END
$forced
END
	(
		umask 077
		: >"$NOTE.log"
	)
	${detach:+"$detach"} sh "$0" "$@" >"$NOTE.log" 2>&1 </dev/null &
	child=$!
}

background_failed() {
	kill "$child" 2>/dev/null
	clean <"$NOTE.log" >&2
	rm -f "$NOTE.pid" "$NOTE.pages" "$NOTE.log"
	die 1 "it does not run in the background" "the lines above say why; or see: $RUN status"
}

# The other process: it outlives the terminal, and takes its notes with it.
become_background() {
	trap '' HUP
	umask 077
	name_note
	need_private_home
	FINALLY=forget_background
	printf '%s %s\n' "$$" "$WORD" >"$NOTE.pid"
}

forget_background() {
	rm -f "$NOTE.pid" "$NOTE.pages" "$NOTE.new" "$NOTE.log"
	rmdir "$home" 2>/dev/null
}

stop_background() {
	end_background && return
	note "no port-forward of $CLUSTER runs in the background"
}

# Ends it, if there is one.
end_background() {
	if ! find_background; then
		rm -f "$NOTE.pid"
		return 1
	fi
	kill "$BACKGROUND" 2>/dev/null
	waited=0
	while find_background && [ "$waited" -lt 10 ]; do
		sleep 1
		waited=$((waited + 1))
	done
	! find_background || die 1 "process $BACKGROUND does not end" "end it yourself: kill -9 $BACKGROUND"
	note "ended the port-forward in the background"
}

# Once a second every page's forward is looked after. The pods that have the
# pages are looked up every few rounds, and when a forward has ended. Whoever clears
# old directories away takes the notes: without them it ends, with what it runs.
keep_forwarding() {
	round=0 announced=''
	find_servers
	while [ -d "$SCRATCH" ]; do
		if [ $((round % 5)) -eq 4 ] || [ -e "$SCRATCH/broken" ]; then
			rm -f "$SCRATCH/broken"
			find_servers
		fi
		number=0 changed=
		while read -r name role port secret query page caption; do
			[ -n "$name" ] || continue
			number=$((number + 1))
			tend_forward
		done <<END
$WEB_PORTS
END
		[ -z "$changed" ] || show_forwards
		round=$((round + 1))
		sleep 1
	done
	die 1 "somebody removed $SCRATCH" "see: $RUN port-forward"
}

# Finds the running pod of each role that has pages. In the scratch directory,
# ROLE.server is the last one seen and ROLE.away says how often in a row there
# was none. That is waited for: a pod may just be being replaced.
find_servers() {
	look || return 0
	rows=$(pod_rows) hope='' lost='' news=''
	for role in $(web_roles); do
		seen=
		while read_pod; do
			[ "$P_ROLE" = "$role" ] && [ "$P_DELETING" != yes ] && [ "$P_PHASE" = Running ] && seen=$P_NAME/$P_UID
		done <<END
$rows
END
		if [ -n "$seen" ]; then
			printf '%s\n' "$seen" >"$SCRATCH/$role.server"
			rm -f "$SCRATCH/$role.away"
			hope=yes
		else
			miss_server
		fi
	done
	if [ -n "$hope" ]; then
		[ -z "$news" ] || warn "the $news did not come back yet; see: $RUN status"
		return
	fi
	die 1 "the $lost did not come back" "see: $RUN status"
}

# A pod that stays away too long is given up only with the last of the others.
miss_server() {
	away=0
	[ ! -e "$SCRATCH/$role.away" ] || away=$(cat "$SCRATCH/$role.away")
	away=$((away + 1))
	printf '%s\n' "$away" >"$SCRATCH/$role.away"
	word=$(role_word "$role")
	[ "$away" -ne 1 ] || note "the $word is away; waiting for it to come back"
	[ "$away" -ge 12 ] || hope=yes
	[ "$away" -ne 12 ] || news="$news${news:+ and the }$word"
	lost="$lost${lost:+ and the }$word"
}

# tend_forward, of page $number: starts it, notices its port, its end and a
# replaced pod. In the scratch directory: N.pid, N.pod, N.log, N.port.
tend_forward() {
	file=$SCRATCH/$number served=
	[ ! -e "$SCRATCH/$role.server" ] || served=$(cat "$SCRATCH/$role.server")
	if [ -s "$file.pid" ]; then
		pid=$(cat "$file.pid")
		if kill -0 "$pid" 2>/dev/null; then
			if [ "$(cat "$file.pod")" = "$served" ]; then
				notice_port
				return
			fi
			kill "$pid" 2>/dev/null
		else
			explain_end
		fi
		wait "$pid" 2>/dev/null
		FORWARDS="${FORWARDS%%" $pid "*} ${FORWARDS#*" $pid "}"
		: >"$file.pid"
		: >"$SCRATCH/broken"
		return
	fi
	if [ -n "$served" ] && [ ! -e "$SCRATCH/$role.away" ]; then start_forward; fi
}

start_forward() {
	choose_port
	: >"$file.log"
	become_kubectl port-forward --address 127.0.0.1 "pod/${served%/*}" "$local_port:$port" >>"$file.log" 2>&1 </dev/null &
	FORWARDS="$FORWARDS$! "
	printf '%s\n' $! >"$file.pid"
	printf '%s\n' "$served" >"$file.pod"
}

# The port it had, or was told to have, or its own number; any, if that is taken.
choose_port() {
	local_port=$(printf '%s' "$forced" | NAME=$name awk -F = '$1 == ENVIRON["NAME"] { port = $2 } END { print port }')
	[ -z "$local_port" ] || return 0
	local_port=$port
	[ ! -s "$file.port" ] || local_port=$(cat "$file.port")
	[ ! -e "$file.taken" ] || local_port=
	rm -f "$file.taken"
}

# kubectl says the port it listens on. Later lines are one for each connection:
# they are thrown away.
notice_port() {
	given=$(sed -n 's/^Forwarding from 127\.0\.0\.1:\([0-9]*\) .*/\1/p' "$file.log" | sed -n 1p)
	[ -n "$given" ] || return 0
	: >"$file.log"
	if [ ! -s "$file.port" ] || [ "$(cat "$file.port")" != "$given" ]; then
		printf '%s\n' "$given" >"$file.port"
		changed=yes
	else
		note "$name: connected again"
	fi
}

explain_end() {
	words=$(awk '/^[Ee]rror|[Uu]nable/ { line = $0 } END { print line }' "$file.log")
	case $words in
	*'nable to listen'* | *'nable to create listener'*)
		: >"$file.taken"
		case $NEWLINE$forced in
		*"$NEWLINE$name="*)
			die 1 "$name: the local port is taken" "name another with --port $name=LOCAL"
			;;
		esac
		note "$name: the local port ${local_port:-it had} is taken; taking another one"
		;;
	*'orbidden'*)
		die 1 "$name: you may not forward ports in namespace $NAMESPACE: $words" \
			"ask its owner for the role 'edit'"
		;;
	*) note "$name: the connection ended${words:+ ($words)}; connecting again" ;;
	esac
}

# In the background they are written down for whoever started it.
show_forwards() {
	if [ -z "$WORD" ]; then
		announce_forwards
	elif announce_forwards >"$NOTE.new" && [ -s "$NOTE.new" ]; then
		mv "$NOTE.new" "$NOTE.pages"
	fi
}

# All pages' addresses, once each has one whose pod is there. Tokens are kept from
# other processes as in make_secrets.
announce_forwards() {
	unset token pages
	pages='' tunnels='' number=0
	while read -r name role port secret query page caption; do
		[ -n "$name" ] || continue
		number=$((number + 1))
		if [ ! -s "$SCRATCH/$number.port" ]; then
			[ -e "$SCRATCH/$role.away" ] || return 0
			continue
		fi
		given=$(cat "$SCRATCH/$number.port")
		tunnels="$tunnels -L $given:127.0.0.1:$given"
		token=$(read_token) || warn "$name: the token in the Secret $secret cannot be read"
		pages="$pages${pages:+$NEWLINE}$caption${TAB}http://127.0.0.1:$given$page"
		case $query:$token in
		*:) ;;
		-:*) pages="$pages$NEWLINE  token: $token" ;;
		*) pages="$pages?$query=$token" ;;
		esac
	done <<END
$WEB_PORTS
END
	columns <<END | clean
$pages
END
	if [ -n "${SSH_CONNECTION-}" ]; then
		host=${LOGIN_HOST:-$(printf '%s\n' "$SSH_CONNECTION" | awk '{ print $3 }')}
		say "on your own machine: ssh -N$tunnels $(id -un)@$host"
	fi
	[ -n "$announced$WORD" ] || note "Ctrl-C ends it"
	announced=yes
}

read_token() {
	[ "$secret" = - ] ||
		ask get secret "$secret" -o 'go-template={{with index .data "token"}}{{base64decode .}}{{end}}' 2>/dev/null
}

# --------------------------------------------------------------- submit ----

help_submit() {
	cat <<END
Copies FILE to the $HEAD, runs it there on the cluster and waits for it. Its
output is shown as it comes, its exit code is the exit code of submit, and the
copy is removed afterwards. Everything after FILE goes to the program, whatever
it looks like.

The program starts in a directory of its own, which it may write to and which is
removed as well. If it needs other files, name a DIRECTORY, and the PROGRAM in it:
all of it is copied, and the program starts there. Standard input goes to the
program if it is a file or a pipe; from a terminal it gets none. Ctrl-C ends the
program on the $HEAD too.
END
}

# A word of any bytes as printable ASCII, for printf's %b: on its way into a
# container only valid UTF-8 would get through.
encoded() {
	printf '%s' "$1" | od -A n -v -t u1 | awk '{
		for (i = 1; i <= NF; i++)
			printf(($i > 32 && $i < 127 && $i != 92) ? "%c" : "\\0%03o", $i + 0)
	}'
}

# The first lines of what is run in the pod: takes the words back out of that
# form. The dot keeps newlines at a word's end.
decoder() {
	cat <<'END'
words=$#
while [ "$words" -gt 0 ]; do
	word=$(printf '%b.' "$1")
	set -- "$@" "${word%.}"
	shift
	words=$((words - 1))
done
END
}

# Run in the pod, with the directory for submissions and the file's name and
# size: takes the file from standard input, says where it put it.
receiver() {
	decoder
	cat <<'END'
umask 077
dir=$(mktemp -d "$1/clusterc-submit-XXXXXX") || {
	cat >/dev/null
	exit 1
}
if cat >"$dir/$2" && { ! command -v wc >/dev/null || [ "$(wc -c <"$dir/$2")" -eq "$3" ]; }; then
	printf '%s\n' "$dir"
else
	rm -rf "$dir"
	cat >/dev/null
	exit 1
fi
END
}

# The same for the files of a directory, as tar packs them.
unpacker() {
	decoder
	cat <<'END'
umask 077
command -v tar >/dev/null || {
	echo 'there is no tar in the image' >&2
	cat >/dev/null
	exit 1
}
dir=$(mktemp -d "$1/clusterc-submit-XXXXXX") || {
	cat >/dev/null
	exit 1
}
if tar -xf - -C "$dir"; then
	printf '%s\n' "$dir"
else
	rm -rf "$dir"
	cat >/dev/null
	exit 1
fi
END
}

# Run in the pod, with that directory and the program's words: leaves its own
# process id and the program's exit code behind. It outlives the signal that
# ends the program, to tell that it ended.
runner() {
	decoder
	cat <<'END'
dir=$1
shift
cd "$dir" || exit 1
trap : TERM INT HUP
printf '%s\n' "$$" >.clusterc-pid || exit 1
"$@"
code=$?
printf '%s\n' "$code" >.clusterc-code
exit "$code"
END
}

# Run in the pod, with that directory: says the program's exit code, ends it if
# it is still running, and leaves nothing. What kubectl exec starts leads a
# process group, so that a signal to the group reaches what it started itself.
ender() {
	cat <<'END'
pid=$(cat "$1/.clusterc-pid" 2>/dev/null)
if [ -n "$pid" ] && ! [ -s "$1/.clusterc-code" ]; then
	kill -TERM "-$pid" 2>/dev/null || kill -TERM "$pid" 2>/dev/null
	left=10
	while [ "$left" -gt 0 ] && ! [ -s "$1/.clusterc-code" ]; do
		sleep 1
		left=$((left - 1))
	done
	kill -KILL "-$pid" 2>/dev/null
	printf 'ended\n'
else
	cat "$1/.clusterc-code" 2>/dev/null
fi
rm -rf "$1"
END
}

do_submit() {
	before_program "$@"
	shift "$TAKEN"
	need_program "$@"
	run_on_head "$SUBMIT" "$@"
	return "$result"
}

# before_program WORD...: takes the options in front of the program, however it is called. TAKEN
# says how many words they are.
before_program() {
	TAKEN=0
	while [ $# -gt 0 ]; do
		case $VERB:$1 in
		*:--)
			TAKEN=$((TAKEN + 1))
			return
			;;
		run:--volumes) VOLUMES=yes TOOK=1 ;;
		run:-?*) waiting_option "$@" ;;
		*:-?*) common_option "$@" ;;
		*) return ;;
		esac
		[ "$TOOK" -gt 0 ] || usage "$VERB does not take '$1' before the file"
		TAKEN=$((TAKEN + TOOK))
		shift "$TOOK"
	done
}

# need_program WORD...: a file, or a directory and a file in it.
need_program() {
	[ -n "$SUBMIT" ] || die 2 "$TITLE has no way of its own to run a program" "a shell on the $HEAD: $RUN shell"
	[ $# -gt 0 ] || usage "$VERB needs a file"
	program=$1
	if [ -d "$1" ]; then
		[ $# -gt 1 ] || usage "$1 is a directory: which program in it is to be run?"
		case /$2/ in
		*/../* | //*) usage "the program has to be in the directory $1, not '$2'" ;;
		esac
		program=$1/$2
	fi
	if ! [ -f "$program" ] || ! [ -r "$program" ]; then
		die 2 "there is no file '$program' that can be read" "check the path"
	fi
}

# run_on_head COMMAND FILE [ARGUMENT...]: copies the file to the head and runs it
# there with COMMAND, whose words are one a line. result is the program's code.
run_on_head() {
	need_cluster
	need_pod head
	[ "$P_READY" = True ] || die 1 "the $HEAD is not ready" "see: $RUN status"
	command=$1 seat=$P_NAME
	shift
	if [ -d "$1" ]; then
		send_directory "$1"
		base=$2
		shift
	else
		send_file "$1"
	fi
	shift
	run_program "$@"
}

# A framework that no program can be submitted to names no directory for them.
send_file() {
	directory=${SUBMIT_DIR:-/tmp}
	base=$(basename -- "$1")
	size=$(wc -c <"$1")
	place=$(kube exec -i "$seat" --container head -- sh -c "$(receiver)" sh \
		"$(encoded "$directory")" "$(encoded "$base")" "$((size))" <"$1") ||
		not_sent
}

not_sent() {
	die 1 "$program could not be copied to $seat" \
		"if the lines above do not say why, look for room there: $RUN shell head -- df $directory"
}

# What cannot be read is not left out silently.
send_directory() {
	directory=${SUBMIT_DIR:-/tmp}
	[ -n "$SCRATCH" ] || make_scratch
	place=$({ packed "$1" || : >"$SCRATCH/incomplete"; } |
		kube exec -i "$seat" --container head -- sh -c "$(unpacker)" sh "$(encoded "$directory")") || not_sent
	[ ! -e "$SCRATCH/incomplete" ] || {
		kube exec "$seat" --container head -- rm -rf "$place" </dev/null
		not_sent
	}
}

# A directory's files, packed. macOS would add files of its own.
packed() {
	case $1 in
	/*) (cd "$1" && COPYFILE_DISABLE=1 tar -cf - .) ;;
	*) (cd "./$1" && COPYFILE_DISABLE=1 tar -cf - .) ;;
	esac
}

# Runs the command's words, the file and the arguments: those come first at the start,
# and each is moved behind. kubectl is in the background so that a signal to this
# script is heard at once; standard input is passed by hand, since a background
# process has none.
run_program() {
	arguments=$#
	set -- "$@" "$(encoded "$place")"
	IFS=$NEWLINE
	for word in $command; do set -- "$@" "$(encoded "$word")"; done
	unset IFS
	set -- "$@" "$(encoded "$place/$base")"
	while [ "$arguments" -gt 0 ]; do
		set -- "$@" "$(encoded "$1")"
		shift
		arguments=$((arguments - 1))
	done
	trap 'submit_interrupted 130' INT
	trap 'submit_interrupted 143' TERM
	trap 'submit_interrupted 129' HUP
	if [ -t 0 ]; then
		become_kubectl exec "$seat" --container head -- sh -c "$(runner)" sh "$@" </dev/null >&"$OUT" &
	else
		exec 3<&0
		become_kubectl exec -i "$seat" --container head -- sh -c "$(runner)" sh "$@" <&3 3<&- >&"$OUT" &
		exec 3<&-
	fi
	child=$!
	wait "$child"
	finish_program $?
}

# finish_program CODE: kubectl's own failures look like a program's, so the code
# that counts is the one the pod kept, the result. None there: the connection broke.
finish_program() {
	kept=$(within 30 exec "$seat" --container head -- sh -c "$(ender)" sh "$place" 2>/dev/null) || kept=lost
	case $kept in
	'' | *[!0-9]*) ;;
	*)
		result=$kept
		return
		;;
	esac
	case $kept in
	ended) die 1 "the connection to $seat broke; the program was ended there" "run it again" ;;
	lost) die 1 "the connection to $seat broke; what became of the program is not known (code $1)" "see: $RUN status" ;;
	*) die 1 "the program was not started (code $1)" "see: $RUN logs" ;;
	esac
}

# Ending kubectl alone would leave the program running on the head. Signals are
# ignored from here on, but kubectl hears an impatient second Ctrl-C all the same:
# then it is tried again.
submit_interrupted() {
	trap '' INT TERM HUP
	kill "$child" 2>/dev/null
	wait "$child" 2>/dev/null
	warn "ending the program on the $HEAD"
	for attempt in 1 2 3; do
		[ "$attempt" -eq 1 ] || sleep 1
		within 30 exec "$seat" --container head -- sh -c "$(ender)" sh "$place" >/dev/null 2>&1 && exit "$1"
	done
	complain "$seat cannot be reached: the program may still run there" "see: $RUN status"
	exit "$1"
}

# ------------------------------------------------------------------ run ----

help_run() {
	cat <<END
Creates the cluster, runs FILE on it as submit does, and deletes the cluster
again, whatever happens in between: also if it does not start, if the program
fails, and on Ctrl-C. A cluster that is there already is not touched: use submit.
What is told about the cluster goes to standard error; the program's output and
exit code are those of run.

  --timeout SECONDS  how long creating, and deleting, may take (default: $TIMEOUT)
  --volumes          delete the claims for storage, too, that this run has made
END
}

do_run() {
	VOLUMES=
	before_program "$@"
	shift "$TAKEN"
	need_program "$@"
	# The program's own output goes to descriptor 4 alone.
	exec 4>&1 1>&2
	OUT=4
	need_cluster
	need_none
	prepare_create
	claims_before=$(our_claims)
	FINALLY=undo_run
	trap leave EXIT
	make_cluster
	note "running $program"
	run_on_head "$SUBMIT" "$@"
	return "$result"
}

# Whoever made it may still want it.
need_none() {
	there=$(existing ,pods 2>&1) || refused_objects "$there"
	[ -z "$there" ] ||
		die 1 "$CLUSTER is there already, and run deletes only what it has created" \
			"run the program on it: $RUN submit $(quoted "$program"); or remove it first: $RUN delete"
}

# kubectl hears a second Ctrl-C even if this script does not: then it is tried again.
undo_run() {
	note "deleting $CLUSTER"
	for attempt in 1 2 3; do
		[ "$attempt" -eq 1 ] || sleep 1
		(remove_all) && break
		[ "$attempt" -lt 3 ] || warn "not all of it could be deleted; remove the rest: $RUN delete"
	done
}

# Everything but the claims, unless they are of this run and unwanted.
remove_all() {
	former=
	delete_all
	wait_until_gone
	claims=$(our_claims | BEFORE=$claims_before awk '
		BEGIN { n = split(ENVIRON["BEFORE"], line, "\n"); for (i = 1; i <= n; i++) before[line[i]] = 1 }
		!($0 in before)')
	if [ -n "$VOLUMES" ]; then delete_claims "$claims"; else tell_kept_claims; fi
}

# ---------------------------------------------------------------- smoke ----

help_smoke() {
	cat <<END
Proves that head and workers work together: runs a small program on the cluster
that succeeds only if $(plural "$WORKERS" "$WORKER") took part in it. It goes the way of
submit. The exit code is the program's, and the last line says what it means.
END
}

do_smoke() {
	only_common_options "$@"
	[ -n "$SMOKE_PROGRAM" ] ||
		die 2 "$TITLE has no program of its own that shows whether it works" "see: $RUN status"
	[ "$WORKERS" -gt 0 ] ||
		die 1 "$CLUSTER has no workers: there is nobody to work" "give it some in the profile: worker.count"
	trap 'exit 130' INT
	trap 'exit 143' TERM
	trap 'exit 129' HUP
	need_cluster
	look || die 3 "the cluster does not answer" "try again: $RUN smoke"
	count_wanted
	make_scratch
	program=$(
		cat <<END
$SMOKE_PROGRAM
END
	)
	cat >"$SCRATCH/$SMOKE_FILE" <<END
$program
END
	run_on_head "$SMOKE" "$SCRATCH/$SMOKE_FILE" "$WANTED_WORKERS" </dev/null
	if [ "$result" -eq 0 ]; then good "the cluster works"; else bad "the cluster does not work" >&2; fi
	return "$result"
}

# ------------------------------------------------------- logs and shell ----

help_logs() {
	cat <<END
Shows what the $HEAD (head)${NOTEBOOK:+, the $NOTEBOOK (notebook)} or a $WORKER (worker N, counted from 0)
has written.$(group_help)

  -f, --follow     go on showing what comes
  --previous       of the container before the last restart
  --tail LINES     only the last lines
END
}

do_logs() {
	ROLE='head' number=0 follow='' previous='' tail='' chosen=
	while [ $# -gt 0 ]; do
		case $1 in
		-f | --follow) follow=--follow ;;
		-p | --previous) previous=--previous ;;
		--tail=*) tail=$1 ;;
		--tail)
			[ $# -ge 2 ] || usage "--tail needs a number of lines"
			tail=--tail=$2
			shift
			;;
		-*)
			common_option "$@"
			[ "$TOOK" -gt 0 ] || usage "logs does not take '$1'"
			shift "$((TOOK - 1))"
			;;
		*) choose_role "$1" ;;
		esac
		shift
	done
	case ${tail#--tail=} in
	*[!0-9]*) usage "--tail needs a number of lines" ;;
	esac
	need_cluster
	need_pod "$ROLE" "$number"
	kube logs "$P_NAME" --container "$ROLE" ${follow:+"$follow"} ${previous:+"$previous"} ${tail:+"$tail"}
	code=$?
	[ "$code" -ne 1 ] || die 1 "there is no such log (yet)" "see: $RUN status"
	return "$code"
}

# For clusters with more than one kind of workers.
group_help() {
	printf '%s\n' "$(each_group ' ' ',')" | sed -n 's/^\(..*\),$/\
Groups of workers, each counted from 0 as well:\1/p'
}

# choose_role WORD: a role, then for workers a number.
choose_role() {
	if [ -z "$chosen" ]; then
		role_named "$1" ||
			usage "'$1' is none of: head, worker$(each_group ', ' '')${NOTEBOOK:+, notebook}"
		chosen=$ROLE
		return
	fi
	{ [ "$chosen" != number ] && is_counted "$chosen"; } || usage "$VERB does not take '$1' here"
	case $1 in
	'' | *[!0-9]*) usage "'$1' is not the number of a $WORKER" ;;
	esac
	number=$1 chosen=number
}

help_shell() {
	cat <<END
Opens a shell on the $HEAD (head)${NOTEBOOK:+, on the $NOTEBOOK (notebook)} or on a $WORKER (worker N, counted
from 0), or runs COMMAND there and returns its exit code. There is a terminal if
standard input is one. A command without a terminal goes on in the pod if this
script is killed: for programs there is submit.$(group_help)
END
}

do_shell() {
	ROLE='head' number=0 chosen=
	while [ $# -gt 0 ]; do
		case $1 in
		--)
			shift
			[ $# -gt 0 ] || usage "there is no command after --"
			break
			;;
		-*)
			common_option "$@"
			[ "$TOOK" -gt 0 ] || usage "shell does not take '$1' (a command comes after --)"
			shift "$TOOK"
			;;
		*)
			choose_role "$1"
			shift
			;;
		esac
	done
	need_cluster
	need_running_pod "$ROLE" "$number"
	[ $# -gt 0 ] || set -- sh -c 'if command -v bash >/dev/null 2>&1; then exec bash; else exec sh; fi'
	terminal=
	if [ -t 0 ] && [ -t 1 ]; then terminal=--tty; fi
	become_kubectl exec --stdin ${terminal:+"$terminal"} "$P_NAME" --container "$ROLE" -- "$@"
}

# ------------------------------------------------------------------- cp ----

help_cp() {
	cat <<END
Copies a file, or a directory with all that is in it, into a pod or out of one:
one of FROM and TO is here, the other one is ROLE:PATH. Roles are head${NOTEBOOK:+, notebook}
and worker:N, counted from 0.$(group_help)

  $RUN cp data.csv head:/tmp
  $RUN cp worker:1:/tmp/log.txt .

A path in a pod that does not begin with / is looked for where the pod's program
started. If TO is a directory that is there, the copy goes into it. A file arrives
whole or not at all. A file here whose name has a colon is written ./a:b. Directories
need tar, here and in the image.
END
}

do_cp() {
	while [ $# -gt 0 ]; do
		case $1 in
		--)
			shift
			break
			;;
		-?*) ;;
		*) break ;;
		esac
		common_option "$@"
		[ "$TOOK" -gt 0 ] || usage "cp does not take '$1'"
		shift "$TOOK"
	done
	[ $# -eq 2 ] || usage "cp needs two places: FROM and TO"
	if read_place "$1"; then
		! read_place "$2" || usage "both places are in pods: one has to be here"
		read_place "$1"
		copy_out "$2"
	elif read_place "$2"; then
		copy_in "$1"
	else
		usage "neither place is in a pod: one has to be like head:PATH or worker:N:PATH"
	fi
}

# read_place WORD: is it in a pod? Then ROLE, number and path are where.
read_place() {
	case $1 in
	*:*) role_named "${1%%:*}" || return 1 ;;
	*) return 1 ;;
	esac
	number=0 path=${1#*:}
	if is_counted "$ROLE"; then
		number=${path%%:*}
		case $path in
		*:*) ;;
		*) number= ;;
		esac
		case $number in
		'' | *[!0-9]*) usage "'$1' does not say which $ROLE: $ROLE:N:PATH" ;;
		esac
		path=${path#*:}
	fi
	path=${path:-.}
}

# need_there: the pod of the place that was read, running; in_pod CODE WORD... runs there.
need_there() {
	need_cluster
	need_running_pod "$ROLE" "$number"
	seat=$P_NAME
}

in_pod() {
	code_there=$1
	shift
	words_there=$#
	while [ "$words_there" -gt 0 ]; do
		set -- "$@" "$(encoded "$1")"
		shift
		words_there=$((words_there - 1))
	done
	kube exec -i "$seat" --container "$ROLE" -- sh -c "$(decoder)$NEWLINE$code_there" sh "$@"
}

# Run in the pod: path, name, and the size of what comes, or nothing of a directory. All that
# comes is taken even if there is no place for it: otherwise kubectl waits for ever to be rid of it.
taker() {
	cat <<'END'
to=$1
[ ! -d "$to" ] || to=${to%/}/$2
if [ -z "$3" ]; then
	command -v tar >/dev/null || echo 'there is no tar in the image' >&2
	mkdir -p "$to" && tar -xf - -C "$to" && exit
elif cat >"$to.part" && [ "$(wc -c <"$to.part")" -eq "$3" ]; then
	mv -f "$to.part" "$to"
	exit
else
	rm -f "$to.part"
fi
cat >/dev/null
exit 1
END
}

# Run in the pod: says what a path is.
teller() {
	cat <<'END'
if [ -d "$1" ]; then
	echo directory
elif [ -f "$1" ] && [ -r "$1" ]; then
	echo "file $(wc -c <"$1")"
fi
END
}

file_giver() {
	cat <<'END'
exec cat <"$1"
END
}

directory_giver() {
	cat <<'END'
cd "$1" && exec tar -cf - .
END
}

copy_in() {
	from=$1
	[ -r "$from" ] || die 2 "there is no '$from' that can be read" "check the path"
	case $from in
	/*) ;;
	*) from=./$from ;;
	esac
	base=$(basename -- "$from")
	case $base in
	. | .. | /) base='' ;;
	esac
	need_there
	if [ -d "$from" ]; then
		make_scratch
		{ packed "$from" || : >"$SCRATCH/incomplete"; } | in_pod "$(taker)" "$path" "$base" '' && [ ! -e "$SCRATCH/incomplete" ]
	else
		size=$(wc -c <"$from")
		in_pod "$(taker)" "$path" "$base" "$((size))" <"$from"
	fi || die 1 "$1 was not copied to $seat" "the lines above say why; the pod's own files are read-only except where it works"
	note "copied to $seat: $path"
}

copy_out() {
	to=$1 base=$(basename -- "$path")
	case $base in
	. | .. | /) base=$seat ;;
	esac
	need_there
	kind=$(in_pod "$(teller)" "$path" </dev/null) || kind=
	[ ! -d "$to" ] || to=${to%/}/${base:-$seat}
	case $to in
	/* | ./* | ../*) ;;
	*) to=./$to ;;
	esac
	case $kind in
	'file '*) copy_file_out "$((${kind#file }))" ;;
	directory) copy_directory_out ;;
	*) die 1 "there is no $path on $seat that can be read" "see: $RUN shell $ROLE $(is_counted "$ROLE" && echo "$number ")-- ls" ;;
	esac
	note "copied from $seat: $to"
}

# copy_file_out SIZE
copy_file_out() {
	if in_pod "$(file_giver)" "$path" </dev/null >"$to.part" && [ "$(wc -c <"$to.part")" -eq "$1" ]; then
		mv -f "$to.part" "$to" && return
	fi
	rm -f "$to.part"
	die 1 "$path was not copied whole" "try again; if the lines above do not say why, look for room here: df ."
}

copy_directory_out() {
	{ mkdir -p "$to" && in_pod "$(directory_giver)" "$path" </dev/null | tar -xf - -C "$to"; } ||
		die 1 "$path was not copied whole" "the lines above say why"
}

# ------------------------------------------------------- events and top ----

help_events() {
	cat <<END
Shows what Kubernetes itself has noted about the cluster's objects and pods, the
latest last. It forgets after an hour or so.
END
}

do_events() {
	only_common_options "$@"
	need_cluster
	list=$(ask get events -o "go-template=$(event_template)" 2>&1) ||
		die 1 "events cannot be read: $(refused_words "$list")" "ask the owner of namespace $NAMESPACE for the role 'view'"
	list=$(printf '%s\n' "$list" | OBJECTS=$OBJECTS CLUSTER=$CLUSTER SIZES=$POD_SIZES awk -F '\t' '
		BEGIN {
			OFS = "\t"
			n = split(ENVIRON["OBJECTS"], line, "\n")
			for (i = 1; i <= n; i++) ours[line[i]] = 1
			n = split(ENVIRON["SIZES"], line, "\n")
			for (i = 1; i <= n; i++) if (split(line[i], f, " ")) role[ENVIRON["CLUSTER"] "-" f[1]] = 1
		}
		{ name = $3; sub(/^[^\/]*\//, "", name); $3 = tolower(substr($3, 1, length($3) - length(name))) name }
		# CLUSTER-ROLE-N, and in a Job some letters behind that.
		$3 ~ /^pod\// { sub(/-[0-9]+(-[a-z0-9][a-z0-9][a-z0-9][a-z0-9][a-z0-9])?$/, "", name); if (name in role) print; next }
		$3 in ours')
	if [ -z "$list" ]; then
		say "nothing was noted lately about $CLUSTER"
		return
	fi
	{
		printf 'AGE\tTYPE\tOBJECT\tREASON\tMESSAGE\n'
		printf '%s\n' "$list" | sort -t "$TAB" -k 1,1 | ages 1 | while IFS=$TAB read -r age type object reason text; do
			printf '%s\t%s\t%s\t%s\t%s\n' "$age" "$type" "$object" "$reason" "$(unquoted "$text")"
		done
	} | columns | clean
}

event_template() {
	cat <<'END'
{{range .items -}}
{{or .lastTimestamp .eventTime .metadata.creationTimestamp}}	{{or .type "-"}}	{{.involvedObject.kind}}/{{.involvedObject.name}}	{{or .reason "-"}}	{{printf "%q" (or .message "")}}
{{end}}
END
}

help_top() {
	cat <<END
Shows what each pod takes of its cores and memory now, as the cluster measures it.
END
}

do_top() {
	only_common_options "$@"
	need_cluster
	look || die 3 "the cluster does not answer" "try again: $RUN top"
	[ -n "$LOOK" ] || not_created
	used=$(ask top pods --selector "$SELECTOR" --no-headers 2>&1) || no_metrics "$used"
	{
		printf 'POD\tROLE\tCPU\tOF\tMEMORY\tOF\n'
		printf '%s\n' "$used" | PODS=$(pod_rows) SIZES=$POD_SIZES awk "$(amount_functions)"'
			BEGIN {
				n = split(ENVIRON["PODS"], line, "\n")
				for (i = 1; i <= n; i++) if (split(line[i], f, "\t") > 3) role[f[1]] = f[3]
				n = split(ENVIRON["SIZES"], line, "\n")
				for (i = 1; i <= n; i++) if (split(line[i], f, " ") > 8) { cpu[f[1]] = f[4] / 1000; memory[f[1]] = f[6] }
			}
			$1 in role {
				r = role[$1]
				print $1 "\t" r "\t" $2 "\t" (r in cpu ? written(cpu[r], "cpu") : "-") "\t" $3 "\t" \
					(r in memory ? written(memory[r], "memory") : "-")
			}'
	} | columns | clean
}

no_metrics() {
	case $1 in
	*'etrics API not available'* | *'could not find the requested resource'*)
		die 1 "this Kubernetes cluster measures nothing: it has no metrics-server" \
			"look inside a pod instead: $RUN shell worker 0 -- top" ;;
	*'etrics not available'* | *'o metrics'* | *'not found'*)
		die 1 "there are no figures yet: they come half a minute after a pod's start" "try again: $RUN top" ;;
	*'(ServiceUnavailable)'* | *'unable to handle the request'*)
		die 1 "the cluster's metrics-server does not answer now" "try again later: $RUN top" ;;
	*) die 1 "no figures: $(refused_words "$1")" "ask the owner of namespace $NAMESPACE for the role 'view'" ;;
	esac
}

# ---------------------------------------------------------------- scale ----

help_scale() {
	cat <<END
Changes how many workers there are, and waits until they are there, or gone. Those
that stay notice nothing; the ones with the highest numbers go first.$(group_help)

  --timeout SECONDS  give up waiting after this long (default: $TIMEOUT)

The profile does not change: create brings back its number. A program that was told
how many workers there are when it began is not told anew.$(limit_help)
END
}

limit_help() {
	[ -z "$SITE_LIMITS" ] || printf '\n\nThe site %s allows, of all pods together:%s\n' "$SITE" \
		"$(printf '%s\n' "$SITE_LIMITS" | awk "$(amount_functions)"'
			{ print (NR > 1 ? ", " : " ") $1 " " ($1 == "cpu" ? written($2 / 1000, "cpu") : written($2, $1)) }' | tr -d '\n')"
}

do_scale() {
	kind_of_worker='' count=
	while [ $# -gt 0 ]; do
		case $1 in
		-*) waiting_option "$@" ;;
		*) scale_word "$1" ;;
		esac
		[ "$TOOK" -gt 0 ] || usage "scale does not take '$1'"
		shift "$TOOK"
	done
	[ -n "$count" ] || usage "scale needs the number of workers"
	kind_of_worker=${kind_of_worker:-worker}
	if ends && [ "$count" -eq 0 ]; then
		die 2 "a cluster that ends by itself cannot have 0 workers and get some again" "scale to 1, or: $RUN delete"
	fi
	need_cluster
	look || die 3 "the cluster does not answer" "try again: $RUN scale"
	[ -n "$LOOK" ] || not_created
	judge_all
	before=$(sizes_now | KIND=$kind_of_worker awk '$1 == ENVIRON["KIND"] { print $2 }')
	need_within_limits
	confirm_scale
	scale_to "$count"
	EXACT=yes
	note "waiting for $(plural "$count" "$(role_word "$kind_of_worker")"), at most $TIMEOUT s"
	wait_until_ready
	[ -n "$QUIET" ] || good "$CLUSTER has $(plural "$count" "$(role_word "$kind_of_worker")") now"
}

# A kind of workers, then how many.
scale_word() {
	TOOK=1
	case $1 in
	*[!0-9]* | '')
		if [ -n "$kind_of_worker$count" ] || ! role_named "$1" || ! is_counted "$ROLE"; then
			usage "'$1' is not a number of workers"
		fi
		kind_of_worker=$ROLE
		;;
	??????*) usage "'$1' is too many" ;;
	*)
		[ -z "$count" ] || usage "scale does not take '$1' here"
		count=$(($(printf '%s\n' "$1" | sed 's/^0*\(.\)/\1/')))
		;;
	esac
}

# The site's limits hold for what is scaled as for what is compiled; a quota, too.
need_within_limits() {
	beyond=$(sizes_now | KIND=$kind_of_worker COUNT=$count LIMITS=$SITE_LIMITS awk "$(amount_functions)"'
		BEGIN {
			n = split(ENVIRON["LIMITS"], line, "\n")
			for (i = 1; i <= n; i++) if (split(line[i], f, " ")) most[f[1]] = f[2]
		}
		$1 == ENVIRON["KIND"] { $2 = ENVIRON["COUNT"] }
		{
			if ($1 != "head" && $1 != "notebook") all["workers"] += $2
			all["cpu"] += $2 * $3
			all["memory"] += $2 * $5
			all["gpus"] += $2 * $8
		}
		END {
			for (name in most) if (all[name] > most[name]) {
				scale = name == "cpu" ? 1000 : 1
				print name ": " written(all[name] / scale, name) ", and all pods together may have " written(most[name] / scale, name)
			}
		}' | sort)
	[ -z "$beyond" ] || [ "$count" -le "$before" ] ||
		die 1 "the site $SITE does not allow that: $(printf '%s\n' "$beyond" | paste -s -d ';' -)" "choose a smaller number"
	added=$(sizes_now | KIND=$kind_of_worker MORE=$((count - before)) awk '$1 == ENVIRON["KIND"] && ENVIRON["MORE"] > 0 { $2 = ENVIRON["MORE"]; print }')
	[ -n "$added" ] || return 0
	lacks=$(quota_lacks "$added" '')
	[ -z "$lacks" ] || {
		printf '%s\n' "$lacks" | sed 's/^/  /' | clean >&2
		die 1 "the namespace $NAMESPACE has no room for $(plural "$((count - before))" "more worker")" "choose a smaller number, or ask for a larger quota"
	}
}

confirm_scale() {
	each=$(printf '%s\n' "$POD_SIZES" | KIND=$kind_of_worker awk '$1 == ENVIRON["KIND"] { print $8 }')
	more=$((count - before))
	if [ "$more" -gt 0 ] && [ "$each" -gt 0 ]; then
		confirm "Take $(plural "$((more * each))" "more GPU") from everybody else, $(how_long)?"
	elif [ "$more" -gt 0 ] && [ "$((WANTED_WORKERS + more))" -gt "$MANY_WORKERS" ]; then
		confirm "Have $(plural "$((WANTED_WORKERS + more))" worker)?"
	fi
}

# Both numbers of a Job have to change in one go (elastic indexed Jobs, Kubernetes 1.27).
scale_to() {
	workload=statefulset/$CLUSTER-$kind_of_worker change="{\"spec\":{\"replicas\":$1}}"
	if ends; then
		workload=job/$CLUSTER-$kind_of_worker change="{\"spec\":{\"completions\":$1,\"parallelism\":$1}}"
	fi
	reply=$(ask patch "$workload" --type merge --patch "$change" 2>&1) && return
	case $reply in
	*'(NotFound)'*) die 1 "there is no $workload" "see: $RUN status" ;;
	*'field is immutable'*)
		die 1 "this Kubernetes cannot change the number of a cluster that ends by itself (1.27 and later can)" \
			"change it in the profile; then: $RUN delete, and $RUN create" ;;
	*) die 1 "the number of workers was not changed: $(refused_words "$reply")" "ask the owner of namespace $NAMESPACE for the role 'edit'" ;;
	esac
}

# --------------------------------------------------------------- doctor ----

help_doctor() {
	cat <<END
Looks at everything that may be wrong, says what it is and what to do, and changes
nothing: kubectl and the way to the API server, what you may do, room in the
namespace, the cluster's objects, pods and storage, and port-forward. The exit code
is 1 if something is wrong.
END
}

do_doctor() {
	only_common_options "$@"
	wrong=0
	examine_kubectl
	examine_namespace
	examine_permissions
	examine_room
	examine_manifest
	examine_objects
	examine_needs
	examine_pods
	examine_forward
	if [ "$wrong" -eq 0 ]; then
		good "nothing is wrong"
	else
		bad "$(plural "$wrong" thing) wrong"
		return 1
	fi
}

# What a finding is: fine, worth knowing, or wrong with what to do about it.
fine() {
	[ -n "$QUIET" ] || printf '%s  %s\n' "${GREEN}ok${PLAIN}   " "$(printf '%s' "$*" | clean)"
}

notable() {
	printf '%s  %s\n' "note " "$(printf '%s' "$*" | clean)"
}

sick() {
	wrong=$((wrong + 1))
	printf '%s  %s\n' "${RED}wrong${PLAIN}" "$(printf '%s' "$1" | clean)"
	[ -z "${2-}" ] || say "         $2"
}

# Without these nothing else can be asked.
examine_kubectl() {
	need_kubectl
	fine "kubectl is $(command -v kubectl)"
	context=${CONTEXT:-$(become_kubectl config current-context 2>/dev/null)}
	fine "context ${context:-none}, namespace $NAMESPACE"
	reply=$(ask get --raw /version 2>&1) || refused "$reply"
	version=$(printf '%s\n' "$reply" | sed -n 's/.*"gitVersion": *"\([^"]*\)".*/\1/p')
	fine "the API server answers${version:+: Kubernetes $version}"
	need_cluster
}

examine_namespace() {
	reply=$(ask get namespace "$NAMESPACE" -o 'go-template={{.status.phase}} {{with .metadata.labels}}{{or (index . "pod-security.kubernetes.io/enforce") "-"}}{{else}}-{{end}}' 2>&1) || {
		case $reply in
		*'(NotFound)'*) sick "there is no namespace $NAMESPACE" "name yours with -n NAMESPACE" ;;
		*) notable "you may not look at the namespace itself" ;;
		esac
		return
	}
	case $reply in
	'Active '*) fine "the namespace is there" ;;
	*) sick "the namespace is ${reply%% *}" "wait until it is gone, or name another with -n NAMESPACE" ;;
	esac
	case ${reply#* } in
	-) ;;
	*) fine "Pod Security: ${reply#* } is enforced; pods of clusterc meet restricted, except with nfs volumes" ;;
	esac
}

# What create, the other verbs and delete need.
examine_permissions() {
	denied='' asked_for=0
	for kind in $(printf '%s\n' "$OBJECTS" | awk -F / 'NF && !seen[$1]++ { print $1 "s" }'); do
		examine_permission "${kind%ys}$(case $kind in *ys) echo ies ;; esac)" get list create patch delete
	done
	examine_permission pods get list
	examine_permission pods/log get
	examine_permission pods/exec create
	examine_permission pods/portforward create
	examine_permission events list
	[ -n "$denied" ] || fine "you may do all that is needed ($asked_for verbs were asked about)"
}

# examine_permission RESOURCE VERB...
examine_permission() {
	resource=$1 refused=
	shift
	for verb; do
		asked_for=$((asked_for + 1))
		ask auth can-i "$verb" "$resource" >/dev/null 2>&1 || refused="$refused${refused:+, }$verb"
	done
	[ -n "$refused" ] || return 0
	denied=yes
	sick "you may not $refused $resource in namespace $NAMESPACE" "ask its owner for the role 'edit'"
}

examine_room() {
	there=$(existing ,pods 2>/dev/null) lacks=$(ranges_forbid "$POD_SIZES")
	case $there in
	*pod/*) ;;
	*) lacks=$lacks$NEWLINE$(quota_lacks "$POD_SIZES" "$OBJECTS") ;;
	esac
	found=
	while IFS= read -r line; do
		[ -z "$line" ] || {
			found=yes
			sick "$line" "ask for less in the profile, delete what is not needed any more, or ask for a larger quota"
		}
	done <<END
$lacks
END
	[ -n "$found" ] || fine "no quota or limit range that can be read is in the way"
}

examine_manifest() {
	path=$(dirname "$0")/$MANIFEST
	if ! [ -r "$path" ]; then
		sick "there is no $MANIFEST beside this script" "keep both files in one directory, or generate them again with clusterc"
	elif [ "$(checksum_of "$path")" != "$MANIFEST_CKSUM" ]; then
		sick "$MANIFEST is not the one this script was generated with" "generate both again with clusterc"
	else
		fine "$MANIFEST is the one this script was generated with"
	fi
}

# Each object: there, missing, of somebody else, or of another version.
examine_objects() {
	look || die 3 "the cluster does not answer" "try again: $RUN doctor"
	judge_all
	if [ -z "$LOOK" ]; then notable "the cluster is not created: $RUN create"; fi
	former=$(other_form)
	[ -z "$former" ] || sick "$CLUSTER is there in another form: $(printf '%s\n' "$former" | paste -s -d ' ' -)" "$RUN delete, then $RUN create"
	set --
	IFS=$NEWLINE
	for object in $OBJECTS; do set -- "$@" "$object"; done
	unset IFS
	there=$(ask get "$@" --ignore-not-found -o "go-template=$(object_template)" 2>&1) || {
		sick "the cluster does not show what is there: $(refused_words "$there")" "ask the owner of namespace $NAMESPACE for the role 'edit'"
		return
	}
	judged=$(printf '%s\n' "$there" | OBJECTS=$OBJECTS CLUSTER=$CLUSTER DIGEST=$INPUT_DIGEST awk -F '\t' '
		NF > 3 { kind[tolower($1) "/" $2] = $3 != ENVIRON["CLUSTER"] || $4 != "clusterc" ? "foreign" : $5 != "-" && $5 != ENVIRON["DIGEST"] ? "outdated" : "there" }
		END {
			n = split(ENVIRON["OBJECTS"], line, "\n")
			for (i = 1; i <= n; i++) if (line[i] != "") print (line[i] in kind ? kind[line[i]] : "missing") "\t" line[i]
		}')
	tell_objects foreign "not this cluster's, but called like something of it" "delete or rename it, or give the profile another name"
	if [ -n "$LOOK" ]; then
		tell_objects missing "missing" "make it again: $RUN create"
		tell_objects outdated "of another version of this script" "bring it up to date: $RUN create"
		fine "$(plural "$(printf '%s\n' "$judged" | grep -c '^there')" object) as they should be"
	fi
}

object_template() {
	cat <<'END'
{{define "one"}}{{.kind}}	{{.metadata.name}}	{{with .metadata.labels}}{{or (index . "app.kubernetes.io/instance") "-"}}	{{or (index . "app.kubernetes.io/managed-by") "-"}}{{else}}-	-{{end}}	{{with .metadata.annotations}}{{or (index . "clusterc/input-digest") "-"}}{{else}}-{{end}}
{{end}}{{if .items}}{{range .items}}{{template "one" .}}{{end}}{{else if .kind}}{{template "one" .}}{{end}}
END
}

# tell_objects WHICH WHAT REMEDY
tell_objects() {
	which=$(printf '%s\n' "$judged" | WHICH=$1 awk -F '\t' '$1 == ENVIRON["WHICH"] { print $2 }')
	[ -z "$which" ] || sick "$2: $(printf '%s\n' "$which" | paste -s -d ' ' -)" "$3"
}

# What the profile takes for granted, and storage.
examine_needs() {
	missing=$(missing_needs)
	if [ -n "$missing" ]; then
		sick "the profile names what is not there: $(printf '%s\n' "$missing" | paste -s -d ' ' -)" "make it in namespace $NAMESPACE, or mend its name in the profile"
	else
		needed=$(needed_objects)
		[ -z "$needed" ] || fine "what the profile names is there: $(printf '%s\n' "$needed" | paste -s -d ' ' -)"
	fi
	rows=$(claim_rows) unbound=
	while IFS=$TAB read -r name phase class _; do
		if [ -z "$name" ] || [ "$phase" = Bound ]; then continue; fi
		unbound=yes
		sick "the claim $name is $phase (storage class $class)" "kubectl --namespace $NAMESPACE describe persistentvolumeclaim $name"
	done <<END
$rows
END
	[ -z "$rows" ] || [ -n "$unbound" ] || fine "all claims for storage are bound"
}

examine_pods() {
	[ -n "$LOOK" ] || return 0
	EVENTS=$(KNOWN_WARNINGS='' && warnings) explained=''
	rows=$(pod_rows)
	while read_pod; do
		judge
		[ -n "$CAUSE" ] || continue
		wrong=$((wrong + 1))
		explain_pod | { IFS= read -r first && printf '%s  %s\n' "${RED}wrong${PLAIN}" "$first" && sed 's/^/       /'; }
	done <<END
$rows
END
	if [ "$MADE" -lt "$WANTED" ]; then
		sick "$MADE of $(plural "$WANTED" pod) are made"
		explain_refusals | sed 's/^/         /'
	fi
	[ "$READY" -lt "$WANTED" ] || fine "$(plural "$READY" pod) ready"
	count_members
	if members_fit; then
		[ -z "$MEMBERS" ] || fine "the $HEAD counts $(plural "$COUNTED" "$WORKER")"
	else
		found="the $HEAD counts $COUNTED of $(plural "$WANTED_WORKERS" "$WORKER")"
		[ -n "$COUNTED" ] || found="how many workers the $HEAD counts is not known: $UNCOUNTED"
		sick "$found" "see: $RUN logs head, $RUN logs worker 0"
	fi
	[ "$GPUS_TAKEN" -eq 0 ] || notable "it takes $(plural "$GPUS_TAKEN" GPU) from everybody else, $(how_long)"
}

examine_forward() {
	if find_background; then
		fine "port-forward runs in the background, as process $BACKGROUND"
	elif [ -e "$NOTE.pid" ]; then
		sick "port-forward in the background has died" "start it again: $RUN port-forward --background"
	fi
}

# --------------------------------------------------------------- delete ----

help_delete() {
	cat <<END
Deletes what create made, after asking, and waits until all of it is gone, pods
too. Nothing without this cluster's labels is touched. Claims for storage are
kept. Deleting what is gone already is no failure. A port-forward in the
background is ended as well.

  --timeout SECONDS  give up waiting after this long (default: $TIMEOUT)
  --volumes          delete the claims that create made, too, and all that is stored
                     there; the cluster's name has to be typed
END
}

do_delete() {
	VOLUMES=
	while [ $# -gt 0 ]; do
		if [ "$1" = --volumes ]; then VOLUMES=yes TOOK=1; else waiting_option "$@"; fi
		[ "$TOOK" -gt 0 ] || usage "delete does not take '$1'"
		shift "$TOOK"
	done
	need_cluster
	end_background
	former=$(former_objects)
	former=$(kinds_of "$former")
	there=$(existing "$former,pods" 2>&1) || refused_objects "$there"
	claims=
	[ -z "$VOLUMES" ] || claims=$(our_claims)
	if [ -z "$there$claims" ]; then
		say "there is nothing left to delete of $CLUSTER in namespace $NAMESPACE"
		tell_kept_claims
		return
	fi
	confirm_delete
	[ -z "$there" ] || {
		delete_all
		wait_until_gone
	}
	if [ -n "$claims" ]; then delete_claims "$claims"; else tell_kept_claims; fi
}

confirm_delete() {
	running=$(printf '%s\n' "$there" | grep -c '^pod/')
	[ -n "$QUIET" ] || printf '%s\n' "$there" | sed -n 's/^./  &/p' | clean
	what="$CLUSTER, $(plural "$(($(count_lines "$there") - running))" object) and $(plural "$running" pod), from namespace $NAMESPACE"
	if [ -n "$claims" ]; then
		printf '%s\n' "$claims" | sed 's/^/  /; s/$/, with all that is stored there/' | clean
		[ -z "$there" ] || what="$what, and"
		[ -n "$there" ] || what=
		confirm_by_name "Delete ${what:+$what }THE DATA in $(plural "$(count_lines "$claims")" claim) of namespace $NAMESPACE? Nothing can bring it back."
	else
		confirm "Delete $what?"
	fi
}

# delete_claims CLAIMS: those, and no others. Storage takes its time to go.
delete_claims() {
	set --
	while IFS= read -r claim; do
		[ -z "$claim" ] || set -- "$@" "$claim"
	done <<END
$claims
END
	[ $# -gt 0 ] || return 0
	note "deleting $(plural $# claim) for storage"
	reply=$(kube delete "$@" --ignore-not-found --timeout="${TIMEOUT}s" 2>&1) ||
		die 1 "the claims are not all deleted: $(refused_words "$reply")" "try again: $RUN delete --volumes"
	[ -n "$QUIET" ] || printf '%s\n' "$reply" | sed 's/^/  /' | clean
}

delete_all() {
	reply=$(kube delete "$(kinds)$former" --selector "$SELECTOR" --wait=false 2>&1) && return
	printf '%s\n' "$reply" | sed 's/^/  /' | clean >&2
	die 1 "not everything could be deleted: $(refused_words "$reply")" "try again: $RUN delete; or ask the owner of namespace $NAMESPACE for the role 'edit'"
}

wait_until_gone() {
	started=$(now) told='' silent=0
	while :; do
		elapsed=$(($(now) - started))
		if there=$(existing "$former,pods" 2>/dev/null); then
			silent=0
			[ -n "$there" ] || break
			count=$(count_lines "$there")
			[ "$count" = "$told" ] || note "$(printf '%4s s  %s left' "$elapsed" "$count")"
			told=$count
		else
			silent=$((silent + 1))
			[ "$silent" -lt 10 ] || die 3 "the cluster does not answer any more" "try again later: $RUN delete"
		fi
		[ "$elapsed" -lt "$TIMEOUT" ] || die 1 \
			"still there after $elapsed s: $(printf '%s\n' "$there" | paste -s -d ' ' -)" "wait for it: $RUN delete --yes"
		sleep 1
	done
	[ -n "$QUIET" ] || good "$CLUSTER is deleted"
}

tell_kept_claims() {
	kept=$(our_claims)
	[ -n "$kept" ] || return 0
	say "kept, with their data: $(printf '%s\n' "$kept" | paste -s -d ' ' -)"
	say "  to delete them: $RUN delete --volumes"
}

# ------------------------------------------------------ verbs and main ----

# A row a verb: name, what may follow it, what it does. do_NAME runs it and
# help_NAME describes it, with _ for -.
verb_table() {
	cat <<END
create|[--timeout SECONDS]|create the cluster, or bring it up to date, and wait until it is ready
status|[--json]|show its pods and workers; the exit code tells whether it is ready
port-forward|[--port NAME=LOCAL]... [--background | --stop]|make its web pages reachable on this machine
submit|FILE [ARGUMENTS] | DIRECTORY PROGRAM [ARGUMENTS]|run a program on the cluster
run|[--timeout SECONDS] [--volumes] FILE [ARGUMENTS] | DIRECTORY PROGRAM [ARGUMENTS]|create the cluster, run a program on it, and delete it again
smoke||prove that head and workers work together
logs|[head|worker [N]$(each_group '|' ' [N]')${NOTEBOOK:+|notebook}] [-f] [--previous] [--tail LINES]|show what a pod has written
shell|[head|worker [N]$(each_group '|' ' [N]')${NOTEBOOK:+|notebook}] [-- COMMAND...]|open a shell in a pod, or run a command there
cp|FROM TO|copy files into a pod or out of one
events||show what Kubernetes has noted about it
top||show how much of their cores and memory the pods take
scale|[worker$(each_group '|' '')] N [--timeout SECONDS]|change how many workers there are
doctor||look for what is wrong, and say what to do
delete|[--volumes] [--timeout SECONDS]|delete the cluster
help|[VERB]|describe a verb
END
}

# The first field is up to the first bar, the last from the last one on: what is
# between them may have bars itself.
is_verb() {
	verb_table | VERB=$1 awk -F '|' '$1 == ENVIRON["VERB"] { found = 1 } END { exit !found }'
}

# help [VERB]
help() {
	if [ -n "${1-}" ] && [ "$1" != help ]; then
		help_verb "$1"
	else
		help_all
	fi | clean
}

help_verb() {
	verb_table | VERB=$1 RUN=$RUN awk -F '|' '
		$1 == ENVIRON["VERB"] {
			words = $0
			sub(/^[^|]*\|/, "", words)
			sub(/\|[^|]*$/, "", words)
			print "usage: " ENVIRON["RUN"] " [OPTIONS] " $1 (words == "" ? "" : " ") words
		}'
	printf '\n'
	"help_$(printf '%s' "$1" | tr - _)"
	printf '\n'
	help_options
}

help_all() {
	cat <<END
$ME manages one cluster: $CLUSTER, $TITLE.

usage: $RUN [OPTIONS] VERB ...

END
	verb_table | awk -F '|' '{ print "  " $1 "\t" $NF }' | columns
	printf '\n'
	help_options
	cat <<END

Exit codes: 0 good; 1 what was asked for failed; 2 wrong use; 3 kubectl or the
cluster cannot be reached. submit, run, smoke and shell return the program's own.
Generated by clusterc $CLUSTERC_VERSION.
END
}

help_options() {
	cat <<END
Options, before or after the verb:
  -n, --namespace NS  the namespace (default: the profile's, or the context's)
  --context NAME      the context of kubectl's configuration
  -y, --yes           do not ask
  -q, --quiet         no progress, only what was asked for and what is wrong
  -h, --help          this text; after a verb, that verb's
END
}

do_help() {
	while [ $# -gt 0 ]; do
		case $1 in
		-*)
			common_option "$@"
			[ "$TOOK" -gt 0 ] || usage "help does not take '$1'"
			shift "$TOOK"
			;;
		*)
			is_verb "$1" || unknown_verb "$1"
			help "$1"
			return
			;;
		esac
	done
	help
}

# The verb that takes the fewest changed letters, if they are few.
nearest_verb() {
	verb_table | WORD=$1 awk -F '|' '
		function least(a, b) { return a < b ? a : b }
		function distance(a, b, i, j, row, old, keep) {
			for (j = 0; j <= length(b); j++) row[j] = j
			for (i = 1; i <= length(a); i++) {
				old = row[0]
				row[0] = i
				for (j = 1; j <= length(b); j++) {
					keep = row[j]
					row[j] = least(least(row[j], row[j - 1]) + 1, old + (substr(a, i, 1) != substr(b, j, 1)))
					old = keep
				}
			}
			return row[length(b)]
		}
		BEGIN { best = 3; word = substr(ENVIRON["WORD"], 1, 40) }
		{ d = index($1, word) == 1 ? 0 : distance(word, $1); if (d < best) { best = d; verb = $1 } }
		END { print verb }'
}

unknown_verb() {
	near=$(nearest_verb "$1")
	[ -z "$near" ] || near="; did you mean '$near'?"
	die 2 "there is no verb '$1'$near" "see: $RUN help"
}

main() {
	ME=$(basename -- "$0")
	choose_colours
	call_line
	while [ $# -gt 0 ]; do
		case $1 in
		-?*) ;;
		*) break ;;
		esac
		common_option "$@"
		[ "$TOOK" -gt 0 ] || usage "there is no option '$1'"
		shift "$TOOK"
	done
	if [ $# -eq 0 ]; then
		help >&2
		exit 2
	fi
	is_verb "$1" || unknown_verb "$1"
	VERB=$1
	shift
	"do_$(printf '%s' "$VERB" | tr - _)" "$@"
}

main "$@"
