# ------------------------------------------ in a pod: programs and files ----

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
DECODER='words=$#
while [ "$words" -gt 0 ]; do
	word=$(printf "%b." "$1")
	set -- "$@" "${word%.}"
	shift
	words=$((words - 1))
done'

# become_in_pod CODE WORD...: runs it in SEAT, a pod, and its CONTAINER, for as long as it takes. For subshells, as become_kubectl.
become_in_pod() { exec_in_pod '' "$@"; }

in_pod() { (become_in_pod "$@"); }

# The same for an answer that is wanted soon or not at all.
answer_of_pod() { exec_in_pod 30 "$@"; }

# exec_in_pod SECONDS CODE WORD...
exec_in_pod() {
	local most code left
	most=$1 code=$2
	shift 2
	left=$#
	while [ "$left" -gt 0 ]; do
		set -- "$@" "$(encoded "$1")"
		shift
		left=$((left - 1))
	done
	! has_packages || code="PATH=$PACKAGES:\$PATH; export PATH$NEWLINE$code"
	set -- exec -i "$SEAT" ${CONTAINER:+--container "$CONTAINER"} -- sh -c "$DECODER$NEWLINE$code" sh "$@"
	if [ -n "$most" ]; then within "$most" "$@"; else become_kubectl "$@"; fi
}

# Run in the pod: take TO NAME SIZE; without a size a directory comes, packed. A file is written in a directory that
# nobody else has: no name that is there is written through.
TAKER='take() {
	to=$1
	[ ! -d "$to" ] || to=${to%/}/$2
	if [ -z "$3" ]; then
		command -v tar >/dev/null || echo "there is no tar in the image" >&2
		mkdir -p "$to" && tar -xof - -C "$to" && return
	elif dir=$(mktemp -d "${to%/*}/.clusterc-XXXXXX"); then
		if cat >"$dir/file" && { ! command -v wc >/dev/null || [ $(wc -c <"$dir/file") = "$3" ]; }; then
			if [ -L "$to" ]; then rm -f "$to"; fi
			mv -f "$dir/file" "$to" && rmdir "$dir" && return
		fi
		rm -rf "$dir"
	fi
	return 1
}'

# send FROM CODE WORD...: a file or a directory, which CODE takes in the pod from its standard input, with the words and
# take's SIZE. All that comes is read there even if there is no place for it: otherwise kubectl waits for ever to be rid
# of it. What can't be read here is not left out silently.
send() {
	local from code
	from=$1 code="$TAKER$NEWLINE$2${NEWLINE}cat >/dev/null${NEWLINE}exit 1"
	shift 2
	if [ -d "$from" ]; then
		{ packed "$from" || : >"$SCRATCH/incomplete"; } | in_pod "$code" "$@" '' && [ ! -e "$SCRATCH/incomplete" ]
	else
		in_pod "$code" "$@" "$(size_of "$from")" <"$from"
	fi
}

# A directory's files, packed. macOS would add files of its own.
packed() (
	case $1 in
	/*) cd "$1" ;;
	*) cd "./$1" ;;
	esac && COPYFILE_DISABLE=1 tar -cf - .
)

# last_part PATH: BASE is the name at its end, a newline in it and all, or empty where there is none.
last_part() {
	BASE=$1
	while :; do
		case $BASE in
		?*/) BASE=${BASE%/} ;;
		*) break ;;
		esac
	done
	BASE=${BASE##*/}
	case $BASE in . | ..) BASE= ;; esac
}

# A file's size as digits only: some shells' arithmetic ends at 2 GiB.
size_of() { wc -c <"$1" | tr -d ' \t'; }
