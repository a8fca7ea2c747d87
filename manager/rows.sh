# ------------------------------------------------ rows from a cluster ----

# checked KINDS...: reads rows of tab-separated fields that come from a cluster, and passes on only what is valid:
# nothing else may reach arithmetic, a path, an option or a table. Each KINDS is one form of a row: the kinds of its
# fields in order. A row of no form is dropped. "KIND?" turns a field that does not fit into a dash; "=WORD" is that
# word itself. Fields may be quoted as Go's %q does it. No field comes out empty; numbers have at most nine digits.
checked() {
	FORMS=$(printf '%s\n' "$@") awk -F '\t' '
		function kind_is(name, most, form) { longest[name] = most; pattern[name] = form }
		function fitting(kind, s) {
			if (s ~ /^".*"$/) {
				s = substr(s, 2, length(s) - 2)
				gsub(/\\[abfnrtv]/, " ", s)
				gsub(/\\"/, "\"", s)
				gsub(/\\\\/, "\\", s)
			}
			if (kind == "text") return substr(s, 1, 4096)
			if (kind ~ /^=/) return "=" s == kind ? s : ""
			if (length(s) > longest[kind] || s !~ pattern[kind]) return ""
			return kind == "number" ? s + 0 "" : s
		}
		BEGIN {
			forms = split(ENVIRON["FORMS"], form, "\n")
			kind_is("number", 9, "^[0-9]+$")
			kind_is("moment", 10, "^[0-9]+$")
			kind_is("name", 253, "^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$")
			kind_is("key", 512, "^[A-Za-z0-9][A-Za-z0-9._:/-]*$")
			kind_is("object", 317, "^[a-z][a-z0-9.]*/[A-Za-z0-9][A-Za-z0-9.:-]*$")
			kind_is("amount", 20, "^[0-9]+([.][0-9]*)?([eE][0-9][0-9]?|[numkKMGTPE]i?)?$")
			kind_is("time", 40, "^(19|20)[0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]([.][0-9]+)?Z$")
		}
		{
			for (k = 1; k <= forms; k++) {
				fields = split(form[k], kind, " ")
				row = ""
				for (i = 1; i <= fields && fields == NF; i++) {
					optional = sub(/[?]$/, "", kind[i])
					field = fitting(kind[i], $i)
					if (field == "" && !optional) break
					row = row (i > 1 ? "\t" : "") (field == "" ? "-" : field)
				}
				if (i > fields) {
					print row
					next
				}
			}
		}'
}

# awk that reads a list of the environment: map[KEY] is VALUE for each of its lines, both numbers of fields; map[LINE] if KEY is 0.
MAP_FUNCTION='function map_of(list, map, key, value, line, field, n, i) {
	n = split(list, line, "\n")
	for (i = 1; i <= n; i++) {
		split(line[i], field)
		map[key ? field[key] : line[i]] = field[value]
	}
}'

# list_objects WORDS...: what there is, one kind/name a line. Where that is refused, the words that say why.
list_objects() {
	local listed
	listed=$(ask get "$@" -o name 2>&1) || { put "$listed"; return 1; }
	put "$listed" | checked object
}
