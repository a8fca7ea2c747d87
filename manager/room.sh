# ----------------------------------- create: what it asks for, and room ----

show_request() {
	note "$CLUSTER: $TITLE, in namespace $NAMESPACE"
	note "  asks for $(plural "$PODS" pod): $CPU CPU, $MEMORY memory, $STORAGE ephemeral storage, $(plural "$GPUS" GPU)"
	[ -n "$QUIET" ] || show_quota
}

# GPUs and many workers are what others miss most.
confirm_request() {
	if [ "$GPUS" -gt 0 ]; then
		confirm "Create a cluster that takes $(plural "$GPUS" GPU) from everybody else, $(how_long), with $(plural "$WORKERS" worker)?"
	elif [ "$WORKERS" -gt "$MANY_WORKERS" ]; then
		confirm "Create a cluster with $(plural "$WORKERS" worker)?"
	fi
}

# For how long what the cluster has is taken.
how_long() {
	if ends; then printf 'until %s\n' "$(end_in_words)"; else printf 'until you delete it\n'; fi
}

# What the namespace may use, where there is a limit and it can be read.
show_quota() {
	quota_rows | awk -F '\t' '$2 ~ /cpu|memory|gpu|^pods$|ephemeral/ { print "  quota " $1 ": " $4 " of " $3 " " $2 " in use" }' | clean
}

# Each limit of each quota: its name, resource, limit, use, and whether it is for some pods only.
quota_rows() {
	ask get resourcequota -o "go-template=$(quota_template)" 2>/dev/null | checked 'name key amount amount name'
}

quota_template() {
	cat <<'END'
{{range .items}}{{$quota := . -}}
{{range $resource, $limit := .status.hard -}}
{{$used := "0"}}{{with $quota.status.used}}{{$used = or (index . $resource) "0"}}{{end -}}
{{$which := "all"}}{{if or $quota.spec.scopes $quota.spec.scopeSelector}}{{$which = "some"}}{{end -}}
{{printf "%q\t%q\t%q\t%q\t%q\n" $quota.metadata.name $resource $limit $used $which -}}
{{end}}{{end}}
END
}

# Each bound of each limit range: its name, Pod or Container, min or max, resource, bound.
range_rows() {
	ask get limitrange -o "go-template=$(range_template)" 2>/dev/null | checked 'name name name key amount'
}

range_template() {
	cat <<'END'
{{range .items}}{{$name := .metadata.name}}{{range .spec.limits}}{{$type := .type -}}
{{range $resource, $bound := .min}}{{printf "%q\t%q\tmin\t%q\t%q\n" $name $type $resource $bound}}{{end -}}
{{range $resource, $bound := .max}}{{printf "%q\t%q\tmax\t%q\t%q\n" $name $type $resource $bound}}{{end -}}
{{end}}{{end}}
END
}

# awk that reads amounts as Kubernetes writes them, and writes them for people; `of` is the
# resource's name.
amount_functions() {
	cat <<'END'
function amount(text, number, unit) {
	number = text + 0
	unit = text
	sub(/^[0-9.]+([eE][0-9]+)?/, "", unit)
	return number * (unit == "" ? 1 : unit in UNIT ? UNIT[unit] : 1)
}
function written(value, of) {
	if (of ~ /cpu$/) return value >= 1 || value == 0 ? value "" : value * 1000 "m"
	if (of ~ /memory$|storage$/) {
		if (value >= UNIT["Gi"] && value % (UNIT["Gi"] / 10) == 0) return value / UNIT["Gi"] "Gi"
		if (value >= UNIT["Gi"] * 10) return sprintf("%.1fGi", value / UNIT["Gi"])
		return int(value / UNIT["Mi"]) "Mi"
	}
	return value ""
}
BEGIN {
	split("k M G T P", decimal, " ")
	UNIT["m"] = 0.001
	for (i = 1; i <= 5; i++) {
		UNIT[decimal[i]] = 1000 ^ i
		UNIT[(i == 1 ? "K" : decimal[i]) "i"] = 1024 ^ i
	}
}
END
}

