"""`clusterc plan` tells the truth: for every profile of tests/cases and profiles/ that compiles, what it
says is held against the manifest of the same profile.

Quota: requests, limits and objects are added up from the objects themselves, as the quota controller
counts them. Memory: the parts of a pod's memory add up to no more than the container's, and a share is
what the containers are told. Nobody's line is longer than a screen is wide."""
import collections
import pathlib
import re
import tempfile

import yaml

from quota import check_quota, close, number, part, said_quota, sections
import tap

# libyaml's reader is the faster one, where it is there.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

WIDTH = 100


def divisions(parts):
    """(memory, [(amount, words)]) of each kind of pods that is told of."""
    found = []
    # Names of pods whose memory is divided alike can fill several lines.
    text = re.sub(r",\n  (?=\S)", ", ", "\n".join(part(parts, "How the memory")))
    for line in text.splitlines():
        head = re.fullmatch(r"  \S.*: ([0-9]+[A-Za-z]*) \(at least [^)]*\)", line)
        share = re.fullmatch(r" {3,}([0-9]+[A-Za-z]*)  (\S.*)", line)
        if head:
            found.append((number(head[1]), []))
        elif share and len(share[0]) - len(share[2]) == 13:
            found[-1][1].append((number(share[1]), share[2]))
    return found


def check_memory(parts):
    problems = []
    for memory, amounts in divisions(parts):
        total = sum(amount for amount, _ in amounts)
        if not amounts or total > memory + 1 or total < memory * 0.99:
            problems.append(f"the parts add up to {total:.0f} of {memory:.0f}")
    return problems or ([] if divisions(parts) else ["no division of memory is told of"])


def head_of(path):
    """The quotas in the manager's head; None where the profile is of several clusters."""
    with tempfile.TemporaryDirectory() as there:
        tap.clusterc("generate", path.name, "-o", there, cwd=path.parent)
        heads = [one.read_text() for one in pathlib.Path(there).glob("*.sh") if not one.name.startswith("clusterc-manager")]
    return dict(re.findall(r"^(POD_QUOTA|OBJECT_QUOTA)='([^']*)'", heads[0], re.M)) if len(heads) == 1 else None


def check_head(parts, head):
    """What the manager counts, each resource under all its names, is what the plan says."""
    counts = collections.Counter()
    for line in head["POD_QUOTA"].splitlines():
        _, count, _, *amounts = line.split()
        for name, amount in (one.split("=") for one in amounts):
            counts[name] += int(count) * number(amount)
    for line in head["OBJECT_QUOTA"].splitlines():
        for name, amount in (one.split("=") for one in line.split()[1:]):
            counts[name] += number(amount)
    said = said_quota(parts)
    also = {f"count/{name}": name for name in ("pods", "secrets", "services", "configmaps", "persistentvolumeclaims")}
    also |= {name: f"requests.{name}" for name in ("cpu", "memory", "ephemeral-storage")}
    problems = [f"{name}: the manager counts {counts[name]}, the plan says {amount}"
                for name, amount in said.items() if not close(counts[name], amount)]
    problems += [f"{name}: the manager counts {counts[name]}, and {counts[of]} as {of}"
                 for name, of in also.items() if not close(counts[name], counts[of])]
    return problems + [f"{name}: the manager counts it, the plan doesn't" for name, amount in counts.items()
                       if amount and name not in said and name not in also and ".storageclass." not in name]


def check_width(text):
    return [f"longer than {WIDTH}: {line}" for line in text.splitlines()
            if len(line) > WIDTH and len(line.split()) > 1]


