# -------------------------------- create: a cluster that ends by itself ----

# A cluster that ends by itself goes as a whole: what the head's Job owns is removed with it by
# the Kubernetes cluster, without anybody's help. Only now does the Job have the uid that owners
# are known by. Claims for storage outlive the cluster.
adopt_objects() {
	local owner uid object reply
	ends || return 0
	owner=$CLUSTER-head
	uid=$(ask get "job/$owner" -o 'jsonpath={.metadata.uid}' 2>&1) || not_adopted "$owner" "job/$owner" "$uid"
	case $uid in
	'' | *[!0-9a-f-]*) not_adopted "$owner" "job/$owner" "its uid is not known (${uid:-empty})" ;;
	esac
	for object in $OBJECTS; do
		case $object in "job/$owner" | persistentvolumeclaim/*) continue ;; esac
		reply=$(ask patch "$object" --type merge --patch "$(owner_patch "$owner" "$uid")" 2>&1) || not_adopted "$owner" "$object" "$reply"
	done
	ADOPTED=yes
	note "everything goes with job/$owner, $ENDS"
}

# not_adopted OWNER OBJECT REPLY
not_adopted() {
	local next reason
	next="try again: $RUN create, or remove all: $RUN delete" reason=$(reason_of "$3")
	case $reason:$2 in
	"not-found:job/$1") die 1 "$2 is gone: the $HEAD ended at once, and not all goes with it" "remove all: $RUN delete" ;;
	forbidden:*) next="ask the owner of namespace $NAMESPACE for the role 'edit'; $next" ;;
	esac
	die 1 "the cluster would not go as a whole, because of $2: $(last_line "$3")" "$next"
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
