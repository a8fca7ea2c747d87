# ------------------------------------------------------ job: how it is ----

# What is asked of a job's Jobs: a row for each (J), and one for what makes them on a schedule (C). A Job has ended when it is
# Complete or Failed, or is about to be once its pods are gone. One that is suspended waits in a queue.
JOB_TEMPLATE='{{range .items}}{{if eq .kind "CronJob" -}}
{{printf "C\t%q\t%q\t%q\n" .metadata.name .metadata.uid (or (and .spec.suspend "yes") "-") -}}
{{else -}}
{{$owner := "-"}}{{range .metadata.ownerReferences}}{{if .controller}}{{$owner = printf "%s/%s/%s" .kind .name .uid}}{{end}}{{end -}}
{{$end := "-"}}{{$ended := ""}}{{$why := "-"}}{{$text := "" -}}
{{range .status.conditions}}{{if and (eq .status "True") (eq $end "-") -}}
	{{- if or (eq .type "Complete") (eq .type "SuccessCriteriaMet")}}{{$end = "Complete"}}{{$ended = .lastTransitionTime}}{{end -}}
	{{- if or (eq .type "Failed") (eq .type "FailureTarget")}}{{$end = "Failed"}}{{$ended = .lastTransitionTime}}{{$why = or .reason "-"}}{{$text = or .message ""}}{{end -}}
{{end}}{{end -}}
{{printf "J\t%q\t%q\t%q\t%q\t%q\t" .metadata.name .metadata.uid $owner (or (and .metadata.deletionTimestamp "yes") "-") .metadata.creationTimestamp -}}
{{printf "%q\t%q\t%q\t%q\t%q\t%q\n" .status.startTime $ended $end $why (or (and .spec.suspend "yes") "-") $text -}}
{{end}}{{end}}'

# look_at_job: RUNS are the Jobs that lead, the latest first: one, or all that a schedule has made and that are still there. R_* is
# the first, or empty. SUSPENDED: is the schedule? 1: the cluster does not answer.
look_at_job() {
	local answer kinds
	kinds=job RUNS='' SUSPENDED=''
	[ -z "$SCHEDULE" ] || kinds=cronjob,job
	answer=$(ask get "$kinds" --selector "$SELECTOR" -o "go-template=$JOB_TEMPLATE" 2>/dev/null) || return 1
	answer=$(put "$answer" | checked '=C name key name?' \
		'=J name key key? name? time time? time? name? name? name? text?' | leading_jobs)
	SUSPENDED=$(put "$answer" | awk -F '\t' '$1 == "C" && $4 == "yes" { print "yes" }')
	RUNS=$(put "$answer" | sed -n "s/^J$TAB//p")
	read_run <<END || :
$RUNS
END
}

# Of these rows the CronJob that create makes, and the Jobs that it controls, or the Job that create makes. Labels anybody may set.
leading_jobs() {
	OWNER=$OWNER awk -F '\t' '
		BEGIN { name = substr(ENVIRON["OWNER"], index(ENVIRON["OWNER"], "/") + 1) }
		$1 == "C" && ENVIRON["OWNER"] == "cronjob/" $2 { controller = "CronJob/" $2 "/" $3; print }
		$1 == "J" { row[++rows] = $0 }
		END {
			for (i = 1; i <= rows; i++) {
				$0 = row[i]
				minutes = substr($2, length(name) + 2)
				if (ENVIRON["OWNER"] == "job/" $2) print
				else if ($4 == controller && $2 == name "-" minutes && minutes ~ /^[0-9]+$/) made[++n] = sprintf("%15d", minutes) i
			}
			for (; n > 0; n--) {
				for (i = last = 1; i <= n; i++) if (made[i] > made[last]) last = i
				print row[substr(made[last], 16)]
				made[last] = made[n]
			}
		}'
}

# Reads one of RUNS into variables; 1 at the end.
read_run() {
	IFS=$TAB read -r R_NAME R_UID _ R_DELETING R_CREATED R_STARTED R_ENDED R_END R_WHY R_QUEUED R_TEXT || return 1
	[ -n "$R_NAME" ]
}

