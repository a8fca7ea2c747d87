# ----------------------------------------------------- create: progress ----

# On a terminal each pod has a line, which is written anew; LIVE is then the terminal's width.
# DRAWN is how many such lines stand above the cursor.
choose_live() {
	LIVE='' DRAWN=0
	if [ -n "$QUIET" ] || ! [ -t 1 ] || [ "${TERM:-dumb}" = dumb ]; then return; fi
	size=$(stty size <&1 2>/dev/null) || size='24 80'
	case $size in
	'0 '* | *' 0' | *[!0-9\ ]* | '') size='24 80' ;;
	esac
	[ "$PODS" -ge "$((${size% *} - 4))" ] || LIVE=${size#* }
}

draw_live() {
	frame=$(printf '%s' "$NEWS" | clean | WIDTH=$LIVE TIME=$elapsed awk '
		NF { print substr(sprintf("%4s s  %s", ENVIRON["TIME"], $0), 1, ENVIRON["WIDTH"] - 1) }')
	erase_live
	[ -n "$frame" ] || return 0
	printf '%s\n' "$frame"
	DRAWN=$(count_lines "$frame")
}

# So that what follows is not written between the lines.
erase_live() {
	[ "$DRAWN" -eq 0 ] || printf '\033[%dA\r\033[J' "$DRAWN"
	DRAWN=0
}

# Says what each pod is doing, when that has changed.
tell_news() {
	if [ -n "$LIVE" ]; then
		draw_live
		return
	fi
	while IFS= read -r line; do
		[ -z "$line" ] || has_line "$line" "$told" || note "$(printf '%4s s  %s' "$elapsed" "$line")"
	done <<END
$NEWS
END
	told=$NEWS
}

# Passes on the cluster's warnings that the pods' own states do not show. A pod
# that is refused leaves no other trace. refusal: the last reason of one. unmounted: something
# that a pod mounts is not there.
tell_warnings() {
	refusal='' unmounted=''
	events=$(warnings)
	while IFS=$TAB read -r name reason text _; do
		case $reason in
		'' | Unhealthy | BackOff | Failed | FailedScheduling) continue ;;
		esac
		text=${text#*failed error: }
		text=${text#Error creating: }
		[ "$reason" != FailedCreate ] || [ "$MADE" -ge "$WANTED" ] || refusal=$text
		case $reason:$text in
		FailedMount:*'not found'*) ! has_news "$name: starting" || unmounted=yes ;;
		esac
		has_line "$name $reason" "$warned" || {
			erase_live
			note "$(printf '%4s s  %s: %s: %s' "$elapsed" "$name" "$reason" "$text")"
		}
		warned="$warned$NEWLINE$name $reason"
	done <<END
$events
END
	[ -n "$refusal" ] || return 0
	case $(reason_of "$refusal") in
	pod-security | limit-range) WORST=now ;;
	*) WORST=${WORST:-soon} ;;
	esac
}

# Does a line of NEWS begin so?
has_news() {
	case $NEWLINE$NEWS in
	*"$NEWLINE$1"*) return 0 ;;
	*) return 1 ;;
	esac
}
