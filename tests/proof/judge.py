"""Every manifest of tests/cases and of profiles/ before kubeconform, kube-score and kube-linter. No finding, or one
that we disagree with: those stand below, each with why, and each has to be needed. tests/proof/run starts this."""
import json
import os
import pathlib
import re
import subprocess
import sys

import kubernetes_validate

from releases import DEFAULT, oldest_for, release_of, releases
import tap

# Definitions of tests/cases that are as small as can be: what is said of them is said of the case.
SMALL = r"^tests/cases/"
# (checker, check, what it is said of: "MANIFEST KIND/NAME: SUMMARY", why we disagree).
DISAGREEMENTS = [
    ("kube-score", "container-image-pull-policy", r"",
     "a tag is meant to stay what it is; imagePullPolicy: Always is a profile's choice"),
    ("kube-score", "container-security-context-user-group-id", SMALL, "the case's own definition or profile says who"),
    ("kube-score", "container-security-context-user-group-id", r"^profiles/(ray|ray-devices|ray-mixed|queue)\.yaml ",
     "Ray's image has its Python in a home directory that only user 1000 and group 100 may enter"),
    ("kube-score", "container-security-context-user-group-id", r"^profiles/(dask-home|strict-site)\.yaml ",
     "files in a home directory are a person's, by number; and a strict site chooses the number itself"),
    ("kube-score", "pod-probes-identical", r"",
     "both ask the daemon itself; liveness waits two minutes or more before it ends one that only is busy"),
    ("kube-score", "statefulset-has-poddisruptionbudget", r"-worker: ",
     "a worker that has to go costs work, not the cluster; a budget would hold up whoever drains its node"),
    ("kube-score", "pod-probes", SMALL + r".*: Container is missing a (readiness|liveness)Probe$",
     "the case's own definition has none"),
    ("kube-score", "pod-probes", r"/train-head: Container is missing a readinessProbe$",
     "torchrun's head only keeps a place: it serves nothing that could be ready"),
    ("kube-score", "container-image-tag", SMALL + r"image-tag-latest/", "the profile says latest, and is warned"),
    ("kube-score", "pod-networkpolicy", SMALL + r"network/open\.", "the profile says isolation: none, and is warned"),
    ("kube-score", "container-security-context-readonlyrootfilesystem", SMALL + r"(identity|every-role-key)/",
     "the profile says readOnlyRoot: false"),
    ("kube-score", "container-resource-requests-equal-limits", SMALL + r"(every-role-key|site-edge)/",
     "the profile says cpuLimit or memoryLimit"),
    ("kube-score", "container-cpu-requests-equal-limits", SMALL + r"(every-role-key|site-edge)/",
     "the profile says cpuLimit"),
    ("kube-score", "container-memory-requests-equal-limits", SMALL + r"(every-role-key|site-edge)/",
     "the profile says memoryLimit"),
]
GOOD = {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a"},
        "spec": {"clusterIP": "None", "selector": {"a": "b"}, "ports": [{"name": "a", "port": 1}]}}
PLAIN_POD = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"},
             "spec": {"containers": [{"name": "a", "image": "a:1"}]}}


def manifests(work):
    """(name, path, the oldest release it is for) of each, those of profiles/ made now."""
    for path in tap.manifests():
        yield str(tap.relative(path)), path, oldest_for(path)
    for profile in sorted((tap.SRCDIR / "profiles").glob("*.yaml")):
        made = work / "made" / profile.stem
        done = tap.clusterc("generate", profile.name, "-o", made, cwd=profile.parent)
        tap.result(done.returncode == 0, f"{tap.relative(profile)} compiles", [done.stderr.decode()])
        # Claims on devices are of 1.34.
        for path in sorted(made.glob("*.yaml")):
            oldest = "1.34" if "ResourceClaimTemplate" in path.read_text(encoding="utf-8") else DEFAULT
            yield f"{tap.relative(profile)} {path.stem}", path, oldest


def run(program, *arguments):
    """What a checker wrote. All of them end with 1 when they find something."""
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1) or not done.stdout:
        raise RuntimeError(f"{program}: {done.returncode}: {done.stderr[:500]}")
    return done.stdout


# --------------------------------------------------------------- kubeconform ----

def made_local(part, inside):
    """A schema whose references are files beside it: kubeconform doesn't take the package's own form of them."""
    if isinstance(part, list):
        return [made_local(one, inside) for one in part]
    if not isinstance(part, dict):
        return part
    local = {key: made_local(value, inside) for key, value in part.items() if key != "$id"}
    if isinstance(local.get("$ref"), str):
        local["$ref"] = local["$ref"].replace("/api/_definitions.json", "" if inside else "_definitions.json")
    return local


