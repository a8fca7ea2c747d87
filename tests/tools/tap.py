"""The Test Anything Protocol for the Python tests, and what they all look at."""
import os
import pathlib
import subprocess

SRCDIR = pathlib.Path(os.environ["srcdir"])
CLUSTERC = os.environ["CLUSTERC"]

_count = 0
_failed = 0


def result(passed, description, diagnostics=()):
    """One line of the protocol; the diagnostics are shown when it did not pass."""
    global _count, _failed
    _count += 1
    print("ok" if passed else "not ok", _count, "-", description, flush=True)
    if not passed:
        _failed += 1
        for diagnostic in diagnostics:
            for line in str(diagnostic).splitlines():
                print("#", line)


def skip(description, reason):
    """One line of the protocol for what can't be looked at here."""
    global _count
    _count += 1
    print("ok", _count, "-", description, "# SKIP", reason, flush=True)


def done():
    """The plan comes last: without it the harness counts the test as broken off."""
    print(f"1..{_count}")
    raise SystemExit(1 if _failed else 0)


def clusterc(*arguments, cwd=None):
    """The finished process, with its output as bytes."""
    return subprocess.run([CLUSTERC, *arguments], cwd=cwd, capture_output=True, check=False)


def cases():
    """The directories of tests/cases."""
    return sorted(path for path in (SRCDIR / "tests/cases").iterdir() if path.is_dir())


def manifests():
    """Every manifest that tests/cases expects."""
    return [path for case in cases() for path in sorted(case.glob("*manifest.yaml"))]


def relative(path):
    """The name of a source file in messages."""
    return path.relative_to(SRCDIR)


def differences(left, right, where=""):
    """Where two values differ, by type or by content."""
    if type(left) is not type(right):
        return [f"{where or '.'}: {left!r} ({type(left).__name__}) and {right!r} ({type(right).__name__})"]
    if isinstance(left, dict):
        if list(left) != list(right):
            return [f"{where or '.'}: keys {list(left)!r} and {list(right)!r}"]
        return [d for key in left for d in differences(left[key], right[key], f"{where}.{key}")]
    if isinstance(left, list):
        if len(left) != len(right):
            return [f"{where or '.'}: {len(left)} and {len(right)} elements"]
        return [d for i, pair in enumerate(zip(left, right)) for d in differences(*pair, f"{where}[{i}]")]
    return [] if left == right else [f"{where or '.'}: {left!r} and {right!r}"]
