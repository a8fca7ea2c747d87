# ------------------------------------------ port-forward: keeping it up ----

# Once a second every page's forward is looked after. The pods that have the
# pages are looked up every few rounds, and when a forward has ended. Whoever clears
# old directories away takes the notes: without them it ends, with what it runs.
keep_forwarding() {
	local round announced changed name role port secret query page caption
	round=0 announced=$WORD
	find_servers
	while [ -d "$SCRATCH" ]; do
		if [ $((round % 5)) -eq 4 ] || [ -e "$SCRATCH/broken" ]; then
			rm -f "$SCRATCH/broken"
			find_servers
		fi
		changed=
		while read -r name role port secret query page caption; do
			! tend_forward "$SCRATCH/$role.$name" || changed=yes
		done <<END
$WEB_PORTS
END
		if [ -n "$changed" ] && show_forwards && [ -z "$announced" ]; then
			note "Ctrl-C ends it"
			announced=yes
		fi
		round=$((round + 1))
		sleep 1
	done
	die 1 "somebody removed $SCRATCH" "see: $RUN port-forward"
}

# Finds the running pod of each role that has pages. In the scratch directory, ROLE.server is the last one seen and
# ROLE.away says how often in a row there was none. That is waited for: a pod may just be being replaced. One that
# stays away too long is given up only with the last of the others.
find_servers() {
	local rows role word seen away hope news lost
	look || return 0
	rows=$(pod_rows) hope='' news='' lost=''
	for role in $(web_roles); do
		seen=$(put "$rows" | ROLE=$role awk -F '\t' '
			$3 == ENVIRON["ROLE"] && $6 == "Running" && $7 != "yes" { seen = $1 "/" $2 }
			END { print seen }')
		if [ -n "$seen" ]; then
			printf '%s\n' "$seen" >"$SCRATCH/$role.server"
			rm -f "$SCRATCH/$role.away"
			hope=yes
			continue
		fi
		away=$(($(noted "$SCRATCH/$role.away") + 1)) word=$(role_word "$role")
		printf '%s\n' "$away" >"$SCRATCH/$role.away"
		[ "$away" -ne 1 ] || note "the $word is away; waiting for it to come back"
		[ "$away" -ge 12 ] || hope=yes
		[ "$away" -ne 12 ] || news="$news${news:+ and the }$word"
		lost="$lost${lost:+ and the }$word"
	done
	[ -n "$hope" ] || die 1 "the $lost did not come back" "see: $RUN status"
	[ -z "$news" ] || warn "the $news did not come back yet; see: $RUN status"
}

noted() { [ ! -s "$1" ] || cat "$1"; }

# tend_forward FILE: starts a page's forward, notices its end, a replaced pod and its port. Is that another one?
# FILE.pid and FILE.pod are whose it is, FILE.log is what it says, FILE.port its port here.
tend_forward() {
	local pid served
	pid=$(noted "$1.pid") served=$(noted "$SCRATCH/$role.server")
	if [ -z "$pid" ]; then
		[ -z "$served" ] || [ -e "$SCRATCH/$role.away" ] || start_forward "$1" "$served"
		return 1
	fi
	if ! kill -0 "$pid" 2>/dev/null; then
		explain_end "$1"
	elif [ "$(noted "$1.pod")" = "$served" ]; then
		notice_port "$1"
		return
	else
		kill "$pid" 2>/dev/null
	fi
	wait "$pid" 2>/dev/null
	FORWARDS="${FORWARDS%%" $pid "*} ${FORWARDS#*" $pid "}"
	: >"$1.pid"
	: >"$SCRATCH/broken"
	return 1
}

# start_forward FILE POD/UID
start_forward() {
	local here
	here=$(local_port "$1")
	rm -f "$1.taken"
	: >"$1.log"
	become_kubectl port-forward --address 127.0.0.1 "pod/${2%/*}" "$here:$port" >>"$1.log" 2>&1 </dev/null &
	FORWARDS="$FORWARDS$! "
	printf '%s\n' $! >"$1.pid"
	printf '%s\n' "$2" >"$1.pod"
}

# local_port FILE: the port it was told to have, or had, or its own number; any, if that is taken.
local_port() {
	printf '%s' "$FORCED" | NAME=$name HAD=$(noted "$1.port") OWN=$port TAKEN=$(noted "$1.taken") awk -F = '
		$1 == ENVIRON["NAME"] { forced = $2 }
		END { print forced ? forced : ENVIRON["TAKEN"] ? "" : ENVIRON["HAD"] ? ENVIRON["HAD"] : ENVIRON["OWN"] }'
}

# notice_port FILE: kubectl says the port it listens on. Later lines are one for each connection: they are thrown away.
notice_port() {
	local given
	given=$(sed -n 's/^Forwarding from 127\.0\.0\.1:\([1-9][0-9]\{0,4\}\) .*/\1/p' "$1.log" | sed -n 1p)
	[ -n "$given" ] || return 1
	: >"$1.log"
	if [ "$(noted "$1.port")" = "$given" ]; then note "$name: connected again"; return 1; fi
	printf '%s\n' "$given" >"$1.port"
}

explain_end() {
	local words
	words=$(awk '/^[Ee]rror|[Uu]nable/ { line = $0 } END { print line }' "$1.log")
	case $words in
	*'nable to listen'* | *'nable to create listener'*)
		case $NEWLINE$FORCED in
		*"$NEWLINE$name="*) die 1 "$name: the local port is taken" "name another with --port $name=LOCAL" ;;
		esac
		echo taken >"$1.taken"
		note "$name: its local port is taken; taking another one" ;;
	*'orbidden'*)
		die 1 "$name: you may not forward ports in namespace $NAMESPACE: $words" "ask its owner for the role 'edit'" ;;
	*) note "$name: the connection ended${words:+ ($words)}; connecting again" ;;
	esac
}
