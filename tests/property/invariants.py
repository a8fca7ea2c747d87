"""What holds of every manifest, whatever the profile says. Each function gives what is wrong, as text; the table at the
end lists them. They know Kubernetes, and nothing of how the compiler goes about it."""

import collections
import re

from quota import number, pods_of

LABEL = re.compile(r"[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")
SUBDOMAIN = re.compile(r"[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?")
QUALIFIED = re.compile(r"([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?")
VALUE = re.compile(r"([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?")
VARIABLE = re.compile(r"[-._a-zA-Z][-._a-zA-Z0-9]*")
FILE_KEY = re.compile(r"(?!\.$|\.\.)[-._a-zA-Z0-9]{1,253}")
PORT = re.compile(r"(?=.*[a-z])[a-z0-9]([a-z0-9]|-(?!-)){0,13}[a-z0-9]|[a-z]")
INSTANCE, COMPONENT, ROLE = "app.kubernetes.io/instance", "app.kubernetes.io/component", "clusterc/role"
KUEUE = "kueue.x-k8s.io/"
# k8s.io/pod-security-admission, restrictedVolumes_1_0 in policy/check_restrictedVolumes.go, v0.34.4.
RESTRICTED_VOLUMES = {
    "configMap",
    "csi",
    "downwardAPI",
    "emptyDir",
    "image",
    "ephemeral",
    "persistentVolumeClaim",
    "projected",
    "secret",
}


class Manifest:
    """The objects of one cluster, with what goes with them: the profile, the site, the manager's lists."""

    def __init__(self, objects, profile, site, header):
        self.objects, self.profile, self.site, self.header = objects, profile, site, header
        self.workloads = [one for one in objects if "template" in one.get("spec", {}) and pods_of(one)[1]]
        self.pods = {name(one): one["spec"]["template"] for one in self.workloads}

    def of_kind(self, kind):
        """The objects of one kind."""
        return [one for one in self.objects if one["kind"] == kind]

    def names_of(self, kind):
        """Their names."""
        return {one["metadata"]["name"] for one in self.of_kind(kind)}

    def containers(self):
        """(the workload's name, the pod's spec, its container): there is one in each."""
        for which, template in self.pods.items():
            for container in template["spec"]["containers"]:
                yield which, template["spec"], container

    def blocks(self):
        """What the profile and the site say of pods."""
        named = [self.profile.get(role, {}) for role in ("head", "worker", "notebook")]
        return named + self.profile.get("groups", []) + [self.site.get("defaults", {}).get("pods", {})]


def name(item):
    """KIND/NAME."""
    return f"{item['kind']}/{item['metadata']['name']}"


def names_fit(it):
    """Every name within what Kubernetes gives it."""
    for one in it.objects:
        metadata, pattern = one["metadata"], LABEL if one["kind"] in ("Service", "StatefulSet", "Job") else SUBDOMAIN
        if not pattern.fullmatch(metadata["name"]):
            yield f"{name(one)} is no name"
        if "template" in one.get("spec", {}) and len(metadata["name"]) > 52:
            yield f"{name(one)}: no room for a revision in its pods' labels"
    for which, spec, container in it.containers():
        names = [container["name"], *(volume["name"] for volume in spec.get("volumes", []))]
        yield from (f"{which}: {one} is no name" for one in names if not LABEL.fullmatch(one))
        yield from (
            f"{which}: the port {port['name']}"
            for port in container.get("ports", [])
            if not PORT.fullmatch(port["name"])
        )
        yield from (
            f"{which}: the variable {one['name']}"
            for one in container.get("env", [])
            if not VARIABLE.fullmatch(one["name"])
        )
    for one in it.of_kind("ConfigMap"):
        keys = [*one.get("data", {}), *one.get("binaryData", {})]
        yield from (
            f"{name(one)}: the key {key}" for key in keys if not FILE_KEY.fullmatch(key) or len(keys) != len(set(keys))
        )


