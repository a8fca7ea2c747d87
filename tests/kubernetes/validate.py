"""Every object of every expected manifest, against the strict JSON schemas of
every Kubernetes release that kubernetes-validate carries, from 1.25 on and from
the one on that the manifest is for. The compiler knows the newest of them."""
import copy
import functools
import json
import pathlib
import re
import tempfile

import kubernetes_validate
from kubernetes_validate import utils
import yaml

from releases import oldest_for, releases
import tap

# Each schema file is read once, not once for each object, and so is the list of releases.
utils.schema_contents = functools.lru_cache(maxsize=None)(utils.schema_contents)
utils.all_versions = functools.lru_cache(maxsize=None)(utils.all_versions)
# libyaml's reader is the faster one, where it is there.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@functools.lru_cache(maxsize=None)
def documents_of(path):
    """The objects of a manifest, as nobody changes them."""
    return list(yaml.load_all(path.read_bytes(), LOADER))


def refusal(document, release):
    """Why this release refuses the object, or None."""
    try:
        kubernetes_validate.validate(document, release, strict=True)
    except kubernetes_validate.ValidationError as error:
        place = ".".join(str(step) for step in error.absolute_path)
        return f"{place or '.'}: {error.message[:300]}"
    except kubernetes_validate.SchemaNotFoundError as error:
        return error.message
    return None


def name(document):
    """kind/name, as kubectl has it."""
    return f"{document['kind']}/{document['metadata']['name']}"


def meant_for(path, versions):
    """Those from the release on that the manifest is for."""
    return versions[versions.index(oldest_for(path)):]


def check_manifests(all_versions):
    """One line a manifest. Many cases hold the same objects: each is looked at once."""
    seen = {}
    for path in tap.manifests():
        problems = []
        versions = meant_for(path, all_versions)
        documents = documents_of(path)
        for document in documents:
            key = versions[0] + json.dumps(document)
            if key not in seen:
                seen[key] = [f"{release}: {name(document)}: {why}"
                             for release in versions if (why := refusal(document, release))]
            problems += seen[key]
        if not documents:
            problems.append("it holds no object")
        tap.result(not problems, f"{tap.relative(path)}: {versions[0]} to {versions[-1]}", problems)
    tap.result(seen, "there were objects to validate")


# Structures that the API server compares as a whole, and what it fills into them (k8s.io/api, structType=atomic): where
# that isn't written, `kubectl apply --server-side` sees somebody else's change and refuses.
COMPARED_WHOLE = {"fieldRef": ["apiVersion"]}


# Lists that are compared as a whole, too, and in which it drops empty texts (listType=atomic, omitempty).
LISTS_COMPARED_WHOLE = ["tolerations"]

# What an amount is of, by the key it stands under.
AMOUNTS = ["cpu", "memory", "ephemeral-storage", "storage", "sizeLimit"]


def kept_otherwise(key, value):
    """Whether the API server keeps an amount in another form (k8s.io/apimachinery, CanonicalizeBytes): a whole
    number with the largest unit of its kind."""
    number, unit = re.fullmatch(r"([0-9.]*)([a-zA-Z]*)", str(value)).groups()
    if unit == "m":
        return key != "cpu" or "." in number or int(number) % 1000 == 0
    step = 1024 if unit.endswith("i") else 1000
    return "." in number or (unit not in ("T", "Ti") and int(number) % step == 0 and key != "cpu" and number != "0")


def kept_otherwise_in(value, path=""):
    """The paths of what the API server would keep otherwise: filled in, or in another form."""
    if isinstance(value, list):
        return [found for i, item in enumerate(value) for found in kept_otherwise_in(item, f"{path}[{i}]")]
    if not isinstance(value, dict):
        return []
    missing = [f"{path}.{key}.{field}" for key, fields in COMPARED_WHOLE.items() if key in value
               for field in fields if field not in value[key]]
    missing += [f"{path}.{key}[{i}].{field} is empty" for key in LISTS_COMPARED_WHOLE for i, item in enumerate(value.get(key, []))
                for field, text in item.items() if text == ""]
    missing += [f"{path}.{key}: {item}" for key, item in value.items()
                if key in AMOUNTS and isinstance(item, str) and kept_otherwise(key, item)]
    return missing + [found for key, item in value.items() for found in kept_otherwise_in(item, f"{path}.{key}")]


def check_server_side():
    """A manifest that was applied or created can be applied server-side."""
    for path in tap.manifests():
        problems = [f"{name(document)}: {missing}" for document in documents_of(path)
                    for missing in kept_otherwise_in(document)]
        tap.result(not problems, f"{tap.relative(path)}: the API server keeps everything as it is", problems)


def check_validator(versions):
    """The validator does refuse what is wrong: an unknown field and a wrong type, in each release."""
    good = {"apiVersion": "apps/v1", "kind": "StatefulSet", "metadata": {"name": "a"},
            "spec": {"serviceName": "a", "replicas": 1, "selector": {"matchLabels": {"a": "b"}},
                     "template": {"metadata": {"labels": {"a": "b"}},
                                  "spec": {"containers": [{"name": "a", "image": "a:1"}]}}}}
    unknown = copy.deepcopy(good)
    unknown["spec"]["template"]["spec"]["containers"][0]["memory"] = "1Gi"
    wrong_type = copy.deepcopy(good)
    wrong_type["spec"]["replicas"] = "1"
    for release in versions:
        tap.result(refusal(good, release) is None, f"{release} takes a sound object", [refusal(good, release)])
        tap.result(refusal(unknown, release) is not None, f"{release} refuses an unknown field")
        tap.result(refusal(wrong_type, release) is not None, f"{release} refuses a wrong type")


def told_as_newer(work, release):
    """Whether the compiler warns that a site's release is newer than those its output is held to."""
    (work / "site.yaml").write_text(f'name: site\ntitle: A site\nkubernetes: "{release}"\n', encoding="utf-8")
    (work / "profile.yaml").write_text("name: a\nframework: dask\nsite: ./site.yaml\n", encoding="utf-8")
    done = tap.clusterc("validate", "profile.yaml", cwd=work)
    return b"[newer-kubernetes]" in done.stderr


def check_newest(versions):
    """The compiler knows how far the schemas go."""
    following = f"1.{int(versions[-1].split('.')[1]) + 1}"
    with tempfile.TemporaryDirectory() as directory:
        work = pathlib.Path(directory)
        tap.result(not told_as_newer(work, versions[-1]) and told_as_newer(work, following),
                   f"the compiler knows {versions[-1]}, and warns of {following}")


def main():
    """The validator first: what it says of the manifests is worth no more than it."""
    versions = releases()
    check_newest(versions)
    check_validator(versions)
    check_manifests(versions)
    check_server_side()
    tap.done()


main()
