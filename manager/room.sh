# ----------------------------------- create: what it asks for, and room ----

show_request() {
	note "$CLUSTER: $TITLE, in namespace $NAMESPACE"
	note "  asks for $(plural "$PODS" pod): $CPU CPU, $MEMORY memory, $STORAGE ephemeral storage, $(plural "$GPUS" GPU)"
	[ -n "$QUIET" ] || quota_rows | awk -F '\t' '
		$2 ~ /cpu|memory|gpu|^pods$|ephemeral/ { print "  quota " $1 ": " $4 " of " $3 " " $2 " in use" }' | clean
	[ -n "$QUIET" ] || show_charges
}

# What the site charges for it, as `clusterc plan` has it.
show_charges() {
	local line before
	before='costs '
	printf '%s\n' "$CHARGES" | while IFS= read -r line; do
		[ -z "$line" ] || say "  $before$line"
		before=
	done
}

# GPUs and many workers are what others miss most.
confirm_request() {
	local what
	what='Create a cluster'
	! is_job || what='Start a job'
	# Nobody is asked without knowing the price.
	[ -z "$QUIET" ] || [ -n "$YES" ] || show_charges
	if [ "$GPUS" -gt 0 ]; then
		confirm "$what that takes $(plural "$GPUS" GPU) from everybody else, $(how_long), with $(plural "$WORKERS" worker)?"
	elif [ "$WORKERS" -gt "$MANY_WORKERS" ]; then
		confirm "$what with $(plural "$WORKERS" worker)?"
	fi
}

# For how long what the cluster has is taken.
how_long() {
	if is_job; then printf 'for %s at most\n' "$(in_words "$LIFETIME")"; else printf 'until %s\n' "${ENDS:-you delete it}"; fi
}

# Each limit of each quota: its name, resource, limit, use, and whether it is for some pods only.
quota_rows() {
	ask get resourcequota -o 'go-template={{range .items}}{{$quota := . -}}
{{range $resource, $limit := .status.hard -}}
{{$used := "0"}}{{with $quota.status.used}}{{$used = or (index . $resource) "0"}}{{end -}}
{{$which := "all"}}{{if or $quota.spec.scopes $quota.spec.scopeSelector}}{{$which = "some"}}{{end -}}
{{printf "%q\t%q\t%q\t%q\t%q\n" $quota.metadata.name $resource $limit $used $which -}}
{{end}}{{end}}' 2>/dev/null | checked 'name key amount amount name'
}

# Each bound of each limit range: its name, Pod or Container, min or max, resource, bound.
range_rows() {
	ask get limitrange -o 'go-template={{range .items}}{{$name := .metadata.name}}{{range .spec.limits}}{{$type := .type -}}
{{range $resource, $bound := .min}}{{printf "%q\t%q\tmin\t%q\t%q\n" $name $type $resource $bound}}{{end -}}
{{range $resource, $bound := .max}}{{printf "%q\t%q\tmax\t%q\t%q\n" $name $type $resource $bound}}{{end -}}
{{end}}{{end}}' 2>/dev/null | checked 'name name name key amount'
}

# quota_lacks LINES: which quota has not enough left for what these lines of POD_QUOTA and OBJECT_QUOTA ask for, a
# line each. Quotas for some pods only may not be meant: they are left out.
quota_lacks() {
	quota_rows | ASKED=$1 awk -F '\t' "$(amount_functions)"'
		BEGIN { sum_asked(ENVIRON["ASKED"]) }
		$5 == "all" && asked[$2] > 0 && asked[$2] > (left = amount($3, $2) - amount($4, $2)) {
			print "quota " $1 ": " $2 ": asked for " written(asked[$2], $2) ", left " written(left > 0 ? left : 0, $2) " of " $3
		}'
}

# Which limit range forbids a pod of this cluster, a line each.
ranges_forbid() {
	range_rows | PODS=$POD_QUOTA awk -F '\t' "$(amount_functions)"'
		BEGIN { read_pods(ENVIRON["PODS"]); n = split(ENVIRON["PODS"], line, "\n") }
		$2 == "Pod" || $2 == "Container" {
			for (i = 1; i <= n; i++) {
				split(line[i], f, " ")
				name = ($3 == "max" ? "limits." : "requests.") $4
				if (f[2] == 0 || !((f[1], name) in has)) continue
				over = amount(has[f[1], name], $4) - amount($5, $4)
				if ($3 == "max" ? over > 0 : over < 0)
					print "limit range " $1 ": " $4 ": " f[1] " has " has[f[1], name] ", a " tolower($2) " may have " \
						($3 == "max" ? "at most " : "no less than ") $5
			}
		}'
}

# beyond_limits: of lines like those of POD_QUOTA, what the site does not allow all pods together, a line each.
beyond_limits() {
	LIMITS=$SITE_LIMITS awk "$(amount_functions)"'
		{ lines = lines $0 "\n"; gpus += $2 * $3 }
		$1 !~ /^(head|notebook)$/ { workers += $2 }
		END {
			sum_asked(lines)
			asked["workers"] = workers
			asked["gpus"] = gpus
			n = split(ENVIRON["LIMITS"], line, "\n")
			for (i = 1; i <= n; i++)
				if (split(line[i], f, " ") && asked[f[1]] > amount(f[2], f[1]))
					print f[1] ": " written(asked[f[1]], f[1]) ", and all pods together may have " f[2]
		}'
}
