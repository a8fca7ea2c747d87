# ------------------------------------------ port-forward: the addresses ----

# In the background they are written down for whoever started it. 1 if it is too early for them.
show_forwards() {
	if [ -z "$WORD" ]; then announce_forwards
	else announce_forwards >"$NOTE.new" && mv "$NOTE.new" "$NOTE.pages"
	fi
}

# The addresses of all pages and ports, once each has one whose pod is there. Tokens are kept from other processes as in
# make_secrets: in a subshell, so that what the environment had of these names is gone from it.
announce_forwards() (
	unset token pages
	local token pages tunnels given name role port secret query page caption
	pages='' tunnels=''
	while read -r name role port secret query page caption; do
		given=$(noted "$SCRATCH/$role.$name.port")
		if [ -z "$given" ]; then [ -e "$SCRATCH/$role.away" ] || exit 1; continue; fi
		tunnels="$tunnels -L $given:127.0.0.1:$given"
		token=$(read_token) || token='?'
		case $token in *[!A-Za-z0-9._~+/=-]*) warn "$name: the token in the Secret $secret cannot be read"; token= ;; esac
		case $page in
		-) pages="$pages${pages:+$NEWLINE}$caption${TAB}127.0.0.1:$given" ;;
		*) pages="$pages${pages:+$NEWLINE}$caption${TAB}http://127.0.0.1:$given$page" ;;
		esac
		case $query:$token in
		*:) ;;
		-:*) pages="$pages$NEWLINE  token: $token" ;;
		*) pages="$pages?$query=$token" ;;
		esac
	done <<END
$WEB_PORTS
END
	put "$pages" | columns | clean
	[ -n "${SSH_CONNECTION-}" ] || exit 0
	given=${LOGIN_HOST:-$(printf '%s\n' "$SSH_CONNECTION" | awk '{ print $3 }')}
	say "on your own machine: ssh -N$tunnels $(id -un)@$given"
)

read_token() {
	[ "$secret" = - ] ||
		ask get secret "$secret" -o 'go-template={{with index .data "token"}}{{base64decode .}}{{end}}' 2>/dev/null
}
