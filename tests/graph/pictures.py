"""The pictures of `clusterc graph`, for every profile of tests/cases and profiles/ that compiles to one
cluster: the SVG is XML, complete in itself, and nothing in it lies on anything else or sticks out; where
Graphviz is installed, dot reads what is written for it and finds as many boxes and lines. The picture
that the pages show is the one that the program draws now."""
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree

import tap

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {"svg", "title", "desc", "style", "defs", "marker", "path", "circle", "rect", "g", "text"}
KEPT = {"docs/cluster.svg": "profiles/spark-notebook.yaml"}
# How wide characters are, in parts of the font's size: those of East Asia, and others on an average.
WIDEST, AVERAGE = 1.0, 0.5


def draw(path, form):
    return tap.clusterc("graph", "--format", form, path.name, cwd=path.parent)


def rectangle(element):
    return tuple(int(element.get(key)) for key in ("x", "y", "width", "height"))


def overlap(one, other):
    return (one[0] < other[0] + other[2] and other[0] < one[0] + one[2]
            and one[1] < other[1] + other[3] and other[1] < one[1] + one[3])


def inside(inner, outer):
    return (outer[0] <= inner[0] and outer[1] <= inner[1] and inner[0] + inner[2] <= outer[0] + outer[2]
            and inner[1] + inner[3] <= outer[1] + outer[3])


def extent(text, size):
    """Of a line of text, measured in another way than the program does it."""
    width = sum(WIDEST if ord(c) >= 0x2e80 else AVERAGE for c in text.text or "") * size
    return int(text.get("x")), int(text.get("y")) - size, int(width), size


def check_self_contained(root, source):
    problems = [f"<{element.tag}> isn't expected" for element in root.iter() if element.tag.removeprefix(SVG) not in ALLOWED]
    if re.search(r"href|url\((?!#)|@import|<!|<\?|\bon[a-z]+=", re.sub(r">[^<]*<", "><", source)):
        problems.append("it refers to something outside, or runs something")
    if root[0].tag != SVG + "title" or root[1].tag != SVG + "desc" or not root[1].text:
        problems.append("it begins without title and description")
    return problems


def check_places(root):
    problems = []
    whole = (0, 0, int(root.get("width")), int(root.get("height")))
    boxes = [[rectangle(rect) for rect in group.findall(SVG + "rect")] for group in root.findall(SVG + "g")]
    for number, group in enumerate(root.findall(SVG + "g")):
        for text in group.findall(SVG + "text"):
            if not inside(extent(text, 12), boxes[number][-1]):
                problems.append(f"{text.text!r} sticks out of its box")
        problems += [f"box {number} sticks out of the picture" for box in boxes[number] if not inside(box, whole)]
        problems += [f"boxes {number} and {other} lie on each other"
                     for other in range(number) if overlap(boxes[number][-1], boxes[other][-1])]
    return problems


def check_lines(root):
    """Lines stay in the picture, and go through no box but where they begin and end."""
    boxes = [rectangle(group.findall(SVG + "rect")[-1]) for group in root.findall(SVG + "g")]
    problems = []
    for path in root.findall(SVG + "path"):
        x, y = (int(value) for value in re.match(r"M(\d+) (\d+)", path.get("d")).groups())
        for step, value in re.findall(r"([HV])(-?\d+)", path.get("d")):
            new_x, new_y = (int(value), y) if step == "H" else (x, int(value))
            line = (min(x, new_x), min(y, new_y), abs(new_x - x), abs(new_y - y))
            problems += [f"{path.get('d')} goes through the box {box}" for box in boxes
                         if overlap((line[0], line[1], max(line[2], 1), max(line[3], 1)), (box[0] + 1, box[1] + 1, box[2] - 2, box[3] - 2))]
            if not inside(line, (0, 0, int(root.get("width")), int(root.get("height")))):
                problems.append(f"{path.get('d')} leaves the picture")
            x, y = new_x, new_y
    return problems


def check_svg(source):
    try:
        root = ElementTree.fromstring(source)
    except ElementTree.ParseError as error:
        return [str(error)]
    return check_self_contained(root, source.decode()) + check_places(root) + check_lines(root)


