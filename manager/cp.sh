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
need tar, here and in the image.
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
	path=${path:-.}
}

# need_there: the pod of the place that was read, running; in_pod CODE WORD... runs there.
need_there() {
	need_cluster
	need_running_pod "$ROLE" "$number"
	seat=$P_NAME
}

in_pod() {
	code_there=$1
	shift
	words_there=$#
	while [ "$words_there" -gt 0 ]; do
		set -- "$@" "$(encoded "$1")"
		shift
		words_there=$((words_there - 1))
	done
	kube exec -i "$seat" --container "$ROLE" -- sh -c "$(decoder)$NEWLINE$code_there" sh "$@"
}

# Run in the pod: path, name, and the size of what comes, or nothing of a directory. All that
# comes is taken even if there is no place for it: otherwise kubectl waits for ever to be rid of it.
taker() {
	cat <<'END'
to=$1
[ ! -d "$to" ] || to=${to%/}/$2
if [ -z "$3" ]; then
	command -v tar >/dev/null || echo 'there is no tar in the image' >&2
	mkdir -p "$to" && tar -xf - -C "$to" && exit
elif cat >"$to.part" && [ "$(wc -c <"$to.part")" -eq "$3" ]; then
	mv -f "$to.part" "$to"
	exit
else
	rm -f "$to.part"
fi
cat >/dev/null
exit 1
END
}

# Run in the pod: says what a path is.
teller() {
	cat <<'END'
if [ -d "$1" ]; then
	echo directory
elif [ -f "$1" ] && [ -r "$1" ]; then
	echo "file $(wc -c <"$1")"
fi
END
}

file_giver() {
	cat <<'END'
exec cat <"$1"
END
}

directory_giver() {
	cat <<'END'
cd "$1" && exec tar -cf - .
END
}

copy_in() {
	from=$1
	[ -r "$from" ] || die 2 "there is no '$from' that can be read" "check the path"
	case $from in
	/*) ;;
	*) from=./$from ;;
	esac
	base=$(basename -- "$from")
	case $base in
	. | .. | /) base='' ;;
	esac
	need_there
	if [ -d "$from" ]; then
		make_scratch
		{ packed "$from" || : >"$SCRATCH/incomplete"; } | in_pod "$(taker)" "$path" "$base" '' && [ ! -e "$SCRATCH/incomplete" ]
	else
		size=$(wc -c <"$from")
		in_pod "$(taker)" "$path" "$base" "$((size))" <"$from"
	fi || die 1 "$1 was not copied to $seat" "the lines above say why; the pod's own files are read-only except where it works"
	note "copied to $seat: $path"
}

copy_out() {
	to=$1 base=$(basename -- "$path")
	case $base in
	. | .. | /) base=$seat ;;
	esac
	need_there
	kind=$(in_pod "$(teller)" "$path" </dev/null) || kind=
	[ ! -d "$to" ] || to=${to%/}/${base:-$seat}
	case $to in
	/* | ./* | ../*) ;;
	*) to=./$to ;;
	esac
	case $kind in
	'file '*) copy_file_out "$((${kind#file }))" ;;
	directory) copy_directory_out ;;
	*) die 1 "there is no $path on $seat that can be read" "see: $RUN shell $ROLE $(is_counted "$ROLE" && echo "$number ")-- ls" ;;
	esac
	note "copied from $seat: $to"
}

# copy_file_out SIZE
copy_file_out() {
	if in_pod "$(file_giver)" "$path" </dev/null >"$to.part" && [ "$(wc -c <"$to.part")" -eq "$1" ]; then
		mv -f "$to.part" "$to" && return
	fi
	rm -f "$to.part"
	die 1 "$path was not copied whole" "try again; if the lines above do not say why, look for room here: df ."
}

copy_directory_out() {
	{ mkdir -p "$to" && in_pod "$(directory_giver)" "$path" </dev/null | tar -xf - -C "$to"; } ||
		die 1 "$path was not copied whole" "the lines above say why"
}
