# --------------------------------------------------------------- submit ----

do_submit() {
	take_words program_option "$@"
	shift "$TAKEN"
	need_program "$@"
	run_on_head "$SUBMIT" "$@"
}

# The options in front of the program, of submit and of run.
program_option() {
	if [ "$VERB" = run ]; then deleting_option "$@"; else waiting_option "$@"; fi
	case $TOOK:$SUBMIT_OPTIONS:$1 in
	0:?*:-?*)
		die 2 "$VERB does not take '$1'" "options for the command that starts the program follow --: $RUN $VERB -- $(quoted "$1") ..." ;;
	esac
}

# need_program WORD...: PROGRAM is a file, or a directory and a file in it, after LEADING words for the framework's command.
need_program() {
	[ -n "$SUBMIT" ] || die 2 "$TITLE has no way of its own to run a program" "a shell on the $HEAD: $RUN shell"
	count_leading "$@"
	shift "$LEADING"
	[ $# -gt 0 ] || usage "$VERB needs a file"
	PROGRAM=$1
	if [ -d "$1" ]; then
		[ -z "$SUBMIT_ALONE" ] || die 2 "$1 is a directory, and $TITLE takes one file: $SUBMIT_ALONE" \
			"name the file alone: $RUN $VERB FILE"
		[ $# -gt 1 ] || usage "$1 is a directory: which program in it is to be run?"
		case /$2/ in */../* | //*) usage "the program has to be in the directory $1, not '$2'" ;; esac
		PROGRAM=$1/$2
	fi
	{ [ -f "$PROGRAM" ] && [ -r "$PROGRAM" ]; } || die 2 "there is no file '$PROGRAM' that can be read" "check the path"
}

# count_leading WORD...: LEADING of them are options of the framework's command, or values of those.
count_leading() {
	local words values
	LEADING=0 words=$#
	[ -n "$SUBMIT_OPTIONS" ] || return 0
	while [ $# -gt 0 ]; do
		case $1 in -?*) ;; *) break ;; esac
		values=$(values_of "$1")
		[ $# -gt "$values" ] || usage "$1 needs a value"
		shift "$((values + 1))"
	done
	LEADING=$((words - $#))
}

# How many words follow the option as its values, as SUBMIT_OPTIONS has them: "-c, --class NAME; -f FILE".
values_of() {
	put "$SUBMIT_OPTIONS" | WORD=$1 awk '
		BEGIN { RS = ";" }
		{
			values = known = 0
			for (i = 1; i <= NF; i++) {
				name = $i
				sub(/,$/, "", name)
				if (name !~ /^-/) values++
				else if (name == ENVIRON["WORD"]) known = 1
			}
			if (known) found = values
		}
		END { print found + 0 }'
}
