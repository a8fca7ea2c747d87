# -------------------------------------------------------- status --json ----

# One object. What is unknown, or does not apply, is null. Ends with status's exit code.
status_as_json() {
	local created ready outdated
	created=false ready=false outdated=false
	if [ -n "$LOOK" ]; then
		created=true
		count_members
		! is_whole || ready=true
		! is_outdated_cluster || outdated=true
	else
		COUNTED=
	fi
	{
		json_scalars
		each_pod pod_fact
		[ -z "$SCHEDULE" ] || each_run run_fact
		site_facts
		printf '%s\n' "$WEB_PORTS" | awk 'NF { t = $7; for (i = 8; i <= NF; i++) t = t " " $i
			print "pages\t" $1 "\t" $2 "\t" $3 "\t" $6 "\t" t "\t" ($4 == "-" ? "false" : "true") }'
	} | LISTS="pods pages siteEvents siteAnnotations${SCHEDULE:+ runs}" awk -F '\t' "$JSON_PROGRAM" | clean
	if is_job; then is_job_good; else [ "$ready" = true ]; fi
}

# Each line: set, a key, its type and its value. Only text has to be escaped.
json_scalars() {
	local key type value
	while read -r key type value; do [ -z "$key" ] || printf 'set\t%s\t%s\t%s\n' "$key" "$type" "$value"; done <<END
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
$([ -z "$QUEUE" ] || json_of_queue)
$(! is_job || json_of_job)
END
}

pod_fact() {
	printf 'pods\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$P_NAME" "$P_ROLE" "$P_INDEX" "$CAUSE" "$STATE" \
		"$P_RESTARTS" "$P_NODE" "$P_CREATED" "$P_IMAGE"
}

site_facts() {
	site_rows | awk -F '\t' -v OFS='\t' '
		{ print "siteEvents", $1, ($2 == "there" ? "true" : "false"), $3, ($4 == "normal" ? "true" : "false"), $5, $6, $7, $8 }'
	annotation_rows | awk -F '\t' -v OFS='\t' '{ print "siteAnnotations", $1, $4, $2, $3 }'
}

# Lists have a line an entry. What is unknown is nothing or a dash.
JSON_PROGRAM='function text(s, i, c, out) {
	for (i = 1; i <= length(s); i++) {
		c = substr(s, i, 1)
		out = out (c == "\\" || c == "\"" ? "\\" c : c in escaped ? escaped[c] : c)
	}
	return "\"" out "\""
}
function member(key, type, s) {
	return text(key) ": " (s == "" || s == "-" ? "null" : type == "text" ? text(s) : s)
}
function list(name) { return "  " text(name) ": [" (name in entries ? "\n" entries[name] "\n  " : "") "]" }
BEGIN {
	for (i = 1; i < 32; i++) escaped[sprintf("%c", i)] = sprintf("\\u%04x", i)
	keys["pods"] = "name:text role:text number:plain state:text words:text restarts:plain node:text created:text image:text"
	keys["runs"] = "name:text state:text exitCode:plain started:text ended:text"
	keys["siteEvents"] = "pod:text there:plain reason:text normal:plain means:text advice:text message:text time:text"
	keys["siteAnnotations"] = "pod:text name:text means:text value:text"
	keys["pages"] = "name:text role:text port:plain path:text title:text token:plain"
}
$1 == "set" { scalars = scalars "  " member($2, $3, $4) ",\n"; next }
{
	row = ""
	n = split(keys[$1], key, " ")
	for (i = 1; i <= n; i++) {
		split(key[i], part, ":")
		row = row (i > 1 ? ", " : "") member(part[1], part[2], $(i + 1))
	}
	# What is assigned to comes last: mawk makes an entry as soon as it is named.
	before = $1 in entries ? entries[$1] ",\n" : ""
	entries[$1] = before "    {" row "}"
}
END {
	printf "{\n%s", scalars
	n = split(ENVIRON["LISTS"], name, " ")
	for (i = 1; i <= n; i++) print list(name[i]) (i < n ? "," : "")
	print "}"
}'
