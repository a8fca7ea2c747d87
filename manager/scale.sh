# ---------------------------------------------------------------- scale ----

# KIND_OF_WORKER and COUNT are what is wanted, MORE how many are added.
do_scale() {
	local before each
	KIND_OF_WORKER='' COUNT=
	take_all scale_word "$@"
	[ -n "$COUNT" ] || usage "scale needs the number of workers"
	[ -z "$QUEUE_GROUP" ] ||
		die 2 "the queue $QUEUE lets in exactly $(plural "$PODS" pod) as one group" \
			"change worker.count in the profile, generate again, then: $RUN delete, and $RUN create"
	KIND_OF_WORKER=${KIND_OF_WORKER:-worker}
	if ends && [ "$COUNT" -eq 0 ]; then
		die 2 "a cluster that ends by itself cannot have 0 workers and get some again" "scale to 1, or: $RUN delete"
	fi
	need_look
	[ -n "$LOOK" ] || not_created
	judge_all
	read -r before each <<END
$(sizes_now | KIND=$KIND_OF_WORKER awk '$1 == ENVIRON["KIND"] { print $2, $3 }')
END
	MORE=$((COUNT - before))
	need_within_limits
	confirm_scale "$each"
	forget_warnings
	scale_to "$COUNT"
	[ -z "$COUNTED_IN" ] || [ "$MORE" -eq 0 ] ||
		warn "the profile's number of workers, $WORKERS, stays in $COUNTED_IN; to change it there, too," \
			"change worker.count in the profile, generate again, and: $RUN create"
	EXACT=yes
	note "waiting for $(plural "$COUNT" "$(role_word "$KIND_OF_WORKER")"), at most $TIMEOUT s"
	wait_until_ready
	[ -n "$QUIET" ] || good "$CLUSTER has $(plural "$COUNT" "$(role_word "$KIND_OF_WORKER")") now"
}

# A kind of workers, then how many.
scale_word() {
	case $1 in
	-*) waiting_option "$@" ;;
	*[!0-9]* | '')
		if [ -n "$KIND_OF_WORKER$COUNT" ] || ! role_named "$1" || ! is_counted "$ROLE"; then
			usage "'$1' is not a number of workers"
		fi
		KIND_OF_WORKER=$ROLE ;;
	??????*) usage "'$1' is too many" ;;
	*)
		[ -z "$COUNT" ] || usage "scale does not take '$1' here"
		COUNT=$(($(printf '%s\n' "$1" | sed 's/^0*\(.\)/\1/'))) ;;
	esac
}

# The site's limits hold for what is scaled as for what is compiled; a quota, too.
need_within_limits() {
	local beyond lacks
	[ "$MORE" -gt 0 ] || return 0
	beyond=$(sizes_now | KIND=$KIND_OF_WORKER COUNT=$COUNT awk '$1 == ENVIRON["KIND"] { $2 = ENVIRON["COUNT"] } { print }' | beyond_limits)
	[ -z "$beyond" ] ||
		die 1 "the site $SITE does not allow that: $(printf '%s\n' "$beyond" | paste -s -d ';' -)" "choose a smaller number"
	lacks=$(quota_lacks "$(sizes_now | KIND=$KIND_OF_WORKER MORE=$MORE awk '$1 == ENVIRON["KIND"] { $2 = ENVIRON["MORE"]; print }')")
	[ -z "$lacks" ] || wrong "the namespace $NAMESPACE has no room for $(plural "$MORE" "more worker")" \
		"choose a smaller number, or ask for a larger quota" "$(indented "$lacks")"
}

# confirm_scale GPUS: what each worker has.
confirm_scale() {
	if [ "$MORE" -gt 0 ] && [ "$1" -gt 0 ]; then
		confirm "Take $(plural "$((MORE * $1))" "more GPU") from everybody else, $(how_long)?"
	elif [ "$MORE" -gt 0 ] && [ "$((WANTED_WORKERS + MORE))" -gt "$MANY_WORKERS" ]; then
		confirm "Have $(plural "$((WANTED_WORKERS + MORE))" worker)?"
	fi
}

# Both numbers of a Job have to change in one go (elastic indexed Jobs, Kubernetes 1.27).
scale_to() {
	local workload change reply
	workload=statefulset/$CLUSTER-$KIND_OF_WORKER change="{\"spec\":{\"replicas\":$1}}"
	if ends; then
		workload=job/$CLUSTER-$KIND_OF_WORKER change="{\"spec\":{\"completions\":$1,\"parallelism\":$1}}"
	fi
	reply=$(ask patch "$workload" --type merge --patch "$change" 2>&1) && return
	case $(reason_of "$reply") in
	immutable)
		die 1 "this Kubernetes cannot change the number of a cluster that ends by itself (1.27 and later can)" \
			"change it in the profile; then: $RUN delete, and $RUN create" ;;
	*) die_refused "the number of workers was not changed" "$reply" "see: $RUN status" ;;
	esac
}
