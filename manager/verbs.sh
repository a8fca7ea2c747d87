# ----------------------------------------------------------------- verbs ----

# A row a verb: name, what may follow it, what it does. do_NAME runs it, with _ for -.
verb_table() {
	cat <<END
create|[--timeout SECONDS]|create the cluster, or bring it up to date, and wait until it is ready
status|[--json]|show its pods and workers; the exit code tells whether it is ready
port-forward|[--port NAME=LOCAL]... [--background | --stop]|make its web pages reachable on this machine
submit|[--timeout SECONDS] ${SUBMIT_OPTIONS:+[-- OPTION...] }FILE [ARGUMENTS] | DIRECTORY PROGRAM [ARGUMENTS]|run a program on the cluster
run|[--timeout SECONDS] [--volumes] ${SUBMIT_OPTIONS:+[-- OPTION...] }FILE [ARGUMENTS] | DIRECTORY PROGRAM [ARGUMENTS]|create the cluster, run a program on it, and delete it again
smoke||prove that head and workers work together
logs|[head|worker [N]$(each_group '|' ' [N]')${NOTEBOOK:+|notebook}] [-f] [--previous] [--tail LINES]|show what a pod has written
shell|[head|worker [N]$(each_group '|' ' [N]')${NOTEBOOK:+|notebook}] [-- COMMAND...]|open a shell in a pod, or run a command there
cp|FROM TO|copy files into a pod or out of one
events||show what Kubernetes has noted about it
top||show how much of their cores and memory the pods take
scale|[worker$(each_group '|' '')] N [--timeout SECONDS]|change how many workers there are
doctor||look for what is wrong, and say what to do
delete|[--volumes] [--timeout SECONDS]|delete the cluster
help|[VERB]|describe a verb
END
}

# The first field is up to the first bar, the last from the last one on: what is between them may have bars itself.
is_verb() {
	verb_table | VERB=$1 awk -F '|' '$1 == ENVIRON["VERB"] { found = 1 } END { exit !found }'
}

# The verb that takes the fewest changed letters, if they are few.
nearest_verb() {
	verb_table | WORD=$1 awk -F '|' '
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
		{ d = index($1, word) == 1 ? 0 : distance(word, $1); if (d < best) { best = d; verb = $1 } }
		END { print verb }'
}

unknown_verb() {
	local near
	near=$(nearest_verb "$1")
	[ -z "$near" ] || near="; did you mean '$near'?"
	die 2 "there is no verb '$1'$near" "see: $RUN help"
}
