# ------------------------------------------------------ create: Secrets ----

# Which of SECRETS are not there yet, each line an object's name and its type, and whether their keys can be made
# here. Those that are there are kept: the pods that run know them.
find_new_secrets() {
	local name type
	NEW_SECRETS=
	while read -r name type; do
		if [ -z "$name" ] || has_line "secret/$name" "$THERE"; then continue; fi
		NEW_SECRETS="$NEW_SECRETS$name $type$NEWLINE"
		case $type in
		ssh) need_key_maker ssh-keygen "$name" ;;
		tls) need_key_maker openssl "$name" ;;
		esac
	done <<END
$SECRETS
END
}

# need_key_maker PROGRAM SECRET
need_key_maker() {
	command -v "$1" >/dev/null 2>&1 ||
		die 1 "$1 is not on the PATH: it makes the keys of the Secret $2" "install it, or run this where it is"
}

# How to be rid of what was made so far, where that is not done anyway.
removal_hint() {
	[ -n "$FINALLY" ] || printf '%s\n' "; what was made is removed with: $RUN delete"
}

# What is secret is never among a process's arguments or in its environment, where others could read it, nor in a
# file outside the scratch directory. Hence put, and unset, before it becomes local: a variable that came with the
# environment is handed on with whatever is assigned to it.
make_secrets() {
	local name type made
	[ -n "$NEW_SECRETS" ] || return 0
	note "making Secrets"
	made=
	while read -r name type; do
		[ -z "$name" ] || make_secret "$name" "$type" "$made"
		made=yes
	done <<END
$NEW_SECRETS
END
}

# make_secret NAME TYPE MADE: MADE says that it isn't the first.
make_secret() {
	unset keys
	local keys reply next
	[ "$2" = token ] || make_scratch
	keys=$("${2}_keys") || die 1 "the keys of the Secret $1 could not be made" \
			"the lines above say why${3:+$(removal_hint)}"
	remove_scratch
	if reply=$(secret_object "$1" "$keys" | ask create -f - 2>&1); then
		unset keys
		[ -n "$QUIET" ] || indented "$reply"
		return
	fi
	case $(reason_of "$reply") in
	quota) next="delete what is not needed any more, or ask for a larger quota" ;;
	forbidden) next="ask the owner of namespace $NAMESPACE for the role 'edit'" ;;
	*) next="try again: $RUN create" ;;
	esac
	die 1 "the Secret $1 was not made: $(last_line "$reply")" "$next${3:+$(removal_hint)}"
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
