# ----------------------------------------------------------------- verbs ----

# What is said of each verb: a line with its name and what may follow it, a line for the list, and then what --help says.
# do_NAME runs it, with _ for -.
verb_texts() {
	if is_job; then job_verb_texts; else cluster_verb_texts; fi
	forward_text
	is_job || program_texts
	pod_texts
	is_job || scale_text
	end_texts
}

cluster_verb_texts() {
	cat <<END
@create [--timeout SECONDS]${QUEUE:+ [--queue-timeout SECONDS]}
create the cluster, or bring it up to date, and wait until it is ready
Creates the cluster, or applies what has changed, and waits until every pod is
ready. Missing Secrets are made of random bytes. Objects that the profile no
longer has are shown and removed; claims for storage stay. The manifest
$MANIFEST has to lie beside this script. It asks first (--yes answers) if
something has to be removed or replaced, and if the cluster takes GPUs or more
than $MANY_WORKERS workers.

  --timeout SECONDS  give up waiting after this long (default: $TIMEOUT); what was
                     made stays, for you to look at$(queue_help)
@status [--json]
show its pods and workers; the exit code tells whether it is ready
Shows the pods, how many workers the $HEAD itself counts, and the
dashboards. The exit code is 0 if everything is ready, and 1 if it is not, or if
there is no cluster.

  --json  the same for programs, as docs/manager.md of clusterc describes it
END
}

forward_text() {
	cat <<END
@port-forward [--port NAME=LOCAL]... [--background | --stop]
make its web pages reachable on this machine
Makes the cluster's web pages reachable under http://127.0.0.1 until you press
Ctrl-C. Broken forwards are made again; a local port that is taken is replaced.
A page's token is shown with its address: keep it to yourself. On a login host
it prints what to run on your own machine.

  --port NAME=LOCAL  use this local port for this page, and no other; NAME may also be
                     another port of the $HEAD, by its name or its number
  --background       go on in the background, and show the addresses
  --stop             end what runs in the background; nothing else is ever ended

The pages: $(list_ports "$WEB_PORTS")$(ports_help)
END
}

program_texts() {
	cat <<END
@submit [--timeout SECONDS] ${SUBMIT_OPTIONS:+[-- OPTION...] }$(program_words)
run a program on the cluster
Copies FILE to the $HEAD, runs it there and removes it again. Its output and
exit code are those of submit; what follows FILE goes to the program.

The program starts in a directory of its own, which is removed as well. It gets standard
input if that is a file or a pipe. Ctrl-C ends it on the $HEAD too. If the connection
breaks, the program goes on, and submit comes back to it; only standard input is lost.

$(directory_help)

  --timeout SECONDS  look for the $HEAD for this long after the connection broke
                     (default: $TIMEOUT)$(options_help)
@run [--timeout SECONDS]${QUEUE:+ [--queue-timeout SECONDS]} [--volumes] ${SUBMIT_OPTIONS:+[-- OPTION...] }$(program_words)
create the cluster, run a program on it, and delete it again
Creates the cluster, runs FILE on it as submit does, and deletes the cluster
again, also if it does not start, the program fails, or you press Ctrl-C. A
cluster that is there already is not touched. Standard output and the exit code
are the program's.

  --timeout SECONDS  how long creating, and deleting, may take (default: $TIMEOUT)$(queue_help)
  --volumes          delete the claims for storage, too, that this run has made
@smoke
prove that head and workers work together
Runs a small program on the cluster, the way submit does. It succeeds only if
$(plural "$WORKERS" "$WORKER") took part in it. The exit code is the program's, and the last line
says what it means.
END
}

