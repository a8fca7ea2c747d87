# What has to be on the machine before anything can be built: source this, and
# call need_to_build, or need with the names of more Debian packages.
# shellcheck shell=sh

need_to_build() {
	need gcc libc6-dev make autoconf automake libtool pkg-config \
		libyaml-dev libcyaml-dev libcmocka-dev libmd-dev
}

# missing_of PACKAGE...: those that are not installed, one a line.
missing_of() {
	for package; do
		dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' ||
			printf '%s\n' "$package"
	done
}

as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	else
		sudo "$@"
	fi
}

# need PACKAGE...: installs what is missing; where there is no apt-get, names it all and goes on.
need() {
	if ! command -v apt-get >/dev/null; then
		echo "This is no Debian: see yourself that the like of these is installed: $*" >&2
		return
	fi
	missing=$(missing_of "$@" | tr '\n' ' ')
	[ -n "$missing" ] || return 0
	echo "Installing $missing" >&2
	as_root apt-get update -q >&2
	printf '%s' "$missing" | as_root xargs env DEBIAN_FRONTEND=noninteractive \
		apt-get install -q -y --no-install-recommends >&2
}
