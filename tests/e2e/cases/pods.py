"""The pods that the workloads of a manifest make, one of each: a list for kubectl, from the objects on standard input.

The admission of workloads only warns of what the Pod Security Standard refuses; it is pods that it judges. What a pod
names that has to be there already is left out: its service account, and priority and runtime classes."""
import json
import sys

NAMED = ("serviceAccountName", "serviceAccount", "priorityClassName", "runtimeClassName")


def objects(text):
    """kubectl writes one object as it is, several as a list or one after the other."""
    decoder, at = json.JSONDecoder(), 0
    while text[at:].strip():
        item, length = decoder.raw_decode(text[at:].lstrip())
        at = len(text) - len(text[at:].lstrip()) + length
        yield from item.get("items", [item])


pods = []
for workload in objects(sys.stdin.read()):
    template = workload.get("spec", {}).get("template")
    if template:
        spec = {key: value for key, value in template["spec"].items() if key not in NAMED}
        pods.append({"apiVersion": "v1", "kind": "Pod", "spec": spec,
                     "metadata": {**template["metadata"], "name": workload["metadata"]["name"]}})
json.dump({"apiVersion": "v1", "kind": "List", "items": pods}, sys.stdout)
