# ----------------------------------------------------------------- logs ----

do_logs() {
	local code
	ROLE='' NUMBER='' FOLLOW='' PREVIOUS='' TAIL='' SINCE=''
	take_all logs_word "$@"
	need_cluster
	await_log
	need_pod "${ROLE:=head}" "$NUMBER"
	need_node
	if [ -t 1 ]; then
		{ code=$({ { (show_logs); echo $? >&3; } | clean_lines >&4 3>&-; } 3>&1); } 4>&1
	else
		show_logs
		code=$?
	fi
	[ "$code" -ne 1 ] || die 1 "there is no such log (yet)" "see: $RUN status"
	return "$code"
}

# Of a pod without a node kubectl shows an empty log, as if it had written nothing.
need_node() {
	[ -z "$FOLLOW" ] && [ "$P_PHASE:$P_STATE" = Pending:- ] || return 0
	REVISIONS=$(workload_rows | cut -f 5)
	judge
	die 1 "there is no log yet: $P_NAME: $STATE" "see: $RUN status; or wait for it: $RUN logs -f"
}

# create of a job doesn't wait until its pods have begun to write.
await_log() {
	! is_job || [ -z "$FOLLOW" ] || wait_for see_begun >&2 || die 1 "there is no such log after $ELAPSED s" "see: $RUN status"
}

see_begun() {
	see_job || return 2
	pick_pod "${ROLE:-head}" "$NUMBER" || { ! is_under_way; return; }
	! has_not_begun || {
		[ "$ELAPSED" -gt 1 ] || note "waiting until $P_NAME begins; see: $RUN status"
		return 1
	}
}

has_not_begun() { case $P_PHASE:$P_STATE in Pending:* | *:waiting | *:-) ! is_over ;; *) return 1 ;; esac; }

# One log; with --follow, what comes after it, too. kubectl ends as its container does, and with 1 if the connection breaks.
show_logs() {
	local code began ended
	if [ -z "$FOLLOW" ] || [ -n "$PREVIOUS" ]; then show_log; return; fi
	while [ -n "$FOLLOW" ]; do
		code=0 began=$(now) SHOWN="$P_NAME $P_CREATED $P_RESTARTS"
		show_log || code=$?
		ended=$(utc_now)
		case $code in
		0) ;;
		1) [ "$(($(now) - began))" -ge 10 ] || return 1 ;;
		*) return "$code" ;;
		esac
		TAIL='' SINCE=''
		wait_for see_next >&2 || end_logs "nothing has taken the place of ${SHOWN%% *} for $ELAPSED s; see: $RUN status"
	done
}

show_log() {
	cleaned kube logs "$P_NAME" --container "${ONE:-$ROLE}" ${FOLLOW:+--follow} ${PREVIOUS:+--previous} ${TAIL:+"--tail=$TAIL"} \
		${SINCE:+"--since-time=$SINCE"}
}

# Is there a container to go on with after SHOWN? If there is never one again, FOLLOW is empty then.
see_next() {
	if is_job; then see_job; else look; fi || return 2
	if [ -z "$LOOK" ]; then end_logs "$CLUSTER is not there any more"; return; fi
	pick_pod "$ROLE" "$NUMBER" || return 1
	if [ "$P_NAME $P_CREATED $P_RESTARTS" = "$SHOWN" ]; then see_the_same; else see_another; fi
}

# For some seconds the API server may say that a program runs which has ended. If it says so for longer, the connection broke.
see_the_same() {
	if is_over; then
		# Until its Job has ended, another may take its place.
		if is_job; then is_under_way && return 1; end_logs "$CLUSTER $JOB_WORDS"; return; fi
		GRAVE=
		judge_over
		[ "$GRAVE" = now ] && end_logs "$P_NAME: $STATE"
		return
	fi
	[ "$P_STATE" = running ] && [ "$ELAPSED" -ge 10 ] || return 1
	warn "the connection to $P_NAME broke; going on, maybe without some lines, or with some twice"
	SINCE=$ended
}

see_another() {
	case $P_STATE:$P_WAIT in
	running:* | starting:* | ended:* | waiting:CrashLoopBackOff) ;;
	*) return 1 ;;
	esac
	case $SHOWN in
	"$P_NAME $P_CREATED "*) warn "the program of $P_NAME ended and was started again (restarts: $P_RESTARTS)" ;;
	*) warn "${SHOWN%% *} was replaced; going on with the new pod, $P_NAME" ;;
	esac
}

end_logs() { warn "the log ends here: $1"; FOLLOW=; }

logs_word() {
	case $1 in
	-f | --follow) FOLLOW=yes ;;
	-p | --previous) PREVIOUS=yes ;;
	--tail | --tail=*)
		value_of 'a number of lines' "$@"
		case $VALUE in *[!0-9]*) usage "--tail needs a number of lines" ;; esac
		TAIL=$VALUE ;;
	-*) waiting_option "$@" ;;
	*) choose_role "$1" ;;
	esac
}
