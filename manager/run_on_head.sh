# ------------------------------------------ submit: sending and running ----

# Run in the pod, with the directory for submissions, a file's name or none, and its size: says where it put what came.
RECEIVER='place=$(mktemp -d "$1/clusterc-submit-XXXXXX") && take "$place/" "$2" "$3" && printf "%s\n" "$place" && exit
[ -z "$place" ] || rm -rf "$place"'

# Run in the pod, with that directory and the program's words: leaves its own process id and the program's exit code
# there, whatever of that name came with it. It outlives the signal that ends the program, to tell that it ended.
RUNNER='dir=$1
shift
cd "$dir" || exit 1
trap : TERM INT HUP
rm -f .clusterc-pid .clusterc-code
printf "%s\n" "$$" >.clusterc-pid || exit 1
"$@"
code=$?
printf "%s\n" "$code" >.clusterc-code
exit "$code"'

# Run in the pod, with that directory: says the program's exit code, ends it if
# it is still running, and leaves nothing. What kubectl exec starts leads a
# process group, so that a signal to the group reaches what it started itself.
ENDER='pid=$(cat "$1/.clusterc-pid" 2>/dev/null)
case $pid in
*[!0-9]* | 0* | 1) pid= ;;
esac
if [ -n "$pid" ] && ! [ -s "$1/.clusterc-code" ]; then
	kill -TERM "-$pid" 2>/dev/null || kill -TERM "$pid" 2>/dev/null
	left=10
	while [ "$left" -gt 0 ] && ! [ -s "$1/.clusterc-code" ]; do
		sleep 1
		left=$((left - 1))
	done
	kill -KILL "-$pid" 2>/dev/null
	printf "ended\n"
else
	cat "$1/.clusterc-code" 2>/dev/null
fi
rm -rf "$1"'

# run_on_head COMMAND [OPTION...] FILE [ARGUMENT...], or DIRECTORY FILE for FILE: sends it to the head and runs it there
# with COMMAND, whose words are one a line. LEADING words are options and their values. The code is the program's.
run_on_head() {
	local command word at
	need_cluster
	need_pod head
	[ "$P_READY" = True ] || die 1 "the $HEAD is not ready" "see: $RUN status"
	ROLE='head' SEAT=$P_NAME command=$1
	shift
	[ -n "$SCRATCH" ] || make_scratch
	at=-$LEADING BASE=''
	for word; do
		shift
		if [ "$at" -eq 0 ]; then
			if [ -z "$BASE" ] && [ -d "$word" ]; then
				send_program "$word" ''
				BASE=.
				continue
			fi
			if [ -z "$BASE" ]; then last_part "$word"; send_program "$word" "$BASE"; else BASE=$word; fi
			word=$PLACE/$BASE
		fi
		at=$((at + 1))
		set -- "$@" "$word"
	done
	IFS=$NEWLINE; set -- $command "$@"; unset IFS
	run_program "$@"
}

# send_program FROM NAME: PLACE is where it is then. The pod's answer can be nothing but what mktemp there makes of our
# pattern. A framework that no program can be submitted to names no directory.
send_program() {
	local directory
	directory=${SUBMIT_DIR:-/tmp}
	PLACE=$(cleaned send "$1" "$RECEIVER" "$directory" "$2" | head -c 4096)
	case ${PLACE#"$directory/clusterc-submit-"} in
	"$PLACE" | '' | *[!A-Za-z0-9_]*) ;;
	*) [ -e "$SCRATCH/incomplete" ] || return 0; end_program >/dev/null ;;
	esac
	die 1 "$PROGRAM could not be copied to $SEAT" \
		"if the lines above do not say why, look for room there: $RUN shell head -- df $directory"
}

# run_program WORD...: kubectl is in the background so that a signal to this script is heard at once; standard input is
# passed by hand, since a background process has none.
run_program() {
	local child
	on_signals submit_interrupted
	if [ -t 0 ]; then exec 3</dev/null; else exec 3<&0; fi
	become_in_pod "$RUNNER" "$PLACE" "$@" <&3 3<&- >&"$OUT" &
	child=$!
	exec 3<&-
	wait "$child"
	finish_program $?
}

# finish_program CODE: kubectl's own failures look like a program's, so the code
# that counts is the one the pod kept. None there: the connection broke.
finish_program() {
	local kept
	kept=$({ end_program || echo lost; } | head -c 16)
	case $kept in
	[0-9] | [1-9][0-9] | 1[0-9][0-9] | 2[0-4][0-9] | 25[0-5]) return "$kept" ;;
	ended) die 1 "the connection to $SEAT broke; the program was ended there" "run it again" ;;
	*lost) die 1 "the connection to $SEAT broke; what became of the program is not known (code $1)" "see: $RUN status" ;;
	'') die 1 "the program was not started (code $1)" "see: $RUN logs" ;;
	*) die 1 "$SEAT does not say how the program ended (code $1)" "see: $RUN logs" ;;
	esac
}

end_program() {
	within 30 exec "$SEAT" --container head -- sh -c "$ENDER" sh "$PLACE" 2>/dev/null
}

# Ending kubectl alone would leave the program running on the head. Signals are ignored from here on, but kubectl
# hears an impatient second Ctrl-C all the same: then it is tried again.
submit_interrupted() {
	local attempt
	trap '' INT TERM HUP
	kill "$child" 2>/dev/null
	wait "$child" 2>/dev/null
	warn "ending the program on the $HEAD"
	for attempt in 1 2 3; do
		[ "$attempt" -eq 1 ] || sleep 1
		end_program >/dev/null && exit "$1"
	done
	complain "$SEAT cannot be reached: the program may still run there" "see: $RUN status"
	exit "$1"
}
