"""Every fenced example of README.md and docs/*.md that clusterc can be held to: profiles compile without a
word, consoles run, messages are those that are printed. A comment before the fence says what can't be seen:

    <!-- file: NAME -->              what the file is called; a profile is called after its name otherwise
    <!-- wrong profile: NAME -->     a file that is there, and nothing else is done with
    <!-- part of a profile: NAME --> these keys, in a profile of that framework
    <!-- messages: PATH -->          what validate says of that file of the source tree, called by its last name
    <!-- status: NUMBER -->          how the console's commands end, where that isn't 0
    <!-- not run: WHY -->            nothing is done with it

What a console shows behind its only command is compared with what that prints; "..." stands for some lines.
The profiles of the source tree are there, and the page's own.

Managers are asked for help with the verb instead of being run: that takes a cluster (tests/e2e)."""
import pathlib
import re
import shutil
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
    return marked(block, "file") or marked(block, "wrong profile") or (whole and f"{name[1]}.yaml") or None


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


def shown_output(block):
    """What the only command of a console prints, as a pattern; None where nothing or more is shown."""
    lines = block.text.splitlines(keepends=True)
    if len(block.commands()) != 1 or not lines[0].startswith("$ ") or len(lines) == 1:
        return None
    return "".join("(?:.*\n)*" if line.strip() == "..." else re.escape(line) for line in lines[1:])


def missing_program(block):
    """The first program that a console passes clusterc's output to and that isn't installed here, or None."""
    programs = re.findall(r"\|\s*([\w.-]+)", " ".join(block.commands()))
    return next((name for name in programs if not shutil.which(name)), None) if block.language == "console" else None


def console_problems(block, directory):
    """What doesn't run of a console's commands."""
    problems, status, shown = [], int(marked(block, "status") or 0), shown_output(block)
    for command in block.commands():
        manager = re.match(r"(out/\S+\.sh) (\S+)", command)
        if manager:
            command = f"sh {manager[1]} help {manager[2]}"
        elif not command.startswith("clusterc "):
            problems.append(f"{command}: say why it isn't run: <!-- not run: WHY -->")
            continue
        done = markdown.run(command, directory)
        if done.returncode != status:
            problems.append(f"{command}: exit status {done.returncode}\n{done.stderr}")
        elif shown and not manager and not re.fullmatch(shown, done.stdout):
            problems.append(f"{command}: it prints:\n{done.stdout}")
    return problems


def look_at(block, directory):
    """What kind of example it is, and its problems, None if they can't be looked for here; or None."""
    if marked(block, "not run") or marked(block, "wrong profile"):
        return None
    if marked(block, "messages"):
        return "messages", message_problems(block)
    if missing_program(block):
        return "console", None
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
    """Block, kind and problems of each example of a page."""
    with tempfile.TemporaryDirectory() as directory:
        (pathlib.Path(directory) / "profiles").symlink_to(tap.SRCDIR.resolve() / "profiles")
        blocks = markdown.blocks(text)
        for block in blocks:
            if file_name(block):
                path = pathlib.Path(directory) / file_name(block)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(block.text, encoding="utf-8")
        looked = [(block, look_at(block, directory)) for block in blocks]
    return [(block, *found) for block, found in looked if found]


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
<!-- status: 1 -->
```console
$ clusterc --version
```
```console
$ clusterc frameworks
nothing
...
```
<!-- messages: tests/docs/wordcount.yaml -->
```
nothing at all
```
"""


def main():
    """The search is first shown a page where everything is wrong."""
    found = examples(WRONG)
    tap.result(len(found) == 7 and all(problems for _, _, problems in found) and len(found[3][2]) == 2,
               "a mistake is found in each kind of example", found)
    kinds = set()
    for page in PAGES:
        for block, kind, problems in examples(page.read_text(encoding="utf-8")):
            kinds.add(kind)
            name = f"{tap.relative(page)}:{block.line}: {kind}"
            if problems is None:
                tap.skip(name, f"{missing_program(block)} is not installed")
            else:
                tap.result(not problems, name, problems)
    tap.result(kinds == {"profile", "console", "messages"}, "there are examples of each kind", kinds)
    tap.done()


main()
