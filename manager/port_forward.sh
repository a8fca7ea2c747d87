# --------------------------------------------------------- port-forward ----

help_port_forward() {
	cat <<END
Makes the web pages of the cluster reachable under http://127.0.0.1 on this
machine until it is ended with Ctrl-C. If a port is taken, another one is used.
Forwards that break, also because the pod was replaced, are made again. The token
of a page that wants one is shown with its address: keep it to yourself.

  --port NAME=LOCAL  use this local port for this page, and no other
  --background       go on in the background, and show the addresses
  --stop             end what runs in the background; nothing else is ever ended

On a login host it prints what to run on your own machine.

The pages: $(list_pages)
END
}

list_pages() {
	printf '%s\n' "$WEB_PORTS" | awk '
		NF { list = list (list == "" ? "" : ", ") $1 " (" $3 ")" }
		END { print list == "" ? "none" : list }'
}

# The roles whose pods have pages, one a line.
web_roles() {
	printf '%s\n' "$WEB_PORTS" | awk 'NF && !seen[$2]++ { print $2 }'
}

do_port_forward() {
	forced='' mode='' WORD=''
	while [ $# -gt 0 ]; do
		forward_option "$@"
		[ "$TOOK" -gt 0 ] || usage "port-forward does not take '$1'"
		shift "$TOOK"
	done
	if [ "$mode" = stop ]; then
		need_kubectl
		stop_background
		return
	fi
	[ -n "$WEB_PORTS" ] || die 2 "$TITLE has no web pages to forward" "a shell on the $HEAD: $RUN shell"
	need_cluster
	need_some_server
	if [ "$mode" = background ]; then
		start_background
		return
	fi
	trap 'exit 130' INT
	trap 'exit 143' TERM
	trap 'exit 129' HUP
	make_scratch
	[ -z "$WORD" ] || become_background
	keep_forwarding
}

# --forwarder is for start_background alone.
forward_option() {
	TOOK=1
	case $1 in
	--background) mode=background ;;
	--stop) mode=stop ;;
	--forwarder=*) WORD=${1#--forwarder=} ;;
	--port)
		[ $# -ge 2 ] || usage "--port needs NAME=LOCAL"
		force_port "$2"
		TOOK=2
		;;
	--port=*) force_port "${1#--port=}" ;;
	*) common_option "$@" ;;
	esac
}

# One running pod that has pages is enough to begin with.
need_some_server() {
	first=
	for role in $(web_roles); do
		if find_pod "$role" && [ "$P_PHASE" = Running ]; then return; fi
		first=${first:-$role}
	done
	need_running_pod "$first"
}

force_port() {
	case $1 in
	?*=*) ;;
	*) usage "--port needs NAME=LOCAL, not '$1'" ;;
	esac
	case ${1#*=} in
	'' | *[!0-9]* | ??????*) number=0 ;;
	*) number=${1#*=} ;;
	esac
	if [ "$number" -lt 1 ] || [ "$number" -gt 65535 ]; then usage "--port: '${1#*=}' is not a port"; fi
	printf '%s\n' "$WEB_PORTS" | NAME=${1%%=*} awk '$1 == ENVIRON["NAME"] { found = 1 } END { exit !found }' ||
		usage "--port: there is no page '${1%%=*}'"
	forced="$forced$1$NEWLINE"
}