def nothing_is_double(it):
    """No two objects, variables, ports, volumes, mounted paths of one name."""
    lists = {"objects": [name(one) for one in it.objects]}
    for which, spec, container in it.containers():
        lists[f"{which}: variables"] = [one["name"] for one in container.get("env", [])]
        lists[f"{which}: ports"] = [one["name"] for one in container.get("ports", [])]
        lists[f"{which}: numbers"] = [(one["containerPort"], one["protocol"]) for one in container.get("ports", [])]
        lists[f"{which}: volumes"] = [one["name"] for one in spec.get("volumes", [])]
        lists[f"{which}: pull secrets"] = [one["name"] for one in spec.get("imagePullSecrets", [])]
        lists[f"{which}: paths"] = [one["mountPath"] for one in container.get("volumeMounts", [])]
    for where, items in lists.items():
        yield from (
            f"{where}: {item} is there {count} times" for item, count in collections.Counter(items).items() if count > 1
        )


# ----------------------------------------------------------------- selectors ----


def matches(selector, labels):
    """Whether a map of labels selects a pod."""
    return selector.items() <= labels.items()


def selectors_of(it):
    """(who selects, the selector, the workloads whose pods it is for)."""
    everything = set(it.pods)
    workers = {which for which, template in it.pods.items() if template["metadata"]["labels"].get(ROLE) == "worker"}
    own = {one["metadata"]["labels"][COMPONENT]: name(one) for one in it.workloads}
    for one in it.objects:
        spec, component = one.get("spec", {}), one["metadata"]["labels"].get(COMPONENT)
        if one["kind"] == "Service":
            yield name(one), spec["selector"], workers if component == "worker" else {own[component]}
        if one["kind"] == "PodDisruptionBudget":
            yield name(one), spec["selector"]["matchLabels"], {own["head"]}
        if one["kind"] == "StatefulSet":
            yield name(one), spec["selector"]["matchLabels"], {name(one)}
        if one["kind"] == "NetworkPolicy":
            yield name(one), spec["podSelector"]["matchLabels"], everything
            peers = [peer for rule in spec.get("ingress", []) for peer in rule.get("from", [])]
            peers += [peer for rule in spec.get("egress", []) for peer in rule.get("to", [])]
            own_pods = [
                peer["podSelector"]["matchLabels"]
                for peer in peers
                if set(peer) == {"podSelector"} and peer["podSelector"]
            ]
            yield from ((f"{name(one)}, from or to", selector, everything) for selector in own_pods)
        if one in it.workloads:
            anti = one["spec"]["template"]["spec"].get("affinity", {}).get("podAntiAffinity", {})
            terms = anti.get("requiredDuringSchedulingIgnoredDuringExecution", []) + [
                term["podAffinityTerm"] for term in anti.get("preferredDuringSchedulingIgnoredDuringExecution", [])
            ]
            for term in terms:
                yield f"{name(one)}, affinity", term["labelSelector"]["matchLabels"], {name(one)}


def selectors_match(it):
    """Each selects its own pods, no others of the cluster, and none of another cluster."""
    for who, selector, meant in selectors_of(it):
        found = {which for which, template in it.pods.items() if matches(selector, template["metadata"]["labels"])}
        if found != meant:
            yield f"{who} selects {sorted(found)}, not {sorted(meant)}"
        others = [{**template["metadata"]["labels"], INSTANCE: "another"} for template in it.pods.values()]
        if any(matches(selector, labels) for labels in others):
            yield f"{who} selects another cluster's pods"


def network_is_as_said(it):
    """A policy for all pods, unless none is wanted; who may come in is who is named, and so is where they may go."""
    wish = it.profile.get("network", {})
    policies = it.of_kind("NetworkPolicy")
    types = ["Ingress"] * (wish.get("isolation") != "none") + ["Egress"] * ("egress" in wish)
    if [one["spec"]["policyTypes"] for one in policies] != ([types] if types else []):
        yield f"policies are there for {[one['spec']['policyTypes'] for one in policies]}, not {types}"
        return
    for one in policies:
        yield from ingress_is_as_said(one["spec"].get("ingress", []), wish)
        yield from egress_is_as_said(one["spec"].get("egress", []), wish)


