# ----------------------------------------------------------------- logs ----

help_logs() {
	cat <<END
Shows what the $HEAD (head)${NOTEBOOK:+, the $NOTEBOOK (notebook)} or a $WORKER (worker N, counted from 0)
has written.$(group_help)

  -f, --follow     go on showing what comes
  --previous       of the container before the last restart
  --tail LINES     only the last lines

A terminal gets no colours and nothing else that it would obey; a file or a pipe
gets every byte.
END
}

do_logs() {
	ROLE='head' number=0 follow='' previous='' tail='' chosen=
	while [ $# -gt 0 ]; do
		case $1 in
		-f | --follow) follow=--follow ;;
		-p | --previous) previous=--previous ;;
		--tail=*) tail=$1 ;;
		--tail)
			[ $# -ge 2 ] || usage "--tail needs a number of lines"
			tail=--tail=$2
			shift
			;;
		-*)
			common_option "$@"
			[ "$TOOK" -gt 0 ] || usage "logs does not take '$1'"
			shift "$((TOOK - 1))"
			;;
		*) choose_role "$1" ;;
		esac
		shift
	done
	case $tail in
	--tail= | --tail=*[!0-9]*) usage "--tail needs a number of lines" ;;
	esac
	need_cluster
	need_pod "$ROLE" "$number"
	if [ -t 1 ]; then
		{ code=$({ { show_log; echo $? >&3; } | clean_lines >&4 3>&-; } 3>&1); } 4>&1
	else
		show_log
		code=$?
	fi
	[ "$code" -ne 1 ] || die 1 "there is no such log (yet)" "see: $RUN status"
	return "$code"
}

show_log() {
	cleaned kube logs "$P_NAME" --container "$ROLE" ${follow:+"$follow"} ${previous:+"$previous"} ${tail:+"$tail"}
}

# For clusters with more than one kind of workers.
group_help() {
	printf '%s\n' "$(each_group ' ' ',')" | sed -n 's/^\(..*\),$/\
Groups of workers, each counted from 0 as well:\1/p'
}

# choose_role WORD: a role, then for workers a number.
choose_role() {
	if [ -z "$chosen" ]; then
		role_named "$1" ||
			usage "'$1' is none of: head, worker$(each_group ', ' '')${NOTEBOOK:+, notebook}"
		chosen=$ROLE
		return
	fi
	{ [ "$chosen" != number ] && is_counted "$chosen"; } || usage "$VERB does not take '$1' here"
	case $1 in
	'' | *[!0-9]*) usage "'$1' is not the number of a $WORKER" ;;
	esac
	number=$1 chosen=number
}
