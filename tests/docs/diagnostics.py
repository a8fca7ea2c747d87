"""Each diagnostic has its page in docs/diagnostics, and the page tells the truth: what stands behind
"Gives it" gives this code and no other, what stands behind "Write instead" compiles without a word."""
import re
import tempfile

import markdown
import tap

PAGES = tap.SRCDIR / "docs/diagnostics"
# Codes whose page says "No example", and why no example can be had.
WITHOUT = {"internal": "no input is known that makes the compiler contradict itself"}


def codes():
    """All codes, as the program lists them."""
    return tap.clusterc("explain").stdout.decode().split()


def halves(page):
    """What gives the code, and what to write instead."""
    wrong, _, right = page.partition("\nWrite instead")
    return wrong, right


def example(text):
    """Writes an example's files down, compiles it, and gives status and output: of its console, or of validate."""
    with tempfile.TemporaryDirectory() as directory:
        command = "clusterc validate profile.yaml"
        for block in markdown.blocks(text):
            if block.language == "yaml":
                with open(f"{directory}/{block.name or 'profile.yaml'}", "w", encoding="utf-8") as file:
                    file.write(block.text)
            elif block.commands():
                command = "\n".join(block.commands())
        done = markdown.run(command, directory)
        return done.returncode, done.stdout + done.stderr


def told(output):
    """The codes in a program's messages."""
    return re.findall(r"^.+: (?:error|warning): .* \[([a-z0-9-]+)\]$", output, re.M)


def check_page(code):
    """One page: its form and its two examples."""
    path = PAGES / f"{code}.md"
    if not path.exists():
        tap.result(False, f"{code} has a page", [f"write {tap.relative(path)}"])
        return
    page = path.read_text(encoding="utf-8")
    explained = tap.clusterc("explain", code).stdout.decode()
    tap.result(page.startswith(f"# {code}\n\n") and explained.startswith(f"{code} ("), f"{code} is explained under its name")
    if code in WITHOUT:
        tap.result("\nNo example: " in page and "```" not in page, f"{code} says that it has no example")
        return
    wrong, right = halves(page)
    status, output = example(wrong)
    warns = "(warning)" in explained.splitlines()[0]
    tap.result(set(told(output)) == {code} and (status == 0) == warns, f"what gives {code} gives it, and nothing else",
               [f"exit status {status}", output])
    status, output = example(right)
    tap.result("```" in right and status == 0 and not output, f"what to write instead of {code} compiles without a word",
               [f"exit status {status}", output])


def main():
    """The comparison itself is first shown a mistake."""
    status, output = example("```yaml\nname: a\nframework: nowhere\n```\n")
    tap.result(status == 1 and told(output) == ["unknown-framework"], "another code than the expected one is seen", [output])
    known = codes()
    tap.result(len(known) > 50, "there are codes")
    strangers = sorted({path.stem for path in PAGES.glob("*.md")} - set(known))
    tap.result(not strangers, "every page belongs to a code", strangers)
    tap.result(set(WITHOUT) <= set(known), "those without an example are codes")
    for code in known:
        check_page(code)
    tap.done()


main()
