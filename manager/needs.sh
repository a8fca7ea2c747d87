# ----------------------------------------- create: what has to be there ----

# What the profile takes to be there already, as kubectl calls it, one kind/name a line; without
# what is no object.
needed_objects() {
	printf '%s\n' "$NEEDS" | sed -n -e 's|^claim |persistentvolumeclaim/|p' -e 's|^secret |secret/|p' \
		-e 's|^config map |configmap/|p' -e 's|^service account |serviceaccount/|p' \
		-e 's|^storage class |storageclass/|p' -e 's|^priority class |priorityclass/|p' -e 's|^runtime class |runtimeclass/|p'
}

# Those of them that are not there. What may not be looked at may be there.
missing_needs() {
	needed_objects | while read -r object; do
		[ -n "$object" ] || continue
		reply=$(ask get "$object" -o name 2>&1) || case $reply in
		*'(NotFound)'*) printf '%s\n' "$object" ;;
		esac
	done
}

tell_missing() {
	missing=$(missing_needs)
	[ -z "$missing" ] || warn "the profile names $(printf '%s\n' "$missing" | paste -s -d ' ' -), which is not there: pods will wait until somebody makes it"
}
