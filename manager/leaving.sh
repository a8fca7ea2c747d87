# -------------------------------------------------- scratch and leaving ----

# A directory of our own. mkdir fails on a name that somebody else made.
make_scratch() {
	trap leave EXIT
	SCRATCH=${TMPDIR:-/tmp}/clusterc-$$
	mkdir -m 700 "$SCRATCH" || {
		SCRATCH=
		die 1 "cannot make a directory in ${TMPDIR:-/tmp}" "set TMPDIR to a directory you can write to"
	}
}

# Some shells forget the code when a signal's trap has ended the script.
leave() {
	left_with=$? finally=$FINALLY
	trap '' INT TERM HUP
	FINALLY=
	end_forwards
	remove_scratch
	[ -z "$finally" ] || "$finally"
	remove_scratch
	exit "$left_with"
}

# Ends each kubectl port-forward that was started and has not ended.
end_forwards() {
	for pid in $FORWARDS; do
		kill "$pid" 2>/dev/null
		wait "$pid" 2>/dev/null
	done
}

remove_scratch() {
	[ -z "$SCRATCH" ] || rm -rf "$SCRATCH"
	SCRATCH=
}
