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
	[ -n "$WEB_PORTS" ] || die 2 "$TITLE has no web pages to forward" "its other ports: $RUN port-forward --help; a shell on the $HEAD: $RUN shell"
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

# force_port NAME=LOCAL: one more line of FORCED. A port that is no page becomes one of WEB_PORTS, with a dash for its path.
force_port() {
	local name row
	case $1 in ?*=*) ;; *) usage "--port needs NAME=LOCAL, not '$1'" ;; esac
	name=${1%%=*}
	is_port "${1#*=}" || usage "--port: '${1#*=}' is not a port"
	row=$(port_row "$name")
	[ -n "$row" ] || ! is_port "$name" || row="$name head $name - - - port $name"
	[ -n "$row" ] || usage "--port: there is no page or port '$name'; there are $(list_ports "$WEB_PORTS$NEWLINE$PORTS")"
	has_line "$row" "$WEB_PORTS" || WEB_PORTS="$WEB_PORTS${WEB_PORTS:+$NEWLINE}$row"
	FORCED="$FORCED${row%% *}=${1#*=}$NEWLINE"
}

is_port() {
	case $1 in 0*) return 1 ;; esac
	is_number "$1" && [ "$1" -le 65535 ]
}

# port_row WORD: the page of that name or number, or the port of the head that is no page, as a line of WEB_PORTS.
port_row() {
	put "$WEB_PORTS$NEWLINE$PORTS" | WORD=$1 awk '
		NF == 2 { $0 = $1 " head " $2 " - - - port " $1 }
		NF && ($1 == ENVIRON["WORD"] || $3 == ENVIRON["WORD"]) { print; exit }'
}

# One running pod that has pages is enough to begin with.
need_some_server() {
	local role
	for role in $(web_roles); do
		if find_pod "$role" && [ "$P_PHASE" = Running ]; then return; fi
	done
	need_running_pod "$(web_roles | sed -n 1p)"
}
