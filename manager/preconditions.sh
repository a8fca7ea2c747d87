# ------------------------------------------------- what has to be so ----

# What a finding is: fine, worth knowing, or wrong with what to do about it. doctor lists them, and WRONG counts; every
# other verb only ends with the first that is wrong.
finding() { printf '%s%-5s%s  %s\n' "$1" "$2" "$PLAIN" "$(text "$3")"; }

fine() { [ "$VERB" != doctor ] || [ -n "$QUIET" ] || finding "$GREEN" ok "$*"; }
notable() { [ "$VERB" != doctor ] || finding '' note "$*"; }

# wrong WHAT REMEDY [DETAILS]: these are lines.
wrong() {
	if [ "$VERB" != doctor ]; then
		[ -z "${3-}" ] || put "$3" | clean >&2
		die 1 "$1" "$2"
	fi
	WRONG=$((WRONG + 1))
	finding "$RED" wrong "$1"
	[ -z "${3-}" ] || put "$3" | sed 's/^/       /' | clean
	[ -z "$2" ] || say "         $2"
}

# The manifest and this script have to come from the same run of the compiler.
check_manifest() {
	if ! [ -r "$MANIFEST_PATH" ]; then
		wrong "there is no $MANIFEST beside this script" "keep both files in one directory, or generate them again with clusterc"
	elif [ "$(cksum <"$MANIFEST_PATH" | awk '{ print $1 " " $2 }')" != "$MANIFEST_CKSUM" ]; then
		wrong "$MANIFEST is not the one this script was generated with" \
			"generate both again with clusterc; change the profile, do not edit its output"
	else
		fine "$MANIFEST is the one this script was generated with"
	fi
}

# Who may not look at namespaces learns it from apply, if there is none.
check_namespace() {
	local reply phase enforced
	if ! reply=$(ask get namespace "$NAMESPACE" -o 'go-template={{printf "%q" .status.phase}}{{"\t"}}{{with .metadata.labels -}}
{{printf "%q" (index . "pod-security.kubernetes.io/enforce")}}{{end}}{{"\n"}}' 2>&1); then
		if [ "$(reason_of "$reply")" = no-namespace ]; then
			wrong "there is no namespace $NAMESPACE" "name yours with -n NAMESPACE, or make it: kubectl create namespace $NAMESPACE"
		else
			notable "you may not look at the namespace itself"
		fi
		return
	fi
	IFS=$TAB read -r phase enforced <<END
$(put "$reply" | checked 'name? name?')
END
	if [ "$phase" = Terminating ]; then
		wrong "the namespace $NAMESPACE is being deleted" "wait until it is gone, or name another with -n NAMESPACE"
	else
		fine "the namespace is there"
	fi
	case $enforced in
	'' | -) ;;
	*) fine "Pod Security: $enforced is enforced; pods of clusterc meet restricted, except with nfs volumes" ;;
	esac
}

# Two forms of one cluster side by side would be two clusters.
check_form() {
	[ -z "$OTHER_FORM" ] || wrong "$CLUSTER is there in another form: $(in_a_line "$OTHER_FORM")" \
		"with or without lifetime, idle, job or schedule, this cannot be changed in place: $RUN delete, then $RUN create"
}

