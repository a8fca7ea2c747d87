# ------------------------------------------------------ job: status ----

status_of_job() {
	[ -n "$LOOK" ] || [ -n "$R_NAME" ] || not_created
	show_request
	show_schedule
	[ -z "$(pod_rows)" ] || show_pods
	if is_under_way; then
		show_dashboards
		show_time_left
		show_gpus
	fi
	show_site_words
	show_difference
	tell_job
	is_job_good
}

# The exit code of status: is it on its way, or has it succeeded? A schedule is on its way before its first run.
is_job_good() { [ "$JOB_STATE" != failed ] && { [ -n "$R_NAME" ] || { [ -n "$SCHEDULE" ] && [ -n "$LOOK" ]; }; }; }

show_time_left() {
	local left
	left=$(seconds_left)
	[ -z "$left" ] || say "it may take $(in_words "$left") more, of its lifetime of $(in_words "$LIFETIME")"
}

# The last line says how it is; lines below say why, and what to do.
tell_job() {
	local kept
	case $JOB_STATE in
	failed)
		bad "$CLUSTER $JOB_WORDS"
		explain_failure lines ;;
	waiting)
		good "$CLUSTER $JOB_WORDS"
		explain_waiting ;;
	*) good "$CLUSTER $JOB_WORDS" ;;
	esac
	kept=$(seconds_kept)
	[ -z "$kept" ] || say "  it is kept for $(in_words "$kept") more, then Kubernetes removes it; to remove it now: $RUN delete"
}

# What keeps its pods from starting, each kind of trouble once.
explain_waiting() {
	if is_queued; then queue_reasons | sed 's/^/  /' | clean; return; fi
	EVENTS=$(warnings) EXPLAINED=''
	judge_all
	each_pod explain_unstarted
	[ "$MADE" -ge "$WANTED" ] || explain_refusals
}

# A pod that starts as it should is no trouble.
explain_unstarted() {
	case $CAUSE in image | config | container | room | memory | crash) explain_once ;; esac
	case $CAUSE in starting) tell_warning_about "$P_NAME" FailedMount ;; esac
}

# json_of_job: further members of status --json.
json_of_job() {
	local kept next
	kept=$(seconds_kept) next=''
	[ -z "$SCHEDULE" ] || next=$(next_run)
	cat <<END
job text $JOB_STATE
words text $JOB_WORDS
exitCode plain $JOB_CODE
attempt plain $ATTEMPT
started text $R_STARTED
ended text $R_ENDED
secondsKept plain $kept
schedule text $SCHEDULE
timeZone text $TIME_ZONE
nextRun text $next
suspended plain $([ -z "$SCHEDULE" ] || echo "${SUSPENDED:+true}" | sed 's/^$/false/')
END
}

run_fact() {
	case $R_END in Complete) set -- succeeded 0 ;; Failed) set -- failed "$(code_of_head "$R_TEXT")" ;; *) set -- running '' ;; esac
	printf 'runs\t%s\t%s\t%s\t%s\t%s\n' "$R_NAME" "$1" "$2" "$R_STARTED" "$R_ENDED"
}

# Of doctor.
examine_job() {
	EVENTS=$(warnings)
	judge_all
	[ -z "$SUSPENDED" ] || notable "the schedule is suspended: $RUN resume"
	case $JOB_STATE in
	absent) [ -z "$LOOK" ] || fine "$CLUSTER $JOB_WORDS; next run: $(next_run_words)" ;;
	failed) wrong "$CLUSTER $JOB_WORDS" "why: $RUN status" ;;
	succeeded) fine "$CLUSTER $JOB_WORDS" ;;
	*) if is_queued; then examine_queue; else examine_run; fi ;;
	esac
}

examine_run() {
	each_pod examine_pod_of_job
	[ "$MADE" -ge "$WANTED" ] || [ "$R_QUEUED" = yes ] || [ "$(put "$R_CREATED" | seconds_since)" -lt 10 ] ||
		wrong "$MADE of $(plural "$WANTED" pod) are made" '' "$(explain_refusals)"
	fine "$CLUSTER $JOB_WORDS"
	[ "$GPUS_TAKEN" -eq 0 ] || notable "$(gpus_words)"
}

# A pod of a job may have done its part, or just begin.
examine_pod_of_job() {
	case $CAUSE:$P_PHASE in *:Succeeded | starting:* | probe:*) return ;; esac
	examine_pod
}
