# ------------------------------------------------ code from a repository ----

# What git says if it can't fetch, and what to do: words of it, how grave that is, advice. The first that fits counts. A code
# that nobody may read is often said not to exist.
code_faults() {
	cat <<'END'
no git in this image|now|name an image with git in the profile, code: {image: IMAGE}, or build one that has it
no directory|now|mend code.path in the profile
remote ref|now|there is no such commit, branch or tag: mend code.ref in the profile; a commit needs all its digits
not our ref|now|there is no such commit: mend code.ref in the profile, or push the commit
unadvertised object|now|there is no such commit: mend code.ref in the profile, or push the commit
Needed a single revision|now|there is no such commit: mend code.ref in the profile, or push the commit
host key|now|add the server's keys to the Secret that code.secret names, as known_hosts: ssh-keyscan HOST prints them
No RSA|now|add the server's keys to the Secret that code.secret names, as known_hosts: ssh-keyscan HOST prints them
Permission denied (|now|put a key that may read the repository into the Secret that code.secret names, as ssh-privatekey
uthentication failed|now|mend username and password in the Secret that code.secret names
could not read Username|now|a private repository needs a Secret: code: {secret: NAME}, with the keys username and password
could not read Password|now|mend username and password in the Secret that code.secret names
error: 401|now|mend username and password in the Secret that code.secret names
error: 403|now|the user in the Secret that code.secret names may not read the repository: ask for the right
certificate|now|add the authority of the server's certificate to the Secret that code.secret names, as ca.crt
not found|now|mend code.git in the profile; a private repository needs a Secret: code: {secret: NAME}
not appear to be a git repository|now|mend code.git in the profile
not exported|now|mend code.git in the profile, or have the server export the repository
o space left|now|give the code more room in the profile: code: {size: 4Gi}
look up|soon|mend the name of the server in code.git; pods may also need DNS, or a proxy in env
resolve host|soon|mend the name of the server in code.git; pods may also need DNS, or a proxy in env
connect|soon|pods have to reach the server: check its address, network.egress in the profile, and the namespace's policies
timed out|soon|pods have to reach the server: check its address, network.egress in the profile, and the namespace's policies
END
}

# code_fault FIELD: of what P_ENDED says: 2 how grave it is, 3 advice.
code_fault() {
	code_faults | SAID=$P_ENDED FIELD=$1 awk -F '|' '
		index(tolower(ENVIRON["SAID"]), tolower($1)) { print $ENVIRON["FIELD"]; exit }'
}

judge_code() {
	STATE='its code could not be fetched' CAUSE=code
	GRAVE=$(code_fault 2)
	[ -n "$GRAVE" ] || GRAVE=soon
}

explain_code() {
	local advice
	say "  ${P_ENDED#code: }"
	advice=$(code_fault 3)
	say "  ${advice:-see the log: kubectl --namespace $NAMESPACE logs $P_NAME --container code}"
}

# Without a commit in the profile, pods that start later may get another one: which one they have, they say.
tell_commits() {
	local commits
	[ -n "$CODE_REF" ] || return 0
	commits=$(messages_of code | awk -F '\t' '
		$2 ~ /^code: [0-9a-f]+ *$/ { pods[substr($2, 7, 12)] = pods[substr($2, 7, 12)] " " $1 }
		END { for (commit in pods) print "  " commit ":" pods[commit] }' | sort)
	case $commits in *"$NEWLINE"*) ;; *) return 0 ;; esac
	warn "pods have different code, since $CODE_REF has moved: write the commit under code.ref in the profile, generate, and create"
	put "$commits" | clean >&2
}
