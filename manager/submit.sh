# --------------------------------------------------------------- submit ----

help_submit() {
	cat <<END
Copies FILE to the $HEAD, runs it there on the cluster and waits for it. Its
output is shown as it comes, its exit code is the exit code of submit, and the
copy is removed afterwards. Everything after FILE goes to the program, whatever
it looks like.

The program starts in a directory of its own, which it may write to and which is
removed as well. If it needs other files, name a DIRECTORY, and the PROGRAM in it:
all of it is copied, and the program starts there. Standard input goes to the
program if it is a file or a pipe; from a terminal it gets none. Ctrl-C ends the
program on the $HEAD too.
END
}

# A word of any bytes as printable ASCII, for printf's %b: on its way into a
# container only valid UTF-8 would get through.
encoded() {
	printf '%s' "$1" | od -A n -v -t u1 | awk '{
		for (i = 1; i <= NF; i++)
			printf(($i > 32 && $i < 127 && $i != 92) ? "%c" : "\\0%03o", $i + 0)
	}'
}

# The first lines of what is run in the pod: takes the words back out of that
# form. The dot keeps newlines at a word's end.
decoder() {
	cat <<'END'
words=$#
while [ "$words" -gt 0 ]; do
	word=$(printf '%b.' "$1")
	set -- "$@" "${word%.}"
	shift
	words=$((words - 1))
done
END
}

# Run in the pod, with the directory for submissions and the file's name and
# size: takes the file from standard input, says where it put it.
receiver() {
	decoder
	cat <<'END'
umask 077
dir=$(mktemp -d "$1/clusterc-submit-XXXXXX") || {
	cat >/dev/null
	exit 1
}
if cat >"$dir/$2" && { ! command -v wc >/dev/null || [ $(wc -c <"$dir/$2") = "$3" ]; }; then
	printf '%s\n' "$dir"
else
	rm -rf "$dir"
	cat >/dev/null
	exit 1
fi
END
}

# The same for the files of a directory, as tar packs them.
unpacker() {
	decoder
	cat <<'END'
umask 077
command -v tar >/dev/null || {
	echo 'there is no tar in the image' >&2
	cat >/dev/null
	exit 1
}
dir=$(mktemp -d "$1/clusterc-submit-XXXXXX") || {
	cat >/dev/null
	exit 1
}
if tar -xof - -C "$dir"; then
	printf '%s\n' "$dir"
else
	rm -rf "$dir"
	cat >/dev/null
	exit 1
fi
END
}

# Run in the pod, with that directory and the program's words: leaves its own
# process id and the program's exit code there, whatever of that name came with it. It outlives the signal that
# ends the program, to tell that it ended.
runner() {
	decoder
	cat <<'END'
dir=$1
shift
cd "$dir" || exit 1
trap : TERM INT HUP
rm -f .clusterc-pid .clusterc-code
printf '%s\n' "$$" >.clusterc-pid || exit 1
"$@"
code=$?
printf '%s\n' "$code" >.clusterc-code
exit "$code"
END
}

# Run in the pod, with that directory: says the program's exit code, ends it if
# it is still running, and leaves nothing. What kubectl exec starts leads a
# process group, so that a signal to the group reaches what it started itself.
ender() {
	cat <<'END'
pid=$(cat "$1/.clusterc-pid" 2>/dev/null)
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
	printf 'ended\n'
else
	cat "$1/.clusterc-code" 2>/dev/null
fi
rm -rf "$1"
END
}

do_submit() {
	before_program "$@"
	shift "$TAKEN"
	need_program "$@"
	run_on_head "$SUBMIT" "$@"
	return "$result"
}

# before_program WORD...: takes the options in front of the program, however it is called. TAKEN
# says how many words they are.
before_program() {
	TAKEN=0
	while [ $# -gt 0 ]; do
		case $VERB:$1 in
		*:--)
			TAKEN=$((TAKEN + 1))
			return
			;;
		run:--volumes) VOLUMES=yes TOOK=1 ;;
		run:-?*) waiting_option "$@" ;;
		*:-?*) common_option "$@" ;;
		*) return ;;
		esac
		[ "$TOOK" -gt 0 ] || usage "$VERB does not take '$1' before the file"
		TAKEN=$((TAKEN + TOOK))
		shift "$TOOK"
	done
}

# need_program WORD...: a file, or a directory and a file in it.
need_program() {
	[ -n "$SUBMIT" ] || die 2 "$TITLE has no way of its own to run a program" "a shell on the $HEAD: $RUN shell"
	[ $# -gt 0 ] || usage "$VERB needs a file"
	program=$1
	if [ -d "$1" ]; then
		[ $# -gt 1 ] || usage "$1 is a directory: which program in it is to be run?"
		case /$2/ in
		*/../* | //*) usage "the program has to be in the directory $1, not '$2'" ;;
		esac
		program=$1/$2
	fi
	if ! [ -f "$program" ] || ! [ -r "$program" ]; then
		die 2 "there is no file '$program' that can be read" "check the path"
	fi
}
