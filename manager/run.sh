# ------------------------------------------------------------------ run ----

do_run() {
	if is_job; then run_job "$@"; return; fi
	VOLUMES=
	take_words program_option "$@"
	shift "$TAKEN"
	need_program "$@"
	# The program's own output goes to descriptor 4 alone.
	exec 4>&1 1>&2
	OUT=4
	need_cluster
	need_none
	prepare_create
	claim_cluster
	need_none
	CLAIMS_BEFORE=$(our_claims)
	FINALLY=undo_run
	make_cluster
	note "running $PROGRAM"
	run_on_head "$SUBMIT" "$@"
}

# Whoever made it may still want it.
need_none() {
	local there
	there=$(existing ,pods) || refused_objects "$there"
	there=$there$(former_objects)
	[ -z "$there" ] || die 1 "$CLUSTER is there already, and run deletes only what it has created" \
			"run the program on it: $RUN submit $(quoted "$PROGRAM"); or remove it first: $RUN delete"
}

# kubectl hears a second Ctrl-C even if this script does not: then it is tried again. What stays behind
# is never a good end.
undo_run() {
	local attempt claimed
	note "deleting $CLUSTER"
	for attempt in 1 2 3; do
		[ "$attempt" -eq 1 ] || sleep 1
		claimed=0
		still_claimed || claimed=$?
		[ "$claimed" -ne 1 ] || break
		if [ "$claimed" -eq 0 ] && (remove_all); then return; fi
	done
	if [ "$claimed" -eq 1 ]; then
		warn "somebody else has deleted $CLUSTER meanwhile; what is there now is not of this run, and stays"
	else
		warn "not all of it could be deleted; remove the rest: $RUN delete"
	fi
	[ "$LEFT_WITH" -ne 0 ] || LEFT_WITH=1
}

# Everything but the claims, unless they are of this run (not among CLAIMS_BEFORE) and unwanted.
remove_all() {
	local claims
	delete_all "$KINDS"
	wait_for_the_end ,pods
	claims=$(our_claims | grep -v -x -F -e "$CLAIMS_BEFORE")
	if [ -n "$VOLUMES" ]; then delete_claims "$claims"; else tell_kept_claims; fi
}
