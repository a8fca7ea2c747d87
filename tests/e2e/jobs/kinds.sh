# What differs between the frameworks: images, sizes, programs and how they say how it went. All pods have the same
# size, so that both layouts can be had of the same lines.
# shellcheck shell=sh

# kind_of FRAMEWORK: IMAGE, MEMORY (of a pod), PROGRAM, WAY (args, squares or files: how it is told what to do),
# FAILS_WITH (the exit code of a program that is asked to fail with 7), BEGUN (its first line, a regular expression),
# SUM (a part of what it prints when all went well), SURVIVES (yes if it goes on after the loss of a worker), LEADS
# (yes if a worker leads).
kind_of() {
	MEMORY=768Mi WAY=args FAILS_WITH=7 BEGUN='^begun' SUM='sum 338350 by' SURVIVES=yes LEADS=''
	case $1 in
	dask) IMAGE=clusterc-dask:2026.8.0 PROGRAM=sum_dask.py ;;
	spark) IMAGE=clusterc-spark:4.1.2 PROGRAM=sum_spark.py MEMORY=1536Mi ;;
	ray) IMAGE=clusterc-ray:2.60.0 PROGRAM=sum_ray.py MEMORY=2Gi ;;
	mpi) IMAGE=clusterc-mpi:4.1.4 PROGRAM=sum_mpi.py MEMORY=512Mi SURVIVES='' LEADS=yes ;;
	# torchrun's own code is 1 whatever its ranks end with. It puts "[default0]:" before what they print.
	torchrun)
		IMAGE=clusterc-torchrun:1.13.0 PROGRAM=sum_torchrun.py FAILS_WITH=1 BEGUN='^(\[default0\]:)?begun'
		SURVIVES='' LEADS=yes
		;;
	# The jar is no text: it lies on a claim. Squares N MILLISECONDS [CODE].
	flink)
		IMAGE=clusterc-flink:2.3.0 PROGRAM=/programs/squares.jar MEMORY=1536Mi WAY=squares BEGUN='^seen 10$'
		SUM='sum '
		;;
	trino)
		IMAGE=clusterc-trino:476 PROGRAM=sum.sql MEMORY=1536Mi WAY=files FAILS_WITH=1 BEGUN='^"begun"'
		SUM='"sum","15000","449872500"'
		;;
	*) give_up "no framework $1" ;;
	esac
	export IMAGE MEMORY PROGRAM WAY FAILS_WITH SURVIVES LEADS
}

# begins FILE: how often the program began; has_begun FILE, has_sum FILE; time_of_begin FILE: in a log with times.
begins() {
	grep -E -c "$BEGUN" "$1"
}
has_begun() {
	grep -E -q "$BEGUN" "$1"
}
has_sum() {
	shows "$SUM" "$1"
}
time_of_begin() {
	BEGUN=$BEGUN awk '{ time = $1; sub(/^[^ ]* /, "") } $0 ~ ENVIRON["BEGUN"] { print time; exit }' "$1"
}

# job_lines CODE SECONDS [once]: program and args of the profile's job.
job_lines() {
	case $WAY in
	args) printf '  program: %s\n  args: ["%s", "%s"%s]\n' "$PROGRAM" "$1" "$2" "${3:+, \"$3\"}" ;;
	squares)
		[ -z "${3-}" ] || set -- 7 "$2"
		printf '  program: %s\n  args: ["%d", "100", "%s"]\n' "$PROGRAM" "$(($2 * 20 + 20))" "$1"
		;;
	files)
		if [ "$1" != 0 ] || [ -n "${3-}" ]; then set -- fail.sql
		elif [ "$2" -gt 300 ]; then set -- endless.sql
		elif [ "$2" -gt 20 ]; then set -- long.sql
		else set -- sum.sql; fi
		printf '  program: %s\n' "$1"
		;;
	esac
}

# pods_lines: head and worker of the profile.
pods_lines() {
	size="cpu: 20m, cpuLimit: \"1\", memory: $MEMORY, storage: 1Gi"
	volumes=
	[ "$WAY" != squares ] || volumes=', volumes: [{name: programs, claim: programs, path: /programs}]'
	if [ -n "$LEADS" ] && [ "$LAYOUT" = apart ]; then
		echo 'head: {cpu: 20m, cpuLimit: "1", memory: 256Mi, storage: 1Gi}'
	elif [ -z "$LEADS" ]; then
		echo "head: {$size$volumes}"
	fi
	echo "worker: {count: 2, $size$volumes}"
}
