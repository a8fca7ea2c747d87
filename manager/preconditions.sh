# -------------------------------------------- create: what has to be so ----

# What cksum prints for a file, with one blank between its two numbers.
checksum_of() { cksum <"$1" | awk '{ print $1 " " $2 }'; }

# The manifest and this script have to come from the same run of the compiler.
need_manifest() {
	[ -r "$MANIFEST_PATH" ] ||
		die 1 "there is no $MANIFEST beside this script" "keep both files in one directory, or generate them again with clusterc"
	[ "$(checksum_of "$MANIFEST_PATH")" = "$MANIFEST_CKSUM" ] ||
		die 1 "$MANIFEST is not the one this script was generated with" \
			"generate both again with clusterc; change the profile, do not edit its output"
}

# Who may not look at namespaces learns it from apply, if there is none.
need_namespace() {
	local reply
	reply=$(ask get namespace "$NAMESPACE" -o 'jsonpath={.status.phase}' 2>&1) || [ "$(reason_of "$reply")" != no-namespace ] ||
		die 1 "there is no namespace $NAMESPACE" \
			"name yours with -n NAMESPACE, or make it: kubectl create namespace $NAMESPACE"
	[ "$reply" != Terminating ] ||
		die 1 "the namespace $NAMESPACE is being deleted" "wait until it is gone, or name another with -n NAMESPACE"
}

# What belonged to a cluster that ended is being removed, Secrets too: what would be kept of it
# now would be gone in a moment. An owner that is gone, or going, tells. The template lists each object with its uid and
# whether it is going, and each owner of that name that it has.
wait_for_the_ended() {
	local started told leaving
	started=$(now) told=''
	while :; do
		leaving=$(ask get "$KINDS" --selector "$SELECTOR" -o 'go-template={{range .items}}{{$name := printf "%s/%s" .kind .metadata.name -}}
{{printf "%q\t%q\t%q\n" $name .metadata.uid .metadata.deletionTimestamp -}}
{{range .metadata.ownerReferences}}{{if and (eq .kind "Job") (eq .name "'"$CLUSTER"'-head") -}}
{{printf "%q\towner\t%q\n" $name .uid -}}
{{end}}{{end}}{{end}}' 2>/dev/null | checked 'key =owner name' 'key name time?' |
			CLUSTER=$CLUSTER awk -F '\t' '
				$2 == "owner" { owned[$1] = owned[$1] " " $3; next }
				$1 == "Job/" ENVIRON["CLUSTER"] "-head" { uid = $2 }
				$1 == "Job/" ENVIRON["CLUSTER"] "-head" && $3 != "-" { print $1 }
				END { for (name in owned) if (owned[name] != " " uid) print name }' | sort)
		[ -n "$leaving" ] || return 0
		[ -n "$told" ] || note "an earlier $CLUSTER has ended; waiting until it is gone"
		told=yes
		[ "$(($(now) - started))" -lt "$TIMEOUT" ] ||
			die 1 "an earlier $CLUSTER has ended and is not gone yet: $(in_a_line "$leaving")" \
				"remove what is left of it: $RUN delete"
		sleep 1
	done
}

# Two forms of one cluster side by side would be two clusters.
need_same_form() {
	local former
	former=$(other_form)
	[ -z "$former" ] || die 1 "$CLUSTER is there in another form: $(in_a_line "$former")" \
			"with or without a lifetime, this cannot be changed in place: $RUN delete, then $RUN create"
}

# Objects with our names but without our labels belong to somebody else.
need_only_ours() {
	local claims others next
	IFS=$NEWLINE; set -- $OBJECTS; unset IFS
	THERE=$(list_objects "$@" --ignore-not-found) || refused_objects "$THERE"
	claims=
	! has_line persistentvolumeclaim "$(printf '%s\n' "$OBJECTS" | cut -d / -f 1)" || claims=,persistentvolumeclaim
	OURS=$(existing "$claims,pods") || refused_objects "$OURS"
	others=$(put "$THERE" | grep . | grep -v -x -F -e "$OURS")
	[ -n "$others" ] || return 0
	next="delete or rename them, give the profile another name, or choose another namespace"
	case $others in
	*secret/*) next="$next; a Secret that you made for it: kubectl --namespace $NAMESPACE label secret NAME $(printf '%s' "$SELECTOR" | tr , ' ')" ;;
	esac
	die 1 "these exist in namespace $NAMESPACE and are not this cluster's: $(in_a_line "$others")" "$next"
}

refused_objects() {
	die 1 "the cluster does not show what is there already: $(refused_words "$1")" \
		"ask the owner of namespace $NAMESPACE for the role 'edit'"
}
