# ------------------------------------------------------- common options ----

# common_option WORD...: takes an option that every verb knows off the front.
# TOOK says how many words it was: 0, if it is none of these.
common_option() {
	TOOK=1
	case $1 in
	-n | --namespace | --context)
		[ $# -ge 2 ] || usage "$1 needs a value"
		TOOK=2
		place_option "$1" "$2"
		;;
	--namespace=* | --context=*) place_option "${1%%=*}" "${1#*=}" ;;
	-y | --yes) YES=yes ;;
	-q | --quiet) QUIET=yes ;;
	-[yq][yq]*)
		common_option "${1%"${1#-?}"}"
		common_option "-${1#-?}"
		;;
	-h | --help)
		help "$VERB"
		exit 0
		;;
	*) TOOK=0 ;;
	esac
}

place_option() {
	[ -n "$2" ] || usage "$1 needs a value"
	case $1 in
	--context) CONTEXT=$2 ;;
	*) NAMESPACE=$2 ;;
	esac
}

# For verbs that know nothing but the common options.
only_common_options() {
	while [ $# -gt 0 ]; do
		common_option "$@"
		[ "$TOOK" -gt 0 ] || usage "$VERB does not take '$1'"
		shift "$TOOK"
	done
}

# For verbs that wait: --timeout SECONDS as well. TOOK as above.
waiting_option() {
	case $1 in
	--timeout)
		[ $# -ge 2 ] || usage "--timeout needs a number of seconds"
		set_timeout "$2"
		TOOK=2
		;;
	--timeout=*)
		set_timeout "${1#*=}"
		TOOK=1
		;;
	*) common_option "$@" ;;
	esac
}

waiting_options() {
	while [ $# -gt 0 ]; do
		waiting_option "$@"
		[ "$TOOK" -gt 0 ] || usage "$VERB does not take '$1'"
		shift "$TOOK"
	done
}

set_timeout() {
	case $1 in
	'' | *[!0-9]* | ???????*) usage "--timeout needs a number of seconds, not '$1'" ;;
	esac
	TIMEOUT=$1
}
