# -------------------------------- create: a cluster that ends by itself ----

# A cluster that ends by itself goes as a whole: what the head's Job owns is removed with it by
# the Kubernetes cluster, without anybody's help. Only now does the Job have the uid that owners
# are known by. Claims for storage outlive the cluster.
adopt_objects() {
	ends || return 0
	owner=$CLUSTER-head
	uid=$(ask get "job/$owner" -o 'jsonpath={.metadata.uid}' 2>&1) || not_adopted "job/$owner" "$uid"
	case $uid in
	'' | *[!0-9a-f-]*) not_adopted "job/$owner" "its uid is not known (${uid:-empty})" ;;
	esac
	for object in $OBJECTS; do
		case $object in
		"job/$owner" | persistentvolumeclaim/*) continue ;;
		esac
		reply=$(ask patch "$object" --type merge --patch "$(owner_patch)" 2>&1) || not_adopted "$object" "$reply"
	done
	adopted=yes
	note "everything goes with job/$owner, $(end_in_words)"
}

# not_adopted OBJECT REPLY
not_adopted() {
	next="try again: $RUN create, or remove all: $RUN delete"
	case $2 in
	*'(NotFound)'*)
		[ "$1" != "job/$owner" ] ||
			die 1 "job/$owner is gone: the $HEAD ended at once, and not all goes with it" "remove all: $RUN delete"
		;;
	*'(Forbidden)'* | *'is forbidden'*) next="ask the owner of namespace $NAMESPACE for the role 'edit'; $next" ;;
	esac
	die 1 "the cluster would not go as a whole, because of $1: $(last_line "$2")" "$next"
}

owner_patch() {
	printf '{"metadata":{"ownerReferences":[{"apiVersion":"batch/v1","kind":"Job","name":"%s","uid":"%s"}]}}\n' "$owner" "$uid"
}

# When a cluster that ends by itself does so.
end_in_words() {
	words=
	[ "$LIFETIME" -eq 0 ] || words="$(in_words "$LIFETIME") after its start"
	[ "$IDLE" -eq 0 ] || words="$words${words:+, or }$(in_words "$IDLE") after its last work"
	printf '%s\n' "$words"
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
