#!/bin/sh
# idle SECONDS COMMAND...: runs the command as a head's main process, and ends it, and itself
# with 0, once the framework has had no work for so long. Its Job is then complete, and the
# cluster goes with it.
#
# Whether there is work says the framework's own figure, by the program beside this file: 0 while
# there is some, 1 while there is none. Anything else (nobody answers, or not within a minute)
# starts the clock anew.
set -u
busy=$(dirname "$0")/busy
limit=$1
shift

"$@" &
child=$!
asked=
trap 'asked=yes; kill -TERM "$child" 2>/dev/null' TERM INT

# In the background, so that a signal is heard at once.
pause() {
	sleep "$1" &
	wait $!
}

ask_whether_busy() {
	sh "$busy" >/dev/null 2>&1 &
	asker=$!
	patience=60
	while [ -z "$asked" ] && [ "$patience" -gt 0 ] && kill -0 "$asker" 2>/dev/null; do
		pause 1
		patience=$((patience - 1))
	done
	kill "$asker" 2>/dev/null
	wait "$asker"
}

# The command's code, also if another signal comes while it ends.
finish() {
	while :; do
		wait "$child"
		code=$?
		kill -0 "$child" 2>/dev/null || return "$code"
	done
}

since=$(date +%s)
while [ -z "$asked" ] && kill -0 "$child" 2>/dev/null; do
	pause 10
	[ -z "$asked" ] || break
	ask_whether_busy
	[ $? -eq 1 ] || since=$(date +%s)
	idle=$(($(date +%s) - since))
	if [ -z "$asked" ] && [ "$idle" -ge "$limit" ]; then
		echo "idle: no work for $idle s: the cluster ends"
		kill -TERM "$child" 2>/dev/null
		finish
		exit 0
	fi
done
finish
