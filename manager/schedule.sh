# ----------------------------------------------------- job: on a schedule ----

# suspend and resume: whether the schedule makes new Jobs. What runs goes on.
do_suspend() { change_schedule true "$@"; }
do_resume() { change_schedule false "$@"; }

# change_schedule SUSPENDED WORD...
change_schedule() {
	local wanted reply
	wanted=$1
	shift
	take_all common_option "$@"
	need_job
	[ -n "$LOOK" ] || not_created
	reply=$(ask patch "$OWNER" --type merge --patch "{\"spec\":{\"suspend\":$wanted}}" 2>&1) ||
		die_refused "the schedule was not changed" "$reply" "see: $RUN status"
	[ -z "$QUIET" ] || return 0
	if [ "$wanted" = true ]; then
		good "$CLUSTER is suspended: nothing new starts until $RUN resume"
		! is_under_way || say "  what runs goes on: $RUN status"
	else
		good "$CLUSTER is resumed; next run: $(next_run_words)"
	fi
}

# The next time that the schedule names, as a wall clock shows it in its time zone: nothing if that zone is not known here. Days
# that count are those that both lists have, or, if both were given, one of them.
next_run() {
	local there
	there=$(env TZ="$TIME_ZONE" date '+%Y-%m-%dT%H:%M %Z' 2>/dev/null) || return 0
	# A zone that is not known counts as UTC, and is called after the first part of its name.
	case $TIME_ZONE:$there in */*:*" ${TIME_ZONE%%/*}") return ;; esac
	SETS=$SCHEDULE_SETS awk -v there="$there" '
		function has(list, n) { return index("," list ",", "," n ",") > 0 }
		# Days are counted from the first of March of the year 0.
		function number_of(y, m, d) {
			if (m < 3) { y--; m += 12 }
			return y * 365 + int(y / 4) - int(y / 100) + int(y / 400) + int((m - 3) * 30.6 + 0.5) + d
		}
		function length_of(y, m) {
			if (m == 2) return y % 4 == 0 && (y % 100 != 0 || y % 400 == 0) ? 29 : 28
			return m == 4 || m == 6 || m == 9 || m == 11 ? 30 : 31
		}
		function fits(y, m, d, day, weekday) {
			day = has(set[3], d)
			# The first of March of the year 0 was a Wednesday.
			weekday = has(set[5], (number_of(y, m, d) + 2) % 7)
			return has(set[4], m) && (set[6] == "" && set[7] == "" ? day || weekday : day && weekday)
		}
		BEGIN {
			split(ENVIRON["SETS"], set, ";")
			y = substr(there, 1, 4) + 0; m = substr(there, 6, 2) + 0; d = substr(there, 9, 2) + 0
			begin = substr(there, 12, 2) * 60 + substr(there, 15, 2) + 1
			# A leap day can be eight years away.
			for (days = 0; days < 3000; days++) {
				if (fits(y, m, d))
					for (t = begin; t < 1440; t++)
						if (has(set[2], int(t / 60)) && has(set[1], t % 60)) {
							printf "%04d-%02d-%02dT%02d:%02d\n", y, m, d, t / 60, t % 60
							exit
						}
				begin = 0
				if (++d > length_of(y, m)) { d = 1; if (++m > 12) { m = 1; y++ } }
			}
		}'
}

next_run_words() {
	local next
	next=$(next_run)
	if [ -n "$next" ]; then printf '%s, %s\n' "${next%%T*} ${next#*T}" "$TIME_ZONE"
	else printf 'as the schedule says (%s, %s)\n' "$SCHEDULE" "$TIME_ZONE"
	fi
}

show_schedule() {
	[ -n "$SCHEDULE" ] && [ -n "$LOOK" ] || return 0
	say "schedule: $SCHEDULE, $TIME_ZONE"
	if [ -n "$SUSPENDED" ]; then say "it is suspended: nothing new starts until $RUN resume"; else say "next run: $(next_run_words)"; fi
	show_runs
}

# The runs that Kubernetes still has, the latest first.
show_runs() {
	[ -n "$RUNS" ] || return 0
	{
		printf 'RUN\tBEGAN\tTOOK\tEND\n'
		each_run show_run
	} | ages 2 | columns | clean
}

# each_run FUNCTION: reads every run, and calls it; the latest is the one that was read last.
each_run() {
	local rows
	rows=$RUNS
	while read_run; do "$1"; done <<END
$rows
END
	read_run <<END
$rows
END
}

show_run() { printf '%s\t%s\t%s\t%s\n' "$R_NAME" "$R_STARTED" "$(run_took)" "$(run_end)"; }

run_took() {
	if is_time "$R_ENDED" && is_time "$R_STARTED"; then
		in_words "$(($(put "$R_STARTED" | seconds_since) - $(put "$R_ENDED" | seconds_since)))"
	else
		echo -
	fi
}

# How it ended, in a word or two: the Job has the code in its words.
run_end() {
	local code
	case $R_END in
	Complete) echo succeeded ;;
	Failed)
		code=$(code_of_head "$R_TEXT")
		case $R_WHY:$code in
		DeadlineExceeded:*) echo 'not ended in time' ;;
		*:) echo failed ;;
		*) echo "failed with $code" ;;
		esac ;;
	*) echo 'not yet' ;;
	esac
}
