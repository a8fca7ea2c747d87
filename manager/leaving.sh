# -------------------------------------------------- scratch and leaving ----

# make_scratch [PREFIX]: SCRATCH is a new directory of our own, PREFIX in front of its name.
make_scratch() {
	trap leave EXIT
	SCRATCH=$(mktemp -d "${1:-${TMPDIR:-/tmp}/}clusterc-XXXXXX") ||
		die 1 "cannot make a directory in ${1:-${TMPDIR:-/tmp}}" "choose one you can write to${1:-: set TMPDIR}"
}

# cleaned COMMAND...: what it says on standard error, a pod's words among it, reaches the terminal only
# through clean, and no more of it than 64 KiB: clean takes a line at once, however long. The code is the command's.
cleaned() {
	local cleaned_code
	{ cleaned_code=$({ { "$@" >&8 8>&- 9>&-; echo $? >&9; } 2>&1 | { head -c 65536; cat >/dev/null; } 8>&- 9>&- | clean >&2 8>&- 9>&-; } 9>&1); } 8>&1
	return "${cleaned_code:-1}"
}

# Lets a signal end the script by the way of leave.
exit_on_signals() { on_signals exit; }

# on_signals FUNCTION: hands it the code to end with.
on_signals() {
	ON_SIGNAL=$1
	trap '"$ON_SIGNAL" 130' INT
	trap '"$ON_SIGNAL" 143' TERM
	trap '"$ON_SIGNAL" 129' HUP
}

# Some shells forget the code when a signal's trap has ended the script: LEFT_WITH is the one to end with.
leave() {
	LEFT_WITH=$?
	local finally
	finally=$FINALLY
	trap '' INT TERM HUP
	FINALLY=
	end_forwards
	remove_scratch
	[ -z "$finally" ] || "$finally"
	remove_scratch
	release_claim
	exit "$LEFT_WITH"
}

# Ends each kubectl port-forward that was started and has not ended.
end_forwards() {
	local pid
	for pid in $FORWARDS; do kill "$pid" 2>/dev/null; wait "$pid" 2>/dev/null; done
}

remove_scratch() { [ -z "$SCRATCH" ] || rm -rf -- "$SCRATCH"; SCRATCH=; }
