"""Prints short strings, one a line, among them all that some reader of YAML may take for something else than a string: all of
up to four characters that numbers, times and words of YAML are made of, and such words, alone and between signs."""
import itertools

ALPHABET = "+-._0159eExXoObBnNyYaAfFtT~=<:"
FURTHER = ALPHABET + "23478dDlLpPiIzZ,/%"
WORDS = ["", "inf", "Inf", "INF", "infinity", "Infinity", "nan", "NaN", "NAN", "null", "Null", "NULL", "nil", "none", "true", "True",
         "TRUE", "false", "False", "FALSE", "yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF", "y", "Y",
         "n", "N", "0x1F", "0o17", "0b11", "017", "1e3", "1E3", "1.5", "1e+3", "12:30", "1:2:3", "190:20:30.15", "2001-12-14",
         "2001-1-1", "2001-12-14T21:59:43Z", "2001-12-14t21:59:43.10-05:00", "0x1p3", "1_0", "1__0", "1d", "1f", "1L", "<<", "="]
AROUND = ["", "+", "-", ".", "_", "+.", "-.", "._", "+_", "-_", "-._", "_.", "__", "..", "0", "e", "E1", "e+1"]


def strings():
    """All of them, some twice."""
    for length in range(1, 5):
        yield from map("".join, itertools.product(ALPHABET, repeat=length))
    for length in range(1, 4):
        yield from map("".join, itertools.product(FURTHER, repeat=length))
    for before, word, behind in itertools.product(AROUND, WORDS, AROUND):
        yield before + word + behind


print("\n".join(strings()))