pod_texts() {
	cat <<END
@logs [head|worker [N]$(each_group '|' ' [N]')${NOTEBOOK:+|notebook}] [-f] [--previous] [--tail LINES] [--timeout SECONDS]
show what a pod has written
Shows what the $HEAD (head)${NOTEBOOK:+, the $NOTEBOOK (notebook)} or a $WORKER (worker N, counted from 0) has
written: without a role the $HEAD, and without N worker 0. A terminal gets no control characters; files and pipes get every byte.$(group_help)

  -f, --follow       go on showing what comes, also after a restart, or from the pod
                     that replaces this one; it says so, and when the log has ended
  -p, --previous     of the container before the last restart
  --tail LINES       only the last lines
  --timeout SECONDS  look for what comes next for this long (default: $TIMEOUT)
@shell [head|worker [N]$(each_group '|' ' [N]')${NOTEBOOK:+|notebook}] [-- COMMAND...]
open a shell in a pod, or run a command there
Opens a shell on the $HEAD (head)${NOTEBOOK:+, on the $NOTEBOOK (notebook)} or on a $WORKER (worker N, counted from 0),
or runs COMMAND there and returns its exit code: without a role on the $HEAD, and
without N on worker 0. Without a terminal, COMMAND
goes on in the pod if this script is killed: for programs use submit.$(group_help)
@cp FROM TO
copy files into a pod or out of one
Copies a file or a directory into a pod or out of one: one of FROM and TO is
ROLE:PATH. Roles are head${NOTEBOOK:+, notebook} and worker:N, counted from 0.$(group_help)

  $RUN cp data.csv head:/tmp
  $RUN cp worker:0:/tmp/log.txt .

A path that does not begin with / is relative to where the pod's program
started. A file arrives whole or not at all. A directory is merged with one that
is there already, and needs tar, here and in the image. Links that lead out of
the copy, devices and set-id bits are left out. A file here whose name has a
colon is ./a:b.
@events
show what Kubernetes has noted about it
Shows what Kubernetes has noted in the last hour about the cluster's objects and
pods.
@top
show how much of their cores and memory the pods take
Shows what each pod takes of its cores and memory now, as the cluster measures
it.
END
}

scale_text() {
	cat <<END
@scale [worker$(each_group '|' '')] N [--timeout SECONDS]
change how many workers there are
Changes how many workers there are, and waits until they are there, or gone.
Those with the highest numbers go first. The profile does not change: create
brings back its number. Programs that are running may not notice new workers.$(group_help)

  --timeout SECONDS  give up waiting after this long (default: $TIMEOUT)$(limit_help)
END
}

end_texts() {
	cat <<END
@doctor
look for what is wrong, and say what to do
Checks kubectl and the way to the API server, what you may do, room in the
namespace, the cluster's objects, pods and storage, and port-forward. It says
what is wrong and what to do, and changes nothing. The exit code is 1 if
something is wrong.
@delete [--volumes] [--timeout SECONDS]
delete the $(if is_job; then echo job; else echo cluster; fi)
Deletes what create made, after asking, and waits until it is gone. Claims for
storage are kept. A port-forward in the background is ended as well.

  --timeout SECONDS  give up waiting after this long (default: $TIMEOUT)
  --volumes          delete the claims that create made, too, and all that is stored
                     there; the cluster's name has to be typed
@help [VERB]
describe a verb
END
}

is_verb() {
	case $1 in *[!a-z-]*) return 1 ;; esac
	case $NEWLINE$(verb_texts) in *"$NEWLINE@$1 "* | *"$NEWLINE@$1$NEWLINE"*) ;; *) return 1 ;; esac
}

# The verb that takes the fewest changed letters, if they are few.
nearest_verb() {
	verb_texts | WORD=$1 awk '
		function least(a, b) { return a < b ? a : b }
		function distance(a, b, i, j, row, old, keep) {
			for (j = 0; j <= length(b); j++) row[j] = j
			for (i = 1; i <= length(a); i++) {
				old = row[0]
				row[0] = i
				for (j = 1; j <= length(b); j++) {
					keep = row[j]
					row[j] = least(least(row[j], row[j - 1]) + 1, old + (substr(a, i, 1) != substr(b, j, 1)))
					old = keep
				}
			}
			return row[length(b)]
		}
		BEGIN { best = 3; word = substr(ENVIRON["WORD"], 1, 40) }
		/^@/ {
			verb = substr($1, 2)
			d = index(verb, word) == 1 ? 0 : distance(word, verb)
			if (d < best) { best = d; nearest = verb }
		}
		END { print nearest }'
}

unknown_verb() {
	local near
	near=$(nearest_verb "$1")
	[ -z "$near" ] || near="; did you mean '$near'?"
	die 2 "there is no verb '$1'$near" "see: $RUN help"
}
