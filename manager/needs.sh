# ----------------------------------------- create: what has to be there ----

# Those of NEEDED_OBJECTS that are not there. What may not be looked at may be there.
missing_needs() {
	local object reply
	printf '%s\n' "$NEEDED_OBJECTS" | while read -r object; do
		[ -z "$object" ] || reply=$(ask get "$object" -o name 2>&1) || case $(reason_of "$reply") in
		not-found | no-kind) printf '%s\n' "$object" ;;
		esac
	done
}

tell_missing() {
	local missing
	missing=$(missing_needs)
	[ -z "$missing" ] || warn "the profile names $(in_a_line "$missing"), which is not there: pods will wait until somebody makes it"
}
