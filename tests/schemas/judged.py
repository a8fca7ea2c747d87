"""The schema of profiles judges every profile of the tests as `clusterc validate` does: what a schema can
say against a line, both say against that line. What it can't say stands below, by diagnostic code."""
import json
import re

import jsonschema
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

import tap

# Of these codes a schema can speak: one key or one value by itself.
OF_ONE_VALUE = {"unknown-key", "missing-key", "missing-value", "wrong-type", "bad-value", "out-of-range"}
# Of these the YAML reader of an editor speaks, or nobody; the document isn't judged.
OF_READING = {"control-character", "duplicate-key", "not-utf8", "syntax", "unknown-alias", "empty", "too-deep",
              "too-many-nodes", "too-many-anchors", "tag", "merge-key", "key-not-text"}
# Single values that a schema takes all the same, by what is said of them, " | " and the line.
EXCEPTIONS = [
    ("bad-value", r"it is (less than|more than) (5 minutes|a minute|a year)", "a pattern doesn't reckon with units"),
    ("bad-value", r"it is (finer|less|more) than", "nor with quantities"),
    ("bad-value", r"it begins with 0", "010 is a number to a reader of YAML, and 10"),
    ("bad-value", r"the network is written|isn't an IP address|isn't a number from 0 to (32|128)|written as IPv6",
     "a pattern doesn't compute addresses"),
    ("bad-value", r"setting.* can't be (called|a line)", "the form of settings is the definition's"),
    ("bad-value", r"it isn't a '0' and three octal digits", "0644 and 644 are one number to a reader of YAML"),
    ("wrong-type", r"takes a whole number, not text \| .*: 0x", "0x10 is a whole number to a reader of YAML"),
    ("bad-value", r"without quotes (some )?YAML readers take it", "which settings keep their type is in the definition"),
    ("missing-key", r"code has no ref", "a directory has none, and a schema of keys has no choices"),
    ("bad-value", r"is no package that pip takes", "which packages are Python's is in the definition"),
    ("unknown-key", r"doesn't say how packages are installed", "whether packages are installed is in the definition"),
    ("unknown-key", r" takes no settings", "whether there are settings is in the definition"),
]


def node_at(document, path):
    """The part of a document that a path leads to."""
    for step in path:
        document = document[step]
    return document


def lines_of(document, path):
    """The lines of a value and of its key, from 1."""
    if not path:
        return {document.lc.line + 1} if hasattr(document, "lc") else {1}
    parent = node_at(document, path[:-1])
    if isinstance(parent, list):
        return {parent.lc.item(path[-1])[0] + 1}
    return {parent.lc.key(path[-1])[0] + 1, parent.lc.value(path[-1])[0] + 1}


def single(errors):
    """Of a value that may have one of several types, what is said of the type that it has."""
    for error in errors:
        inside = [one for one in error.context if one.relative_path] if error.validator == "anyOf" else []
        yield from single(inside) if inside else [error]


def complaints(validator, document):
    """What the schema says: for each complaint the lines it may be told at, and its words."""
    for error in single(validator.iter_errors(document)):
        path = list(error.absolute_path)
        if error.validator == "additionalProperties":
            strangers = [key for key in error.instance if key not in error.schema["properties"]]
            yield from ((lines_of(document, path + [key]), error.message) for key in strangers)
        elif "propertyNames" in error.absolute_schema_path:
            yield lines_of(document, path + [error.instance]), error.message
        else:
            yield lines_of(document, path), error.message


def told(path):
    """The errors that validate tells of the profile itself: line, code and text."""
    done = tap.clusterc("validate", path.name, cwd=path.parent)
    found = re.findall(rf"^{path.name}:(\d+:)?(?:\d+:)? error: (.*) \[([a-z0-9-]+)\]$", done.stderr.decode(), re.M)
    lines = path.read_bytes().decode("utf-8", "replace").splitlines()
    numbered = [(int(line[:-1]) if line else 1, code, text) for line, text, code in found]
    return [(line, code, f"{text} | {lines[line - 1] if line <= len(lines) else ''}") for line, code, text in numbered]


def is_exception(code, text, used):
    """Whether a schema can't know this; which exceptions are needed is noted."""
    for index, (its, pattern, _) in enumerate(EXCEPTIONS):
        if code == its and re.search(pattern, text):
            used.add(index)
            return True
    return False


def disagreements(validator, path, used):
    """Lines of one profile where only one of the two complains; None where it can't be read."""
    errors = told(path)
    if {code for _, code, _ in errors} & OF_READING:
        return None
    try:
        documents = list(YAML(typ="rt", pure=True).load_all(path.read_bytes()))
    except YAMLError as error:
        return [f"it can't be read, and validate reads it: {error}"]
    schema = [complaint for document in documents for complaint in complaints(validator, document)]
    schema_lines = set().union(*(lines for lines, _ in schema))
    lines = {line for line, _, _ in errors}
    return [f"the schema misses line {line}: {text} [{code}]" for line, code, text in errors
            if code in OF_ONE_VALUE and line not in schema_lines and not is_exception(code, text, used)] + \
           [f"validate misses lines {sorted(where)}: {message[:200]}" for where, message in schema if not where & lines]


def profiles():
    """Every profile of the tests and of profiles/, as it stands: not those that --set changes."""
    for case in tap.cases():
        command = case / "command"
        changed = command.exists() and re.search(r"(^|\s)(-s|--set)", command.read_text(encoding="utf-8"))
        if (case / "profile.yaml").exists() and not changed:
            yield case / "profile.yaml"
    yield from sorted((tap.SRCDIR / "profiles").glob("*.yaml"))


def main():
    """The comparison is first shown schemas that say too much and too little."""
    schema = json.loads((tap.SRCDIR / "schemas/profile.schema.json").read_bytes())
    used = set()
    sample = tap.SRCDIR / "tests/cases/five-mistakes/profile.yaml"
    nothing = jsonschema.Draft202012Validator({})
    found = disagreements(nothing, sample, used)
    tap.result(len(found) == 3, "a schema that says too little is seen", found)
    strict = jsonschema.Draft202012Validator({**schema, "required": ["name", "namespace"]})
    tap.result(disagreements(strict, tap.SRCDIR / "profiles/spark.yaml", used), "a schema that says too much is seen")
    used.clear()
    validator = jsonschema.Draft202012Validator(schema)
    judged = 0
    for path in profiles():
        found = disagreements(validator, path, used)
        if found is not None:
            judged += 1
            tap.result(not found, f"{tap.relative(path)} is judged the same", found)
    tap.result(judged > 100, f"there were profiles to judge: {judged}")
    unused = [EXCEPTIONS[index] for index in range(len(EXCEPTIONS)) if index not in used]
    tap.result(not unused, "every exception is needed", unused)
    tap.done()


main()
