# What all managers do is in one file, which has to lie beside them as it was generated.
refuse() {
	printf '%s\n' "$CLUSTER.sh: $1" "  $2, or generate again with clusterc" >&2
	exit 1
}
[ -r "$HERE/$BODY" ] || refuse "there is no $BODY beside it" 'copy that file here, too'
[ "$(cksum <"$HERE/$BODY" | tr -s '[:blank:]' ' ')" = "$BODY_CKSUM" ] ||
	refuse "$BODY was changed" 'copy it here again from where it was generated'
. "$HERE/$BODY"
