# --------------------------------------------------------------- status ----

do_status() {
	local fit
	JSON='' fit=''
	take_all status_option "$@"
	if is_job; then need_job; else need_look; fi
	judge_all
	if [ -n "$JSON" ]; then status_as_json; return; fi
	if is_job; then status_of_job; return; fi
	[ -n "$LOOK" ] || not_created
	show_request
	show_pods
	count_members
	show_queue
	[ -z "$MEMBERS" ] || is_queued || say "members: $(members_words)"
	show_dashboards
	show_end
	show_gpus
	show_site_words
	show_difference
	tell_commits
	if is_whole; then good "$CLUSTER is ready"; return; fi
	members_fit || fit=", and the $HEAD does not count every $WORKER"
	! is_queued || fit=", and it waits in the queue $QUEUE"
	bad "$CLUSTER is not ready: $READY of $(plural "$WANTED" pod)$fit"
	return 1
}

status_option() { case $1 in --json) JSON=yes ;; *) common_option "$@" ;; esac; }

is_whole() { [ "$READY" -ge "$WANTED" ] && observed && members_fit; }

show_pods() {
	{
		printf 'POD\tROLE\tRESTARTS\tAGE\tNODE\tSTATE\n'
		each_pod show_pod
	} | ages 4 | columns | clean
}

show_pod() {
	printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$P_NAME" "$(role_word "$P_ROLE")" "$P_RESTARTS" "$P_CREATED" "$P_NODE" "$STATE"
}

# awk that counts seconds up to a time as Kubernetes writes it, for differences. Days since
# 0000-03-01: months of the shifted year have 30.6 days.
SECONDS_FUNCTION='function seconds(t, y, m) {
	y = substr(t, 1, 4) + 0; m = substr(t, 6, 2) + 0
	if (m < 3) { y--; m += 12 }
	return (y * 365 + int(y / 4) - int(y / 100) + int(y / 400) + int((m - 3) * 30.6 + 0.5) + substr(t, 9, 2)) * 86400 \
		+ substr(t, 12, 2) * 3600 + substr(t, 15, 2) * 60 + substr(t, 18, 2)
}'

utc_now() { date -u +%Y-%m-%dT%H:%M:%SZ; }

# Seconds from the time on standard input to now.
seconds_since() {
	NOW=$(utc_now) awk "$SECONDS_FUNCTION"'{ printf "%.0f\n", seconds(ENVIRON["NOW"]) - seconds($0) }'
}

# Replaces the time in field $1 by its distance from now, as kubectl shows ages.
ages() {
	FIELD=$1 NOW=$(utc_now) awk -F '\t' "$SECONDS_FUNCTION"'
		BEGIN { OFS = "\t"; f = ENVIRON["FIELD"] + 0 }
		$f ~ /^[0-9]+-[0-9]+-[0-9]+T/ {
			s = seconds(ENVIRON["NOW"]) - seconds($f)
			if (s < 0) s = 0
			$f = s < 120 ? s "s" : s < 7200 ? int(s / 60) "m" : s < 172800 ? int(s / 3600) "h" : int(s / 86400) "d"
		}
		{ print }'
}

# Asks the framework how many workers it has: a pod that is ready need not be a member yet.
# COUNTED is its answer, or nothing, and UNCOUNTED then says why.
count_members() {
	COUNTED='' UNCOUNTED=''
	[ -n "$MEMBERS" ] && ! is_job || return 0
	if ! find_pod head || [ "$P_READY" != True ]; then
		UNCOUNTED="the $HEAD is not ready"
		return
	fi
	IFS=$NEWLINE; set -- $MEMBERS; unset IFS
	COUNTED=$(within 30 exec "$P_NAME" --container "${ONE:-head}" -- "$@" 2>/dev/null | awk 'NF { print $1; exit }' | checked number)
	[ -n "$COUNTED" ] || UNCOUNTED="the $HEAD does not tell"
}

members_fit() { [ -z "$MEMBERS" ] || is_job || [ "$COUNTED" = "$WANTED_WORKERS" ]; }

members_words() {
	if [ -n "$COUNTED" ]; then
		printf 'the %s counts %s of %s\n' "$HEAD" "$COUNTED" "$(plural "$WANTED_WORKERS" "$WORKER")"
	else
		printf 'how many workers the %s counts is not known: %s\n' "$HEAD" "$UNCOUNTED"
	fi
}

show_dashboards() {
	local name role port secret query page caption opened
	[ -n "$WEB_PORTS" ] || return 0
	say "dashboards, once '$RUN port-forward' runs:"
	printf '%s\n' "$WEB_PORTS" | while read -r name role port secret query page caption; do
		opened=', with a token'
		[ "$secret" != - ] || opened=
		[ -z "$name" ] || say "  $name: $caption (port $port, $page$opened)"
	done
}

# How many seconds of its lifetime are left; nothing where it has none, or has not begun.
seconds_left() {
	local begun left
	begun=$(workload_rows | NAME=${OWNER#*/} awk -F '\t' '$1 == ENVIRON["NAME"] { print $6 }')
	if is_job; then begun=; ! is_under_way || begun=$R_STARTED; fi
	# Pods that waited as a group have the deadline themselves.
	[ -z "$QUEUE_GROUP" ] || begun=$(pod_rows | awk -F '\t' '$3 == "head" && $6 == "Running" { print $16 }' | tail -n 1)
	case $LIFETIME:$begun in 0:* | *:- | *:) return ;; esac
	left=$((LIFETIME - $(printf '%s\n' "$begun" | seconds_since)))
	[ "$left" -gt 0 ] || left=0
	printf '%s\n' "$left"
}

show_end() {
	local left
	ends || return 0
	left=$(seconds_left)
	say "${left:+time left: $(in_words "$left"); }it ends $ENDS"
}

show_gpus() { [ "$GPUS_TAKEN" -eq 0 ] || say "$(gpus_words); when you are done: $RUN delete"; }

# A pod that waits has none yet.
gpus_words() {
	! is_admitted_later || printf 'once all of it is admitted, '
	printf 'it takes %s from everybody else, %s\n' "$(plural "$GPUS_TAKEN" GPU)" "$(how_long)"
}

is_outdated_cluster() {
	judge_objects
	find_leftovers
	find_stale_pods
	[ -n "$LEFTOVERS$STALE$(judged outdated)" ]
}

show_difference() {
	is_outdated_cluster || return 0
	if [ -n "$OTHER_FORM" ]; then
		say "it was created in another form; bring it up to date: $RUN delete, then $RUN create"
	elif [ -n "$LEFTOVERS" ]; then
		say "it has what the profile no longer has: $(in_a_line "$LEFTOVERS"); bring it up to date: $RUN create"
	elif [ -n "$STALE" ]; then
		say "a Secret was made anew, and what runs knows the old one: $(in_a_line "$STALE"); bring it up to date: $RUN create"
	else
		say "it was created by another version of this script; bring it up to date: $RUN create"
	fi
}
