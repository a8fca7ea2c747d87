# ----------------------------------------------------------------- main ----

main() {
	ME=$(basename -- "$0")
	choose_colours
	call_line
	while [ $# -gt 0 ]; do
		case $1 in
		-?*) ;;
		*) break ;;
		esac
		common_option "$@"
		[ "$TOOK" -gt 0 ] || usage "there is no option '$1'"
		shift "$TOOK"
	done
	if [ $# -eq 0 ]; then
		help >&2
		exit 2
	fi
	is_verb "$1" || unknown_verb "$1"
	VERB=$1
	shift
	"do_$(printf '%s' "$VERB" | tr - _)" "$@"
}

main "$@"
