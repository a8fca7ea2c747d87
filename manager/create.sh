# --------------------------------------------------------------- create ----

do_create() {
	take_all queueing_option "$@"
	if is_job; then create_job; return; fi
	prepare_create
	claim_cluster
	make_cluster
	show_connections
}

# All that can be said before anything is made.
prepare_create() {
	check_manifest
	need_cluster
	check_namespace
	find_leftovers
	check_form
	wait_for_the_former
	need_look
	check_objects
	find_new_secrets
	find_stale_pods
	show_leftovers
	show_request
	check_room
	tell_missing
	confirm_request
	confirm_changes
}

make_cluster() {
	ADOPTED=
	on_signals create_interrupted
	make_secrets
	apply_manifest
	remove_additions
	adopt_objects
	remove_the_rest
	note "waiting for $(plural "$PODS" pod), at most $TIMEOUT s${QUEUE:+ after the queue $QUEUE has let them in, and $(in_words "$QUEUE_TIMEOUT") for that}"
	wait_until_ready
	tell_commits
	tell_package_differences
}

show_connections() {
	local roles
	[ -z "$QUIET" ] || return 0
	good "$CLUSTER is ready: $(plural "$PODS" pod)"
	roles=$(web_roles)
	! has_line head "$roles" || say "  dashboards:          $RUN port-forward"
	! has_line notebook "$roles" || say "  the notebook:        $RUN port-forward"
	[ -z "$SMOKE_PROGRAM" ] || say "  see that it works:   $RUN smoke"
	[ -z "$SUBMIT" ] || say "  run a program on it: $RUN submit FILE [ARGUMENTS]"
	say "  a shell in it:       $RUN shell"
	[ -z "$CONNECT" ] || say "  from pods inside:    $CONNECT"
	say "  remove it all:       $RUN delete"
}
