# ----------------------------------------------------------------- pods ----

# A row for each pod (P) and for each object that makes pods (W), each field quoted, so that it
# stays one. In the place of a revision, a Job that waits in a queue has 'suspended'. An init container that runs is what a
# pod waits for, as Init-NAME, and the same stands for its end if it failed. The field after a pod's role is its controller; a
# Job that a CronJob controls has one field more.
LOOK_TEMPLATE='{{range .items}}{{if eq .kind "Pod" -}}
{{- $role := or (index .metadata.labels "app.kubernetes.io/component") "-" -}}
{{- $owner := "-"}}{{range .metadata.ownerReferences}}{{if .controller}}{{$owner = printf "%s/%s/%s" .kind .name .uid}}{{end}}{{end -}}
{{- $ready := "False"}}{{$why := "-"}}{{$room := ""}}{{$image := "-" -}}
{{- $restarts := 0}}{{$state := "-"}}{{$began := ""}}{{$wait := "-"}}{{$last := "-"}}{{$code := "-"}}{{$waiting := ""}}{{$ended := "" -}}
{{- range .status.conditions -}}
	{{- if eq .type "Ready"}}{{$ready = .status}}{{end -}}
	{{- if and (eq .type "PodScheduled") (ne .status "True")}}{{$why = or .reason "-"}}{{$room = or .message ""}}{{end -}}
	{{- if and (eq .type "DisruptionTarget") (eq .status "True")}}{{$why = "Evicted"}}{{end -}}
{{- end -}}
{{- range .spec.containers}}{{if eq .name $role}}{{$image = .image}}{{end}}{{end -}}
{{- range .status.initContainerStatuses -}}
	{{- if not .ready}}{{$init := printf "Init-%s" .name}}{{if .restartCount}}{{$restarts = .restartCount}}{{end -}}
	{{- with .state.waiting}}{{$state = "waiting"}}{{$wait = or .reason "-"}}{{$waiting = or .message ""}}{{end -}}
	{{- with .lastState.terminated}}{{$last = or (and (eq .reason "Error") $init) .reason "-"}}{{$code = .exitCode}}{{$ended = or .message ""}}{{end -}}
	{{- with .state.terminated}}{{if .exitCode}}{{$state = "ended"}}{{$last = or (and (eq .reason "Error") $init) .reason "-"}}{{$code = .exitCode}}{{$ended = or .message ""}}{{end}}{{end -}}
	{{- if .state.running}}{{$state = "waiting"}}{{$wait = $init}}{{end}}{{end -}}
{{- end -}}
{{- range .status.containerStatuses}}{{if eq .name $role -}}
	{{- if .restartCount}}{{$restarts = .restartCount}}{{end -}}
	{{- with .lastState.terminated}}{{$last = or .reason "-"}}{{$code = .exitCode}}{{$ended = or .message ""}}{{end -}}
	{{- with .state.terminated}}{{$state = "ended"}}{{$last = or .reason "-"}}{{$code = .exitCode}}{{$ended = or .message ""}}{{end -}}
	{{- if .state.running}}{{$state = or (and .started "running") "starting"}}{{$began = .state.running.startedAt}}{{end -}}
	{{- with .state.waiting}}{{if not (and (ne $state "-") (eq .reason "PodInitializing"))}}{{$state = "waiting"}}{{$wait = or .reason "-"}}{{$waiting = or .message ""}}{{end}}{{end -}}
{{- end}}{{end -}}
{{printf "P\t%q\t%q\t%q\t%q\t%q\t%q\t" .metadata.name .metadata.uid $role $owner (index .metadata.labels "controller-revision-hash") .status.phase -}}
{{printf "%q\t%q\t%q\t%q\t%q\t%q\t%q\t" (or (and .metadata.deletionTimestamp "yes") "-") $ready (print $restarts) $state $wait $last (print $code) -}}
{{printf "%q\t%q\t%q\t%q\t%q\t%q\t%q\t%q\n" .spec.nodeName .metadata.creationTimestamp $began $image $why $room $waiting $ended -}}
{{else -}}
{{$count := .spec.replicas}}{{if eq .kind "Job"}}{{$count = .spec.completions}}{{end -}}
{{printf "W\t%q\t%q\t%q\t%q\t%q\t" .metadata.name .metadata.uid (print .metadata.generation) (print .status.observedGeneration) (or .status.updateRevision (and (eq .kind "Job") .spec.suspend "suspended")) -}}
{{printf "%q\t%q\t%q" .status.startTime .kind (print $count) -}}
{{range .metadata.ownerReferences}}{{if and .controller (eq .kind "CronJob")}}{{printf "\t%q" (printf "%s/%s/%s" .kind .name .uid)}}{{end}}{{end}}{{"\n" -}}
{{end}}{{end}}'

# Asks the cluster once: LOOK is what it says about pods and their makers.
look() {
	local answer
	answer=$(ask get "pods,$WORKLOAD_KINDS" --selector "$SELECTOR" -o "go-template=$LOOK_TEMPLATE" 2>/dev/null) || return 1
	LOOK=$(put "$answer" | checked '=W name name number number? name? time? name number?' \
		'=W name name number number? name? time? name number? key' \
		'=P name name name key name? name? name? name? number name? name? name? number? name? time? time? text? name? text? text? text?' | ours)
}

need_look() {
	need_cluster
	look || die 3 "the cluster does not answer" "try again: $RUN $VERB"
}

