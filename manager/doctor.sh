# --------------------------------------------------------------- doctor ----

do_doctor() {
	take_all common_option "$@"
	WRONG=0
	examine_kubectl
	examine_namespace
	examine_permissions
	examine_room
	examine_manifest
	examine_objects
	examine_needs
	examine_pods
	examine_forward
	if [ "$WRONG" -eq 0 ]; then
		good "nothing is wrong"
	else
		bad "$(plural "$WRONG" thing) wrong"
		return 1
	fi
}

# What a finding is: fine, worth knowing, or wrong with what to do about it. WRONG counts.
fine() {
	[ -n "$QUIET" ] || printf '%s  %s\n' "${GREEN}ok${PLAIN}   " "$(printf '%s' "$*" | clean)"
}

notable() { printf '%s  %s\n' "note " "$(printf '%s' "$*" | clean)"; }

sick() {
	WRONG=$((WRONG + 1))
	printf '%s  %s\n' "${RED}wrong${PLAIN}" "$(printf '%s' "$1" | clean)"
	[ -z "${2-}" ] || say "         $2"
}

# Without these nothing else can be asked.
examine_kubectl() {
	local context reply version
	need_kubectl
	fine "kubectl is $(command -v kubectl)"
	context=${CONTEXT:-$(within 30 config current-context 2>/dev/null)}
	fine "context ${context:-none}, namespace $NAMESPACE"
	reply=$(ask get --raw /version 2>&1) || refused "$reply"
	version=$(printf '%s\n' "$reply" | sed -n 's/.*"gitVersion": *"\([A-Za-z0-9.+-]*\)".*/\1/p' | sed -n 1p)
	fine "the API server answers${version:+: Kubernetes $version}"
	need_cluster
}

examine_namespace() {
	local reply
	reply=$(ask get namespace "$NAMESPACE" -o 'go-template={{.status.phase}} {{with .metadata.labels}}{{or (index . "pod-security.kubernetes.io/enforce") "-"}}{{else}}-{{end}}' 2>&1) || {
		case $(reason_of "$reply") in
		no-namespace) sick "there is no namespace $NAMESPACE" "name yours with -n NAMESPACE" ;;
		*) notable "you may not look at the namespace itself" ;;
		esac
		return
	}
	reply=$(put "$reply" | tr ' ' '\t' | checked 'name name?' | tr '\t' ' ')
	case $reply in
	'Active '*) fine "the namespace is there" ;;
	*) sick "the namespace is ${reply%% *}" "wait until it is gone, or name another with -n NAMESPACE" ;;
	esac
	case ${reply#* } in
	-) ;;
	*) fine "Pod Security: ${reply#* } is enforced; pods of clusterc meet restricted, except with nfs volumes" ;;
	esac
}

# What create, the other verbs and delete need.
examine_permissions() {
	local kind
	DENIED='' ASKED_FOR=0
	for kind in $(printf '%s\n' "$OBJECTS" | awk -F / 'NF && !seen[$1]++ { print $1 "s" }'); do
		examine_permission "${kind%ys}$(case $kind in *ys) echo ies ;; esac)" get list create patch delete
	done
	examine_permission pods get list
	examine_permission pods/log get
	examine_permission pods/exec create
	examine_permission pods/portforward create
	examine_permission events list
	[ -n "$DENIED" ] || fine "you may do all that is needed ($ASKED_FOR verbs were asked about)"
}

# examine_permission RESOURCE VERB...: counts in ASKED_FOR; DENIED is set if one may not be done.
examine_permission() {
	local resource refused verb
	resource=$1 refused=
	shift
	for verb; do
		ASKED_FOR=$((ASKED_FOR + 1))
		ask auth can-i "$verb" "$resource" >/dev/null 2>&1 || refused="$refused${refused:+, }$verb"
	done
	[ -n "$refused" ] || return 0
	DENIED=yes
	sick "you may not $refused $resource in namespace $NAMESPACE" "ask its owner for the role 'edit'"
}

