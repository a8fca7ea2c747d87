# ----------------------------------------- job: create, run and wait ----

create_job() {
	check_manifest
	need_job
	if [ -z "$SCHEDULE" ] && is_under_way; then
		complete_job
		say "nothing was started: $CLUSTER $JOB_WORDS"
		[ "$JOB_STATE" != waiting ] || tell_charged_later
	else
		start_job
		[ -n "$QUIET" ] || tell_started
	fi
	[ -n "$QUIET" ] || tell_next
}

tell_started() {
	if [ -z "$SCHEDULE" ]; then
		good "$CLUSTER is started: $PROGRAM_OF_JOB, with $(plural "$PODS" pod)"
		tell_charged_later
	elif [ -n "$SUSPENDED" ]; then
		good "$CLUSTER is there, and suspended: nothing starts until $RUN resume"
	else
		good "$CLUSTER is there; next run: $(next_run_words)"
	fi
}

tell_charged_later() { [ -z "$CHARGES" ] || [ "$GPUS" -eq 0 ] || say "  $(charged_later_words)"; }

tell_next() {
	say "  how it is doing:     $RUN status"
	say "  what it writes:      $RUN logs -f"
	say "  wait for its end:    $RUN wait"
	say "  remove it all:       $RUN delete"
}

start_job() {
	prepare_create
	confirm_again
	claim_cluster
	remove_finished
	ADOPTED=
	on_signals create_interrupted
	make_secrets
	apply_manifest
	adopt_objects
	remove_the_rest
	release_claim
}

# Who applied the manifest by hand, or was interrupted, has a job that lacks its Secrets, or does not go as a whole.
complete_job() {
	judge_objects
	check_objects
	if [ -n "$(judged outdated)" ]; then
		note "what runs is of another version of this script: this one can begin when that has ended"
	elif [ -n "$(judged missing)$(unowned)" ]; then
		claim_cluster
		find_new_secrets
		on_signals create_interrupted
		make_secrets
		apply_manifest
		adopt_objects
		release_claim
	fi
}

# Which of the objects that are there do not go with OWNER yet.
unowned() {
	put "$JUDGED" | OWNER=$OWNER awk -F '\t' '
		$1 == "there" && $5 == "-" && $2 != ENVIRON["OWNER"] && $2 !~ /^persistentvolumeclaim/ { print $2 }'
}

# A run that has ended is in the way of the next one; its log goes with it.
confirm_again() {
	[ -z "$SCHEDULE" ] && is_finished || return 0
	say "$CLUSTER is there from an earlier run: it $JOB_WORDS"
	[ -z "$JOB_NOTE" ] || say "  $JOB_SPEAKER says: $JOB_NOTE"
	confirm "Remove that run, with what Kubernetes has of its log, and start again?"
}

# Only its Jobs go: what they would take along, the Secrets among it, is let go before.
remove_finished() {
	local there object
	[ -z "$SCHEDULE" ] && is_finished || return 0
	there=$(judged there; judged outdated)
	for object in $there; do
		case $object in job/* | persistentvolumeclaim/*) continue ;; esac
		ask patch "$object" --type merge --patch '{"metadata":{"ownerReferences":null}}' >/dev/null 2>&1
	done
	delete_listed "$(put "$there" | grep '^job/')" "the earlier run" create --cascade=foreground
}

# What the program writes goes to standard output, all else to standard error.
run_job() {
	local code
	take_all waiting_option "$@"
	exec 4>&1 1>&2
	OUT=4
	check_manifest
	need_job
	if is_under_way; then
		note "$CLUSTER $JOB_WORDS; following it"
	else
		start_job
		see_job || die 3 "the cluster does not answer" "the job is started; follow it: $RUN run"
		FINALLY=undo_job
	fi
	make_scratch
	on_signals leave_job
	see_through show
	code=$JOB_CODE
	tell_end
	FINALLY=undo_job
	return "$code"
}

# Nothing is asked: whoever presses Ctrl-C, or closes the terminal, may come back.
leave_job() {
	trap '' INT TERM HUP
	FINALLY=
	complain "$CLUSTER goes on without this script" \
		"follow it again: $RUN run; see how it is: $RUN status; or delete it: $RUN delete"
	exit "$1"
}

# Everything but the claims goes, if it is still the run that was followed.
undo_job() {
	local uid
	uid=$R_UID
	note "deleting $CLUSTER"
	if look_at_job && [ -n "$R_UID" ] && [ "$R_UID" != "$uid" ]; then
		warn "somebody else has started $CLUSTER again meanwhile; that is not of this run, and stays"
		return
	fi
	VOLUMES='' CLAIMS_BEFORE=''
	if (remove_all) || { sleep 2; (remove_all); }; then return; fi
	warn "not all of it could be deleted; remove the rest: $RUN delete"
	[ "$LEFT_WITH" -ne 0 ] || LEFT_WITH=1
}

do_wait() {
	local seconds
	TIMEOUT=
	take_all waiting_option "$@"
	seconds=$TIMEOUT TIMEOUT=${TIMEOUT:-300}
	need_job
	[ -n "$LOOK" ] || [ -n "$R_NAME" ] || not_created
	[ -n "$R_NAME" ] || die 1 "$CLUSTER has not run yet" "next run: $(next_run_words)"
	is_finished || see_through '' "$seconds" ||
		die 1 "$CLUSTER has not ended after $ELAPSED s: it $JOB_WORDS" "wait on: $RUN wait; what it writes: $RUN logs -f"
	if [ "$JOB_STATE" = succeeded ]; then tell_end; else tell_end lines >&2; fi
	return "$JOB_CODE"
}
