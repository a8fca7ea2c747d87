# -------------------------------------- port-forward: in the background ----

# In the background runs another process of this script. Who it is stands in NOTE.pid, its number
# and a word that only its command line has: a number alone may be somebody else's by now. NOTE.pages
# are the addresses it made, NOTE.log what it says. They are for their owner's eyes only.
name_note() {
	NOTE=${TMPDIR:-/tmp}/clusterc-$(id -u)/$CLUSTER-$NAMESPACE-$(printf '%s' "$CONTEXT ${KUBECONFIG-}" |
		cksum | awk '{ print $1 }')
}

# A directory of that name that others can look into, or put there, is not ours: nothing is written into it, and
# what it holds is nobody's note.
is_private_home() {
	[ -n "$(find "${NOTE%/*}" -prune -type d -perm 700 -user "$(id -u)" 2>/dev/null)" ]
}

need_private_home() {
	mkdir -m 700 "${NOTE%/*}" 2>/dev/null
	is_private_home ||
		die 1 "${NOTE%/*} is not a directory that is yours alone" "remove it, or set TMPDIR to a directory of your own"
}

# find_background: is there one of ours? BACKGROUND is its process.
find_background() {
	local number word
	name_note
	BACKGROUND=
	[ -r "$NOTE.pid" ] && is_private_home && read -r number word <"$NOTE.pid" && is_number "$number" || return 1
	case " $(command_of "$number") " in
	*" --forwarder=${word:--} "*) BACKGROUND=$number ;;
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
	if find_background; then say "it runs already, as process $BACKGROUND"; else launch_background; fi
	clean <"$NOTE.pages"
	say "end it: $RUN port-forward --stop"
}

# Where there is setsid, Ctrl-C in this terminal is not heard by it. It has a minute to show the pages.
launch_background() {
	local detach forced child waited
	need_private_home
	rm -f "$NOTE.pid" "$NOTE.pages"
	set -- port-forward "--forwarder=$CLUSTER-$$-$(now)" -n "$NAMESPACE" ${CONTEXT:+"--context=$CONTEXT"}
	for forced in $FORCED; do set -- "$@" --port "$forced"; done
	(umask 077; : >"$NOTE.log")
	detach=
	! command -v setsid >/dev/null 2>&1 || detach=setsid
	$detach sh "$SELF" "$@" >"$NOTE.log" 2>&1 </dev/null &
	child=$! waited=0
	until [ -s "$NOTE.pages" ]; do
		if [ "$waited" -ge 60 ] || ! kill -0 "$child" 2>/dev/null; then
			kill "$child" 2>/dev/null
			clean <"$NOTE.log" >&2
			forget_background
			die 1 "it does not run in the background" "the lines above say why; or see: $RUN status"
		fi
		waited=$((waited + 1))
		sleep 1
	done
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
	rmdir "${NOTE%/*}" 2>/dev/null
}

end_background() {
	local number left
	if ! find_background; then ! is_private_home || rm -f "$NOTE.pid"; return 1; fi
	number=$BACKGROUND left=10
	kill "$number" 2>/dev/null
	while find_background && [ "$left" -gt 0 ]; do sleep 1; left=$((left - 1)); done
	! find_background || die 1 "process $number does not end" "end it yourself: kill -9 $number"
	note "ended the port-forward in the background"
}