def ingress_is_as_said(rules, wish):
    """Who is named comes in."""
    peers = [peer for rule in rules for peer in rule["from"]]
    said = [peer["namespaceSelector"]["matchLabels"] for peer in peers if "namespaceSelector" in peer]
    if said != [{"kubernetes.io/metadata.name": one} for one in wish.get("allowFrom", [])]:
        yield f"let in are {said}"
    everybody = [peer for peer in peers if peer == {"podSelector": {}}]
    if len(everybody) != (wish.get("isolation") == "namespace"):
        yield f"all of the namespace: {everybody}"


def port_text(port):
    """As a profile says it."""
    numbers = f"{port['port']}-{port['endPort']}" if "endPort" in port else str(port["port"])
    return numbers if port["protocol"] == "TCP" else f"{numbers}/{port['protocol']}"


def egress_is_as_said(rules, wish):
    """Behind the cluster's own pods and DNS, all that is named is let through, and nothing else."""
    said = []
    for rule in rules[2:]:
        peer = rule["to"][0]
        route = dict(peer.get("ipBlock", {}))
        if "namespaceSelector" in peer:
            route["namespace"] = peer["namespaceSelector"]["matchLabels"]["kubernetes.io/metadata.name"]
        if "ports" in rule:
            route["ports"] = [port_text(port) for port in rule["ports"]]
        said.append(route)
    routes = wish.get("egress", "cluster")
    wanted = [
        {**route, "ports": [str(port) for port in route["ports"]]} if "ports" in route else route
        for route in ([] if routes == "cluster" else routes)
    ]
    if said != wanted:
        yield f"let out is {said}, not {wanted}"


# --------------------------------------------------------------------- ports ----


def ports_exist(it):
    """What services and probes refer to is a port of every pod that they mean."""
    for one in it.of_kind("Service"):
        pods = [
            template["spec"]
            for template in it.pods.values()
            if matches(one["spec"]["selector"], template["metadata"]["labels"])
        ]
        for port in one["spec"].get("ports", []):
            for spec in pods:
                there = [its for its in spec["containers"][0].get("ports", []) if its["name"] == port["targetPort"]]
                if [(its["containerPort"], its["protocol"]) for its in there] != [(port["port"], port["protocol"])]:
                    yield f"{name(one)}: the port {port['name']} is {there} of its pods"
    for which, _, container in it.containers():
        known = {port["name"] for port in container.get("ports", [])}
        for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
            for action in ("httpGet", "tcpSocket"):
                port = container.get(probe, {}).get(action, {}).get("port")
                if port is not None and port not in known:
                    yield f"{which}: {probe} asks {port}"
    wanted = {(one["name"], one["port"]) for one in it.profile.get("ports", [])}
    there = {
        (port["name"], port["containerPort"])
        for _, _, container in it.containers()
        for port in container.get("ports", [])
    }
    yield from (f"the profile's port {one} is nowhere" for one in sorted(wanted - there))


# ----------------------------------------------------------------- resources ----


def requests_hold(it):
    """Requests for everything that is limited, and no higher."""
    for which, _, container in it.containers():
        requests, limits = container["resources"]["requests"], container["resources"]["limits"]
        if set(requests) != set(limits) or not {"cpu", "memory", "ephemeral-storage"} <= set(limits):
            yield f"{which}: requests {sorted(requests)}, limits {sorted(limits)}"
        for what in set(requests) & set(limits):
            if number(requests[what]) > number(limits[what]) or "/" in what and requests[what] != limits[what]:
                yield f"{which}: {what} {requests[what]} of {limits[what]}"
        if any(number(amount) <= 0 for amount in limits.values()):
            yield f"{which}: a limit of nothing"


# ------------------------------------------------------- volumes, references ----


def directories_are_writable(it):
    """No directory inside scratch space is left for the container runtime to make, whose they would be root's."""
    for which, spec, container in it.containers():
        volumes = {volume["name"]: volume for volume in spec.get("volumes", [])}
        paths = {mount["mountPath"]: volumes[mount["name"]] for mount in container.get("volumeMounts", [])}
        for path in paths:
            parent = path.rpartition("/")[0]
            around = parent
            while around and around not in paths:
                around = around.rpartition("/")[0]
            if around != parent and "emptyDir" in paths.get(around, {}):
                yield f"{which}: {parent}, for {path}, is root's"


