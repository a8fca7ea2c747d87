# ---------------------------------------------------------------- words ----

# Drops what isn't UTF-8, control characters, marks that change the direction of
# text, and what can't be seen: no text from a cluster or a profile can steer the
# terminal. What is left are whole characters, so that a second pass finds nothing.
clean() { tr -d '\000-\010\013-\037\177' | sed -E "$ONLY_TEXT"; }

# The same of what comes line by line, for a terminal: one program only writes each line at once there. Colours go as a whole.
clean_lines() { sed -E "s/$COLOUR//g; s/$CONTROL//g; $ONLY_TEXT"; }

# put TEXT: as it is, by a builtin: no other process has it among its words. A here-document
# would be a file in some shells.
put() {
	case $PRINTF in
	*/*) print -r -- "$1" ;;
	*) printf '%s\n' "$1" ;;
	esac
}

# text TEXT: a line of what clean leaves of it. Mostly that is all of it, and no other program is needed.
text() {
	case $1 in
	*[!\ -~]*) put "$1" | clean ;;
	*) put "$1" ;;
	esac
}

say() { text "$*"; }

# Lines of a reply, below what is said of them.
indented() { put "$1" | sed 's/^/  /' | clean; }

in_a_line() { put "$1" | paste -s -d ' ' -; }

# Progress: what --quiet silences.
note() { [ -n "$QUIET" ] || say "$*"; }

warn() { text "$ME: $*" >&2; }

# die CODE WHAT [NEXT]: one line for what is wrong, one for what to do.
die() { complain "$2" "${3-}"; exit "$1"; }

complain() {
	painted "$RED" "$ME: $1" >&2
	[ -z "${2-}" ] || text "  $2" >&2
}

# usage WHAT: the words on the command line make no sense.
usage() { die 2 "$1" "see: $RUN ${VERB:+$VERB }--help"; }

painted() { put "$1$(text "$2")$PLAIN"; }

good() { painted "$GREEN" "$*"; }
bad() { painted "$RED" "$*"; }

# Colours only where a person looks, and not against NO_COLOR.
choose_colours() {
	RED='' GREEN='' PLAIN=''
	if [ -t 1 ] && [ -t 2 ] && [ -z "${NO_COLOR-}" ] && [ "${TERM:-dumb}" != dumb ]; then
		RED=$(printf '\033[31m') GREEN=$(printf '\033[32m') PLAIN=$(printf '\033[0m')
	fi
}

# A word as it has to be typed into a shell.
quoted() {
	case $1 in
	'' | *[!A-Za-z0-9_./:=@%+-]*) printf '%s\n' "$1" | sed "s/'/'\\\\''/g; 1s/^/'/; \$s/\$/'/" ;;
	*) printf '%s\n' "$1" ;;
	esac
}

# How this script is called, for the lines that say what to do next.
call_line() {
	RUN=$(quoted "$0")
	case $0 in
	*/*) [ -x "$0" ] || RUN="sh $RUN" ;;
	*) RUN="sh $RUN" ;;
	esac
}

# confirm QUESTION: asks, unless --yes was given.
confirm() {
	local answer
	[ -z "$YES" ] || return 0
	need_terminal "$1"
	printf '%s [y/N] ' "$1" | clean
	read -r answer || answer=
	case $answer in [Yy] | [Yy][Ee][Ss]) ;; *) die 1 "nothing was done" ;; esac
}

# confirm_by_name QUESTION: for what can't be undone, the cluster's name has to be typed.
confirm_by_name() {
	local answer
	[ -z "$YES" ] || return 0
	need_terminal "$1"
	bad "$1"
	printf 'To go on, type the name of the cluster, %s: ' "$CLUSTER" | clean
	read -r answer || answer=
	[ "$answer" = "$CLUSTER" ] || die 1 "nothing was done"
}

need_terminal() {
	[ -t 0 ] || die 2 "$1 There is no terminal to answer on." "add --yes if that is wanted"
}

# Lines of tab-separated fields, as columns.
columns() {
	awk -F '\t' '
		{
			fields[NR] = NF
			for (i = 1; i <= NF; i++) {
				cell[NR, i] = $i
				if (i < NF && length($i) > wide[i]) wide[i] = length($i)
			}
		}
		END {
			for (r = 1; r <= NR; r++) {
				line = ""
				for (i = 1; i < fields[r]; i++) line = line sprintf("%-" (wide[i] + 2) "s", cell[r, i])
				print line cell[r, fields[r]]
			}
		}'
}

now() { date +%s; }

# Is line $1 one of the lines in $2?
has_line() { case $NEWLINE$2$NEWLINE in *"$NEWLINE$1$NEWLINE"*) ;; *) return 1 ;; esac; }

count_lines() { printf '%s\n' "$1" | awk 'NF { n++ } END { print n + 0 }'; }

plural() {
	if [ "$1" -eq 1 ]; then printf '%s %s\n' "$1" "$2"; else printf '%s %ss\n' "$1" "$2"; fi
}

# is_number WORD: may it go into arithmetic?
is_number() { case $1 in '' | *[!0-9]* | ??????????*) return 1 ;; esac; }
