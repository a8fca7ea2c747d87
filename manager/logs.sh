# ----------------------------------------------------------------- logs ----

do_logs() {
	local code
	ROLE='' NUMBER='' FOLLOW='' PREVIOUS='' TAIL=''
	take_all logs_word "$@"
	need_cluster
	need_pod "${ROLE:=head}" "$NUMBER"
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
	cleaned kube logs "$P_NAME" --container "$ROLE" ${FOLLOW:+--follow} ${PREVIOUS:+--previous} ${TAIL:+"--tail=$TAIL"}
}

logs_word() {
	case $1 in
	-f | --follow) FOLLOW=yes ;;
	-p | --previous) PREVIOUS=yes ;;
	--tail | --tail=*)
		value_of 'a number of lines' "$@"
		case $VALUE in *[!0-9]*) usage "--tail needs a number of lines" ;; esac
		TAIL=$VALUE ;;
	-*) common_option "$@" ;;
	*) choose_role "$1" ;;
	esac
}
