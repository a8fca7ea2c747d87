# ------------------------------------------ port-forward: the addresses ----

# In the background they are written down for whoever started it.
show_forwards() {
	if [ -z "$WORD" ]; then
		announce_forwards
	elif announce_forwards >"$NOTE.new" && [ -s "$NOTE.new" ]; then
		mv "$NOTE.new" "$NOTE.pages"
	fi
}

# All pages' addresses, once each has one whose pod is there. Tokens are kept from
# other processes as in make_secrets, and have only characters that tokens are made of.
announce_forwards() {
	unset token pages
	pages='' tunnels='' number=0
	while read -r name role port secret query page caption; do
		[ -n "$name" ] || continue
		number=$((number + 1))
		if [ ! -s "$SCRATCH/$number.port" ]; then
			[ -e "$SCRATCH/$role.away" ] || return 0
			continue
		fi
		given=$(cat "$SCRATCH/$number.port")
		tunnels="$tunnels -L $given:127.0.0.1:$given"
		token=$(read_token) || token='?'
		case $token in
		*[!A-Za-z0-9._~+/=-]*)
			warn "$name: the token in the Secret $secret cannot be read"
			token=
			;;
		esac
		pages="$pages${pages:+$NEWLINE}$caption${TAB}http://127.0.0.1:$given$page"
		case $query:$token in
		*:) ;;
		-:*) pages="$pages$NEWLINE  token: $token" ;;
		*) pages="$pages?$query=$token" ;;
		esac
	done <<END
$WEB_PORTS
END
	put "$pages" | columns | clean
	if [ -n "${SSH_CONNECTION-}" ]; then
		host=${LOGIN_HOST:-$(printf '%s\n' "$SSH_CONNECTION" | awk '{ print $3 }')}
		say "on your own machine: ssh -N$tunnels $(id -un)@$host"
	fi
	[ -n "$announced$WORD" ] || note "Ctrl-C ends it"
	announced=yes
}

read_token() {
	[ "$secret" = - ] ||
		ask get secret "$secret" -o 'go-template={{with index .data "token"}}{{base64decode .}}{{end}}' 2>/dev/null
}
