# ------------------------------------------- job: until it has ended ----

# see_through SHOW [SECONDS]: until the run that R_* is has ended, or for so long: 1 then. What its program writes is shown if SHOW is
# not empty. If the cluster does not answer for TIMEOUT seconds, this ends, but not the job.
see_through() {
	local since uid
	since=$(now) uid=$R_UID SILENT='' STAGE=''
	FOLLOWED='' DRAINED='' LAST_STAMP='' LAST_COUNT=0 LIVE='' DRAWN=0
	TOLD='' WARNED='' ROUND=0 ILL_SINCE='' REFUSAL='' UNMOUNTED=''
	while :; do
		ELAPSED=$(($(now) - since))
		if ! see_job; then
			bear_silence
		else
			SILENT=
			[ "$R_UID" = "$uid" ] || find_run "$uid" || lose_run
			if is_finished; then
				[ -z "$1" ] || show_the_rest
				return 0
			fi
			see_progress "$1"
		fi
		[ -z "${2-}" ] || [ "$ELAPSED" -lt "$2" ] || return 1
		# The first minutes are watched closely.
		if [ "$ELAPSED" -lt 120 ]; then sleep 2; else sleep 5; fi
	done
}

bear_silence() {
	[ -n "$SILENT" ] || {
		SILENT=$(now)
		note "$(printf '%4s s  the cluster does not answer; trying again' "$ELAPSED")"
	}
	[ "$(($(now) - SILENT))" -lt "$TIMEOUT" ] || {
		FINALLY=
		die 3 "the cluster does not answer any more; the job goes on there" "later: $RUN $VERB"
	}
}

# find_run UID: a schedule may have made another one since.
find_run() {
	read_run <<END
$(put "$RUNS" | WANTED=$1 awk -F '\t' '$2 == ENVIRON["WANTED"]')
END
	judge_job
	[ -n "$R_NAME" ]
}

lose_run() {
	FINALLY=
	[ -z "$RUNS" ] || die 1 "somebody has removed this run of $CLUSTER, and started another one" "see: $RUN status"
	die 1 "somebody has removed $CLUSTER, or it has ended and was not kept" "start it again: $RUN create"
}

# see_progress SHOW
see_progress() {
	[ "$JOB_STATE" = waiting ] || FINALLY=
	if [ -n "$1" ] && is_writing; then
		follow_program_log || is_over || warn "the connection to $P_NAME broke; going on"
		return
	fi
	case $JOB_STATE:$THERE:$STAGE in
	waiting:*) watch_the_waiting; return ;;
	# Between the program's end and its pod's nobody tells how far it is.
	starting::?*) return ;;
	esac
	[ "$STAGE" = "$JOB_STATE $THERE $ATTEMPT" ] || note "$(printf '%4s s  %s %s' "$ELAPSED" "$CLUSTER" "$JOB_WORDS")"
	STAGE="$JOB_STATE $THERE $ATTEMPT"
}

# A job waits for its turn as long as its lifetime allows, but what won't heal ends a run that has made it.
watch_the_waiting() {
	judge_all
	! is_queued || NEWS=
	NEWS=${NEWS:-"$CLUSTER $JOB_WORDS$NEWLINE"}
	tell_news
	ROUND=$((ROUND + 1))
	[ $((ROUND % 5)) -ne 0 ] || tell_warnings
	[ "$(reason_of "$REFUSAL")" != quota ] || REFUSAL=
	[ -z "$FINALLY" ] || consider_giving_up
}

# tell_end [LINES]: how the run ended; the program's last lines, if they were not shown already.
tell_end() {
	if [ "$JOB_STATE" = succeeded ]; then
		[ -n "$QUIET" ] || good "$CLUSTER $JOB_WORDS"
		return
	fi
	bad "$CLUSTER $JOB_WORDS"
	explain_failure "${1-}"
}

# explain_failure [LINES]: what is known of it, and where there is more.
explain_failure() {
	local lines
	[ -z "$JOB_NOTE" ] || say "  $JOB_SPEAKER says: $JOB_NOTE"
	[ "$JOB_CODE" -ne 124 ] || explain_waiting
	if pick_pod head; then
		lines=
		[ -z "${1-}" ] || lines=$(last_lines)
		[ -z "$lines" ] || {
			say "  the last that $PROGRAM_OF_JOB wrote:"
			put "$lines" | sed 's/^/    /' | clean
		}
		[ -z "${1-}" ] || say "  all that was written: $RUN logs"
	elif [ -n "${1-}" ]; then
		say "  its pods are gone, and their logs with them"
	fi
	[ -z "$LOGS_CLAIM" ] || say "  what every pod wrote, on the claim $LOGS_CLAIM: $RUN result"
}
