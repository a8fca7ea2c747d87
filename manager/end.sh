# -------------------------------- create: a cluster that ends by itself ----

# A cluster that ends by itself goes as a whole: what the head's Job owns is removed with it by
# the Kubernetes cluster, without anybody's help. Only now does the Job have the uid that owners
# are known by. Claims for storage outlive the cluster.
adopt_objects() {
	local uid patch object reply
	ends || return 0
	uid=$(ask get "$OWNER" -o 'jsonpath={.metadata.uid}' 2>&1) || not_adopted "$OWNER" "$uid"
	case $uid in
	'' | *[!0-9a-f-]*) not_adopted "$OWNER" "its uid is not known (${uid:-empty})" ;;
	esac
	patch="{\"metadata\":{\"ownerReferences\":[{\"apiVersion\":\"batch/v1\",\"kind\":\"$OWNER_KIND\",\"name\":\"${OWNER#*/}\",\"uid\":\"$uid\"}]}}"
	for object in $OBJECTS; do
		case $object in "$OWNER" | persistentvolumeclaim/*) continue ;; esac
		reply=$(ask patch "$object" --type merge --patch "$patch" 2>&1) || not_adopted "$object" "$reply"
	done
	ADOPTED=yes
	if is_job; then note "everything goes with $OWNER"; else note "everything goes with $OWNER, $ENDS"; fi
}

# Has a cluster that ends by itself done so? Its head's Job is complete, or has failed, for a moment before it goes.
cluster_has_ended() {
	local reply
	ends || return 1
	if reply=$(ask get "$OWNER" -o 'go-template={{if .metadata.deletionTimestamp}}over{{end -}}
{{range .status.conditions}}{{if and (eq .status "True") (or (eq .type "Complete") (eq .type "Failed"))}}over{{end}}{{end}}' 2>&1); then
		[ -n "$reply" ]
	else
		[ "$(reason_of "$reply")" = not-found ]
	fi
}

# not_adopted OBJECT REPLY
not_adopted() {
	case $(reason_of "$2"):$1 in
	"not-found:$OWNER") die 1 "$1 is gone: the $HEAD ended at once, and not all goes with it" "remove all: $RUN delete" ;;
	esac
	die_refused "the cluster would not go as a whole, because of $1" "$2" "try again: $RUN create" "; or remove all: $RUN delete"
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
