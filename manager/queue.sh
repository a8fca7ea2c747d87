# ---------------------------------------------------------------- queue ----

# Where a cluster waits in a queue of Kueue, QUEUE is its name. All pods then wait as one group, each held back by a gate
# (QUEUE_GROUP), or each Job waits by itself, suspended.

# Does something of what was looked at wait? Rows of Jobs have that in the place of a revision.
is_queued() {
	[ -n "$QUEUE" ] && put "$LOOK" | awk -F '\t' '
		$1 == "W" && $6 == "suspended" || $1 == "P" && $8 != "yes" && $19 == "SchedulingGated" { found = 1 }
		END { exit !found }'
}

# Kueue's objects: who owns each (O), and their conditions (C).
QUEUE_TEMPLATE='{{range .items}}{{$name := .metadata.name -}}
{{range .metadata.ownerReferences}}{{printf "O\t%q\t%q\n" $name .uid}}{{end -}}
{{if eq (print .spec.active) "false"}}{{printf "C\t%q\tActive\tFalse\t-\t\"\"\t-\n" $name}}{{end -}}
{{range .status.conditions}}{{printf "C\t%q\t%q\t%q\t%q\t%q\t%q\n" $name .type .status .reason .message .lastTransitionTime}}{{end -}}
{{end}}'

# queue_rows: what Kueue says of each of its objects that our pods or Jobs own: its name, whether it is waiting, reserved,
# admitted, evicted (and waiting again) or stopped (and not), why, in Kueue's words, since when, and what it waits for. Of a group
# whose object may not be read, read_queued asks the events.
queue_rows() {
	local answer
	answer=$(ask get workloads.kueue.x-k8s.io -o "go-template=$QUEUE_TEMPLATE" 2>/dev/null) || {
		[ -n "$QUEUE_GROUP" ] || queue_events
		return
	}
	put "$answer" |
		checked '=O name name' '=C name name name name? text? time?' | UIDS=$(put "$LOOK" | cut -f 3) awk -F '\t' "$MAP_FUNCTION"'
		BEGIN { OFS = "\t"; map_of(ENVIRON["UIDS"], ours) }
		$1 == "O" && $3 in ours && !($2 in seen) { seen[$2] = 1; name[++n] = $2 }
		$1 == "C" { is[$2, $3] = $4; why[$2, $3] = $5; text[$2, $3] = $6; since[$2, $3] = $7 }
		function row(one, state, type, waits) { print one, state, why[one, type], text[one, type], since[one, type], waits }
		END {
			for (i = 1; i <= n; i++) {
				one = name[i]
				waits = is[one, "QuotaReserved"] == "False" && text[one, "QuotaReserved"] != "" ? text[one, "QuotaReserved"] : "-"
				if (is[one, "Finished"] == "True") continue
				if (is[one, "Active"] == "False") row(one, "stopped", (one, "Evicted") in is ? "Evicted" : "Active", "-")
				else if (is[one, "Admitted"] == "True") row(one, "admitted", "Admitted", "-")
				else if (is[one, "Evicted"] == "True") row(one, "evicted", "Evicted", waits)
				else if (is[one, "QuotaReserved"] == "True") row(one, "reserved", "QuotaReserved", "-")
				else row(one, "waiting", "QuotaReserved", waits)
			}
		}'
}

# The same by the latest event of each, which the role 'edit' may read where it may not look at the objects. Those of a
# group are called after the cluster, others job-JOB-SUFFIX.
queue_events() {
	ask get events --field-selector involvedObject.kind=Workload --sort-by=.lastTimestamp -o 'go-template={{range .items -}}
{{printf "%q\t%q\t%q\t%q\n" .involvedObject.name .reason .message (or .lastTimestamp .eventTime)}}{{end}}' 2>/dev/null |
		checked 'name name text? time?' | SINCE=$(made_at) CLUSTER=$CLUSTER GROUP=$QUEUE_GROUP awk -F '\t' '
		function is_ours(name) {
			if (ENVIRON["GROUP"] != "") return name == ENVIRON["CLUSTER"]
			return index(name, "job-" ENVIRON["CLUSTER"] "-") == 1
		}
		BEGIN { OFS = "\t" }
		!is_ours($1) || substr($4, 1, 19) < substr(ENVIRON["SINCE"], 1, 19) { next }
		$2 == "Pending" { waits[$1] = $3; if (!($1 in state) || state[$1] != "evicted") { state[$1] = "waiting"; row[$1] = $2 OFS "-" OFS $4 } }
		$2 == "QuotaReserved" { state[$1] = "reserved"; row[$1] = $2 OFS $3 OFS $4; waits[$1] = "-" }
		$2 == "Admitted" { state[$1] = "admitted"; row[$1] = $2 OFS $3 OFS $4; waits[$1] = "-" }
		$2 ~ /^(Evicted|Preempted)/ { state[$1] = "evicted"; row[$1] = $2 OFS $3 OFS $4; waits[$1] = "-" }
		END { for (name in state) print name, state[name], row[name], waits[name] }'
}

# read_queued: of the first that is not admitted, Q_NAME, Q_STATE, Q_WHY, Q_TEXT, Q_SINCE and Q_WAITS, and Q_PLACE, its place in the
# queue. All are empty where nothing is known. A group that was evicted is a new object to Kueue: only events know of it.
read_queued() {
	local rows
	Q_PLACE='' rows=$({ queue_rows; [ -z "$QUEUE_GROUP" ] || queue_events; } | awk -F '\t' '
		$2 == "admitted" { next }
		row == "" || state == "waiting" && $2 == "evicted" { row = $0; state = $2 }
		END { if (row != "") print row }') Q_NAME='' Q_STATE='' Q_WHY='' Q_TEXT='' Q_SINCE='' Q_WAITS=''
	IFS=$TAB read -r Q_NAME Q_STATE Q_WHY Q_TEXT Q_SINCE Q_WAITS <<END || :
$rows
END
	[ "$Q_WHY" != - ] || Q_WHY=
	[ "$Q_TEXT" != - ] || Q_TEXT=
	[ "$Q_WAITS" != - ] || Q_WAITS=
	case $Q_STATE in waiting | evicted) Q_PLACE=$(queue_place "$Q_NAME") ;; esac
}

