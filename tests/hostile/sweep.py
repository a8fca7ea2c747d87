"""Time grows as the input does: every kind of input, doubled, takes at most two and a half times the instructions.

What is counted are instructions (cachegrind's), which are the same on every run; what a start takes anyway is left out.
An algorithm that takes the square shows a factor near four at the sizes here. `sweep.py --table` prints all factors;
`sweep.py WORD...` measures only the kinds with such a word in their name."""
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile

import tap

MOST = 2.5
PROFILE = "name: words\nframework: spark\n"
FORKS = os.environ["builddir"] + "/tests/hostile/.libs/forks.so"
FRAMEWORK = tap.SRCDIR / "frameworks/spark.yaml"


def lines(count, text):
    """The text so often; # in it is the number."""
    return "".join(text.replace("#", str(i)) for i in range(count))


def profile(text):
    """Files of a kind, each made by its size: here a profile; the last is what is compiled."""
    return lambda n: {"profile.yaml": text(n)}


def under(key, entry, framework="spark"):
    return profile(lambda n: f"name: words\nframework: {framework}\n{key}:\n" + lines(n, entry + "\n"))


def definition(change, more=""):
    """A definition of our own, and a profile of it."""
    return lambda n: {"mine.yaml": change(FRAMEWORK.read_text(), n), "profile.yaml": "name: words\nframework: ./mine.yaml\n" + more}


def added(key, entry):
    """Entries put in front of those that the definition has under the key."""
    def change(text, n):
        return re.sub(f"(?m)^( *){key}:\n( *)", lambda m: f"{m[1]}{key}:\n" + lines(n, m[2] + entry + "\n") + m[2], text, count=1)
    return change


def with_files(entry):
    """Spark's definition has no files of its own."""
    return lambda own, n: own + "files:\n" + lines(n, entry + "\n")


def long_file(text):
    return definition(lambda own, n: own + 'files:\n- {path: /v, content: "' + text * n + '"}\n')


def site(text, more=""):
    return lambda n: {"site.yaml": "name: lab\ntitle: Lab\n" + text(n), "profile.yaml": PROFILE + "site: ./site.yaml\n" + (more(n) if more else "")}


def nested(n):
    return "name: words\nframework: spark\nx: " + "[" * n + "]" * n + "\n"


def one_line(entry):
    return profile(lambda n: "{name: words, framework: spark, " + lines(n, entry + ", ") + "}\n")


def tree(form):
    def change(text, n):
        text = re.sub(r"(?m)^  format: \w+$", "  format: yamlTree", text)
        return re.sub(r"(?ms)^  values:\n.*?(?=^\w)", "  values:\n" + lines(n, f"    {form}: x\n") + "\n", text)
    return definition(change)


GENERATE = ["generate", "profile.yaml"]

