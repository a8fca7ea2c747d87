"""Writes a tar archive of any members to standard output.

archive.py MEMBER...: each is NAME=TEXT a file, NAME->TARGET a symbolic link, NAME=>TARGET a hard link, NAME/ a
directory, NAME! a FIFO, NAME@ a device, NAME+TEXT a file with all set-id bits.
"""

import io
import re
import sys
import tarfile

KINDS = {"->": tarfile.SYMTYPE, "=>": tarfile.LNKTYPE, "/": tarfile.DIRTYPE, "!": tarfile.FIFOTYPE, "@": tarfile.CHRTYPE}


def add(archive, word):
    name, mark, rest = re.fullmatch(r"(.+?)(->|=>|=|\+|/$|!$|@$)(.*)", word, re.DOTALL).groups()
    member = tarfile.TarInfo(name)
    member.type = KINDS.get(mark, tarfile.REGTYPE)
    member.mode = {"/": 0o755, "+": 0o6777}.get(mark, 0o644)
    text = b""
    if mark in ("->", "=>"):
        member.linkname = rest
    elif mark in ("=", "+"):
        text = rest.encode()
        member.size = len(text)
    elif mark == "@":
        member.devmajor, member.devminor = 1, 3
    archive.addfile(member, io.BytesIO(text))


with tarfile.open(fileobj=sys.stdout.buffer, mode="w|", format=tarfile.GNU_FORMAT) as out:
    for argument in sys.argv[1:]:
        add(out, argument)
