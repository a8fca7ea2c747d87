"""Prints its arguments, one repr a line, and ends with the number that the first one is."""
import sys

for argument in sys.argv[1:]:
    print("argument", repr(argument))
sys.exit(int(sys.argv[1]))