# see_job: asks once for all that is said of a job, and judges it. 1: the cluster does not answer.
see_job() {
	look && look_at_job || return 1
	judge_job
}

need_job() {
	need_cluster
	see_job || die 3 "the cluster does not answer" "try again: $RUN $VERB"
}

# judge_job: JOB_STATE is absent, waiting, starting, running, succeeded or failed; JOB_WORDS say it, and JOB_NOTE is what the pod,
# the cluster or the site says of the end, and JOB_SPEAKER who that is. JOB_CODE is the program's exit code, or what stands for it, once it has ended.
judge_job() {
	JOB_STATE=absent JOB_CODE='' JOB_WORDS='' JOB_NOTE='' JOB_SPEAKER=it THERE='' ATTEMPT=''
	case $R_NAME:$R_END in
	:*) [ -z "$SCHEDULE" ] || JOB_WORDS='has not run yet' ;;
	*:Complete) JOB_STATE=succeeded JOB_CODE=0 JOB_WORDS="succeeded $(end_words)" ;;
	*:Failed)
		JOB_STATE=failed
		judge_failure
		JOB_WORDS="$JOB_WORDS, $(end_words)" ;;
	*) judge_progress ;;
	esac
}

is_finished() { [ "$JOB_STATE" = succeeded ] || [ "$JOB_STATE" = failed ]; }
is_under_way() { case $JOB_STATE in waiting | starting | running) ;; *) return 1 ;; esac; }

# The same, for who has not looked at the job yet.
has_job_ended() { is_job && look_at_job && [ -n "$R_END" ] && [ "$R_END" != - ]; }

# When it ended, and how long it took.
end_words() {
	local ago took
	is_time "$R_ENDED" || { printf 'at a time that is not known'; return; }
	ago=$(put "$R_ENDED" | seconds_since)
	if [ "$ago" -le 1 ]; then printf 'just now'; else printf '%s ago' "$(in_words "$ago")"; fi
	! is_time "$R_STARTED" || {
		took=$(($(put "$R_STARTED" | seconds_since) - ago))
		[ "$took" -lt 0 ] || printf ', after %s' "$(in_words "$took")"
	}
}

is_time() { case $1 in '' | -) return 1 ;; esac; }

# The Job says why it failed. The head's code is in its words, also once the pod is gone; what the pod says is there as long as that.
judge_failure() {
	local code
	code=$(code_of_head "$R_TEXT") JOB_CODE=1
	! pick_pod head || ! is_over || {
		case $P_CODE in [1-9]*) code=${code:-$P_CODE} ;; esac
		case $P_ENDED in - | 'the program ended with '*) ;; *) JOB_NOTE=${P_ENDED% } ;; esac
	}
	case $R_WHY:$code:$JOB_NOTE in
	DeadlineExceeded:*) JOB_WORDS="failed: it did not end within its lifetime of $(in_words "$LIFETIME"), and was ended" JOB_NOTE= ;;
	*:124:startTimeout*) JOB_CODE=124 JOB_WORDS="failed: not all $(role_word worker)s were there in time (startTimeout, $(in_words "$START_TIMEOUT"))" ;;
	*:143:*) JOB_WORDS="failed: its pod was asked to end, and none took its place" ;;
	*:137:*) JOB_CODE=137 JOB_WORDS="failed: $(killed_words)" ;;
	*:[1-9]*) JOB_CODE=$code JOB_WORDS="failed with $code" ;;
	*FailedIndexes*:: | BackoffLimitExceeded::)
		JOB_WORDS=failed JOB_NOTE=${R_TEXT#-}
		[ "$RETRIES" -ne 0 ] || pick_pod head || JOB_WORDS='failed: its pod was removed' JOB_SPEAKER='the site' JOB_NOTE=$(removed_words) ;;
	*) JOB_WORDS=failed JOB_NOTE=${R_TEXT#-} ;;
	esac
}

killed_words() { if [ "$P_LAST" = OOMKilled ]; then echo 'killed, out of memory'; else echo 'killed (137)'; fi; }

