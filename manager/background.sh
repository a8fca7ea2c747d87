# -------------------------------------- port-forward: in the background ----

# In the background runs another process of this script. Who it is stands in NOTE.pid, its number
# and a word that only its command line has: a number alone may be somebody else's by now. NOTE.pages
# are the addresses it made, NOTE.log what it says. They are for their owner's eyes only.
name_note() {
	home=${TMPDIR:-/tmp}/clusterc-$(id -u)
	NOTE=$home/$CLUSTER-$NAMESPACE-$(printf '%s' "$CONTEXT ${KUBECONFIG-}" | cksum | awk '{ print $1 }')
}

# A directory of that name that others can look into, or put there, is not ours: nothing is written into it, and
# what it holds is nobody's note.
is_private_home() {
	[ -n "$(find "$home" -prune -type d -perm 700 -user "$(id -u)" 2>/dev/null)" ]
}
need_private_home() {
	mkdir -m 700 "$home" 2>/dev/null
	is_private_home ||
		die 1 "$home is not a directory that is yours alone" "remove it, or set TMPDIR to a directory of your own"
}

# find_background: is there one of ours? BACKGROUND is its process.
find_background() {
	name_note
	BACKGROUND=
	[ -r "$NOTE.pid" ] && is_private_home || return 1
	read -r number word <"$NOTE.pid" || return 1
	case $number:$word in
	*[!0-9]*:* | :* | *:) return 1 ;;
	esac
	case " $(command_of "$number") " in
	*" --forwarder=$word "*) BACKGROUND=$number ;;
	*) return 1 ;;
	esac
}

# A process's command line. Linux has it in a file even where there is no ps.
command_of() {
	if [ -d /proc/self ]; then
		[ -r "/proc/$1/cmdline" ] && tr '\000' ' ' <"/proc/$1/cmdline"
	else
		ps -o args= -p "$1"
	fi 2>/dev/null
}

start_background() {
	if find_background; then
		say "it runs already, as process $BACKGROUND"
	else
		need_private_home
		rm -f "$NOTE.pid" "$NOTE.pages"
		launch_background
		waited=0
		until [ -s "$NOTE.pages" ]; do
			kill -0 "$child" 2>/dev/null || background_failed
			waited=$((waited + 1))
			[ "$waited" -lt 60 ] || background_failed
			sleep 1
		done
	fi
	clean <"$NOTE.pages"
	say "end it: $RUN port-forward --stop"
}

# Where there is setsid, Ctrl-C in this terminal is not heard by it.
launch_background() {
	word=$CLUSTER-$$-$(now) detach=
	! command -v setsid >/dev/null 2>&1 || detach=setsid
	set -- port-forward "--forwarder=$word" -n "$NAMESPACE"
	[ -z "$CONTEXT" ] || set -- "$@" --context "$CONTEXT"
	while IFS= read -r pair; do
		[ -z "$pair" ] || set -- "$@" --port "$pair"
	done <<END
$forced
END
	(
		umask 077
		: >"$NOTE.log"
	)
	${detach:+"$detach"} sh "$SELF" "$@" >"$NOTE.log" 2>&1 </dev/null &
	child=$!
}

background_failed() {
	kill "$child" 2>/dev/null
	clean <"$NOTE.log" >&2
	forget_background
	die 1 "it does not run in the background" "the lines above say why; or see: $RUN status"
}

# The other process: it outlives the terminal, and takes its notes with it.
become_background() {
	trap '' HUP
	umask 077
	name_note
	need_private_home
	FINALLY=forget_background
	printf '%s %s\n' "$$" "$WORD" >"$NOTE.pid"
}

forget_background() {
	rm -f "$NOTE.pid" "$NOTE.pages" "$NOTE.new" "$NOTE.log"
	rmdir "$home" 2>/dev/null
}

stop_background() {
	end_background && return
	note "no port-forward of $CLUSTER runs in the background"
}

# Ends it, if there is one.
end_background() {
	if ! find_background; then
		! is_private_home || rm -f "$NOTE.pid"
		return 1
	fi
	kill "$BACKGROUND" 2>/dev/null
	waited=0
	while find_background && [ "$waited" -lt 10 ]; do
		sleep 1
		waited=$((waited + 1))
	done
	! find_background || die 1 "process $BACKGROUND does not end" "end it yourself: kill -9 $BACKGROUND"
	note "ended the port-forward in the background"
}
