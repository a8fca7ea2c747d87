# -------------------------------------------------------------- kubectl ----

# For subshells and background processes, whose own process kubectl becomes.
become_kubectl() {
	exec kubectl ${CONTEXT:+"--context=$CONTEXT"} ${NAMESPACE:+"--namespace=$NAMESPACE"} "$@"
}

kube() { (become_kubectl "$@"); }

# A question whose answer is wanted soon or not at all.
ask() { within 30 "$@" --request-timeout=20s; }

# within SECONDS WORDS...: kubectl, its answer and its code. It is ended if it takes longer, or says more than 8 MiB.
within() {
	local asked_code
	{
		asked_code=$({
			{
				(become_guarded "$@") 3>&- 4>&-
				echo $? >&3
			} | head -c 8388608 >&4 3>&-
		} 3>&1)
	} 4>&1
	case $asked_code in
	137 | 143) echo "kubectl does not answer within $1 s" >&2 ;;
	141) echo 'the answer is longer than 8 MiB' >&2 ;;
	esac
	return "${asked_code:-1}"
}

# All processes that `ancestor` has started, and those that they have, of lines with a process and its parent.
DESCENDANTS='{ parent[$1] = $2 }
END {
	for (pid in parent) {
		up = parent[pid]
		while (up != ancestor && up in parent) up = parent[up]
		if (up == ancestor) print pid
	}
}'

# Run with a number of seconds, a process and DESCENDANTS: ends with the process, or ends it when its time is over, and what
# it started, too: a plugin for logging in would keep the pipe open.
GUARD='trap "" TERM
patience=$1
while [ "$patience" -gt 0 ]; do
	sleep 1
	kill -0 "$2" || exit 0
	patience=$((patience - 1))
done
for pid in $(ps -A -o pid= -o ppid= | awk -v ancestor="$2" "$3") "$2"; do kill "$pid"; done
sleep 1
kill -KILL "$2"'

# In a subshell, which is kubectl then: in the background Ctrl-C would not reach it. The guard is a program of its own: a
# subshell of mksh keeps copies of what was open, and who reads the answer would wait for the guard.
become_guarded() {
	local patience self
	patience=$1
	# No shell says its subshell's number itself.
	if [ -r /proc/self/stat ]; then read -r self _ </proc/self/stat; else self=$(exec sh -c 'echo "$PPID"'); fi
	shift
	sh -c "$GUARD" guard "$patience" "$self" "$DESCENDANTS" >/dev/null 2>&1 </dev/null &
	become_kubectl "$@"
}

# What every verb that talks to the cluster does first.
need_cluster() {
	local reply
	[ -z "$REACHED" ] || return 0
	need_kubectl
	reply=$(ask get pods --selector "$SELECTOR" -o name 2>&1) || refused "$reply"
	REACHED=yes
}

need_kubectl() {
	[ -z "$PLACED" ] || return 0
	command -v kubectl >/dev/null 2>&1 ||
		die 3 "kubectl is not on the PATH" "install it: https://kubernetes.io/docs/tasks/tools/"
	find_namespace
	case $NAMESPACE in
	-* | *[!a-z0-9-]*) die 2 "'$NAMESPACE' is not a name of a namespace" "name yours with -n NAMESPACE" ;;
	esac
	# From here on what to type next has the options that choose the place.
	[ -z "$CONTEXT" ] || RUN="$RUN --context $(quoted "$CONTEXT")"
	[ "$NAMESPACE" = "$FIXED_NAMESPACE" ] || RUN="$RUN -n $(quoted "$NAMESPACE")"
	PLACED=yes
}

