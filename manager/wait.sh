# ------------------------------------------------------ waiting ----

create_interrupted() {
	local there
	trap '' INT TERM HUP
	if [ -n "$FINALLY" ]; then complain "interrupted"; exit "$1"; fi
	there=$(existing ,pods) || there=
	printf '\n'
	if [ -n "$there" ]; then
		complain "interrupted; this exists and goes on starting: $(in_a_line "$there")" \
			"look at it: $RUN status; remove it: $RUN delete"
		! ends || [ -n "$ADOPTED" ] ||
			printf '  not all of it goes when the cluster ends; to finish that: %s create\n' "$RUN" | clean >&2
	else
		complain "interrupted; nothing was made"
	fi
	exit "$1"
}

# wait_for FUNCTION WORD...: calls it until it says yes (0), for TIMEOUT seconds at most: 1 then. 2 says that the cluster did
# not answer, which may pass. ELAPSED: for how long it has waited, IN_QUEUE of it in a queue, which doesn't count.
wait_for() {
	local started silent said
	started=$(now) silent=''
	while :; do
		ELAPSED=$(($(now) - started)) said=0
		"$@" || said=$?
		case $said:$silent in
		# In a trap, mksh takes a bare return for the code from before it.
		0:*) return 0 ;;
		2:) silent=yes; erase_live; note "$(printf '%4s s  the cluster does not answer; trying again' "$ELAPSED")" ;;
		1:*) silent='' ;;
		esac
		[ "$((ELAPSED - IN_QUEUE))" -ge "$TIMEOUT" ] || { sleep 2; continue; }
		[ -z "$silent" ] || die 3 "the cluster does not answer any more" "what was begun goes on; later: $RUN status"
		return 1
	done
}

# wait_until_gone FUNCTION WORD...: waits as long as the function finds something LEAVING, and tells how much that is.
wait_until_gone() {
	TOLD=
	wait_for see_gone "$@"
}

see_gone() {
	"$@" || return 2
	[ -n "$LEAVING" ] || return 0
	[ "$LEAVING" = "$TOLD" ] || note "$(printf '%4s s  %s left' "$ELAPSED" "$(count_lines "$LEAVING")")"
	TOLD=$LEAVING
	return 1
}

# Watches the pods until all are ready, tells what changes, and gives up on
# what will not heal. EXACT: until those that are too many are going, too. What is known of the waiting: what
# was TOLD and WARNED of last, ILL_SINCE when something is wrong, REFUSAL and UNMOUNTED as tell_warnings says.
wait_until_ready() {
	TOLD='' ILL_SINCE='' REFUSAL='' UNMOUNTED='' WARNED='' ROUND=0 QUEUED='' OUT_OF_QUEUE=0
	choose_live
	wait_for see_ready || give_up "not ready after $((ELAPSED - IN_QUEUE)) s"
	IN_QUEUE=0
}

see_ready() {
	look || return 2
	need_its_job
	! see_queue || return 1
	judge_all
	tell_news
	if [ "$READY" -ge "$WANTED" ] && observed && { [ -z "${EXACT-}" ] || [ "$MADE" -le "$WANTED" ]; }; then return 0; fi
	ROUND=$((ROUND + 1))
	[ $((ROUND % 5)) -ne 0 ] || tell_warnings
	consider_giving_up
	return 1
}

# The head's end is the cluster's: nothing of it is left then to be looked at.
need_its_job() {
	! ends || workload_rows | NAME=${OWNER#*/} awk -F '\t' '$1 == ENVIRON["NAME"] { found = 1 } END { exit !found }' ||
		die 1 "the $HEAD has ended, and the cluster with it" \
			"without lifetime and idle in the profile its pod stays, with what it said"
}
