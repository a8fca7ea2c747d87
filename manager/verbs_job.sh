# ------------------------------------------------- the verbs of a job ----

job_verb_texts() {
	start_texts
	[ -n "$SCHEDULE" ] || run_text
	job_texts
	[ -z "$SCHEDULE" ] || schedule_texts
}

start_texts() {
	cat <<END
@create [--timeout SECONDS]
$(if [ -n "$SCHEDULE" ]; then echo 'set up the schedule, or bring it up to date'; else echo 'start the job, and return at once'; fi)
$(create_help)
Missing Secrets are made of random bytes. The manifest $MANIFEST has to lie beside
this script. It asks first (--yes answers) if something has to be removed, and if
the job takes GPUs or more than $MANY_WORKERS workers.

  --timeout SECONDS  give up waiting for what is being removed after this long
                     (default: $TIMEOUT)
END
}

create_help() {
	if [ -n "$SCHEDULE" ]; then
		cat <<END
Makes the schedule ($SCHEDULE, $TIME_ZONE), or applies what has changed. A run
that is going on is not touched.
END
	else
		cat <<END
Starts $PROGRAM_OF_JOB and returns without waiting. If the job is running already,
nothing is done. If it is there from an earlier run, create says how that ended,
asks, removes that run and starts again; claims for storage and Secrets stay.
END
	fi
}

run_text() {
	cat <<END
@run [--timeout SECONDS]
start the job, show what its program writes, and delete it at the end
Starts $PROGRAM_OF_JOB as create does, or follows it if it is running already,
waits until it has ended, and deletes everything but claims for storage. Standard
output is the program's. So is the exit code (124: startTimeout; 1: the job failed
otherwise, and the last lines say how).

If the connection breaks, it is made again. Ctrl-C ends this script, and not the
job: run follows it again.

  --timeout SECONDS  give up if the cluster has not answered, or not deleted
                     everything, for this long (default: $TIMEOUT)
END
}

job_texts() {
	cat <<END
@wait [--timeout SECONDS]
wait until the $(if [ -n "$SCHEDULE" ]; then echo 'run that is going on'; else echo 'job'; fi) has ended
Waits for the end, and says how it was. The exit code is the program's (124:
startTimeout; 1: it failed otherwise, or has not ended in time).

  --timeout SECONDS  wait no longer than this (default: until it has ended)
@status [--json]
show how it is: waiting, starting, running, succeeded or failed
Shows the pods, how far the job is$([ -z "$SCHEDULE" ] || echo ', when it runs next, how the last runs ended'),
and why it waits or has failed. The exit code is 0 while it is on its way and once it
has succeeded, and 1 if it has failed or is not there.

  --json  the same for programs, as docs/manager.md of clusterc describes it
@result [DIRECTORY]
copy what every pod has written to this machine
Copies the directory on the claim that job.logs in the profile names into DIRECTORY
(default: $CLUSTER-result): what every pod has written, of all runs, and what the
program has left there. It is read from the pod that leads if that runs, and else
from a small pod, $CLUSTER-reader, which is made for this and removed again.
END
}

schedule_texts() {
	cat <<END
@suspend
start nothing new until resume
Suspends the schedule. A run that is going on goes on.
@resume
go on with the schedule
Undoes suspend. If a run was missed meanwhile, the last of those starts at once.
END
}

# inapplicable VERB: ends the script if that is a verb of clusters and not of this job, or the other way: why, and what to use.
inapplicable() {
	local job
	job='this is a job'
	case $JOB:$SCHEDULE:$1 in
	:*:wait) die 2 "this is a cluster, which does not end with a program" "what a program returns: $RUN submit; whether the cluster is ready: $RUN status" ;;
	:*:result) die 2 "this is a cluster: what its pods write stays with them" "see: $RUN logs; or copy files: $RUN cp" ;;
	:*:suspend | :*:resume) die 2 "this is a cluster, which runs on no schedule" "remove it: $RUN delete; make it again: $RUN create" ;;
	?*:?*:run | ?*:?*:submit)
		die 2 "$job on a schedule: it starts by itself" "set it up: $RUN create; wait for the run that is going on: $RUN wait" ;;
	?*::submit) die 2 "$job: it runs $PROGRAM_OF_JOB and no other program" "start it and follow it: $RUN run" ;;
	?*:*:smoke) die 2 "$job: its program shows whether it works" "see: $RUN status" ;;
	?*:*:scale) die 2 "$job: the number of its workers stays as it is" "change worker.count in the profile and generate again" ;;
	?*::suspend | ?*::resume) die 2 "$job without a schedule" "end it: $RUN delete; for a schedule: job: {schedule: ...} in the profile" ;;
	*) return 1 ;;
	esac
}
