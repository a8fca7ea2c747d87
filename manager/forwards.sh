# ------------------------------------------ port-forward: keeping it up ----

# Once a second every page's forward is looked after. The pods that have the
# pages are looked up every few rounds, and when a forward has ended. Whoever clears
# old directories away takes the notes: without them it ends, with what it runs.
keep_forwarding() {
	round=0 announced=''
	find_servers
	while [ -d "$SCRATCH" ]; do
		if [ $((round % 5)) -eq 4 ] || [ -e "$SCRATCH/broken" ]; then
			rm -f "$SCRATCH/broken"
			find_servers
		fi
		number=0 changed=
		while read -r name role port secret query page caption; do
			[ -n "$name" ] || continue
			number=$((number + 1))
			tend_forward
		done <<END
$WEB_PORTS
END
		[ -z "$changed" ] || show_forwards
		round=$((round + 1))
		sleep 1
	done
	die 1 "somebody removed $SCRATCH" "see: $RUN port-forward"
}

# Finds the running pod of each role that has pages. In the scratch directory,
# ROLE.server is the last one seen and ROLE.away says how often in a row there
# was none. That is waited for: a pod may just be being replaced.
find_servers() {
	look || return 0
	rows=$(pod_rows) hope='' lost='' news=''
	for role in $(web_roles); do
		seen=
		while read_pod; do
			[ "$P_ROLE" = "$role" ] && [ "$P_DELETING" != yes ] && [ "$P_PHASE" = Running ] && seen=$P_NAME/$P_UID
		done <<END
$rows
END
		if [ -n "$seen" ]; then
			printf '%s\n' "$seen" >"$SCRATCH/$role.server"
			rm -f "$SCRATCH/$role.away"
			hope=yes
		else
			miss_server
		fi
	done
	if [ -n "$hope" ]; then
		[ -z "$news" ] || warn "the $news did not come back yet; see: $RUN status"
		return
	fi
	die 1 "the $lost did not come back" "see: $RUN status"
}

# A pod that stays away too long is given up only with the last of the others.
miss_server() {
	away=0
	[ ! -e "$SCRATCH/$role.away" ] || away=$(cat "$SCRATCH/$role.away")
	away=$((away + 1))
	printf '%s\n' "$away" >"$SCRATCH/$role.away"
	word=$(role_word "$role")
	[ "$away" -ne 1 ] || note "the $word is away; waiting for it to come back"
	[ "$away" -ge 12 ] || hope=yes
	[ "$away" -ne 12 ] || news="$news${news:+ and the }$word"
	lost="$lost${lost:+ and the }$word"
}

# tend_forward, of page $number: starts it, notices its port, its end and a
# replaced pod. In the scratch directory: N.pid, N.pod, N.log, N.port.
tend_forward() {
	file=$SCRATCH/$number served=
	[ ! -e "$SCRATCH/$role.server" ] || served=$(cat "$SCRATCH/$role.server")
	if [ -s "$file.pid" ]; then
		pid=$(cat "$file.pid")
		if kill -0 "$pid" 2>/dev/null; then
			if [ "$(cat "$file.pod")" = "$served" ]; then
				notice_port
				return
			fi
			kill "$pid" 2>/dev/null
		else
			explain_end
		fi
		wait "$pid" 2>/dev/null
		FORWARDS="${FORWARDS%%" $pid "*} ${FORWARDS#*" $pid "}"
		: >"$file.pid"
		: >"$SCRATCH/broken"
		return
	fi
	if [ -n "$served" ] && [ ! -e "$SCRATCH/$role.away" ]; then start_forward; fi
}

start_forward() {
	choose_port
	: >"$file.log"
	become_kubectl port-forward --address 127.0.0.1 "pod/${served%/*}" "$local_port:$port" >>"$file.log" 2>&1 </dev/null &
	FORWARDS="$FORWARDS$! "
	printf '%s\n' $! >"$file.pid"
	printf '%s\n' "$served" >"$file.pod"
}

# The port it had, or was told to have, or its own number; any, if that is taken.
choose_port() {
	local_port=$(printf '%s' "$forced" | NAME=$name awk -F = '$1 == ENVIRON["NAME"] { port = $2 } END { print port }')
	[ -z "$local_port" ] || return 0
	local_port=$port
	[ ! -s "$file.port" ] || local_port=$(cat "$file.port")
	[ ! -e "$file.taken" ] || local_port=
	rm -f "$file.taken"
}

# kubectl says the port it listens on. Later lines are one for each connection:
# they are thrown away.
notice_port() {
	given=$(sed -n 's/^Forwarding from 127\.0\.0\.1:\([1-9][0-9]\{0,4\}\) .*/\1/p' "$file.log" | sed -n 1p)
	[ -n "$given" ] || return 0
	: >"$file.log"
	if [ ! -s "$file.port" ] || [ "$(cat "$file.port")" != "$given" ]; then
		printf '%s\n' "$given" >"$file.port"
		changed=yes
	else
		note "$name: connected again"
	fi
}

explain_end() {
	words=$(awk '/^[Ee]rror|[Uu]nable/ { line = $0 } END { print line }' "$file.log")
	case $words in
	*'nable to listen'* | *'nable to create listener'*)
		: >"$file.taken"
		case $NEWLINE$forced in
		*"$NEWLINE$name="*)
			die 1 "$name: the local port is taken" "name another with --port $name=LOCAL"
			;;
		esac
		note "$name: the local port ${local_port:-it had} is taken; taking another one"
		;;
	*'orbidden'*)
		die 1 "$name: you may not forward ports in namespace $NAMESPACE: $words" \
			"ask its owner for the role 'edit'"
		;;
	*) note "$name: the connection ended${words:+ ($words)}; connecting again" ;;
	esac
}
