# ------------------------------------------------------ create: Secrets ----

# Which of SECRETS are not there yet, each line an object's name and its type, and whether their keys can be made
# here. Those that are there are kept: the pods that run know them.
find_new_secrets() {
	local missing name type maker
	NEW_SECRETS='' missing=$(judged missing)
	while read -r name type; do
		has_line "secret/$name" "$missing" || continue
		NEW_SECRETS="$NEW_SECRETS$name $type$NEWLINE"
		case $type in ssh) maker=ssh-keygen ;; tls) maker=openssl ;; *) continue ;; esac
		command -v "$maker" >/dev/null 2>&1 ||
			die 1 "$maker is not on the PATH: it makes the keys of the Secret $name" "install it, or run this where it is"
	done <<END
$SECRETS
END
}

# How to be rid of what was made so far, where that is not done anyway.
removal_hint() {
	[ -n "$FINALLY" ] || printf '%s\n' "; what was made is removed with: $RUN delete"
}

# What is secret is never among a process's arguments or in its environment, where others could read it, nor in a
# file outside the scratch directory. Hence put, and unset, before it becomes local: a variable that came with the
# environment is handed on with whatever is assigned to it.
make_secrets() {
	local name type hint
	[ -n "$NEW_SECRETS" ] || return 0
	note "making Secrets"
	hint=
	while read -r name type; do
		[ -z "$name" ] || make_secret "$name" "$type" "$hint"
		hint=$(removal_hint)
	done <<END
$NEW_SECRETS
END
}

# make_secret NAME TYPE HINT
make_secret() {
	unset keys
	local keys reply
	[ "$2" = token ] || make_scratch
	keys=$("${2}_keys") || die 1 "the keys of the Secret $1 could not be made" "the lines above say why$3"
	remove_scratch
	reply=$(secret_object "$1" "$keys" | ask create -f - 2>&1) ||
		die_refused "the Secret $1 was not made" "$reply" "try again: $RUN create" "$3"
	unset keys
	[ -n "$QUIET" ] || indented "$reply"
}

# secret_object NAME KEYS
secret_object() {
	put "${SECRET_METADATA}  name: \"$1\"
apiVersion: v1
kind: Secret
type: Opaque
stringData:
$2"
}

# 32 bytes of the system's random source.
token_keys() {
	od -A n -v -t x1 -N 32 /dev/urandom | awk '
		{ for (i = 1; i <= NF; i++) digits = digits $i }
		END { if (length(digits) != 64) exit 1; print "  token: \"" digits "\"" }'
}

# One pair for whoever logs in, one for the hosts, which are all known by it.
ssh_keys() {
	local file
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
subjectAltName = $(host_names)
END
	{
		openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:prime256v1 \
			-pkeyopt ec_param_enc:named_curve -out "$SCRATCH/key" &&
			openssl req -new -x509 -sha256 -days 365 -config "$SCRATCH/request" \
				-key "$SCRATCH/key" -out "$SCRATCH/certificate"
	} >"$SCRATCH/log" 2>&1 || { cat "$SCRATCH/log" >&2; return 1; }
	key tls.crt certificate
	key tls.key key
	key ca.crt certificate
}

# Names of the hosts of TLS_HOSTS. Each pod has its own: OpenSSL takes no star with only one dot behind it.
host_names() {
	printf '%s\n' "$TLS_HOSTS" | awk '
		$2 != "" { list = list ", DNS:" $1 }
		$2 > 0 { list = list ", DNS:*." $1 }
		{ for (i = 0; i < $2; i++) list = list ", DNS:" $1 "-" i "." $1 }
		END { print substr(list, 3) }'
}

# key NAME FILE: a file of the scratch directory as a key of a Secret.
key() { printf '  %s: |\n' "$1"; sed 's/^/    /' "$SCRATCH/$2"; }
