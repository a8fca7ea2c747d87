"""Random valid profiles, and what holds of everything that comes of them: tests/property/invariants.py; and that `plan`
counts what is there, that what `resolve` prints makes the same manifest, that a second run writes the same bytes, and
that the schema takes what the compiler takes.

    COUNT  how many profiles (100)
    SEED   which (1): profile 7 of seed 1 is the same wherever it is made
    KEEP   a directory that keeps every profile and what came of it

Each mistake that an invariant is to find is planted once, at the beginning."""

import collections
import copy
import json
import os
import pathlib
import re
import shutil
import tempfile

import jsonschema
import yaml

from invariants import ALL, Manifest
import profiles
from quota import check_quota, sections
import tap

COUNT, SEED = int(os.environ.get("COUNT", "100")), os.environ.get("SEED", "1")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
SCHEMA = jsonschema.Draft202012Validator(json.loads((tap.SRCDIR / "schemas/profile.schema.json").read_bytes()))
DIGEST = re.compile(rb"^( *clusterc/input-digest: )sha256:[0-9a-f]*$", re.M)
# What a generator of this kind may run into without being wrong: diagnostics by code. It does well without any.
MAY_BE_REFUSED = {}
# Of these something has to be among so many profiles.
MANY = 100
FEATURES = """
alias allowFrom annotations args command config cpu cpuLimit egress egress.namespace env envFrom file.from files
framework.dask framework.echo
framework.flink framework.full framework.mpi framework.ray framework.spark framework.torchrun framework.trino fsGroup
gpu.class gpu.head gpu.product gpu.resource gpu.worker groups head idle image imagePullPolicy imagePullSecrets labels
lifetime memory memoryLimit namespace notSecret network network.cluster network.default network.namespace network.none
nodeSelector notebook ports priorityClass queue readOnly readOnlyRoot role.env role.image runAsGroup runAsUser
runtimeClass serviceAccount sharedMemory site site.assignedUser site.imagePrefix site.kubernetes site.labels
site.lifetime site.namespace site.queue site.volumes spread stopGrace storage subPath supplementalGroups tolerations
volume.claim volume.configMap volume.ephemeral volume.image volume.newClaim volume.nfs volume.scratch volume.secret volumes worker
""".split()


def header_of(manager):
    """The assignments that a manager begins with, those that hold plain text."""
    return dict(re.findall(r"(?:^|(?<=' ))([A-Z_]+)='([^']*)'(?=$| [A-Z_]+=')", manager, re.M))


def planted(manifest):
    """For each invariant a change of a sound manifest that breaks it."""
    spec = "spec"

    def pod(it):
        return it.workloads[1][spec]["template"]

    def container(it):
        return pod(it)[spec]["containers"][0]

    return {
        "names_fit": lambda it: it.objects[0]["metadata"].update(name="Demo"),
        "nothing_is_double": lambda it: container(it)["env"].append(container(it)["env"][0]),
        "selectors_match": lambda it: pod(it)["metadata"]["labels"].update({"app.kubernetes.io/component": "head"}),
        "network_is_as_said": lambda it: it.of_kind("NetworkPolicy")[0][spec]["ingress"][0]["from"].append(
            {"podSelector": {}}
        ),
        "ports_exist": lambda it: container(it)["ports"].pop(),
        "requests_hold": lambda it: container(it)["resources"]["requests"].update(cpu="4001m"),
        "directories_are_writable": lambda it: container(it)["volumeMounts"].append(
            {"name": "scratch-0", "mountPath": container(it)["volumeMounts"][0]["mountPath"] + "/a/b"}
        ),
        "volumes_are_mounted": lambda it: container(it)["volumeMounts"].pop(0),
        "references_lead_somewhere": lambda it: pod(it)[spec].update(serviceAccountName="other"),
        "secrets_stay_out": lambda it: pod(it)[spec].update(automountServiceAccountToken=True),
        "pods_are_restricted": lambda it: container(it)["securityContext"].update(capabilities={"drop": []}),
        "labels_are_equal": lambda it: it.objects[1]["metadata"]["labels"].pop("course"),
        "queues_admit_all": lambda it: pod(it)["metadata"]["labels"].update({"kueue.x-k8s.io/queue-name": "other"}),
        "texts_arrive": lambda it: container(it)["env"][-1].update(value="other"),
        "manager_agrees": lambda it: it.header.update(PODS="5"),
    }[manifest]


