# -------------------------------------------------- cp: out of a pod ----

# What runs in a pod may mean harm: nothing that it sends is believed, evaluated or written
# anywhere but into a fresh directory of ours beside its destination, and moved from there.

# Run in the pod: says what a path is.
TELLER='if [ -d "$1" ]; then echo directory; elif [ -f "$1" ] && [ -r "$1" ]; then echo file $(wc -c <"$1"); fi'

copy_out() {
	local to kind
	to=$1
	last_part "$PLACE"
	need_seat
	kind=$(cleaned answer_of_pod "$TELLER" "$PLACE" </dev/null | head -c 32)
	[ ! -d "$to" ] || to=${to%/}/${BASE:-$CLUSTER-$ROLE-${NUMBER:-0}}
	case $to in /* | ./* | ../*) ;; *) to=./$to ;; esac
	exit_on_signals
	case $kind in
	'file '*) copy_file_out "${kind#file }" "$to" ;;
	directory) copy_directory_out "$to" ;;
	*) die 1 "there is no $PLACE on $SEAT that can be read" "see: $RUN shell $ROLE ${NUMBER:+$NUMBER }-- ls" ;;
	esac
	note "copied from $SEAT: $to"
}

# copy_file_out SIZE TO: not a byte more is read than the pod announced: a log may grow meanwhile.
copy_file_out() {
	case $1 in
	'' | *[!0-9]* | ????????????????*) die 1 "$SEAT does not say how large $PLACE is" "see what runs there: $RUN status" ;;
	esac
	[ ! -e "$2" ] || [ -f "$2" ] || die 1 "$2 is there, and it is not a file" "choose another name"
	make_scratch "${2%/*}/."
	: >"$SCRATCH/file"
	# Some head refuse to read nothing.
	[ "$1" = 0 ] || cleaned in_pod 'exec cat <"$1"' "$PLACE" </dev/null | head -c "$1" >"$SCRATCH/file"
	{ [ "$(size_of "$SCRATCH/file")" = "$1" ] && replace "$SCRATCH/file" "$2"; } ||
		die 1 "$PLACE was not copied whole" "try again; if the lines above do not say why, look for room here: df ."
}

copy_directory_out() {
	[ ! -L "$1" ] || die 1 "$1 is a link" "name the directory that it leads to"
	mkdir -p "$1" || die 1 "cannot make the directory $1" "the lines above say why"
	make_scratch "${1%/}/."
	{ cleaned unpack_from_pod && [ ! -e "$SCRATCH/incomplete" ]; } ||
		die 1 "$PLACE was not copied whole" "the lines above say why"
	cleaned merge "$SCRATCH/tree" "$1" || die 1 "not all of $PLACE was moved into $1" "the lines above say why"
}

# What follows the archive is read as well: kubectl would not end well otherwise. Options in the environment may want
# tar to leave the directory. GNU tar ends with 1 if a file, a log say, has changed meanwhile.
unpack_from_pod() {
	local code
	mkdir "$SCRATCH/tree" || return 1
	{ in_pod 'cd "$1" && { tar -cf - . || [ $? -eq 1 ]; }' "$PLACE" </dev/null || : >"$SCRATCH/incomplete"; } |
		{ TAR_OPTIONS='' tar -xof - -C "$SCRATCH/tree" && cat >/dev/null; }
	code=$?
	sift && return "$code"
}

# Leaves only plain files, directories, and links within the tree, without rights that nobody asked for.
# Directories come first: what can't be looked into can't be judged.
sift() (
	cd "$SCRATCH/tree" &&
		find . -type d ! -perm -700 -exec chmod u+rwx {} \; &&
		has_own_files_only &&
		find . ! -type d ! -type f -exec sh -c "$DROPPER" sh {} + &&
		find . ! -type l \( -perm -4000 -o -perm -2000 -o -perm -2 \) -exec chmod ug-s,o-w {} +
)

# Each file has as many names as there are of it in the tree: any other is one of the user's own.
has_own_files_only() {
	find . ! -type d -links +1 -exec sh -c 'for file; do ls -din "$file" | head -n 1; done' sh {} + | awk '
		{ names[$1]++; links[$1] = $3 }
		END { for (file in names) if (names[file] != links[file]) exit 1 }' || {
		echo 'there are links to files outside of it' >&2
		return 1
	}
}

# With what is neither a file nor a directory: removes all but symbolic links that stay within the tree.
# Only the first parts of those may be .., no more than the link is deep: what .. means behind another
# link can't be read off.
DROPPER='stays() {
	[ -L "$1" ] || return 1
	to=$(readlink "$1" && echo .) at=${1%/*}
	to=${to%??}
	while :; do
		case $to in
		.. | ../*) ;;
		*) break ;;
		esac
		[ "$at" != . ] || return 1
		at=${at%/*} to=${to#..}
		to=${to#/}
	done
	case $to/ in
	/?* | */../*) return 1 ;;
	esac
}
for entry; do
	stays "$entry" && continue
	rm -f "$entry" || exit
	printf "%s" "left out: $entry" | tr "\n" "?" >&2
	echo >&2
done'

# merge FROM TO: moves all that is in FROM into TO. Links in TO are replaced, never followed.
merge() (
	local code entry there
	set +f
	code=0
	for entry in "$1"/* "$1"/.[!.]* "$1"/..?*; do
		if ! [ -e "$entry" ] && ! [ -L "$entry" ]; then continue; fi
		there=$2/${entry##*/}
		if [ -L "$there" ] || [ ! -d "$there" ]; then
			replace "$entry" "$there"
		elif [ -L "$entry" ] || [ ! -d "$entry" ]; then
			printf '%s\n' "$there is a directory" >&2
			false
		else
			merge "$entry" "$there"
		fi || code=1
	done
	exit "$code"
)

# replace FROM TO: a file takes a file's place in one step. mv would go into a directory that a link leads to.
replace() { if [ -L "$2" ] || [ -d "$1" ]; then rm -f "$2"; fi && mv -f "$1" "$2"; }
