# ------------------------------------------------- roles and their pods ----

# find_pod ROLE [N]: reads the pod of that role into P_*, a running one if there is one, else one that has not ended.
# The worker of number N; without N the head, or worker 0.
find_pod() {
	look || die 3 "the cluster does not answer" "try again: $RUN status"
	pick_pod "$@"
}

# pick_pod ROLE [N]: the same of what was seen last. Without a head, worker 0 leads. Of a job's pods that have ended, the last counts.
pick_pod() {
	local row
	case $LEADS:$1 in worker:head) set -- worker 0 ;; esac
	row=$(pod_rows | WANTED_ROLE=$1 NUMBER=${2:-0} JOB=$JOB awk -F '\t' '
		$3 == ENVIRON["WANTED_ROLE"] && $4 == ENVIRON["NUMBER"] && $7 == "-" {
			rank = $6 == "Running" ? 3 : $6 == "Failed" || $6 == "Succeeded" ? 1 : 2
			if (rank > best || rank == best && ENVIRON["JOB"] != "" && $15 > created) { best = rank; row = $0; created = $15 }
		}
		END { print row }')
	read_pod <<END
$row
END
}

need_pod() {
	find_pod "$@" && return
	[ -n "$LOOK" ] || not_created
	! has_job_ended || die 1 "the pods of $CLUSTER are gone, and their logs with them" "${LOGS_CLAIM:+what they wrote is on the claim $LOGS_CLAIM: $RUN result; }how it ended: $RUN status"
	! is_counted "$1" || die 1 "there is no $1 ${2:-0}" "see which there are: $RUN status"
	die 1 "the $1's pod is not there" "see: $RUN status"
}

need_running_pod() {
	need_pod "$@"
	! is_over || die 1 "$P_NAME has ended" "see: $RUN status"
	[ "$P_PHASE" = Running ] || die 1 "$P_NAME is not running yet" "see: $RUN status"
}

not_created() {
	! is_job || die 1 "the job $CLUSTER is not there in namespace $NAMESPACE: not created, or removed since" \
		"start it: $RUN create${LOGS_CLAIM:+; what earlier ones wrote: $RUN result}"
	die 1 "the cluster $CLUSTER is not there in namespace $NAMESPACE: not created" "create it: $RUN create"
}

# role_named WORD: ROLE is that role, by its own name or by the framework's word for it.
role_named() {
	case $1 in
	'') return 1 ;;
	head | "$HEAD") ROLE='head' ;;
	worker | "$WORKER") ROLE='worker' ;;
	notebook | "$NOTEBOOK") [ -n "$NOTEBOOK" ] && ROLE='notebook' ;;
	*) has_line "$1" "$GROUPS_OF_WORKERS" && ROLE=$1 ;;
	esac
}

# choose_role WORD: a role, then for workers a NUMBER. Both are empty before.
choose_role() {
	if [ -z "$ROLE" ]; then
		role_named "$1" || usage "'$1' is none of: head, worker$(each_group ', ' '')${NOTEBOOK:+, notebook}"
		return
	fi
	{ [ -z "$NUMBER" ] && is_counted "$ROLE"; } || usage "$VERB does not take '$1' here"
	case $1 in '' | *[!0-9]*) usage "'$1' is not the number of a $WORKER" ;; esac
	NUMBER=$1
}

# Workers are counted, in each group of them.
is_counted() { [ "$1" = worker ] || has_line "$1" "$GROUPS_OF_WORKERS"; }

# Each group of workers, a word in front and one behind.
each_group() {
	local group
	for group in $GROUPS_OF_WORKERS; do printf '%s%s%s' "$1" "$group" "$2"; done
}

role_word() {
	case $1 in
	head) printf '%s\n' "$HEAD" ;;
	worker) printf '%s\n' "$WORKER" ;;
	notebook) printf '%s\n' "$NOTEBOOK" ;;
	*) printf '%s\n' "$1" ;;
	esac
}