def look_at(path):
    generated = tap.clusterc("generate", path.name, cwd=path.parent)
    if generated.returncode:
        return
    documents = [one for one in yaml.load_all(generated.stdout, LOADER) if one]
    clusters = {}
    for one in documents:
        clusters.setdefault(one["metadata"]["labels"]["app.kubernetes.io/instance"], []).append(one)
    planned = tap.clusterc("plan", path.name, cwd=path.parent)
    problems = [] if not planned.returncode else [planned.stderr.decode()]
    if len(clusters) == 1:
        (cluster, manifest), text = next(iter(clusters.items())), planned.stdout.decode()
        parts = sections(text)
        problems += check_quota(parts, manifest, cluster) + check_memory(parts) + check_width(text)
        head = head_of(path)
        problems += check_head(parts, head) if head else ["there is no head"]
    tap.result(not problems, f"the plan of {tap.relative(path)}", problems)


def shares_reach_containers():
    """Of the profile that stands for all: what the plan says a share is, the containers are told."""
    path = tap.SRCDIR / "profiles/ray-mixed.yaml"
    parts = sections(tap.clusterc("plan", path.name, cwd=path.parent).stdout.decode())
    told = [int(value) for value in re.findall(rb"--object-store-memory=([0-9]+)",
                                               tap.clusterc("generate", path.name, cwd=path.parent).stdout)]
    said = [amount for _, amounts in divisions(parts) for amount, words in amounts if words.startswith("objects,")]
    tap.result(len(said) == 3 and sorted(said) == sorted(told), "shares are what containers are told", [said, told])


def mistakes_are_found():
    """The comparison itself: a plan that says other numbers doesn't pass."""
    path = tap.SRCDIR / "profiles/ray-mixed.yaml"
    text = tap.clusterc("plan", path.name, cwd=path.parent).stdout.decode()
    manifest = [one for one in yaml.load_all(tap.clusterc("generate", path.name, cwd=path.parent).stdout, LOADER) if one]
    for old, new in ("requests.cpu 26", "requests.cpu 27"), ("secrets 1", "secrets 0"), ("services 3", "services 2"):
        tap.result(old in text and check_quota(sections(text.replace(old, new)), manifest, "mixed"), f"{new} is found")
    head = head_of(path)
    head["POD_QUOTA"] = head["POD_QUOTA"].replace("limits.cpu=", "limits.cpu=1", 1)
    tap.result(check_head(sections(text), head), "a manager that counts something else is found")
    tap.result(check_memory(sections(text.replace("2304Mi  for", "2305Mi  for"))), "a part that is too large is found")
    tap.result(check_width("x " * WIDTH), "a long line is found")


def large_objects_are_known():
    """Plain apply keeps each object, as Go writes its JSON, in an annotation, and all of an object's may have 256 KiB."""
    for letter, written, count in ("x", 1, 100_000), ("x", 1, 262_000), ("<", 6, 40_000), ("<", 6, 43_600), ('"', 2, 131_000):
        with tempfile.TemporaryDirectory() as there:
            path = pathlib.Path(there) / "big.yaml"
            file = {"path": "/tmp/big", "content": letter * count}
            path.write_text(yaml.safe_dump({"name": "big", "framework": "spark", "files": [file]}))
            tap.clusterc("generate", path.name, "-o", "out", cwd=there)
            head = (pathlib.Path(there) / "out/big.sh").read_text()
        large = written * count > 256 * 1024 - 2048
        tap.result((" SERVER_SIDE='yes'" in head or "\nSERVER_SIDE='yes'" in head) == large,
                   f"a file of {count} times {letter} is {'too large' if large else 'fit'} for plain apply")


def page_shows_it():
    """The page's example is what the command prints."""
    page = (tap.SRCDIR / "docs/pictures.md").read_text()
    printed = tap.clusterc("plan", "profiles/spark-notebook.yaml", cwd=tap.SRCDIR).stdout.decode()
    tap.result(f"```console\n$ clusterc plan profiles/spark-notebook.yaml\n{printed}```\n" in page,
               "docs/pictures.md shows what the command prints", [printed])


mistakes_are_found()
page_shows_it()
large_objects_are_known()
shares_reach_containers()
for profile in [*(case / "profile.yaml" for case in tap.cases()), *sorted((tap.SRCDIR / "profiles").glob("*.yaml"))]:
    if profile.exists():
        look_at(profile)
tap.done()
