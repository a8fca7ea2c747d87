"""Runs a command on a terminal of its own: terminal.py [PATTERN KEYS]... -- COMMAND...

Each time a line has come that the next PATTERN (a regular expression) fits, KEYS are typed; \\x03 in
them is Ctrl-C. All that the command writes is passed on, and its exit code is returned; it is ended
after two minutes. With TERM and the size as they are given: TERM, LINES and COLUMNS of the environment.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time

PATIENCE = 120


def split(words):
    at = words.index("--")
    pairs = words[:at]
    return list(zip(pairs[::2], pairs[1::2])), words[at + 1 :]


def main():
    script, command = split(sys.argv[1:])
    child, terminal = pty.fork()
    if not child:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # whoever was begun in the background ignores it
        os.execvp(command[0], command)
    size = struct.pack("HHHH", int(os.environ.get("LINES", 24)), int(os.environ.get("COLUMNS", 80)), 0, 0)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, size)
    deadline, unread = time.time() + PATIENCE, ""
    while True:
        if not select.select([terminal], [], [], max(0, deadline - time.time()))[0]:
            os.kill(child, signal.SIGKILL)
            sys.exit("terminal.py: it did not end")
        try:
            data = os.read(terminal, 65536)
        except OSError:  # what Linux says once nobody has the other side open
            break
        if not data:
            break
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        unread += data.decode(errors="replace")
        if script and (found := re.search(script[0][0], unread)):
            unread = unread[found.end() :]
            os.write(terminal, script.pop(0)[1].encode().decode("unicode_escape").encode())
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    sys.exit(code if code >= 0 else 128 - code)


main()
