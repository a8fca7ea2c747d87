# ----------------------------------------------- objects of the cluster ----

# Is it a job, with a program of its own? All that is said of clusters is said of jobs then.
is_job() { [ -n "$JOB" ]; }

# Does this cluster end by itself? Its pods are then of Jobs.
ends() { [ -n "$ENDS" ]; }

# existing [,KIND...]: what there is of this cluster, one kind/name a line.
existing() { list_objects "$KINDS${1-}" --selector "$SELECTOR"; }

# objects_if_any KINDS: what there is of them, as far as it may be looked at: who may not look at a kind made none. One kind
# that is refused, or that the API server does not know, hides the others in one answer.
objects_if_any() {
	local found kind
	[ -n "$1" ] || return 0
	if found=$(list_objects "$1" --selector "$SELECTOR"); then put "$found"; return; fi
	case $1 in *,*) for kind in $(put "$1" | tr , ' '); do objects_if_any "$kind"; done ;; esac
}

# What there is of kinds that this version of the cluster does not have: what an earlier one made.
former_objects() { objects_if_any "$FORMER_KINDS"; }

our_claims() { objects_if_any persistentvolumeclaims | sed -n '/^persistentvolumeclaim\//p'; }

# find_leftovers: LEFTOVERS is what has the cluster's labels and is not in the manifest, one kind/name a line; claims outlive
# their clusters. OTHER_FORM are those of kinds that a profile with a lifetime has, and one without has not, or the other way, and
# the Job or CronJob that all went with. The Jobs that a schedule makes are in no manifest.
find_leftovers() {
	LEFTOVERS=$(objects_if_any "$KINDS${FORMER_KINDS:+,$FORMER_KINDS}" | OBJECTS=$OBJECTS SCHEDULE=$SCHEDULE awk -F / "$MAP_FUNCTION"'
		BEGIN { map_of(ENVIRON["OBJECTS"], made) }
		NF == 2 {
			kind = $1
			sub(/[.].*/, "", kind)
			of_schedule = ENVIRON["SCHEDULE"] != "" && kind == "job" && $2 ~ /-job-[0-9]+$/
			if (!(kind "/" $2 in made) && kind !~ /^(pod|persistentvolumeclaim)$/ && !of_schedule) print
		}')
	OTHER_FORM=$(put "$LEFTOVERS" | grep -E -e "^($(put "$OTHER_KINDS" | tr , '|'))[./]" -e "^(cron)?job[^/]*/$CLUSTER-(head|job)\$")
}

# die_refused WHAT REPLY REMEDY [HINT]: ends the script with the API server's words. Rights and quotas have a remedy of their own.
die_refused() {
	local next
	case $(reason_of "$2") in
	forbidden) next="ask the owner of namespace $NAMESPACE for the role 'edit'" ;;
	quota) next='delete what is not needed any more, or ask for a larger quota' ;;
	*) next=$3 ;;
	esac
	die 1 "$1: $(refused_words "$2")" "$next${4-}"
}
