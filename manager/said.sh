# ---------------------------------------- create: what is said of a pod ----

# The pod just read, as logs and shell are told of it.
seat_words() {
	if is_counted "$P_ROLE"; then printf '%s %s\n' "$P_ROLE" "$P_INDEX"; else printf '%s\n' "$P_ROLE"; fi
}

tell_quoted() { [ "$1" = - ] || say "  the node says: $1"; }

tell_last_log() {
	local lines
	# Between restarts this is the log of the container that ended.
	lines=$(within 30 logs "$P_NAME" --container "$P_ROLE" --tail=10 --limit-bytes=65536 2>/dev/null) || lines=
	case $lines in '' | 'unable to retrieve container logs'*) return ;; esac
	say "  the last it said:"
	put "$lines" | sed 's/^/    /' | clean
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
