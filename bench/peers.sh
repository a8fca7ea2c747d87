# The programs that clusterc is compared with, each in the version it was measured in: source this, and call
# install_peers, which builds what isn't there yet into $peers by Go, from Go's own registry. What can't be
# had is told and left out.
# shellcheck shell=sh
peers=${XDG_CACHE_HOME:-$HOME/.cache}/clusterc-bench

# install_peer NAME PACKAGE@VERSION
install_peer() {
	[ -x "$peers/$1" ] && return
	echo "building $2" >&2
	GOBIN=$peers nice go install "$2" >"$peers/$1.log" 2>&1 ||
		echo "left out: $1: $(tail -n 1 "$peers/$1.log")" >&2
}

install_peers() {
	if ! command -v go >/dev/null; then
		echo "left out: all that would have to be built, because there is no go" >&2
		return
	fi
	mkdir -p "$peers"
	install_peer jsonnet github.com/google/go-jsonnet/cmd/jsonnet@v0.22.0
	install_peer cue cuelang.org/go/cmd/cue@v0.17.1
	install_peer ytt carvel.dev/ytt/cmd/ytt@v0.52.0
	install_peer helm helm.sh/helm/v4/cmd/helm@v4.3.1
	install_peer kustomize sigs.k8s.io/kustomize/kustomize/v5@v5.8.2
}

# commands_of_peers DIRECTORY: NAME, a tab and the command, of each that is there, on the inputs in the directory.
commands_of_peers() {
	peer jsonnet "-S --tla-str-file profile=$1/profile.yaml $1/jsonnet/main-yaml.jsonnet"
	peer cue "export $1/cue/cluster.cue $1/profile.yaml -l profile: -e out --out text"
	peer ytt "-f $1/ytt --data-values-file $1/profile.yaml"
	peer helm "template demo $1/helm/spark"
	peer kustomize "build $1/kustomize/overlay"
}

peer() {
	[ -x "$peers/$1" ] && printf '%s\t%s %s\n' "$1" "$peers/$1" "$2"
	return 0
}
