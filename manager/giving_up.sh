# ---------------------------------------------------- create: giving up ----

consider_giving_up() {
	[ -z "$REFUSAL$UNMOUNTED" ] || WORST=${WORST:-soon}
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
	local rows explained same
	complain "$READY of $WANTED pods are ready: $1"
	EVENTS=$(warnings) explained=''
	rows=$(pod_rows)
	while read_pod; do
		judge
		case $CAUSE in
		'') continue ;;
		image) same="$CAUSE $P_IMAGE" ;;
		config | room) same="$CAUSE $P_WAITING $P_ROOM" ;;
		*) same="$CAUSE $P_ROLE" ;;
		esac
		has_line "$same" "$explained" || explain_pod >&2
		explained="$explained$NEWLINE$same"
	done <<END
$rows
END
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

# The pod just judged: what is wrong, in whose words, and what to do.
explain_pod() {
	say "$P_NAME: $STATE"
	case $CAUSE in
	image)
		say "  image: $P_IMAGE"
		tell_quoted "$P_WAITING"
		say "  check the image's name and tag in the profile, and that the nodes may pull it (a private registry wants a pull secret)" ;;
	config)
		tell_quoted "$P_WAITING"
		say "  make the Secret or ConfigMap it names in namespace $NAMESPACE, or mend its name in the profile" ;;
	container)
		tell_quoted "$P_ENDED"
		[ "$P_ENDED" != - ] || tell_quoted "$P_WAITING"
		say "  the image does not fit the profile: a program or a path is missing in it" ;;
	room) explain_room ;;
	memory)
		say "  it used more memory than its pod may have: give the $P_ROLE more in the profile"
		tell_last_log ;;
	crash)
		tell_quoted "$P_ENDED"
		tell_warning_about "$P_NAME" Unhealthy
		tell_last_log
		say "  its program ends by itself: mend what it says, or its command and settings in the profile" ;;
	probe)
		tell_warning_about "$P_NAME"
		say "  its program runs but does not answer; what it says: $RUN logs $(seat_words)" ;;
	ended)
		tell_quoted "$P_ENDED"
		tell_last_log
		tell_warning_about "$P_NAME" ;;
	*)
		tell_warning_about "$P_NAME"
		case $WARNING in
		*MountVolume*'not found'*) say "  make what it names in namespace $NAMESPACE, or mend its name in the profile" ;;
		esac ;;
	esac
}
