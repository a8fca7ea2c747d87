# ------------------------------------------------ the site's own words ----

# SITE_EVENTS has a line for each event that the site has words for: REASON WHEN NORMAL TEXT MEANS ADVICE; SITE_ANNOTATIONS has
# NAME MEANS WRONG ADVICE. Tabs are between them, and a dash stands for what is not said. The first that fits counts. An event
# without a reason says why a pod was removed if no other does.
SITE_FUNCTION='function read_site(list, line, field, n, i) {
	n = split(list, line, "\n")
	for (i = 1; i <= n; i++) if (split(line[i], field, "\t") == 6) {
		entries++
		reason[entries] = field[1]; when[entries] = field[2]; normal[entries] = field[3]
		words[entries] = field[4]; means[entries] = field[5]; advice[entries] = field[6]
	}
}
function entry_for(name, message, gpu, i) {
	for (i = 1; i <= entries; i++)
		if (reason[i] == name && (when[i] != "gpu" || gpu) && (words[i] == "-" || index(message, words[i]))) return i
	return 0
}
function read_gpus(list, line, field, n, i) {
	n = split(list, line, "\n")
	for (i = 1; i <= n; i++) if (split(line[i], field, " ") > 2 && field[3] > 0) has_gpu[field[1]] = 1
}'

# judge_room: no node takes the pod just read. Where the site says that this is how it goes, it is no fault.
judge_room() {
	local usual
	STATE='no node has room for it yet' CAUSE=room
	[ -n "$SITE_EVENTS" ] || return 0
	usual=$(EVENTS=$SITE_EVENTS PODS=$POD_QUOTA ROLE=${ONE:-$P_ROLE} SAID=$P_ROOM awk "$SITE_FUNCTION"'
		BEGIN {
			read_site(ENVIRON["EVENTS"]); read_gpus(ENVIRON["PODS"])
			i = entry_for("FailedScheduling", ENVIRON["SAID"], ENVIRON["ROLE"] in has_gpu)
			if (i && normal[i] == "normal") print means[i]
		}')
	[ -z "$usual" ] || STATE=$usual CAUSE=admission
}

# Will it be charged once the pod just judged starts, whenever that is?
is_charged_later() {
	[ -n "$CHARGES" ] || return 1
	case $CAUSE in room | admission) ;; *) return 1 ;; esac
	printf '%s\n' "$POD_QUOTA" | ROLE=${ONE:-$P_ROLE} awk '$1 == ENVIRON["ROLE"] && $3 > 0 { found = 1 } END { exit !found }'
}

charged_later_words() {
	printf 'a pod with a GPU that waits is charged whenever its turn comes; if you no longer want it, delete it, do not leave it: %s delete\n' "$RUN"
}

# The latest event of each of our pods that the site has words for, the latest pod last: pod, whether it is there yet, reason,
# whether that is normal, what it means, advice, message, time. What the scheduler says of a pod is its state. Pods that the
# site has removed have only their name left: it counts if the event is of the time of this cluster.
site_rows() {
	[ -n "$SITE_EVENTS" ] || return 0
	ask get events --sort-by=.lastTimestamp -o 'go-template={{range .items}}{{if eq .involvedObject.kind "Pod" -}}
{{printf "%q\t%q\t%q\t%q\t%q\n" .involvedObject.uid .involvedObject.name .reason .message (or .lastTimestamp .eventTime) -}}
{{end}}{{end}}' 2>/dev/null | checked 'name name name text? time?' |
		EVENTS=$SITE_EVENTS PODS=$POD_QUOTA ROWS=$(pod_rows) CLUSTER=$CLUSTER SINCE=$(made_at) awk -F '\t' "$SITE_FUNCTION"'
		# The role of a pod by its name: that of a Job has five letters behind its number.
		function role_of(name, role) {
			sub(/-[a-z0-9][a-z0-9][a-z0-9][a-z0-9][a-z0-9]$/, "", name)
			if (index(name, ENVIRON["CLUSTER"] "-") != 1 || !sub(/-[0-9]+$/, "", name)) return ""
			role = substr(name, length(ENVIRON["CLUSTER"]) + 2)
			return role in known ? role : ""
		}
		BEGIN {
			OFS = "\t"
			read_site(ENVIRON["EVENTS"]); read_gpus(ENVIRON["PODS"])
			n = split(ENVIRON["PODS"], line, "\n")
			for (i = 1; i <= n; i++) { split(line[i], field, " "); known[field[1]] = 1 }
			n = split(ENVIRON["ROWS"], line, "\n")
			for (i = 1; i <= n; i++) { split(line[i], field, "\t"); there[field[2]] = 1 }
		}
		{
			role = role_of($2)
			if ($3 == "FailedScheduling" || role == "") next
			if (!($1 in there) && (ENVIRON["SINCE"] == "" || substr($5, 1, 19) < substr(ENVIRON["SINCE"], 1, 19))) next
			i = entry_for($3, $4, role in has_gpu)
			if (i) row[$1] = $2 OFS (($1 in there) ? "there" : "gone") OFS $3 OFS normal[i] OFS means[i] OFS advice[i] OFS $4 OFS $5
			if (i) place[$1] = NR
		}
		END {
			for (uid in row) if (place[uid] > last) last = place[uid]
			for (uid in row) at[place[uid]] = row[uid]
			for (i = 1; i <= last; i++) if (i in at) print at[i]
		}' | tail -n 20
}

