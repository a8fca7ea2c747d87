# ---------------------------------------------------------------- smoke ----

do_smoke() {
	local code
	take_all common_option "$@"
	[ -n "$SMOKE_PROGRAM" ] ||
		die 2 "$TITLE has no program of its own that shows whether it works" "see: $RUN status"
	[ "$WORKERS" -gt 0 ] ||
		die 1 "$CLUSTER has no workers: there is nobody to work" "give it some in the profile: worker.count"
	exit_on_signals
	need_look
	count_wanted
	make_scratch
	PROGRAM=$SMOKE_FILE
	put "${SMOKE_PROGRAM%"$NEWLINE"}" >"$SCRATCH/$SMOKE_FILE"
	run_on_head "$SMOKE" "$SCRATCH/$SMOKE_FILE" "$WANTED_WORKERS" </dev/null
	code=$?
	if [ "$code" -eq 0 ]; then good "the cluster works"; else bad "the cluster does not work" >&2; fi
	return "$code"
}