# awk: sums lines like those of POD_SIZES into asked[resource].
sum_function() {
	cat <<'END'
function sum_sizes(lines, i, n, line, f) {
	n = split(lines, line, "\n")
	for (i = 1; i <= n; i++) {
		if (split(line[i], f, " ") < 9) continue
		asked["pods"] += f[2]
		asked["requests.cpu"] += f[2] * f[3] / 1000
		asked["limits.cpu"] += f[2] * f[4] / 1000
		asked["requests.memory"] += f[2] * f[5]
		asked["limits.memory"] += f[2] * f[6]
		asked["requests.ephemeral-storage"] += f[2] * f[7]
		if (f[8]) asked["requests." f[9]] += f[2] * f[8]
	}
	asked["count/pods"] = asked["pods"]
	asked["cpu"] = asked["requests.cpu"]
	asked["memory"] = asked["requests.memory"]
	asked["ephemeral-storage"] = asked["limits.ephemeral-storage"] = asked["requests.ephemeral-storage"]
}
END
}

# quota_lacks SIZES OBJECTS: which quota has not enough left for pods and objects like these, a
# line each. Quotas for some pods only may not be meant: they are left out.
quota_lacks() {
	quota_rows | SIZES=$1 MADE_OF=$2 awk -F '\t' "$(amount_functions)$(sum_function)"'
		BEGIN {
			sum_sizes(ENVIRON["SIZES"])
			n = split(ENVIRON["MADE_OF"], object, "\n")
			for (i = 1; i <= n; i++) {
				kind = object[i]
				sub(/\/.*/, "", kind)
				if (kind != "") kinds[kind]++
			}
			for (kind in kinds) {
				group = kind == "statefulset" ? ".apps" : kind == "job" ? ".batch" : kind == "networkpolicy" ? \
					".networking.k8s.io" : kind == "poddisruptionbudget" ? ".policy" : ""
				several = kind == "networkpolicy" ? "networkpolicies" : kind "s"
				asked["count/" several group] = kinds[kind]
				if (group == "") asked[several] = kinds[kind]
			}
		}
		$5 == "all" && asked[$2] > 0 && amount($4) + asked[$2] > amount($3) * (1 + 1e-12) {
			left = amount($3) - amount($4)
			print "quota " $1 ": " $2 ": asked for " written(asked[$2], $2) ", left " written(left > 0 ? left : 0, $2) " of " $3
		}'
}

# ranges_forbid SIZES: which limit range forbids a pod like these, a line each.
ranges_forbid() {
	range_rows | SIZES=$1 awk -F '\t' "$(amount_functions)"'
		BEGIN {
			n = split(ENVIRON["SIZES"], line, "\n")
			for (i = 1; i <= n; i++) {
				if (split(line[i], f, " ") < 9 || !f[2]) continue
				role[++roles] = f[1]
				least[roles, "cpu"] = f[3] / 1000; most[roles, "cpu"] = f[4] / 1000
				least[roles, "memory"] = f[5]; most[roles, "memory"] = f[6]
				least[roles, "ephemeral-storage"] = most[roles, "ephemeral-storage"] = f[7]
			}
		}
		$2 == "Pod" || $2 == "Container" {
			for (i = 1; i <= roles; i++) {
				if (!((i, $4) in most)) continue
				has = $3 == "max" ? most[i, $4] : least[i, $4]
				if ($3 == "max" ? has > amount($5) : has < amount($5))
					print "limit range " $1 ": " $4 ": " role[i] " has " written(has, $4) ", a " tolower($2) " may have " \
						($3 == "max" ? "at most " : "no less than ") $5
			}
		}'
}

# What cannot fit is not begun. Of a cluster that is there already, all counts as used.
need_room() {
	case $NEWLINE$ours in
	*"${NEWLINE}pod/"* | *"${NEWLINE}statefulset"* | *"${NEWLINE}job"*) return ;;
	esac
	lacks=$(
		quota_lacks "$POD_SIZES" "$(printf '%s\n' "$OBJECTS" | THERE=$there awk '
			BEGIN { n = split(ENVIRON["THERE"], line, "\n"); for (i = 1; i <= n; i++) { sub(/[.][^\/]*/, "", line[i]); there[line[i]] = 1 } }
			!($0 in there)')"
		ranges_forbid "$POD_SIZES"
	)
	[ -n "$lacks" ] || return 0
	printf '%s\n' "$lacks" | sed 's/^/  /' | clean >&2
	die 1 "the namespace $NAMESPACE has no room for this cluster; nothing was made" \
		"ask for less in the profile, delete what is not needed any more, or ask for a larger quota"
}