# Name, size, files, command.
KINDS = [
    ("document separators", 20000, profile(lambda n: "---\n" * n), GENERATE),
    ("documents without a name", 500, profile(lambda n: lines(n, "---\na: #\n")), GENERATE),
    ("documents", 60, profile(lambda n: lines(n, "---\nname: c#\nframework: spark\n")), GENERATE),
    ("documents of one name", 60, profile(lambda n: lines(n, "---\nname: c\nframework: spark\n")), GENERATE),
    ("documents of a manifest in diff -o", 20000, lambda n: {"old/words.yaml": "---\n" * n, "profile.yaml": PROFILE},
     ["diff", "-o", "old", "profile.yaml"]),
    ("objects of a manifest in diff -o", 2000,
     lambda n: {"old/words.yaml": lines(n, "---\nkind: A\nmetadata: {name: a#}\n"), "profile.yaml": PROFILE},
     ["diff", "-o", "old", "profile.yaml"]),
    ("unknown keys", 400, profile(lambda n: PROFILE + lines(n, "k#: v\n")), GENERATE),
    ("unknown keys beyond what is told", 1100, profile(lambda n: PROFILE + lines(n, "k#: v\n")), GENERATE),
    ("unknown keys in one line", 400, one_line("k#: v"), GENERATE),
    ("equal keys in one line", 400, one_line("k: v"), GENERATE),
    ("long unknown keys", 100, one_line("n" * 500 + "#: v"), GENERATE),
    ("errors in equal places", 400, profile(lambda n: PROFILE + "x: &a {k: v}\ngroups: [" + "*a, " * n + "]\n"), GENERATE),
    ("lines before an error", 100000, profile(lambda n: "#\n" * n + PROFILE + lines(200, "k#: v\n")), GENERATE),
    ("characters before errors in one line", 100000,
     profile(lambda n: '{name: words, framework: spark, x: "' + "x" * n + '", ' + lines(200, "k#: v, ") + "}\n"), GENERATE),
    ("equal paths", 400, under("files", "- {path: /same, content: x}"), GENERATE),
    ("files", 400, under("files", "- {path: /f#, content: x}"), GENERATE),
    ("files of one name", 400, under("files", "- {path: /d#/same, content: x}"), GENERATE),
    ("files in directories of their own below home", 200, under("files", "- {path: /tmp/d#/e/same, content: x}"), GENERATE),
    ("files of one name in a definition", 400, definition(with_files("- {path: /d#/same, content: x}")), GENERATE),
    ("files of the definition and of the profile", 250,
     lambda n: definition(with_files("- {path: /d#/same, content: x}"), "files:\n" + lines(n, "- {path: /e#/same, content: x}\n"))(n),
     GENERATE),
    ("long files", 50000, profile(lambda n: PROFILE + 'files: [{path: /a, content: "' + "x" * n + '"}]\n'), GENERATE),
    ("lines of a file", 20000, profile(lambda n: PROFILE + "files:\n- path: /a\n  content: |\n" + "    x\n" * n), GENERATE),
    ("variables", 10000, long_file("${name}"), GENERATE),
    ("literal ${", 10000, long_file("$${name}"), GENERATE),
    ("dollar signs", 50000, long_file("$"), GENERATE),
    ("unknown variables", 2000, long_file("${nam}"), GENERATE),
    ("variables that don't end", 20000, long_file("${name "), GENERATE),
    ("ports, each with its variable", 200,
     definition(lambda own, n: added("ports", "- {name: pp#, role: head, port: 2#}")(own, n) +
                'files:\n- {path: /v, content: "' + lines(n, "${port.pp#}") + '"}\n'), GENERATE),
    ("ports", 250, profile(lambda n: PROFILE + "ports:\n" + "".join(f"- {{name: p{i}, port: {10000 + i}}}\n" for i in range(n))), GENERATE),
    ("reserved ports", 250,
     definition(lambda own, n: own + "reservedPorts:\n" + lines(n, "- {first: 9#, last: 9#, use: helpers}\n")), GENERATE),
    ("ports of one number", 250, under("ports", "- {name: p#, port: 4000}"), GENERATE),
    ("groups", 100, under("groups", "- {name: g#, count: 1}"), GENERATE),
    ("groups of one name", 250, under("groups", "- {name: g, count: 1}"), GENERATE),
    ("groups that share a claim", 80,
     under("groups", "- {name: g#, count: 1, volumes: [{name: d, path: /data, newClaim: {size: 1Gi}}]}"), GENERATE),
    ("volumes", 200, profile(lambda n: PROFILE + "worker:\n  volumes:\n" + lines(n, "  - {name: v#, path: /v#, claim: c#}\n")), GENERATE),
    ("volumes with new claims", 200,
     profile(lambda n: PROFILE + "worker:\n  volumes:\n" + lines(n, "  - {name: v#, path: /v#, newClaim: {size: 1Gi}}\n")), GENERATE),
    ("volumes that each pod claims", 200,
     profile(lambda n: PROFILE + "worker:\n  volumes:\n" +
             lines(n, "  - {name: v#, path: /v#, ephemeral: {size: 1Gi, storageClass: c#}}\n")), GENERATE),
    ("images as volumes", 200,
     profile(lambda n: PROFILE + "worker:\n  volumes:\n" + lines(n, "  - {name: v#, path: /v#, image: v#}\n")), GENERATE),
    ("volumes of one claim", 200,
     profile(lambda n: PROFILE + "worker:\n  volumes:\n" + lines(n, "  - {name: v#, path: /v#, claim: c}\n")), GENERATE),
    ("volumes at one path", 200,
     profile(lambda n: PROFILE + "worker:\n  volumes:\n" + lines(n, "  - {name: v#, path: /v, claim: c}\n")), GENERATE),
    ("volumes without a source", 200,
     profile(lambda n: PROFILE + "worker:\n  volumes:\n" + lines(n, "  - {name: v#, path: /v#}\n")), GENERATE),
    ("volumes of a site", 200,
     site(lambda n: "defaults:\n  pods:\n    volumes:\n" + lines(n, "    - {name: v#, path: /v#, claim: c#}\n")), GENERATE),
    ("ways out", 250, profile(lambda n: PROFILE + "network:\n  egress:\n" + lines(n, "  - {namespace: n#}\n")), GENERATE),
    ("exceptions and ports of one way out", 250,
     profile(lambda n: PROFILE + "network:\n  egress:\n  - {cidr: 0.0.0.0/0, except: [" +
             ", ".join(f"10.{i // 250}.{i % 250}.0/24" for i in range(n)) + "], ports: [" +
             ", ".join(str(i + 1) for i in range(n)) + "]}\n"), GENERATE),
    ("tolerations", 250, profile(lambda n: PROFILE + "worker:\n  tolerations:\n" + lines(n, "  - {key: k#}\n")), GENERATE),
    ("tolerations of a site", 250,
     site(lambda n: "defaults:\n  pods:\n    tolerations:\n" + lines(n, "    - {key: k#}\n")), GENERATE),
    ("labels", 250, under("labels", "  k#: v"), GENERATE),
    ("labels of the profile and of its site", 250,
     site(lambda n: "defaults:\n  labels:\n" + lines(n, "    k#: v\n"), lambda n: "labels:\n" + lines(n, "  l#: v\n")), GENERATE),
    ("reserved labels", 250, under("labels", "  clusterc/k#: v"), GENERATE),
    ("labels that a site wants", 250,
     site(lambda n: "labels:\n" + lines(n, "- {key: k#}\n"), lambda n: "labels:\n" + lines(n, "  k#: v\n")), GENERATE),
    ("labels that a site wants and nobody gives", 250, site(lambda n: "labels:\n" + lines(n, "- {key: k#}\n")), GENERATE),
    ("classes of GPUs, each in a group", 80,
     site(lambda n: "gpus:\n  classLabel: c\n  classes:\n" + lines(n, "  - {name: c#, rate: 1}\n") + "charges: {unit: x}\n",
          lambda n: "lifetime: 1h\ngroups:\n" + lines(n, "- {name: g#, gpu: {count: 1, class: c#}}\n")), GENERATE),
    ("classes of GPUs that aren't there", 80,
     site(lambda n: "gpus:\n  classLabel: c\n  classes:\n" + lines(n, "  - {name: c#}\n"),
          lambda n: "lifetime: 1h\ngroups:\n" + lines(n, "- {name: g#, gpu: {count: 1, class: d#}}\n")), GENERATE),
    ("events of a site", 250, site(lambda n: "events:\n" + lines(n, "- {reason: R#, means: m}\n")), GENERATE),
    ("annotations of a site", 250, site(lambda n: "annotations:\n" + lines(n, "- {name: k#, means: m}\n")), GENERATE),
    ("reasons of a site", 250, site(lambda n: "reasons:\n" + lines(n, "  limits.k#: why\n")), GENERATE),
    ("groups beyond a site's limit", 80,
     site(lambda n: "limits: {memory: 1Mi}\n", lambda n: "groups:\n" + lines(n, "- {name: g#, count: 1}\n")), GENERATE),
    ("env", 250, under("env", "  K#: v"), GENERATE),
    ("env that the definition has", 250,
     definition(lambda own, n: added("env", "K#: v")(own, n), "env: {K0: v}\n"), GENERATE),
    ("env that looks secret", 250, under("env", "  K#_TOKEN: v"), GENERATE),
    ("env that looks secret and isn't", 250,
     profile(lambda n: PROFILE + "env:\n" + lines(n, "  K#_TOKEN: v\n") + "notSecret: [" + lines(n, "K#_TOKEN, ") + "]\n"), GENERATE),
    ("env that speaks of later ones", 250,
     profile(lambda n: PROFILE + "env:\n" + "".join(f"  K{i}: $(K{i + 1})\n" for i in range(n))), GENERATE),
    ("references in a variable", 2000, profile(lambda n: PROFILE + 'env: {A: "' + "$(B)$$" * n + '"}\n'), GENERATE),
    *[(f"a file of {name}", 5000,
       profile(lambda n, path=path, text=text: PROFILE + f"files: [{{path: /opt/a{path}, content: \"" + text * n + '"}]\n'), GENERATE)
      for name, path, text in [
          ("beginnings of keys", "", "-----BEGIN "), ("lines with beginnings of keys", "", "-----BEGIN \\n"),
          ("addresses", "", "a://b:c"), ("tokens", "", "hf_"), ("assignments", "", "AccountKey="),
          ("settings", ".properties", "a.b=c\\n"), ("settings on one line", ".yaml", "a.b=c "),
          ("names in XML", ".xml", "<name>a</name>"), ("ends in XML", ".xml", "<name><value></value>")]],
    ("args", 400, profile(lambda n: PROFILE + "worker: {args: [" + lines(n, "a#, ") + "]}\n"), GENERATE),
    ("settings", 250, under("config", "  k#: v"), GENERATE),
    ("a long setting outside ASCII", 40000, profile(lambda n: PROFILE + 'config: {k: "' + "é" * n + '"}\n'), GENERATE),
    ("settings in a tree", 200, tree("k#.a.b"), GENERATE),
    ("settings deep in one tree", 200, tree("a.b.c.d.e.f.g.h.i.j.k#"), GENERATE),
    ("long scalars", 50000, profile(lambda n: PROFILE + 'env: {A: "' + "x" * n + '"}\n'), GENERATE),
    ("escapes in a scalar", 50000, profile(lambda n: PROFILE + 'env: {A: "' + "\\\\" * n + '"}\n'), GENERATE),
    ("comments", 20000, profile(lambda n: PROFILE + "# a comment\n" * n), GENERATE),
    ("comments behind values", 250, under("env", "  K#: v # a comment"), GENERATE),
    ("%TAG directives", 50, profile(lambda n: lines(n, "%TAG !a#! x\n") + "---\n" + PROFILE), GENERATE),
    ("%TAG directives beyond the bound", 10000, profile(lambda n: lines(n, "%TAG !a#! x\n") + "---\n" + PROFILE), GENERATE),
    ("anchors", 400, profile(lambda n: PROFILE + "x: [" + lines(n, "&a# v, ") + "]\n"), GENERATE),
    ("anchors, each with its alias", 400, profile(lambda n: PROFILE + "x: [" + lines(n, "&a# v, *a0, *a#, ") + "]\n"), GENERATE),
    ("aliases", 10000, profile(lambda n: PROFILE + "x: [&a v, " + "*a, " * n + "]\n"), GENERATE),
    ("aliases of a long text", 12, profile(lambda n: PROFILE + 'x: &a "' + "x" * 20000 + '"\nhead: {args: [' + "*a, " * n + "]}\n"), GENERATE),
    ("list items", 20000, profile(lambda n: PROFILE + "x: [" + "v, " * n + "]\n"), GENERATE),
    ("depth", 30, profile(nested), GENERATE),
    ("depth beyond the bound", 20000, profile(nested), GENERATE),
    ("--set", 40, profile(lambda n: PROFILE), lambda n: GENERATE + [f"--set=env.K{i}=v" for i in range(n)]),
    ("--set of long lists", 2000, profile(lambda n: PROFILE), lambda n: GENERATE + ["--set=x=[" + "v, " * n + "]"]),
    ("--set into groups", 40, profile(lambda n: PROFILE), lambda n: GENERATE + [f"--set=groups.g{i}.count=1" for i in range(n)]),
    ("rows of a roster", 60, lambda n: {"rows.csv": "name\n" + lines(n, "c#\n"), "profile.yaml": "framework: spark\n"},
     GENERATE + ["--each", "rows.csv"]),
    ("rows of one name", 1000, lambda n: {"rows.csv": "name\n" + lines(n, "c\n"), "profile.yaml": "framework: spark\n"},
     GENERATE + ["--each", "rows.csv"]),
    ("columns of a roster", 40,
     lambda n: {"rows.csv": "name" + lines(n, ",env.K#") + "\nc" + ",v" * n + "\n", "profile.yaml": "framework: spark\n"},
     GENERATE + ["--each", "rows.csv"]),
    ("long cells", 30000, lambda n: {"rows.csv": 'name,env.A\nc,"' + '""' * n + '"\n', "profile.yaml": "framework: spark\n"},
     GENERATE + ["--each", "rows.csv"]),
    ("profiles with errors, as json", 20, lambda n: {f"p{i}.yaml": PROFILE + lines(20, "k#: v\n") for i in range(n)},
     lambda n: ["validate", "-f", "json"] + [f"p{i}.yaml" for i in range(n)]),
    ("profiles with errors, as sarif", 20, lambda n: {f"p{i}.yaml": PROFILE + lines(20, "k#: v\n") for i in range(n)},
     lambda n: ["validate", "-f", "sarif"] + [f"p{i}.yaml" for i in range(n)]),
    ("resolve: env", 250, under("env", "  K#: v"), ["resolve", "profile.yaml"]),
    ("resolve: groups", 100, under("groups", "- {name: g#, count: 1}"), ["resolve", "profile.yaml"]),
    ("plan: groups", 100, under("groups", "- {name: g#, count: 1}"), ["plan", "profile.yaml"]),
    ("plan: settings", 250, under("config", "  k#: v"), ["plan", "profile.yaml"]),
    ("graph: groups", 100, under("groups", "- {name: g#, count: 1}"), ["graph", "profile.yaml"]),
    ("graph: ports", 100, profile(lambda n: PROFILE + "ports:\n" + "".join(f"- {{name: p{i}, port: {10000 + i}}}\n" for i in range(n))),
     ["graph", "profile.yaml"]),
]


