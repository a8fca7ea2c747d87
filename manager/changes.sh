# ------------------------------------------------- what was changed by hand ----

# find_changes: CHANGES are lines, an object, a tab and what differs: what the cluster has (-) and the manifest (+), as the API
# server itself compares them. How many pods there are is left to scale. UNSEEN is what is said if that cannot be told.
find_changes() {
	local reply code
	code=0 UNSEEN='' CHANGES=''
	reply=$(with_manifest 60 diff) || code=$?
	[ "$code" -le 1 ] || { UNSEEN=$reply; return; }
	CHANGES=$({
		put "$reply" | awk -F '\t' '
			/^[+][+][+] / { n = split($1, part, /[\/.]/); object = tolower(part[n - 2]) "/" part[n]; next }
			/^(---|diff) / || /^[-+] *(generation|replicas|completions|parallelism): [0-9]+$/ { next }
			/^[-+]/ { print object "\t" $0 }'
		find_additions | sed "s/\$/${TAB}- something that was added/"
	} | checked 'object text')
}

# Which StatefulSets have what neither this manifest nor an earlier one has brought, say a variable: apply leaves that, and
# finds no difference. Replaced by what the manifest says, they would be others: the API server tells by their generation.
find_additions() {
	manifest_statefulsets | ask replace --dry-run=server -f - \
		-o 'go-template={{printf "%q\t%q\n" .metadata.name (print .metadata.generation)}}' 2>/dev/null |
		checked 'name number' | ROWS=$(workload_rows) awk -F '\t' "$MAP_FUNCTION"'
			BEGIN { map_of(ENVIRON["ROWS"], now, 1, 3) }
			$1 in now && $2 > now[$1] { print "statefulset/" $1 }'
}

# The manifest's StatefulSets, with as many pods as they have now.
manifest_statefulsets() {
	ROWS=$(workload_rows) awk "$MAP_FUNCTION"'
		function end() { if (wanted) printf "%s", text; text = name = wanted = "" }
		BEGIN { map_of(ENVIRON["ROWS"], count, 1, 8) }
		/^---/ { end() }
		/^kind: StatefulSet$/ { wanted = 1 }
		/^  name: / && name == "" { name = $2 }
		/^  replicas: / && count[name] ~ /^[0-9]+$/ { $0 = "  replicas: " count[name] }
		{ text = text $0 "\n" }
		END { end() }' "$MANIFEST_PATH"
}

# What was added to a StatefulSet goes when it is replaced as a whole. Nobody can have added to one that was just made.
remove_additions() {
	local added reply
	case $NEWLINE$(judged there)$NEWLINE$(judged outdated) in
	*"${NEWLINE}statefulset/"*) look || return 0 ;;
	*) return 0 ;;
	esac
	added=$(find_additions)
	[ -n "$added" ] || return 0
	note "taking out what was added by hand to $(in_a_line "$added")"
	set -- --save-config
	[ -z "$SERVER_SIDE" ] || set --
	reply=$(manifest_statefulsets | ask replace "$@" -f - 2>&1) ||
		die_refused "what was added by hand to $(in_a_line "$added") was not taken out" "$reply" "try again: $RUN create"
}
