"""The fenced examples in Markdown pages, and the running of what they show."""
import dataclasses
import os
import pathlib
import re
import subprocess

import tap


@dataclasses.dataclass
class Block:
    """One fenced example: its language, the file name behind that (or None), and its text."""
    line: int
    language: str
    name: str | None
    text: str
    before: str  # the last line before it that isn't blank

    def commands(self):
        """The command lines of a console example, without prompts and comments."""
        return [re.sub(r"\s+#\s.*", "", line[2:]) for line in self.text.splitlines() if line.startswith("$ ")]


def blocks(page):
    """The blocks of a page's text, in order; a fence that isn't closed is an error."""
    found, block, before = [], None, ""
    for number, line in enumerate(page.splitlines(), 1):
        if line.startswith("```"):
            if block is None:
                words = line[3:].split()
                block = Block(number, (words + [""])[0], (words + ["", None])[1] if len(words) > 1 else None, "", before)
            else:
                found.append(block)
                block = None
        elif block is not None:
            block.text += line + "\n"
        elif line.strip():
            before = line.strip()
    if block is not None:
        raise ValueError(f"line {block.line}: the fence is never closed")
    return found


def run(command, directory):
    """The command line of an example, run by sh in the directory; `clusterc` is the one that was built."""
    path = f"{pathlib.Path(tap.CLUSTERC).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(["sh", "-c", command], cwd=directory, env={**os.environ, "PATH": path},
                          capture_output=True, text=True, check=False)
