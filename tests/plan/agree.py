"""`clusterc plan` tells the truth: for every profile of tests/cases and profiles/ that compiles, what it
says is held against the manifest of the same profile.

Quota: requests, limits and objects are added up from the objects themselves, as the quota controller
counts them. Memory: the parts of a pod's memory add up to no more than the container's, and a share is
what the containers are told. Nobody's line is longer than a screen is wide."""
import collections
import re

import yaml

import tap

WIDTH = 100
UNITS = {"": 1, "m": 0.001, "k": 10**3, "M": 10**6, "G": 10**9, "T": 10**12,
         "Ki": 2**10, "Mi": 2**20, "Gi": 2**30, "Ti": 2**40}
# What a quota counts by itself; all else is count/RESOURCE.GROUP.
PLAIN = {"Service": "services", "ConfigMap": "configmaps", "PersistentVolumeClaim": "persistentvolumeclaims"}
PLURALS = {"NetworkPolicy": "networkpolicies"}


def number(quantity):
    digits, unit = re.fullmatch(r"([0-9.]+)([a-zA-Z]*)", str(quantity)).groups()
    return float(digits) * UNITS[unit]


def close(one, other):
    return abs(one - other) < 0.0005 * max(1, abs(other))


def counted_as(item):
    kind, group = item["kind"], item["apiVersion"].rpartition("/")[0]
    name = PLURALS.get(kind, kind.lower() + "s")
    return PLAIN.get(kind, f"count/{name}.{group}" if group else f"count/{name}")


def pods_of(item):
    spec = item.get("spec", {})
    return (spec.get("replicas", spec.get("completions")), spec["template"]["spec"]) if "template" in spec else (0, None)


def secrets_of(manifest, cluster):
    """Those the manager makes: none is in the manifest, and pods refer to them by the cluster's name."""
    found = set()
    for item in manifest:
        pod = pods_of(item)[1]
        if not pod:
            continue
        for volume in pod.get("volumes", []):
            if volume["name"].startswith("secret-"):
                found.add(volume["secret"]["secretName"])
        for variable in pod["containers"][0].get("env", []):
            reference = variable.get("valueFrom", {}).get("secretKeyRef")
            if reference and reference["name"].startswith(cluster + "-"):
                found.add(reference["name"])
    return found


def add_pods(counts, item, templates):
    count, pod = pods_of(item)
    if not pod:
        return
    counts["pods"] += count
    resources = pod["containers"][0]["resources"]
    for which in "requests", "limits":
        for name, amount in resources[which].items():
            if which == "requests" or "/" not in name:
                counts[f"{which}.{name}"] += count * number(amount)
    for claim in pod.get("resourceClaims", []):
        request = templates[claim["resourceClaimTemplateName"]]
        counts[f"{request['deviceClassName']}.deviceclass.resource.k8s.io/devices"] += count * request["count"]
        counts["count/resourceclaims.resource.k8s.io"] += count


def quota(manifest, cluster):
    """What the quota controller would count."""
    counts = collections.Counter()
    templates = {item["metadata"]["name"]: item["spec"]["spec"]["devices"]["requests"][0]["exactly"]
                 for item in manifest if item["kind"] == "ResourceClaimTemplate"}
    for item in manifest:
        counts[counted_as(item)] += 1
        add_pods(counts, item, templates)
        if item["kind"] == "PersistentVolumeClaim":
            counts["requests.storage"] += number(item["spec"]["resources"]["requests"]["storage"])
    counts["secrets"] = len(secrets_of(manifest, cluster))
    return {name: value for name, value in counts.items() if value}


def sections(text):
    """The plan's parts by their titles; a line that goes on is one with its beginning."""
    parts, title = {}, ""
    for line in text.splitlines():
        if line and not line.startswith(" "):
            title = line
        parts.setdefault(title, []).append(line)
    return parts


def part(parts, title):
    return next((lines[1:] for name, lines in parts.items() if name.startswith(title)), [])


def said_quota(parts):
    entries = ",".join(line.rstrip(",") for line in part(parts, "In all")).split(",")
    said = dict(entry.split() for entry in entries if entry.strip())
    return {name: number(value) for name, value in said.items() if number(value)}


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


def check_quota(parts, manifest, cluster):
    expected, said = quota(manifest, cluster), said_quota(parts)
    return [f"{name}: the plan says {said.get(name)}, the objects come to {expected.get(name)}"
            for name in sorted({*expected, *said}) if not close(said.get(name, 0), expected.get(name, 0))]


def check_width(text):
    return [f"longer than {WIDTH}: {line}" for line in text.splitlines()
            if len(line) > WIDTH and len(line.split()) > 1]


def look_at(path):
    generated = tap.clusterc("generate", path.name, cwd=path.parent)
    if generated.returncode:
        return
    documents = [one for one in yaml.safe_load_all(generated.stdout) if one]
    clusters = {}
    for one in documents:
        clusters.setdefault(one["metadata"]["labels"]["app.kubernetes.io/instance"], []).append(one)
    planned = tap.clusterc("plan", path.name, cwd=path.parent)
    problems = [] if not planned.returncode else [planned.stderr.decode()]
    if len(clusters) == 1:
        (cluster, manifest), text = next(iter(clusters.items())), planned.stdout.decode()
        parts = sections(text)
        problems += check_quota(parts, manifest, cluster) + check_memory(parts) + check_width(text)
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
    manifest = [one for one in yaml.safe_load_all(tap.clusterc("generate", path.name, cwd=path.parent).stdout) if one]
    for old, new in ("requests.cpu 26", "requests.cpu 27"), ("secrets 1", "secrets 0"), ("services 3", "services 2"):
        tap.result(old in text and check_quota(sections(text.replace(old, new)), manifest, "mixed"), f"{new} is found")
    tap.result(check_memory(sections(text.replace("2304Mi  for", "2305Mi  for"))), "a part that is too large is found")
    tap.result(check_width("x " * WIDTH), "a long line is found")


def page_shows_it():
    """The page's example is what the command prints."""
    page = (tap.SRCDIR / "docs/pictures.md").read_text()
    printed = tap.clusterc("plan", "profiles/spark-notebook.yaml", cwd=tap.SRCDIR).stdout.decode()
    tap.result(f"```console\n$ clusterc plan profiles/spark-notebook.yaml\n{printed}```\n" in page,
               "docs/pictures.md shows what the command prints", [printed])


mistakes_are_found()
page_shows_it()
shares_reach_containers()
for profile in [*(case / "profile.yaml" for case in tap.cases()), *sorted((tap.SRCDIR / "profiles").glob("*.yaml"))]:
    if profile.exists():
        look_at(profile)
tap.done()
