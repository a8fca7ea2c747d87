#!/bin/sh
# process_code [password ACTION]: run before the program of each pod. Fetches what "code" of the profile names into
# /code/tree, and only that commit. With "password" it is what git asks for a user's name and password.
# Variables: CODE_GIT is the repository, CODE_REF a commit, branch or tag, CODE_PATH a directory in it, or empty.
# A failure is told in the pod's status. Credentials are files, and never a word of a command.
set -u
place=/code secret=/etc/clusterc/git

tell() {
	printf 'code: %s\n' "$1"
	{ printf 'code: %s\n' "$1" >/dev/termination-log; } 2>/dev/null
}

fail() {
	tell "$1"
	exit 1
}

# What git said last, in one line, without what it says of every server that it can't read from.
fail_git() {
	fail "git $1: $(grep -v -e '^$' -e 'Could not read from remote' -e 'Please make sure you have' -e 'the repository exists' \
		"$place/said" | tail -n 4 | tr '\n' ' ')"
}

# The address up to its path, without a user: the only one that gets the Secret's password.
server_of() {
	rest=${1#*://}
	rest=${rest%%/*}
	printf '%s://%s\n' "${1%%://*}" "${rest##*@}"
}

use_password() { git config "credential.$(server_of "$CODE_GIT").helper" "!sh $0 password"; }

answer_password() {
	[ "$1" = get ] && cd "$secret" || exit 0
	echo "username=$(cat username 2>/dev/null || echo git)"
	echo "password=$(cat password 2>/dev/null || cat token)"
	exit 0
}

use_key() {
	GIT_SSH_COMMAND="ssh -F /dev/null -o BatchMode=yes -o ConnectTimeout=20 -o StrictHostKeyChecking=yes"
	if [ -f "$secret/known_hosts" ]; then GIT_SSH_COMMAND="$GIT_SSH_COMMAND -o UserKnownHostsFile=$secret/known_hosts"; fi
	if [ -f "$secret/ssh-privatekey" ]; then
		GIT_SSH_COMMAND="$GIT_SSH_COMMAND -o IdentitiesOnly=yes -i $secret/ssh-privatekey"
	fi
	export GIT_SSH_COMMAND
}

fetch() { git fetch -q --no-tags --no-recurse-submodules "$@" >"$place/said" 2>&1; }

# An old server gives a commit only to who asks for all that leads to it.
fetch_commit() {
	fetch --depth 1 "$CODE_GIT" "$CODE_REF" && return
	grep -q -e 'unadvertised object' -e 'does not support shallow' "$place/said" || return
	fetch "$CODE_GIT" '+refs/heads/*:refs/remotes/all/*' '+refs/tags/*:refs/tags/*' || return
	git rev-parse -q --verify "$CODE_REF^{commit}" >"$GIT_DIR/FETCH_HEAD" 2>"$place/said"
}

[ "${1-}" != password ] || answer_password "$2"
# The volume outlives a restart of the pod.
if [ -f "$place/commit" ]; then
	tell "$(cat "$place/commit")"
	exit 0
fi
command -v git >/dev/null 2>&1 || fail 'there is no git in this image'
rm -rf "$place/git" "$place/tree"
HOME=$place GIT_DIR=$place/git GIT_WORK_TREE=$place/tree GIT_TERMINAL_PROMPT=0 GIT_ALLOW_PROTOCOL=https:http:ssh:git
export HOME GIT_DIR GIT_WORK_TREE GIT_TERMINAL_PROMPT GIT_ALLOW_PROTOCOL
{ mkdir "$place/tree" && git init -q --template= >"$place/said" 2>&1; } || fail_git init
git config http.lowSpeedLimit 1000
git config http.lowSpeedTime 60
if [ -f "$secret/ca.crt" ]; then git config http.sslCAInfo "$secret/ca.crt"; fi
case $CODE_GIT in
http://* | https://*) [ ! -d "$secret" ] || use_password ;;
*) use_key ;;
esac
fetch_commit || fail_git fetch
git checkout -q --detach FETCH_HEAD >"$place/said" 2>&1 || fail_git checkout
[ -d "$place/tree/$CODE_PATH" ] || fail "the commit has no directory $CODE_PATH"
commit=$(git rev-parse HEAD) || fail "git rev-parse"
rm -rf "$place/git"
printf '%s\n' "$commit" >"$place/commit" || fail "no space left"
tell "$commit"