# Those of these rows that are ours: labels anybody may set. A workload is ours if create makes one of its kind and name,
# a pod if such a one controls it, and would call it so: CLUSTER-ROLE-PLACE, and in a Job five letters behind that. One that is
# being removed may be of an earlier such workload: it has the name still. The kind in the row becomes the role then, and a
# pod's owner its place. Of a schedule, the Jobs that its CronJob controls are ours, CLUSTER-job-MINUTES, and the pods of the last.
# Pods of a job that is one Job get the role and the number that they have by their index.
ours() {
	OBJECTS=$OBJECTS CLUSTER=$CLUSTER ONE=$ONE LEADS=$LEADS awk -F '\t' "$MAP_FUNCTION"'
		function own(former, name) { role[former] = role[former "/" $3] = name }
		function seat(place) {
			if (ENVIRON["ONE"] == "") return
			$4 = place + 0 || ENVIRON["LEADS"] == "worker" ? "worker" : "head"
			$5 = place + 0 && ENVIRON["LEADS"] != "worker" ? place - 1 : place
		}
		function place_of(name, kind, base) {
			if (kind == "Job" && !sub(/-[a-z0-9][a-z0-9][a-z0-9][a-z0-9][a-z0-9]$/, "", name)) return ""
			if (!match(name, /-(0|[1-9][0-9]*)$/) || RLENGTH > 10) return ""
			# Kubernetes cuts what it makes a Job'"'"'s names of at 58.
			if (kind == "Job") base = substr(base, 1, 57 - RLENGTH)
			return substr(name, 1, RSTART - 1) == base ? substr(name, RSTART + 1) : ""
		}
		BEGIN { OFS = "\t"; map_of(ENVIRON["OBJECTS"], made) }
		$1 == "W" && NF == 10 { run[++runs] = $0; next }
		$1 == "W" && (tolower($8) "/" $2) in made {
			own($8 "/" $2, substr($2, length(ENVIRON["CLUSTER"]) + 2))
			$8 = role[$8 "/" $2]
			print
		}
		$1 == "P" { pod[++pods] = $0 }
		END {
			for (i = 1; i <= runs; i++) {
				$0 = run[i]
				minutes = substr($2, length(ENVIRON["CLUSTER"]) + 6)
				if (!($10 in role) || $2 != ENVIRON["CLUSTER"] "-job-" minutes || minutes !~ /^[0-9]+$/) continue
				if (minutes + 0 > last + 0) { last = minutes; lately = $0 }
				$8 = "job"
				print
			}
			if (lately != "") { $0 = lately; own("Job/" $2, "job") }
			for (i = 1; i <= pods; i++) {
				$0 = pod[i]
				split($5, owner_part, "/")
				owner = $8 == "yes" ? owner_part[1] "/" owner_part[2] : $5
				if (!(owner in role) || role[owner] != $4) continue
				$5 = place_of($2, owner_part[1], owner_part[2])
				if ($5 == "" || seen[$2]++) continue
				seat($5)
				print
			}
		}'
}

pod_rows() { put "$LOOK" | sed -n "s/^P$TAB//p"; }
workload_rows() { put "$LOOK" | sed -n "s/^W$TAB//p"; }

# messages_of CONTAINER: what the init container of that name left at its end, if that was good, in each of our pods: pod, message.
messages_of() {
	local answer
	answer=$(ask get pods --selector "$SELECTOR" -o 'go-template={{range .items}}{{$pod := .metadata.name -}}
{{range .status.initContainerStatuses}}{{if eq .name "'"$1"'"}}{{with .state.terminated}}{{if not .exitCode -}}
{{printf "%q\t%q\n" $pod .message}}{{end}}{{end}}{{end}}{{end}}{{end}}' 2>/dev/null) || return 1
	put "$answer" | checked 'name text' | OURS=$(pod_rows | cut -f 1) awk -F '\t' "$MAP_FUNCTION"'
		BEGIN { map_of(ENVIRON["OURS"], ours) }
		$1 in ours'
}

# The lines of POD_QUOTA with how many pods of each kind there are to be now: scale changes that.
sizes_now() {
	printf '%s\n' "$POD_QUOTA" | ROWS=$(workload_rows) awk "$MAP_FUNCTION"'
		BEGIN { map_of(ENVIRON["ROWS"], count, 7, 8) }
		NF { if (count[$1] ~ /^[0-9]+$/) $2 = count[$1]; print }'
}

# WANTED, WANTED_WORKERS, GPUS_TAKEN: how many pods, workers and GPUs there are to be now.
count_wanted() {
	local more pods workers gpus
	more=$({ sizes_now; printf '%s\n' "$POD_QUOTA" | sed 's/ / -/'; } | awk '
		{ pods += $2; gpus += $2 * $3 }
		$1 !~ /^(head|notebook)$/ { workers += $2 }
		END { printf "%.0f %.0f %.0f\n", pods, workers, gpus }')
	read -r pods workers gpus <<END
$more
END
	WANTED=$((PODS + pods)) WANTED_WORKERS=$((WORKERS + workers)) GPUS_TAKEN=$((GPUS + gpus))
}

# Reads one pod's line into variables; 1 at the end.
read_pod() {
	IFS=$TAB read -r P_NAME _ P_ROLE P_INDEX P_REVISION P_PHASE P_DELETING P_READY P_RESTARTS P_STATE P_WAIT \
		P_LAST P_CODE P_NODE P_CREATED _ P_IMAGE P_WHY P_ROOM P_WAITING P_ENDED || return 1
	[ -n "$P_NAME" ]
}
