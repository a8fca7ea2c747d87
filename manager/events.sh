# --------------------------------------------------------------- events ----

help_events() {
	cat <<END
Shows what Kubernetes itself has noted about the cluster's objects and pods, the
latest last. It forgets after an hour or so.
END
}

do_events() {
	only_common_options "$@"
	need_cluster
	list=$(ask get events -o "go-template=$(event_template)" 2>&1) ||
		die 1 "events cannot be read: $(refused_words "$list")" "ask the owner of namespace $NAMESPACE for the role 'view'"
	list=$(put "$list" | checked 'time? name? key name? text?' | OBJECTS=$OBJECTS CLUSTER=$CLUSTER SIZES=$POD_SIZES awk -F '\t' '
		BEGIN {
			OFS = "\t"
			n = split(ENVIRON["OBJECTS"], line, "\n")
			for (i = 1; i <= n; i++) ours[line[i]] = 1
			n = split(ENVIRON["SIZES"], line, "\n")
			for (i = 1; i <= n; i++) if (split(line[i], f, " ")) role[ENVIRON["CLUSTER"] "-" f[1]] = 1
		}
		{ name = $3; sub(/^[^\/]*\//, "", name); $3 = tolower(substr($3, 1, length($3) - length(name))) name }
		# CLUSTER-ROLE-N, and in a Job some letters behind that.
		$3 ~ /^pod\// { sub(/-[0-9]+(-[a-z0-9][a-z0-9][a-z0-9][a-z0-9][a-z0-9])?$/, "", name); if (name in role) print; next }
		$3 in ours')
	if [ -z "$list" ]; then
		say "nothing was noted lately about $CLUSTER"
		return
	fi
	{
		printf 'AGE\tTYPE\tOBJECT\tREASON\tMESSAGE\n'
		put "$list" | sort -t "$TAB" -k 1,1 | ages 1
	} | columns | clean
}

event_template() {
	cat <<'END'
{{range .items -}}
{{$object := printf "%s/%s" .involvedObject.kind .involvedObject.name -}}
{{printf "%q\t%q\t%q\t%q\t%q\n" (or .lastTimestamp .eventTime .metadata.creationTimestamp) .type $object .reason .message -}}
{{end}}
END
}
