# ----------------------------------------------------------------- main ----

main() {
	ME=${0##*/}
	choose_colours
	call_line
	take_words common_option "$@"
	shift "$TAKEN"
	if [ $# -eq 0 ]; then help >&2; exit 2; fi
	is_verb "$1" || inapplicable "$1" || unknown_verb "$1"
	VERB=$1
	shift
	case $VERB in
	*-*) "do_${VERB%%-*}_${VERB#*-}" "$@" ;;
	*) "do_$VERB" "$@" ;;
	esac
}

main "$@"
