# -------------------------------------------------- amounts of resources ----

# awk that reads and writes amounts as Kubernetes and the compiler do, in whole thousandths of a core, bytes or pieces, rounded
# up; `of` is the resource's name. near() leaves out what people don't read, and sum_asked() adds up lines of POD_QUOTA and
# OBJECT_QUOTA; read_pods() notes what each role of POD_QUOTA has.
amount_functions() {
	cat <<'END'
function power(base, n, p) {
	for (p = 1; n > 0; n--) p *= base
	return p
}
function amount(text, of, number, unit, point, tens, value) {
	match(text, /^[0-9.]*/)
	number = substr(text, 1, RLENGTH)
	unit = substr(text, RLENGTH + 1)
	point = index(number, ".")
	tens = (of ~ /(^|[.])cpu$/ ? 3 : 0) - (point ? length(number) - point : 0)
	sub(/[.]/, "", number)
	# With a zero in front it would be octal to some.
	sub(/^0+/, "", number)
	value = number + 0
	if (unit ~ /i$/) value *= power(1024, index("KMGTPE", substr(unit, 1, 1)))
	else if (unit ~ /^[eE]./) tens += substr(unit, 2)
	else if (unit != "") tens += 3 * (index("num kMGTPE", unit) - 4)
	value = tens < 0 ? value / power(10, -tens) : value * power(10, tens)
	return value < 9e15 && value > int(value) ? int(value) + 1 : value
}
function written(value, of, i) {
	if (of ~ /(^|[.])cpu$/) return value % 1000 ? sprintf("%.0fm", value) : sprintf("%.0f", value / 1000)
	for (i = of ~ /memory$|storage$/ && value ? 4 : 0; i > 0; i--) {
		if (value % power(1024, i) == 0) return sprintf("%.0f%si", value / power(1024, i), substr("KMGT", i, 1))
		if (value % power(1000, i) == 0) return sprintf("%.0f%s", value / power(1000, i), substr("kMGT", i, 1))
	}
	return sprintf("%.0f", value)
}
function near(value, of) {
	return of ~ /memory$|storage$/ && value >= 1048576 ? value - value % 1048576 : value
}
function read_pods(lines, line, f, part, n, i, j) {
	n = split(lines, line, "\n")
	for (i = 1; i <= n; i++)
		for (j = split(line[i], f, " "); j > 3; j--)
			if (split(f[j], part, "=")) has[f[1], part[1]] = part[2]
}
function sum_asked(lines, line, f, part, n, i, j) {
	n = split(lines, line, "\n")
	for (i = 1; i <= n; i++)
		for (j = split(line[i], f, " "); j > 1 && split(f[j], part, "=") == 2; j--)
			asked[part[1]] += (f[1] ~ /\// ? 1 : f[2]) * amount(part[2], part[1])
}
END
}