examine_room() {
	local there lacks found line
	there=$(existing ,pods) lacks=$(ranges_forbid)
	case $there in
	*pod/*) ;;
	*) lacks=$lacks$NEWLINE$(quota_lacks "$POD_QUOTA$NEWLINE$OBJECT_QUOTA") ;;
	esac
	found=
	while IFS= read -r line; do
		[ -z "$line" ] || {
			found=yes
			sick "$line" "ask for less in the profile, delete what is not needed any more, or ask for a larger quota"
		}
	done <<END
$lacks
END
	[ -n "$found" ] || fine "no quota or limit range that can be read is in the way"
}

examine_manifest() {
	local path
	path=$HERE/$MANIFEST
	if ! [ -r "$path" ]; then
		sick "there is no $MANIFEST beside this script" "keep both files in one directory, or generate them again with clusterc"
	elif [ "$(checksum_of "$path")" != "$MANIFEST_CKSUM" ]; then
		sick "$MANIFEST is not the one this script was generated with" "generate both again with clusterc"
	else
		fine "$MANIFEST is the one this script was generated with"
	fi
}

# Each object: there, missing, of somebody else, or of another version. A Secret is kept as it was made.
examine_objects() {
	local former left there judged
	need_look
	judge_all
	if [ -z "$LOOK" ]; then notable "the cluster is not created: $RUN create"; fi
	former=$(other_form)
	[ -z "$former" ] || sick "$CLUSTER is there in another form: $(in_a_line "$former")" "$RUN delete, then $RUN create"
	IFS=$NEWLINE; set -- $OBJECTS; unset IFS
	there=$(ask get "$@" --ignore-not-found -o 'go-template={{define "one"}}{{$of := "-"}}{{$by := "-"}}{{$digest := "-" -}}
{{with .metadata.labels}}{{$of = index . "app.kubernetes.io/instance"}}{{$by = index . "app.kubernetes.io/managed-by"}}{{end -}}
{{with .metadata.annotations}}{{$digest = index . "clusterc/input-digest"}}{{end -}}
{{printf "%q\t%q\t%q\t%q\t%q\n" .kind .metadata.name $of $by $digest}}{{end -}}
{{if .items}}{{range .items}}{{template "one" .}}{{end}}{{else if .kind}}{{template "one" .}}{{end}}' 2>&1) || {
		sick "the cluster does not show what is there: $(refused_words "$there")" "ask the owner of namespace $NAMESPACE for the role 'edit'"
		return
	}
	judged=$(put "$there" | checked 'name name name? name? key?' | OBJECTS=$OBJECTS CLUSTER=$CLUSTER DIGEST=$INPUT_DIGEST awk -F '\t' '
		NF > 3 { kind[tolower($1) "/" $2] = $3 != ENVIRON["CLUSTER"] || $4 != "clusterc" ? "foreign" : $1 != "Secret" && $5 != "-" && $5 != ENVIRON["DIGEST"] ? "outdated" : "there" }
		END {
			n = split(ENVIRON["OBJECTS"], line, "\n")
			for (i = 1; i <= n; i++) if (line[i] != "") print (line[i] in kind ? kind[line[i]] : "missing") "\t" line[i]
		}')
	tell_objects "$judged" foreign "not this cluster's, but called like something of it" "delete or rename it, or give the profile another name"
	if [ -n "$LOOK" ]; then
		tell_objects "$judged" missing "missing" "make it again: $RUN create"
		tell_objects "$judged" outdated "of another version of this script" "bring it up to date: $RUN create"
		left=
		[ -n "$former" ] || left=$(leftovers) || left=
		[ -z "$left" ] || sick "what the profile no longer has: $(in_a_line "$left")" "remove it: $RUN create"
		fine "$(plural "$(printf '%s\n' "$judged" | grep -c '^there')" object) as they should be"
	fi
}

# tell_objects JUDGED WHICH WHAT REMEDY
tell_objects() {
	local which
	which=$(put "$1" | WHICH=$2 awk -F '\t' '$1 == ENVIRON["WHICH"] { print $2 }')
	[ -z "$which" ] || sick "$3: $(in_a_line "$which")" "$4"
}

# What the profile takes for granted, and storage.
examine_needs() {
	local missing rows unbound name phase class
	missing=$(missing_needs)
	if [ -n "$missing" ]; then
		sick "the profile names what is not there: $(in_a_line "$missing")" "make it in namespace $NAMESPACE, or mend its name in the profile"
	else
		[ -z "$NEEDED_OBJECTS" ] || fine "what the profile names is there: $(in_a_line "$NEEDED_OBJECTS")"
	fi
	rows=$(claim_rows) unbound=
	while IFS=$TAB read -r name phase class _; do
		if [ -z "$name" ] || [ "$phase" = Bound ]; then continue; fi
		unbound=yes
		sick "the claim $name is $phase (storage class $class)" "kubectl --namespace $NAMESPACE describe persistentvolumeclaim $name"
	done <<END
$rows
END
	[ -z "$rows" ] || [ -n "$unbound" ] || fine "all claims for storage are bound"
}

examine_pods() {
	local rows explained found first
	[ -n "$LOOK" ] || return 0
	EVENTS=$(warnings) explained=''
	rows=$(pod_rows)
	while read_pod; do
		judge
		[ -n "$CAUSE" ] || continue
		WRONG=$((WRONG + 1))
		explain_pod | { IFS= read -r first && printf '%s  %s\n' "${RED}wrong${PLAIN}" "$first" && sed 's/^/       /'; }
	done <<END
$rows
END
	if [ "$MADE" -lt "$WANTED" ]; then
		sick "$MADE of $(plural "$WANTED" pod) are made"
		explain_refusals | sed 's/^/         /'
	fi
	[ "$READY" -lt "$WANTED" ] || fine "$(plural "$READY" pod) ready"
	count_members
	if members_fit; then
		[ -z "$MEMBERS" ] || fine "the $HEAD counts $(plural "$COUNTED" "$WORKER")"
	else
		found="the $HEAD counts $COUNTED of $(plural "$WANTED_WORKERS" "$WORKER")"
		[ -n "$COUNTED" ] || found="how many workers the $HEAD counts is not known: $UNCOUNTED"
		sick "$found" "see: $RUN logs head, $RUN logs worker 0"
	fi
	[ "$GPUS_TAKEN" -eq 0 ] || notable "it takes $(plural "$GPUS_TAKEN" GPU) from everybody else, $(how_long)"
}

examine_forward() {
	if find_background; then
		fine "port-forward runs in the background, as process $BACKGROUND"
	elif [ -e "$NOTE.pid" ] && is_private_home; then
		sick "port-forward in the background has died" "start it again: $RUN port-forward --background"
	fi
}