def volumes_are_mounted(it):
    """Every mounted volume exists, and every volume is mounted; a file that is mounted is in its config map."""
    data = {
        one["metadata"]["name"]: {**one.get("data", {}), **one.get("binaryData", {})} for one in it.of_kind("ConfigMap")
    }
    for which, spec, container in it.containers():
        volumes = {volume["name"]: volume for volume in spec.get("volumes", [])}
        mounts = container.get("volumeMounts", [])
        if set(volumes) != {mount["name"] for mount in mounts}:
            yield f"{which}: volumes {sorted(volumes)}, mounted {sorted({mount['name'] for mount in mounts})}"
            continue
        yield from (
            f"{which}: the volume {volume} has {len(volume) - 1} sources"
            for volume in volumes.values()
            if len(volume) != 2
        )
        for mount in mounts:
            keys = data.get(volumes[mount["name"]].get("configMap", {}).get("name"))
            items = {one["path"]: one["key"] for one in volumes[mount["name"]].get("configMap", {}).get("items", [])}
            key = items.get(mount.get("subPath"), mount.get("subPath"))
            if keys is not None and key not in keys:
                yield f"{which}: {mount['mountPath']} is {key}, which isn't in the config map"
            if mount.get("subPath", "").startswith("/") or ".." in mount.get("subPath", "").split("/"):
                yield f"{which}: subPath {mount['subPath']}"
        claims = {one["name"] for one in spec.get("resourceClaims", [])}
        if claims != {one["name"] for one in container["resources"].get("claims", [])}:
            yield f"{which}: resource claims"


def references(it):
    """(kind, name) of everything that pods, and what is beside them, refer to."""
    for which, spec, container in it.containers():
        yield which, "ServiceAccount", spec["serviceAccountName"]
        yield which, "Service", spec.get("subdomain")
        yield which, "PriorityClass", spec.get("priorityClassName")
        yield which, "RuntimeClass", spec.get("runtimeClassName")
        for one in spec.get("imagePullSecrets", []):
            yield which, "Secret", one["name"]
        for one in spec.get("resourceClaims", []):
            yield which, "ResourceClaimTemplate", one["resourceClaimTemplateName"]
        for one in spec.get("volumes", []):
            yield which, "ConfigMap", one.get("configMap", {}).get("name")
            yield which, "Secret", one.get("secret", {}).get("secretName")
            yield which, "PersistentVolumeClaim", one.get("persistentVolumeClaim", {}).get("claimName")
            template = one.get("ephemeral", {}).get("volumeClaimTemplate", {"spec": {}})
            yield which, "StorageClass", template["spec"].get("storageClassName")
        for one in container.get("envFrom", []) + [one.get("valueFrom", {}) for one in container.get("env", [])]:
            for key, kind in (
                ("secretRef", "Secret"),
                ("secretKeyRef", "Secret"),
                ("configMapRef", "ConfigMap"),
                ("configMapKeyRef", "ConfigMap"),
            ):
                yield which, kind, one.get(key, {}).get("name")
    for one in it.of_kind("StatefulSet"):
        yield name(one), "Service", one["spec"]["serviceName"]
    for one in it.of_kind("PersistentVolumeClaim"):
        yield name(one), "StorageClass", one["spec"].get("storageClassName")


def named_by_people(it):
    """The same as the profile and the site name it."""
    site = it.site.get("defaults", {})
    yield "ServiceAccount", it.profile.get("serviceAccount")
    yield "StorageClass", site.get("storageClass")
    for one in it.profile.get("imagePullSecrets", []) + site.get("imagePullSecrets", []):
        yield "Secret", one
    for block in it.blocks():
        yield "PriorityClass", block.get("priorityClass")
        yield "RuntimeClass", block.get("runtimeClass")
        for one in block.get("envFrom", []) + block.get("volumes", []):
            yield "Secret", one.get("secret")
            yield "ConfigMap", one.get("configMap")
            yield "PersistentVolumeClaim", one.get("claim")
            yield "StorageClass", one.get("newClaim", {}).get("storageClass")
            yield "StorageClass", one.get("ephemeral", {}).get("storageClass")


