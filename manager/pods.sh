# ----------------------------------------------------------------- pods ----

# One line of tab-separated fields for each pod (P) and for each object that
# makes pods (W). Free text comes last, quoted, so that it stays on its line.
look_template() {
	cat <<'END'
{{range .items}}{{if eq .kind "Pod" -}}
{{- $role := or (index .metadata.labels "app.kubernetes.io/component") "-" -}}
{{- $index := or (index .metadata.labels "apps.kubernetes.io/pod-index") (index .metadata.labels "batch.kubernetes.io/job-completion-index") "-" -}}
{{- with .metadata.annotations}}{{$index = or (index . "batch.kubernetes.io/job-completion-index") $index}}{{end -}}
{{- $ready := "False"}}{{$why := "-"}}{{$room := ""}}{{$image := "-" -}}
{{- $restarts := 0}}{{$state := "-"}}{{$wait := "-"}}{{$last := "-"}}{{$code := "-"}}{{$waiting := ""}}{{$ended := "" -}}
{{- range .status.conditions -}}
	{{- if eq .type "Ready"}}{{$ready = .status}}{{end -}}
	{{- if and (eq .type "PodScheduled") (ne .status "True")}}{{$why = or .reason "-"}}{{$room = or .message ""}}{{end -}}
{{- end -}}
{{- range .spec.containers}}{{if eq .name $role}}{{$image = .image}}{{end}}{{end -}}
{{- range .status.initContainerStatuses -}}
	{{- with .state.waiting}}{{$state = "waiting"}}{{$wait = or .reason "-"}}{{$waiting = or .message ""}}{{end -}}
	{{- with .lastState.terminated}}{{$last = or .reason "-"}}{{$code = .exitCode}}{{$ended = or .message ""}}{{end -}}
{{- end -}}
{{- range .status.containerStatuses}}{{if eq .name $role -}}
	{{- if .restartCount}}{{$restarts = .restartCount}}{{end -}}
	{{- with .lastState.terminated}}{{$last = or .reason "-"}}{{$code = .exitCode}}{{$ended = or .message ""}}{{end -}}
	{{- with .state.terminated}}{{$state = "ended"}}{{$last = or .reason "-"}}{{$code = .exitCode}}{{$ended = or .message ""}}{{end -}}
	{{- with .state.running}}{{$state = "running"}}{{end -}}
	{{- with .state.waiting}}{{if not (and (eq $state "waiting") (eq .reason "PodInitializing"))}}{{$state = "waiting"}}{{$wait = or .reason "-"}}{{$waiting = or .message ""}}{{end}}{{end -}}
{{- end}}{{end -}}
P	{{.metadata.name}}	{{.metadata.uid}}	{{$role}}	{{$index}}	{{or (index .metadata.labels "controller-revision-hash") "-"}}	{{.status.phase}}	{{if .metadata.deletionTimestamp}}yes{{else}}-{{end}}	{{$ready}}	{{$restarts}}	{{$state}}	{{$wait}}	{{$last}}	{{$code}}	{{or .spec.nodeName "-"}}	{{.metadata.creationTimestamp}}	{{$image}}	{{$why}}	{{printf "%q" $room}}	{{printf "%q" $waiting}}	{{printf "%q" $ended}}
{{else -}}
W	{{.metadata.name}}	{{.metadata.uid}}	{{.metadata.generation}}	{{or .status.observedGeneration "-"}}	{{or .status.updateRevision "-"}}	{{with .metadata.annotations}}{{or (index . "clusterc/input-digest") "-"}}{{else}}-{{end}}	{{or .status.startTime "-"}}	{{or (index .metadata.labels "app.kubernetes.io/component") "-"}}	{{if eq .kind "Job"}}{{.spec.completions}}{{else}}{{.spec.replicas}}{{end}}
{{end}}{{end}}
END
}

# Asks the cluster once: LOOK is what it says about pods and their makers.
look() {
	LOOK=$(ask get "pods$(workload_kinds)" --selector "$SELECTOR" -o "go-template=$(look_template)" 2>/dev/null)
}

pod_rows() {
	printf '%s\n' "$LOOK" | sed -n "s/^P$TAB//p"
}

workload_rows() {
	printf '%s\n' "$LOOK" | sed -n "s/^W$TAB//p"
}

# The lines of POD_SIZES with how many pods of each kind there are to be now: scale changes that.
sizes_now() {
	printf '%s\n' "$POD_SIZES" | ROWS=$(workload_rows) awk '
		BEGIN {
			n = split(ENVIRON["ROWS"], rows, "\n")
			for (i = 1; i <= n; i++) if (split(rows[i], f, "\t") > 8 && f[9] ~ /^[0-9]+$/) count[f[8]] = f[9]
		}
		NF { if ($1 in count) $2 = count[$1]; print }'
}

# WANTED, WANTED_WORKERS, GPUS_TAKEN: how many pods, workers and GPUs there are to be now.
count_wanted() {
	counts=$(sizes_now | SIZES=$POD_SIZES awk '
		BEGIN {
			n = split(ENVIRON["SIZES"], lines, "\n")
			for (i = 1; i <= n; i++) if (split(lines[i], f, " ")) { before[f[1]] = f[2] }
		}
		{ more = $2 - before[$1]; pods += more; gpus += more * $8; if ($1 != "head" && $1 != "notebook") workers += more }
		END { print pods + 0, workers + 0, gpus + 0 }')
	WANTED=${counts%% *} GPUS_TAKEN=$((GPUS + ${counts##* }))
	counts=${counts#* }
	WANTED=$((PODS + WANTED)) WANTED_WORKERS=$((WORKERS + ${counts%% *}))
}

# Reads one pod's line into variables; 1 at the end.
read_pod() {
	IFS=$TAB read -r P_NAME P_UID P_ROLE P_INDEX P_REVISION P_PHASE P_DELETING P_READY P_RESTARTS P_STATE P_WAIT \
		P_LAST P_CODE P_NODE P_CREATED P_IMAGE P_WHY P_ROOM P_WAITING P_ENDED || return 1
	[ "$P_INDEX" != - ] || P_INDEX=${P_NAME##*-}
	[ -n "$P_NAME" ]
}

# Quoted text from a template, as one plain line.
unquoted() {
	printf '%s\n' "$1" | sed -e 's/^"//' -e 's/"$//' -e 's/\\[nrt]/ /g' -e 's/\\\(["\\]\)/\1/g'
}
