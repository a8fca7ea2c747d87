# ---------------------------------------------------- create: giving up ----

consider_giving_up() {
	[ -z "$REFUSAL$UNMOUNTED" ] || WORST=${WORST:-soon}
	case $(reason_of "$REFUSAL") in pod-security | limit-range) WORST=now ;; esac
	case $WORST in
	now) give_up "this will not heal by itself" ;;
	soon)
		ILL_SINCE=${ILL_SINCE:-$ELAPSED}
		[ $((ELAPSED - ILL_SINCE)) -lt "$PATIENCE" ] || give_up "no better after $PATIENCE s" ;;
	*) ILL_SINCE= ;;
	esac
}

# give_up WHY: explains each kind of trouble once, leaves everything as it is.
give_up() {
	complain "$READY of $WANTED pods are ready: $1"
	EVENTS=$(warnings) EXPLAINED=''
	each_pod explain_once >&2
	[ "$MADE" -ge "$WANTED" ] || explain_refusals >&2
	[ -n "$FINALLY" ] || {
		say "everything is left as it is, for you to look at:"
		say "  $RUN status"
		say "  kubectl --namespace $NAMESPACE describe pods --selector $SELECTOR"
		say "and to remove:"
		say "  $RUN delete"
	} >&2
	exit 1
}

explain_once() {
	local same
	is_troubled || { [ "$CAUSE" = leaving ] && [ "$MADE" -lt "$WANTED" ]; } || return 0
	case $CAUSE in
	image) same="$CAUSE $P_IMAGE" ;;
	code) same=$CAUSE ;;
	config | room) same="$CAUSE $P_WAITING $P_ROOM" ;;
	*) same="$CAUSE $P_ROLE" ;;
	esac
	if has_line "$same" "$EXPLAINED"; then return; fi
	EXPLAINED="$EXPLAINED$NEWLINE$same"
	say "$P_NAME: $STATE"
	explain_pod
}

# What is told of the pod just judged, and what to do: its cause decides.
explain_pod() {
	local tell advice word
	advice='' WARNING=''
	case $CAUSE in
	image)
		tell='image waiting'
		advice="check the image's name and tag in the profile, and that the nodes may pull it (a private registry wants a pull secret)" ;;
	config) tell=waiting advice="make the Secret or ConfigMap it names in namespace $NAMESPACE, or mend its name in the profile" ;;
	code) tell=code ;;
	container) tell=stopped advice='the image does not fit the profile: a program or a path is missing in it' ;;
	room) tell=room ;;
	admission) tell=site ;;
	memory) tell=log advice="it used more memory than its pod may have: give the $P_ROLE more in the profile" ;;
	packages) tell=packages ;;
	crash) tell='ended unhealthy log' advice='its program ends by itself: mend what it says, or its command and settings in the profile' ;;
	probe) tell=warning advice="its program runs but does not answer; what it says: $RUN logs $(seat_words)" ;;
	ended) tell='ended log warning' ;;
	leaving) tell='' advice="no other gets its name until it is gone; what keeps it: kubectl --namespace $NAMESPACE describe pod $P_NAME" ;;
	*) tell=warning ;;
	esac
	for word in $tell; do
		case $word in
		image) say "  image: $P_IMAGE" ;;
		waiting) tell_quoted "$P_WAITING" ;;
		ended) tell_quoted "$P_ENDED" ;;
		code) explain_code ;;
		stopped) if [ "$P_ENDED" = - ]; then tell_quoted "$P_WAITING"; else tell_quoted "$P_ENDED"; fi ;;
		room) explain_room ;;
		site) explain_by_site ;;
		packages) explain_packages ;;
		unhealthy) tell_warning_about "$P_NAME" Unhealthy ;;
		warning) tell_warning_about "$P_NAME" ;;
		log) tell_last_log ;;
		esac
	done
	case $CAUSE:$WARNING in
	starting:*MountVolume*'not found'*) advice="make what it names in namespace $NAMESPACE, or mend its name in the profile" ;;
	esac
	[ -z "$advice" ] || say "  $advice"
	! is_charged_later || say "  $(charged_later_words)"
}

# The pod just read, as logs and shell are told of it.
seat_words() {
	if is_counted "$P_ROLE"; then printf '%s %s\n' "$P_ROLE" "$P_INDEX"; else printf '%s\n' "$P_ROLE"; fi
}

tell_quoted() { [ "$1" = - ] || say "  the node says: $1"; }

# Between restarts this is the log of the container that ended.
tell_last_log() {
	local lines
	! lines=$(log_end "${ONE:-$P_ROLE}" --tail=10) || tell_log_end "$lines"
}

# log_end CONTAINER OPTION...: the end of its log, in the pod just read; 1 where there is none.
log_end() {
	local container lines
	container=$1
	shift
	lines=$(within 30 logs "$P_NAME" --container "$container" "$@" --limit-bytes=65536 2>/dev/null) || return 1
	case $lines in '' | 'unable to retrieve container logs'*) return 1 ;; esac
	put "$lines"
}

tell_log_end() {
	say "  the last it said:"
	put "$1" | sed 's/^/    /' | clean
}

# tell_warning_about POD [REASON]: the latest warning about it, which is WARNING then.
tell_warning_about() {
	WARNING=$(put "$EVENTS" | POD=$1 REASON=${2-} awk -F '\t' '
		$1 == ENVIRON["POD"] && (ENVIRON["REASON"] == "" || $2 == ENVIRON["REASON"]) { text = $3 }
		END { print text }')
	[ -z "$WARNING" ] || say "  the cluster says: $WARNING"
}

# Pods that were never made: what their makers say.
explain_refusals() {
	local name text next
	put "$EVENTS" | awk -F '\t' '
		$2 == "FailedCreate" { text[$1] = $3 }
		END { for (name in text) print name "\t" text[name] }' | sort | while IFS=$TAB read -r name text; do
		case $(reason_of "$text") in
		quota)
			say "$name: its pods are not made: the namespace's quota is used up"
			next="ask for less in the profile, delete what is not needed any more, or ask for a larger quota" ;;
		pod-security)
			say "$name: its pods are not made: the namespace forbids pods like these (Pod Security)"
			next="use a namespace that allows them, or generate again without what is named here" ;;
		*) say "$name: its pods are not made"; next="ask whoever runs the cluster, and show these words" ;;
		esac
		say "  the cluster says: $text"
		say "  $next"
	done
}
