# --------------------------------------------------------------- events ----

do_events() {
	local list
	take_all common_option "$@"
	need_look
	judge_objects
	list=$(ask get events -o 'go-template={{range .items -}}
{{printf "%q\t%q\t%q\t" .involvedObject.uid (or .lastTimestamp .eventTime .metadata.creationTimestamp) .type -}}
{{printf "%q\t%q\t%q\t%q\n" .involvedObject.kind .involvedObject.name .reason .message -}}
{{end}}' 2>&1) ||
		die 1 "events cannot be read: $(refused_words "$list")" "ask the owner of namespace $NAMESPACE for the role 'view'"
	list=$(put "$list" | checked 'name time? name? name name name? text?' | UIDS=$(our_uids) awk -F '\t' "$MAP_FUNCTION"'
		BEGIN { OFS = "\t"; map_of(ENVIRON["UIDS"], ours) }
		$1 in ours { print $2, $3, tolower($4) "/" $5, $6, $7 }')
	if [ -z "$list" ]; then say "nothing was noted lately about $CLUSTER"; return; fi
	{
		printf 'AGE\tTYPE\tOBJECT\tREASON\tMESSAGE\n'
		put "$list" | sort -t "$TAB" -k 1,1 | ages 1
	} | columns | clean
}

# The uids of our pods and of what create makes. Labels anybody may set: of what has them, OBJECTS knows what is ours.
our_uids() { put "$LOOK" | cut -f 3; put "$JUDGED" | awk -F '\t' '$1 != "foreign" { print $3 }'; }
