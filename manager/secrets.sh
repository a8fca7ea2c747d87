# ------------------------------------------------------ create: Secrets ----

# Which of SECRETS are not there yet, each line an object's name and its type,
# and whether their keys can be made here. Those that are there are kept: the
# pods that run know them.
find_new_secrets() {
	NEW_SECRETS=
	while read -r name type; do
		if [ -z "$name" ] || has_line "secret/$name" "$there"; then continue; fi
		NEW_SECRETS="$NEW_SECRETS$name $type$NEWLINE"
		case $type in
		ssh) need_key_maker ssh-keygen ;;
		tls) need_key_maker openssl ;;
		esac
	done <<END
$SECRETS
END
}

need_key_maker() {
	command -v "$1" >/dev/null 2>&1 ||
		die 1 "$1 is not on the PATH: it makes the keys of the Secret $name" "install it, or run this where it is"
}

# How to be rid of what was made so far, where that is not done anyway.
removal_hint() {
	[ -n "$FINALLY" ] || printf '%s\n' "; what was made is removed with: $RUN delete"
}

# What is secret is never among a process's arguments or in its environment, where
# others could read it, nor in a file outside the scratch directory. Hence put, and
# unset: a variable that came with the environment is handed on with whatever is
# assigned to it.
make_secrets() {
	[ -n "$NEW_SECRETS" ] || return 0
	note "making Secrets"
	made=
	while read -r name type; do
		[ -z "$name" ] || make_secret
	done <<END
$NEW_SECRETS
END
}

make_secret() {
	unset keys
	[ "$type" = token ] || make_scratch
	keys=$("${type}_keys") ||
		die 1 "the keys of the Secret $name could not be made" \
			"the lines above say why${made:+$(removal_hint)}"
	remove_scratch
	if reply=$(secret_object | ask create -f - 2>&1); then
		unset keys
		made=yes
		[ -n "$QUIET" ] || printf '%s\n' "$reply" | sed 's/^/  /' | clean
		return
	fi
	case $reply in
	*'exceeded quota'*) next="delete what is not needed any more, or ask for a larger quota" ;;
	*'(Forbidden)'* | *'is forbidden'*) next="ask the owner of namespace $NAMESPACE for the role 'edit'" ;;
	*) next="try again: $RUN create" ;;
	esac
	die 1 "the Secret $name was not made: $(last_line "$reply")" "$next${made:+$(removal_hint)}"
}

secret_object() {
	put "${SECRET_METADATA}  name: \"$name\"
apiVersion: v1
kind: Secret
type: Opaque
stringData:
$keys"
}

# 32 bytes of the system's random source.
token_keys() {
	od -A n -v -t x1 -N 32 /dev/urandom | awk '
		{ for (i = 1; i <= NF; i++) digits = digits $i }
		END { if (length(digits) != 64) exit 1; print "  token: \"" digits "\"" }'
}

# One pair for whoever logs in, one for the hosts, which are all known by it.
ssh_keys() {
	for file in id host_key; do
		ssh-keygen -q -t ed25519 -N '' -C "$CLUSTER" -f "$SCRATCH/$file" </dev/null >&2 || return 1
	done
	awk '{ print "* " $1 " " $2 }' "$SCRATCH/host_key.pub" >"$SCRATCH/known_hosts"
	key id id
	key authorized_keys id.pub
	key host_key host_key
	key known_hosts known_hosts
}

# One self-signed pair for all pods, in both directions. It says of itself what
# strict readers want of a certificate that is its own authority.
tls_keys() {
	cat >"$SCRATCH/request" <<END
[req]
prompt = no
distinguished_name = subject
x509_extensions = extensions
[subject]
CN = $CLUSTER
[extensions]
basicConstraints = critical, CA:TRUE
keyUsage = critical, digitalSignature, keyCertSign
extendedKeyUsage = serverAuth, clientAuth
subjectKeyIdentifier = hash
subjectAltName = DNS:$CLUSTER-head, DNS:$CLUSTER-worker, DNS:*.$CLUSTER-worker$(worker_names worker)$(group_names)
END
	{
		openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:prime256v1 \
			-pkeyopt ec_param_enc:named_curve -out "$SCRATCH/key" &&
			openssl req -new -x509 -sha256 -days 365 -config "$SCRATCH/request" \
				-key "$SCRATCH/key" -out "$SCRATCH/certificate"
	} >"$SCRATCH/log" 2>&1 || {
		cat "$SCRATCH/log" >&2
		return 1
	}
	key tls.crt certificate
	key tls.key key
	key ca.crt certificate
}

# Each worker by its own name: OpenSSL takes no star with only one dot behind it. scale may
# make more of them.
worker_names() {
	awk -v name="$CLUSTER-$1" -v workers="$((WORKERS > 64 ? WORKERS : 64))" 'BEGIN {
		for (i = 0; i < workers; i++) printf ", DNS:%s-%d.%s", name, i, name
	}'
}

# How many of the workers are of which group isn't known here.
group_names() {
	for group in $GROUPS_OF_WORKERS; do
		printf ', DNS:%s, DNS:*.%s%s' "$CLUSTER-$group" "$CLUSTER-$group" "$(worker_names "$group")"
	done
}

# key NAME FILE: a file of the scratch directory as a key of a Secret.
key() {
	printf '  %s: |\n' "$1"
	sed 's/^/    /' "$SCRATCH/$2"
}