# When what is there was made: a run, or the cluster.
made_at() {
	if is_job && is_time "$R_CREATED"; then put "$R_CREATED"; return; fi
	judge_objects
	put "$JUDGED" | awk -F '\t' '
		$1 != "foreign" && $2 ~ /^(statefulset|job)/ && $4 ~ /^2/ && (first == "" || $4 < first) { first = $4 }
		END { if (first != "") print first }'
}

# Why the pod that led is gone, as far as the site says.
removed_words() {
	local why
	why=$(site_rows | awk -F '\t' '$2 == "gone" && $4 != "normal" { why = $5 " (" $3 ")" } END { if (why != "") print why }')
	[ -n "$why" ] || why=$(put "$SITE_EVENTS" | awk -F '\t' '$1 == "-" { print $5 }')
	put "$why"
}

# What the site has written on our pods: pod, what it says, value, the annotation's name, whether that is wrong, and advice then.
annotation_rows() {
	[ -n "$SITE_ANNOTATIONS" ] || return 0
	ask get pods --selector "$SELECTOR" -o 'go-template={{range .items}}{{$uid := .metadata.uid}}{{$name := .metadata.name -}}
{{range $key, $value := .metadata.annotations}}{{printf "%q\t%q\t%q\t%q\n" $uid $name $key $value}}{{end}}{{end}}' 2>/dev/null |
		checked 'name name key text?' | SITE=$SITE_ANNOTATIONS ROWS=$(pod_rows) awk -F '\t' '
		BEGIN {
			OFS = "\t"
			n = split(ENVIRON["SITE"], line, "\n")
			for (i = 1; i <= n; i++) {
				split(line[i], field, "\t")
				means[field[1]] = field[2]; bad[field[1]] = field[3]; advice[field[1]] = field[4]
			}
			n = split(ENVIRON["ROWS"], line, "\n")
			for (i = 1; i <= n; i++) { split(line[i], field, "\t"); there[field[2]] = 1 }
		}
		$1 in there && $3 in means {
			wrong = $4 != "-" && $4 == bad[$3]
			print $2, means[$3], $4, $3, (wrong ? "wrong" : "-"), (wrong ? advice[$3] : "-")
		}' | head -n 100
}

# Of status: all of it, but for what was normal of pods that are gone.
show_site_words() {
	local rows notes name there reason normal means advice message value
	rows=$(site_rows | awk -F '\t' '$2 == "there" || $4 != "normal"') notes=$(annotation_rows)
	[ -z "$rows$notes" ] || say "what the site says:"
	[ -z "$rows" ] || put "$rows" | while IFS=$TAB read -r name there reason normal means advice message _; do
		say "  $name: $means ($reason)"
		[ "$message" = - ] || say "    it says: $message"
		[ "$advice" = - ] || say "    $advice"
	done
	[ -z "$notes" ] || put "$notes" | while IFS=$TAB read -r name means value _ _ advice; do
		say "  $name: $means: $value"
		[ "$advice" = - ] || say "    $advice"
	done
	[ -z "$CHARGES" ] || each_pod note_charged_later
	[ -z "$CHARGED_LATER" ] || say "$(charged_later_words)"
	CHARGED_LATER=
}

note_charged_later() { ! is_charged_later || CHARGED_LATER=yes; }

# Of doctor: what is not normal is wrong as long as its pod is there and not ready.
examine_site_words() {
	local rows ready name there reason normal means advice message value bad
	rows=$(site_rows | awk -F '\t' '$2 == "there" || $4 != "normal"')
	ready=$(pod_rows | awk -F '\t' '$8 == "True" { print $1 }')
	while IFS=$TAB read -r name there reason normal means advice message _; do
		[ -n "$name" ] || continue
		if [ "$normal" = normal ] || [ "$there" = gone ] || has_line "$name" "$ready"; then
			[ "$message" != - ] || message=
			notable "$name: $means ($reason)${message:+: $message}"
		else
			[ "$advice" != - ] || advice=
			wrong "$name: $means ($reason)" "$advice" "  it says: $message"
		fi
	done <<END
$rows
END
	rows=$(annotation_rows)
	while IFS=$TAB read -r name means value _ bad advice; do
		case $name:$bad in
		:*) ;;
		*:wrong) wrong "$name: $means: $value" "${advice#-}" ;;
		*) notable "$name: $means: $value" ;;
		esac
	done <<END
$rows
END
	[ -z "$CHARGES" ] || each_pod note_charged_later
	[ -z "$CHARGED_LATER" ] || notable "$(charged_later_words)"
	CHARGED_LATER=
}

# While something waits: what is new of it.
tell_site_words() {
	local rows name reason means advice message
	[ -n "$SITE_EVENTS" ] || return 0
	rows=$(site_rows)
	while IFS=$TAB read -r name _ reason _ means advice message _; do
		if [ -z "$name" ] || has_line "$name $reason" "$WARNED"; then continue; fi
		WARNED="$WARNED$NEWLINE$name $reason"
		erase_live
		note "$(printf '%4s s  %s: %s (%s)' "$ELAPSED" "$name" "$means" "$reason")"
		[ "$message" = - ] || note "        it says: $message"
		[ "$advice" = - ] || note "        $advice"
	done <<END
$rows
END
}

# Of give_up: what the site said last of the pod just read.
explain_by_site() {
	local name reason means advice message
	site_rows | while IFS=$TAB read -r name _ reason _ means advice message _; do
		[ "$name" = "$P_NAME" ] || continue
		say "  $means ($reason)"
		[ "$message" = - ] || say "  the site says: $message"
		[ "$advice" = - ] || say "  $advice"
	done
}
