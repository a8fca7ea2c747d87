# ---------------------------------------------------------------- shell ----

help_shell() {
	cat <<END
Opens a shell on the $HEAD (head)${NOTEBOOK:+, on the $NOTEBOOK (notebook)} or on a $WORKER (worker N, counted
from 0), or runs COMMAND there and returns its exit code. There is a terminal if
standard input is one. A command without a terminal goes on in the pod if this
script is killed: for programs there is submit.$(group_help)
END
}

do_shell() {
	ROLE='head' number=0 chosen=
	while [ $# -gt 0 ]; do
		case $1 in
		--)
			shift
			[ $# -gt 0 ] || usage "there is no command after --"
			break
			;;
		-*)
			common_option "$@"
			[ "$TOOK" -gt 0 ] || usage "shell does not take '$1' (a command comes after --)"
			shift "$TOOK"
			;;
		*)
			choose_role "$1"
			shift
			;;
		esac
	done
	need_cluster
	need_running_pod "$ROLE" "$number"
	[ $# -gt 0 ] || set -- sh -c 'if command -v bash >/dev/null 2>&1; then exec bash; else exec sh; fi'
	terminal=
	if [ -t 0 ] && [ -t 1 ]; then terminal=--tty; fi
	become_kubectl exec --stdin ${terminal:+"$terminal"} "$P_NAME" --container "$ROLE" -- "$@"
}
