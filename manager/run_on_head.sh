# ------------------------------------------ submit: sending and running ----

# Run in the pod, with the directory for submissions, a file's name or none, and its size: says where it put what came.
# Until then it leaves its process id there, as RUNNER does: what arrives keeps the cluster from being idle.
RECEIVER='place=$(mktemp -d "$1/clusterc-submit-XXXXXX") && cd "$place" && echo "$$" >.clusterc-pid &&
	take "$place/" "$2" "$3" && rm -f .clusterc-pid && printf "%s\n" "$place" && exit
[ -z "$place" ] || rm -rf "$place"'

# Run in the pod, with that directory: runs the program whose words are in a file there, and leaves its own process id,
# the program's output and its exit code there. It outlives the connection, which only brings it standard input, and the
# signal that ends the program, to tell that it ended.
RUNNER='cd "$1" || exit 1
export PWD
trap : TERM INT HUP
rm -f .clusterc-out .clusterc-err .clusterc-pid .clusterc-code
set --
while IFS= read -r word; do
	word=$(printf "%b." "$word")
	set -- "$@" "${word%.}"
done <.clusterc-words
printf "%s\n" "$$" >.clusterc-pid || exit 1
"$@" >.clusterc-out 2>.clusterc-err
code=$?
printf "%s\n" "$code" >.clusterc-code
exit "$code"'

# Run in the pod, with that directory, and how much of the program's output and errors is known: waits until there is more,
# or the program has ended. A line says whether it was started, its exit code, and how many bytes of both follow.
FOLLOWER='cd "$1" 2>/dev/null || { echo gone; exit; }
more() { more=$(($({ wc -c <"$1"; } 2>/dev/null || echo 0) - $2)); [ "$more" -le 1048576 ] || more=1048576; }
left=20
while [ -d "$1" ]; do
	code=$(cat .clusterc-code 2>/dev/null)
	more .clusterc-out "$2"; out=$more
	more .clusterc-err "$3"; err=$more
	[ -z "$code" ] && [ "$out" -eq 0 ] && [ "$err" -eq 0 ] && [ "$left" -gt 0 ] && [ -s .clusterc-pid ] || break
	sleep 1
	left=$((left - 1))
done
[ -d "$1" ] || { echo gone; exit; }
if [ -s .clusterc-pid ]; then started=yes; else started=no; fi
echo "$started ${code:--} $out $err"
[ "$out" -eq 0 ] || tail -c "+$(($2 + 1))" .clusterc-out | head -c "$out"
[ "$err" -eq 0 ] || tail -c "+$(($3 + 1))" .clusterc-err | head -c "$err"'

# Run in the pod, with that directory: ends the program if it is still running, and leaves nothing. What kubectl exec
# starts leads a process group, so that a signal to the group reaches what it started itself.
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
fi
rm -rf "$1"'

# run_on_head COMMAND [OPTION...] FILE [ARGUMENT...], or DIRECTORY FILE for FILE: sends it to the head and runs it there
# with COMMAND, whose words are one a line, and of a directory with DISTRIBUTE. LEADING words are options and their values.
# The code is the program's.
run_on_head() {
	local command word at whole
	need_cluster
	need_pod head
	[ "$P_READY" = True ] || die 1 "the $HEAD is not ready" "see: $RUN status"
	ROLE='head' SEAT=$P_NAME CONTAINER='head' command=$1
	shift
	[ -n "$SCRATCH" ] || make_scratch
	at=-$LEADING BASE='' whole=
	for word; do
		shift
		if [ "$at" -eq 0 ]; then
			if [ -z "$BASE" ] && [ -d "$word" ]; then
				send_program "$word" ''
				BASE=. whole=yes
				continue
			fi
			if [ -z "$BASE" ]; then last_part "$word"; send_program "$word" "$BASE"; else BASE=$word; fi
			word=$PLACE/$BASE
		fi
		at=$((at + 1))
		set -- "$@" "$word"
	done
	IFS=$NEWLINE; set -- $command "$@"; unset IFS
	[ -z "$whole" ] || [ -z "$DISTRIBUTE" ] || set -- sh -c "$DISTRIBUTE" sh "$@"
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
	*) [ -e "$SCRATCH/incomplete" ] || return 0; end_program ;;
	esac
	not_copied
}

not_copied() {
	die 1 "$PROGRAM could not be copied to $SEAT" \
		"if the lines above do not say why, look for room there: $RUN shell head -- df ${SUBMIT_DIR:-/tmp}"
}

# run_program WORD...: starts it, and shows what it writes until it has ended. kubectl is in the background so that a
# signal to this script is heard at once; standard input is passed by hand, since a background process has none.
run_program() {
	local child input
	on_signals submit_interrupted
	for input; do encoded "$input"; echo; done >"$SCRATCH/words"
	cleaned send "$SCRATCH/words" 'take "$1/" "$2" "$3" && exit' "$PLACE" .clusterc-words || not_copied
	input=''
	if [ -t 0 ] || [ -c /dev/stdin ]; then exec 3</dev/null; else exec 3<&0; input=yes; fi
	become_in_pod "$RUNNER" "$PLACE" <&3 3<&- >/dev/null 2>"$SCRATCH/runner" &
	child=$!
	exec 3<&-
	follow_program
}

