# ------------------------------------------------- roles and their pods ----

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
