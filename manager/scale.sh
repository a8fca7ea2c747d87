# ---------------------------------------------------------------- scale ----

help_scale() {
	cat <<END
Changes how many workers there are, and waits until they are there, or gone. Those
that stay notice nothing; the ones with the highest numbers go first.$(group_help)

  --timeout SECONDS  give up waiting after this long (default: $TIMEOUT)

The profile does not change: create brings back its number. A program that was told
how many workers there are when it began is not told anew.$(limit_help)
END
}

limit_help() {
	[ -z "$SITE_LIMITS" ] || printf '\n\nThe site %s allows, of all pods together:%s\n' "$SITE" \
		" $(printf '%s\n' "$SITE_LIMITS" | paste -s -d , - | sed 's/,/, /g')"
}

do_scale() {
	kind_of_worker='' count=
	while [ $# -gt 0 ]; do
		case $1 in
		-*) waiting_option "$@" ;;
		*) scale_word "$1" ;;
		esac
		[ "$TOOK" -gt 0 ] || usage "scale does not take '$1'"
		shift "$TOOK"
	done
	[ -n "$count" ] || usage "scale needs the number of workers"
	kind_of_worker=${kind_of_worker:-worker}
	if ends && [ "$count" -eq 0 ]; then
		die 2 "a cluster that ends by itself cannot have 0 workers and get some again" "scale to 1, or: $RUN delete"
	fi
	need_cluster
	look || die 3 "the cluster does not answer" "try again: $RUN scale"
	[ -n "$LOOK" ] || not_created
	judge_all
	before=$(sizes_now | KIND=$kind_of_worker awk '$1 == ENVIRON["KIND"] { print $2 }')
	need_within_limits
	confirm_scale
	scale_to "$count"
	EXACT=yes
	note "waiting for $(plural "$count" "$(role_word "$kind_of_worker")"), at most $TIMEOUT s"
	wait_until_ready
	[ -n "$QUIET" ] || good "$CLUSTER has $(plural "$count" "$(role_word "$kind_of_worker")") now"
}

# A kind of workers, then how many.
scale_word() {
	TOOK=1
	case $1 in
	*[!0-9]* | '')
		if [ -n "$kind_of_worker$count" ] || ! role_named "$1" || ! is_counted "$ROLE"; then
			usage "'$1' is not a number of workers"
		fi
		kind_of_worker=$ROLE
		;;
	??????*) usage "'$1' is too many" ;;
	*)
		[ -z "$count" ] || usage "scale does not take '$1' here"
		count=$(($(printf '%s\n' "$1" | sed 's/^0*\(.\)/\1/')))
		;;
	esac
}

# The site's limits hold for what is scaled as for what is compiled; a quota, too.
need_within_limits() {
	beyond=$(sizes_now | KIND=$kind_of_worker COUNT=$count awk '$1 == ENVIRON["KIND"] { $2 = ENVIRON["COUNT"] } { print }' | beyond_limits)
	[ -z "$beyond" ] || [ "$count" -le "$before" ] ||
		die 1 "the site $SITE does not allow that: $(printf '%s\n' "$beyond" | paste -s -d ';' -)" "choose a smaller number"
	added=$(sizes_now | KIND=$kind_of_worker MORE=$((count - before)) awk '$1 == ENVIRON["KIND"] && ENVIRON["MORE"] > 0 { $2 = ENVIRON["MORE"]; print }')
	[ -n "$added" ] || return 0
	lacks=$(quota_lacks "$added")
	[ -z "$lacks" ] || {
		printf '%s\n' "$lacks" | sed 's/^/  /' | clean >&2
		die 1 "the namespace $NAMESPACE has no room for $(plural "$((count - before))" "more worker")" "choose a smaller number, or ask for a larger quota"
	}
}

confirm_scale() {
	each=$(printf '%s\n' "$POD_QUOTA" | KIND=$kind_of_worker awk '$1 == ENVIRON["KIND"] { print $3 }')
	more=$((count - before))
	if [ "$more" -gt 0 ] && [ "$each" -gt 0 ]; then
		confirm "Take $(plural "$((more * each))" "more GPU") from everybody else, $(how_long)?"
	elif [ "$more" -gt 0 ] && [ "$((WANTED_WORKERS + more))" -gt "$MANY_WORKERS" ]; then
		confirm "Have $(plural "$((WANTED_WORKERS + more))" worker)?"
	fi
}

# Both numbers of a Job have to change in one go (elastic indexed Jobs, Kubernetes 1.27).
scale_to() {
	workload=statefulset/$CLUSTER-$kind_of_worker change="{\"spec\":{\"replicas\":$1}}"
	if ends; then
		workload=job/$CLUSTER-$kind_of_worker change="{\"spec\":{\"completions\":$1,\"parallelism\":$1}}"
	fi
	reply=$(ask patch "$workload" --type merge --patch "$change" 2>&1) && return
	case $(reason_of "$reply") in
	not-found) die 1 "there is no $workload" "see: $RUN status" ;;
	immutable)
		die 1 "this Kubernetes cannot change the number of a cluster that ends by itself (1.27 and later can)" \
			"change it in the profile; then: $RUN delete, and $RUN create" ;;
	*) die 1 "the number of workers was not changed: $(refused_words "$reply")" "ask the owner of namespace $NAMESPACE for the role 'edit'" ;;
	esac
}
