# ------------------------------------------- job: what the program writes ----

# follow_program_log: passes on what the program in the pod just picked writes, until the connection or the program ends. What was
# shown before is not shown again: FOLLOWED is the pod that this is about, LAST_STAMP the time of the line shown last, and
# LAST_COUNT how many lines of that time have been. DRAINED is a pod all of whose output has been shown. The reader is this
# process itself, so that it knows all this afterwards, and hears a signal at once.
follow_program_log() {
	local child code follow prefix
	follow=yes prefix="$(leader_word)| "
	! is_over || follow=
	begin_log
	rm -f "$SCRATCH/log"
	mkfifo "$SCRATCH/log" || die 1 "cannot make a pipe in $SCRATCH" "choose another directory with TMPDIR"
	become_kubectl logs "$P_NAME" --container "${ONE:-head}" --timestamps ${follow:+--follow} ${LAST_STAMP:+"--since-time=$LAST_STAMP"} \
		>"$SCRATCH/log" 2>"$SCRATCH/why" </dev/null &
	child=$!
	FORWARDS="$FORWARDS$child "
	while IFS= read -r LINE; do show_stamped; done <"$SCRATCH/log"
	# Without a line break at its end, a line may be one that the connection cut: it comes again then.
	[ -n "$follow" ] || [ -z "$LINE" ] || show_stamped unfinished
	code=0
	wait "$child" || code=$?
	FORWARDS="${FORWARDS%%" $child "*} ${FORWARDS#*" $child "}"
	[ -n "$follow" ] || [ "$code" -ne 0 ] || DRAINED=$P_NAME
	return "$code"
}

# Where to go on: with the pod of before, or at the beginning of another one.
begin_log() {
	if [ "$FOLLOWED" != "$P_NAME" ]; then
		[ -z "$FOLLOWED" ] || warn "$FOLLOWED was replaced; going on with the new pod, $P_NAME"
		FOLLOWED=$P_NAME LAST_STAMP='' LAST_COUNT=0
	fi
	SKIP_STAMP=$LAST_STAMP SKIP_COUNT=$LAST_COUNT
}

# show_stamped [unfinished]: LINE is a time, a blank and what was written then. kubectl's own words have no time.
show_stamped() {
	local stamp words
	stamp=${LINE%% *}
	case $stamp in
	[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T*) ;;
	*) return ;;
	esac
	! was_shown "$stamp" || return 0
	if [ "$stamp" = "$LAST_STAMP" ]; then LAST_COUNT=$((LAST_COUNT + 1)); else LAST_STAMP=$stamp LAST_COUNT=1; fi
	case $LINE in *' '*) words=${LINE#* } ;; *) words= ;; esac
	case $words in
	'process: '*) note "${words#process: }" ;;
	"$prefix"*) ;;
	*) show_line "$words" "$@" ;;
	esac
}

# was_shown STAMP: is it of before the connection broke? What comes again are whole seconds, up to the last line that was shown, or
# to the next second where that is not there any more.
was_shown() {
	[ -n "$SKIP_STAMP" ] || return 1
	if [ "$1" = "$SKIP_STAMP" ]; then
		SKIP_COUNT=$((SKIP_COUNT - 1))
		[ "$SKIP_COUNT" -gt 0 ] || SKIP_STAMP=
		return 0
	fi
	[ "${1%%.*}" != "${SKIP_STAMP%%.*}" ] || return 0
	SKIP_STAMP=
	return 1
}

# show_line WORDS [unfinished]: a terminal gets no control characters.
show_line() {
	if [ -n "${2-}" ]; then put "$1" | { if [ -t "$OUT" ]; then clean; else cat; fi; } | awk '{ printf "%s", $0 }' >&"$OUT"
	elif [ -t "$OUT" ]; then text "$1" >&"$OUT"
	else put "$1" >&"$OUT"
	fi
}

# Has the pod that leads written something that was not shown yet?
is_writing() {
	pick_pod head && [ "$DRAINED" != "$P_NAME" ] || return 1
	case $P_STATE in running | starting | ended) return 0 ;; esac
	is_over
}

# The job has ended, and so has its head, as a rule: all that it wrote is there.
show_the_rest() {
	local left
	left=5
	while is_writing && is_over && [ "$left" -gt 0 ]; do
		follow_program_log && return
		left=$((left - 1))
		sleep 2
	done
	[ "$left" -gt 0 ] || warn "the end of what $P_NAME wrote could not be read; see: $RUN logs"
}