# queue_place NAME: counted from 1, where Kueue tells it.
queue_place() {
	ask get --raw "/apis/visibility.kueue.x-k8s.io/v1beta2/namespaces/$NAMESPACE/localqueues/$QUEUE/pendingworkloads" 2>/dev/null |
		tr '{},' '\n' | NAME=$1 awk '
		/^"metadata":$/ { named = 0 }
		/^"name":"/ && !named++ { ours = $0 == "\"name\":\"" ENVIRON["NAME"] "\"" }
		ours && sub(/^"positionInClusterQueue":/, "") && /^[0-9]+$/ { print $0 + 1; exit }'
}

# How it stands with what read_queued has read, in a line: a cluster or job "p waits ...".
queue_words() {
	case $Q_STATE in
	stopped) printf 'was ended by its queue %s, which does not start it again%s\n' "$QUEUE" "${Q_WHY:+ ($Q_WHY)}" ;;
	evicted) printf 'lost its pods to others of its queue (%s), and waits again in the queue %s%s\n' "$Q_WHY" "$QUEUE" "${Q_PLACE:+, at place $Q_PLACE}" ;;
	reserved) printf 'has quota in the queue %s, and waits for its last checks\n' "$QUEUE" ;;
	*) printf 'waits in the queue %s%s\n' "$QUEUE" "${Q_PLACE:+, at place $Q_PLACE}" ;;
	esac
}

# What Kueue says of it, a line each. It names kinds of pods by numbers of its own.
queue_reasons() {
	printf '%s\n' "$Q_TEXT" "$Q_WAITS" | sed "s/couldn't assign flavors to pod set [A-Za-z0-9-]*: //g; s/; /;/g" | tr ';' '\n' |
		awk 'NF && !seen[$0]++'
	case $Q_NAME:$Q_WAITS in
	:*) echo "Kueue has not said why" ;;
	*'maximum capacity'*) echo "it asks for more than the queue has in all: ask for less in the profile" ;;
	esac
}

# Of status: since when, and why.
show_queue() {
	is_queued || return 0
	read_queued
	say "it $(queue_words)$(! is_time "$Q_SINCE" || printf ' (for %s)' "$(in_words "$(put "$Q_SINCE" | seconds_since)")")"
	queue_reasons | sed 's/^/  /' | clean
}

# Further members of status --json.
json_of_queue() {
	if is_queued; then read_queued; Q_STATE=${Q_STATE:-waiting}; else Q_STATE=admitted Q_TEXT='' Q_WAITS='' Q_PLACE=''; fi
	cat <<END
queue text $QUEUE
queueState text $([ -z "$LOOK" ] || put "$Q_STATE")
queueReason text ${Q_WAITS:-$Q_TEXT}
queuePlace plain $Q_PLACE
END
}

# Of doctor: a queue is no fault, but for what never leaves it.
examine_queue() {
	local line
	is_queued || return 0
	read_queued
	case $Q_STATE:$Q_WAITS in
	stopped:* | *'maximum capacity'*) wrong "$CLUSTER $(queue_words)" "remove it: $RUN delete" "$(queue_reasons)" ;;
	*) notable "$CLUSTER $(queue_words)"; queue_reasons | while IFS= read -r line; do notable "  $line"; done ;;
	esac
}

# While create waits: the queue has its own patience, and what is waited there does not count for the pods.
see_queue() {
	local line
	if ! is_queued; then
		[ -z "$QUEUED" ] || { erase_live; note "$(printf '%4s s  the queue %s has let it in' "$ELAPSED" "$QUEUE")"; }
		QUEUED='' OUT_OF_QUEUE=$((ELAPSED - IN_QUEUE))
		return 1
	fi
	IN_QUEUE=$((ELAPSED - OUT_OF_QUEUE))
	read_queued
	line=$(queue_words)
	[ "$line" = "$QUEUED" ] || {
		erase_live
		note "$(printf '%4s s  %s %s' "$ELAPSED" "$CLUSTER" "$line")"
		[ -n "$QUIET" ] || queue_reasons | sed 's/^/        /' | clean
	}
	QUEUED=$line
	[ "$Q_STATE" != stopped ] || die 1 "$CLUSTER $line" "see: $RUN status; remove it: $RUN delete"
	[ "$IN_QUEUE" -lt "$QUEUE_TIMEOUT" ] ||
		die 1 "$CLUSTER is still in the queue $QUEUE after $(in_words "$IN_QUEUE")" "it stays there; wait on: $RUN create; remove it: $RUN delete"
}

# Of create and run: --queue-timeout SECONDS as well.
queueing_option() {
	case $QUEUE:$1 in
	?*:--queue-timeout | ?*:--queue-timeout=*)
		value_of 'a number of seconds' "$@"
		need_seconds "$VALUE"
		QUEUE_TIMEOUT=$VALUE ;;
	*) waiting_option "$@" ;;
	esac
}

queue_help() {
	[ -z "$QUEUE" ] || printf '\n  --queue-timeout SECONDS\n                     give up waiting in the queue %s after this long (default:\n                     %s); the time there does not count for --timeout' "$QUEUE" "$QUEUE_TIMEOUT"
}