def references_lead_somewhere(it):
    """To an object of the manifest, a Secret that create makes, or what people named; nothing is made for nobody."""
    made = {(one["kind"], one["metadata"]["name"]) for one in it.objects}
    secrets = {("Secret", line.split()[0]) for line in it.header["SECRETS"].splitlines()}
    known, used = made | secrets | set(named_by_people(it)), set()
    for which, kind, one in references(it):
        if one is not None:
            used.add((kind, one))
            if (kind, one) not in known:
                yield f"{which} refers to {kind} {one}"
    selecting = ("StatefulSet", "Job", "Service", "NetworkPolicy", "PodDisruptionBudget")
    yield from (
        f"nobody refers to {kind} {one}"
        for kind, one in sorted(made | secrets)
        if (kind, one) not in used and kind not in selecting
    )


def secrets_stay_out(it):
    """No Secret, and no value where one is referred to."""
    yield from (f"{name(one)} is in the manifest" for one in it.of_kind("Secret"))
    for which, spec, container in it.containers():
        yield from (
            f"{which}: {one['name']} has a value, too"
            for one in container.get("env", [])
            if "value" in one and "valueFrom" in one
        )
        if spec.get("automountServiceAccountToken") is not False:
            yield f"{which} gets a token"


# ---------------------------------------------------------------- restricted ----


def pods_are_restricted(it):
    """Every pod meets the restricted standard, but for NFS volumes, which the profile is warned of."""
    for which, spec, container in it.containers():
        pod, own = spec["securityContext"], container["securityContext"]
        if (
            pod.get("runAsNonRoot") is not True
            or pod.get("runAsUser") == 0
            or own.get("runAsUser") == 0
            or own.get("runAsNonRoot") is False
        ):
            yield f"{which} may be root"
        if pod.get("seccompProfile", {}).get("type") != "RuntimeDefault" or "seccompProfile" in own:
            yield f"{which}: seccomp"
        if (
            own.get("allowPrivilegeEscalation") is not False
            or own.get("privileged")
            or own.get("capabilities") != {"drop": ["ALL"]}
        ):
            yield f"{which}: privileges {own}"
        if any(spec.get(key) for key in ("hostNetwork", "hostPID", "hostIPC")) or any(
            "hostPort" in one for one in container.get("ports", [])
        ):
            yield f"{which} is its host's"
        wanted = "nfs" if any("nfs" in one for block in it.blocks() for one in block.get("volumes", [])) else None
        kinds = {key for volume in spec.get("volumes", []) for key in volume if key != "name"}
        if kinds - RESTRICTED_VOLUMES - {wanted}:
            yield f"{which}: volumes {sorted(kinds)}"
        if len(spec["containers"]) != 1 or "initContainers" in spec:
            yield f"{which} has other containers, which nobody looked at"


# ---------------------------------------------------------- labels and texts ----


def labels_are_equal(it):
    """All have the cluster's labels, the profile's and the site's; and one namespace."""
    site = it.site.get("defaults", {})
    labels = {**site.get("labels", {}), **it.profile.get("labels", {})}
    annotations = {**site.get("annotations", {}), **it.profile.get("annotations", {})}
    instance = {INSTANCE: it.profile["name"], "app.kubernetes.io/managed-by": "clusterc"}
    first = it.objects[0]["metadata"]["labels"]
    common = {**labels, **instance, "app.kubernetes.io/name": first["app.kubernetes.io/name"]}
    for where, metadata in [(name(one), one["metadata"]) for one in it.objects] + [
        (which, one["metadata"]) for which, one in it.pods.items()
    ]:
        own = metadata.get("annotations", {})
        if not matches(common, metadata["labels"]) or not matches(annotations, own):
            yield f"{where}: {metadata['labels']} {own}"
        yield from (
            f"{where}: {key}: {value}"
            for key, value in metadata["labels"].items()
            if not QUALIFIED.fullmatch(key) or not VALUE.fullmatch(value)
        )
    for one in it.workloads:
        theirs, own = one["spec"]["template"]["metadata"]["labels"], one["metadata"]["labels"]
        if unqueued(own) != unqueued(theirs):
            yield f"{name(one)}: its pods have {theirs}"
    namespaces = {one["metadata"].get("namespace") for one in it.objects}
    if namespaces != {it.profile.get("namespace", site.get("namespace"))}:
        yield f"namespaces {namespaces}"


