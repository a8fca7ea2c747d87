# Where the manifest is: beside this script, or beside the file that this is a link to.
case $0 in
/*) SELF=$0 ;;
*/*) SELF=./$0 ;;
*) SELF=./$0 && [ -f "$SELF" ] || SELF=$(command -v -- "$0") ;;
esac
HERE=${SELF%/*}
if [ ! -e "$HERE/$MANIFEST" ] && [ -L "$SELF" ]; then
	HERE=$(readlink -f -- "$SELF")
	HERE=${HERE%/*}
fi
