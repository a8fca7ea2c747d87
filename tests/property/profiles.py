"""Random profiles that are valid: each names what it uses, so that the test can say that all of the language came up.

What a framework has (a notebook, ports, how much memory it needs) is read from its definition. The same seed makes the
same profiles. Nothing here knows what the compiler makes of them."""

import collections
import json
import math
import random
import re
import string

import yaml

import tap
from quota import number

BUILT_IN = sorted((tap.SRCDIR / "frameworks").glob("*.yaml"))
# Definitions of a user's own: one with everything in it, and one whose heads may have GPUs.
OWN = [tap.SRCDIR / "tests/cases/paths-taken/full.yaml", tap.SRCDIR / "tests/cases/gpu-head/echo.yaml"]
LABEL_CHARACTERS = string.ascii_lowercase + string.digits
# The names of workloads leave room for a revision in their pods' labels: src/cluster/rules.c.
WORKLOAD_MOST = 52
# What readers of YAML or of sh could take for something else, and what is merely long or unusual.
AWKWARD = r"""no 1e3 0o14 0x10 1_000 .5 +1 12:30 2026-11-25 null true ~ = << - ' " \ $ # % | > ? {} [] @at !tag &a *a `id`
$(POD_NAME)x ${name} é 日本語""".split()
AWKWARD += ["", " ", "- a", "a: b", "a #b", "a\tb", "two\nlines", "ends\n", "\n", "  indented\n\tand more\n\n\n"]
AWKWARD += ["\U0001f600", "\u00a0", "x" * 300]
WORDS = ["MODE", "COURSE", "LEVEL", "Greeting", "x", "_UNDER", "a.b", "a-b", "LONG_" + "N" * 60]
QUANTITIES_OF_CPU = ["250m", "500m", "1", "1.5", "2", "0.75", "3", "4", "1500m", "1.001"]