def unqueued(labels):
    """Without what a queue wants to know."""
    return {key: value for key, value in labels.items() if not key.startswith(KUEUE)}


def queues_admit_all(it):
    """Pods are one group with all of them in it, or their workload names the queue; deadlines don't run in a queue."""
    queue = it.profile.get("queue", it.site.get("defaults", {}).get("queue"))
    total = str(sum(pods_of(one)[0] for one in it.workloads))
    for one in it.workloads:
        pods, spec = one["spec"]["template"]["metadata"], one["spec"]
        named = one["metadata"]["labels"].get(KUEUE + "queue-name"), pods["labels"].get(KUEUE + "queue-name")
        group = pods["labels"].get(KUEUE + "pod-group-name"), pods["annotations"].get(KUEUE + "pod-group-total-count")
        grouped = named == (None, queue) and group == (it.profile["name"], total)
        if not (queue and grouped) and (named, group) != ((queue, None), (None, None)):
            yield f"{name(one)}: queue {named}, group {group} of {total}"
        if group[0] and "activeDeadlineSeconds" in spec:
            yield f"{name(one)}: its deadline begins before its pods may"


def texts_arrive(it):
    """What people wrote comes out as they wrote it: variables, arguments, commands, files."""
    blocks = {
        **{role: it.profile.get(role, {}) for role in ("head", "worker", "notebook")},
        **{group["name"]: group for group in it.profile.get("groups", [])},
    }
    for one in it.workloads:
        block = blocks[one["metadata"]["labels"][COMPONENT]]
        container = one["spec"]["template"]["spec"]["containers"][0]
        env = {its["name"]: its.get("value") for its in container.get("env", [])}
        if not matches({**it.profile.get("env", {}), **block.get("env", {})}, env):
            yield f"{name(one)}: {env}"
        for key in ("args", "command"):
            wanted = block.get(key, [])
            if wanted and container[key][-len(wanted) :] != wanted:
                yield f"{name(one)}: {key} {container[key]}"
        wanted = block.get("count", 1) if COMPONENT in one["metadata"]["labels"] else None
        if pods_of(one)[0] != wanted:
            yield f"{name(one)}: {pods_of(one)[0]} pods"
    maps = [one for one in it.of_kind("ConfigMap")]
    there = [text for one in maps for text in one.get("data", {}).values()]
    yield from (
        f"the file {one['path']} is lost"
        for one in it.profile.get("files", [])
        if "content" in one and one["content"] not in there
    )


# ------------------------------------------------------------------- manager ----


def manager_agrees(it):
    """Its lists are the manifest's objects, and its sums are those of the pods."""
    secrets = [f"secret/{line.split()[0]}" for line in it.header["SECRETS"].splitlines()]
    objects = [name(one).lower() if "/" not in name(one).split("/", 1)[1] else name(one) for one in it.objects]
    made = [line.split()[0] for line in it.header["OBJECT_QUOTA"].splitlines()]
    if sorted(made) != sorted(objects + sorted(set(secrets))):
        yield f"OBJECT_QUOTA is of {made}"
    sums = collections.Counter()
    for one in it.workloads:
        count, spec = pods_of(one)
        requests = spec["containers"][0]["resources"]["requests"]
        sums["PODS"] += count
        for key, what in ("CPU", "cpu"), ("MEMORY", "memory"), ("STORAGE", "ephemeral-storage"):
            sums[key] += count * number(requests[what])
    for key, value in sums.items():
        if abs(number(it.header[key]) - value) > 0.0005 * max(1, value):
            yield f"{key} is {it.header[key]}, the pods come to {value}"
    if it.header["CLUSTER"] != it.profile["name"] or f"{INSTANCE}={it.profile['name']}" not in it.header["SELECTOR"]:
        yield f"the manager is {it.header['CLUSTER']}'s"


ALL = [
    names_fit,
    nothing_is_double,
    selectors_match,
    network_is_as_said,
    ports_exist,
    requests_hold,
    directories_are_writable,
    volumes_are_mounted,
    references_lead_somewhere,
    secrets_stay_out,
    pods_are_restricted,
    labels_are_equal,
    queues_admit_all,
    texts_arrive,
    manager_agrees,
]
