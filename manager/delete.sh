# --------------------------------------------------------------- delete ----

do_delete() {
	local former there claims
	VOLUMES=
	take_all deleting_option "$@"
	need_cluster
	end_background
	former=$(kinds_of "$(former_objects)")
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
	[ -z "$there" ] || { delete_all "$KINDS$former"; wait_until_gone "$former,pods"; }
	forget_claim
	if [ -n "$claims" ]; then delete_claims "$claims"; else tell_kept_claims; fi
}

# Of delete and run.
deleting_option() { case $1 in --volumes) VOLUMES=yes ;; *) waiting_option "$@" ;; esac; }

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
	[ -z "$1" ] || delete_listed "$1" "$(plural "$(count_lines "$1")" claim) for storage" 'delete --volumes'
}

# delete_all KINDS: everything of them that is the cluster's.
delete_all() {
	local reply
	reply=$(within "$((TIMEOUT + 60))" delete "$1" --selector "$SELECTOR" --wait=false 2>&1) && return
	indented "$reply" >&2
	die 1 "not everything could be deleted: $(refused_words "$reply")" "try again: $RUN delete; or ask the owner of namespace $NAMESPACE for the role 'edit'"
}

# wait_until_gone [,KIND...]: of these, too.
wait_until_gone() {
	local started told silent elapsed there count
	started=$(now) told='' silent=0
	while :; do
		elapsed=$(($(now) - started))
		if there=$(existing "$1"); then
			silent=0
			[ -n "$there" ] || break
			count=$(count_lines "$there")
			[ "$count" = "$told" ] || note "$(printf '%4s s  %s left' "$elapsed" "$count")"
			told=$count
		else
			silent=$((silent + 1))
			[ "$silent" -lt 10 ] || die 3 "the cluster does not answer any more" "try again later: $RUN delete"
		fi
		[ "$elapsed" -lt "$TIMEOUT" ] || die 1 \
			"still there after $elapsed s: $(in_a_line "$there")" "wait for it: $RUN delete --yes"
		sleep 1
	done
	[ -n "$QUIET" ] || good "$CLUSTER is deleted"
}

tell_kept_claims() {
	local kept
	kept=$(our_claims)
	[ -n "$kept" ] || return 0
	say "kept, with their data: $(in_a_line "$kept")"
	say "  to delete them: $RUN delete --volumes"
}
