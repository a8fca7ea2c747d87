# --------------------------------------------------------------- create ----

help_create() {
	cat <<END
Creates the cluster, or applies what has changed, and waits until every pod is
ready. Missing Secrets are made of random bytes. Objects that the profile no longer
has are shown and removed; claims for storage stay. The manifest $MANIFEST has to
lie beside this script. It asks first (--yes answers) if something has to be removed
or replaced, and if the cluster takes GPUs or more than $MANY_WORKERS workers.

  --timeout SECONDS  give up waiting after this long (default: $TIMEOUT); what was
                     made stays, for you to look at
END
}

do_create() {
	waiting_options "$@"
	prepare_create
	claim_cluster
	make_cluster
	show_connections
}

# All that can be said before anything is made.
prepare_create() {
	need_manifest
	need_cluster
	need_namespace
	need_same_form
	wait_for_the_ended
	need_only_ours
	find_new_secrets
	find_leftovers
	find_stale_pods
	show_request
	need_room
	tell_missing
	confirm_request
	confirm_changes
}

make_cluster() {
	ADOPTED=
	on_signals create_interrupted
	make_secrets
	apply_manifest
	adopt_objects
	remove_the_rest
	note "waiting for $(plural "$PODS" pod), at most $TIMEOUT s"
	wait_until_ready
}
