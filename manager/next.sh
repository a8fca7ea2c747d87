# ---------------------------------------------- create: what to do next ----

show_connections() {
	local roles
	[ -z "$QUIET" ] || return 0
	good "$CLUSTER is ready: $(plural "$PODS" pod)"
	roles=$(web_roles)
	! has_line head "$roles" || say "  dashboards:          $RUN port-forward"
	! has_line notebook "$roles" || say "  the notebook:        $RUN port-forward"
	[ -z "$SMOKE_PROGRAM" ] || say "  see that it works:   $RUN smoke"
	[ -z "$SUBMIT" ] || say "  run a program on it: $RUN submit FILE [ARGUMENTS]"
	say "  a shell in it:       $RUN shell"
	[ -z "$CONNECT" ] || say "  from pods inside:    $CONNECT"
	say "  remove it all:       $RUN delete"
}
