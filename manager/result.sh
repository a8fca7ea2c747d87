# ------------------------------------------------ job: what it left ----

do_result() {
	local to
	take_words common_option "$@"
	shift "$TAKEN"
	[ $# -le 1 ] || usage "result does not take '$2'"
	to=${1:-./$CLUSTER-result}
	[ -n "$LOGS_CLAIM" ] ||
		die 2 "the profile has no job.logs: what pods write stays nowhere" "what Kubernetes still has: $RUN logs; for later runs: job: {logs: {claim: NAME}}"
	need_cluster
	case $to in /* | ./* | ../*) ;; *) to=./$to ;; esac
	exit_on_signals
	take_seat
	PLACE=/logs/$LOGS_PATH
	[ "$(cleaned answer_of_pod "$TELLER" "$PLACE" </dev/null | head -c 32)" = directory ] ||
		die 1 "there is no directory $LOGS_PATH on the claim $LOGS_CLAIM yet" "a pod makes it when it starts: $RUN status"
	copy_directory_out "$to"
	note "copied from the claim $LOGS_CLAIM: $to"
}

# SEAT and CONTAINER are those of a pod that has the claim: of the head, if it runs, else of one that is made for this.
take_seat() {
	if find_pod head && [ "$P_PHASE" = Running ] && { [ "$P_STATE" = running ] || [ "$P_STATE" = starting ]; }; then
		SEAT=$P_NAME CONTAINER=${ONE:-head}
	else
		make_reader
		SEAT=$CLUSTER-reader CONTAINER=
	fi
}

# One that somebody else has made is theirs, and they remove it. One that has ended was left behind.
make_reader() {
	local reply
	trap leave EXIT
	reply=$(ask get "persistentvolumeclaim/$LOGS_CLAIM" -o name 2>&1) || [ "$(reason_of "$reply")" != not-found ] ||
		die 1 "there is no claim $LOGS_CLAIM in namespace $NAMESPACE" "whoever has removed it has what pods wrote; what Kubernetes still has: $RUN logs"
	case $(reader_row) in *"$TAB"Succeeded"$TAB"* | *"$TAB"Failed"$TAB"*) remove_reader ;; esac
	note "starting the pod $CLUSTER-reader, which reads the claim $LOGS_CLAIM"
	FINALLY=remove_reader
	reply=$(put "$READER" | ask create -f - 2>&1) || {
		FINALLY=
		[ "$(reason_of "$reply")" != exists ] ||
			die 1 "somebody else reads the claim right now: the pod $CLUSTER-reader is there" \
				"try again; if it was left behind: kubectl --namespace $NAMESPACE delete pod $CLUSTER-reader"
		die_refused "the pod that reads the claim was not made" "$reply" "try again: $RUN result"
	}
	TOLD=
	wait_for see_reader || die 1 "$CLUSTER-reader does not start: ${TOLD:-nothing is known of it}" \
			"storage that one node alone may use is busy as long as another pod has it; see: kubectl --namespace $NAMESPACE describe pod $CLUSTER-reader"
}

# A row: its phase, why it waits, and what is said of that.
reader_row() {
	ask get "pod/$CLUSTER-reader" --ignore-not-found -o 'go-template={{$why := "-"}}{{$text := "" -}}
{{range .status.conditions}}{{if and (eq .type "PodScheduled") (ne .status "True")}}{{$why = or .reason "-"}}{{$text = or .message ""}}{{end}}{{end -}}
{{range .status.containerStatuses}}{{with .state.waiting}}{{$why = or .reason "-"}}{{$text = or .message ""}}{{end}}{{end -}}
{{printf "R\t%q\t%q\t%q\n" .status.phase $why $text}}' 2>/dev/null | checked '=R name name? text?'
}

see_reader() {
	local phase why words
	IFS=$TAB read -r _ phase why words <<END
$(reader_row)
END
	case $phase:$why in
	Running:*) return 0 ;;
	Failed:* | Succeeded:*) die 1 "$CLUSTER-reader has ended" "try again: $RUN result" ;;
	*:*Image*) die 1 "the image of $CLUSTER-reader cannot be pulled: ${words:-$why}" "check the image in the profile, and that the nodes may pull it" ;;
	esac
	case $why in
	- | ContainerCreating) words='starting: image and volumes' ;;
	*) words="$why${words:+: ${words#-}}" ;;
	esac
	[ "$words" = "$TOLD" ] || note "$(printf '%4s s  %s: %s' "$ELAPSED" "$CLUSTER-reader" "$words")"
	TOLD=$words
	return 1
}

remove_reader() {
	ask delete "pod/$CLUSTER-reader" --ignore-not-found --grace-period=1 >/dev/null 2>&1 ||
		warn "the pod $CLUSTER-reader was not removed; remove it: kubectl --namespace $NAMESPACE delete pod $CLUSTER-reader"
}
