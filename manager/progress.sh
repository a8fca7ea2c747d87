# ----------------------------------------------------- create: progress ----

# On a terminal each pod has a line, which is written anew; LIVE is then the terminal's width.
choose_live() {
	local size
	LIVE='' DRAWN=0
	if [ -n "$QUIET" ] || ! [ -t 1 ] || [ "${TERM:-dumb}" = dumb ]; then return; fi
	size=$(stty size <&1 2>/dev/null) || size='24 80'
	case $size in '0 '* | *' 0' | *[!0-9\ ]* | '') size='24 80' ;; esac
	[ "$PODS" -ge "$((${size% *} - 4))" ] || LIVE=${size#* }
}

draw_live() {
	local frame
	frame=$(printf '%s' "$NEWS" | clean | WIDTH=$LIVE TIME=$ELAPSED awk '
		NF { print substr(sprintf("%4s s  %s", ENVIRON["TIME"], $0), 1, ENVIRON["WIDTH"] - 1) }')
	erase_live
	[ -n "$frame" ] || return 0
	printf '%s\n' "$frame"
	DRAWN=$(count_lines "$frame")
}

# So that what follows is not written between the lines.
erase_live() { [ "$DRAWN" -eq 0 ] || printf '\033[%dA\r\033[J' "$DRAWN"; DRAWN=0; }

# Says what each pod is doing, when that has changed.
tell_news() {
	local line
	if [ -n "$LIVE" ]; then draw_live; return; fi
	put "$NEWS" | while IFS= read -r line; do
		[ -z "$line" ] || has_line "$line" "$TOLD" || note "$(printf '%4s s  %s' "$ELAPSED" "$line")"
	done
	TOLD=$NEWS
}

# Passes on the cluster's warnings that the pods' own states do not show. A pod that is refused leaves no other
# trace. REFUSAL: the last reason of one. UNMOUNTED: something that a pod mounts is not there.
tell_warnings() {
	local events name reason text
	tell_site_words
	REFUSAL='' UNMOUNTED=''
	events=$(warnings)
	while IFS=$TAB read -r name reason text _; do
		# Kueue says ErrWorkloadCompose of a group as long as not all of its pods are made.
		case $reason in '' | Unhealthy | BackOff | Failed | FailedScheduling | ErrWorkloadCompose) continue ;; esac
		[ "$reason" != FailedCreate ] || [ "$MADE" -ge "$WANTED" ] || REFUSAL=$text
		case $reason:$text in FailedMount:*'not found'*) ! has_news "$name: starting" || UNMOUNTED=yes ;; esac
		has_line "$name $reason" "$WARNED" || {
			erase_live
			note "$(printf '%4s s  %s: %s: %s' "$ELAPSED" "$name" "$reason" "$text")"
		}
		WARNED="$WARNED$NEWLINE$name $reason"
	done <<END
$events
END
}

# Does a line of NEWS begin so?
has_news() { case $NEWLINE$NEWS in *"$NEWLINE$1"*) ;; *) return 1 ;; esac; }