# Without one in the profile or on the command line: what the context says, or
# inside a pod what its service account says.
find_namespace() {
	local account
	if [ -n "$FIXED_NAMESPACE" ] && [ "$NAMESPACE" != "$FIXED_NAMESPACE" ]; then
		usage "this cluster belongs into namespace $FIXED_NAMESPACE, as its profile says, not into $NAMESPACE"
	fi
	[ -z "$NAMESPACE" ] || return 0
	account=/var/run/secrets/kubernetes.io/serviceaccount/namespace
	if NAMESPACE=$(within 30 config view --minify -o 'jsonpath={.contexts[0].context.namespace}' 2>/dev/null); then
		:
	elif [ -r "$account" ]; then
		NAMESPACE=$(cat "$account")
	fi
	NAMESPACE=${NAMESPACE:-default}
	# A namespace that nobody named need not be named in what to type next.
	FIXED_NAMESPACE=$NAMESPACE
}

# What kubectl says last is what went wrong.
last_line() { put "$1" | awk 'NF { line = $0 } END { print line }'; }

# reason_of REPLY: the one word for why kubectl or the API server refused. Nothing else reads their prose; tests/manager/replies
# has it as kubectl 1.25 and 1.34 say it.
reason_of() {
	case $1 in
	*'exceeded quota'*) echo quota ;;
	*'violates PodSecurity'*) echo pod-security ;;
	*' per Container is '* | *' per Pod is '*) echo limit-range ;;
	*'(Unauthorized)'* | *'You must be logged in'* | *'for the client to provide credentials'*) echo unauthorized ;;
	*'could not find the requested resource'* | *"the server doesn't have a resource type"* | *'no matches for kind'*) echo no-kind ;;
	*'namespaces "'*'" not found'*) echo no-namespace ;;
	*': Too long: '* | *'(RequestEntityTooLarge)'*) echo too-long ;;
	*'field is immutable'* | *'updates to statefulset spec'* | *'may not change once set'*) echo immutable ;;
	*'(AlreadyExists)'* | *' already exists'*) echo exists ;;
	*'(Conflict)'* | *'Apply failed with '*' conflict'*) echo conflict ;;
	*'(Forbidden)'* | *' is forbidden: '*) echo forbidden ;;
	*'(NotFound)'*) echo not-found ;;
	*' in a completed pod'*) echo ended ;;
	*'(ServiceUnavailable)'* | *'(TooManyRequests)'* | *'(InternalError)'*) echo unavailable ;;
	*' is invalid: '* | *'(BadRequest)'* | *'(Invalid)'*) echo invalid ;;
	*'localhost:8080'* | *'error: context "'*'" does not exist'* | *'no configuration has been provided'*) echo no-config ;;
	*'connect to the server'* | *'connection to the server'* | *'does not answer within'*) echo no-server ;;
	*) echo other ;;
	esac
}

# refused REPLY: says why kubectl got no answer.
refused() {
	local last
	last=$(last_line "$1")
	case $(reason_of "$1") in
	forbidden) die 1 "$(refused_words "$1")" "choose your own namespace with -n, or ask its owner for the role 'edit'" ;;
	unauthorized) die 3 "the cluster does not know you: $last" "log in again, the way your site describes it" ;;
	no-config)
		[ -z "$CONTEXT" ] || die 3 "kubectl has no context '$CONTEXT'" "see: kubectl config get-contexts"
		die 3 "kubectl knows of no cluster: $last" "log in the way your site describes it, or set KUBECONFIG to the file you were given" ;;
	*)
		die 3 "the cluster cannot be reached: $last" \
			"check the context with 'kubectl config get-contexts', and that 'kubectl get pods' works" ;;
	esac
}

# refused_words REPLY: what may not be done, each verb and resource once, out of what the API server says of it.
refused_words() {
	local words
	words=$(put "$1" | sed -n \
		-e 's/.* cannot \([a-z]*\) resource "\([^"]*\)" in API group "\([^"]*\)"\(.*\)/\1 \2 (\3)\4/' \
		-e 's/ ()//' -e 's/ in the namespace "\([^"]*\)".*/ in namespace \1/p' -e 's/ at the cluster scope.*/ in the whole cluster/p' |
		sort -u | awk '{ print (NR > 1 ? "; " : "you may not ") $0 }' | tr -d '\n')
	printf '%s\n' "${words:-$(last_line "$1")}"
}
