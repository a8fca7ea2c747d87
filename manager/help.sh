# ----------------------------------------------------------------- help ----

# What --help says of each verb, below a line with its name.
help_texts() {
	cat <<END
@create
Creates the cluster, or applies what has changed, and waits until every pod is
ready. Missing Secrets are made of random bytes. Objects that the profile no
longer has are shown and removed; claims for storage stay. The manifest
$MANIFEST has to lie beside this script. It asks first (--yes answers) if
something has to be removed or replaced, and if the cluster takes GPUs or more
than $MANY_WORKERS workers.

  --timeout SECONDS  give up waiting after this long (default: $TIMEOUT); what was
                     made stays, for you to look at
@status
Shows the pods, how many workers the $HEAD itself counts, and the
dashboards. The exit code is 0 if everything is ready, and 1 if it is not or not
created.

  --json  the same for programs, as docs/manager.md of clusterc describes it
@port-forward
Makes the cluster's web pages reachable under http://127.0.0.1 until you press
Ctrl-C. Broken forwards are made again; a local port that is taken is replaced.
A page's token is shown with its address: keep it to yourself. On a login host
it prints what to run on your own machine.

  --port NAME=LOCAL  use this local port for this page, and no other
  --background       go on in the background, and show the addresses
  --stop             end what runs in the background; nothing else is ever ended

The pages: $(list_pages)
@submit
Copies FILE to the $HEAD, runs it there and removes it again. Its output and
exit code are those of submit; what follows FILE goes to the program.

The program starts in a directory of its own, which is removed as well. If it
needs other files, name a DIRECTORY, and the PROGRAM in it. It gets standard
input if that is a file or a pipe. Ctrl-C ends it on the $HEAD too. If the connection
breaks, the program goes on, and submit comes back to it; only standard input is lost.

  --timeout SECONDS  look for the $HEAD for this long then (default: $TIMEOUT)$(options_help)
@run
Creates the cluster, runs FILE on it as submit does, and deletes the cluster
again, also if it does not start, the program fails, or you press Ctrl-C. A
cluster that is there already is not touched. Standard output and the exit code
are the program's.

  --timeout SECONDS  how long creating, and deleting, may take (default: $TIMEOUT)
  --volumes          delete the claims for storage, too, that this run has made
@smoke
Runs a small program on the cluster that succeeds only if $(plural "$WORKERS" "$WORKER") took part
in it, the way submit does. The last line says what the exit code, the
program's, means.
@logs
Shows what the $HEAD (head)${NOTEBOOK:+, the $NOTEBOOK (notebook)} or a $WORKER (worker N, counted from 0) has
written. A terminal gets no control characters; files and pipes get every byte.$(group_help)

  -f, --follow     go on showing what comes
  --previous       of the container before the last restart
  --tail LINES     only the last lines
@shell
Opens a shell on the $HEAD (head)${NOTEBOOK:+, on the $NOTEBOOK (notebook)} or on a $WORKER (worker N, counted from 0),
or runs COMMAND there and returns its exit code. Without a terminal, COMMAND
goes on in the pod if this script is killed: for programs use submit.$(group_help)
@cp
Copies a file or a directory into a pod or out of one: one of FROM and TO is
ROLE:PATH. Roles are head${NOTEBOOK:+, notebook} and worker:N, counted from 0.$(group_help)

  $RUN cp data.csv head:/tmp
  $RUN cp worker:1:/tmp/log.txt .

A path that does not begin with / is relative to where the pod's program
started. A file arrives whole or not at all. A directory is merged with one that
is there already, and needs tar, here and in the image. Links that lead out of
the copy, devices and set-id bits are left out. A file here whose name has a
colon is ./a:b.
@events
Shows what Kubernetes has noted in the last hour about the cluster's objects and
pods.
@top
Shows what each pod takes of its cores and memory now, as the cluster measures
it.
@scale
Changes how many workers there are, and waits until they are there, or gone.
Those with the highest numbers go first. The profile does not change: create
brings back its number. Programs that are running may not notice new workers.$(group_help)

  --timeout SECONDS  give up waiting after this long (default: $TIMEOUT)$(limit_help)
@doctor
Checks kubectl and the way to the API server, what you may do, room in the
namespace, the cluster's objects, pods and storage, and port-forward. It says
what is wrong and what to do, and changes nothing. The exit code is 1 if
something is wrong.
@delete
Deletes what create made, after asking, and waits until it is gone. Claims for
storage are kept. A port-forward in the background is ended as well.

  --timeout SECONDS  give up waiting after this long (default: $TIMEOUT)
  --volumes          delete the claims that create made, too, and all that is stored
                     there; the cluster's name has to be typed
END
}

# help [VERB]
help() {
	if [ -n "${1-}" ] && [ "$1" != help ]; then help_verb "$1"; else help_all; fi | clean
}

help_verb() {
	verb_table | VERB=$1 RUN=$RUN awk -F '|' '
		$1 == ENVIRON["VERB"] {
			words = $0
			sub(/^[^|]*\|/, "", words)
			sub(/\|[^|]*$/, "", words)
			print "usage: " ENVIRON["RUN"] " [OPTIONS] " $1 (words == "" ? "" : " ") words
		}'
	printf '\n'
	help_texts | VERB=$1 awk '/^@/ { wanted = $0 == "@" ENVIRON["VERB"]; next } wanted'
	printf '\n'
	help_options
}

help_all() {
	cat <<END
$ME manages one cluster: $CLUSTER, $TITLE.

usage: $RUN [OPTIONS] VERB ...

END
	verb_table | awk -F '|' '{ print "  " $1 "\t" $NF }' | columns
	printf '\n'
	help_options
	cat <<END

Exit codes: 0 good; 1 what was asked for failed; 2 wrong use; 3 kubectl or the
cluster cannot be reached. submit, run, smoke and shell return the program's own.
Generated by clusterc $CLUSTERC_VERSION.
END
}

help_options() {
	cat <<END
Options, before or after the verb:
  -n, --namespace NS  the namespace (default: the profile's, or the context's)
  --context NAME      the context of kubectl's configuration
  -y, --yes           do not ask
  -q, --quiet         no progress, only what was asked for and what is wrong
  -h, --help          this text; after a verb, that verb's
END
}

do_help() {
	take_words common_option "$@"
	shift "$TAKEN"
	[ $# -eq 0 ] || is_verb "$1" || unknown_verb "$1"
	help "${1-}"
}

# Of frameworks whose command takes options in front of the program.
options_help() {
	[ -n "$SUBMIT_OPTIONS" ] || return 0
	printf '\n\nAfter -- come options for the command on the %s that starts the program.\nIt knows these with values, and others without:\n%s' \
		"$HEAD" "$(put "$SUBMIT_OPTIONS" | tr ';' '\n' | sed 's/^ */  /')"
}

limit_help() {
	[ -z "$SITE_LIMITS" ] || printf '\n\nThe site %s allows, of all pods together:%s\n' "$SITE" \
		" $(printf '%s\n' "$SITE_LIMITS" | paste -s -d , - | sed 's/,/, /g')"
}

# For clusters with more than one kind of workers.
group_help() {
	local groups
	groups=$(each_group ' ' ,)
	[ -z "$groups" ] || printf '\n%s' "Groups of workers, each counted from 0 as well:${groups%,}"
}

list_pages() {
	printf '%s\n' "$WEB_PORTS" | awk '
		NF { list = list (list == "" ? "" : ", ") $1 " (" $3 ")" }
		END { print list == "" ? "none" : list }'
}
