# --------------------------------------------------------------- create ----

help_create() {
	cat <<END
Creates the cluster and waits until every pod is ready. For a cluster that is
there already it brings what changed up to date. The Secrets it needs are made
of random bytes; those that are there are kept as they are. What an earlier version
of the profile had, and this one has not, is shown and removed; claims for storage
are not.

  --timeout SECONDS  give up waiting after this long (default: $TIMEOUT); what was
                     made stays, for you to look at

It asks first if the cluster wants GPUs or more than $MANY_WORKERS workers, and if something
has to be removed or replaced (--yes answers). It touches nothing that it did not
make itself, and only one can create the cluster at a time. The manifest $MANIFEST
has to lie beside this script, as it was generated.
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
	trap 'create_interrupted 130' INT
	trap 'create_interrupted 143' TERM
	trap 'create_interrupted 129' HUP
	make_secrets
	apply_manifest
	adopt_objects
	remove_the_rest
	note "waiting for $(plural "$PODS" pod), at most $TIMEOUT s"
	wait_until_ready
}
