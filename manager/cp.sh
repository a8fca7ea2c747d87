# ------------------------------------------------------------------- cp ----

help_cp() {
	cat <<END
Copies a file, or a directory with all that is in it, into a pod or out of one:
one of FROM and TO is here, the other one is ROLE:PATH. Roles are head${NOTEBOOK:+, notebook}
and worker:N, counted from 0.$(group_help)

  $RUN cp data.csv head:/tmp
  $RUN cp worker:1:/tmp/log.txt .

A path in a pod that does not begin with / is looked for where the pod's program
started. If TO is a directory that is there, the copy goes into it. A file arrives
whole or not at all. A file here whose name has a colon is written ./a:b. Directories
need tar, here and in the image. A directory that is there already is merged with
the copy: files are replaced, and links are replaced, not followed. Links that lead
out of the copy, devices and set-id bits are left out.
END
}

do_cp() {
	while [ $# -gt 0 ]; do
		case $1 in
		--)
			shift
			break
			;;
		-?*) ;;
		*) break ;;
		esac
		common_option "$@"
		[ "$TOOK" -gt 0 ] || usage "cp does not take '$1'"
		shift "$TOOK"
	done
	[ $# -eq 2 ] || usage "cp needs two places: FROM and TO"
	if read_place "$1"; then
		! read_place "$2" || usage "both places are in pods: one has to be here"
		read_place "$1"
		copy_out "$2"
	elif read_place "$2"; then
		copy_in "$1"
	else
		usage "neither place is in a pod: one has to be like head:PATH or worker:N:PATH"
	fi
}

# read_place WORD: is it in a pod? Then ROLE, number and path are where.
read_place() {
	case $1 in
	*:*) role_named "${1%%:*}" || return 1 ;;
	*) return 1 ;;
	esac
	number=0 path=${1#*:}
	if is_counted "$ROLE"; then
		number=${path%%:*}
		case $path in
		*:*) ;;
		*) number= ;;
		esac
		case $number in
		'' | *[!0-9]*) usage "'$1' does not say which $ROLE: $ROLE:N:PATH" ;;
		esac
		path=${path#*:}
	fi
	case $path in
	/*) ;;
	*) path=./$path ;;
	esac
}

# need_there: the pod of the place that was read, running.
need_there() {
	need_cluster
	need_running_pod "$ROLE" "$number"
	seat=$P_NAME
}

# in_pod CODE WORD...: runs there, for as long as it takes.
in_pod() {
	exec_in_pod '' "$@"
}

# The same for an answer that is wanted soon or not at all.
answer_of_pod() {
	exec_in_pod 30 "$@"
}

# exec_in_pod SECONDS CODE WORD...
exec_in_pod() {
	most=$1 code_there=$2
	shift 2
	words_there=$#
	while [ "$words_there" -gt 0 ]; do
		set -- "$@" "$(encoded "$1")"
		shift
		words_there=$((words_there - 1))
	done
	set -- exec -i "$seat" --container "$ROLE" -- sh -c "$(decoder)$NEWLINE$code_there" sh "$@"
	if [ -n "$most" ]; then within "$most" "$@"; else kube "$@"; fi
}

# Run in the pod: path, name, and the size of what comes, or nothing of a directory. All that
# comes is taken even if there is no place for it: otherwise kubectl waits for ever to be rid of it.
# A file is written in a directory that nobody else has: no name that is there is written through.
taker() {
	cat <<'END'
to=$1
[ ! -d "$to" ] || to=${to%/}/$2
if [ -z "$3" ]; then
	command -v tar >/dev/null || echo 'there is no tar in the image' >&2
	mkdir -p "$to" && tar -xof - -C "$to" && exit
elif dir=$(mktemp -d "${to%/*}/.clusterc-XXXXXX"); then
	if cat >"$dir/file" && [ $(wc -c <"$dir/file") = "$3" ]; then
		if [ -L "$to" ]; then rm -f "$to"; fi
		mv -f "$dir/file" "$to" && rmdir "$dir" && exit
	fi
	rm -rf "$dir"
fi
cat >/dev/null
exit 1
END
}

copy_in() {
	from=$1
	[ -r "$from" ] || die 2 "there is no '$from' that can be read" "check the path"
	case $from in
	/*) ;;
	*) from=./$from ;;
	esac
	last_part "$from"
	need_there
	if [ -d "$from" ]; then
		exit_on_signals
		make_scratch
		{ packed "$from" || : >"$SCRATCH/incomplete"; } | cleaned in_pod "$(taker)" "$path" "$BASE" '' &&
			[ ! -e "$SCRATCH/incomplete" ]
	else
		cleaned in_pod "$(taker)" "$path" "$BASE" "$(size_of "$from")" <"$from"
	fi ||
		die 1 "$1 was not copied to $seat" \
			"the lines above say why; the pod's own files are read-only except where it works"
	note "copied to $seat: $path"
}

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
	case $BASE in
	. | ..) BASE= ;;
	esac
}

# A file's size as digits only: some shells' arithmetic ends at 2 GiB.
size_of() {
	wc -c <"$1" | tr -d ' \t'
}
