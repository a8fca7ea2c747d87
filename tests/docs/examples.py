"""Every fenced example of README.md and docs/*.md that clusterc can be held to: profiles compile without a
word, consoles run, messages are those that are printed. A comment before the fence says what can't be seen:

    <!-- file: NAME -->              what the file is called; a profile is called after its name otherwise
    <!-- part of a profile: NAME --> these keys, in a profile of that framework
    <!-- messages: PATH -->          what validate says of that file of the source tree, called by its last name
    <!-- not run: WHY -->            nothing is done with it

Managers are asked for help with the verb instead of being run: that takes a cluster (tests/e2e)."""
import pathlib
import re
import tempfile

import markdown
import tap

PAGES = [tap.SRCDIR / "README.md", *sorted((tap.SRCDIR / "docs").glob("*.md"))]


def marked(block, what):
    """What the comment before the block says behind this word, or None."""
    match = re.fullmatch(rf"<!-- {what}: (.+) -->", block.before)
    return match and match[1]


def file_name(block):
    """What a block is called as a file, or None if it is none."""
    name = re.search(r"^name: (\S+)$", block.text, re.M)
    whole = block.language == "yaml" and name and re.search(r"^framework: ", block.text, re.M)
    return marked(block, "file") or (whole and f"{name[1]}.yaml") or None


def profile_problems(block, directory):
    """What is said of a whole profile, or of a part in a profile of its framework."""
    framework, path = marked(block, "part of a profile"), pathlib.Path(directory) / "part-of-a-profile.yaml"
    if framework:
        path.write_text(f"name: example\nframework: {framework}\n{block.text}", encoding="utf-8")
    else:
        path = path.with_name(file_name(block))
    done = markdown.run(f"clusterc validate -Werror {path.name}", directory)
    return [] if done.returncode == 0 and not done.stderr else [done.stderr]


def message_problems(block):
    """How the messages in the block differ from those that are printed."""
    source = tap.SRCDIR / marked(block, "messages")
    done = markdown.run(f"clusterc validate {source.name}", source.parent)
    printed = "".join(line + "\n" for line in done.stderr.splitlines() if not line.startswith("clusterc: "))
    return [] if printed == block.text else [f"it prints:\n{printed}"]


def console_problems(block, directory):
    """What doesn't run of a console's commands."""
    problems = []
    for command in block.commands():
        manager = re.match(r"(out/\S+\.sh) (\S+)", command)
        if manager:
            command = f"sh {manager[1]} help {manager[2]}"
        elif not command.startswith("clusterc "):
            problems.append(f"{command}: say why it isn't run: <!-- not run: WHY -->")
            continue
        done = markdown.run(command, directory)
        if done.returncode:
            problems.append(f"{command}: exit status {done.returncode}\n{done.stderr}")
    return problems


def look_at(block, directory):
    """What kind of example it is, and its problems; None where there is nothing to hold it to."""
    if marked(block, "not run"):
        return None
    if marked(block, "messages"):
        return "messages", message_problems(block)
    if block.language == "console":
        return "console", console_problems(block, directory)
    if block.language == "yaml":
        if marked(block, "file") and not re.search(r"^framework: ", block.text, re.M):
            return None  # a definition or a site: the profile of the page that names it reads it
        if marked(block, "part of a profile") or file_name(block):
            return "profile", profile_problems(block, directory)
        return "YAML", ["neither a profile nor marked: see tests/docs/examples.py"]
    return None


def examples(text):
    """Kind, line and problems of each example of a page."""
    with tempfile.TemporaryDirectory() as directory:
        blocks = markdown.blocks(text)
        for block in blocks:
            if file_name(block):
                (pathlib.Path(directory) / file_name(block)).write_text(block.text, encoding="utf-8")
        looked = [(block.line, look_at(block, directory)) for block in blocks]
    return [(line, *found) for line, found in looked if found]


# One mistake in each kind of example.
WRONG = """
```yaml
name: a
framework: nowhere
```
<!-- part of a profile: spark -->
```yaml
worker: {count: many}
```
```yaml
just: keys
```
```console
$ clusterc generate b.yaml -o out/
$ kubectl get pods
```
<!-- messages: tests/docs/wordcount.yaml -->
```
nothing at all
```
"""


def main():
    """The search is first shown a page where everything is wrong."""
    found = examples(WRONG)
    tap.result(len(found) == 5 and all(problems for _, _, problems in found) and len(found[3][2]) == 2,
               "a mistake is found in each kind of example", found)
    kinds = set()
    for page in PAGES:
        for line, kind, problems in examples(page.read_text(encoding="utf-8")):
            kinds.add(kind)
            tap.result(not problems, f"{tap.relative(page)}:{line}: {kind}", problems)
    tap.result(kinds == {"profile", "console", "messages"}, "there are examples of each kind", kinds)
    tap.done()


main()
