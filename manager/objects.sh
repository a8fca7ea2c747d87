# ----------------------------------------------- objects of the cluster ----

# Does this cluster end by itself? Its pods are then of Jobs.
ends() {
	[ "$((LIFETIME + IDLE))" -gt 0 ]
}

# The kinds of what create makes, as one word for kubectl. Claims for storage
# are left out: they outlive the cluster.
kinds() {
	printf '%s\n' "$OBJECTS" | awk -F / '
		$1 != "" && $1 != "persistentvolumeclaim" && !seen[$1]++ { list = list (list == "" ? "" : ",") $1 }
		END { print list }'
}

# The kinds that only the other form of the cluster has.
other_kinds() {
	if ends; then printf '%s\n' statefulset,poddisruptionbudget; else printf '%s\n' job; fi
}

# What there is of the other form, one kind/name a line: a profile that got a lifetime, or lost
# it, makes nothing of the same kind. Who may not look at those kinds made none.
other_form() {
	objects_if_any "$(other_kinds)"
}

# Those of them that make pods.
workload_kinds() {
	printf '%s\n' "$OBJECTS" | awk -F / '
		($1 == "statefulset" || $1 == "job") && !seen[$1]++ { list = list "," $1 }
		END { print list }'
}

# objects_if_any KINDS: what there is of them, as far as it may be looked at.
objects_if_any() {
	found=$(list_objects "$1" --selector "$SELECTOR") || return 0
	put "$found"
}

# The kinds in a list of objects, with a comma before each.
kinds_of() {
	printf '%s\n' "$1" | awk -F / 'NF > 1 && !seen[$1]++ { list = list "," $1 } END { print list }'
}

our_claims() {
	objects_if_any persistentvolumeclaims | sed -n '/^persistentvolumeclaim\//p'
}

has_claims() {
	case $NEWLINE$OBJECTS in
	*"${NEWLINE}persistentvolumeclaim/"*) return 0 ;;
	*) return 1 ;;
	esac
}

# What there is of this cluster, one kind/name a line.
existing() {
	list_objects "$(kinds)${1-}" --selector "$SELECTOR"
}
