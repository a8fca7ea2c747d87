# ------------------------------------------------- one creator at a time ----

# Whoever creates the cluster first makes the ConfigMap CLUSTER-manager, which only one can, and removes it at the end. It lacks
# the cluster's labels, because it is no part of it. create's counts until create would have given up; run's until it is removed.
# Whoever runs a job has it for creating it alone: others may follow it then.
CLAIM=configmap/$CLUSTER-manager
# The uid of the claim that this process has made.
CLAIM_UID=

# claim_cluster: makes the claim, or says who has it. CLAIM_UID is then set, and leave removes it.
claim_cluster() {
	local reply attempt
	trap leave EXIT
	exit_on_signals
	for attempt in 1 2 3; do
		if reply=$(claim_object | ask create -f - -o 'jsonpath={.metadata.uid}' 2>&1); then
			CLAIM_UID=$(put "$reply" | checked key | sed -n 1p)
			[ -n "$CLAIM_UID" ] || die 1 "$CLAIM has no uid" "try again: $RUN $VERB"
			return
		fi
		case $(reason_of "$reply") in
		exists) respect_claim ;;
		*) die_refused "$CLAIM, by which others see that the cluster is being created, was not made" "$reply" "try again: $RUN $VERB" ;;
		esac
	done
	die 1 "somebody else is creating $CLUSTER right now" "look at it: $RUN status"
}

claim_object() {
	cat <<END
apiVersion: v1
kind: ConfigMap
metadata:
  name: "$CLUSTER-manager"
  labels:
    app.kubernetes.io/part-of: "$CLUSTER"
data:
  verb: "$(if is_job; then echo create; else echo "$VERB"; fi)"
  seconds: "$((TIMEOUT + 120))"
END
}

# Ends the script if the claim that is there counts. One that create left behind is removed.
respect_claim() {
	local uid verb since seconds
	IFS=$TAB read -r uid verb since seconds <<END
$(ask get "$CLAIM" -o 'go-template={{printf "%q\t%q\t%q\t%q\n" .metadata.uid .data.verb .metadata.creationTimestamp .data.seconds}}' \
	2>/dev/null | checked 'key name time number')
END
	case $verb in
	'') ;;
	run) die 1 "somebody else runs a program on $CLUSTER, and deletes it at the end (since $since)" \
		"wait for that; if it was cut off: $RUN delete" ;;
	*)
		[ "$(put "$since" | seconds_since)" -gt "$seconds" ] ||
			die 1 "somebody else is creating $CLUSTER right now (since $since)" \
				"look at it: $RUN status; if that was cut off, try again after $seconds s"
		drop_claim "$uid" ;;
	esac
}

# drop_claim UID: removes the claim, if it is that one.
drop_claim() {
	printf '{"kind":"DeleteOptions","apiVersion":"v1","preconditions":{"uid":"%s"}}\n' "$1" |
		ask delete --raw "/api/v1/namespaces/$NAMESPACE/configmaps/${CLAIM#*/}" -f - >/dev/null 2>&1
}

release_claim() { [ -z "$CLAIM_UID" ] || drop_claim "$CLAIM_UID"; CLAIM_UID=; }

# still_claimed: is what this process claimed still its own? 2: the cluster does not say.
still_claimed() {
	local uid
	uid=$(ask get "$CLAIM" --ignore-not-found -o 'jsonpath={.metadata.uid}' 2>/dev/null) || return 2
	[ "$uid" = "$CLAIM_UID" ]
}
