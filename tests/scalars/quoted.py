"""Strings that some reader takes for something else stand in quotes: those that tests/scalars/run once found bare (found),
and all short ones that the readers' own patterns match, as far as they are known here; the readers themselves are asked
by run."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import tap

HERE = pathlib.Path(__file__).resolve().parent

# Go's (resolve.go): underscores go, wherever they stand behind a sign or a digit.
GO = re.compile(r"[-+]?(0[xX][0-9a-fA-F]+|0[oO]?[0-7]+|0[bB][01]+|[0-9]+|(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?)")
# SnakeYAML's (Resolver.java), in which a point and underscores are a number.
JAVA = re.compile(r"[-+]?([0-9][0-9_]*\.[0-9_]*|[0-9][0-9_]*(?=[eE])|\.[0-9_]+)([eE][-+]?[0-9]+)?|[-+]?(0b_*[01][01_]*|0_*[0-7][0-7_]*|0"
                  r"|[1-9][0-9_]*|0x_*[0-9a-fA-F][0-9a-fA-F_]*|[1-9][0-9_]*(:[0-5]?[0-9])+)")
WORDS = re.compile(r"~|<<|=|[-+]?\.inf|\.nan|y|n|yes|no|on|off|true|false|null", re.IGNORECASE)


def is_taken(text):
    """Whether one of the readers takes it for something else."""
    return bool(text[0] in "+-0123456789" and GO.fullmatch(text.replace("_", "")) or JAVA.fullmatch(text) or WORDS.fullmatch(text))


def plain(lines):
    """Those that the compiler writes without quotes."""
    bare = []
    for start in range(0, len(lines), 200000):
        with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
            file.write("\n".join(lines[start:start + 200000]) + "\n")
            file.flush()
            program = os.path.join(os.environ.get("builddir", "build"), "tests/fuzz/replay")
            bare += subprocess.run([program, "plain", file.name], check=True, capture_output=True, text=True).stdout.splitlines()
    return bare


def main():
    """What was found, the model itself, then all."""
    found = (HERE / "found").read_text(encoding="utf-8").splitlines()
    bare = plain(found)
    tap.result(found and not bare, f"{len(found)} strings that were found to be taken for others are quoted", bare)
    unseen = [text for text in found if not is_taken(text)]
    tap.result(not unseen, "and the model sees them, too", unseen)
    text = subprocess.run([sys.executable, str(HERE / "strings.py")], check=True, capture_output=True, text=True).stdout
    strings = sorted(set(text.splitlines()))
    bare = plain(strings)
    wrong = [text for text in bare if is_taken(text)]
    tap.result(not wrong, f"of {len(strings)} short strings none that is taken for another is bare", wrong[:50])
    tap.result({"a", "-a", "e0", "_a", "x-1", "1a/b"} <= set(plain(["a", "-a", "e0", "_a", "x-1", "1a/b"])), "what needs no quotes has none")
    tap.done()


main()
