#!/bin/sh
# process RULE COMMAND...: runs the command as the main process of a pod, in a cluster that ends
# by itself.
#
#   idle SECONDS DIRECTORY
#          of the head: ends the command, and itself with 0, once there has been no work for so long.
#          Its Job is then complete, and the cluster goes with it.
#   lead   of a head that isn't watched: ends as the command does.
#   stay   of all others: never ends with 0, whatever the command does.
#
#   head, worker, by-index
#          of a job: see the program "job" in the same directory.
#
# None ends with 0 because it was asked to, as when its node is drained: a Job makes no other pod for
# one that ended well.
#
# Signals go on to the command. Work is a submitted program in DIRECTORY that runs, or arrives, and what the
# framework says: the program beside this file ends with 0 while there is work, with 1 while there is none.
# Anything else (nobody answers, or not within a minute) starts the clock anew.
set -u
rule=$1 limit='' submissions=''
shift
if [ "$rule" = idle ]; then
	limit=$1 submissions=$2
	shift 2
fi
here=$(dirname "$0")
child='' asked='' ears=''

# What a shell runs in the background is deaf for SIGINT, which Python's programs interrupt
# themselves with. Where env can (coreutils 8.31), it opens their ears again.
if env --default-signal=INT,QUIT sh -c : 2>/dev/null; then
	ears='env --default-signal=INT,QUIT'
fi

start() {
	$ears "$@" &
	child=$!
}

pass() {
	kill "-$1" $child 2>/dev/null
}

pass_signals() {
	trap 'asked=yes; pass TERM' TERM INT
	trap 'pass HUP' HUP
	trap 'pass QUIT' QUIT
	trap 'pass USR1' USR1
	trap 'pass USR2' USR2
	trap 'pass PWR' PWR
}

# In the background, so that a signal is heard at once.
pause() {
	sleep "$1" &
	wait $!
}

# Each leaves its number in its directory, and works there. The number alone may be somebody else's by now:
# on a claim the directory outlives its pod.
submitted_program_runs() {
	for file in "$submissions"/clusterc-submit-*/.clusterc-pid; do
		pid=$(cat "$file" 2>/dev/null)
		case $pid in '' | *[!0-9]*) continue ;; esac
		works_in=$(cd "/proc/$pid/cwd" 2>/dev/null && pwd -P) || continue
		[ "$works_in" != "$(cd "${file%/*}" 2>/dev/null && pwd -P)" ] || return 0
	done
	return 1
}

# within SECONDS COMMAND...: its exit code. It is ended after so long, and when this program is asked to end.
within() {
	left=$1
	shift
	"$@" &
	asker=$!
	while [ -z "$asked" ] && [ "$left" -gt 0 ] && kill -0 "$asker" 2>/dev/null; do
		pause 1
		left=$((left - 1))
	done
	kill "$asker" 2>/dev/null
	wait "$asker"
}

# ask_whether_busy TIME: of the check before.
ask_whether_busy() {
	submitted_program_runs || within 60 sh "$here/busy" "$1" >/dev/null 2>&1
}

# The command's code, also if another signal comes while it ends.
finish() {
	while :; do
		wait "$child"
		code=$?
		kill -0 "$child" 2>/dev/null || return "$code"
	done
}

watch_for_work() {
	since=$(date +%s)
	now=$since
	while [ -z "$asked" ] && kill -0 "$child" 2>/dev/null; do
		pause 10
		[ -z "$asked" ] || break
		before=$now now=$(date +%s)
		ask_whether_busy "$before"
		[ $? -eq 1 ] || since=$(date +%s)
		idle=$(($(date +%s) - since))
		if [ -z "$asked" ] && [ "$idle" -ge "$limit" ]; then
			echo "idle: no work for $idle s: the cluster ends"
			pass TERM
			finish
			exit 0
		fi
	done
}

case $rule in
head | worker | by-index)
	# shellcheck source=manager/process_job.sh
	. "$here/job"
	run_job "$@" ;;
esac
start "$@"
pass_signals
[ "$rule" != idle ] || watch_for_work
finish
code=$?
case $rule:$asked:$code in
stay:*:0 | *:yes:0)
	echo 'process: the command ended well; this ends with 1, so that another takes its place'
	code=1
	;;
esac
exit "$code"