def mistakes_are_found(work):
    """Nothing is found in a sound manifest, and each mistake by the one that is there for it."""
    path = tap.SRCDIR / "tests/cases/full/profile.yaml"
    profile = yaml.load(path.read_bytes(), LOADER)
    tap.clusterc("generate", path.name, "-o", work / "full", cwd=path.parent)
    objects = [one for one in yaml.load_all((work / "full/wordcount.yaml").read_bytes(), LOADER) if one]
    header = header_of((work / "full/wordcount.sh").read_text(encoding="utf-8"))
    for invariant in ALL:
        sound = Manifest(objects, profile, {}, header)
        broken = Manifest(copy.deepcopy(objects), profile, {}, dict(header))
        planted(invariant.__name__)(broken)
        tap.result(
            not list(invariant(sound)) and list(invariant(broken)),
            f"{invariant.__name__}: a mistake is found",
            list(invariant(sound)),
        )


class Case:
    """One profile in a directory of its own, and what comes of it."""

    def __init__(self, made, directory):
        self.made, self.directory = made, directory
        shutil.rmtree(directory, ignore_errors=True)
        directory.mkdir(parents=True)
        for name, content in made.files.items():
            (directory / name).write_bytes(content)
        (directory / "profile.yaml").write_text(made.text, encoding="utf-8")

    def run(self, *arguments):
        """A command of the compiler, in the directory."""
        return tap.clusterc(*arguments, cwd=self.directory)

    def problems(self):
        """All that is wrong."""
        done = self.run("generate", "profile.yaml", "-o", "out")
        if done.returncode:
            codes = set(re.findall(r" error: .* \[([a-z0-9-]+)\]$", done.stderr.decode(), re.M))
            return [] if codes and codes <= set(MAY_BE_REFUSED) else ["refused:", done.stderr.decode()]
        name = self.made.said["name"]
        text, manager = (self.directory / f"out/{name}.yaml").read_bytes(), (
            self.directory / f"out/{name}.sh"
        ).read_bytes()
        objects = [one for one in yaml.load_all(text, LOADER) if one]
        manifest = Manifest(objects, self.made.said, self.made.site or {}, header_of(manager.decode()))
        found = [f"{invariant.__name__}: {what}" for invariant in ALL for what in invariant(manifest)]
        found += [f"schema: {error.json_path}: {error.message[:200]}" for error in SCHEMA.iter_errors(self.made.said)]
        return (
            found
            + list(self.plan_counts(objects, name))
            + list(self.same_again(text, manager, name))
            + list(self.resolves(text))
        )

    def plan_counts(self, objects, name):
        """The plan says what the objects come to."""
        planned = self.run("plan", "profile.yaml")
        if planned.returncode:
            yield f"plan: {planned.stderr.decode()}"
        yield from (f"plan: {what}" for what in check_quota(sections(planned.stdout.decode()), objects, name))

    def same_again(self, text, manager, name):
        """The same bytes, elsewhere and on standard output."""
        self.run("generate", "profile.yaml", "-o", "again")
        if (self.directory / f"again/{name}.yaml").read_bytes() != text or (
            self.directory / f"again/{name}.sh"
        ).read_bytes() != manager:
            yield "a second run writes something else"
        if self.run("generate", "profile.yaml").stdout != text:
            yield "standard output is something else"

    def resolves(self, text):
        """What resolve prints, in the profile's place, makes the same manifest."""
        resolved = self.run("resolve", "profile.yaml")
        (self.directory / "profile.yaml").write_bytes(resolved.stdout)
        after = self.run("generate", "profile.yaml")
        (self.directory / "profile.yaml").write_text(self.made.text, encoding="utf-8")
        if resolved.returncode or after.returncode:
            yield f"resolve: {resolved.stderr.decode()} {after.stderr.decode()}"
        elif DIGEST.sub(rb"\1", after.stdout) != DIGEST.sub(rb"\1", text):
            yield "what resolve prints makes another manifest"


def main():
    """As many as are wanted; those that fail are shown whole."""
    features, failed = collections.Counter(), 0
    with tempfile.TemporaryDirectory() as temporary:
        mistakes_are_found(pathlib.Path(temporary))
        for number in range(COUNT):
            made = profiles.make(f"{SEED}-{number}")
            keep = os.environ.get("KEEP")
            case = Case(made, pathlib.Path(keep) / str(number) if keep else pathlib.Path(temporary) / "case")
            problems = case.problems()
            features.update(made.features)
            if problems:
                failed += 1
                tap.result(False, f"profile {number} of seed {SEED}", [*problems[:20], *made.text.splitlines()[:60]])
    tap.result(not failed, f"{COUNT} profiles of seed {SEED}: all that is to hold holds")
    for feature, count in sorted(features.items()):
        print(f"# {feature}: {count}")
    missing = [feature for feature in FEATURES if not features[feature]]
    tap.result(COUNT < MANY or not missing, f"all {len(FEATURES)} features came up", missing)
    tap.done()


main()
