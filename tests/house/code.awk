# Prints C source as FILE:LINE:CODE, without its comments; string and character
# literals stay, and what looks like a comment inside one is none.
# With -v literals=no they become "" and '' too.

FNR == 1 { in_comment = 0 }

{
	code = ""
	quote = ""
	for (i = 1; i <= length($0); i++) {
		c = substr($0, i, 1)
		pair = substr($0, i, 2)
		if (in_comment) {
			if (pair == "*/") {
				in_comment = 0
				i++
			}
		} else if (quote != "") {
			if (c == "\\") {
				if (literals != "no")
					code = code pair
				i++
			} else {
				if (c == quote)
					quote = ""
				if (quote == "" || literals != "no")
					code = code c
			}
		} else if (pair == "/*") {
			in_comment = 1
			code = code " "
			i++
		} else if (pair == "//") {
			break
		} else {
			if (c == "\"" || c == "'")
				quote = c
			code = code c
		}
	}
	if (code ~ /[^ \t]/)
		print FILENAME ":" FNR ":" code
}