# code_of_head TEXT: of a Job's own words, if they are about the pod that leads.
code_of_head() {
	put "$1" | sed -n "s|^Container [a-z]* for pod .*/$R_NAME-0-[a-z0-9]* failed with exit code \([1-9][0-9]\{0,2\}\) .*|\1|p"
}

# What has not ended: the pod that leads knows how far it is. It has a file for that.
judge_progress() {
	JOB_STATE=waiting
	if [ "$R_DELETING" = yes ]; then JOB_WORDS='is being removed'
	elif is_queued; then read_queued; JOB_WORDS=$(queue_words)
	elif [ "$R_QUEUED" = yes ]; then JOB_WORDS='waits: its Job is suspended'
	elif ! pick_pod head; then JOB_WORDS='waits: there are no pods yet'
	elif is_over; then JOB_STATE=running JOB_WORDS=$(over_words)
	elif [ "$P_STATE" = running ] || [ "$P_STATE" = starting ]; then judge_state "$(state_of_head)"
	else
		judge
		JOB_WORDS="waits: $P_NAME: $STATE"
	fi
}

over_words() {
	case $P_CODE:$RETRIES in
	*:0 | 0:* | -:*) echo 'ends' ;;
	*) echo "has failed with $P_CODE, and may be started again" ;;
	esac
}

# How many pods that led have failed; those that were moved away don't count.
count_failed() {
	pod_rows | LEADS=$LEADS awk -F '\t' '
		$3 == (ENVIRON["LEADS"] == "" ? "head" : "worker") && $4 == 0 && $6 == "Failed" && $18 != "Evicted" { n++ }
		END { print n + 0 }'
}

state_of_head() {
	within 30 exec "$P_NAME" --container "${ONE:-head}" -- cat "${SUBMIT_DIR:-/tmp}/clusterc-job.state" 2>/dev/null |
		tr ' ' '\t' | checked '=starting number number moment' '=running number moment'
}

# judge_state LINE: "starting THERE WANTED SINCE" or "running RETRY SINCE", with tabs.
judge_state() {
	local state first second third
	JOB_STATE=starting JOB_WORDS='is starting'
	IFS=$TAB read -r state first second third <<END
$1
END
	case $state in
	starting)
		THERE=$first
		JOB_WORDS="is starting: $first of $(plural "$second" "$(role_word worker)") there, after $(in_words "$(seconds_from "$third")")" ;;
	running)
		JOB_STATE=running ATTEMPT=$(count_failed)
		# One pod may try several times, and know of those before it.
		[ "$ATTEMPT" -ge "$first" ] || ATTEMPT=$first
		ATTEMPT=$((ATTEMPT + 1))
		JOB_WORDS="has been running for $(in_words "$(seconds_from "$second")")"
		[ "$RETRIES" -eq 0 ] || JOB_WORDS="$JOB_WORDS (attempt $ATTEMPT of $((RETRIES + 1)))" ;;
	esac
}

# seconds_from SECONDS: from that time, in seconds since 1970, to now.
seconds_from() { awk -v now="$(now)" -v then="$1" 'BEGIN { printf "%.0f\n", (now > then) * (now - then) }'; }

# The last lines that the program has written, without those of the framework.
last_lines() {
	within 30 logs "$P_NAME" --container "${ONE:-head}" --tail=200 --limit-bytes=262144 2>/dev/null |
		TERM_OF_HEAD=$(leader_word) awk 'index($0, "process: ") != 1 && index($0, ENVIRON["TERM_OF_HEAD"] "| ") != 1 && !/^unable to retrieve container logs/' |
		tail -n 10
}

# What the framework's own lines begin with in the log of the pod that leads.
leader_word() { if [ "$LEADS" = worker ]; then role_word worker; else role_word head; fi; }

# For how many seconds a job that has ended is still kept.
seconds_kept() {
	local left
	is_finished && is_time "$R_ENDED" && [ -z "$SCHEDULE" ] || return 0
	left=$((KEEP - $(put "$R_ENDED" | seconds_since)))
	[ "$left" -gt 0 ] || left=0
	printf '%s\n' "$left"
}
