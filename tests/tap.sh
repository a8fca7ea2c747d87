# The Test Anything Protocol for the shell tests: source this, call pass, fail,
# skip or check once for each thing looked at, and finish with done_testing.
# shellcheck shell=sh

tap_count=0
tap_failed=0

# Anything as a diagnostic: each line of standard input behind "# ".
diag() {
	sed 's/^/# /'
}

pass() {
	tap_count=$((tap_count + 1))
	printf 'ok %d - %s\n' "$tap_count" "$1"
}

# fail DESCRIPTION: the reasons follow by diag.
fail() {
	tap_count=$((tap_count + 1))
	tap_failed=$((tap_failed + 1))
	printf 'not ok %d - %s\n' "$tap_count" "$1"
}

# skip DESCRIPTION REASON
skip() {
	tap_count=$((tap_count + 1))
	printf 'ok %d - %s # SKIP %s\n' "$tap_count" "$1" "$2"
}

# skip_all REASON: nothing of this test can run here.
skip_all() {
	printf '1..0 # SKIP %s\n' "$1"
	exit 0
}

# check DESCRIPTION COMMAND...: passes when the command does; otherwise what it
# printed is the diagnostic.
check() {
	tap_description=$1
	shift
	if tap_output=$("$@" 2>&1); then
		pass "$tap_description"
	else
		fail "$tap_description"
		printf '%s\n' "$tap_output" | diag
	fi
}

# Without this last line the harness counts the test as broken off.
done_testing() {
	printf '1..%d\n' "$tap_count"
	[ "$tap_failed" -eq 0 ]
}
