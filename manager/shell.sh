# ---------------------------------------------------------------- shell ----

do_shell() {
	local terminal
	ROLE='' NUMBER='' terminal=
	take_words shell_word "$@"
	shift "$TAKEN"
	need_cluster
	need_running_pod "${ROLE:=head}" "$NUMBER"
	[ $# -gt 0 ] || set -- sh -c 'if command -v bash >/dev/null 2>&1; then exec bash; else exec sh; fi'
	! has_packages || set -- sh -c "PATH=$PACKAGES:\$PATH exec \"\$@\"" sh "$@"
	if [ -t 0 ] && [ -t 1 ]; then terminal=--tty; fi
	become_kubectl exec --stdin ${terminal:+"$terminal"} "$P_NAME" --container "${ONE:-$ROLE}" -- "$@"
}

shell_word() {
	case $1 in -*) common_option "$@" ;; *) choose_role "$1" ;; esac
}