def write(files):
    """Makes them in a directory of their own."""
    directory = pathlib.Path(tempfile.mkdtemp(dir=WORK))
    for name, text in files.items():
        (directory / name).parent.mkdir(exist_ok=True)
        (directory / name).write_text(text)
    return directory


class Counter:
    """Counts what the program takes: one process under valgrind, which forks for each run (forks.c)."""

    def __init__(self):
        self.process = subprocess.Popen(
            ["valgrind", "--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={WORK}/counts.%p", tap.CLUSTERC, "forks"],
            env={"PATH": os.environ["PATH"], "LD_PRELOAD": FORKS},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, arguments, directory, where=""):
        """The process that ran, and its status."""
        self.process.stdin.write(where.encode() + "\t".join([str(directory), *arguments]).encode() + b"\n")
        self.process.stdin.flush()
        answer = self.process.stdout.read(8)
        if len(answer) != 8:
            raise RuntimeError(self.process.communicate()[1].decode(errors="replace")[-1000:])
        return struct.unpack("ii", answer)

    def translate(self, kinds):
        """To be translated takes longer than to run: it is done once, for all processes that are forked later."""
        for _, _, files, command in kinds:
            self.run(command(2) if callable(command) else command, write(files(2)), "+")

    def instructions(self, arguments, directory):
        """How many a run takes, those before the fork among them."""
        process, status = self.run(arguments, directory)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            raise RuntimeError(f"status {status}: {(directory / 'stderr').read_text(errors='replace')[-1000:]}")
        counts = pathlib.Path(WORK, f"counts.{process}")
        count = int(counts.read_text().split("summary:")[1].split()[0])
        counts.unlink()
        return count

    def measure(self, size, files, command):
        """Of that size and of twice that, without what a start takes."""
        start = self.instructions(["--version"], pathlib.Path(WORK))

        def of(n):
            directory = write(files(n))
            count = self.instructions(command(n) if callable(command) else command, directory)
            shutil.rmtree(directory)
            return count - start
        return of(size), of(2 * size)

    def end(self):
        """Nothing is to be counted any more."""
        self.process.communicate()


def main():
    words = [word for word in sys.argv[1:] if word != "--table"]
    counter = Counter()
    kinds = [kind for kind in KINDS if not words or any(word in kind[0] for word in words)]
    counter.translate(kinds)
    for name, size, files, command in kinds:
        try:
            one, two = counter.measure(size, files, command)
        except (RuntimeError, OSError) as error:
            tap.result(False, name, [error])
            continue
        said = f"{one:,} instructions for {size}, {two:,} for twice that: {two / one:.2f} times as many"
        tap.result(two <= MOST * one, f"{name} doubled", [said])
        if "--table" in sys.argv:
            print(f"# {said}", flush=True)
    counter.end()
    tap.done()


if not shutil.which("valgrind"):
    print("1..0 # SKIP there is no valgrind, which counts instructions")
    raise SystemExit(0)
if not os.path.exists(FORKS):
    print(f"1..0 # SKIP there is no {FORKS}")
    raise SystemExit(0)
with tempfile.TemporaryDirectory() as WORK:
    main()
