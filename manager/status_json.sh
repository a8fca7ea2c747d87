# -------------------------------------------------------- status --json ----

# One object. What is unknown, or does not apply, is null. Ends with status's exit code.
status_as_json() {
	local created ready outdated left
	created=false ready=false outdated=false
	if [ -n "$LOOK" ]; then
		created=true
		count_members
		! is_whole || ready=true
		if is_of_another_version || { left=$(leftovers) && [ -n "$left" ]; }; then outdated=true; fi
	else
		COUNTED=
	fi
	{
		json_scalars
		pod_facts
		printf '%s\n' "$WEB_PORTS" | awk 'NF { t = $7; for (i = 8; i <= NF; i++) t = t " " $i
			print "page\t" $1 "\t" $2 "\t" $3 "\t" $6 "\t" t "\t" ($4 == "-" ? "false" : "true") }'
	} | awk -F '\t' "$JSON_PROGRAM" | clean
	[ "$ready" = true ]
}

# Each line: set, a key, its type and its value. Only text has to be escaped.
json_scalars() {
	local key type value
	while read -r key type value; do printf 'set\t%s\t%s\t%s\n' "$key" "$type" "$value"; done <<END
form plain 1
cluster text $CLUSTER
namespace text $NAMESPACE
framework text $TITLE
created plain $created
ready plain $ready
outdated plain $outdated
podsWanted plain $WANTED
podsReady plain $READY
workersWanted plain $WANTED_WORKERS
workersCounted plain $COUNTED
cpu text $CPU
memory text $MEMORY
storage text $STORAGE
gpus plain $GPUS_TAKEN
lifetime plain $([ "$LIFETIME" -eq 0 ] || echo "$LIFETIME")
idle plain $([ "$IDLE" -eq 0 ] || echo "$IDLE")
secondsLeft plain $(seconds_left)
END
}

pod_facts() {
	local word
	pod_rows | while read_pod; do
		judge
		word=${CAUSE:-ready}
		case $STATE in
		ready) ;;
		'being removed') word=leaving ;;
		*', replaced') word=replaced ;;
		*) word=${CAUSE:-outdated} ;;
		esac
		printf 'pod\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$P_NAME" "$P_ROLE" "$P_INDEX" "$word" "$STATE" \
			"$P_RESTARTS" "$P_NODE" "$P_CREATED" "$P_IMAGE"
	done
}

JSON_PROGRAM='function text(s, i, c, out) {
	out = ""
	for (i = 1; i <= length(s); i++) {
		c = substr(s, i, 1)
		out = out (c == "\\" || c == "\"" ? "\\" c : c in escaped ? escaped[c] : c)
	}
	return "\"" out "\""
}
function known(s) { return s == "" || s == "-" ? "null" : text(s) }
function plain(s) { return s == "" ? "null" : s }
BEGIN { for (i = 1; i < 32; i++) escaped[sprintf("%c", i)] = sprintf("\\u%04x", i) }
$1 == "set" { line[++n] = "  \"" $2 "\": " ($3 == "text" ? text($4) : plain($4)) }
$1 == "pod" {
	pod[++pods] = "    {\"name\": " text($2) ", \"role\": " text($3) ", \"number\": " plain($4 ~ /^[0-9]+$/ ? $4 + 0 "" : "") \
		", \"state\": " text($5) ", \"words\": " text($6) ", \"restarts\": " plain($7) \
		", \"node\": " known($8) ", \"created\": " known($9) ", \"image\": " known($10) "}"
}
$1 == "page" {
	page[++pages] = "    {\"name\": " text($2) ", \"role\": " text($3) ", \"port\": " $4 ", \"path\": " text($5) \
		", \"title\": " text($6) ", \"token\": " $7 "}"
}
END {
	print "{"
	for (i = 1; i <= n; i++) print line[i] ","
	print "  \"pods\": [" (pods ? "" : "],")
	for (i = 1; i <= pods; i++) print pod[i] (i < pods ? "," : "")
	if (pods) print "  ],"
	print "  \"pages\": [" (pages ? "" : "]")
	for (i = 1; i <= pages; i++) print page[i] (i < pages ? "," : "")
	if (pages) print "  ]"
	print "}"
}'
