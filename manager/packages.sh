# -------------------------------------------------------------- packages ----

# What is wrong when packages can't be installed, by what the installer says last. The first line that fits counts: extended
# regular expressions, whether another try may help (soon) or not (now), and what to do.
PACKAGE_REMEDIES='the image has no (pip|python3)|now|it needs Python with pip: name an image that has both under image, or put the packages into the image
No space left|now|give the packages more room in the profile: packages: {list: [...], storage: 8Gi}
DO NOT MATCH THE HASHES|now|the index has another file than the one you made the hash of: look where it comes from, then write the hash of the one you trust
(Hashes are required in|all requirements must have their versions pinned)|now|in a file with hashes every package needs one, those that others ask for, too: pip-compile --generate-hashes writes such a file
(NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|SSLError|Name or service not known|name resolution|Connection refused|unreachable|No route to host|50[0-9] Server Error)|soon|the pods do not reach the index: name one that they do (packages: {index: ...} in the site, or env: {PIP_INDEX_URL: ...} in the profile), and allow it in network.egress
(401 Error|403 Client Error|401 Client Error|User for )|now|the index wants a password: put its address into a Secret as PIP_INDEX_URL, and name it in envFrom of every role
(ResolutionImpossible|conflicting dependencies)|now|these packages exclude each other: change one of the versions that are named above
(requires a different Python|requires a different python version|not a supported wheel on this platform)|now|that version is not for the Python of the image: choose another version, or another image
(Failed building wheel|Failed to build|metadata-generation-failed|error: command .*(gcc|cc|c\+\+))|now|the index has no wheel of it for the Python of the image, and building one needs a compiler: choose a version that has one, or an image with a compiler
from versions: none|now|the index has no package of that name for the Python of the image: look at its spelling
No matching distribution found|now|the index has no such version for the Python of the image: choose one of those named above
Read-only file system|now|an installer writes outside its directory: put that package into the image
(Permission denied|can.t be written to)|now|the directory of the packages belongs to another user: look at runAsUser and fsGroup in the profile'

# has_packages: does any pod install some?
has_packages() { [ -n "$PACKAGES" ]; }

# package_remedy TEXT: GRAVE and REMEDY are what the table says of it.
package_remedy() {
	local line
	GRAVE=soon REMEDY="see what it says; when it is put right: $RUN create"
	line=$(TEXT=$1 TABLE=$PACKAGE_REMEDIES awk 'BEGIN {
		rows = split(ENVIRON["TABLE"], row, "\n")
		for (i = 1; i <= rows; i++) {
			last = match(row[i], /[|](now|soon)[|]/)
			if (ENVIRON["TEXT"] ~ substr(row[i], 1, last - 1)) {
				$0 = substr(row[i], last + 1)
				sub(/[|]/, " ")
				print
				exit
			}
		}
	}')
	[ -z "$line" ] || GRAVE=${line%% *} REMEDY=${line#* }
}

# Judges the pod just read, whose packages could not be installed. Its log says more than its status.
judge_packages() {
	STATE='its packages could not be installed' CAUSE=packages
	[ "$P_RESTARTS" -eq 0 ] || STATE="$STATE (tried again: $P_RESTARTS)"
	package_remedy "$P_ENDED"
}

# The end of what the installer said, and what to do.
explain_packages() {
	local lines
	# What has just ended is known as the previous one a little later.
	lines=$(installer_log --previous) || lines=$(installer_log) || { sleep 2; lines=$(installer_log --previous); } || lines=
	package_remedy "$P_ENDED$NEWLINE$lines"
	if [ -z "$lines" ]; then
		tell_quoted "$P_ENDED"
	else
		tell_log_end "$lines"
	fi
	say "  $REMEDY"
}

# installer_log [--previous]: its last lines. An installer that has begun anew has not said yet what is wrong.
installer_log() { log_end packages "$@" --tail=12; }

# --- The same in all pods -----------------------------------------------------

# find_installed: INSTALLED has a line POD NAME==VERSION for each package of each of our pods; a checksum follows those.
find_installed() {
	local answer
	answer=$(messages_of packages) || return 1
	INSTALLED=$(put "$answer" | awk -F '\t' '{
		words = split($2, word, " ")
		for (i = 1; i <= words; i++) if (word[i] ~ /^[A-Za-z0-9._-]+==[A-Za-z0-9.!+_-]+$/) print $1 " " word[i]
	}')
}

# Packages of which pods have different versions, a line each: NAME: VERSION (POD), VERSION (POD).
different_packages() {
	put "$INSTALLED" | awk 'NF == 2 {
		at = index($2, "==")
		name = substr($2, 1, at - 1)
		version = substr($2, at + 2)
		if (seen[name, version]++) next
		if (!(name in said)) order[++names] = name
		said[name] = said[name] (said[name] == "" ? "" : ", ") version " (" $1 ")"
		count[name]++
	}
	END { for (i = 1; i <= names; i++) if (count[order[i]] > 1) print order[i] ": " said[order[i]] }'
}

PIN_ADVICE='write one version of each in the profile (packages: [NAME==VERSION]), then create again'

# What create says of them at its end.
tell_package_differences() {
	local different
	has_packages && find_installed || return 0
	different=$(different_packages)
	[ -z "$different" ] || {
		warn "pods have different versions of packages:"
		{ indented "$different"; text "  $PIN_ADVICE"; } >&2
	}
}

examine_packages() {
	local different
	has_packages && [ -n "$LOOK" ] && find_installed || return 0
	different=$(different_packages)
	if [ -n "$different" ]; then
		wrong 'pods have different versions of packages' "$PIN_ADVICE" "$(put "$different" | sed 's/^/  /')"
	elif [ -n "$INSTALLED" ]; then
		fine "$(plural "$(put "$INSTALLED" | cut -d ' ' -f 2 | sort -u | grep -c .)" package) installed, the same in all pods"
	fi
}
