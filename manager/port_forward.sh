# --------------------------------------------------------- port-forward ----

# The roles whose pods have pages, one a line.
web_roles() { printf '%s\n' "$WEB_PORTS" | awk 'NF && !seen[$2]++ { print $2 }'; }

do_port_forward() {
	FORCED='' MODE='' WORD=''
	take_all forward_option "$@"
	if [ "$MODE" = stop ]; then
		need_kubectl
		end_background || note "no port-forward of $CLUSTER runs in the background"
		return 0
	fi
	[ -n "$WEB_PORTS" ] || die 2 "$TITLE has no web pages to forward" "a shell on the $HEAD: $RUN shell"
	need_cluster
	need_some_server
	if [ "$MODE" = background ]; then start_background; return; fi
	exit_on_signals
	make_scratch
	[ -z "$WORD" ] || become_background
	keep_forwarding
}

# --forwarder is for start_background alone.
forward_option() {
	case $1 in
	--background) MODE=background ;;
	--stop) MODE=stop ;;
	--forwarder=*) WORD=${1#--forwarder=} ;;
	--port | --port=*) value_of NAME=LOCAL "$@"; force_port "$VALUE" ;;
	*) common_option "$@" ;;
	esac
}

# force_port NAME=LOCAL: one more line of FORCED.
force_port() {
	case $1 in ?*=*) ;; *) usage "--port needs NAME=LOCAL, not '$1'" ;; esac
	{ is_number "${1#*=}" && [ "${1#*=}" -ge 1 ] && [ "${1#*=}" -le 65535 ]; } || usage "--port: '${1#*=}' is not a port"
	printf '%s\n' "$WEB_PORTS" | NAME=${1%%=*} awk '$1 == ENVIRON["NAME"] { found = 1 } END { exit !found }' ||
		usage "--port: there is no page '${1%%=*}'"
	FORCED="$FORCED$1$NEWLINE"
}

# One running pod that has pages is enough to begin with.
need_some_server() {
	local role
	for role in $(web_roles); do
		if find_pod "$role" && [ "$P_PHASE" = Running ]; then return; fi
	done
	need_running_pod "$(web_roles | sed -n 1p)"
}
