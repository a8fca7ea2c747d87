# ------------------------------------------------------------------ top ----

do_top() {
	local used rows
	take_all common_option "$@"
	need_look
	[ -n "$LOOK" ] || not_created
	# Pods of clusterc have one container each.
	used=$(ask get pods.metrics.k8s.io --selector "$SELECTOR" -o 'go-template={{range .items}}{{$name := .metadata.name -}}
{{range .containers}}{{printf "%q\t%q\t%q\n" $name .usage.cpu .usage.memory}}{{end}}{{end}}' 2>&1) || no_metrics "$used"
	rows=$({ pod_rows | cut -f 1,3; put "$used" | checked 'name amount amount'; } | PODS=$POD_QUOTA ONE=$ONE awk -F '\t' "$(amount_functions)"'
		function most(resource, of) {
			of = ENVIRON["ONE"] == "" ? role[$1] : ENVIRON["ONE"]
			return (of, resource) in has ? has[of, resource] : "-"
		}
		BEGIN { OFS = "\t"; read_pods(ENVIRON["PODS"]) }
		NF == 2 { role[$1] = $2 }
		NF == 3 && $1 in role {
			print $1, role[$1], written(amount($2, "cpu"), "cpu"), most("limits.cpu"), \
				written(near(amount($3, "memory"), "memory"), "memory"), most("limits.memory")
		}')
	[ -n "$rows" ] || die 1 "there are no figures yet: they come half a minute after a pod's start" "try again: $RUN top"
	printf 'POD\tROLE\tCPU\tOF\tMEMORY\tOF\n%s\n' "$rows" | columns | clean
}

no_metrics() {
	case $(reason_of "$1") in
	no-kind | not-found)
		die 1 "this Kubernetes cluster measures nothing: it has no metrics-server" \
			"look inside a pod instead: $RUN shell worker 0 -- top" ;;
	unavailable) die 1 "the cluster's metrics-server does not answer now" "try again later: $RUN top" ;;
	*) die 1 "no figures: $(refused_words "$1")" "ask the owner of namespace $NAMESPACE for the role 'view'" ;;
	esac
}
