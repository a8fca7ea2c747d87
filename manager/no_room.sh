# ----------------------------------------- create: why nothing has room ----

explain_room() {
	local words lacking
	words=$P_ROOM
	# What follows is about making room by ending others, which nobody asked for.
	words=${words%% preemption:*}
	words=${words%. not found}
	say "  the scheduler says: ${words%% no new claims*}"
	lacking=$(printf '%s\n' "$words" | lacking_resources)
	case $words in
	*persistentvolumeclaim* | *PersistentVolumeClaim*)
		explain_claims
		say "  storage it needs is not there: mend the claim or its storage class in the profile, or ask whoever runs the cluster" ;;
	*)
		[ -z "$lacking" ] || {
			say "  the nodes lack: $lacking"
			compare_with_nodes "$lacking" | clean
		}
		case $lacking:$words in
		:*' unschedulable'* | :*/unschedulable*) say "  the nodes are closed for new pods: wait until they are opened again, or ask whoever runs the cluster" ;;
		*' unschedulable'* | */unschedulable*) say "  some nodes are closed for new pods: ask for less of it in the profile, or wait until they are opened again" ;;
		*) say "  ask for less of it in the profile, or wait until others are done" ;;
		esac ;;
	esac
}

# For each resource that is lacking: what the pod asks for, and what the largest node has, where
# nodes may be looked at.
compare_with_nodes() {
	ask get nodes -o 'go-template={{range .items -}}
{{range $name, $value := .status.allocatable}}{{printf "%q\t%q\n" $name $value}}{{end}}{{end}}' 2>/dev/null |
		checked 'key amount' | ASKED=$(printf '%s\n' "$POD_QUOTA" | sed -n "s/^${ONE:-$P_ROLE} [0-9]*/$P_ROLE 1/p") LACKING=$1 \
		awk -F '\t' "$(amount_functions)"'
		BEGIN { sum_asked(ENVIRON["ASKED"]) }
		{ nodes++; here[$1] = 1; if ((value = amount($2, $1)) > most[$1]) most[$1] = value }
		END {
			n = split(ENVIRON["LACKING"], lacking, ", ")
			for (i = 1; i <= n; i++) {
				name = lacking[i]
				wanted = ("requests." name) in asked ? asked["requests." name] : 0
				if (!wanted) continue
				words = "  " name ": it asks for " written(wanted, name)
				if (name in here) words = words ", the largest node has " written(near(most[name], name), name) \
					(most[name] < wanted ? ": no node is large enough" : " in all, of which others have too much now")
				else if (nodes) words = words ", no node has any"
				print words
			}
		}'
}

# The claims of this cluster that are not bound: their state, and what the cluster says of them.
explain_claims() {
	local said name phase class size text
	said=$(ask get events --field-selector involvedObject.kind=PersistentVolumeClaim --sort-by=.lastTimestamp \
		-o 'go-template={{range .items}}{{printf "%q\t%q\n" .involvedObject.name .message}}{{end}}' 2>/dev/null | checked 'name text?')
	claim_rows | while IFS=$TAB read -r name phase class size; do
		if [ -z "$name" ] || [ "$phase" = Bound ]; then continue; fi
		say "  the claim $name, of $size with storage class $class: $phase"
		text=$(put "$said" | CLAIM=$name awk -F '\t' '$1 == ENVIRON["CLAIM"] { text = $2 } END { print text }')
		[ -z "$text" ] || say "  the cluster says of it: $text"
	done
}

# The claims the pods refer to: name, phase, storage class, size.
claim_rows() {
	local claim
	printf '%s\n' "$OBJECTS" "$NEEDED_OBJECTS" | sed -n 's|^persistentvolumeclaim/||p' | sort -u | while read -r claim; do
		ask get persistentvolumeclaim "$claim" --ignore-not-found \
			-o 'go-template={{printf "%q\t%q\t%q\t%q\n" .metadata.name .status.phase .spec.storageClassName .spec.resources.requests.storage}}' 2>/dev/null
	done | checked 'name name? name? amount?'
}

# The resources named in "Insufficient cpu, 2 Insufficient nvidia.com/gpu.", once each.
lacking_resources() {
	awk '
		{
			while (match($0, /Insufficient [^,. ]+([.\/][^,. ]+)*/)) {
				name = substr($0, RSTART + 13, RLENGTH - 13)
				if (!seen[name]++) list = list (list == "" ? "" : ", ") name
				$0 = substr($0, RSTART + RLENGTH)
			}
		}
		END { print list }'
}
