# ------------------------------------------------------------------- cp ----

do_cp() {
	take_words common_option "$@"
	shift "$TAKEN"
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

# read_place WORD: is it in a pod? Then ROLE, NUMBER and PLACE are where.
read_place() {
	case $1 in
	*:*) role_named "${1%%:*}" || return 1 ;;
	*) return 1 ;;
	esac
	NUMBER='' PLACE=${1#*:}
	if is_counted "$ROLE"; then
		case $PLACE in *:*) NUMBER=${PLACE%%:*} ;; esac
		case $NUMBER in '' | *[!0-9]*) usage "'$1' does not say which $ROLE: $ROLE:N:PATH" ;; esac
		PLACE=${PLACE#*:}
	fi
	case $PLACE in /*) ;; *) PLACE=./$PLACE ;; esac
}

# SEAT and CONTAINER are those of the place that was read.
need_seat() {
	need_cluster
	need_running_pod "$ROLE" "$NUMBER"
	SEAT=$P_NAME CONTAINER=${ONE:-$ROLE}
}

copy_in() {
	local from
	from=$1
	[ -r "$from" ] || die 2 "there is no '$from' that can be read" "check the path"
	case $from in /*) ;; *) from=./$from ;; esac
	last_part "$from"
	need_seat
	exit_on_signals
	make_scratch
	cleaned send "$from" 'take "$@" && exit' "$PLACE" "$BASE" || die 1 "$1 was not copied to $SEAT" \
			"the lines above say why; the pod's own files are read-only except where it works"
	note "copied to $SEAT: $PLACE"
}
