# --------------------------------------------------------------- submit ----

do_submit() {
	take_words program_option "$@"
	shift "$TAKEN"
	need_program "$@"
	run_on_head "$SUBMIT" "$@"
}

# The options in front of the program, of submit and of run.
program_option() { if [ "$VERB" = run ]; then deleting_option "$@"; else common_option "$@"; fi; }

# need_program WORD...: PROGRAM is a file, or a directory and a file in it.
need_program() {
	[ -n "$SUBMIT" ] || die 2 "$TITLE has no way of its own to run a program" "a shell on the $HEAD: $RUN shell"
	[ $# -gt 0 ] || usage "$VERB needs a file"
	PROGRAM=$1
	if [ -d "$1" ]; then
		[ $# -gt 1 ] || usage "$1 is a directory: which program in it is to be run?"
		case /$2/ in */../* | //*) usage "the program has to be in the directory $1, not '$2'" ;; esac
		PROGRAM=$1/$2
	fi
	{ [ -f "$PROGRAM" ] && [ -r "$PROGRAM" ]; } || die 2 "there is no file '$PROGRAM' that can be read" "check the path"
}
