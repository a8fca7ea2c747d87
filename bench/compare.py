"""compare.py SVG: reads what turns printed, prints a table of medians, and of how many times the first
command's time, round by round, each took; draws that as SVG."""
import html
import statistics
import sys

WIDTH, BAR, LABEL, GAP, HEAD, UNIT = 760, 22, 190, 10, 56, 1000
OURS, OTHERS = "#c2571a", "#3566a8"


def read(lines):
    """Of each command, in their order: its runs as (wall, processor, memory)."""
    runs = {}
    for line in lines:
        name, _, *figures = line.rstrip("\n").split("\t")
        runs.setdefault(name, []).append(tuple(map(int, figures)))
    return runs


def ratio(runs, base):
    """The median of the ratios of rounds: what slowed a round down slowed both."""
    return statistics.median(one[0] / other[0] for one, other in zip(runs, base))


def table(runs, ratios, base):
    """For people who read it in a terminal."""
    yield f"{'':<24} {'wall ms':>9} {'cpu ms':>9} {'MiB':>7} {'x ' + base:>12}"
    for name, its in runs.items():
        wall, cpu, memory = (statistics.median(figures) for figures in zip(*its))
        yield f"{name:<24} {wall / UNIT:>9.2f} {cpu / UNIT:>9.2f} {memory / 1024:>7.1f} {ratios[name]:>12.2f}"


def picture(ratios, base, rounds):
    """Bars whose lengths are the ratios; the first command, and what begins with its name, in a colour of its own."""
    scale = (WIDTH - LABEL - 80) / max(ratios.values())
    height = (BAR + GAP) * len(ratios) + HEAD + GAP
    yield (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" font-size="13" '
           f'fill="#1a1a1a">\n'
           f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>\n'
           f'<text x="10" y="22" font-size="15" font-weight="bold">Wall time of one small Spark cluster, '
           f'in multiples of {html.escape(base)}</text>\n'
           f'<text x="10" y="42">Whole processes; the median of {rounds} rounds in which all ran in turn. Shorter is faster.</text>')
    for i, (name, times) in enumerate(ratios.items()):
        y, length = HEAD + i * (BAR + GAP), max(times * scale, 1)
        yield (f'<text x="{LABEL - 8}" y="{y + 16}" text-anchor="end">{html.escape(name)}</text>\n'
               f'<rect x="{LABEL}" y="{y}" width="{length:.1f}" height="{BAR}" fill="{OURS if name.startswith(base) else OTHERS}"/>\n'
               f'<text x="{LABEL + length + 6:.1f}" y="{y + 16}">{times:.2f}</text>')
    yield "</svg>"


def main():
    """Table to standard output, picture to the file."""
    runs = read(sys.stdin)
    base = next(iter(runs))
    ratios = {name: ratio(its, runs[base]) for name, its in runs.items()}
    print("\n".join(table(runs, ratios, base)))
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        file.write("\n".join(picture(ratios, base, len(runs[base]))) + "\n")


main()
