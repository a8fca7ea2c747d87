
# --- The same in every job ---------------------------------------------------------------------
# Run by "process", whose functions it uses, with the command of the pod's own program:
#
#   head      starts the command, waits for all workers, runs the program, and ends with its exit code.
#   worker    starts the command, again if it ends, and ends with 0 once the head is gone.
#   by-index  index 0 is the head, all others are workers. "--workers--" stands between their commands, if they
#             aren't the same.
#
# Exit codes of a head: the program's; 124 if not all workers were there in time; 143 if it was asked to end.

# What has to stand above.
: "${program:?}" "${place:?}" "${home:?}" "${logs?}" "${head:?}" "${peers:?}" "${leader:?}" "${worker:?}"
: "${workers:?}" "${start_timeout:?}" "${retries:?}" "${patience:?}"

say() { printf 'process: %s\n' "$1"; }

# For the pod's status, too.
explain() {
	say "$1"
	{ printf '%s\n' "$1" >/dev/termination-log; } 2>/dev/null
}

# What the pod writes goes to a file in the claim, too.
keep_output() {
	[ -n "$logs" ] || return 0
	mkdir -p "$logs" && mkfifo "$scratch/output" || return 0
	(trap '' TERM INT HUP; exec tee -a "$logs/$POD_NAME.log" <"$scratch/output") &
	keeper=$!
	exec >"$scratch/output" 2>&1
}

# leave CODE: what is written last has to reach the claim, too.
leave() {
	if [ -n "$keeper" ]; then
		exec >/dev/null 2>&1
		left=10
		while [ "$left" -gt 0 ] && kill -0 "$keeper"; do pause 1; left=$((left - 1)); done
	fi
	rm -rf "$scratch"
	exit "$1"
}

# A head's name resolves while its container runs, a worker's from before its start until its end.
has_address() { getent hosts "$1" >/dev/null 2>&1; }

# Asks the pod's own program to end, and waits for it, 20 seconds at most.
end_child() {
	pass TERM
	left=20
	while [ "$left" -gt 0 ] && kill -0 "$child" 2>/dev/null; do pause 1; left=$((left - 1)); done
}

# --- The head --------------------------------------------------------------------------------------

# The lines of the pod's own program can be told from those of the job's by what stands in front of them.
start_marked() {
	[ -p "$scratch/lines" ] || mkfifo "$scratch/lines"
	(trap '' TERM INT HUP; exec sed -u "s/^/$leader| /" <"$scratch/lines") &
	start "$@" >"$scratch/lines" 2>&1
	pass_signals
}

has_child() { kill -0 "$child" 2>/dev/null; }

# Without the pod's own program there is no cluster: it is started again if a retry is left.
start_over() {
	wait "$child"
	code=$?
	[ -z "$asked" ] || leave 143
	explain "the $leader ended with $code"
	if [ "$tried" -ge "$retries" ]; then
		[ "$code" -ne 0 ] || code=1
		leave "$code"
	fi
	tried=$((tried + 1))
	say "the $leader is started again (retry $tried of $retries)"
	start_marked "$@"
}

count_there() {
	there=$(within 30 count_members 2>/dev/null)
	case $there in '' | *[!0-9]*) there=0 ;; esac
}

note_state() { printf '%s\n' "$*" >"$place/clusterc-job.state"; }

await_workers() {
	began=$(date +%s) before=
	while :; do
		has_child || start_over "$@"
		count_there
		[ -z "$asked" ] || leave 143
		took=$(($(date +%s) - began))
		note_state starting "$there" "$workers" "$began"
		[ "$there" -lt "$workers" ] || break
		[ "$there" = "$before" ] || say "$there of $workers ${worker}s are there"
		before=$there
		if [ "$took" -ge "$start_timeout" ]; then
			explain "startTimeout: $there of $workers ${worker}s after $took s"
			end_child
			leave 124
		fi
	done
	say "all $workers ${worker}s are there after $took s; the program starts"
}

# A fresh directory that can be written to, with the files that go along, or links to the profile's code, is where the
# program starts.
prepare_program() {
	work=$(mktemp -d "$place/clusterc-job-XXXXXX") || leave 1
	path=$work/${program#/opt/job/}
	case $program in
	/opt/job/*)
		{ cp -rL /opt/job/* "$work" && chmod u+x "$path"; } || leave 1 ;;
	/opt/code/*)
		path=$work/${program#/opt/code/}
		ln -s /opt/code/* "$work" || leave 1
		[ -e "$path" ] || { explain "there is no $program in this pod"; end_child; leave 127; } ;;
	*)
		path=$work/${program##*/}
		[ -e "$program" ] || { explain "there is no $program in this pod"; end_child; leave 127; }
		ln -s "$program" "$path" ;;
	esac
}

