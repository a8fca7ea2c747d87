"""What clusterc writes means the same to every reader: PyYAML (YAML 1.1) and
ruamel.yaml (1.2) read the same documents from each expected manifest, and every
string that goes in by a profile comes out of both as that very string. Settings
without quotes come out of both as what both take them for."""
import json
import pathlib
import re
import tempfile

from ruamel.yaml import YAML
import yaml

import tap

# Strings that some reader takes for something else, or that are hard to write down.
READ_AS_OTHER_TYPES = [
    "no", "No", "NO", "yes", "y", "Y", "n", "N", "on", "On", "off", "OFF", "true", "True", "false", "FALSE",
    "null", "Null", "NULL", "~", "", "0", "-0", "+1", "-1", "12", "014", "0o14", "0x1F", "0X1f", "0b11", "1_000", "_1",
    "-_1", "+_5", "-._5", "._", "._e1", "1,000", "1e3", "1E3", "1e+3", "1.", ".5", "1.5", "+.5", "-1.5e-3", "6.02e23", ".", "+", "-", "..",
    ".inf", "-.inf", "+.Inf", ".NaN", ".nan", "nan", "inf", "Infinity",
    "12:30", "12:30:45", "190:20:30", "1:2.5", "2026-11-23", "2001-12-14t21:59:43.10-05:00",
    "2001-12-14 21:59:43.10 -5", "=", "<<", "123456789012345678901234567890", "0x", "0o8", "08", "1__0",
]
INDICATORS = [
    "- x", "-", "--", "a: b", "key:", ": b", ":", "a:b", "? a", "?", "#x", "a #b", "a#b", "@a", "%a", "%YAML 1.1", "`a",
    "!x", "!!str x", "!", "&x", "*x", "|", ">", "|-", "[", "]", "{", "}", "[a]", "{a: b}", ",", "a, b", "'", '"', "'a'",
    '"a"', "it's", 'a "b" c', "\\", "a\\nb", "\\u0041", "---", "--- a", "...", "... a", "$b ${c}", "a=b", "//", "/* */",
]
WHITE_SPACE = [
    " ", "  ", " a", "a ", "a  b", "\t", "\ta", "a\t", "a\tb", "\n", "\n\n", "a\n", "a\n\n", "\na", "a\nb", "a\nb\n",
    "a\n\nb", "a\n b\n", " a\nb", "  a\n b\n", "\n a\n", "a \nb", "a\n \nb", "a\n\tb", "a\r\nb", "a\rb", "\r", "a\nb\n\n\n",
    "a\n# b", "a\n---\nb", "a\n...\nb", "- a\n- b", "key: |\n  a\n", "a\n ", "\n ",
]
CHARACTERS = [
    "é", "日本語", "😀", "a😀b", "\u00a0", "\u0085", "a\u0085b", "\u2028", "a\u2028b", "\u2029", "a\u2029b", "\ufeff", "a\ufeffb",
    "\ufffd", "\U0010ffff", "\u200b", "\u202e", "\x7f", "\x80", "a\x9fb", "\x01", "\x07", "\x08", "\x0b", "\x0c", "\x1b[31m",
    "\x1f", "a\x1fb\n", "\u0300", "\ue000", "\ud7ff", "e\u0301\n", "\u0085\n", "a\n\u2028b",
]
LONG = ["x" * 5000, "word " * 1000 + "end", "é" * 3000, "long " * 40 + "\n" + "line " * 40, " " * 300 + "x", "no " * 100]
GROUPS = {
    "that look like other types": READ_AS_OTHER_TYPES,
    "of YAML's indicators": INDICATORS,
    "of white space": WHITE_SPACE,
    "of unusual characters": CHARACTERS,
    "of great length": LONG,
}

# The same, as far as labels may look so.
LABEL_PARTS = [
    "no", "yes", "y", "n", "on", "off", "true", "null", "Null", "12", "014", "0o14", "0x1F", "0b11", "1_000", "1e3",
    "1.5", "1.0", "2026-11-23", "nan", "inf", "a--b", "6.02e23",
]
VARIABLE_NAMES = ["no", "y", "on", "null", "true", "_", "NaN", "e3", "Yes", "off", "a.b", "-"]
SETTING_NAMES = ["a b", "a=b", "a:b", "#a", "!a", "é", "no", "1e3", "null", "a\\b", "<<", "=", "'a\""]