class Framework:
    """What a definition says that a valid profile has to heed."""

    def __init__(self, path):
        definition = yaml.safe_load(path.read_text(encoding="utf-8"))
        self.roles = [role for role in ("head", "worker", "notebook") if role in definition]
        self.defined = {role: definition[role] for role in self.roles}
        self.ports = definition.get("ports", [])
        self.idle = definition.get("idle")
        self.config = definition.get("config")

    def takes_gpu(self, role):
        """Whether pods of this role may have GPUs."""
        return role == "worker" or "gpu" in self.defined[role]

    def memory_needed(self, role, cpu):
        """The least a pod needs, in MiB: src/cluster/memory.c."""
        budget = self.defined[role]["budget"]
        cores = math.ceil(number(cpu or self.defined[role]["cpu"]))
        by_cores = cores * number(budget.get("perCore", "0")) + number(budget.get("reserve", "0"))
        return math.ceil(max(number(budget["minimum"]), by_cores) / 2**20)

    def cpu_needed(self, role):
        """Cores without which it may not start."""
        return number(self.defined[role].get("cpuMinimum", "0"))

    def reserve(self, role):
        """What the role's daemon takes first, in MiB."""
        return int(number(self.defined[role]["budget"].get("reserve", "0")) // 2**20)


class Maker:
    """One profile in the making. `features` collects what it uses."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.features = set()
        self.site = None
        self.claims = {}
        self.files = {}
        self.present = []

    def chance(self, probability, feature=None):
        """Whether something is to be there, and then it counts as used."""
        there = self.rng.random() < probability
        if there and feature:
            self.features.add(feature)
        return there

    def label(self, least, most, first=LABEL_CHARACTERS):
        """A DNS label."""
        size = self.rng.randint(least, most)
        middle = "".join(self.rng.choice(LABEL_CHARACTERS + "-") for _ in range(max(0, size - 2)))
        return (self.rng.choice(first) + middle + (self.rng.choice(LABEL_CHARACTERS) if size > 1 else ""))[:size]

    def subdomain(self):
        """An object's name."""
        return ".".join(self.label(1, 12) for _ in range(self.rng.randint(1, 3)))

    def text(self):
        """A value that is any text."""
        if self.chance(0.7):
            return self.rng.choice(AWKWARD)
        return "".join(self.rng.choice(string.printable[:95]) for _ in range(self.rng.randint(0, 40)))

    def value(self):
        """A label's value."""
        return self.rng.choice(["", "1", "no", "a.b-c_D", "0042", "x" * 63, self.label(1, 20), "null", "1e3", "true"])

    def key(self):
        """A label's key."""
        return self.rng.choice(["", "example.org/", "a.b-c.example/"]) + self.rng.choice(
            ["team", "Course", "x.y_z-0", "n" * 63]
        )

    def some(self, most, make):
        """Between one and so many, none twice."""
        found = []
        for _ in range(self.rng.randint(1, most)):
            item = make()
            if item not in found:
                found.append(item)
        return found

    def mapping(self, make_key, make_value, most=3):
        """A map of text."""
        return {key: make_value() for key in self.some(most, make_key)}

    def image(self):
        """An image reference that says what runs."""
        name = self.rng.choice(
            ["registry.example.org/", "registry.example.org:5000/team/", "", "docker.io/library/"]
        ) + self.label(1, 20, string.ascii_lowercase).replace("-", "x")
        return name + self.rng.choice([":1", ":4.1.2-x_Y", "@sha256:" + "0af3" * 16, ":1@sha256:" + "9" * 64])

    def mebibytes(self, size):
        """A size in one of its spellings."""
        if size % 1024 == 0 and self.chance(0.5):
            return f"{size // 1024}Gi"
        return f"{size}Mi" if self.chance(0.8) else f"{size * 1024}Ki"

    # ----------------------------------------------------------- one role ----

    def sizes(self, framework, role):
        """cpu, memory and what goes with them."""
        enough = [cpu for cpu in QUANTITIES_OF_CPU if number(cpu) >= framework.cpu_needed(role)]
        cpu = self.rng.choice(enough) if self.chance(0.5, "cpu") else None
        made = {"cpu": cpu} if cpu else {}
        needed = framework.memory_needed(role, cpu)
        defined = int(number(framework.defined[role]["memory"]) // 2**20)
        memory = defined
        if self.chance(0.5, "memory") or defined < needed:
            memory = needed + self.rng.choice([0, 1, 7, 512, 1024, 8192, 70000])
            made["memory"] = self.mebibytes(memory)
        if self.chance(0.2, "cpuLimit"):
            made["cpuLimit"] = (
                f"{round(number(cpu or framework.defined[role]['cpu']) * 1000) + self.rng.choice([0, 1, 1500])}m"
            )
        if self.chance(0.2, "memoryLimit"):
            made["memoryLimit"] = self.mebibytes(memory + self.rng.choice([0, 1, 1024]))
        room = memory - framework.reserve(role) - 1
        if room > 0 and self.chance(0.15, "sharedMemory"):
            made["sharedMemory"] = self.mebibytes(self.rng.randint(1, room))
        if self.chance(0.2, "storage"):
            made["storage"] = self.mebibytes(self.rng.choice([1, 100, 2048, 10240]))
        return made

    def gpu(self, framework, role):
        """GPUs by a class, or by a resource: where the framework looks for them itself, one that it finds."""
        discovery = (framework.defined[role].get("gpu") or {}).get("discovery")
        others = ["nvidia.com/a100"] if discovery else ["amd.com/gpu", "nvidia.com/mig-1g.5gb", "gpu.intel.com/i915"]
        made = {"count": self.rng.choice([1, 1, 2, 8, 64])}
        old = self.site and self.site.get("kubernetes") and int(self.site["kubernetes"].split(".")[1]) < 34
        if not old and self.chance(0.3, "gpu.class"):
            return {**made, "class": self.rng.choice(["gpu.nvidia.com", "mig.example.org"])}
        if self.chance(0.3, "gpu.resource"):
            made["resource"] = self.rng.choice(others)
        if self.chance(0.3, "gpu.product"):
            made["product"] = self.rng.choice(["NVIDIA-A10", "NVIDIA-L40S"])
        return made

    def volume(self, name, path):
        """A volume of any kind; a claim that is made is the same wherever its name is."""
        made = {"name": name, "path": path}
        kinds = ["claim", "scratch", "ephemeral", "image", "configMap", "secret", "newClaim", "newClaim", "nfs"]
        kind = self.rng.choice(kinds)
        if kind == "image" and self.site and int(self.site.get("kubernetes", "1.35").split(".")[1]) < 35:
            kind = "ephemeral"
        if name in self.claims:
            kind = "newClaim"
        self.features.add(f"volume.{kind}")
        if kind == "newClaim":
            claim = {"size": self.rng.choice(["1Gi", "1.5Ti", "500Mi", "10G"])}
            if self.chance(0.4):
                claim["storageClass"] = self.subdomain()
            if self.chance(0.5):
                claim["accessMode"] = self.rng.choice(
                    ["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"]
                )
            made[kind] = self.claims.setdefault(name, claim)
        elif kind == "ephemeral":
            made[kind] = {"size": self.rng.choice(["1Gi", "1.5Ti", "500Mi"])}
            if self.chance(0.4):
                made[kind]["storageClass"] = self.subdomain()
        elif kind == "image":
            made[kind] = self.rng.choice(["registry.example.org/models:3", "models@sha256:" + "0" * 64])
        elif kind == "nfs":
            made[kind] = {"server": "nfs.example.org", "path": "/export"}
        else:
            made[kind] = (
                self.rng.choice(["1Mi", "20Gi", "3Gi"])
                if kind == "scratch"
                else self.rng.choice(["shared.data", self.subdomain()])
            )
        if self.chance(0.2, "subPath"):
            made["subPath"] = self.rng.choice(["a", "spring/week 1", ".hidden", "a..b", "日本"])
        if self.chance(0.2, "readOnly"):
            made["readOnly"] = self.chance(0.7) or kind == "image"
        return made

    def volumes(self, framework, role):
        """Several, at paths of their own; one may take a scratch volume's place."""
        made, names = [], set()
        paths = [
            f"/{self.rng.choice(['data', 'mnt', 'v', 'tmp/cache'])}/{self.label(1, 8)}{i}" for i in range(self.rng.randint(1, 4))
        ]
        if self.chance(0.2, "volume at a writable directory"):
            paths.append(self.rng.choice(framework.defined[role].get("writable", ["/own"])))
        for path in paths:
            name = self.rng.choice(["shared", "a" * 40, self.label(1, 12)])
            if name not in names:
                names.add(name)
                made.append(self.volume(name, path))
        return made

    def toleration(self):
        """One that the API server takes."""
        made = {}
        if self.chance(0.8):
            made["key"] = self.key()
        if "key" not in made or self.chance(0.4):
            made["operator"] = "Exists"
        elif self.chance(0.6):
            made["value"] = self.value()
        if self.chance(0.6):
            made["effect"] = self.rng.choice(["NoSchedule", "PreferNoSchedule", "NoExecute"])
            if made["effect"] == "NoExecute" and self.chance(0.5):
                made["tolerationSeconds"] = self.rng.randint(1, 86400)
        return made

    def placement(self):
        """Where pods go, and how they end."""
        makers = {
            "nodeSelector": lambda: self.mapping(self.key, self.value),
            "tolerations": lambda: self.some(3, self.toleration),
            "spread": lambda: self.rng.choice(["preferred", "required", "none"]),
            "priorityClass": self.subdomain,
            "runtimeClass": self.subdomain,
            "stopGrace": lambda: self.rng.choice([1, 30, 86400]),
            "readOnlyRoot": lambda: self.chance(0.5),
        }
        return {key: make() for key, make in makers.items() if self.chance(0.12, key)}

    def identity(self):
        """Numbers, where the cluster doesn't choose them itself."""
        if self.site and self.site.get("limits", {}).get("assignedUser"):
            return {}
        makers = {
            "runAsUser": lambda: self.rng.choice([1, 1000, 2147483647]),
            "runAsGroup": lambda: self.rng.choice([0, 100, 2147483647]),
            "fsGroup": lambda: self.rng.choice([0, 4242]),
            "supplementalGroups": lambda: self.some(3, lambda: str(self.rng.choice([0, 7, 100, 65534]))),
        }
        return {key: make() for key, make in makers.items() if self.chance(0.15, key)}

    def env_from(self):
        """A secret or a config map, maybe with a prefix."""
        made = {self.rng.choice(["secret", "configMap"]): self.subdomain()}
        if self.chance(0.5):
            made["prefix"] = self.rng.choice(["OTHER_", "_D.-", "p"])
        return made

    def process(self):
        """What runs, and its variables."""
        made = {}
        if self.chance(0.12, "command"):
            made["command"] = ["/bin/sh", "-c", self.text() or "x"]
        if self.chance(0.2, "args"):
            made["args"] = [self.text() for _ in range(self.rng.randint(1, 4))]
        if self.chance(0.3, "role.env"):
            made["env"] = self.mapping(lambda: self.rng.choice(WORDS), self.text)
        if self.chance(0.15, "envFrom"):
            made["envFrom"] = [self.env_from() for _ in range(self.rng.randint(1, 2))]
        if self.chance(0.15, "role.image"):
            made["image"] = self.image()
        return made

    def role(self, framework, role):
        """The block of one kind of pods."""
        made = {**self.sizes(framework, role), **self.process(), **self.placement(), **self.identity()}
        if framework.takes_gpu(role) and self.chance(0.2, f"gpu.{role}"):
            made["gpu"] = self.gpu(framework, role)
        if self.chance(0.35, "volumes"):
            made["volumes"] = self.volumes(framework, role)
        items = list(made.items())
        self.rng.shuffle(items)
        return dict(items)

    def count(self):
        """How many pods."""
        return self.rng.choice([0, 1, 1, 2, 3, 10, 10000])

    # ------------------------------------------------------- the whole profile ----

    def a_site(self):
        """A site of one's own, that limits nothing that a profile here says."""
        made = {"name": self.label(1, 10), "title": "A site: 'own'"}
        if self.chance(0.6, "site.kubernetes"):
            made["kubernetes"] = f"1.{self.rng.randint(25, 37)}"
        if self.chance(0.3, "site.imagePrefix"):
            made["imagePrefix"] = "mirror.example.org/all"
        if self.chance(0.3):
            made["loginHost"] = "login.example.org"
        makers = {
            "namespace": lambda: self.label(1, 20, string.ascii_lowercase),
            "imagePullSecrets": lambda: [self.subdomain()],
            "lifetime": lambda: "12h",
            "queue": lambda: "site-queue",
            "labels": lambda: {"site": self.value()},
            "annotations": lambda: {"site.example.org/a": self.text()},
            "storageClass": self.subdomain,
        }
        defaults = {key: make() for key, make in makers.items() if self.chance(0.25, f"site.{key}")}
        limits = {"cpu": "10000"}
        if self.chance(0.3, "site.assignedUser"):
            limits["assignedUser"] = True
        self.site = {**made, "limits": limits}
        pods = {
            **{
                key: value
                for key, value in self.placement().items()
                if key in ("nodeSelector", "tolerations", "priorityClass", "runtimeClass")
            },
            **self.identity(),
        }
        if self.chance(0.4, "site.volumes"):
            pods["volumes"] = [{"name": "site-home", "path": "/home/site", "claim": "home"}]
        if pods:
            defaults["pods"] = pods
        if defaults:
            self.site["defaults"] = defaults
        return self.site

    def settings(self, config):
        """Settings in a form that the framework's kind of file takes."""
        names = {
            "env": ["OWN_MODE", "Own.mode"],
            "properties": ["own.mode", "own mode", "own:x", "own=y", "#own", "Ünï"],
            "lines": ["own_mode", "own-x", "own.mode"],
            "yaml": ["own.mode", "own: x", "no", "own#x"],
            "yamlText": ["own.mode", "own: x", "no", "own#x"],
            "yamlTree": ["own.mode", "own.level", "other.a-b"],
        }[config["format"]]
        values = self.text
        if config["format"] == "lines":
            values = lambda: " ".join(self.text().split()) or "0"
        elif config["format"].startswith("yaml"):
            # 0o14 without quotes is refused there, and PyYAML writes none.
            values = lambda: self.text().replace("0o14", "14")
        return self.mapping(lambda: self.rng.choice(names), values)

    def ports(self, framework):
        """Ports that are moved, and ports that are new, all with numbers of their own."""
        numbers = iter(self.rng.sample(range(30000, 50000), 12))
        made = []
        for port in framework.ports:
            if port["role"] in self.present and self.chance(0.3, "port moved"):
                made.append({"name": port["name"], "port": next(numbers)})
        for name in ["a", "n" * 15, "web-2"]:
            if len(made) < 8 and self.chance(0.3, "port added"):
                made.append({"name": name, "port": next(numbers), "protocol": self.rng.choice(["TCP", "UDP", "SCTP"])})
                if made[-1]["protocol"] == "TCP" and self.chance(0.5):
                    made[-1].update(title="Own 'page'", web=True)
        self.rng.shuffle(made)
        return made

    def file_path(self):
        """Where a file may stand; not every name of a file is one that a config map takes."""
        names = ["a.txt", "b", "with a space", "..data", "...", ".hidden", "日本", "n" * 255, "process", "passwd"]
        return f"/{self.rng.choice(['files', 'tmp', 'tmp/deep'])}/{self.rng.choice('abc')}/{self.rng.choice(names)}"

    def file(self, path):
        """A file whose content stands in the profile or beside it."""
        made = {"path": path}
        if self.chance(0.3, "file.from"):
            made["from"] = f"beside-{len(self.files)}.txt"
            self.files[made["from"]] = self.rng.choice(
                [b"plain\n", b"", "\u00e9\ttab\n\n".encode(), "日本\r\n".encode(), b"no newline"]
            )
        else:
            made["content"] = self.text()
        if self.chance(0.4):
            made["mode"] = self.rng.choice(["0644", "0755", "0600", "0444"])
        return made

    def network(self):
        """Who may connect."""
        isolation = self.rng.choice(["cluster", "namespace", "none", None])
        made = {"isolation": isolation} if isolation else {}
        self.features.add(f"network.{isolation or 'default'}")
        if isolation != "none" and self.chance(0.5, "allowFrom"):
            made["allowFrom"] = self.some(3, lambda: self.label(1, 20))
        if self.chance(0.4, "egress"):
            made["egress"] = "cluster" if self.chance(0.3) else self.some(3, self.route)
        return made

    def route(self):
        """Where pods may connect to."""
        if self.chance(0.5, "egress.namespace"):
            made = {"namespace": self.label(1, 20)}
        else:
            made = {"cidr": self.rng.choice(["203.0.113.0/24", "0.0.0.0/0", "192.0.0.0/2", "::/0", "2001:db8::/32"])}
            if "." in made["cidr"] and self.chance(0.3):
                made["except"] = ["203.0.113.128/25"]
        if self.chance(0.5):
            made["ports"] = self.some(3, lambda: self.rng.choice([443, "8000-8100", "53/UDP", "1-65535/SCTP"]))
        return made

    def groups(self, framework):
        """Further kinds of workers."""
        made = []
        for name in self.some(3, lambda: self.rng.choice([self.label(1, 20), "gpu", "1", "no"])):
            made.append({"name": name, "count": self.count(), **self.role(framework, "worker")})
        return made

    def name(self, groups):
        """The cluster's name: some are as long as they may be."""
        longest = max(len(name) for name in ["notebook", "worker", "head", *(group["name"] for group in groups)])
        most = WORKLOAD_MOST - 1 - longest
        if self.chance(0.15, "longest name"):
            return self.label(most, most, string.ascii_lowercase)
        return self.rng.choice([self.label(1, most, string.ascii_lowercase), "no", "y", "null", "wordcount"])

    def general(self, framework):
        """What is said of the whole cluster."""
        makers = {
            "namespace": lambda: self.label(1, 30, string.ascii_lowercase) + "-x",
            "image": self.image,
            "imagePullPolicy": lambda: self.rng.choice(["Always", "IfNotPresent", "Never"]),
            "imagePullSecrets": lambda: self.some(2, self.subdomain) * self.rng.choice([1, 1, 2]),
            "lifetime": lambda: self.rng.choice(["300s", "5m", "8h", "2d", "366d"]),
            "env": lambda: self.mapping(lambda: self.rng.choice(WORDS), self.text),
            "queue": lambda: self.label(1, 63),
            "serviceAccount": self.subdomain,
            "network": self.network,
            "labels": lambda: self.mapping(self.key, self.value),
            "annotations": lambda: self.mapping(self.key, self.text),
            "files": lambda: [self.file(path) for path in self.some(3, self.file_path)],
            "ports": lambda: self.ports(framework),
            "notSecret": lambda: self.some(2, lambda: self.rng.choice([*WORDS, "/files/a/b", "args"])),
        }
        made = {key: make() for key, make in makers.items() if self.chance(0.25, key)}
        if framework.idle is not None and self.chance(0.25, "idle"):
            made["idle"] = self.rng.choice(["60s", "1m", "30m", "12h"])
        if framework.config and self.chance(0.3, "config"):
            made["config"] = self.settings(framework.config)
        return made

    def reconcile(self, made):
        """What is valid alone and not together: jobs without pods, and claims for one pod that several have."""
        blocks = [made.get(role) for role in ("head", "worker", "notebook")] + made.get("groups", [])
        site = (self.site or {}).get("defaults", {})
        mounting = collections.Counter()
        for block in blocks:
            if block and block.get("count") == 0 and ("lifetime" in {**made, **site} or "idle" in made):
                block["count"] = 1
            for volume in (block or {}).get("volumes", []):
                mounting[volume["name"]] += block.get("count", 1)
        for name, claim in self.claims.items():
            if mounting[name] > 1 and claim.get("accessMode") == "ReadWriteOncePod":
                claim["accessMode"] = "ReadWriteMany"

    def profile(self):
        """All of it; a notebook says its image, which the default one may lack."""
        path = self.rng.choice(BUILT_IN + OWN)
        self.features.add(f"framework.{path.stem}")
        framework = Framework(path)
        made = {"framework": path.stem}
        if path in OWN:
            made["framework"] = "./own.yaml"
            self.files["own.yaml"] = path.read_bytes()
        if self.chance(0.35, "site"):
            made["site"] = "./site.yaml"
            self.files["site.yaml"] = yaml.safe_dump(self.a_site(), allow_unicode=True).encode()
        notebook = "notebook" in framework.roles and self.chance(0.4, "notebook")
        self.present = [role for role in framework.roles if role != "notebook" or notebook]
        made.update(self.general(framework))
        if self.chance(0.5, "groups"):
            made["groups"] = self.groups(framework)
        if self.chance(0.6, "head"):
            made["head"] = self.role(framework, "head")
        if self.chance(0.7, "worker"):
            made["worker"] = {"count": self.count(), **self.role(framework, "worker")}
        if notebook:
            made["notebook"] = {**self.role(framework, "notebook"), "image": self.image()}
        self.reconcile(made)
        made["name"] = self.name(made.get("groups", []))
        items = list(made.items())
        self.rng.shuffle(items)
        return dict(items)


def make(seed):
    """A Maker that is done: the profile in `said`, one of its spellings in `text`, the files beside it in `files`."""
    maker = Maker(seed)
    maker.said = maker.profile()
    if maker.chance(0.2, "JSON"):
        # As it is: pairs of escapes for one character, as JSON has them, aren't YAML to libyaml.
        maker.text = json.dumps(maker.said, ensure_ascii=False)
    else:
        maker.text = yaml.safe_dump(
            maker.said,
            sort_keys=False,
            default_flow_style=maker.rng.choice([None, False, True]),
            allow_unicode=maker.chance(0.5),
            width=maker.rng.choice([40, 10000]),
        )
    # PyYAML writes what is the same twice once, with an alias: the language has those, too.
    if re.search(r"\*id[0-9]", maker.text):
        maker.features.add("alias")
    return maker
