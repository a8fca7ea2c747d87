# What the kinds have in common whose clusters end when they have had no work for a while.
# Their run sets WORKERS, IDLE (the profile's idle, in seconds) and LAST_WORDS (what the
# head says when it ends by itself), and has a program long.py beside it, which takes as
# many seconds as its argument says.
# shellcheck shell=sh

created() {
	exits 1 manager status
	manager create
}

ready() {
	members_are "$WORKERS"
}

# One task, of whose progress nothing is seen.
stays_while_it_works() {
	begun=$(date +%s)
	manager submit "$HERE/long.py" $((IDLE + 20)) >"$WORK/long" 2>"$WORK/long-errors" || {
		tail -n 20 "$WORK/long" "$WORK/long-errors"
		return 1
	}
	date +%s >"$WORK/worked"
	shows "slept $((IDLE + 20)) s on $CLUSTER-worker-" "$WORK/long"
	counts_all "$WORKERS"
	echo "the job took $(($(date +%s) - begun)) s, the cluster may be idle for $IDLE s" >>"$WORK/times"
}

head_pod() {
	kubectl -n "$NS" get pod -l "$(ours),app.kubernetes.io/component=head" --field-selector status.phase=Running \
		-o name | grep .
}

since_the_work() {
	echo $(($(date +%s) - $(cat "$WORK/worked")))
}

# Nobody does anything: only the log is read while the head is there.
gone_by_itself() {
	kubectl -n "$NS" logs -f "job/$CLUSTER-head" >"$WORK/head-log" 2>&1 &
	while [ "$(since_the_work)" -lt $((IDLE - 10)) ]; do
		head_pod
		sleep 1
	done
	within 60 not head_pod
	echo "the head ended $(since_the_work) s after the job" >>"$WORK/times"
	[ "$(since_the_work)" -ge $((IDLE - 5)) ]
	within 120 nothing_left
	echo "nothing was left $(since_the_work) s after the job" >>"$WORK/times"
	wait
	tail -n 5 "$WORK/head-log"
	shows "$LAST_WORDS" "$WORK/head-log"
	exits 1 manager status
}

created_again() {
	manager create
	members_are "$WORKERS"
}

# workers_now: the pods that are there to stay, a line each.
workers_now() {
	kubectl -n "$NS" get pod -l "$(ours),app.kubernetes.io/component=worker" -o \
		'go-template={{range .items}}{{if not .metadata.deletionTimestamp}}{{.metadata.name}} {{.status.phase}}{{"\n"}}{{end}}{{end}}' |
		sed -n -e 's/ Running$//p' -e 's/ Pending$//p'
}

another_worker_is_there() {
	workers_now >"$WORK/workers" && [ "$(wc -l <"$WORK/workers")" -eq "$WORKERS" ] &&
		not grep -x "$(cat "$WORK/former-worker")" "$WORK/workers"
}

# A worker that was asked to go may end well: its Job must not take it for done.
worker_is_replaced() {
	workers_now | head -n 1 >"$WORK/former-worker"
	kubectl -n "$NS" delete pod "$(cat "$WORK/former-worker")" --wait=false
	within 40 another_worker_is_there || {
		kubectl -n "$NS" get job "$CLUSTER-worker" -o 'jsonpath={.status}'
		return 1
	}
}

deleted() {
	manager --yes delete
	within 90 nothing_left
	exits 1 manager status
}

run_steps() {
	must 'generate: the manifest and its manager' generate
	must 'the API server accepts the manifest strictly, and warns of nothing' strict
	must 'create' created
	must "status: ready, and the head counts $WORKERS workers" ready
	step "a job takes $((IDLE + 20)) s: the cluster is still there" stays_while_it_works
	[ -e "$WORK/worked" ] || date +%s >"$WORK/worked"
	step "nobody does anything: $IDLE s later nothing is left" gone_by_itself
	[ ! -e "$WORK/times" ] || sed 's/^/         | /' "$WORK/times"
	must 'create works again' created_again
	step 'a worker that is deleted is replaced' worker_is_replaced
	step 'delete: nothing is left' deleted
}