def quoted(text):
    """A double-quoted scalar of YAML in which nothing is left to chance: all but plain ASCII escaped."""
    plain = {'"': '\\"', "\\": "\\\\"}
    return '"' + "".join(
        plain.get(c) or (c if " " <= c <= "~" else f"\\x{ord(c):02x}" if ord(c) < 256 else f"\\U{ord(c):08x}")
        for c in text) + '"'


def readers():
    """Name and function of each reader: bytes to documents."""
    yield "PyYAML (1.1)", lambda text: list(yaml.safe_load_all(text))
    yield "ruamel.yaml (1.2)", lambda text: list(YAML(typ="safe", pure=True).load_all(text))


def mapping(name, pairs):
    """A mapping of a profile."""
    return f"{name}:\n" + "".join(f"  {quoted(key)}: {quoted(value)}\n" for key, value in pairs.items())


def profile(blocks):
    """A whole profile."""
    return "name: awkward\nframework: spark\n" + "".join(mapping(name, pairs) for name, pairs in blocks.items())


def compiled(blocks):
    """The documents that each reader makes of the manifest of this profile, by reader."""
    with tempfile.TemporaryDirectory() as directory:
        path = pathlib.Path(directory, "profile.yaml")
        path.write_text(profile(blocks), encoding="utf-8")
        process = tap.clusterc("generate", "profile.yaml", cwd=directory)
    if process.returncode != 0:
        tap.result(False, f"a profile with awkward {' and '.join(blocks)} compiles",
                   [process.stderr.decode("utf-8", "replace")[:4000]])
        return {}
    return {name: read(process.stdout) for name, read in readers()}


def wrong(expected, found):
    """What is not in each of the found mappings as that very string."""
    if not found:
        yield "nothing like it was found"
    for key, value in expected.items():
        for mapping_found in found:
            got = mapping_found.get(key)
            if not isinstance(got, str) or got != value:
                yield f"{key[:80]!r}: expected {value[:200]!r}, got {str(got)[:200]!r} ({type(got).__name__})"
                break


def check_block(block, what, expected, find):
    """One line for each reader; find gives the mappings of its documents in which all must be."""
    for reader, documents in compiled({block: expected}).items():
        problems = list(wrong(expected, list(find(documents))))
        tap.result(not problems, f"{reader} reads {len(expected)} {what}", problems)


def environments(documents):
    """The environment of each container."""
    for document in documents:
        pod = document.get("spec", {}).get("template", {}).get("spec", {})
        for container in pod.get("containers", []):
            yield {entry["name"]: entry.get("value") for entry in container.get("env", [])}


def labels(documents):
    """The labels of each object and of each pod."""
    for document in documents:
        yield document["metadata"].get("labels", {})
        if "template" in document.get("spec", {}):
            yield document["spec"]["template"]["metadata"]["labels"]


ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "f": "\f"}


def unescaped(text):
    """A key or an element of a Java properties file without its escapes."""
    out, i = [], 0
    while i < len(text):
        if text[i] != "\\":
            out.append(text[i])
        elif text[i + 1] == "u":
            out.append(chr(int(text[i + 2:i + 6], 16)))
            i += 5
        else:
            out.append(ESCAPES.get(text[i + 1], text[i + 1]))
            i += 1
        i += 1
    # Two escapes may stand for one character beyond the first plane.
    return "".join(out).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def logical_lines(text):
    """The lines of a properties file: comments and blank lines gone, continued lines joined."""
    joined = None
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        line = line.lstrip(" \t\f")
        if joined is None and (not line or line[0] in "#!"):
            continue
        line = (joined or "") + line
        backslashes = len(line) - len(line.rstrip("\\"))
        joined = line[:-1] if backslashes % 2 else None
        if joined is None:
            yield line


def properties(text):
    """A Java properties file, as java.util.Properties.load reads it."""
    result = {}
    for line in logical_lines(text):
        end = 0
        while end < len(line) and line[end] not in "=: \t\f":
            end += 2 if line[end] == "\\" else 1
        rest = line[end:].lstrip(" \t\f")
        if rest[:1] in ("=", ":"):
            rest = rest[1:].lstrip(" \t\f")
        result[unescaped(line[:end])] = unescaped(rest)
    return result


