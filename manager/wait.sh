# ------------------------------------------------------ create: waiting ----

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

# Watches the pods until all are ready, tells what changes, and gives up on
# what will not heal. EXACT: until those that are too many are going, too. What is known of the waiting: ELAPSED seconds, what
# was TOLD and WARNED of last, ILL_SINCE when something is wrong, REFUSAL and UNMOUNTED as tell_warnings says.
wait_until_ready() {
	local started silent round
	started=$(now) silent=0 round=0
	TOLD='' ILL_SINCE='' REFUSAL='' UNMOUNTED='' WARNED=''
	choose_live
	while :; do
		ELAPSED=$(($(now) - started))
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
		[ "$ELAPSED" -lt "$TIMEOUT" ] || give_up "not ready after $ELAPSED s"
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
