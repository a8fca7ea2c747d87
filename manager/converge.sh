# ----------------------------------- create: what the profile has no more ----

# What there is of kinds that this version of the cluster does not have: what an earlier one made, as far as it may be looked
# at. One kind that the API server does not know hides the others in one answer.
former_objects() {
	local kind there
	[ -n "$FORMER_KINDS" ] || return 0
	there=$(list_objects "$FORMER_KINDS" --selector "$SELECTOR") && { put "$there"; return; }
	for kind in $(printf '%s\n' "$FORMER_KINDS" | tr , ' '); do objects_if_any "$kind"; done
}

# What has the cluster's labels and is not in the manifest, one kind/name a line. Claims outlive their clusters.
leftovers() {
	local there
	there=$(existing) || return 1
	{ put "$there"; former_objects; } | OBJECTS=$OBJECTS awk -F / '
		BEGIN { n = split(ENVIRON["OBJECTS"], line, "\n"); for (i = 1; i <= n; i++) made[line[i]] = 1 }
		NF == 2 {
			kind = $1
			sub(/[.].*/, "", kind)
			if (!(kind "/" $2 in made) && kind !~ /^(pod|persistentvolumeclaim)$/) print
		}'
}

# What an earlier version made is shown before anything is done.
find_leftovers() {
	LEFTOVERS=$(leftovers) || refused_objects "$LEFTOVERS"
	[ -n "$LEFTOVERS" ] || return 0
	say "an earlier version of $CLUSTER made these, which the profile no longer has:"
	indented "$LEFTOVERS"
}

# A Secret that is made anew is not known to pods that run: STALE are those.
find_stale_pods() {
	STALE=
	if [ -n "$NEW_SECRETS" ] && look; then STALE=$(pod_rows | awk -F '\t' '$6 == "Running" { print "pod/" $1 }'); fi
	if [ -n "$STALE" ] && ends; then
		die 1 "a Secret of $CLUSTER is gone, and its pods run with the old one" "$RUN delete, then $RUN create"
	fi
}

# Asks about what is removed and replaced.
confirm_changes() {
	[ -z "$LEFTOVERS" ] || confirm "Remove $(plural "$(count_lines "$LEFTOVERS")" object) that the profile no longer has?"
	[ -z "$STALE" ] || confirm "A Secret is gone. Make a new one, and replace what runs with the old one ($(plural "$(count_lines "$STALE")" pod))?"
}

# The pods of what is removed go first, so that nothing is left of them when create is done.
remove_the_rest() {
	[ -z "$LEFTOVERS" ] || delete_listed "$LEFTOVERS" 'what the profile no longer has' create --cascade=foreground
	[ -z "$STALE" ] || delete_listed "$STALE" 'pods that know an old Secret' create --wait=false
}

# delete_listed LIST WHAT VERB OPTION...: exactly those. VERB is what to try again.
delete_listed() {
	local list what verb reply
	list=$1 what=$2 verb=$3
	shift 3
	IFS=$NEWLINE; set -- "$@" $list; unset IFS
	note "deleting $what"
	reply=$(within "$((TIMEOUT + 60))" delete "$@" --ignore-not-found --timeout="${TIMEOUT}s" 2>&1) ||
		die 1 "$what could not all be deleted: $(refused_words "$reply")" "try again: $RUN $verb"
	[ -n "$QUIET" ] || indented "$reply"
}
