"""What the quota controller would count of a manifest's objects, and what `clusterc plan` says it comes to."""
import collections
import re

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
    """How many, and what each is like; of a schedule those of one run."""
    spec = item.get("spec", {})
    spec = spec.get("jobTemplate", {}).get("spec", spec)
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
    for volume in pod.get("volumes", []):
        if "ephemeral" in volume:
            requests = volume["ephemeral"]["volumeClaimTemplate"]["spec"]["resources"]["requests"]
            counts["persistentvolumeclaims"] += count
            counts["requests.storage"] += count * number(requests["storage"])
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


def check_quota(parts, manifest, cluster):
    expected, said = quota(manifest, cluster), said_quota(parts)
    return [f"{name}: the plan says {said.get(name)}, the objects come to {expected.get(name)}"
            for name in sorted({*expected, *said}) if not close(said.get(name, 0), expected.get(name, 0))]
