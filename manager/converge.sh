# ----------------------------------- create: what the profile has no more ----

# What an earlier version made is shown before anything is done.
show_leftovers() {
	[ -n "$LEFTOVERS" ] || return 0
	say "an earlier version of $CLUSTER made these, which the profile no longer has:"
	indented "$LEFTOVERS"
}

# A Secret that is made anew is not known to what runs: STALE are the pods whose programs began before. A minute is left to
# clocks that differ. A job's pods are never replaced for that.
find_stale_pods() {
	local newest
	STALE=
	! is_job || return 0
	newest=$(put "$JUDGED" | awk -F '\t' '$2 ~ /^secret/ && $4 > newest { newest = $4 } END { print newest }')
	[ -z "$NEW_SECRETS" ] || newest=9999
	STALE=$(pod_rows | NEWEST=$newest awk -F '\t' "$SECONDS_FUNCTION"'
		$6 == "Running" && $7 == "-" && $16 != "-" && seconds($16) + 60 < seconds(ENVIRON["NEWEST"]) { print "pod/" $1 }')
}

confirm_changes() {
	[ -z "$LEFTOVERS" ] || confirm "Remove $(plural "$(count_lines "$LEFTOVERS")" object) that the profile no longer has?"
	[ -n "$STALE" ] || return 0
	! ends || die 1 "a Secret of $CLUSTER is gone or was made anew, and its pods run with the old one" "$RUN delete, then $RUN create"
	confirm "A Secret is gone or was made anew. Replace what runs with the old one ($(plural "$(count_lines "$STALE")" pod))?"
}

# The pods of what is removed go first, so that nothing is left of them when create is done.
remove_the_rest() {
	delete_listed "$LEFTOVERS" 'what the profile no longer has' create --cascade=foreground
	delete_listed "$STALE" 'pods that know an old Secret' create --wait=false
}

# delete_listed LIST WHAT VERB OPTION...: exactly those, if any. VERB is what to try again.
delete_listed() {
	local list what verb reply
	list=$1 what=$2 verb=$3
	[ -n "$list" ] || return 0
	shift 3
	IFS=$NEWLINE; set -- "$@" $list; unset IFS
	note "deleting $what"
	reply=$(within "$((TIMEOUT + 60))" delete "$@" --ignore-not-found --timeout="${TIMEOUT}s" 2>&1) ||
		die_refused "$what could not all be deleted" "$reply" "try again: $RUN $verb"
	[ -n "$QUIET" ] || indented "$reply"
}
