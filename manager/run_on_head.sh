# ------------------------------------------ submit: sending and running ----

# run_on_head COMMAND FILE [ARGUMENT...]: copies the file to the head and runs it
# there with COMMAND, whose words are one a line. result is the program's code.
run_on_head() {
	need_cluster
	need_pod head
	[ "$P_READY" = True ] || die 1 "the $HEAD is not ready" "see: $RUN status"
	command=$1 seat=$P_NAME
	shift
	if [ -d "$1" ]; then
		send_directory "$1"
		base=$2
		shift
	else
		send_file "$1"
	fi
	shift
	run_program "$@"
}

# A framework that no program can be submitted to names no directory for them.
send_file() {
	directory=${SUBMIT_DIR:-/tmp}
	last_part "$1"
	base=$BASE
	place=$(cleaned kube exec -i "$seat" --container head -- sh -c "$(receiver)" sh \
		"$(encoded "$directory")" "$(encoded "$base")" "$(size_of "$1")" <"$1" | head -c 4096)
	need_place
}

# What cannot be read is not left out silently.
send_directory() {
	directory=${SUBMIT_DIR:-/tmp}
	[ -n "$SCRATCH" ] || make_scratch
	place=$({ packed "$1" || : >"$SCRATCH/incomplete"; } |
		cleaned kube exec -i "$seat" --container head -- sh -c "$(unpacker)" sh "$(encoded "$directory")" | head -c 4096)
	need_place
	[ ! -e "$SCRATCH/incomplete" ] || {
		within 30 exec "$seat" --container head -- sh -c "$(ender)" sh "$place" >/dev/null 2>&1
		not_sent
	}
}

# The pod's answer can be nothing but what mktemp there makes of our pattern.
need_place() {
	case ${place#"$directory/clusterc-submit-"} in
	"$place" | '' | *[!A-Za-z0-9_]*) not_sent ;;
	esac
}

not_sent() {
	die 1 "$program could not be copied to $seat" \
		"if the lines above do not say why, look for room there: $RUN shell head -- df $directory"
}

# A directory's files, packed. macOS would add files of its own.
packed() {
	case $1 in
	/*) (cd "$1" && COPYFILE_DISABLE=1 tar -cf - .) ;;
	*) (cd "./$1" && COPYFILE_DISABLE=1 tar -cf - .) ;;
	esac
}

# Runs the command's words, the file and the arguments: those come first at the start,
# and each is moved behind. kubectl is in the background so that a signal to this
# script is heard at once; standard input is passed by hand, since a background
# process has none.
run_program() {
	arguments=$#
	set -- "$@" "$(encoded "$place")"
	IFS=$NEWLINE
	for word in $command; do set -- "$@" "$(encoded "$word")"; done
	unset IFS
	set -- "$@" "$(encoded "$place/$base")"
	while [ "$arguments" -gt 0 ]; do
		set -- "$@" "$(encoded "$1")"
		shift
		arguments=$((arguments - 1))
	done
	trap 'submit_interrupted 130' INT
	trap 'submit_interrupted 143' TERM
	trap 'submit_interrupted 129' HUP
	if [ -t 0 ]; then
		become_kubectl exec "$seat" --container head -- sh -c "$(runner)" sh "$@" </dev/null >&"$OUT" &
	else
		exec 3<&0
		become_kubectl exec -i "$seat" --container head -- sh -c "$(runner)" sh "$@" <&3 3<&- >&"$OUT" &
		exec 3<&-
	fi
	child=$!
	wait "$child"
	finish_program $?
}

# finish_program CODE: kubectl's own failures look like a program's, so the code
# that counts is the one the pod kept, the result. None there: the connection broke.
finish_program() {
	kept=$({ within 30 exec "$seat" --container head -- sh -c "$(ender)" sh "$place" 2>/dev/null || echo lost; } |
		head -c 16)
	case $kept in
	[0-9] | [1-9][0-9] | 1[0-9][0-9] | 2[0-4][0-9] | 25[0-5])
		result=$kept
		return
		;;
	ended) die 1 "the connection to $seat broke; the program was ended there" "run it again" ;;
	*lost) die 1 "the connection to $seat broke; what became of the program is not known (code $1)" "see: $RUN status" ;;
	'') die 1 "the program was not started (code $1)" "see: $RUN logs" ;;
	*) die 1 "$seat does not say how the program ended (code $1)" "see: $RUN logs" ;;
	esac
}

# Ending kubectl alone would leave the program running on the head. Signals are
# ignored from here on, but kubectl hears an impatient second Ctrl-C all the same:
# then it is tried again.
submit_interrupted() {
	trap '' INT TERM HUP
	kill "$child" 2>/dev/null
	wait "$child" 2>/dev/null
	warn "ending the program on the $HEAD"
	for attempt in 1 2 3; do
		[ "$attempt" -eq 1 ] || sleep 1
		within 30 exec "$seat" --container head -- sh -c "$(ender)" sh "$place" >/dev/null 2>&1 && exit "$1"
	done
	complain "$seat cannot be reached: the program may still run there" "see: $RUN status"
	exit "$1"
}
