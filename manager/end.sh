# -------------------------------- create: a cluster that ends by itself ----

# What belonged to a cluster that ended is being removed, Secrets too: what would be kept of it
# now would be gone in a moment.
wait_for_the_ended() {
	TOLD=
	wait_for see_the_ended || die 1 "an earlier $CLUSTER has ended and is not gone yet: $(in_a_line "$LEAVING")" \
		"remove what is left of it: $RUN delete"
}

# LEAVING is what goes with it. An owner that is gone, or going, tells. The template lists each object with its uid and
# whether it is going, and each owner of that name that it has.
see_the_ended() {
	LEAVING=$(ask get "$KINDS" --selector "$SELECTOR" -o 'go-template={{range .items}}{{$name := printf "%s/%s" .kind .metadata.name -}}
{{printf "%q\t%q\t%q\n" $name .metadata.uid .metadata.deletionTimestamp -}}
{{range .metadata.ownerReferences}}{{if and (eq .kind "Job") (eq .name "'"$CLUSTER"'-head") -}}
{{printf "%q\towner\t%q\n" $name .uid -}}
{{end}}{{end}}{{end}}' 2>/dev/null | checked 'key =owner name' 'key name time?' |
		HEAD_JOB=Job/$CLUSTER-head awk -F '\t' '
			$2 == "owner" { owned[$1] = owned[$1] " " $3; next }
			$1 == ENVIRON["HEAD_JOB"] { uid = $2; if ($3 != "-") print $1 }
			END { for (name in owned) if (owned[name] != " " uid) print name }' | sort)
	[ -n "$LEAVING" ] || return 0
	[ -n "$TOLD" ] || note "an earlier $CLUSTER has ended; waiting until it is gone"
	TOLD=yes
	return 1
}

# A cluster that ends by itself goes as a whole: what the head's Job owns is removed with it by
# the Kubernetes cluster, without anybody's help. Only now does the Job have the uid that owners
# are known by. Claims for storage outlive the cluster.
adopt_objects() {
	local owner uid object reply
	ends || return 0
	owner=job/$CLUSTER-head
	uid=$(ask get "$owner" -o 'jsonpath={.metadata.uid}' 2>&1) || not_adopted "$owner" "$uid"
	case $uid in
	'' | *[!0-9a-f-]*) not_adopted "$owner" "its uid is not known (${uid:-empty})" ;;
	esac
	for object in $OBJECTS; do
		case $object in "$owner" | persistentvolumeclaim/*) continue ;; esac
		reply=$(ask patch "$object" --type merge --patch "$(owner_patch "${owner#*/}" "$uid")" 2>&1) || not_adopted "$object" "$reply"
	done
	ADOPTED=yes
	note "everything goes with $owner, $ENDS"
}

# not_adopted OBJECT REPLY
not_adopted() {
	case $(reason_of "$2"):$1 in
	"not-found:job/$CLUSTER-head") die 1 "$1 is gone: the $HEAD ended at once, and not all goes with it" "remove all: $RUN delete" ;;
	esac
	die_refused "the cluster would not go as a whole, because of $1" "$2" "try again: $RUN create" "; or remove all: $RUN delete"
}

# owner_patch NAME UID
owner_patch() {
	printf '{"metadata":{"ownerReferences":[{"apiVersion":"batch/v1","kind":"Job","name":"%s","uid":"%s"}]}}\n' "$1" "$2"
}

# Seconds as people say them: the two largest units.
in_words() {
	awk -v s="$1" 'BEGIN {
		d = int(s / 86400); h = int(s % 86400 / 3600); m = int(s % 3600 / 60)
		if (d) print d "d" (h ? " " h "h" : "")
		else if (h) print h "h" (m ? " " m "m" : "")
		else if (m) print m "m" (s % 60 ? " " s % 60 "s" : "")
		else print s "s"
	}'
}
