#!/bin/sh
# packages [-r FILE]... [PACKAGE]...: installs Python packages beside those of the image. An init container of the pod runs
# this, with the pod's own image and user.
#
# They go into a virtual environment in the directory PACKAGES, which all containers of the pod have. It sees what the
# image has: pip leaves out what is there already and fits. Each file is installed by itself, so that its hashes are for
# what is in it; the packages follow, all at once.
#
# PACKAGES_ROOM is how many KiB there are. PACKAGES_INDEX, PACKAGES_EXTRA_INDEX, PACKAGES_TRUSTED_HOST and PACKAGES_PROXY
# are the site's; pip's own variables win.
#
# If it succeeds, the container's termination message is the list of what was installed, and a checksum of it. If it
# fails, the message is the end of what pip said. PACKAGES_MESSAGE is the file that the kubelet reads it from.
set -u
message=${PACKAGES_MESSAGE:-/dev/termination-log}
site=$PACKAGES/site        # a link: the directory has the version of Python in its name
marker=$PACKAGES/.complete # what is installed, once all of it is
child=''

give_up() {
	echo "packages: $1"
	exit 1
}

# What is to be installed, and by which Python: a container that starts again finds it done.
wanted() {
	{
		python3 -V
		for word; do
			if [ -f "$word" ]; then cat "$word"; else echo "$word"; fi
		done
	} 2>&1 | cksum
}

# Empties the directory of what was left half done.
start_anew() {
	rm -rf "${PACKAGES:?}"/* "$PACKAGES"/.[!.]*
	mkdir "$PACKAGES/.tmp" || give_up "$PACKAGES can't be written to"
}

# The image's own Python may be one of a virtual environment: what that has a new one doesn't see by itself.
make_environment() {
	python3 -m venv --system-site-packages --without-pip "$PACKAGES" || give_up 'no virtual environment can be made'
	directory=$("$PACKAGES/bin/python3" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
	ln -s "$directory" "$site"
	python3 -c 'import site; print("\n".join(site.getsitepackages()))' >"$site/image.pth"
}

settings() {
	# The pod's own way to find packages is for the image's Python.
	unset PYTHONPATH
	export TMPDIR="$PACKAGES/.tmp" PIP_USER=0 PIP_RETRIES="${PIP_RETRIES:-2}"
	[ -z "${PACKAGES_INDEX-}" ] || export PIP_INDEX_URL="${PIP_INDEX_URL:-$PACKAGES_INDEX}"
	[ -z "${PACKAGES_EXTRA_INDEX-}" ] || export PIP_EXTRA_INDEX_URL="${PIP_EXTRA_INDEX_URL:-$PACKAGES_EXTRA_INDEX}"
	[ -z "${PACKAGES_TRUSTED_HOST-}" ] || export PIP_TRUSTED_HOST="${PIP_TRUSTED_HOST:-$PACKAGES_TRUSTED_HOST}"
	[ -z "${PACKAGES_PROXY-}" ] || export PIP_PROXY="${PIP_PROXY:-$PACKAGES_PROXY}"
}

is_full() {
	used=$(du -sk "$PACKAGES" 2>/dev/null | cut -f 1)
	[ "${used:-0}" -gt "$PACKAGES_ROOM" ]
}

full() {
	kill "$child" 2>/dev/null
	wait "$child"
	give_up "No space left: what is installed, and pip while it works, take more than $((PACKAGES_ROOM / 1024)) MiB"
}

# install WORD...: a pod that outgrows its volume is evicted, and nobody sees why. So pip is stopped before; what looks
# after it comes first where there is little CPU.
install() {
	nice -n 10 "$PACKAGES/bin/python3" -m pip install --no-input --no-cache-dir --disable-pip-version-check \
		--no-warn-script-location --progress-bar off "$@" &
	child=$!
	while kill -0 "$child" 2>/dev/null; do
		! is_full || full
		sleep 1
	done
	wait "$child" || exit 1
	! is_full || full
}

# NAME==VERSION of each package that was installed, in order.
installed() {
	"$PACKAGES/bin/python3" -c '
import importlib.metadata, re, sys
names = {(re.sub(r"[-_.]+", "-", one.metadata["Name"]).lower(), one.version)
         for one in importlib.metadata.distributions(path=[sys.argv[1]])}
for name, version in sorted(names):
    print(f"{name}=={version}")' "$site"
}

report() {
	installed >"$PACKAGES/.list" || give_up 'what was installed cannot be listed'
	{
		cat "$PACKAGES/.list"
		echo "checksum $(cksum <"$PACKAGES/.list" | tr ' ' -)"
	} >"$message"
}

trap 'kill "$child" 2>/dev/null; exit 143' TERM INT
command -v python3 >/dev/null || give_up 'the image has no python3'
python3 -m pip --version >/dev/null 2>&1 || give_up "the image has no pip for $(command -v python3)"
complete=$(wanted "$@")
if [ -f "$marker" ] && [ "$(cat "$marker")" = "$complete" ]; then
	echo 'packages: installed already'
	report
	exit 0
fi
start_anew
make_environment
settings
while [ "${1-}" = -r ]; do
	install -r "$2"
	shift 2
done
[ $# -eq 0 ] || install "$@"
rm -rf "$PACKAGES/.tmp"
report
echo "$complete" >"$marker"
