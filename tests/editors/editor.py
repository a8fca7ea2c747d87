"""An editor, as far as a language server sees one: opens profiles that `clusterc init` wrote, asks for
completion and hover, and compares the diagnostics with those of `clusterc validate`.

    editor.py SERVER DIRECTORY"""
import json
import pathlib
import re
import subprocess
import sys
import threading

import tap


class Server:
    """The language server, spoken to over its standard streams (the Language Server Protocol, 3.17)."""

    def __init__(self, program, root):
        self.process = subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.answers, self.diagnostics, self.news = {}, {}, threading.Condition()
        self.number = 0
        threading.Thread(target=self.listen, daemon=True).start()
        self.ask("initialize", {"processId": None, "rootUri": root.as_uri(), "capabilities": {
            "textDocument": {"completion": {"completionItem": {"documentationFormat": ["plaintext"]}},
                             "hover": {"contentFormat": ["plaintext"]}}}})
        self.send({"method": "initialized", "params": {}})
        self.send({"method": "workspace/didChangeConfiguration", "params": {"settings": {"yaml": {
            "validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}}}})

    def send(self, message):
        """One message, with the header that says its size."""
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def listen(self):
        """Keeps what comes; a question of the server's own is answered with nothing."""
        while header := self.process.stdout.readline():
            while self.process.stdout.readline().strip():
                pass
            message = json.loads(self.process.stdout.read(int(header.split(b":")[1])))
            with self.news:
                if "method" not in message:
                    self.answers[message["id"]] = message
                elif message["method"] == "textDocument/publishDiagnostics":
                    self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
                self.news.notify_all()
            if "method" in message and "id" in message:
                self.send({"id": message["id"], "result": None})

    def wait(self, ready):
        """Until it is there; a server that never answers is a failure."""
        with self.news:
            if not self.news.wait_for(ready, timeout=60):
                raise SystemExit("Bail out! the language server doesn't answer")

    def ask(self, method, params):
        """A question and its answer."""
        self.number += 1
        number = self.number
        self.send({"id": number, "method": method, "params": params})
        self.wait(lambda: number in self.answers)
        return self.answers[number].get("result")

    def open(self, path):
        """Opens a file, and waits until it has been looked at."""
        self.send({"method": "textDocument/didOpen", "params": {"textDocument": {
            "uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": path.read_text(encoding="utf-8")}}})
        self.wait(lambda: path.as_uri() in self.diagnostics)
        return self.diagnostics[path.as_uri()]

    def at(self, method, path, line, character):
        """A question about a place, from 0."""
        return self.ask(f"textDocument/{method}", {"textDocument": {"uri": path.as_uri()},
                                                   "position": {"line": line, "character": character}})


def explained(key):
    """What clusterc itself says of a key."""
    return tap.clusterc("explain", key).stdout.decode().splitlines()[0].partition(": ")[2]


def plain(text):
    """Text as it reads, whether or not it came as Markdown."""
    if isinstance(text, dict):
        text = text["value"]
    return re.sub(r"\s+", " ", re.sub(r"\\(.)", r"\1", text or ""))


def completion(server, path, line, character):
    """What is offered: labels with their documentation."""
    answer = server.at("completion", path, line, character)
    return {item["label"]: plain(item.get("documentation")) for item in answer["items"]}


def new_profile(directory, schema, text, name):
    """A profile with the line that init writes for this schema."""
    first = tap.clusterc("init", "spark", "--schema", schema).stdout.decode().splitlines()[0]
    path = directory / name
    path.write_text(f"{first}\n{text}", encoding="utf-8")
    return path


def check_completion(server, directory, schema):
    """Keys at the top and in a block, and values where there is a choice."""
    path = new_profile(directory, schema, "name: a\nframework: spark\n\n", "top.yaml")
    server.open(path)
    offered = completion(server, path, 3, 0)
    tap.result({"namespace", "worker", "lifetime"} <= set(offered), "keys are offered at the top", sorted(offered))
    tap.result("name" not in offered, "a key that is there isn't offered")
    tap.result(explained("lifetime") in offered.get("lifetime", ""), "with our text", [offered.get("lifetime")])
    path = new_profile(directory, schema, "name: a\nframework: spark\nworker:\n  \n", "block.yaml")
    server.open(path)
    offered = completion(server, path, 4, 2)
    tap.result({"count", "memory", "gpu"} <= set(offered), "keys are offered in a block", sorted(offered))
    tap.result(explained("worker.memory") in offered.get("memory", ""), "with our text", [offered.get("memory")])
    path = new_profile(directory, schema, "name: a\nframework: spark\nworker:\n  spread: \n", "choice.yaml")
    server.open(path)
    offered = completion(server, path, 4, 10)
    tap.result({"preferred", "required", "none"} <= set(offered), "values are offered", sorted(offered))


def check_hover(server, directory, schema):
    """On a key of the top and of a block."""
    path = new_profile(directory, schema, "name: a\nframework: spark\nworker:\n  memory: 4Gi\n", "hover.yaml")
    server.open(path)
    for line, character, key in [(2, 3, "framework"), (4, 4, "worker.memory")]:
        answer = server.at("hover", path, line, character)
        text = plain(answer["contents"]) if answer else ""
        tap.result(plain(explained(key)) in text, f"hover on {key} gives our text", [text])


def check_diagnostics(server, directory, schema, kind):
    """The lines that both complain of; none of a good profile."""
    good = new_profile(directory, schema, "name: a\nframework: spark\nworker: {count: 2}\n", f"good-{kind}.yaml")
    found = server.open(good)
    tap.result(not found, f"nothing is said of a good profile ({kind})", found)
    text = "name: Big\nframework: spark\nworkers: 2\nworker:\n  count: two\n  memory: 4GG\nlifetime: 8\nimagePullPolicy: Often\n"
    bad = new_profile(directory, schema, text, f"bad-{kind}.yaml")
    found = server.open(bad)
    tap.result(any("it takes bytes with a unit" in one["message"] for one in found), f"in our words ({kind})",
               [one["message"] for one in found])
    lines = sorted({one["range"]["start"]["line"] + 1 for one in found})
    ours = re.findall(r"^[^:]*:(\d+):\d+: error", tap.clusterc("validate", str(bad)).stderr.decode(), re.M)
    tap.result(lines == sorted({int(line) for line in ours}), f"the same lines of a bad one are wrong ({kind})",
               [f"clusterc {ours}, the server {lines}", *(one["message"] for one in found)])


def main():
    """The schema by the three ways a profile can name it."""
    program, directory = sys.argv[1], pathlib.Path(sys.argv[2])
    copy = directory / "profile.schema.json"
    copy.write_bytes(tap.clusterc("schema", "profile").stdout)
    server = Server(program, directory)
    check_completion(server, directory, copy.name)
    check_hover(server, directory, copy.name)
    for kind, schema in [("relative", copy.name), ("absolute", str(copy)), ("address", copy.as_uri())]:
        check_diagnostics(server, directory, schema, kind)
    server.ask("shutdown", None)
    server.send({"method": "exit"})
    server.process.wait()
    tap.done()


main()