# Until the program has ended: then its code. A broken connection is made again, for TIMEOUT seconds at most.
follow_program() {
	local asker said started begun over code more_out more_err
	begun='' over=''
	READ_OUT=0 READ_ERR=0 BROKEN=''
	while :; do
		answer_of_pod "$FOLLOWER" "$PLACE" "$READ_OUT" "$READ_ERR" </dev/null >"$SCRATCH/answer" 2>"$SCRATCH/why" &
		asker=$!
		if ! wait "$asker"; then wait_for_head; continue; fi
		BROKEN=''
		IFS=' ' read -r started code more_out more_err <"$SCRATCH/answer" || :
		said="$started $code $more_out $more_err"
		[ "$said" != 'gone   ' ] || lost_program
		is_answer || fail_program "$SEAT does not say how the program ended" "see: $RUN logs"
		show_answer
		[ "$started" = no ] || begun=yes
		case $started:$code in
		no:*)
			[ -z "$begun" ] || lost_program
			# Asked twice: its directory may be just going, with the pod.
			if ! kill -0 "$child" 2>/dev/null; then [ -z "$over" ] || not_started; over=yes; fi
			sleep 1 ;;
		*:-) ;;
		*) [ "$((more_out + more_err))" -gt 0 ] || { finish_program; return; } ;;
		esac
	done
}

# Is what the pod said, and follow_program has read, what FOLLOWER says?
is_answer() {
	is_number "$more_out" && is_number "$more_err" || return 1
	case $code in - | [0-9] | [1-9][0-9] | 1[0-9][0-9] | 2[0-4][0-9] | 25[0-5]) ;; *) return 1 ;; esac
	[ "$(size_of "$SCRATCH/answer")" -eq "$((${#said} + 1 + more_out + more_err))" ]
}

# Whoever reads it may have gone: then the program ends, as one that writes into a pipe does.
show_answer() {
	READ_OUT=$((READ_OUT + more_out)) READ_ERR=$((READ_ERR + more_err))
	tail -c "+$((${#said} + 2))" "$SCRATCH/answer" >"$SCRATCH/written"
	[ "$more_out" -eq 0 ] || head -c "$more_out" "$SCRATCH/written" >&"$OUT" || { end_program; exit 141; }
	[ "$more_err" -eq 0 ] || tail -c "$more_err" "$SCRATCH/written" >&2
}

wait_for_head() {
	case $(reason_of "$(cat "$SCRATCH/why")") in not-found | ended) lost_program ;; esac
	[ -n "$BROKEN" ] || { BROKEN=$(now); warn "the connection to $SEAT broke; the program goes on there: trying again"; }
	[ "$(($(now) - BROKEN))" -lt "$TIMEOUT" ] || {
		complain "$SEAT cannot be reached for $TIMEOUT s; the program goes on there" \
			"what it writes, and its exit code at the end: $RUN shell head -- cat $PLACE/.clusterc-out $PLACE/.clusterc-err $PLACE/.clusterc-code"
		exit 3
	}
	sleep 2
}

# The program has ended with CODE. Input that the connection took with it makes what the program did worth nothing.
finish_program() {
	local ended
	ended=$code
	end_program
	if [ -n "$input" ] && ! kill -0 "$child" 2>/dev/null; then ended=0; wait "$child" || ended=$?; fi
	[ "$ended" -eq "$code" ] || die 1 "the connection to $SEAT broke, and the program's standard input with it" \
		"run it again, with </dev/null if it reads none"
	return "$code"
}

# fail_program WHAT NEXT
fail_program() { end_program; die 1 "$@"; }

# The cluster's own end shows a little later than that of its head's pod.
lost_program() {
	local left
	left=5
	while ends && [ "$left" -gt 0 ]; do
		! cluster_has_ended ||
			die 1 "the program was started, and lost with its cluster, which has ended meanwhile" \
				"it ends $ENDS, when its $HEAD fails, or when someone deletes it; to start again: $RUN create"
		sleep 2
		left=$((left - 1))
	done
	die 1 "the program was started, and lost with its pod: $SEAT has ended meanwhile" "why: $RUN events; then run it again"
}

not_started() {
	clean <"$SCRATCH/runner" >&2
	fail_program "the program was not started" "see: $RUN logs"
}

end_program() { within 30 exec "$SEAT" --container head -- sh -c "$ENDER" sh "$PLACE" >/dev/null 2>&1; }

# Ending kubectl alone would leave the program running on the head. Signals are ignored from here on, but kubectl
# hears an impatient second Ctrl-C all the same: then it is tried again.
submit_interrupted() {
	local attempt
	trap '' INT TERM HUP
	[ -z "${child-}" ] || { kill "$child" 2>/dev/null; wait "$child" 2>/dev/null; }
	warn "ending the program on the $HEAD"
	for attempt in 1 2 3; do
		[ "$attempt" -eq 1 ] || sleep 1
		end_program && exit "$1"
	done
	complain "$SEAT cannot be reached: the program may still run there" "see: $RUN status"
	exit "$1"
}