def check_dot(source, svg, mermaid):
    """Boxes and lines of all three forms are as many."""
    read = subprocess.run(["dot", "-Tdot_json"], input=source, capture_output=True, check=False)
    if read.returncode or read.stderr:
        return [read.stderr.decode()]
    graph, root = json.loads(read.stdout), ElementTree.fromstring(svg)
    boxes = [len(root.findall(SVG + "g")), len([one for one in graph["objects"] if "nodes" not in one]),
             len(re.findall(r"^    n\d+\[", mermaid, re.MULTILINE))]
    lines = [len(root.findall(SVG + "path")), len(graph["edges"]),
             len(re.findall(r"^    (?:n\d+|fence) <?-", mermaid, re.MULTILINE))]
    problems = [] if len(set(boxes)) == 1 else [f"boxes: {boxes}"]
    return problems + ([] if len(set(lines)) == 1 else [f"lines: {lines}"])


def awkward_titles():
    """What a title is made of arrives as it is, in each form's own reader."""
    path = tap.SRCDIR / "tests/cases/graph-svg/profile.yaml"
    title = "Master <b>\"of\"</b> & 'all' #1; `x` | {y} \\ 100% \\n [z] &lt; end"
    lines = [element.text for element in ElementTree.fromstring(draw(path, "svg").stdout).iter(SVG + "text")]
    tap.result(title in " ".join(lines), "an awkward title is in the SVG as it is", lines)
    mermaid = draw(path, "mermaid").stdout.decode()
    decoded = re.sub(r"#(\d+);", lambda code: chr(int(code[1])), mermaid)
    tap.result(f"port 9090: {title}<br/>" in decoded, "and in Mermaid's flowchart", [mermaid])
    labels = re.findall(r'"([^"]*)"', mermaid)
    tap.result(not [label for label in labels if re.search(r"[^\w ,/.:#;<>×\ufffd-]", label.replace("<br/>", ""))],
               "where nothing is left that could mean something", labels)
    if not shutil.which("dot"):
        tap.skip("and in Graphviz' drawing", "dot is not installed")
        return
    drawn = subprocess.run(["dot", "-Tsvg"], input=draw(path, "dot").stdout, capture_output=True, check=False).stdout
    lines = [element.text for element in ElementTree.fromstring(drawn).iter(SVG + "text")]
    tap.result(f"port 9090: {title}" in [line.replace("\xa0", " ") for line in lines], "and in Graphviz' drawing", lines)


def mistakes_are_found():
    good = draw(tap.SRCDIR / "profiles/ray-mixed.yaml", "svg").stdout
    for what, changed in (("no XML", good.replace(b"</svg>", b"")),
                          ("a script", good.replace(b"</svg>", b"<script/></svg>")),
                          ("a reference", good.replace(b"<desc", b"<desc href='x'")),
                          ("a text that sticks out", good.replace(b">head<", b">" + 90 * b"head" + b"<")),
                          ("boxes on each other", re.sub(rb'(<rect x="\d+" y=")\d+(" width="\d+" height="\d+" rx="6")', rb"\g<1>150\2", good)),
                          ("a line through a box", good.replace(b"</svg>", b'<path d="M0 100H1200"/></svg>'))):
        tap.result(changed != good and check_svg(changed), f"{what} is found")


def look_at(path):
    svg = draw(path, "svg")
    if svg.returncode:
        return
    tap.result(not check_svg(svg.stdout), f"the picture of {tap.relative(path)}", check_svg(svg.stdout))
    if not shutil.which("dot"):
        tap.skip(f"dot reads that of {tap.relative(path)}", "dot is not installed")
        return
    problems = check_dot(draw(path, "dot").stdout, svg.stdout, draw(path, "mermaid").stdout.decode())
    tap.result(not problems, f"dot reads that of {tap.relative(path)}", problems)


mistakes_are_found()
awkward_titles()
for kept, profile in KEPT.items():
    tap.result((tap.SRCDIR / kept).read_bytes() == draw(tap.SRCDIR / profile, "svg").stdout,
               f"{kept} is what is drawn of {profile}", ["make update-pictures, and look at it"])
for one in [*(case / "profile.yaml" for case in tap.cases()), *sorted((tap.SRCDIR / "profiles").glob("*.yaml"))]:
    if one.exists():
        look_at(one)
tap.done()
