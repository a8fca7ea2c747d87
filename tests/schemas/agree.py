"""The schemas kept in schemas/ are what the program prints, are sound JSON Schema
2020-12, and take every profile and definition that the program takes."""
import json

import jsonschema
from ruamel.yaml import YAML

import tap

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# One thing wrong each, which a schema can say.
WRONG = {
    "profile": [{"name": "a"}, {"name": "a", "framework": "b", "wokers": 1}, {"name": ["a"], "framework": "b"},
                {"name": "A b", "framework": "b"}, []],
    "framework": [{}, {"nonsense": True}, []],
}


def documents(path):
    """What a YAML 1.2 reader makes of a file."""
    return list(YAML(typ="safe", pure=True).load_all(path.read_text(encoding="utf-8")))


def reasons(validator, document):
    """What a schema says against a document."""
    return [f"{error.json_path}: {error.message[:300]}" for error in validator.iter_errors(document)]


def check_schema(path):
    """Byte for byte what is printed, and sound; gives its validator."""
    language = path.name.split(".")[0]
    printed = tap.clusterc("schema", language)
    tap.result(printed.returncode == 0 and printed.stdout == path.read_bytes(),
               f"{tap.relative(path)} is what clusterc schema {language} prints",
               [printed.stderr.decode(), f"renew it: clusterc schema {language} > {tap.relative(path)}"])
    schema = json.loads(path.read_bytes())
    try:
        jsonschema.Draft202012Validator.check_schema(schema)
        problems = [] if schema.get("$schema") == DIALECT else [f"$schema is {schema.get('$schema')}"]
    except jsonschema.SchemaError as error:
        problems = [error.message]
    tap.result(not problems, f"{tap.relative(path)} is a JSON Schema 2020-12", problems)
    check_samples(language, schema)
    validator = jsonschema.Draft202012Validator(schema)
    for document in WRONG.get(language, []):
        tap.result(reasons(validator, document), f"{language} schema refuses {json.dumps(document)}")
    return language, validator


def samples(schema, where="$"):
    """Every default and example in a schema, with the part of the schema it belongs to."""
    if isinstance(schema, dict):
        if isinstance(schema.get("description"), str):
            yield from ((where, schema, sample) for sample in schema.get("examples", []))
            if "default" in schema:
                yield where, schema, schema["default"]
        for name, part in schema.items():
            yield from samples(part, f"{where}.{name}")


def check_samples(language, schema):
    """Defaults and examples are values that the schema itself takes; all keys are described."""
    found = list(samples(schema))
    wrong = [f"{where}: {sample!r}" for where, part, sample in found
             if not jsonschema.Draft202012Validator(part).is_valid(sample)]
    tap.result(found and not wrong, f"{language} schema: the {len(found)} defaults and examples are valid", wrong)


def compiling_profiles():
    """Profiles that the program takes as they stand: no option makes them right."""
    for case in tap.cases():
        command = case / "command"
        as_it_stands = not command.exists() or "--" not in command.read_text(encoding="utf-8")
        if as_it_stands and not (case / "status").exists() and (case / "profile.yaml").exists():
            yield case / "profile.yaml"
    yield from sorted((tap.SRCDIR / "profiles").glob("*.yaml"))


def check_documents(validator, paths):
    """Every document of these files is valid."""
    count = 0
    for path in paths:
        problems = [reason for document in documents(path) for reason in reasons(validator, document)]
        tap.result(not problems, f"{tap.relative(path)} is valid", problems)
        count += 1
    tap.result(count > 0, "there were files to validate")


def main():
    """Languages are found by their schema."""
    validators = dict(check_schema(path) for path in sorted((tap.SRCDIR / "schemas").glob("*.schema.json")))
    tap.result({"profile", "framework"} <= set(validators), "schemas of profile and framework are there")
    if "profile" in validators:
        check_documents(validators["profile"], compiling_profiles())
    if "framework" in validators:
        check_documents(validators["framework"], sorted((tap.SRCDIR / "frameworks").glob("*.yaml")))
    tap.done()


main()
