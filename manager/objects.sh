# ----------------------------------------------- objects of the cluster ----

# Does this cluster end by itself? Its pods are then of Jobs.
ends() { [ -n "$ENDS" ]; }

# objects_if_any KINDS: what there is of them, as far as it may be looked at: who may not look at a kind made none.
objects_if_any() {
	local found
	[ -n "$1" ] || return 0
	found=$(list_objects "$1" --selector "$SELECTOR") || return 0
	put "$found"
}

# What there is of the other form, one kind/name a line: a profile that got a lifetime, or lost it, makes nothing of the same kind.
other_form() { objects_if_any "$OTHER_KINDS"; }

our_claims() { objects_if_any persistentvolumeclaims | sed -n '/^persistentvolumeclaim\//p'; }

# The kinds in a list of objects, with a comma before each.
kinds_of() {
	printf '%s\n' "$1" | awk -F / 'NF > 1 && !seen[$1]++ { list = list "," $1 } END { print list }'
}

# existing [,KIND...]: what there is of this cluster, one kind/name a line.
existing() { list_objects "$KINDS${1-}" --selector "$SELECTOR"; }
