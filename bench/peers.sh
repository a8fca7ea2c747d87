# The programs that clusterc is compared with, each in the version it was measured in: source this, and call
# install_peers, which builds what isn't there yet into $peers by Go, from Go's own registry. What can't be
# had is told and left out.
# shellcheck shell=sh
peers=${XDG_CACHE_HOME:-$HOME/.cache}/clusterc-bench

# install_peer NAME MODULE VERSION [PACKAGE OF THE MODULE]: by a module of its own that asks for it. `go install
# PACKAGE@VERSION` would do the same, but asks the registry for all versions first, and not every mirror tells them.
# (Since Go 1.17 a module names all it needs: with that line the needs of needs aren't fetched to find that out.)
install_peer() {
	[ ! -x "$peers/$1" ] || return 0
	echo "building $2 $3" >&2
	rm -rf "$peers/$1.module"
	mkdir -p "$peers/$1.module"
	printf 'module peer\ngo 1.21\nrequire %s %s\n' "$2" "$3" >"$peers/$1.module/go.mod"
	(cd "$peers/$1.module" && nice go build -mod=mod -o "$peers/$1" "$2${4:+/$4}") >"$peers/$1.log" 2>&1 ||
		echo "left out: $1: $(tail -n 1 "$peers/$1.log")" >&2
}

install_peers() {
	if ! command -v go >/dev/null; then
		echo "left out: all that would have to be built, because there is no go" >&2
		return
	fi
	install_peer jsonnet github.com/google/go-jsonnet v0.22.0 cmd/jsonnet
	install_peer cue cuelang.org/go v0.17.1 cmd/cue
	install_peer ytt carvel.dev/ytt v0.52.0 cmd/ytt
	install_peer helm helm.sh/helm/v4 v4.3.1 cmd/helm
	install_peer kustomize sigs.k8s.io/kustomize/kustomize/v5 v5.8.2
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
