# --------------------------------------------------------------- delete ----

do_delete() {
	local former there claims
	VOLUMES=
	take_all deleting_option "$@"
	need_cluster
	end_background
	former=$(former_objects | awk -F / 'NF > 1 && !seen[$1]++ { list = list "," $1 } END { print list }')
	there=$(existing "$former,pods") || refused_objects "$there"
	claims=
	[ -z "$VOLUMES" ] || claims=$(our_claims)
	if [ -z "$there$claims" ]; then
		forget_claim
		say "there is nothing left to delete of $CLUSTER in namespace $NAMESPACE"
		tell_kept_claims
		return
	fi
	confirm_delete "$there" "$claims"
	[ -z "$there" ] || { delete_all "$KINDS$former"; wait_for_the_end "$former,pods"; }
	forget_claim
	if [ -n "$claims" ]; then delete_claims "$claims"; else tell_kept_claims; fi
}

# Of delete and run.
deleting_option() {
	case $VERB:$1 in
	*:--volumes) VOLUMES=yes ;;
	run:*) queueing_option "$@" ;;
	*) waiting_option "$@" ;;
	esac
}

# Whoever claimed the cluster to create it has nothing left of it.
forget_claim() { ask delete "$CLAIM" --ignore-not-found >/dev/null 2>&1; }

# confirm_delete OBJECTS CLAIMS
confirm_delete() {
	local running what
	running=$(printf '%s\n' "$1" | grep -c '^pod/')
	[ -n "$QUIET" ] || printf '%s\n' "$1" | sed -n 's/^./  &/p' | clean
	what="$CLUSTER, $(plural "$(($(count_lines "$1") - running))" object) and $(plural "$running" pod), from namespace $NAMESPACE"
	if [ -n "$2" ]; then
		printf '%s\n' "$2" | sed 's/^/  /; s/$/, with all that is stored there/' | clean
		if [ -n "$1" ]; then what="$what, and"; else what=; fi
		confirm_by_name "Delete ${what:+$what }THE DATA in $(plural "$(count_lines "$2")" claim) of namespace $NAMESPACE? Nothing can bring it back."
	else
		confirm "Delete $what?"
	fi
}

# delete_claims CLAIMS: those, and no others. Storage takes its time to go.
delete_claims() {
	delete_listed "$1" "$(plural "$(count_lines "$1")" claim) for storage" 'delete --volumes'
}

# delete_all KINDS: everything of them that is the cluster's. What has not started yet has nothing to finish, and need not be
# given the time for it; nor what is left of a job that has ended.
delete_all() {
	local reply unstarted over
	over=
	! has_job_ended || over=yes
	look || LOOK=
	[ -z "$LOGS_CLAIM" ] || [ -z "$(reader_row)" ] || remove_reader
	reply=$(within "$((TIMEOUT + 60))" delete "$1" --selector "$SELECTOR" --wait=false 2>&1) ||
		die_refused "not everything could be deleted" "$reply" "try again: $RUN delete"
	unstarted=$(pod_rows | OVER=$over awk -F '\t' 'ENVIRON["OVER"] != "" || $8 != "True" && $10 ~ /^(-|waiting|starting)$/ && $6 !~ /^(Failed|Succeeded)$/ { print "pod/" $1 }')
	[ -n "$unstarted" ] || return 0
	IFS=$NEWLINE; set -- $unstarted; unset IFS
	ask delete "$@" --grace-period=1 --wait=false --ignore-not-found >/dev/null 2>&1
}

# wait_for_the_end [,KIND...]: of these, too.
wait_for_the_end() {
	wait_until_gone find_the_rest "$1" ||
		die 1 "still there after $ELAPSED s: $(in_a_line "$LEAVING")" "wait for it: $RUN delete --yes"
	[ -n "$QUIET" ] || good "$CLUSTER is deleted"
}

find_the_rest() { LEAVING=$(existing "$1"); }

tell_kept_claims() {
	local kept
	kept=$(our_claims)
	[ -n "$kept" ] || return 0
	say "kept, with their data: $(in_a_line "$kept")"
	say "  to delete them: $RUN delete --volumes"
}