def config_files(documents):
    """The contents of all ConfigMaps, read as properties where they can be."""
    for document in documents:
        if document["kind"] == "ConfigMap":
            for name, content in document["data"].items():
                if name.endswith((".conf", ".properties")):
                    yield properties(content)


def setting(document):
    """The setting a.b of a settings file in nested maps."""
    return document[0]["a"]["b"]


def written_setting(plain):
    """The settings file that becomes of a setting without quotes; None where the value is refused."""
    with tempfile.TemporaryDirectory() as directory:
        pathlib.Path(directory, "profile.yaml").write_text(
            f"name: plain\nframework: dask\nconfig:\n  a.b: {plain}\n", encoding="utf-8")
        process = tap.clusterc("generate", "profile.yaml", cwd=directory)
    if process.returncode != 0:
        return None
    objects = yaml.safe_load_all(process.stdout)
    return next(o["data"]["clusterc.yaml"] for o in objects if o["kind"] == "ConfigMap")


def meaning(read, text):
    """What a reader takes the setting a.b for; some can't read what they take for a number."""
    try:
        return setting(read(text.encode()))
    except ValueError:
        return None


def same(first, second):
    """Whether two values are one, and of one type."""
    return type(first) is type(second) and (first == second or first != first and second != second)


def unclear_settings(strings):
    """What is wrong with settings that are written without quotes."""
    for plain in strings:
        meant = [meaning(read, f"a:\n  b: {plain}\n") for _, read in readers()]
        alike = same(*meant) and isinstance(meant[0], (bool, int, float))
        written = written_setting(plain)
        if written is None:
            # ruamel.yaml reads more as numbers than YAML 1.2 has.
            if alike and not re.fullmatch(r"0[xb0].*|.*_.*", plain):
                yield f"{plain} is refused, and is {meant[0]!r} to both readers"
            continue
        got = [meaning(read, written) for _, read in readers()]
        if not same(*got):
            yield f"{plain} arrives as {got[0]!r} and as {got[1]!r}"
        elif alike and not same(got[0], meant[0]):
            yield f"{plain} arrives as {got[0]!r}, and is {meant[0]!r} to both readers"


def check_plain_settings():
    """Those that are a value of their own to some reader, and some more."""
    other = [s for s in READ_AS_OTHER_TYPES if s not in ("null", "Null", "NULL", "~", "", "<<", "=", "-", "..")]
    other += ["TRUE", "False", "tRUE", "1.5E+3", "1.50E-3", "5.e2", "007.5", "-.Inf", "+.INF", ".Nan", "00", "-0.0", "1.10"]
    problems = list(unclear_settings(other))
    tap.result(not problems, f"{len(other)} settings without quotes are what both readers take them for", problems)
    tap.result(written_setting("yes") is None and written_setting("False"), "some are refused, and some aren't")


def check_manifests():
    """Each expected manifest, and a pair on which the two readers do differ."""
    paths = tap.manifests()
    for path in paths:
        first, second = (read(path.read_bytes()) for _, read in readers())
        problems = tap.differences(first, second)
        tap.result(first and not problems, f"{tap.relative(path)} reads the same by YAML 1.1 and 1.2", problems[:20])
    tap.result(paths, "there were manifests to read")
    first, second = (read(b"a: no\nb: 014\n") for _, read in readers())
    tap.result(tap.differences(first, second), "the comparison sees what the readers take for different types")


def main():
    """Manifests that are kept first, then those made here."""
    check_manifests()
    for group, strings in GROUPS.items():
        check_block("env", f"variables {group}", {f"V{i}": s for i, s in enumerate(strings)}, environments)
        check_block("config", f"settings {group}", {f"spark.v{i}": s for i, s in enumerate(strings)}, config_files)
    check_block("env", "awkward names of variables", {name: name for name in VARIABLE_NAMES}, environments)
    check_block("config", "awkward names of settings", {f"spark.{name}": name for name in SETTING_NAMES}, config_files)
    check_plain_settings()
    check_block("labels", "awkward labels", {part: part for part in LABEL_PARTS}, labels)
    tap.done()


main()