# judge_objects: JUDGED says of each of OBJECTS, a line each, whether it is missing, somebody else's (foreign: it has our name,
# but not our labels), being removed (leaving: by itself, or with the Job that owns it and is gone or going), of another version
# (outdated: only what makes the head's pod has the digest that tells versions apart) or there, and its uid, when it was made, and the uid of what it goes with.
# UNSEEN is what is said if something may not be looked at.
judge_objects() {
	local reply
	UNSEEN=
	IFS=$NEWLINE; set -- $OBJECTS; unset IFS
	reply=$(ask get "$@" --ignore-not-found -o 'go-template={{define "one"}}{{$of := "-"}}{{$by := "-"}}{{$digest := "-"}}{{$owner := "-" -}}
{{with .metadata.labels}}{{$of = index . "app.kubernetes.io/instance"}}{{$by = index . "app.kubernetes.io/managed-by"}}{{end -}}
{{with .metadata.annotations}}{{$digest = index . "clusterc/input-digest"}}{{end -}}
{{range .metadata.ownerReferences}}{{if and (or (eq .kind "Job") (eq .kind "CronJob")) (or (eq .name "'"$CLUSTER"'-head") (eq .name "'"$CLUSTER"'-job"))}}{{$owner = .uid}}{{end}}{{end -}}
{{printf "%q\t%q\t%q\t%q\t%q\t%q\t" .kind .metadata.name .metadata.uid $of $by $digest -}}
{{printf "%q\t%q\t%q\n" (or (and .metadata.deletionTimestamp "yes") "-") $owner .metadata.creationTimestamp}}{{end -}}
{{if .items}}{{range .items}}{{template "one" .}}{{end}}{{else if .kind}}{{template "one" .}}{{end}}' 2>&1) || UNSEEN=$reply
	JUDGED=$(put "$reply" | checked 'name name name name? name? key? name? name? time?' |
		OBJECTS=$OBJECTS CLUSTER=$CLUSTER OWNER=$OWNER DIGEST=$INPUT_DIGEST awk -F '\t' '
		{
			object = tolower($1) "/" $2
			uid[object] = $3; of[object] = $4 "/" $5; digest[object] = $6; leaving[object] = $7; owner[object] = $8; made[object] = $9
		}
		function what(object) {
			if (!(object in uid)) return "missing"
			if (of[object] != ENVIRON["CLUSTER"] "/clusterc") return "foreign"
			if (leaving[object] != "-" || owner[object] != "-" && owner[object] != uid[ENVIRON["OWNER"]]) return "leaving"
			return object !~ /^secret/ && digest[object] != "-" && digest[object] != ENVIRON["DIGEST"] ? "outdated" : "there"
		}
		END {
			n = split(ENVIRON["OBJECTS"], line, "\n")
			for (i = 1; i <= n; i++) if (line[i] != "") print what(line[i]) "\t" line[i] "\t" uid[line[i]] "\t" made[line[i]] "\t" owner[line[i]]
		}')
}

# What is being removed would be gone in a moment. Secrets, too, that are kept otherwise.
wait_for_the_former() {
	wait_until_gone find_leaving ||
		die 1 "an earlier $CLUSTER is still being removed: $(in_a_line "$LEAVING")" "remove what is left of it: $RUN delete"
}

find_leaving() {
	judge_objects
	LEAVING=$(judged leaving)
	[ -z "$LEAVING" ] || [ -n "$TOLD" ] || note "an earlier $CLUSTER is being removed; waiting until it is gone"
}

check_objects() {
	local others next
	[ -z "$UNSEEN" ] || { refused_objects "$UNSEEN"; return; }
	others=$(judged foreign)
	[ -n "$others" ] || return 0
	next="delete or rename them, give the profile another name, or choose another namespace"
	case $others in
	*secret/*) next="$next; a Secret that you made for it: kubectl --namespace $NAMESPACE label secret NAME $(printf '%s' "$SELECTOR" | tr , ' ')" ;;
	esac
	wrong "these exist in namespace $NAMESPACE and are not this cluster's: $(in_a_line "$others")" "$next"
}

# judged WHAT: which of OBJECTS are so.
judged() { put "$JUDGED" | WHAT=$1 awk -F '\t' '$1 == ENVIRON["WHAT"] { print $2 }'; }

refused_objects() {
	wrong "the cluster does not show what is there already: $(refused_words "$1")" "ask the owner of namespace $NAMESPACE for the role 'edit'"
}

# What cannot fit is not begun. Of a cluster that is there already, all counts as used.
check_room() {
	local lacks missing object asked
	[ -z "$LOOK" ] || return 0
	missing=$(judged missing)
	lacks=$(
		quota_lacks "$POD_QUOTA$NEWLINE$(printf '%s\n' "$OBJECT_QUOTA" | while read -r object asked; do
			! has_line "$object" "$missing" || printf '%s %s\n' "$object" "$asked"
		done)"
		ranges_forbid
	)
	if [ -z "$lacks" ]; then fine "no quota or limit range that can be read is in the way"; return; fi
	wrong "the namespace $NAMESPACE has no room for this cluster; nothing was made" \
		"ask for less in the profile, delete what is not needed any more, or ask for a larger quota" "$(indented "$lacks")"
}

# Those of NEEDED_OBJECTS that are not there. What may not be looked at may be there.
missing_needs() {
	local object reply
	printf '%s\n' "$NEEDED_OBJECTS" | while read -r object; do
		[ -z "$object" ] || reply=$(ask get "$object" -o name 2>&1) || case $(reason_of "$reply") in
		not-found | no-kind) printf '%s\n' "$object" ;;
		esac
	done
}

tell_missing() {
	local missing
	missing=$(missing_needs)
	[ -z "$missing" ] || warn "the profile names $(in_a_line "$missing"), which is not there: pods will wait until somebody makes it"
}
