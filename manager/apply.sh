# ------------------------------------------------- create: the manifest ----

# with_manifest SECONDS VERB: kubectl's apply or diff. Plain apply keeps a copy of each object in an annotation of at most
# 256 KiB. For a larger manifest, the compiler asks for server-side apply, which keeps none.
with_manifest() {
	set -- "$@" --server-side --force-conflicts
	[ -n "$SERVER_SIDE" ] || set -- "$1" "$2"
	within "$@" -f "$MANIFEST_PATH" 2>&1
}

apply_manifest() {
	local reply hint next
	forget_warnings
	note "applying $MANIFEST"
	if reply=$(with_manifest "$((TIMEOUT + 60))" apply); then [ -n "$QUIET" ] || indented "$reply"; return; fi
	hint=$(removal_hint)
	case $(reason_of "$reply"):$reply in
	forbidden:*' cannot '*) die_refused "the cluster did not take the manifest" "$reply" '' "$hint" ;;
	immutable:*) next="what changed cannot be changed in place: $RUN delete, then $RUN create" ;;
	quota:*) next="the namespace's quota is used up: delete what is not needed any more, or ask for a larger one$hint" ;;
	forbidden:* | pod-security:* | limit-range:*) next="ask the owner of namespace $NAMESPACE for what the lines above name$hint" ;;
	no-namespace:*) die 1 "there is no namespace $NAMESPACE" "name yours with -n NAMESPACE" ;;
	*) next=${hint#; } ;;
	esac
	# Of a Job's pods all of what they are is told.
	put "$reply" | sed -e 's/core\.PodTemplateSpec{.*}: /its pods: /' -e 's/^/  /' | clean >&2
	die 1 "the cluster did not take the manifest" "$next"
}
