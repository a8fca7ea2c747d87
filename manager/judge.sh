# -------------------------------------------------- what pods are doing ----

# judge: what the pod just read is doing. STATE says it in plain words, CAUSE in one, as status --json has it; GRAVE is 'now'
# for what will not heal, 'soon' for what will not unless somebody mends it.
judge() {
	GRAVE=
	if [ "$P_DELETING" = yes ]; then STATE='being removed' CAUSE=leaving
	elif is_outdated; then STATE='of an earlier version, to be replaced' CAUSE=outdated
	elif [ "$P_READY" = True ]; then STATE=ready CAUSE=ready
	elif is_over; then judge_over
	elif [ "$P_STATE" = waiting ]; then judge_waiting
	elif [ "$P_STATE" = ended ]; then judge_ended
	elif [ "$P_WHY" = Unschedulable ]; then judge_room
	elif [ "$P_WHY" = SchedulingGated ]; then STATE="waits${QUEUE:+ in the queue $QUEUE}" CAUSE=queue
	elif [ "$P_STATE" = - ]; then STATE='waiting for a node' CAUSE=starting
	elif [ "$P_RESTARTS" -eq 0 ]; then STATE='running, not ready yet' CAUSE=probe
	else STATE="running, not ready yet (restarts: $P_RESTARTS)" CAUSE=probe
	fi
}

# Is something wrong with the pod just judged?
is_troubled() { case $CAUSE in ready | leaving | outdated | replaced) return 1 ;; esac; }

# Is it from before the last change of the manifest? Pods of a Job have no revision.
is_outdated() { [ "$P_REVISION" != - ] && ! has_line "$P_REVISION" "$REVISIONS"; }

# A pod of a Job that failed stays beside the one that takes its place.
is_over() { [ "$P_PHASE" = Failed ] || [ "$P_PHASE" = Succeeded ]; }

judge_over() {
	STATE=ended CAUSE=ended
	[ "$P_LAST" != Init-packages ] || judge_packages
	[ "$P_CODE" = - ] || STATE="ended with code $P_CODE"
	[ "$P_LAST" != OOMKilled ] || STATE='ended, out of memory'
	if is_replaced; then
		STATE="$STATE, replaced" CAUSE=replaced
	elif [ "$P_WHY" = Evicted ]; then
		STATE='moved away from its node'
	# A Job makes no other for a pod that ended well, nor for its head.
	elif ends && { [ "$P_PHASE" = Succeeded ] || [ "$P_ROLE" = head ]; }; then
		GRAVE=now
	fi
}

# Is there another pod in the place of the one just read?
is_replaced() {
	pod_rows | NAME=$P_NAME ROLE=$P_ROLE PLACE=$P_INDEX awk -F '\t' '
		$3 == ENVIRON["ROLE"] && $4 == ENVIRON["PLACE"] && $1 != ENVIRON["NAME"] && $7 != "yes" &&
			$6 != "Failed" && $6 != "Succeeded" { found = 1 }
		END { exit !found }'
}

judge_waiting() {
	case $P_WAIT in
	InvalidImageName | ErrImageNeverPull) STATE="its image cannot be used ($P_WAIT)" CAUSE=image GRAVE=now ;;
	*Image* | RegistryUnavailable | SignatureValidationFailed)
		STATE='its image cannot be pulled' CAUSE=image GRAVE=soon ;;
	CreateContainerConfigError) STATE='something its settings refer to is missing' CAUSE=config GRAVE=soon ;;
	CreateContainerError | RunContainerError) STATE='its program cannot be started' CAUSE=container GRAVE=soon ;;
	CrashLoopBackOff) judge_ended ;;
	Init-packages) STATE='installing packages' CAUSE=starting ;;
	Init-*) STATE="fetching its ${P_WAIT#Init-}" CAUSE=starting ;;
	*) STATE='starting: image and volumes' CAUSE=starting ;;
	esac
}

# Its program, or what runs before it, ended, and is started again with growing pauses.
judge_ended() {
	case $P_ENDED in 'code: '*) judge_code; return ;; esac
	case $P_LAST in
	Init-packages) judge_packages; return ;;
	OOMKilled) STATE='killed, out of memory' CAUSE=memory ;;
	StartError | ContainerCannotRun) STATE='its program cannot be started' CAUSE=container ;;
	Completed) STATE='ended by itself' CAUSE=crash ;;
	*) STATE="crashed with code $P_CODE" CAUSE=crash ;;
	esac
	STATE="$STATE (restarts: $P_RESTARTS)"
	[ "$P_RESTARTS" -lt 3 ] || GRAVE=now
}

# Does it wait for what the site calls normal?
is_admitted_later() { case $NEWS_CAUSES in *' admission '*) ;; *) return 1 ;; esac; }

# each_pod FUNCTION: reads and judges every pod, and calls it.
each_pod() {
	local rows
	rows=$(pod_rows)
	while read_pod; do judge; "$1"; done <<END
$rows
END
}

# Judges every pod. MADE, READY: how many there are, without those whose place somebody else has or is to get; NEWS:
# what each is doing, a line a pod; WORST: the gravest of all.
judge_all() {
	MADE=0 READY=0 NEWS='' NEWS_CAUSES=' ' WORST=''
	count_wanted
	REVISIONS=$(workload_rows | cut -f 5)
	each_pod count_pod
}

count_pod() {
	[ "$P_DELETING" = yes ] || [ "$P_PHASE" = Failed ] || MADE=$((MADE + 1))
	[ "$CAUSE" != ready ] || READY=$((READY + 1))
	NEWS="$NEWS$P_NAME: $STATE$NEWLINE" NEWS_CAUSES="$NEWS_CAUSES$CAUSE "
	case $GRAVE in
	now) WORST=now ;;
	soon) WORST=${WORST:-soon} ;;
	esac
}

# Has every maker of pods taken note of the last change?
observed() {
	workload_rows | awk -F '\t' '$4 != "-" && $4 + 0 < $3 + 0 { behind = 1 } END { exit behind }'
}

# What was warned about before says nothing about what is done now.
forget_warnings() { KNOWN_WARNINGS=$(warnings | cut -f 1,2,4); }

# The cluster's warnings about our pods and their makers, newest last: name,
# reason, text, time. Those of KNOWN_WARNINGS are left out, and of the others all but the last hundred.
warnings() {
	local ids
	ids=$(put "$LOOK" | cut -f 3)
	ask get events --field-selector type=Warning --sort-by=.lastTimestamp -o 'go-template={{range .items -}}
{{printf "%q\t%q\t%q\t%q\t%q\n" .involvedObject.uid .involvedObject.name .reason .message (or .lastTimestamp .eventTime) -}}
{{end}}' 2>/dev/null | checked 'name name name text? time?' |
		IDS=$ids KNOWN=$KNOWN_WARNINGS awk -F '\t' "$MAP_FUNCTION"'
			BEGIN { map_of(ENVIRON["IDS"], ours); map_of(ENVIRON["KNOWN"], known) }
			$3 == "FailedCreate" { sub(/.*failed error: /, "", $4); sub(/.*Error creating: /, "", $4) }
			$1 in ours && !(($2 "\t" $3 "\t" $5) in known) { row[++rows] = $2 "\t" $3 "\t" $4 "\t" $5 }
			END { for (i = rows > 100 ? rows - 99 : 1; i <= rows; i++) print row[i] }'
}
