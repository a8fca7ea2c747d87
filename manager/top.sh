# ------------------------------------------------------------------ top ----

help_top() {
	cat <<END
Shows what each pod takes of its cores and memory now, as the cluster measures it.
END
}

do_top() {
	only_common_options "$@"
	need_cluster
	look || die 3 "the cluster does not answer" "try again: $RUN top"
	[ -n "$LOOK" ] || not_created
	used=$(ask top pods --selector "$SELECTOR" --no-headers 2>&1) || no_metrics "$used"
	{
		printf 'POD\tROLE\tCPU\tOF\tMEMORY\tOF\n'
		{
			pod_rows | cut -f 1,3
			put "$used" | awk '{ print $1 "\t" $2 "\t" $3 }' | checked 'name amount amount'
		} | SIZES=$POD_SIZES awk -F '\t' "$(amount_functions)"'
			BEGIN {
				n = split(ENVIRON["SIZES"], line, "\n")
				for (i = 1; i <= n; i++) if (split(line[i], f, " ") > 8) { cpu[f[1]] = f[4] / 1000; memory[f[1]] = f[6] }
			}
			NF == 2 { role[$1] = $2 }
			NF == 3 && $1 in role {
				r = role[$1]
				print $1 "\t" r "\t" $2 "\t" (r in cpu ? written(cpu[r], "cpu") : "-") "\t" $3 "\t" \
					(r in memory ? written(memory[r], "memory") : "-")
			}'
	} | columns | clean
}

no_metrics() {
	case $1 in
	*'etrics API not available'* | *'could not find the requested resource'*)
		die 1 "this Kubernetes cluster measures nothing: it has no metrics-server" \
			"look inside a pod instead: $RUN shell worker 0 -- top" ;;
	*'etrics not available'* | *'o metrics'* | *'not found'*)
		die 1 "there are no figures yet: they come half a minute after a pod's start" "try again: $RUN top" ;;
	*'(ServiceUnavailable)'* | *'unable to handle the request'*)
		die 1 "the cluster's metrics-server does not answer now" "try again later: $RUN top" ;;
	*) die 1 "no figures: $(refused_words "$1")" "ask the owner of namespace $NAMESPACE for the role 'view'" ;;
	esac
}
