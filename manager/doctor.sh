# --------------------------------------------------------------- doctor ----

do_doctor() {
	take_all common_option "$@"
	WRONG=0
	examine_kubectl
	check_namespace
	examine_permissions
	check_manifest
	find_leftovers
	check_form
	judge_objects
	check_objects
	check_room
	examine_objects
	examine_needs
	examine_pods
	[ -z "$LOOK" ] || examine_site_words
	examine_forward
	if [ "$WRONG" -gt 0 ]; then bad "$(plural "$WRONG" thing) wrong"; return 1; fi
	good "nothing is wrong"
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
	examine_version "$version"
	if is_job; then need_job; else need_look; fi
}

# examine_version VERSION: a server that is older than the release the manifest is for doesn't know all of its fields. One
# that is newer does.
examine_version() {
	local minor where
	case $1 in v1.*) minor=${1#v1.} ;; *) minor= ;; esac
	minor=${minor%%[!0-9]*}
	is_number "$minor" && [ "$minor" -lt "$KUBERNETES" ] || return 0
	where="the site $SITE"
	[ -n "$SITE" ] || where="a site, name it in the profile"
	if [ "$minor" -lt 25 ]; then
		wrong "the server's Kubernetes $1 is older than 1.25, the oldest release that clusterc writes for" \
			"ask whoever runs the cluster for a newer one"
	else
		wrong "the server's Kubernetes $1 is older than the 1.$KUBERNETES that $MANIFEST is written for" \
			"write kubernetes: \"1.$minor\" in $where and generate again"
	fi
}

# What create, the other verbs and delete need.
examine_permissions() {
	local kind before
	ASKED_FOR=0 before=$WRONG
	for kind in $(printf '%s\n' "$OBJECTS" | awk -F / 'NF && !seen[$1]++ { print $1 "s" }'); do
		examine_permission "${kind%ys}$(case $kind in *ys) echo ies ;; esac)" get list create patch update delete
	done
	examine_permission pods get list delete ${LOGS_CLAIM:+create}
	[ -z "$SCHEDULE" ] || examine_permission jobs get list delete
	examine_permission pods/log get
	examine_permission pods/exec create
	examine_permission pods/portforward create
	examine_permission events list
	[ "$WRONG" -gt "$before" ] || fine "you may do all that is needed ($ASKED_FOR verbs were asked about)"
}

# examine_permission RESOURCE VERB...: counts in ASKED_FOR.
examine_permission() {
	local resource refused verb
	resource=$1 refused=
	shift
	for verb; do
		ASKED_FOR=$((ASKED_FOR + 1))
		ask auth can-i "$verb" "$resource" >/dev/null 2>&1 || refused="$refused${refused:+, }$verb"
	done
	[ -z "$refused" ] || wrong "you may not $refused $resource in namespace $NAMESPACE" "ask its owner for the role 'edit'"
}

examine_objects() {
	[ -n "$LOOK" ] || notable "the cluster is not created: $RUN create"
	[ -n "$LOOK" ] && [ -z "$UNSEEN" ] || return 0
	wrong_objects 'being removed' "$(judged leaving)" "wait until it is gone, then: $RUN create"
	wrong_objects missing "$(judged missing)" "make it again: $RUN create"
	wrong_objects 'of another version of this script' "$(judged outdated)" "bring it up to date: $RUN create"
	find_stale_pods
	wrong_objects 'these know an old Secret, which was made anew' "$STALE" "replace them: $RUN create"
	[ -n "$OTHER_FORM" ] || wrong_objects 'what the profile no longer has' "$LEFTOVERS" "remove it: $RUN create"
	[ -n "$(judged missing)$(judged outdated)" ] || examine_changes
}

# What differs is shown with a minus as it is, with a plus as the manifest has it.
examine_changes() {
	local scaled
	scaled=$(sizes_now | PROFILE=$POD_QUOTA awk "$MAP_FUNCTION"'
		BEGIN { map_of(ENVIRON["PROFILE"], count, 1, 2) }
		$2 != count[$1] { print $1 " has " $2 " pods instead of " count[$1] }')
	[ -z "$scaled" ] || notable "$(put "$scaled" | paste -s -d , - | sed 's/,/, /g'); the profile's number again: $RUN create"
	find_changes
	if [ -n "$UNSEEN" ]; then
		notable "whether somebody has changed the objects is not known: $(refused_words "$UNSEEN")"
	elif [ -n "$CHANGES" ]; then
		wrong "changed by hand: $(in_a_line "$(put "$CHANGES" | cut -f 1 | sort -u)")" "put it back: $RUN create" \
			"$(put "$CHANGES" | cut -f 2 | head -n 20)"
	else
		fine "$(plural "$(count_lines "$(judged there)")" object) as they should be"
	fi
}

# wrong_objects WHAT LIST REMEDY
wrong_objects() { [ -z "$2" ] || wrong "$1: $(in_a_line "$2")" "$3"; }

examine_needs() {
	local missing unbound
	missing=$(missing_needs)
	wrong_objects 'the profile names what is not there' "$missing" "make it in namespace $NAMESPACE, or mend its name in the profile"
	[ -n "$missing" ] || [ -z "$NEEDED_OBJECTS" ] || fine "what the profile names is there: $(in_a_line "$NEEDED_OBJECTS")"
	unbound=$(explain_claims)
	[ -z "$unbound" ] || wrong "storage is not there" "" "$unbound"
}

examine_pods() {
	if is_job; then examine_job; return; fi
	[ -n "$LOOK" ] || return 0
	if is_queued; then examine_queue; return; fi
	EVENTS=$(warnings)
	judge_all
	each_pod examine_pod
	[ "$MADE" -ge "$WANTED" ] || wrong "$MADE of $(plural "$WANTED" pod) are made" '' "$(explain_refusals)"
	[ "$READY" -lt "$WANTED" ] || fine "$(plural "$READY" pod) ready"
	examine_packages
	count_members
	if ! members_fit && is_admitted_later; then
		notable "$(members_words)"
	elif ! members_fit; then
		wrong "$(members_words)" "see: $RUN logs head, $RUN logs worker 0"
	elif [ -n "$MEMBERS" ]; then
		fine "$(members_words)"
	fi
	[ "$GPUS_TAKEN" -eq 0 ] || notable "$(gpus_words)"
}

examine_pod() {
	if [ "$CAUSE" = admission ]; then
		notable "$P_NAME: $STATE"
	elif is_troubled; then
		wrong "$P_NAME: $STATE" '' "$(explain_pod)"
	fi
}

examine_forward() {
	if find_background; then
		fine "port-forward runs in the background, as process $BACKGROUND"
	elif [ -e "$NOTE.pid" ] && is_private_home; then
		wrong "port-forward in the background has died" "start it again: $RUN port-forward --background"
	fi
}