def schemas(work):
    """The strict schemas of kubernetes-validate, as files that kubeconform reads, of each release."""
    package = pathlib.Path(kubernetes_validate.__file__).parent / "kubernetes-json-schema"
    for version in releases():
        to = work / "schemas" / f"v{version}.0"
        to.mkdir(parents=True)
        for path in (package / f"v{version}.0-local-strict").glob("*.json"):
            if path.name != "all.json":
                schema = json.loads(path.read_bytes())
                (to / path.name).write_text(json.dumps(made_local(schema, path.name == "_definitions.json")))


def kubeconform(work, release, paths):
    """What it says of files for one release: the number of objects that are valid, and [(path, what is wrong)]."""
    said = json.loads(run(os.environ["KUBECONFORM"], "-strict", "-summary", "-output", "json",
                          "-kubernetes-version", f"{release}.0", "-schema-location",
                          f"{work}/schemas/" + "{{.NormalizedKubernetesVersion}}/{{.ResourceKind}}{{.KindSuffix}}.json",
                          *paths))
    wrong = [(one["filename"], f"{one['kind']}/{one['name']}: {one['msg']}") for one in said["resources"]]
    return said["summary"]["valid"], wrong


def judge_by_schemas(work, known):
    """Each release judges the manifests that are for it; first it is seen to judge at all."""
    sample = work / "sample.yaml"
    schemas(work)
    for release in releases():
        sample.write_text(json.dumps({**GOOD, "spec": {**GOOD["spec"], "prots": []}}))
        tap.result(kubeconform(work, release, [sample])[1], f"kubeconform, {release}: an unknown field is found")
        paths = [path for _, path, oldest in known if release_of(oldest) <= release_of(release)]
        valid, wrong = kubeconform(work, release, paths)
        tap.result(valid > len(paths) and not wrong,
                   f"kubeconform, {release}: {valid} objects in {len(paths)} manifests",
                   [f"{path}: {what}" for path, what in wrong])


# -------------------------------------------------- kube-score, kube-linter ----

def kube_score(path):
    """(check, "KIND/NAME: SUMMARY") of what it finds, optional checks included."""
    said = json.loads(run(os.environ["KUBE_SCORE"], "score", "--output-format", "json", "--all-default-optional",
                          "--kubernetes-version", f"v{DEFAULT}", path))
    for item in said:
        name = f"{item['type_meta']['kind']}/{item['object_meta']['name']}"
        for check in item["checks"]:
            if not check["skipped"] and check["grade"] < 10:
                for comment in check["comments"] or [{"summary": ""}]:
                    yield check["check"]["id"], f"{name}: {comment['summary']}"


def kube_linter(path):
    """The same of kube-linter, with the checks it makes when nothing is said."""
    for report in json.loads(run(os.environ["KUBE_LINTER"], "lint", "--format", "json", path))["Reports"] or []:
        item = report["Object"]["K8sObject"]
        yield report["Check"], f"{item['GroupVersionKind']['Kind']}/{item['Name']}: {report['Diagnostic']['Message']}"


def disagreement(checker, check, text):
    """Which entry of the list this is, or None."""
    return next((index for index, (its, one, pattern, _) in enumerate(DISAGREEMENTS)
                 if (its, one) == (checker, check) and re.search(pattern, text)), None)


def judge_by_rules(work, known, checker, findings):
    """No finding but those that are on the list, and all those of it; a pod that says nothing has many."""
    sample = work / "pod.yaml"
    sample.write_text(json.dumps(PLAIN_POD))
    tap.result(len(list(findings(sample))) > 3, f"{checker}: a pod that says nothing is found fault with")
    used, count = set(), 0
    for name, path, _ in known:
        new = []
        for check, text in findings(path):
            index = disagreement(checker, check, f"{name} {text}")
            count += 1
            used.add(index)
            if index is None:
                new.append(f"{check}: {text}")
        tap.result(not new, f"{checker}: {name}", new)
    unused = [entry for index, entry in enumerate(DISAGREEMENTS) if entry[0] == checker and index not in used]
    tap.result(not unused, f"{checker}: {count} findings that we disagree with, each entry of the list needed", unused)


def missing(work, program):
    """Whether a checker isn't there; then that is said."""
    if os.environ[program.upper().replace("-", "_")]:
        return False
    why = (work / f"{program}.missing").read_text(encoding="utf-8").strip()
    tap.result(True, f"{program} # SKIP it can't be had here: {why}")
    return True


def main():
    """The checkers one after the other, over the same manifests."""
    work = pathlib.Path(sys.argv[1])
    known = list(manifests(work))
    tap.result(len(known) > 50, f"there are manifests to judge: {len(known)}")
    if not missing(work, "kubeconform"):
        judge_by_schemas(work, known)
    if not missing(work, "kube-score"):
        judge_by_rules(work, known, "kube-score", kube_score)
    if not missing(work, "kube-linter"):
        judge_by_rules(work, known, "kube-linter", kube_linter)
    tap.done()


main()