# Ends with the program's exit code.
run_once() {
	prepare_program
	note_state running "$tried" "$(date +%s)"
	(trap - TERM INT HUP; cd "$work" && export PWD && run_program "$path") &
	runner=$!
	own=$child child="$child $runner"
	while kill -0 "$runner" 2>/dev/null && kill -0 "$own" 2>/dev/null && [ -z "$asked" ]; do pause 1; done
	child=$own
	kill -0 "$own" 2>/dev/null || kill -TERM "$runner" 2>/dev/null
	wait "$runner"
	code=$?
	while kill -0 "$runner" 2>/dev/null; do wait "$runner"; code=$?; done
	rm -rf "$work"
	return "$code"
}

# The head's name says to the workers that it is there, and some heads look themselves up.
await_name() {
	left=30
	while [ "$left" -gt 0 ] && [ -z "$asked" ] && ! has_address "$head"; do pause 1; left=$((left - 1)); done
}

lead() {
	tried=${JOB_FAILURES:-0}
	if [ "$tried" -gt "$retries" ]; then
		explain "the pod before this one was killed, and no retry is left"
		leave 1
	fi
	await_name
	start_marked "$@"
	while :; do
		await_workers "$@"
		run_once
		code=$?
		[ -z "$asked" ] || leave 143
		if ! has_child; then
			start_over "$@"
			continue
		fi
		[ "$code" -ne 0 ] && [ "$tried" -lt "$retries" ] || break
		tried=$((tried + 1))
		say "the program ended with $code; it is started again (retry $tried of $retries)"
	done
	explain "the program ended with $code"
	end_child
	leave "$code"
}

# --- The workers -------------------------------------------------------------------------------------

# Whether the head, once it was there, has been gone for long enough, or never came. If not even the workers have
# addresses, nobody knows.
is_over() {
	time=$(date +%s)
	if has_address "$head"; then
		seen=yes last=$time
	elif ! has_address "$peers"; then
		last=$time
	fi
	limit=$patience
	[ -n "$seen" ] || limit=$((start_timeout + patience))
	[ "$((time - last))" -ge "$limit" ]
}

# The command ended, though nobody asked it to.
start_again() {
	# Without a head there is nothing to start it for.
	{ [ "$time" -ge "$next" ] && [ "$last" -eq "$time" ]; } || return 0
	wait "$child"
	code=$?
	say "the $worker ended with $code; it is started again"
	delay=$((delay < 32 ? delay * 2 : 60)) next=$((time + delay))
	start "$@"
}

# Asked to end, the command hands over what it has. Once its head is gone nobody takes it, and some wait for that head.
hand_over() {
	left=10
	while [ -n "$child" ] && [ "$left" -gt 0 ] && kill -0 "$child" 2>/dev/null; do
		pause 1
		has_address "$head" || left=$((left - 1))
	done
}

follow() {
	seen='' time=$(date +%s) delay=4
	last=$time next=$time
	pass_signals
	while ! is_over; do
		[ -z "$asked" ] || { hand_over; leave 143; }
		if [ -z "$child" ]; then
			[ -z "$seen" ] && [ "$((time - last))" -lt 30 ] || start "$@"
		elif ! kill -0 "$child" 2>/dev/null; then
			start_again "$@"
		fi
		if [ -n "$child" ]; then pause 5; else pause 1; fi
	done
	explain "the $leader is gone: the job is over"
	[ -z "$child" ] || end_child
	leave 0
}

# run_job WORD...: by RULE.
run_job() {
	PYTHONPATH=/opt/job${PYTHONPATH:+:$PYTHONPATH}
	JOB_LOGS=$logs
	export PYTHONPATH JOB_LOGS
	keeper=''
	scratch=$(mktemp -d "$home/clusterc-process-XXXXXX") || exit 1
	keep_output
	divided='' side=head
	case " $* " in *' --workers-- '*) divided=yes ;; esac
	if [ "$rule" = by-index ]; then
		rule=worker
		[ "$JOB_COMPLETION_INDEX" != 0 ] || rule=head
	fi
	for word; do
		shift
		if [ -n "$divided" ] && [ "$side:$word" = head:--workers-- ]; then side=worker; continue; fi
		[ -n "$divided" ] && [ "$side" != "$rule" ] || set -- "$@" "$word"
	done
	case $rule in
	head) lead "$@" ;;
	worker) follow "$@" ;;
	esac
}
