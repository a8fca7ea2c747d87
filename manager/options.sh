# ------------------------------------------------------- common options ----

# take_words FUNCTION WORD...: hands the words to the function, which sets TOOK to how many it took off the front, until
# it takes none or after "--". TAKEN is how many those are. An option that it doesn't take is wrong use.
take_words() {
	local taker
	taker=$1
	shift
	TAKEN=0
	while [ $# -gt 0 ]; do
		TOOK=1
		[ "$1" = -- ] || "$taker" "$@"
		case $TOOK:$1 in
		0:-?*) [ -n "$VERB" ] || usage "there is no option '$1'"; usage "$VERB does not take '$1'" ;;
		0:*) return ;;
		esac
		TAKEN=$((TAKEN + TOOK))
		[ "$1" != -- ] || return 0
		shift "$TOOK"
	done
}

# take_all FUNCTION WORD...: for verbs that have no other words.
take_all() {
	take_words "$@"
	shift "$((TAKEN + 1))"
	[ $# -eq 0 ] || usage "$VERB does not take '$1'"
}

# common_option WORD...: takes an option that every verb knows.
common_option() {
	TOOK=1
	case $1 in
	-n | --namespace | --namespace=*) value_of 'a value' "$@"; NAMESPACE=$VALUE ;;
	--context | --context=*) value_of 'a value' "$@"; CONTEXT=$VALUE ;;
	-y | --yes) YES=yes ;;
	-q | --quiet) QUIET=yes ;;
	-[yq][yq]*) common_option "${1%"${1#-?}"}"; common_option "-${1#-?}" ;;
	-h | --help) help "$VERB"; exit 0 ;;
	*) TOOK=0 ;;
	esac
}

# For verbs that wait: --timeout SECONDS as well.
waiting_option() {
	case $1 in
	--timeout | --timeout=*)
		value_of 'a number of seconds' "$@"
		need_seconds "$VALUE"
		TIMEOUT=$VALUE ;;
	*) common_option "$@" ;;
	esac
}

# need_seconds WORD: of the option just read.
need_seconds() { case $1 in *[!0-9]* | ???????*) usage "a time limit is a number of seconds, at most 999999, not '$1'" ;; esac; }

# value_of WHAT WORD...: VALUE is the option's, in the same word or the next.
value_of() {
	case $2 in
	--*=*) VALUE=${2#*=} TOOK=1 ;;
	*) VALUE=${3-} TOOK=2 ;;
	esac
	[ -n "$VALUE" ] || usage "${2%%=*} needs $1"
}
